import { readFileSync } from 'node:fs'

const PALETTE = readFileSync(new URL('./assets/palette.css', import.meta.url), 'utf8')

/** A page's style sheet: the colours that pages share, then its own. */
export const styleSheet = (file: URL): string => `${PALETTE}\n${readFileSync(file, 'utf8')}`
