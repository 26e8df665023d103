import { Type } from 'typebox'
import { ConfigError, parseConfig, readKeys } from '../config.ts'
import { type BackupStore, openBackupStore } from './backup-store.ts'
import type { BackupKeys } from './sealed-parts.ts'

const DEVELOPMENT_BACKUP_KEYS = `dev:${Buffer.alloc(32, 'not-a-secret').toString('base64')}`

export const backupSettings = {
  BACKUP_STORE_URL: Type.String({
    pattern: '^(file|s3|s3\\+http)://',
    description:
      'Where backups lie: file:///folder, or s3://key:secret@host/bucket?region=… . Another account and region than the objects.',
  }),
  BACKUP_KEYS: Type.String({
    default: DEVELOPMENT_BACKUP_KEYS,
    description:
      'id:key pairs (32 bytes in base64), separated by commas, that encrypt backups; the first seals, all open. Kept apart from the backups: without them nothing can be restored.',
  }),
  LATENT_ENV: Type.Union([Type.Literal('development'), Type.Literal('production')], {
    default: 'development',
    description: 'development or production; production refuses weak or missing secrets.',
  }),
}

export interface Backups {
  store: BackupStore
  keys: BackupKeys
}

/** Opens the backups that an environment names. Throws a `ConfigError`; production refuses the key everybody knows. */
export function openBackups(env: Record<string, string | undefined>): Backups {
  const config = parseConfig(Type.Object(backupSettings), env)
  if (config.LATENT_ENV === 'production' && config.BACKUP_KEYS === DEVELOPMENT_BACKUP_KEYS) {
    throw new ConfigError(['BACKUP_KEYS must be set in production'])
  }
  const keys = readKeys('BACKUP_KEYS', config.BACKUP_KEYS, config.LATENT_ENV)
  return { store: openBackupStore(config.BACKUP_STORE_URL), keys }
}
