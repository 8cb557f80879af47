import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { imageKindOf } from '../../../src/pictures/image-kind.ts'
import { takePhoto } from '../../../src/pictures/photo-intake.ts'
import { heicHeader, jpegWithPlace, pngBomb, svgWithScript } from './photo-samples.ts'

const sentenceFor = async (bytes: Uint8Array): Promise<string | undefined> => {
  const taken = await takePhoto(bytes)
  return taken.ok ? undefined : taken.error
}
const plain = (format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff', width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } })
    .toFormat(format)
    .toBuffer()

describe('a photograph that is taken in', () => {
  it('is turned upright, made anew in three widths, and tells nothing of where it was taken', async () => {
    const sent = await jpegWithPlace(1200, 2400)
    expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('Jaylen Mercer')
    const taken = await takePhoto(sent)
    if (!taken.ok) throw new Error(taken.error)
    // It lay on its side.
    expect(taken.value).toMatchObject({ width: 1600, height: 800 })
    expect([...taken.value.sizes.keys()]).toEqual([480, 960, 1600])
    for (const [width, bytes] of taken.value.sizes) {
      const kept = await sharp(bytes).metadata()
      expect(kept).toMatchObject({ format: 'jpeg', width, height: width / 2, hasProfile: false })
      expect([kept.exif, kept.xmp, kept.iptc, kept.icc, kept.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|GPS|Sample Phone|Mercer/)
    }
  })

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('may be %s', async (format) => {
    const taken = await takePhoto(await plain(format))
    if (!taken.ok) throw new Error(taken.error)
    // Never larger than it was.
    expect(taken.value).toMatchObject({ width: 400, height: 300 })
    expect((await sharp(taken.value.sizes.get(1600)).metadata()).hasAlpha).toBe(false)
  })

  it('carries nothing along that was hidden behind it', async () => {
    const sent = Buffer.concat([await plain('jpeg'), Buffer.from('<script>alert(1)</script>PK\x03\x04')])
    const taken = await takePhoto(sent)
    if (!taken.ok) throw new Error(taken.error)
    for (const bytes of taken.value.sizes.values())
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('<script')
  })
})

describe('what is refused', () => {
  it('is told in a sentence', async () => {
    const noPhoto = 'That is no photo that can be kept. Send a JPEG, PNG or WebP file.'
    expect(await sentenceFor(svgWithScript)).toBe(noPhoto)
    expect(await sentenceFor(Buffer.from('%PDF-1.7'))).toBe(noPhoto)
    expect(await sentenceFor(Buffer.from('GIF89a'))).toBe(noPhoto)
    expect(await sentenceFor(await plain('gif'))).toBe(noPhoto)
    expect(await sentenceFor(await plain('tiff'))).toBe(noPhoto)
    expect(await sentenceFor(Buffer.from('just words'))).toBe(noPhoto)
    expect(await sentenceFor(heicHeader)).toBe(
      'That photo is in Apple’s HEIC format, which cannot be read here. Send it as JPEG: on a Mac open it in Preview and choose File, Export, JPEG; on an iPhone choose it from Photos on this page, which makes a JPEG of it.',
    )
    expect(await sentenceFor(new Uint8Array())).toBe('Choose a photo first.')
    expect(await sentenceFor(new Uint8Array(15 * 1024 * 1024 + 1))).toBe(
      'That photo is larger than 15 MB. Send a smaller one.',
    )
    expect(await sentenceFor(await plain('png', 20, 900))).toBe('That photo is too small: each side needs 200 pixels.')
    const cut = (await jpegWithPlace(2000, 1500)).subarray(0, 2_000)
    expect(await sentenceFor(cut)).toBe('That photo is damaged and cannot be read. Send it again, or another one.')
  })

  it('is, of a bomb of 20,000 x 20,000 pixels, the header alone', async () => {
    const bomb = pngBomb(20_000, 20_000)
    expect(bomb.length).toBeLessThan(1_000)
    const before = process.memoryUsage().rss
    expect(await sentenceFor(bomb)).toBe(
      'That photo has 20000 x 20000 pixels, which is too many. Send one of at most 64 megapixels.',
    )
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
    expect(await sentenceFor(pngBomb(0xffffff, 300))).toMatch(/which is too many|damaged/)
    // Within the limit by its header, and without the pixels that it promises.
    expect(await sentenceFor(pngBomb(5_000, 5_000))).toMatch(/damaged/)
  })

  it('never ends in anything but a sentence', async () => {
    const starts = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\x00\x00\x00\x00WEBPVP8 ', '\x00\x00\x00\x1cftypavif', '']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        expect(await sentenceFor(Buffer.concat([Buffer.from(start, 'latin1'), rest]))).toMatch(/^[A-Z].*\.$/)
      }),
      { numRuns: 40 },
    )
  })
})

it('knows an image by its bytes', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) expect(imageKindOf(await plain(format))).toBe(format)
  expect(imageKindOf(heicHeader)).toBe('heic')
  expect(imageKindOf(Buffer.from('<?xml version="1.0"?><svg/>'))).toBeUndefined()
})
