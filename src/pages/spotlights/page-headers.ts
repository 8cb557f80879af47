import type { MiddlewareHandler } from 'hono'

/** What no page may do: load from elsewhere, run a script, be framed. `form-action` only where there is a form. */
export function pageHeaders(options: { hasForm?: boolean } = {}): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    `form-action ${options.hasForm ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ')
  return async (context, next) => {
    await next()
    context.header('Content-Security-Policy', policy)
    context.header('X-Content-Type-Options', 'nosniff')
    // A signed address is a key: no other site learns it.
    context.header('Referrer-Policy', options.hasForm ? 'no-referrer' : 'strict-origin-when-cross-origin')
  }
}
