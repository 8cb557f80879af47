import { createRequire } from 'node:module'
import sharp, { type OverlayOptions } from 'sharp'

/** Size of the picture that apps show beside a link. Pixels. https://developers.facebook.com/docs/sharing/webmasters/images */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

const MARGIN = 72
/** Of a photograph at the right. */
const PHOTO_WIDTH = 440
const BACKGROUND = '#143f4a'
const ACCENT = '#f2c14e'
/** Characters of a headline; what is longer is cut visibly. */
const MOST_CHARS = 150

/** Drawn with a font that comes along, since a container may have none. */
const packages = createRequire(import.meta.url)
const fontFile = (name: string): string => packages.resolve(`@expo-google-fonts/source-sans-3/${name}`)
const BOLD = { name: 'Source Sans 3 Bold', file: fontFile('700Bold/SourceSans3_700Bold.ttf') }
const REGULAR = { name: 'Source Sans 3', file: fontFile('400Regular/SourceSans3_400Regular.ttf') }

/** Letters that the font has; a headline in others would come out as boxes. */
const DRAWABLE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u
const UNDRAWABLE_SIGNS = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{FE0E}\u{FE0F}\u{200D}]/gu

export type ShareCard = {
  headline: string
  /** Where it took place. */
  lines: readonly string[]
  organization: string
  /** JPEG. */
  photo?: Uint8Array | undefined
}

/** A story's picture for sharing, as PNG: its headline, where it took place, whose story it is, its photograph. */
export async function drawShareCard(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  const width = CARD_WIDTH - 2 * MARGIN - (card.photo ? PHOTO_WIDTH : 0)
  const layers: OverlayOptions[] = [
    bar(0, 0, CARD_WIDTH, 14),
    ...(await words('SPOTLIGHT', { font: BOLD, size: 26, color: ACCENT, top: 78, width, height: 40 })),
    ...(await words(drawable(card.headline) || 'A student’s story', {
      font: BOLD,
      size: card.photo ? 54 : 76,
      color: '#ffffff',
      top: 128,
      width,
      height: 290,
    })),
    ...(await words(card.lines.map(drawable).filter(Boolean).join('\n'), {
      font: REGULAR,
      size: 30,
      color: '#d7e6ea',
      top: 440,
      width,
      height: 84,
    })),
    ...(await words(drawable(card.organization), { font: BOLD, size: 26, color: ACCENT, top: 546, width, height: 36 })),
    ...(card.photo ? [await photoLayer(card.photo)] : []),
  ]
  const base = { create: { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 3, background: BACKGROUND } } as const
  return new Uint8Array(await sharp(base).composite(layers).png({ palette: !card.photo, quality: 95 }).toBuffer())
}

const bar = (left: number, top: number, width: number, height: number): OverlayOptions => ({
  input: { create: { width, height, channels: 3, background: ACCENT } },
  left,
  top,
})

async function photoLayer(photo: Uint8Array): Promise<OverlayOptions> {
  const size = { width: PHOTO_WIDTH, height: CARD_HEIGHT - 14, fit: 'cover', position: 'attention' } as const
  return { input: await sharp(photo).resize(size).toBuffer(), left: CARD_WIDTH - PHOTO_WIDTH, top: 14 }
}

type Style = {
  font: { name: string; file: string }
  size: number
  color: string
  top: number
  /** What is wider is wrapped, what is higher is made smaller. Pixels. */
  width: number
  height: number
}

async function words(text: string, style: Style): Promise<OverlayOptions[]> {
  if (text === '') return []
  const shown = text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS - 1).trimEnd()}…` : text
  for (let size = style.size; ; size = Math.floor(size * 0.88)) {
    const { data, info } = await sharp({
      text: {
        text: `<span foreground="${style.color}">${escapedMarkup(shown)}</span>`,
        font: `${style.font.name} ${size}`,
        fontfile: style.font.file,
        width: style.width,
        rgba: true,
        // One point is one pixel.
        dpi: 72,
        wrap: 'word-char',
        spacing: -Math.round(size / 6),
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true })
    if (info.height <= style.height && info.width <= style.width) return [{ input: data, top: style.top, left: MARGIN }]
    if (size < 14) return []
  }
}

/** The text without signs that the font lacks; nothing where its letters are of another script. */
const drawable = (text: string): string => {
  const plain = text.replace(UNDRAWABLE_SIGNS, '').replace(/\s+/g, ' ').trim()
  return DRAWABLE.test(plain) ? plain : ''
}

/** Text for Pango, which reads markup. https://docs.gtk.org/Pango/pango_markup.html */
const escapedMarkup = (text: string): string =>
  text
    .replace(/[^\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
