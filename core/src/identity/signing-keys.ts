import { randomBytes } from 'node:crypto'
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { Sealer } from '../secrets/seal.ts'
import type { SigningKeyRow, SigningKeyStore } from './signing-key-store.ts'

export const SIGNING_ALGORITHM = 'ES256'
/** How long an access token is good for. */
export const ACCESS_TOKEN_SECONDS = 600
/** How far clocks may be apart. */
export const CLOCK_LEEWAY_SECONDS = 30
/** How long others may keep a copy of our public keys. */
export const JWKS_MAX_AGE_SECONDS = 300

const DAY_MS = 86_400_000
const KEY_LIFE_MS = 30 * DAY_MS
/** A key is published for so long before it signs, so that nobody meets a token of a key they cannot know. */
const PUBLISH_AHEAD_MS = 2 * JWKS_MAX_AGE_SECONDS * 1000
const OVERLAP_MS = (ACCESS_TOKEN_SECONDS + CLOCK_LEEWAY_SECONDS) * 1000
const REREAD_MS = 60_000
/** A token of an unknown key makes us look at the table again, but not more often than this. */
const UNKNOWN_REREAD_MS = 5 * 60_000

interface LiveKey {
  row: SigningKeyRow
  publicKey: CryptoKey
}

/**
 * Replaces the signing key when its time has come, or at once with `force`. With `atOnce` the new key signs immediately and
 * tokens of the old ones are refused immediately: for a key that was disclosed. Returns the kid of a new key.
 */
export async function rotateSigningKeys(
  store: SigningKeyStore,
  sealer: Sealer,
  options: { force?: boolean; atOnce?: boolean } = {},
): Promise<string | undefined> {
  const due = (newest: SigningKeyRow | undefined) =>
    !newest || options.force === true || options.atOnce === true
      ? true
      : Date.parse(newest.signs_from) < Date.now() - KEY_LIFE_MS
  return await store.rotate(
    due,
    async () => {
      const kid = randomBytes(12).toString('base64url')
      const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true })
      const { kty, crv, x, y } = await exportJWK(pair.publicKey)
      return {
        kid,
        algorithm: SIGNING_ALGORITHM,
        public_jwk: { kty, crv, x, y },
        sealed_private_jwk: sealer.seal(JSON.stringify(await exportJWK(pair.privateKey)), placeOf(kid)),
      }
    },
    options.atOnce ? { aheadMs: 0, overlapMs: 0 } : { aheadMs: PUBLISH_AHEAD_MS, overlapMs: OVERLAP_MS },
  )
}

/** The keys of this platform as one process knows them: read every minute, and made when there is none yet. */
export function signingKeys(store: SigningKeyStore, sealer: Sealer, now: () => number = Date.now) {
  let live = new Map<string, LiveKey>()
  let readAt = Number.NEGATIVE_INFINITY
  let unknownReadAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined
  const privateKeys = new Map<string, CryptoKey>()

  async function read(): Promise<void> {
    let rows = await store.listLive()
    if (rows.length === 0) {
      await rotateSigningKeys(store, sealer)
      rows = await store.listLive()
    }
    const entries = await Promise.all(
      rows.map(
        async (row): Promise<[string, LiveKey]> => [
          row.kid,
          { row, publicKey: await imported(row.public_jwk as JWK) },
        ],
      ),
    )
    live = new Map(entries)
    readAt = now()
  }

  async function reread(): Promise<void> {
    reading ??= read().finally(() => {
      reading = undefined
    })
    await reading
  }

  async function fresh(): Promise<Map<string, LiveKey>> {
    if (now() - readAt > REREAD_MS) await reread()
    return live
  }

  const isLive = ({ row }: LiveKey) => row.retires_at === null || Date.parse(row.retires_at) > now()

  return {
    /** The key that signs now. */
    async signer(): Promise<{ kid: string; privateKey: CryptoKey }> {
      const keys = [...(await fresh()).values()].map(({ row }) => row)
      const row = keys.find((one) => Date.parse(one.signs_from) <= now()) ?? keys.at(-1)
      if (!row) throw new Error('there is no signing key')
      let privateKey = privateKeys.get(row.kid)
      if (!privateKey) {
        privateKey = await imported(JSON.parse(sealer.open(row.sealed_private_jwk, placeOf(row.kid))) as JWK)
        privateKeys.set(row.kid, privateKey)
      }
      return { kid: row.kid, privateKey }
    },

    /** The public key of a kid whose tokens are taken. */
    async verifier(kid: string): Promise<CryptoKey | undefined> {
      let key = (await fresh()).get(kid)
      if (!key && now() - unknownReadAt > UNKNOWN_REREAD_MS) {
        unknownReadAt = now()
        await reread()
        key = live.get(kid)
      }
      return key && isLive(key) ? key.publicKey : undefined
    },

    /** The JSON Web Key Set (RFC 7517), newest key first. */
    async publicSet(): Promise<{ keys: Record<string, unknown>[] }> {
      const keys = [...(await fresh()).values()].filter(isLive)
      return {
        keys: keys.map(({ row }) => ({ ...row.public_jwk, kid: row.kid, alg: row.algorithm, use: 'sig' })),
      }
    },
  }
}
export type SigningKeys = ReturnType<typeof signingKeys>

async function imported(jwk: JWK): Promise<CryptoKey> {
  return (await importJWK(jwk, SIGNING_ALGORITHM)) as CryptoKey
}

function placeOf(kid: string): string {
  return `oauth_signing_keys.${kid}`
}
