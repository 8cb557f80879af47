/** What no page may do: load from elsewhere, run a script, be framed; a form only where there is one. */
const policyOf = (forms: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    `form-action ${forms}`,
    "frame-ancestors 'none'",
  ].join('; ')

/** Of everything that is public. */
export const PUBLIC_HEADERS = {
  'Content-Security-Policy': policyOf("'none'"),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const

/** Of pages behind a signed link: their address is a key, which no other site learns and no cache keeps. */
export const PRIVATE_HEADERS = {
  'Content-Security-Policy': policyOf("'self'"),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const
