import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { createBotToken } from './bot-token.ts'
import { createConnectorTransport } from './connector-transport.ts'
import { type Authority, authorityOf, type TeamsOptions } from './options.ts'
import { isMeantForBot } from './token-claims.ts'

type Base = ConfigurationBotFrameworkAuthentication
type Authenticated = Awaited<ReturnType<Base['authenticateRequest']>>
type Factory = ReturnType<Base['createConnectorFactory']>
type Identity = Parameters<Base['createConnectorFactory']>[0]
type UserTokens = ReturnType<Base['createUserTokenClient']>
type Credentials = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>

/** A token that does not prove that Teams sent the request. */
export class UnprovenError extends Error {
  override readonly name = 'UnprovenError'
}

/**
 * The library's authentication with what it leaves open closed: only the Bot Framework's own tokens for this bot are
 * looked at, clients for the connector are kept, and each of their requests is sent once.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #appId: string
  readonly #isOff: boolean
  readonly #authority: Authority
  readonly #clients = new Map<string, ReturnType<Factory['create']>>()
  #userTokens: UserTokens | undefined

  constructor(options: TeamsOptions) {
    const authority = authorityOf(options)
    super(
      {
        ValidateAuthority: true,
        ToChannelFromBotLoginUrl: authority.loginUrl,
        ToChannelFromBotOAuthScope: authority.scope,
        ToBotFromChannelTokenIssuer: authority.issuer,
        OAuthUrl: authority.oAuthUrl,
        ToBotFromChannelOpenIdMetadataUrl: authority.keysUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: authority.emulatorKeysUrl,
        CallerId: authority.callerId,
      },
      credentialsFor(options, authority),
      undefined,
      undefined,
      { httpClient: createConnectorTransport(options.clock) },
    )
    this.#appId = options.appId
    this.#isOff = options.isUnauthenticated
    this.#authority = authority
  }

  /** Rejects with an `UnprovenError` where the token proves nothing, with any other error where that cannot be told. */
  override async authenticateRequest(activity: Activity, authorization: string): Promise<Authenticated> {
    if (!this.#isOff && !this.isPlausible(authorization)) throw new UnprovenError('The token is not for this bot.')
    try {
      const result = await super.authenticateRequest(activity, authorization)
      return { ...result, connectorFactory: this.#factory(result.claimsIdentity) }
    } catch (error) {
      throw isProofMissing(error) ? new UnprovenError('The token is not genuine.', { cause: error }) : error
    }
  }

  /** What a token's own words are worth: see `isMeantForBot`. */
  isPlausible(authorization: string): boolean {
    return this.#isOff || isMeantForBot(authorization, { issuer: this.#authority.issuer, appId: this.#appId })
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.#factory(identity)
  }

  /** Not used by Liaison, which signs nobody in; the library asks for one on each request. */
  override createUserTokenClient(identity: Identity): UserTokens {
    this.#userTokens ??= super.createUserTokenClient(identity)
    return this.#userTokens
  }

  #factory(identity: Identity): Factory {
    return {
      create: (serviceUrl) => {
        const client = this.#clients.get(serviceUrl) ?? super.createConnectorFactory(identity).create(serviceUrl, '')
        this.#clients.set(serviceUrl, client)
        return client
      },
    }
  }
}

function credentialsFor(options: TeamsOptions, { loginUrl, scope }: Authority): Credentials {
  const { appId, appPassword, isUnauthenticated } = options
  const token = createBotToken({ appId, appPassword, loginUrl, scope, now: options.clock })
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => isUnauthenticated,
    createCredentials: async () => ({
      async signRequest(request) {
        if (!isUnauthenticated) request.headers.set('authorization', `Bearer ${await token()}`)
        return request
      },
    }),
  }
}

/** The library's and the token reader's errors for a bad token, apart from those for keys that cannot be had. */
function isProofMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name)) return true
  return 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403)
}
