import { timingSafeEqual } from 'node:crypto'
import { decodeJwt, importJWK, type JWTHeaderParameters, jwtVerify } from 'jose'
import { hashKey, type Pepper } from '../accounts/key-format.ts'
import type { PublicKey, ServiceAccountRecord, ServiceAccountRecords } from './service-account-store.ts'
import { CLOCK_LEEWAY_SECONDS } from './signing-keys.ts'

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
/** What programs may sign their assertions with. */
export const ASSERTION_ALGORITHMS = ['ES256', 'EdDSA', 'RS256', 'PS256'] as const
/** An assertion is made for one request; one that lives longer was not. */
const MAX_ASSERTION_SECONDS = 300
const MAX_ASSERTION_CHARS = 4_096
const MAX_JTI_CHARS = 200
const ACCOUNT_PATTERN = /^sva_[0-9a-z]{26}$/

/** How a program says who it is. */
export type ClientCredential =
  | { method: 'client_secret_basic' | 'client_secret_post'; client_id: string; client_secret: string }
  | { method: 'private_key_jwt'; client_id: string | undefined; assertion: string }

/**
 * Checks the credential of a program at the token endpoint. Every refusal is `undefined`, and an unknown client costs the
 * same lookup and the same comparisons as a wrong secret.
 */
export function clientAuthentication(
  accounts: ServiceAccountRecords,
  peppers: readonly Pepper[],
  { audiences }: { audiences: readonly string[] },
) {
  async function find(id: string): Promise<ServiceAccountRecord | undefined> {
    return await accounts.find(ACCOUNT_PATTERN.test(id) ? id : 'sva_unknown')
  }

  async function bySecret(id: string, secret: string): Promise<ServiceAccountRecord | undefined> {
    const account = await find(id)
    const given = peppers.map((pepper) => hashKey(secret, pepper))
    const kept = account?.secret_hashes ?? []
    // Always two comparisons per pepper: how many secrets an account has, or whether it exists, must not show in the time.
    const candidates = [kept[0] ?? Buffer.alloc(32), kept[1] ?? Buffer.alloc(32)]
    let matches = false
    for (const hash of given) {
      for (const candidate of candidates) {
        if (timingSafeEqual(hash, candidate)) matches = true
      }
    }
    return matches ? account : undefined
  }

  async function byAssertion(
    claimed: string | undefined,
    assertion: string,
  ): Promise<ServiceAccountRecord | undefined> {
    if (assertion.length > MAX_ASSERTION_CHARS) return undefined
    const id = subjectOf(assertion)
    if (id === undefined || (claimed !== undefined && claimed !== id)) return undefined
    const account = await find(id)
    const claims = account && (await verified(assertion, account))
    if (!claims) return undefined
    const spent = new Date((claims.exp + CLOCK_LEEWAY_SECONDS) * 1000)
    return (await accounts.useAssertion(id, claims.jti, spent)) ? account : undefined
  }

  async function verified(
    assertion: string,
    account: ServiceAccountRecord,
  ): Promise<{ exp: number; jti: string } | undefined> {
    try {
      const { payload } = await jwtVerify(assertion, (header) => keyFor(header, account), {
        algorithms: [...ASSERTION_ALGORITHMS],
        issuer: account.id,
        subject: account.id,
        audience: [...audiences],
        clockTolerance: CLOCK_LEEWAY_SECONDS,
        requiredClaims: ['exp', 'iat', 'jti'],
        maxTokenAge: MAX_ASSERTION_SECONDS,
      })
      const { exp = 0, iat = 0, jti = '' } = payload
      if (exp - iat > MAX_ASSERTION_SECONDS || jti === '' || jti.length > MAX_JTI_CHARS) return undefined
      return { exp, jti }
    } catch {
      return undefined
    }
  }

  return {
    async authenticate(credential: ClientCredential): Promise<ServiceAccountRecord | undefined> {
      const account =
        credential.method === 'private_key_jwt'
          ? await byAssertion(credential.client_id, credential.assertion)
          : await bySecret(credential.client_id, credential.client_secret)
      return account && !account.disabled && !account.organisation_disabled ? account : undefined
    },
  }
}
export type ClientAuthentication = ReturnType<typeof clientAuthentication>

function subjectOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).sub
  } catch {
    return undefined
  }
}

/** The registered key an assertion names; one that it brings along, or points at, is never used. */
async function keyFor(header: JWTHeaderParameters, account: ServiceAccountRecord) {
  const key = account.public_keys.find((one) => one.kid === header.kid)
  if (!key || header.jwk || header.jku || header.x5u || header.x5c) throw new Error('no such key')
  return await importJWK(publicPartOf(key), header.alg)
}

/** Only the names a public key has: a private part that somebody registered by mistake is never used. */
function publicPartOf({ kty, crv, x, y, n, e }: PublicKey): PublicKey {
  const part = { kty, crv, x, y, n, e }
  return Object.fromEntries(
    Object.entries(part).filter(([, value]) => value !== undefined),
  ) as unknown as PublicKey
}
