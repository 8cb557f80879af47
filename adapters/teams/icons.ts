import sharp from 'sharp'

/** Pixels. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const COLOR_SIZE = 192
const OUTLINE_SIZE = 32

/** Two sides and the bridge between them, on a field of 96. */
const mark = (paint: string, width: number): string =>
  `<g fill="none" stroke="${paint}" stroke-width="${width}" stroke-linecap="round">` +
  '<circle cx="20" cy="60" r="13"/><circle cx="76" cy="60" r="13"/><path d="M20 34 C30 14 66 14 76 34"/></g>'

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
