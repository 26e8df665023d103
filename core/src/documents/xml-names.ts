import { XmlError } from './xml-error.ts'

/** A name of an element or attribute, taken apart (Namespaces in XML 1.0, section 4). */
export interface XmlName {
  whole: string
  prefix: string
  local: string
  /** The name as UTF-8. */
  bytes: Uint8Array
  /** The name that came after it the last time: documents repeat themselves. */
  next: XmlName | null
}

export const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*)?$/u
const MAX_NAME_LENGTH = 1000
const SLOTS = 4096

/**
 * Names met lately, in any document: they repeat without end, and a known one costs no string. A slot is a memo only, so
 * whatever a document puts into it stays correct for the next.
 */
const slots: (XmlName | undefined)[] = new Array(SLOTS).fill(undefined)

/** Reads names where they stand in a document. */
export class XmlNames {
  readonly #bytes: Uint8Array
  #last: XmlName | null = null

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The name that begins at `start`. */
  read(start: number): XmlName {
    const last = this.#last
    const likely = last === null ? null : last.next
    if (
      likely !== null &&
      endsName(this.#bytes[start + likely.bytes.length]) &&
      this.standsAt(likely, start)
    ) {
      this.#last = likely
      return likely
    }
    const name = this.#search(start)
    if (last !== null) last.next = name
    this.#last = name
    return name
  }

  standsAt({ bytes: name }: XmlName, start: number): boolean {
    const bytes = this.#bytes
    for (let at = 0; at < name.length; at++) if (bytes[start + at] !== name[at]) return false
    return true
  }

  #search(start: number): XmlName {
    const bytes = this.#bytes
    let hash = 0
    let end = start
    while (!endsName(bytes[end])) hash = (Math.imul(hash, 31) + (bytes[end++] as number)) | 0
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1)
    const known = slots[slot]
    if (known !== undefined && known.bytes.length === end - start && this.standsAt(known, start)) return known
    const name = spelled(bytes, start, end)
    slots[slot] = name
    return name
  }
}

/** Space, line end, tab, `/`, `=` and `>` end a name, and so does the document; everything else has to be part of one. */
function endsName(byte: number | undefined): boolean {
  return byte === undefined || byte <= 0x20 || byte === 0x2f || byte === 0x3d || byte === 0x3e
}

function spelled(bytes: Uint8Array, start: number, end: number): XmlName {
  // A copy: a slice would keep the whole document in memory.
  const copy = end - start > MAX_NAME_LENGTH ? new Uint8Array(0) : bytes.slice(start, end)
  const whole = Buffer.from(copy.buffer, copy.byteOffset, copy.byteLength).toString()
  if (!NAME.test(whole)) throw new XmlError('malformed', 'a name that XML does not allow')
  const colon = whole.indexOf(':')
  return {
    whole,
    prefix: colon < 0 ? '' : whole.slice(0, colon),
    local: whole.slice(colon + 1),
    bytes: new Uint8Array(copy),
    next: null,
  }
}
