import { createPublicKey, type JsonWebKey } from 'node:crypto'
import type { PublicKey } from '@sec-latent/core/identity/service-account-store'

const MIN_RSA_BITS = 2048

/** What is wrong with the first bad key of a list; `undefined` when all can be used. */
export function faultOfPublicKeys(keys: readonly PublicKey[]): { index: number; detail: string } | undefined {
  const names = new Set<string>()
  for (const [index, key] of keys.entries()) {
    const detail = names.has(key.kid) ? `The kid ${key.kid} is there twice.` : faultOf(key)
    if (detail !== undefined) return { index, detail }
    names.add(key.kid)
  }
  return undefined
}

function faultOf({ kid: _, ...jwk }: PublicKey): string | undefined {
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
    if (type === 'rsa' && (details?.modulusLength ?? 0) < MIN_RSA_BITS) {
      return `An RSA key needs ${MIN_RSA_BITS} bits or more.`
    }
    return undefined
  } catch {
    return 'The key cannot be read: it needs the parts of its kind (RFC 7518) as base64url.'
  }
}
