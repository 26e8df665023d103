import { createHash, randomUUID } from 'node:crypto'
import { compactVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import type { ServiceAccountRecord, ServiceAccountRecords } from './service-account-store.ts'
import {
  ACCESS_TOKEN_SECONDS,
  CLOCK_LEEWAY_SECONDS,
  SIGNING_ALGORITHM,
  type SigningKeys,
} from './signing-keys.ts'

/** More than ten times what ours have. */
const MAX_TOKEN_CHARS = 4_096
const TOKEN_PATTERN = /^[\w-]{2,}\.[\w-]{2,}\.[\w-]{2,}$/
const TOKEN_TYPE = 'at+jwt'
const KID_PATTERN = /^[\w-]{1,64}$/
const HEADER_NAMES = ['alg', 'kid', 'typ']
/** What a process remembers of tokens it has checked: the signature never becomes wrong again. */
const KEPT_TOKENS = 10_000
/** How long an account is believed to be what it was; a change holds everywhere within this time. */
const ACCOUNT_KEPT_MS = 3_000

interface Claims {
  iss: string
  aud: string
  sub: string
  client_id: string
  scope: string
  jti: string
  iat: number
  exp: number
  /** The organisation, and the version of the account when the token was made. */
  organisation_id: string
  account_version: number
}

/** A program that came with a valid access token. */
export interface TokenBearer {
  account: ServiceAccountRecord
  scopes: string[]
  jti: string
  /** Seconds since 1970. */
  expires_at: number
}

/** True for what may be one of our access tokens by its form; says nothing about whether it is good. */
export function looksLikeToken(credential: string): boolean {
  return TOKEN_PATTERN.test(credential)
}

/**
 * Access tokens (RFC 9068): JWTs signed with ES256, ten minutes long, checked by the rules of RFC 8725. Whatever is not
 * exactly as we make it is refused: other header names (`jku`, `jwk`, `x5u`, `crit`, `zip`), other types, names given twice.
 */
export function accessTokens(
  keys: SigningKeys,
  accounts: Pick<ServiceAccountRecords, 'find'>,
  { issuer, audience, now = Date.now }: { issuer: string; audience: string; now?: () => number },
) {
  const checked = new LRUCache<string, Claims>({ max: KEPT_TOKENS })
  const known = new LRUCache<string, { record: ServiceAccountRecord | undefined }>({
    max: KEPT_TOKENS,
    ttl: ACCOUNT_KEPT_MS,
  })
  const waiting = new Map<string, Promise<ServiceAccountRecord | undefined>>()

  async function accountOf(id: string): Promise<ServiceAccountRecord | undefined> {
    const kept = known.get(id)
    if (kept) return kept.record
    let question = waiting.get(id)
    if (!question) {
      question = accounts.find(id).finally(() => waiting.delete(id))
      waiting.set(id, question)
    }
    const record = await question
    known.set(id, { record })
    return record
  }

  async function read(token: string): Promise<Claims | undefined> {
    const [headerText = '', payloadText = ''] = token.split('.')
    const header = parseExactly(headerText)
    if (!header || Object.keys(header).sort().join() !== HEADER_NAMES.join()) return undefined
    if (header.alg !== SIGNING_ALGORITHM || header.typ !== TOKEN_TYPE) return undefined
    if (typeof header.kid !== 'string' || !KID_PATTERN.test(header.kid)) return undefined
    const key = await keys.verifier(header.kid)
    if (!key) return undefined
    try {
      await compactVerify(token, key, { algorithms: [SIGNING_ALGORITHM] })
    } catch {
      return undefined
    }
    return claimsOf(parseExactly(payloadText), issuer, audience)
  }

  function isCurrent({ iat, exp }: Claims): boolean {
    const seconds = now() / 1000
    return iat <= seconds + CLOCK_LEEWAY_SECONDS && exp > seconds - CLOCK_LEEWAY_SECONDS
  }

  return {
    /** A token for an account, with no more scopes than it has. */
    async issue(
      account: ServiceAccountRecord,
      scopes: readonly string[],
    ): Promise<{ access_token: string; expires_in: number }> {
      const { kid, privateKey } = await keys.signer()
      const iat = Math.floor(now() / 1000)
      const access_token = await new SignJWT({
        client_id: account.id,
        scope: scopes.join(' '),
        organisation_id: account.organisation_id,
        account_version: account.version,
      })
        .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: TOKEN_TYPE, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(account.id)
        .setJti(randomUUID())
        .setIssuedAt(iat)
        .setExpirationTime(iat + ACCESS_TOKEN_SECONDS)
        .sign(privateKey)
      return { access_token, expires_in: ACCESS_TOKEN_SECONDS }
    },

    /** Who comes with this token; `undefined` for every token that is not good, whatever the reason. */
    async verify(token: string): Promise<TokenBearer | undefined> {
      if (token.length > MAX_TOKEN_CHARS || !looksLikeToken(token)) return undefined
      const digest = createHash('sha256').update(token).digest('base64')
      const claims = checked.get(digest) ?? (await read(token))
      if (!claims || !isCurrent(claims)) return undefined
      const account = await accountOf(claims.sub)
      if (!account || account.disabled || account.version !== claims.account_version) return undefined
      if (account.revoked_tokens.includes(claims.jti)) return undefined
      if (account.organisation_id !== claims.organisation_id) return undefined
      checked.set(digest, claims)
      const scopes = claims.scope.split(' ').filter((scope) => account.scopes.includes(scope))
      return { account, scopes, jti: claims.jti, expires_at: claims.exp }
    },

    /** Forgets what this process believes of an account. */
    forget(id: string): void {
      known.delete(id)
    },
  }
}
export type AccessTokens = ReturnType<typeof accessTokens>

/**
 * A part of a token as an object. Ours are what `JSON.stringify` writes, so a text that reads back differently (a name
 * given twice, a number out of range) is not one of ours.
 */
function parseExactly(part: string): Record<string, unknown> | undefined {
  try {
    const text = Buffer.from(part, 'base64url').toString('utf8')
    const value = JSON.parse(text) as unknown
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return JSON.stringify(value) === text ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function claimsOf(
  payload: Record<string, unknown> | undefined,
  issuer: string,
  audience: string,
): Claims | undefined {
  if (!payload) return undefined
  const { iss, aud, sub, client_id, scope, jti, iat, exp, nbf, organisation_id, account_version } = payload
  if (iss !== issuer || aud !== audience) return undefined
  for (const text of [sub, client_id, scope, jti, organisation_id]) {
    if (typeof text !== 'string' || (text === '' && text !== scope)) return undefined
  }
  for (const number of [iat, exp, account_version]) {
    if (!Number.isSafeInteger(number) || (number as number) < 0) return undefined
  }
  // We never set it; a token that is not good yet is not ours.
  if (nbf !== undefined || sub !== client_id) return undefined
  const life = (exp as number) - (iat as number)
  if (life <= 0 || life > ACCESS_TOKEN_SECONDS) return undefined
  return payload as unknown as Claims
}
