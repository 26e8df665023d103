import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { scopes as allScopes } from '@sec-latent/core/accounts/scopes'
import { appendAuditEvent } from '@sec-latent/core/audit/store'
import type { TokenBearer } from '@sec-latent/core/identity/access-tokens'
import { ASSERTION_ALGORITHMS } from '@sec-latent/core/identity/client-authentication'
import { serviceAccountRecords } from '@sec-latent/core/identity/service-account-store'
import { JWKS_MAX_AGE_SECONDS } from '@sec-latent/core/identity/signing-keys'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '../identity/identity.ts'
import { named, publicAccess } from '../openapi.ts'
import { attemptCounter } from '../plugins/attempt-counter.ts'
import { networkOf, tooManyFailures } from '../plugins/auth.ts'
import {
  AccessToken,
  AuthorizationServer,
  JsonWebKeySet,
  OAuthError,
  Revocation,
  RevocationRequest,
  TokenRequest,
} from './schema.ts'
import { OAuthRefusal, readRevocationRequest, readTokenRequest, unknownClient } from './token-request.ts'

const FORM = 'application/x-www-form-urlencoded'
const MAX_FORM_BYTES = 16_384
const CLIENT_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const
const MINUTE_MS = 60_000
/** Guessing a secret is held back sooner than calling with a wrong key. */
const STRICTER = 3
/** A token lasts ten minutes: nobody needs many more of them than this from one address. */
const REQUESTS_PER_FAILURE = 4

export interface OAuthServices {
  identity: Identity
  settings: { failedAttemptsPerMinute: number; portalUrl: string }
}

