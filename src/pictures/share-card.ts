import { fileURLToPath } from 'node:url'
import sharp, { type OverlayOptions } from 'sharp'

/** Size of the picture that apps show beside a link. Pixels. https://developers.facebook.com/docs/sharing/webmasters/images */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

const MARGIN = 80
const BACKGROUND = '#143f4a'
const BAND = '#f2c14e'
/** The words of a headline beyond this are cut visibly. Characters. */
const MOST_CHARS = 150
/** Drawn with a font that comes along, since a container may have none. */
const FONT = {
  bold: fontFile('600SemiBold/SourceSans3_600SemiBold.ttf'),
  regular: fontFile('400Regular/SourceSans3_400Regular.ttf'),
}

function fontFile(name: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${name}`))
}

export type ShareCard = { headline: string; line: string; organization: string }

/** A story's picture for sharing, as PNG: its headline, where it took place, and whose story it is. */
export async function drawShareCard({ headline, line, organization }: ShareCard): Promise<Buffer> {
  const layers: OverlayOptions[] = [
    await words(headline, { size: 60, file: FONT.bold, color: '#ffffff', top: 110, height: 330 }),
    ...(line ? [await words(line, { size: 32, file: FONT.regular, color: '#d7e6ea', top: 465, height: 50 })] : []),
    ...(organization
      ? [await words(organization, { size: 28, file: FONT.regular, color: BAND, top: 540, height: 45 })]
      : []),
  ]
  const band = { create: { width: CARD_WIDTH, height: 14, channels: 4, background: BAND } } as const
  return sharp({ create: { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 4, background: BACKGROUND } })
    .composite([{ input: band, top: 0, left: 0 }, ...layers])
    .png({ compressionLevel: 9 })
    .toBuffer()
}

type Style = { size: number; file: string; color: string; top: number; height: number }

async function words(text: string, { size, file, color, top, height }: Style): Promise<OverlayOptions> {
  const shown = text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS - 1)}…` : text
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${color}" size="${size * 768}">${escapedMarkup(shown)}</span>`,
      font: 'Source Sans 3',
      fontfile: file,
      width: CARD_WIDTH - 2 * MARGIN,
      rgba: true,
      dpi: 96,
      wrap: 'word',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  const input = info.height > height ? await sharp(data).resize({ height, fit: 'inside' }).toBuffer() : data
  return { input, top, left: MARGIN }
}

/** Text for Pango, which reads markup. https://docs.gtk.org/Pango/pango_markup.html */
const escapedMarkup = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
