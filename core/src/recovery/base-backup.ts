import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Sql } from '../db.ts'
import { connectionEnvironment, startProgram } from './postgres-programs.ts'
import { openPart, putSealed, sealPart } from './sealed-parts.ts'
import type { Backups } from './settings.ts'

/** A whole backup of a cluster, as the file beside it says. */
export interface BaseBackup {
  id: string
  /** Moments of the clock of the server, RFC 3339: what was committed after the second is not in it. */
  started_at: string
  finished_at: string
  /** Segments of the log from which and up to which it becomes whole. */
  start_wal: string
  end_wal: string
  major: number
  plain_bytes: number
  stored_bytes: number
}

const PREFIX = 'base/'
const SNIFFED_BYTES = 64 * 1024

export const archiveName = (id: string) => `${PREFIX}${id}/base.tar.gz`
const labelName = (id: string) => `${PREFIX}${id}/backup.json`

/**
 * Copies the whole cluster into the store while it works: a tar from pg_basebackup, with the checksum of each file in it,
 * compressed and sealed as it passes by. It ends when the log up to its end is in the archive, or brings that part along where
 * there is no archive. Without the file that is written last it is no backup.
 */
export async function takeBaseBackup(
  { store, keys }: Backups,
  options: { id: string; sql: Sql; databaseUrl: string; programs: string },
): Promise<BaseBackup> {
  const { id, sql, databaseUrl, programs } = options
  const [server] = await sql<{ at: string; archives: boolean }[]>`
    select clock_timestamp() as at, current_setting('archive_mode') <> 'off' as archives`
  const started_at = server?.at as string
  const { child, ended } = startProgram(
    join(programs, 'pg_basebackup'),
    [
      ...['-D', '-', '-F', 'tar', '-c', 'fast', '-l', id],
      // Where nobody archives the log, what makes the backup whole must be in it.
      ...['-X', server?.archives ? 'none' : 'fetch'],
      ...['--manifest-checksums=SHA256', '--no-password'],
    ],
    { env: connectionEnvironment(databaseUrl) },
  )
  const head = sniffing(child.stdout as Readable)
  const packed = (child.stdout as Readable).pipe(createGzip({ level: 1 }))
  const sizes = await putSealed(store, keys, archiveName(id), packed)
  await ended
  const start_wal = /START WAL LOCATION: [0-9A-F/]+ \(file ([0-9A-F]{24})\)/.exec(head.text())?.[1]
  if (!start_wal) throw new Error('the backup does not say where in the log it begins')
  const [end] = await sql<{ at: string; wal: string; major: number }[]>`
    select clock_timestamp() as at, pg_walfile_name(pg_current_wal_lsn()) as wal,
      current_setting('server_version_num')::int / 10000 as major`
  const backup: BaseBackup = {
    id,
    started_at,
    finished_at: end?.at as string,
    start_wal,
    end_wal: end?.wal as string,
    major: end?.major as number,
    plain_bytes: head.bytes(),
    stored_bytes: sizes.stored_bytes,
  }
  const name = labelName(id)
  await store.put(
    name,
    sealPart(keys, { name, index: 0, last: true }, Buffer.from(`${JSON.stringify(backup)}\n`)),
  )
  return backup
}

/** The backups of the store that are whole, the oldest first. */
export async function listBaseBackups({ store, keys }: Backups): Promise<BaseBackup[]> {
  const found: BaseBackup[] = []
  for await (const file of store.list(PREFIX)) {
    if (!file.name.endsWith('/backup.json')) continue
    const sealed = await store.get(file.name)
    if (sealed === undefined) continue
    found.push(JSON.parse(openPart(keys, { name: file.name, index: 0 }, sealed).plain.toString('utf8')))
  }
  return found.sort((a, b) => Date.parse(a.finished_at) - Date.parse(b.finished_at))
}

/** Removes a backup; first what makes it one, so that it is never half there. */
export async function removeBaseBackup({ store }: Backups, id: string): Promise<void> {
  await store.remove(labelName(id))
  const names: string[] = []
  for await (const file of store.list(`${PREFIX}${id}/`)) names.push(file.name)
  for (const name of names) await store.remove(name)
}

/** Looks at the beginning of a stream, where the label of the backup is, and counts its bytes. */
function sniffing(stream: Readable) {
  const chunks: Buffer[] = []
  let bytes = 0
  stream.on('data', (chunk: Buffer) => {
    if (bytes < SNIFFED_BYTES) chunks.push(chunk)
    bytes += chunk.length
  })
  return {
    text: () => Buffer.concat(chunks).toString('latin1'),
    bytes: () => bytes,
  }
}