export const oauthRoutes: FastifyPluginAsyncTypebox<OAuthServices> = async (app, { identity, settings }) => {
  const { sql, issuer, signingKeys, clients, tokens, serviceAccounts } = identity
  const failures = attemptCounter(
    Math.max(1, Math.floor(settings.failedAttemptsPerMinute / STRICTER)),
    MINUTE_MS,
  )
  const requests = attemptCounter(settings.failedAttemptsPerMinute * REQUESTS_PER_FAILURE, MINUTE_MS)
  for (const schema of [AccessToken, Revocation, OAuthError, JsonWebKeySet, AuthorizationServer])
    app.addSchema(schema)

  await app.register(async (endpoint) => {
    endpoint.removeAllContentTypeParsers()
    endpoint.addContentTypeParser(
      FORM,
      { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
      async (_request: FastifyRequest, text: string) => {
        return new URLSearchParams(text)
      },
    )

    endpoint.post(
      '/oauth/token',
      {
        config: publicAccess({
          idempotent: true,
          problems: ['unsupported_media_type', 'body_too_large', 'rate_limited'],
          answers: {
            200: 'A token.',
            400: 'The request is not one for a token (RFC 6749, 5.2).',
            401: 'The client is unknown or its credential is wrong.',
          },
        }),
        schema: {
          operationId: 'createAccessToken',
          summary: 'Get an access token',
          description:
            'Client credentials (RFC 6749, 4.4): a service account gets a token for ten minutes, with its secret (`Authorization: Basic` or in the body, not both) or an assertion it signed (RFC 7523). There are no refresh tokens; ask again.',
          tags: ['Account'],
          consumes: [FORM],
          body: TokenRequest,
          response: { 200: named(AccessToken), 400: named(OAuthError), 401: named(OAuthError) },
        },
      },
      (request, reply) =>
        answerClient(request, reply, async (form) => {
          const { credential, scopes } = readTokenRequest(form, request.headers.authorization)
          const account = await clients.authenticate(credential)
          if (!account) throw unknownClient()
          const granted = narrowed(account.scopes, scopes)
          await serviceAccounts.noteUse(account.id)
          const token = await tokens.issue(account, granted)
          return { ...token, token_type: 'Bearer' as const, scope: granted.join(' ') }
        }),
    )

    endpoint.post(
      '/oauth/revoke',
      {
        config: publicAccess({
          idempotent: true,
          problems: ['unsupported_media_type', 'body_too_large', 'rate_limited'],
          answers: {
            200: 'The token does not work, or never did.',
            400: 'The request is not one to take a token back, or the token is of another client.',
            401: 'The client is unknown or its credential is wrong.',
          },
        }),
        schema: {
          operationId: 'revokeAccessToken',
          summary: 'Take an access token back',
          description:
            'Ends a token before its time (RFC 7009): it is refused everywhere within five seconds. A service account takes its own tokens back, and says who it is as it does when it asks for one. A token that is not good any more is answered like one that was taken back.',
          tags: ['Account'],
          consumes: [FORM],
          body: RevocationRequest,
          response: { 200: named(Revocation), 400: named(OAuthError), 401: named(OAuthError) },
        },
      },
      (request, reply) =>
        answerClient(request, reply, async (form) => {
          const { credential, token } = readRevocationRequest(form, request.headers.authorization)
          const account = await clients.authenticate(credential)
          if (!account) throw unknownClient()
          const bearer = await tokens.verify(token)
          if (bearer && bearer.account.id !== account.id)
            throw new OAuthRefusal('unauthorized_client', 'The token was given to another client.')
          if (bearer) await revoke(bearer, request)
          return {}
        }),
    )
  })

  /** Answers a client that has to say who it is, as often as its address may ask; refusals are those of RFC 6749. */
  async function answerClient<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    answer: (form: URLSearchParams) => Promise<T>,
  ) {
    reply.header('cache-control', 'no-store').header('pragma', 'no-cache')
    const address = networkOf(request.ip)
    const wait = Math.max(failures.blockedForMs(address), requests.blockedForMs(address))
    if (wait > 0) throw tooManyFailures(wait)
    requests.count(address)
    try {
      return await answer(request.body as unknown as URLSearchParams)
    } catch (error) {
      if (!(error instanceof OAuthRefusal)) throw error
      if (error.code === 'invalid_client') failures.count(address)
      return refuse(reply, error)
    }
  }

  async function revoke({ account, jti, expires_at }: TokenBearer, request: FastifyRequest): Promise<void> {
    const { id, organisation_id } = account
    const expiresAt = new Date(expires_at * 1_000)
    await sql.begin(async (tx) => {
      const token = { jti, organisation_id, service_account_id: id, expires_at: expiresAt }
      if (!(await serviceAccountRecords(tx).revokeToken(token))) return
      await appendAuditEvent(tx, {
        organisation_id,
        actor: { type: 'service_account', id, ip: request.ip },
        action: 'access_token.revoked',
        target_type: 'service_account',
        target_id: id,
        before: null,
        after: { jti, expires_at: expiresAt.toISOString() },
        request_id: request.id,
      })
    })
    tokens.forget(id)
  }

  app.get(
    '/.well-known/jwks.json',
    {
      config: publicAccess(),
      schema: {
        operationId: 'listSigningKeys',
        summary: 'Public keys of access tokens',
        description:
          'The keys that verify access tokens (RFC 7517). A new key is here ten minutes before it signs.',
        tags: ['Account'],
        response: { 200: named(JsonWebKeySet) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', `public, max-age=${JWKS_MAX_AGE_SECONDS}`)
      return (await signingKeys.publicSet()) as never
    },
  )

  app.get(
    '/.well-known/oauth-authorization-server',
    {
      config: publicAccess(),
      schema: {
        operationId: 'getAuthorizationServer',
        summary: 'Metadata of the authorization server',
        description: 'What OAuth libraries need to know (RFC 8414).',
        tags: ['Account'],
        response: { 200: named(AuthorizationServer) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', `public, max-age=${JWKS_MAX_AGE_SECONDS}`)
      return {
        issuer,
        token_endpoint: `${issuer}/oauth/token`,
        revocation_endpoint: `${issuer}/oauth/revoke`,
        revocation_endpoint_auth_methods_supported: [...CLIENT_METHODS],
        jwks_uri: `${issuer}/.well-known/jwks.json`,
        response_types_supported: [],
        grant_types_supported: ['client_credentials'],
        token_endpoint_auth_methods_supported: [...CLIENT_METHODS],
        token_endpoint_auth_signing_alg_values_supported: [...ASSERTION_ALGORITHMS],
        scopes_supported: [...allScopes],
        service_documentation: `${settings.portalUrl}/docs/concepts/service-accounts`,
      }
    },
  )
}

/** The scopes of a token: those asked for, each of which the account must have, or all it has. */
function narrowed(own: readonly string[], asked: readonly string[] | undefined): string[] {
  if (asked === undefined) return [...own]
  const lacking = asked.filter((scope) => !own.includes(scope))
  if (lacking.length > 0) {
    throw new OAuthRefusal('invalid_scope', 'A scope is unknown or was not granted to the account.')
  }
  return [...asked]
}

function refuse(reply: FastifyReply, { code, message }: OAuthRefusal) {
  if (code === 'invalid_client') reply.header('www-authenticate', 'Basic realm="sec-latent", charset="UTF-8"')
  return reply.code(code === 'invalid_client' ? 401 : 400).send({ error: code, error_description: message })
}
