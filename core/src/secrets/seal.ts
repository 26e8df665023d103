import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export interface SealingKey {
  key_id: string
  key: Buffer
}

/** What was sealed was changed, or belongs to another place, or its key is not here. */
export class SealError extends Error {
  override name = 'SealError'
}

/**
 * Reads `id:base64` pairs of 256-bit keys, separated by commas. The first seals, all of them open, so that a key can be
 * replaced without a day on which something cannot be read. Throws when a pair is malformed.
 */
export function parseSealingKeys(setting: string): SealingKey[] {
  return setting.split(',').map((pair) => {
    const [, key_id, text] = /^([a-z0-9]{1,16}):([A-Za-z0-9+/=_-]+)$/.exec(pair.trim()) ?? []
    const key = Buffer.from(text ?? '', 'base64')
    if (key_id === undefined || key.length !== KEY_BYTES) {
      throw new Error('a sealing key is written id:key with an id of a-z0-9 and 32 bytes in base64')
    }
    return { key_id, key }
  })
}

/**
 * Secrets that must be used again (of webhooks, stored answers) at rest: AES-256-GCM with a random nonce (NIST SP 800-38D).
 * `place` names the row and column; what was sealed for one place does not open in another.
 */
export function sealer(keys: readonly [SealingKey, ...SealingKey[]]) {
  return {
    /** `key_id.nonce+ciphertext+tag`, the latter in base64url. */
    seal(plain: string, place: string): string {
      const [{ key_id, key }] = keys
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${key_id}.${sealed.toString('base64url')}`
    },

    /** Throws `SealError`. */
    open(sealed: string, place: string): string {
      const [key_id, text = ''] = sealed.split('.', 2)
      const known = keys.find((one) => one.key_id === key_id)
      const bytes = Buffer.from(text, 'base64url')
      if (!known || bytes.length < NONCE_BYTES + TAG_BYTES)
        throw new SealError('the seal is of no key that is known')
      const decipher = createDecipheriv('aes-256-gcm', known.key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        return (
          decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
        )
      } catch (cause) {
        throw new SealError('the seal is broken', { cause })
      }
    },
  }
}
export type Sealer = ReturnType<typeof sealer>
