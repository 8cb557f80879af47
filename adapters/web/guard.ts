import type { MiddlewareHandler } from 'hono'

/**
 * The chat page has no sign-in, so it answers this machine alone: a `Host` of another name means that a page elsewhere
 * has pointed its own name here (DNS rebinding), and a change that another site's page sent is refused.
 */
export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? ''
  if (!isLoopbackHost(host)) return context.text('This page is for the machine that Liaison runs on.', 403)
  const isChange = context.req.method !== 'GET' && context.req.method !== 'HEAD'
  if (isChange && !isOwnOrigin(context.req.header('origin'), host)) {
    return context.text('This was sent from another page than Liaison’s own.', 403)
  }
  await next()
}

/** `localhost`, `127.0.0.1` or `[::1]`, with any port. */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)
}

function isOwnOrigin(origin: string | undefined, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`
}

/** What no page of the chat may do: load from elsewhere, run what is inline, be framed, tell others where it was. */
export function securityHeaders(imageOrigin?: string): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    `img-src 'self'${imageOrigin ? ` ${imageOrigin}` : ''}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return async (context, next) => {
    await next()
    context.header('Content-Security-Policy', policy)
    context.header('X-Content-Type-Options', 'nosniff')
    // With `no-referrer` a form would send `Origin: null`.
    context.header('Referrer-Policy', 'same-origin')
    context.header('Cross-Origin-Opener-Policy', 'same-origin')
    context.header('Cross-Origin-Resource-Policy', 'same-origin')
  }
}
