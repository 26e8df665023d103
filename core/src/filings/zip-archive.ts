import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'

/** Why an archive, or a file in it, is refused. Codes are permanent. */
export type ZipErrorReason =
  | 'not_a_zip'
  | 'too_many_entries'
  | 'too_large'
  | 'bomb'
  | 'no_such_entry'
  | 'bad_entry'

export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly reason: ZipErrorReason

  constructor(reason: ZipErrorReason, detail: string, options?: ErrorOptions) {
    super(`Archive not read (${reason}): ${detail}.`, options)
    this.reason = reason
  }
}

/** A file of an archive. The name is as written, hostile: metadata only, never part of a path. */
export interface ZipEntry {
  name: string
  bytes: number
  compressed_bytes: number
}

/** XBRL archives hold a dozen files, packages of exhibits some hundreds. */
const MAX_ENTRIES = 10_000
const MAX_ENTRY_BYTES = 128 * 1024 ** 2
const MAX_TOTAL_BYTES = 512 * 1024 ** 2
/** XBRL compresses to a fortieth at best. */
const MAX_RATIO = 200
/** Below this no ratio is suspicious. */
const SMALL_BYTES = 1024 ** 2

/** The files of an archive. Nothing is unpacked; what the directory says is checked against the bounds first. */
export function listZip(archive: Uint8Array): ZipEntry[] {
  const entries: ZipEntry[] = []
  let total = 0
  directory(archive, ({ name, originalSize, size }) => {
    const entry = { name, bytes: originalSize, compressed_bytes: size }
    if (entries.length >= MAX_ENTRIES) throw new ZipError('too_many_entries', `more than ${MAX_ENTRIES}`)
    total += entry.bytes
    checkSizes(entry, total)
    entries.push(entry)
    return false
  })
  return entries
}

/** The bytes of one file. An archive inside the archive stays a file. */
export function extractFromZip(archive: Uint8Array, name: string): Uint8Array {
  const entry = listZip(archive).find((each) => each.name === name)
  if (entry === undefined) throw new ZipError('no_such_entry', 'the archive has no file of that name')
  const found = directory(archive, (file) => file.name === name)[name]
  // The unpacker writes no more than the directory announced; what was announced wrongly shows in the checksum.
  if (found === undefined || found.length !== entry.bytes || crc32(found) !== checksum(archive, name)) {
    throw new ZipError('bad_entry', 'its bytes are not those the directory announces')
  }
  return found
}

function checkSizes(entry: ZipEntry, total: number): void {
  if (!(entry.bytes >= 0 && entry.compressed_bytes >= 0))
    throw new ZipError('not_a_zip', 'an entry has no size')
  if (entry.bytes > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES)
    throw new ZipError('too_large', `${total} bytes`)
  if (entry.bytes > SMALL_BYTES && entry.bytes > entry.compressed_bytes * MAX_RATIO) {
    throw new ZipError('bomb', `${entry.compressed_bytes} bytes that become ${entry.bytes}`)
  }
}

function directory(archive: Uint8Array, filter: Filter) {
  try {
    return unzipSync(archive, { filter })
  } catch (error) {
    if (error instanceof ZipError) throw error
    throw new ZipError('not_a_zip', 'it has no readable directory', { cause: error })
  }
}

type Filter = (file: { name: string; size: number; originalSize: number; compression: number }) => boolean

const CENTRAL_HEADER = Buffer.from('PK\u0001\u0002', 'latin1')

/** The CRC-32 that the directory gives for a file. */
function checksum(archive: Uint8Array, name: string): number | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const wanted = Buffer.from(name)
  for (let at = bytes.indexOf(CENTRAL_HEADER); at >= 0; at = bytes.indexOf(CENTRAL_HEADER, at + 4)) {
    if (at + 46 + wanted.length > bytes.length) break
    if (bytes.readUInt16LE(at + 28) !== wanted.length) continue
    if (bytes.subarray(at + 46, at + 46 + wanted.length).equals(wanted)) return bytes.readUInt32LE(at + 16)
  }
  return undefined
}
