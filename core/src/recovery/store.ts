import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'

export type BackupKind = 'database' | 'redis' | 'objects'

/** What a finished backup can say of itself; each kind knows some of it. */
export interface BackupFigures {
  stored_bytes?: number
  plain_bytes?: number
  objects_seen?: number
  objects_copied?: number
  start_wal?: string
  verified_at?: string
}

export interface DrillCheck {
  check: string
  ok: boolean
  found: string
}

export interface RestoreDrill {
  started_at: string
  outcome: 'succeeded' | 'failed'
  backup_id?: string | undefined
  target_at?: string | undefined
  recovered_to?: string | undefined
  rpo_seconds?: number | undefined
  rto_seconds?: number | undefined
  checks: DrillCheck[]
  error?: string | undefined
}

const MAX_ERROR_CHARS = 1_000
const MARKS_KEPT_DAYS = 45

/** What was backed up and what was tried to be restored. Role: `latent_worker`. */
export function recoveryStore(sql: Queryable) {
  return {
    async beginBackup(kind: BackupKind, source: string): Promise<string> {
      const id = newId('bkp')
      await sql`insert into backups (id, kind, source, started_at) values (${id}, ${kind}, ${source}, now())`
      return id
    },

    async succeedBackup(id: string, figures: BackupFigures): Promise<void> {
      await sql`update backups set ${sql({ ...figures, outcome: 'succeeded' } as never)}, finished_at = now() where id = ${id}`
    },

    async failBackup(id: string, error: Error): Promise<void> {
      await sql`update backups set finished_at = now(), outcome = 'failed', error = ${error.message.slice(0, MAX_ERROR_CHARS)}
        where id = ${id} and outcome is null`
    },

    async removeBackups(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await sql`update backups set removed_at = now() where id in ${sql([...ids])}`
    },

    /** The latest backup of each kind and source that succeeded: its age is what alerts look at. */
    async latestBackups(): Promise<
      { kind: BackupKind; source: string; finished_at: string; age_seconds: number }[]
    > {
      return await sql`
        select distinct on (kind, source) kind, source, finished_at,
          extract(epoch from now() - finished_at)::float8 as age_seconds
        from backups where outcome = 'succeeded' order by kind, source, finished_at desc`
    },

    async latestDrill(): Promise<(RestoreDrill & { finished_at: string }) | undefined> {
      const [row] = await sql<(RestoreDrill & { finished_at: string })[]>`
        select started_at, finished_at, outcome, backup_id, target_at, recovered_to, rpo_seconds, rto_seconds, checks, error
        from restore_drills order by started_at desc limit 1`
      return row
    },

    async recordDrill(drill: RestoreDrill): Promise<string> {
      const id = newId('drl')
      await sql`insert into restore_drills ${sql({
        id,
        started_at: drill.started_at,
        outcome: drill.outcome,
        backup_id: drill.backup_id ?? null,
        target_at: drill.target_at ?? null,
        recovered_to: drill.recovered_to ?? null,
        rpo_seconds: drill.rpo_seconds ?? null,
        rto_seconds: drill.rto_seconds ?? null,
        checks: sql.json(drill.checks as never) as never,
        error: drill.error?.slice(0, MAX_ERROR_CHARS) ?? null,
      })}`
      return id
    },

    /**
     * Commits the moment. Without it a quiet hour would have no commit to recover to, and the archive nothing to close a
     * segment for.
     */
    async mark(): Promise<string> {
      const [row] = await sql<
        { marked_at: string }[]
      >`insert into recovery_marks default values returning marked_at`
      await sql`delete from recovery_marks where marked_at < now() - make_interval(days => ${MARKS_KEPT_DAYS})`
      return row?.marked_at as string
    },

    async lastMark(): Promise<string | undefined> {
      const [row] = await sql<{ at: string | null }[]>`select max(marked_at) as at from recovery_marks`
      return row?.at ?? undefined
    },
  }
}

export type RecoveryStore = ReturnType<typeof recoveryStore>
