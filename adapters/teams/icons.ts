import sharp from 'sharp'

/** Pixels. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const COLOR_SIZE = 192
const OUTLINE_SIZE = 32

/** A speech bubble that joins two sides, on a field of 96. */
const mark = (paint: string, width: number): string =>
  `<g fill="none" stroke="${paint}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">` +
  '<path d="M18 14 H78 A10 10 0 0 1 88 24 V58 A10 10 0 0 1 78 68 H50 L32 84 V68 H18 A10 10 0 0 1 8 58 V24 A10 10 0 0 1 18 14 Z"/>' +
  `<path d="M32 41 H64"/><g fill="${paint}"><circle cx="32" cy="41" r="5"/><circle cx="64" cy="41" r="5"/></g></g>`

const drawing = (size: number, offset: number, scale: number, inside: string, background = ''): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">` +
      `${background}<g transform="translate(${offset} ${offset}) scale(${scale})">${inside}</g></svg>`,
  )

/** The app's two icons as PNG: in colour, and white on nothing for the rail at the side. */
export async function teamsIcons(): Promise<{ color: Uint8Array; outline: Uint8Array }> {
  const field = `<rect width="${COLOR_SIZE}" height="${COLOR_SIZE}" fill="#1F4E5F"/>`
  const [color, outline] = await Promise.all(
    [
      drawing(COLOR_SIZE, 36, 1.25, mark('#FFFFFF', 9), field),
      drawing(OUTLINE_SIZE, 1, 30 / 96, mark('#FFFFFF', 8)),
    ].map((svg) => sharp(svg).png({ compressionLevel: 9 }).toBuffer()),
  )
  if (!color || !outline) throw new Error('an icon was not drawn')
  return { color, outline }
}
