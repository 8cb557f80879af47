import { readFileSync } from 'node:fs'

const SHARED = readFileSync(new URL('./assets/shared.css', import.meta.url), 'utf8')

/** A page's style sheet: what all pages share, colours above all, then its own. */
export const styleSheet = (file: URL): string => `${SHARED}\n${readFileSync(file, 'utf8')}`
