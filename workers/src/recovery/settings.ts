import { parseConfig } from '@sec-latent/core/config'
import { findPostgresPrograms } from '@sec-latent/core/recovery/postgres-programs'
import { backupSettings, openBackups } from '@sec-latent/core/recovery/settings'
import { Type } from 'typebox'
import { workerConfig } from '../config.ts'

export const recoverySettings = Type.Object({
  ...backupSettings,
  BACKUP_DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      description: 'The primary with a login that may replicate, past any pooler. Unset: DATABASE_URL.',
    }),
  ),
  POSTGRES_BIN: Type.Optional(
    Type.String({ description: 'Folder of pg_basebackup, pg_verifybackup, pg_waldump and postgres.' }),
  ),
  RECOVERY_SCRATCH: Type.Optional(
    Type.String({
      description: 'Folder with room for the database, where backups are unpacked and drills run.',
    }),
  ),
  RECOVERY_OWNER: Type.String({
    default: 'postgres',
    description: 'The superuser of the cluster, under which a restored one is opened.',
  }),
  REGION_OBJECT_STORE_URL: Type.Optional(
    Type.String({
      pattern: '^(file|s3|s3\\+http)://',
      description: 'The second copy of the objects, in another region. Unset: there is none.',
    }),
  ),
})

/** The settings of the programs that back up and restore, beside those of a worker. */
export function recoveryConfig(env: Record<string, string | undefined>) {
  const config = parseConfig(recoverySettings, env)
  const worker = workerConfig(env)
  const programs = findPostgresPrograms(env)
  return {
    ...config,
    worker,
    backups: openBackups(env),
    databaseUrl: config.BACKUP_DATABASE_URL ?? worker.DATABASE_URL,
    /** Throws a sentence where Postgres and its tools are not there. */
    programs(): string {
      if (!programs)
        throw new Error(
          'There is no Postgres with pg_basebackup here: install postgresql-15 or set POSTGRES_BIN.',
        )
      return programs
    },
  }
}

export type RecoveryConfig = ReturnType<typeof recoveryConfig>
