import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { SealingKey } from '../secrets/seal.ts'
import { PKCS8_HEAD } from './signing.ts'

/** The public half of a key that signs where the audit log ends (RFC 8037). */
export interface AuditPublicKey {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  alg: 'EdDSA'
  use: 'sig'
}

const KEY_BYTES = 32
const PAIR = /^([a-z0-9]{1,16}):([A-Za-z0-9+/=_-]+)$/

/**
 * Reads `id:key` pairs of public keys, separated by commas: the same ids as those that sign, each with the 32 bytes of its
 * public half in base64. Throws when a pair is malformed or an id stands twice.
 */
export function parseAuditPublicKeys(setting: string): AuditPublicKey[] {
  const keys = setting.split(',').map((pair): AuditPublicKey => {
    const [, kid, text] = PAIR.exec(pair.trim()) ?? []
    const bytes = Buffer.from(text ?? '', 'base64')
    if (kid === undefined || bytes.length !== KEY_BYTES) {
      throw new Error('a public key is written id:key with an id of a-z0-9 and 32 bytes in base64')
    }
    return { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url'), kid, alg: 'EdDSA', use: 'sig' }
  })
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw new Error('an id stands twice')
  return keys
}

/** The setting for the public halves of keys that sign. */
export function auditPublicKeysOf(keys: readonly SealingKey[]): string {
  return keys
    .map(({ key_id, key }) => {
      const privateKey = createPrivateKey({
        key: Buffer.concat([PKCS8_HEAD, key]),
        format: 'der',
        type: 'pkcs8',
      })
      const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
      return `${key_id}:${Buffer.from(x, 'base64url').toString('base64')}`
    })
    .join(',')
}
