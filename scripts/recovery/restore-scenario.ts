import { openDatabase } from '@sec-latent/core/db'
import { newId } from '@sec-latent/core/ids'
import { takeBaseBackup } from '@sec-latent/core/recovery/base-backup'
import { restoreDrill } from '@sec-latent/core/recovery/drill'
import type { DrillCheck, RestoreDrill } from '@sec-latent/core/recovery/store'
import { freePort } from '../services/ports.mjs'
import { type LivedInDatabase, livedInDatabase } from './lived-in-database.ts'
import { type ArchivedPostgres, DATABASE, OWNER, type RecoveryGround } from './recovery-ground.ts'

/** A primary with a life, a backup of the middle of it, and all of its log in the archive. */
export async function backedUpPrimary(
  ground: RecoveryGround,
  options: { steps: number; settings?: string[] },
) {
  const server = await ground.primary('primary', options.settings)
  const database = await livedInDatabase(ground, server)
  await database.live(options.steps)
  await database.anchor()
  const backup = await takeBaseBackup(ground.backups, {
    id: newId('bkp'),
    sql: database.sql,
    databaseUrl: server.url(DATABASE, 'backup_login'),
    programs: ground.programs,
  })
  return { server, database, backup }
}

export interface Moment {
  at: Date
  rows: Record<string, number>
}

/** Things go on after the moment that is to come back: more changes, signed heads, and somebody who is forgotten. */
export async function liveOn(database: LivedInDatabase, steps: number): Promise<Moment> {
  await database.live(steps)
  const moment = await database.moment()
  await database.live(steps)
  await database.anchor()
  await database.erase()
  await database.archived()
  return moment
}

/** Restores into an empty cluster of the ground and looks at it. */
export async function restoreInto(
  ground: RecoveryGround,
  name: string,
  database: Pick<LivedInDatabase, 'outside' | 'erased'>,
  what: {
    target?: Date
    expected?: Record<string, number>
    lostAt?: Date
    look?: (url: string) => Promise<DrillCheck[]>
  },
): Promise<RestoreDrill> {
  return await restoreDrill(ground.backups, {
    folder: ground.within(name),
    port: await freePort(),
    programs: ground.programs,
    account: ground.account,
    fetchCommand: ground.fetchCommand,
    fetchEnvironment: ground.fetchEnvironment,
    login: { user: OWNER, database: DATABASE, password: ground.password },
    outside: database.outside,
    settings: ground.speed.map((setting) => setting.replace('=', ' = ')),
    ...what,
  })
}

/** Who was erased after the moment is there again before the erasures are replayed: otherwise the replay would show nothing. */
export async function isBackFromErasure(url: string, organisationId: string): Promise<DrillCheck> {
  const sql = openDatabase(url, { max: 1 })
  try {
    const [row] = await sql<{ name: string }[]>`select name from organisations where id = ${organisationId}`
    return {
      check: 'what was erased later is back, and has to be erased again',
      ok: row?.name === 'To be forgotten',
      found: row?.name ?? 'nobody',
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** kill -9, and the disk is gone too. */
export async function loseMachine(ground: RecoveryGround, server: ArchivedPostgres): Promise<void> {
  await server.program.kill()
  const { rm } = await import('node:fs/promises')
  await rm(`${ground.folder}/${server.name}`, {
    recursive: true,
    force: true,
    maxRetries: 20,
    retryDelay: 250,
  })
}
