import { sha256 } from '../sha256.ts'

/** What an attached file is by its first bytes, whatever its name claims. */
export type AttachmentKind = 'pdf' | 'zip' | 'gif' | 'jpeg' | 'png' | 'bmp' | 'unknown'

/** The file that a document carries as text: as it was before EDGAR encoded it. */
export interface Attachment {
  bytes: Buffer
  sha256: string
  kind: AttachmentKind
}

/** Why a document's attachment cannot be had. Codes are permanent. */
export type AttachmentErrorReason = 'not_uuencoded' | 'bad_uuencoding'

export class AttachmentError extends Error {
  override readonly name = 'AttachmentError'
  readonly reason: AttachmentErrorReason

  constructor(reason: AttachmentErrorReason, detail: string) {
    super(`No attachment (${reason}): ${detail}.`)
    this.reason = reason
  }
}

const LF = 0x0a
const CR = 0x0d

/**
 * Decodes a uuencoded document (`begin 644 name`, lines of up to 45 bytes, `end`). The name in it is nobody's path. EDGAR
 * cuts trailing blanks, which stand for zeros, so short lines are filled up; anything else that is wrong is refused,
 * because half a file helps nobody.
 */
export function attachmentOf(content: Uint8Array): Attachment {
  const start = firstLine(content)
  const bytes = Buffer.alloc(Math.ceil((content.length - start) * 0.75))
  let written = 0
  for (let at = start; at < content.length; ) {
    let end = at
    while (end < content.length && content[end] !== LF && content[end] !== CR) end++
    if (isEnd(content, at, end)) {
      const decoded = bytes.subarray(0, written)
      return { bytes: decoded, sha256: sha256(decoded), kind: kindOf(decoded) }
    }
    written = decodeLine(content, at, end, bytes, written)
    at = end + 1
  }
  throw new AttachmentError('bad_uuencoding', 'it does not end')
}

/** Where the lines of data begin. */
function firstLine(content: Uint8Array): number {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(1024, content.length)).toString(
    'latin1',
  )
  const begin = /^\s*begin [0-7]{3,4} [^\r\n]*\r?\n?/.exec(head)
  if (begin === null) throw new AttachmentError('not_uuencoded', 'it does not begin with "begin"')
  return begin[0].length
}

function isEnd(content: Uint8Array, at: number, end: number): boolean {
  return (
    end - at >= 3 &&
    content[at] === 0x65 &&
    content[at + 1] === 0x6e &&
    content[at + 2] === 0x64 &&
    end - at < 8
  )
}

function decodeLine(content: Uint8Array, at: number, end: number, bytes: Buffer, written: number): number {
  if (at >= end) return written
  const count = sixBits(content[at] as number)
  const needed = Math.ceil(count / 3) * 4
  // One or two characters more are a checksum or blanks; a line that runs on has lost its line break.
  if (end - at - 1 > needed + 4) throw new AttachmentError('bad_uuencoding', 'a line is longer than it says')
  let to = written
  for (let group = 0; group < needed; group += 4) {
    const value = (offset: number) => {
      const position = at + 1 + group + offset
      return position < end ? sixBits(content[position] as number) : 0
    }
    const [a, b, c, d] = [value(0), value(1), value(2), value(3)]
    const left = written + count - to
    if (left > 0) bytes[to++] = (a << 2) | (b >> 4)
    if (left > 1) bytes[to++] = ((b << 4) | (c >> 2)) & 0xff
    if (left > 2) bytes[to++] = ((c << 6) | d) & 0xff
  }
  return to
}

/** A character of the code: blank to underscore stand for 0 to 63, the grave accent for 0 again. */
function sixBits(byte: number): number {
  if (byte < 0x20 || byte > 0x60)
    throw new AttachmentError('bad_uuencoding', 'a character is none of the code')
  return (byte - 0x20) & 0x3f
}

const SIGNATURES: [AttachmentKind, string][] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\u0003\u0004'],
  ['gif', 'GIF8'],
  ['jpeg', '\u00ff\u00d8\u00ff'],
  ['png', '\u0089PNG\r\n'],
  ['bmp', 'BM'],
]

function kindOf(bytes: Buffer): AttachmentKind {
  const head = bytes.toString('latin1', 0, 8)
  return SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0] ?? 'unknown'
}
