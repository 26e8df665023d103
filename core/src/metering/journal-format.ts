import { crc32 } from 'node:zlib'
import type { ServedRequest } from './meter.ts'

/*
 * A journal file is a run of frames; a frame is what one turn of the event loop recorded, written with one write(2):
 *
 *   u32 magic, u32 length of what follows the checksum, u32 crc32 of it, then
 *   f64 sequence number of the first request, u32 number of requests, and entries:
 *     a definition  u8 1, u32 number, three texts (organisation, key, operation), each u8 length and UTF-8
 *     a request     u8 0, u32 number of its definition, u8 method, u16 status, u32 cost, u32 units, u64 at, u32 duration,
 *                   u8 length of the id, u16 length of the path, both in Latin-1
 *
 * Definitions hold within their file. A frame that does not check out is the end of what can be read: its answers were
 * never sent, because they wait for the write.
 */
const MAGIC = 0x314d4c53
export const FRAME_HEADER_BYTES = 24
const CHECKED_FROM = 12
const DEFINITION = 1
const REQUEST = 0
const REQUEST_BYTES = 31
const METHODS = ['OTHER', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const METHOD_CODES = new Map(METHODS.map((method, code) => [method, code]))
const MAX_NAME_BYTES = 255
const MAX_U32 = 0xffff_ffff
export const MAX_PATH_CHARS = 512
/** No entry is longer: three names, or an id and a path. */
export const MAX_ENTRY_BYTES = 3 * (1 + MAX_NAME_BYTES) + REQUEST_BYTES + MAX_NAME_BYTES + MAX_PATH_CHARS

/** Appends the definition of who asked what; returns the new end. */
export function writeDefinition(
  buffer: Buffer,
  offset: number,
  number: number,
  names: readonly [organisation_id: string, key_id: string, operation_id: string],
): number {
  buffer[offset] = DEFINITION
  buffer.writeUInt32LE(number, offset + 1)
  let end = offset + 5
  for (const name of names) {
    const length = buffer.write(name, end + 1, MAX_NAME_BYTES, 'utf8')
    buffer[end] = length
    end += 1 + length
  }
  return end
}

/** Appends a request; returns the new end. The layout is written by hand: this runs once per request served. */
export function writeRequest(buffer: Buffer, offset: number, definition: number, one: ServedRequest): number {
  const { request_id, path } = one
  const idLength = Math.min(request_id.length, MAX_NAME_BYTES)
  const pathLength = Math.min(path.length, MAX_PATH_CHARS)
  buffer[offset] = REQUEST
  putU32(buffer, offset + 1, definition)
  buffer[offset + 5] = METHOD_CODES.get(one.method) ?? 0
  buffer[offset + 6] = one.status
  buffer[offset + 7] = one.status >>> 8
  putU32(buffer, offset + 8, one.cost)
  putU32(buffer, offset + 12, one.units)
  // Milliseconds in two halves: 32 bits, and what is above them.
  putU32(buffer, offset + 16, one.at % 0x1_0000_0000)
  putU32(buffer, offset + 20, one.at / 0x1_0000_0000)
  putU32(buffer, offset + 24, Math.min(one.duration_us, MAX_U32))
  buffer[offset + 28] = idLength
  buffer[offset + 29] = pathLength
  buffer[offset + 30] = pathLength >>> 8
  let end = offset + REQUEST_BYTES
  for (let i = 0; i < idLength; i++) buffer[end + i] = request_id.charCodeAt(i)
  end += idLength
  for (let i = 0; i < pathLength; i++) buffer[end + i] = path.charCodeAt(i)
  return end + pathLength
}

/** Completes the frame whose entries end at `end`; the header was left free. */
export function sealFrame(buffer: Buffer, end: number, firstSeq: number, count: number): void {
  buffer.writeUInt32LE(MAGIC, 0)
  buffer.writeUInt32LE(end - CHECKED_FROM, 4)
  buffer.writeDoubleLE(firstSeq, CHECKED_FROM)
  buffer.writeUInt32LE(count, CHECKED_FROM + 8)
  buffer.writeUInt32LE(crc32(buffer.subarray(CHECKED_FROM, end)), 8)
}

export interface Frame {
  first_seq: number
  requests: ServedRequest[]
  /** Bytes of the whole frame. */
  length: number
}

export type Definitions = Map<number, [string, string, string]>

/** Reads the frame at `offset`; `undefined` when it is not there whole and sound. Adds what it defines to `definitions`. */
export function readFrame(bytes: Buffer, offset: number, definitions: Definitions): Frame | undefined {
  if (bytes.length - offset < FRAME_HEADER_BYTES || bytes.readUInt32LE(offset) !== MAGIC) return undefined
  const end = offset + CHECKED_FROM + bytes.readUInt32LE(offset + 4)
  if (end > bytes.length || end < offset + FRAME_HEADER_BYTES) return undefined
  if (crc32(bytes.subarray(offset + CHECKED_FROM, end)) !== bytes.readUInt32LE(offset + 8)) return undefined
  const count = bytes.readUInt32LE(offset + CHECKED_FROM + 8)
  const requests: ServedRequest[] = []
  let at = offset + FRAME_HEADER_BYTES
  while (at < end) at = readEntry(bytes, at, definitions, requests)
  if (requests.length !== count)
    throw new Error(`a frame of ${count} requests holds ${requests.length}: not a journal of this version`)
  return { first_seq: bytes.readDoubleLE(offset + CHECKED_FROM), requests, length: end - offset }
}

function readEntry(bytes: Buffer, at: number, definitions: Definitions, requests: ServedRequest[]): number {
  if (bytes[at] === DEFINITION) {
    const names: string[] = []
    let end = at + 5
    for (let i = 0; i < 3; i++) {
      const length = bytes[end] as number
      names.push(bytes.toString('utf8', end + 1, end + 1 + length))
      end += 1 + length
    }
    definitions.set(bytes.readUInt32LE(at + 1), names as [string, string, string])
    return end
  }
  const names = definitions.get(bytes.readUInt32LE(at + 1))
  if (!names) throw new Error('a request without a definition: not a journal of this version')
  const idEnd = at + REQUEST_BYTES + (bytes[at + 28] as number)
  const end = idEnd + bytes.readUInt16LE(at + 29)
  requests.push({
    request_id: bytes.toString('latin1', at + REQUEST_BYTES, idEnd),
    organisation_id: names[0],
    key_id: names[1],
    operation_id: names[2],
    method: METHODS[bytes[at + 5] as number] ?? 'OTHER',
    // Postgres takes no NUL in a text, and one such row would hold up all behind it.
    path: bytes.toString('latin1', idEnd, end).replaceAll('\0', ''),
    status: bytes.readUInt16LE(at + 6),
    cost: bytes.readUInt32LE(at + 8),
    units: bytes.readUInt32LE(at + 12),
    at: bytes.readUInt32LE(at + 16) + bytes.readUInt32LE(at + 20) * 0x1_0000_0000,
    duration_us: bytes.readUInt32LE(at + 24),
  })
  return end
}

/** Byte by byte: inlined, where `writeUInt32LE` is a call that checks its arguments. */
function putU32(buffer: Buffer, offset: number, value: number): void {
  buffer[offset] = value
  buffer[offset + 1] = value >>> 8
  buffer[offset + 2] = value >>> 16
  buffer[offset + 3] = value >>> 24
}
