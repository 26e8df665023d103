import { Type } from 'typebox'
import { ConfigError, readKeys } from '../config.ts'
import type { SealingKey } from '../secrets/seal.ts'

const DEVELOPMENT_SIGNING_KEYS = `dev:${Buffer.alloc(32, 'not-a-secret').toString('base64')}`

export const auditSettings = {
  AUDIT_SIGNING_KEYS: Type.String({
    default: DEVELOPMENT_SIGNING_KEYS,
    description:
      'id:key pairs (32 bytes in base64), separated by commas: the Ed25519 keys that sign the heads of the audit log; the first signs, all are believed.',
  }),
}

/** The signing keys of a process. Throws a `ConfigError`; production refuses the one everybody knows. */
export function auditSigningKeysOf(config: {
  AUDIT_SIGNING_KEYS: string
  LATENT_ENV: string
}): [SealingKey, ...SealingKey[]] {
  if (config.LATENT_ENV === 'production' && config.AUDIT_SIGNING_KEYS === DEVELOPMENT_SIGNING_KEYS) {
    throw new ConfigError(['AUDIT_SIGNING_KEYS must be set in production'])
  }
  return readKeys('AUDIT_SIGNING_KEYS', config.AUDIT_SIGNING_KEYS, config.LATENT_ENV)
}
