import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sql } from '../db.ts'
import { type BaseBackup, listBaseBackups, removeBaseBackup, takeBaseBackup } from './base-backup.ts'
import type { Account } from './postgres-programs.ts'
import { unpackBackup } from './restore.ts'
import { expiryOf } from './retention.ts'
import type { Backups } from './settings.ts'
import type { RecoveryStore } from './store.ts'
import { WAL_PREFIX } from './wal.ts'

export interface DatabaseBackupOptions {
  sql: Sql
  /** With a login that may replicate. */
  databaseUrl: string
  programs: string
  account?: Account | undefined
  /** A folder with room for the cluster, where the backup is unpacked to be compared with its checksums. */
  scratch?: string | undefined
}

/** Takes a backup, reads it back out of the store and compares each file with its checksum, and writes down what became of it. */
export async function backUpDatabase(
  backups: Backups,
  store: RecoveryStore,
  options: DatabaseBackupOptions,
): Promise<BaseBackup> {
  const id = await store.beginBackup('database', 'primary')
  try {
    const backup = await takeBaseBackup(backups, { id, ...options })
    const scratch = await mkdtemp(join(options.scratch ?? tmpdir(), 'latent-verify-'))
    try {
      await unpackBackup(backups, backup, { ...options, data: join(scratch, 'data') })
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
    const { plain_bytes, stored_bytes, start_wal } = backup
    await store.succeedBackup(id, {
      plain_bytes,
      stored_bytes,
      start_wal,
      verified_at: new Date().toISOString(),
    })
    return backup
  } catch (error) {
    await store.failBackup(id, error as Error)
    // What cannot be restored must not be there to be chosen.
    await removeBaseBackup(backups, id).catch(() => {})
    throw error
  }
}

/** Removes the backups that are over their time, and the log that none of the others needs. */
export async function expireDatabaseBackups(
  backups: Backups,
  store: RecoveryStore,
  now: Date = new Date(),
): Promise<{ backups: number; segments: number }> {
  const expiry = expiryOf(await listBaseBackups(backups), now)
  for (const id of expiry.backups) await removeBaseBackup(backups, id)
  await store.removeBackups(expiry.backups)
  const segments: string[] = []
  for await (const { name } of backups.store.list(WAL_PREFIX)) {
    if (expiry.isDispensable(name.slice(WAL_PREFIX.length))) segments.push(name)
  }
  for (const name of segments) await backups.store.remove(name)
  return { backups: expiry.backups.length, segments: segments.length }
}
