import { createPublicKey, type KeyObject, verify } from 'node:crypto'

const TIMEOUT_MS = 3_000
const KEEP_MS = 3_600_000
/** A key that is not in the list may be new, but not every stranger who names one makes us ask. */
const ASK_AGAIN_MS = 60_000
const MAX_BYTES = 65_536
const MAX_KEYS = 50

/** The published keys could not be read, so nobody can say who sent a message. */
export class PublicKeysUnavailable extends Error {
  override name = 'PublicKeysUnavailable'
  readonly code = 'CONNECTION_UNAVAILABLE'
}

/**
 * The public keys with which GitHub signs its messages: ECDSA over NIST P-256 with SHA-256. They are read from the published
 * list, kept for an hour, and read again at most once a minute when a message names one that is not there.
 */
export function publishedKeys(url: string, now: () => number = () => performance.now()) {
  let kept = new Map<string, KeyObject>()
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  async function read(): Promise<void> {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      headers: { accept: 'application/json', 'user-agent': 'sec-latent-platform' },
    })
    if (!response.ok) throw new Error(`the list of public keys answered ${response.status}`)
    const list = JSON.parse(await limitedText(response)) as { public_keys?: unknown }
    if (!Array.isArray(list.public_keys)) throw new Error('the list of public keys has no keys')
    const keys = new Map<string, KeyObject>()
    for (const entry of list.public_keys.slice(0, MAX_KEYS)) {
      const { key_identifier, key } = entry as { key_identifier?: unknown; key?: unknown }
      if (typeof key_identifier !== 'string' || typeof key !== 'string') continue
      const parsed = createPublicKey(key)
      const isP256 =
        parsed.asymmetricKeyType === 'ec' && parsed.asymmetricKeyDetails?.namedCurve === 'prime256v1'
      if (isP256) keys.set(key_identifier, parsed)
    }
    kept = keys
    readAt = now()
  }

  async function readOnce(): Promise<void> {
    reading ??= read().finally(() => {
      reading = undefined
    })
    try {
      await reading
    } catch (cause) {
      throw new PublicKeysUnavailable('the published keys could not be read', { cause })
    }
  }

  return {
    /** True when the signature (base64, DER) over the body was made with the published key of this id. */
    async verify(keyId: string, signature: string, body: Buffer): Promise<boolean> {
      const age = now() - readAt
      if (age > KEEP_MS || (!kept.has(keyId) && age > ASK_AGAIN_MS)) await readOnce()
      const key = kept.get(keyId)
      return key !== undefined && verify('sha256', body, key, Buffer.from(signature, 'base64'))
    },
  }
}
export type PublishedKeys = ReturnType<typeof publishedKeys>

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MAX_BYTES) throw new Error('the list of public keys is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
