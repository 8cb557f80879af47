import { z } from 'zod'

const header = z.looseObject({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) })
const claims = z.looseObject({ iss: z.string(), aud: z.string() })

/**
 * Whether a token says that the Bot Framework made it for this bot. Nothing is proven by that: the signature is checked
 * afterwards, and only for a token that passes here. Without it the library would also take tokens that any Microsoft
 * tenant issues for the emulator (whose audience it never reads) and let each unproven one add to its list of issuers.
 */
export function isMeantForBot(authorization: string, expected: { issuer: string; appId: string }): boolean {
  const [scheme, token, ...rest] = authorization.split(' ')
  const sections = token?.split('.') ?? []
  if (scheme !== 'Bearer' || rest.length > 0 || sections.length !== 3) return false
  const said = claims.safeParse(decodeSection(sections[1]))
  return (
    header.safeParse(decodeSection(sections[0])).success &&
    said.success &&
    said.data.iss === expected.issuer &&
    said.data.aud === expected.appId
  )
}

function decodeSection(section = ''): unknown {
  try {
    return JSON.parse(Buffer.from(section, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
