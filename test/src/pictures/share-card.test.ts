import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawShareCard } from '../../../src/pictures/share-card.ts'
import { anyCharacter } from '../../any-text.ts'
import { jpegWithPlace } from './photo-samples.ts'

const ROOT = new URL('../../..', import.meta.url).pathname
const CARD = {
  headline: 'Zoë N. is hired at Great Performances as a line cook',
  lines: ['Food and Finance High School', 'Culinary Arts'],
  organization: 'Sample CTE',
}
/** Blurred: how letters are fitted to pixels is the system's matter. */
const grays = (png: Uint8Array): Promise<Buffer> => sharp(png).grayscale().blur(6).raw().toBuffer()

/** Mean difference of two pictures of one size, of 255. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = [await grays(one), await grays(other)]
  expect(a.length).toBe(b.length)
  return a.reduce((sum, value, n) => sum + Math.abs(value - (b[n] ?? 0)), 0) / a.length
}

describe('the picture for sharing', () => {
  it('is drawn with the font that comes along, where there is no other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liaison-fonts-'))
    try {
      const config = join(folder, 'fonts.conf')
      await writeFile(config, `<?xml version="1.0"?><fontconfig><cachedir>${folder}</cachedir></fontconfig>`)
      const script = `import { drawShareCard } from '${ROOT}src/pictures/share-card.ts'
        process.stdout.write(Buffer.from(await drawShareCard(${JSON.stringify(CARD)})).toString('base64'))`
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', script],
        { cwd: ROOT, env: { ...process.env, FONTCONFIG_FILE: config, NODE_OPTIONS: '' }, maxBuffer: 10_000_000 },
      )
      const bare = Buffer.from(stdout, 'base64')
      // Other words are another picture.
      const other = await drawShareCard({ ...CARD, headline: 'Nobody is hired anywhere at all, and that is that' })
      const byFont = await difference(bare, await drawShareCard(CARD))
      expect(byFont).toBeLessThan((await difference(bare, other)) / 3)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('shows the photograph at its right', async () => {
    const png = await drawShareCard({ ...CARD, photo: await jpegWithPlace(900, 900) })
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    const at = (300 * info.width + 1_000) * info.channels
    // The sample's colour, as far as JPEG keeps it.
    expect(
      [...data.subarray(at, at + 3)].map((value, n) => Math.abs(value - ([0x44, 0x88, 0xaa][n] ?? 0)) < 6),
    ).toEqual([true, true, true])
  })

  it('shows no boxes: a headline in letters that the font lacks is said in other words', async () => {
    const unknown = await drawShareCard({ ...CARD, headline: '小明 is hired' })
    const general = await drawShareCard({ ...CARD, headline: 'A student’s story' })
    expect(await difference(unknown, general)).toBe(0)
    const festive = await drawShareCard({ ...CARD, headline: `${CARD.headline} 🎉` })
    expect(await difference(festive, await drawShareCard(CARD))).toBe(0)
  })

  it('is drawn whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: anyCharacter, maxLength: 400 }), async (headline) => {
        const picture = await sharp(
          await drawShareCard({ headline, lines: [headline], organization: headline }),
        ).metadata()
        expect([picture.width, picture.height]).toEqual([1200, 630])
      }),
      {
        numRuns: 9,
        examples: [['<span>&amp;'], [''], ['\0\u{D800}'], ['x'.repeat(400)], ['W '.repeat(200)], ['‮abc']],
      },
    )
  })
})
