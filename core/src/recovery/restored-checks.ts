import type { AnchorStore } from '../audit/anchor-store.ts'
import type { StatementSigner } from '../audit/signing.ts'
import { verifyAudit } from '../audit/verify.ts'
import type { Sql } from '../db.ts'
import type { ErasureLog } from '../privacy/erasure-log.ts'
import { replayErasures } from '../privacy/replay.ts'
import type { DrillCheck } from './store.ts'

/** Columns that say when a row was written. A filing and its place in the feed are written two seconds ahead. */
const WRITTEN_AT: [table: string, column: string, aheadSeconds: number][] = [
  ['audit_events', 'created_at', 0],
  ['recovery_marks', 'marked_at', 0],
  ['backups', 'started_at', 0],
  ['organisations', 'created_at', 0],
  ['api_keys', 'created_at', 0],
  ['changes', 'created_at', 10],
  ['filings', 'available_at', 10],
]

/** How many rows each table of the schema has, exactly. */
export async function countRows(sql: Sql): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await sql<{ rows: number }[]>`select count(*)::bigint as rows from ${sql(name)}`
    counts[name] = row?.rows ?? 0
  }
  return counts
}

/** Nothing in the database may be from after the moment it was restored to. */
export async function noFutureRows(sql: Sql, moment: Date): Promise<DrillCheck> {
  const found: string[] = []
  for (const [table, column, ahead] of WRITTEN_AT) {
    const [row] = await sql<{ rows: number }[]>`
      select count(*)::bigint as rows from ${sql(table)}
      where ${sql(column)} > ${moment.toISOString()}::timestamptz + make_interval(secs => ${ahead})`
    if (row && row.rows > 0) found.push(`${row.rows} of ${table}`)
  }
  return {
    check: 'no rows from after the moment',
    ok: found.length === 0,
    found: found.length === 0 ? `none in ${WRITTEN_AT.length} tables` : found.join(', '),
  }
}

/** Every table is there with all it had. `expected` are the counts of the moment, where somebody took them. */
export async function rowCounts(sql: Sql, expected?: Record<string, number>): Promise<DrillCheck> {
  const counts = await countRows(sql)
  const total = Object.values(counts).reduce((sum, rows) => sum + rows, 0)
  const wrong = Object.entries(expected ?? {}).filter(([table, rows]) => counts[table] !== rows)
  const migrated = (counts.migrations ?? 0) > 0
  return {
    check: 'row counts',
    ok: wrong.length === 0 && migrated && total > 0,
    found:
      wrong.length > 0
        ? wrong
            .map(([table, rows]) => `${table} has ${counts[table] ?? 'no table'} instead of ${rows}`)
            .join(', ')
        : `${total} rows in ${Object.keys(counts).length} tables`,
  }
}

/**
 * Every chain of the audit log, computed again and held against the heads that were signed up to the restored moment. Heads
 * that were signed later are of events that this database cannot have.
 */
export async function auditChain(
  sql: Sql,
  outside: { anchors: AnchorStore; signer: StatementSigner },
): Promise<DrillCheck> {
  const [last] = await sql<
    { number: number }[]
  >`select coalesce(max(number), 0)::bigint as number from audit_anchors`
  const known = last?.number ?? 0
  const anchors: AnchorStore = {
    put: async () => false,
    get: async (number) => (number <= known ? await outside.anchors.get(number) : undefined),
  }
  const { organisations, events, faults } = await verifyAudit({ sql, anchors, signer: outside.signer })
  return {
    check: 'audit chain',
    ok: faults.length === 0,
    found:
      faults.length === 0
        ? `${events} events in ${organisations} chains, ${known} anchors`
        : faults
            .slice(0, 5)
            .map(({ kind, organisation_id, seq }) => `${kind} at ${organisation_id} ${seq}`)
            .join(', '),
  }
}

/** Whoever was erased before the disaster is erased again before anybody reads. `sql` acts as `latent_worker`. */
export async function erasuresReplayed(sql: Sql, erasures: ErasureLog): Promise<DrillCheck> {
  const applied = await replayErasures(sql, erasures)
  const again = await replayErasures(sql, erasures)
  return {
    check: 'erasures replayed',
    ok: again === 0,
    found: `${applied} applied again${again === 0 ? '' : `, ${again} of them did not hold`}`,
  }
}

/** Every page of every table and index is read: what the checksums of the cluster or an index contradict shows here. */
export async function everythingReadable(sql: Sql): Promise<DrillCheck> {
  const [setting] = await sql<{ checksums: string }[]>`select current_setting('data_checksums') as checksums`
  const indexes = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where not i.indisvalid or not i.indisready`
  return {
    check: 'indexes valid, data checksums',
    ok: indexes.length === 0,
    found:
      indexes.length === 0
        ? `all valid, checksums ${setting?.checksums}`
        : indexes.map(({ name }) => name).join(', '),
  }
}
