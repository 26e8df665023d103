import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Queryable, Sql } from '../db.ts'
import type { ObjectStore } from '../objects/store.ts'
import type { HashedRecord } from './read-store.ts'

const MONTHS_AHEAD = 3
/** Seven years, as laws ask for that know how long records are kept. */
export const AUDIT_RETENTION_DAYS = 2_557
const ROWS_PER_OBJECT = 20_000

/** What an archived partition consists of; the object under `object_sha256` of `audit_archives`. */
interface ArchiveManifest {
  object: 'audit_archive'
  partition_name: string
  events: number
  /** Gzipped NDJSON: one record with its hash per line, by organisation and seq. */
  parts: { sha256: string; events: number }[]
}

/** Makes the partitions of the months ahead. Returns how many events fell beside all partitions: none, or somebody looks. */
export async function createPartitionsAhead(tx: Queryable): Promise<number> {
  const [row] = await tx<{ strays: number }[]>`select create_audit_partitions(${MONTHS_AHEAD}) as strays`
  return row?.strays ?? 0
}

/** Partitions whose last day lies more than seven years before `now` (default: the clock of the database), oldest first. */
export async function duePartitions(tx: Queryable, now?: string): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select c.relname as name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_events'::regclass and c.relname ~ '^audit_events_\\d{4}_\\d{2}$'
      and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month')::timestamp at time zone 'UTC'
        <= coalesce(${now ?? null}::timestamptz, now()) - make_interval(days => ${AUDIT_RETENTION_DAYS})
    order by c.relname`
  return rows.map(({ name }) => name)
}

/**
 * Archives what is due and removes it, oldest first. Safe to repeat at any point: a partition is removed only after its archive
 * is complete, and its archive has the same address each time.
 */
export async function retainAudit(sql: Sql, objects: ObjectStore, now?: string): Promise<string[]> {
  const due = await duePartitions(sql, now)
  for (const name of due) {
    await archivePartition(sql, objects, name)
    await sql.begin(async (tx) => {
      await tx`set local role latent_retention`
      await tx`select remove_audit_partition(${name})`
    })
  }
  return due
}

async function archivePartition(sql: Sql, objects: ObjectStore, name: string): Promise<void> {
  await sql.begin('isolation level repeatable read', async (tx) => {
    const parts: ArchiveManifest['parts'] = []
    for await (const records of recordsOf(tx, name)) {
      const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('')
      parts.push({ sha256: await objects.put(await promisify(gzip)(lines)), events: records.length })
    }
    const events = parts.reduce((sum, part) => sum + part.events, 0)
    const manifest: ArchiveManifest = { object: 'audit_archive', partition_name: name, events, parts }
    const object_sha256 = await objects.put(Buffer.from(JSON.stringify(manifest)))
    await tx`insert into audit_archives ${tx({ partition_name: name, object_sha256, events })} on conflict do nothing`
  })
}

/** Read through the log, because partitions cannot be read by themselves. */
function recordsOf(tx: Queryable, name: string): AsyncIterable<HashedRecord[]> {
  const [year, month] = name.slice(-7).split('_').map(Number) as [number, number]
  const from = new Date(Date.UTC(year, month - 1, 1)).toISOString()
  const to = new Date(Date.UTC(year, month, 1)).toISOString()
  return tx<HashedRecord[]>`
    select action, actor_id, actor_ip, actor_type, actor_user_agent, after, before,
      to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at, id, organisation_id,
      encode(prev_hash, 'hex') as prev_hash, request_id, seq, target_id, target_type, encode(hash, 'hex') as hash
    from audit_events e where e.created_at >= ${from} and e.created_at < ${to}
    order by organisation_id, seq`.cursor(ROWS_PER_OBJECT)
}
