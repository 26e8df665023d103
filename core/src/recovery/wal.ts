import { open, readFile, rename } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { sha256 } from '../sha256.ts'
import type { BackupStore } from './backup-store.ts'
import { type BackupKeys, openPart, sealPart } from './sealed-parts.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)
/** Segments may be a gigabyte at most (`initdb --wal-segsize`). */
const MAX_SEGMENT_BYTES = 1024 * 1024 * 1024

/** A segment, a part of one, the label of a base backup, or the history of a timeline. */
const WAL_FILE = /^(?:[0-9A-F]{24}(?:\.partial|\.[0-9A-F]{8}\.backup)?|[0-9A-F]{8}\.history)$/

export const WAL_PREFIX = 'wal/'

/** The archive already holds another file of this name: two servers write into one archive, and neither may go on. */
export class WalConflictError extends Error {
  override name = 'WalConflictError'
}

/**
 * Puts a file of the write-ahead log into the archive. Postgres repeats this until it succeeds, also for a file that is there
 * already (its process died before it was noted), so the same bytes again are no error, and other bytes are.
 */
export async function archiveWal(
  store: BackupStore,
  keys: BackupKeys,
  file: { name: string; path: string },
): Promise<'archived' | 'already_there'> {
  const name = assertWalName(file.name)
  const bytes = await readFile(file.path)
  const there = await readArchivedWal(store, keys, name)
  if (there !== undefined) {
    if (sha256(there) === sha256(bytes)) return 'already_there'
    throw new WalConflictError(`the archive already holds another ${name}`)
  }
  const packed = await compress(bytes, { level: constants.Z_BEST_SPEED })
  const place = WAL_PREFIX + name
  await store.put(place, sealPart(keys, { name: place, index: 0, last: true }, packed))
  return 'archived'
}

/** The bytes of a file of the archive; `undefined` when it holds none of this name. */
export async function readArchivedWal(
  store: BackupStore,
  keys: BackupKeys,
  walName: string,
): Promise<Buffer | undefined> {
  const name = WAL_PREFIX + assertWalName(walName)
  const sealed = await store.get(name)
  if (sealed === undefined) return undefined
  const { plain } = openPart(keys, { name, index: 0 }, sealed)
  return await expand(plain, { maxOutputLength: MAX_SEGMENT_BYTES })
}

/** Brings a file of the archive to where Postgres wants it, whole or not at all. False when the archive holds none. */
export async function fetchWal(
  store: BackupStore,
  keys: BackupKeys,
  file: { name: string; path: string },
): Promise<boolean> {
  const bytes = await readArchivedWal(store, keys, file.name)
  if (bytes === undefined) return false
  const partial = `${file.path}.partial-${process.pid}`
  const out = await open(partial, 'w', 0o600)
  try {
    await out.writeFile(bytes)
    await out.sync()
  } finally {
    await out.close()
  }
  await rename(partial, file.path)
  return true
}

function assertWalName(name: string): string {
  if (!WAL_FILE.test(name))
    throw new TypeError(`${JSON.stringify(name.slice(0, 100))} is no file of a write-ahead log`)
  return name
}
