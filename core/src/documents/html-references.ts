import { decodeHTML } from 'entities'

/** `&CounterClockwiseContourIntegral;` is the longest name. */
const MAX_NAME = 33
const REPLACEMENT = 0xfffd
const MAX_KNOWN = 4096

/**
 * Reads character references where they stand in the source (HTML Living Standard, 13.2.5.72 on): numbers, and every name
 * HTML knows, some of which do without their semicolon.
 */
export class ReferenceReader {
  /** Code points of the reference read last; a `&` that begins none is itself. */
  codes: number[] = []
  readonly #bytes: Uint8Array
  readonly #named = new Map<string, { codes: number[]; length: number }>()

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Reads what the `&` at `at` begins, within `end`. Returns where the text goes on. */
  read(at: number, end: number): number {
    return this.#bytes[at + 1] === 0x23 && at + 2 < end ? this.#number(at, end) : this.#name(at, end)
  }

  #number(at: number, end: number): number {
    const bytes = this.#bytes
    const hex = bytes[at + 2] === 0x78 || bytes[at + 2] === 0x58
    const first = at + (hex ? 3 : 2)
    let to = first
    let code = 0
    for (; to < end; to++) {
      const digit = digitOf(bytes[to] as number)
      if (digit < 0 || (!hex && digit > 9)) break
      if (code <= 0x10ffff) code = code * (hex ? 16 : 10) + digit
    }
    if (to === first) {
      this.codes = AMPERSAND
      return at + 1
    }
    this.codes = [code > 0x10ffff ? REPLACEMENT : code]
    return to < end && bytes[to] === 0x3b ? to + 1 : to
  }

  #name(at: number, end: number): number {
    const bytes = this.#bytes
    let to = at + 1
    const last = Math.min(end, at + 1 + MAX_NAME)
    while (to < last && isAlphanumeric(bytes[to] as number)) to++
    if (to === at + 1) {
      this.codes = AMPERSAND
      return to
    }
    if (to < end && bytes[to] === 0x3b) to++
    const written = Buffer.from(bytes.buffer, bytes.byteOffset + at, to - at).toString('latin1')
    let read = this.#named.get(written)
    if (read === undefined) {
      read = named(written)
      if (this.#named.size < MAX_KNOWN) this.#named.set(written, read)
    }
    this.codes = read.codes
    return at + read.length
  }
}

const AMPERSAND = [0x26]

/** `&notit;` is `¬it;`: the longest name that stands at its beginning counts, the rest is text. */
function named(written: string): { codes: number[]; length: number } {
  const decoded = decodeHTML(written)
  if (decoded === written) return { codes: AMPERSAND, length: 1 }
  let rest = 0
  while (
    rest < decoded.length &&
    rest < written.length - 1 &&
    decoded.at(-1 - rest) === written.at(-1 - rest)
  )
    rest++
  // A reference may stand for a character that also ends its name, such as `&semi;`.
  const stands = decoded.slice(0, decoded.length - rest) || decoded
  const length = stands === decoded ? written.length : written.length - rest
  return { codes: [...stands].map((character) => character.codePointAt(0) as number), length }
}

function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
