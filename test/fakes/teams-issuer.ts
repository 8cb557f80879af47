import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

/** A local stand-in for Microsoft's issuer of tokens: real RSA keys, real signatures, an address of its own. */
export type TeamsIssuer = {
  issuer: string
  /** What `jwks_uri` answers. */
  keys: { keys: JWK[] }
  /** A token as Teams sends it; `changes` makes it another one. */
  token(changes?: TokenChanges): Promise<string>
}

export type TokenChanges = {
  issuer?: string
  audience?: string
  serviceUrl?: string
  /** Seconds from now; negative: it has run out. */
  expiresIn?: number
  /** Signed with a key that is not among the published ones, under the id of one that is. */
  isForged?: boolean
  keyId?: string
  claims?: Record<string, unknown>
}

const ISSUER = 'https://issuer.teams.example'
const KEY_ID = 'key-1'

const pair = generateKeyPair('RS256', { extractable: true })
const forgedPair = generateKeyPair('RS256')

export async function createTeamsIssuer(appId: string, serviceUrl: string): Promise<TeamsIssuer> {
  const { publicKey, privateKey } = await pair
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256', endorsements: ['msteams'] }
  return {
    issuer: ISSUER,
    keys: { keys: [jwk] },
    async token(changes = {}) {
      const now = Math.floor(Date.now() / 1000)
      return new SignJWT({ serviceurl: changes.serviceUrl ?? serviceUrl, ...changes.claims })
        .setProtectedHeader({ alg: 'RS256', kid: changes.keyId ?? KEY_ID, typ: 'JWT' })
        .setIssuer(changes.issuer ?? ISSUER)
        .setAudience(changes.audience ?? appId)
        .setNotBefore(now - 3600)
        .setExpirationTime(now + (changes.expiresIn ?? 3600))
        .sign(changes.isForged ? (await forgedPair).privateKey : privateKey)
    },
  }
}
