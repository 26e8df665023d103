import { MAX_HEADING_LENGTH } from './block.ts'
import {
  COMPOSES,
  characterClass,
  composed,
  IGNORED,
  PLAIN,
  type ReplacementCount,
  SPACE,
  windows1252,
} from './characters.ts'
import type { ReferenceReader } from './html-references.ts'

/** Up to this length letter by letter is faster than a decoder. */
const SHORT = 8

const LINE_FEED = 0x0a
const BLANK = 0x20
const LESS = 0x3c
/** Bytes for which room is made at a time; a reference never stands for more units than it has bytes. */
const CHUNK = 4096
const ROOM = 8
const REPLACEMENT = 0xfffd
const COMMA = 0x2c
const SEMICOLON = 0x3b

/** What the bytes of the source mean in text. */
const AS_IT_STANDS = 0
const WHITE = 1
const SPECIAL = 2
const BYTE_KINDS = new Uint8Array(256)
  .fill(AS_IT_STANDS, 0x21, 0x7f)
  .fill(SPECIAL, 0, 0x21)
  .fill(SPECIAL, 0x7f)
for (const byte of [BLANK, LINE_FEED, 0x0d, 0x09]) BYTE_KINDS[byte] = WHITE
BYTE_KINDS[0x26] = SPECIAL
BYTE_KINDS[LESS] = SPECIAL

/** A place in the staged text: an inline XBRL element begins or ends here. */
export interface Mark {
  element: number
  at: number
}

/**
 * The shown text of a document while it is read, block after block without anything between them, as UTF-16 units. White
 * space is collapsed and characters are cleaned on the way in, so that nothing is copied twice.
 */
export class StagedText {
  units: Uint16Array
  length = 0
  /** Where the block being gathered begins. */
  blockStart = 0
  readonly #bytes: Uint8Array
  readonly #references: ReferenceReader
  readonly #count: ReplacementCount
  #composes = false

  constructor(bytes: Uint8Array, references: ReferenceReader, count: ReplacementCount) {
    // An eighth of the bytes of a filing are text.
    this.units = new Uint16Array((bytes.length >> 3) + 1024)
    this.#bytes = bytes
    this.#references = references
    this.#count = count
  }

  get isEmpty(): boolean {
    return this.length === this.blockStart
  }

  /** Adds the text that begins at `start`, up to the next `<`. Returns where it stopped. */
  append(start: number): number {
    const bytes = this.#bytes
    const size = bytes.length
    let at = start
    while (at < size && bytes[at] !== LESS) {
      const limit = Math.min(size, at + CHUNK)
      this.#reserve(CHUNK)
      const { units, blockStart } = this
      let { length } = this
      while (at < limit) {
        const byte = bytes[at] as number
        const kind = BYTE_KINDS[byte] as number
        if (kind === AS_IT_STANDS) {
          units[length++] = byte
          at++
        } else if (kind === WHITE) {
          at++
          const last = units[length - 1]
          if (length > blockStart && last !== BLANK && last !== LINE_FEED) units[length++] = BLANK
        } else {
          if (byte === LESS) break
          this.length = length
          at = this.#appendSpecial(at, size)
          length = this.length
        }
      }
      this.length = length
    }
    return at
  }

  /** Adds text that is already decoded. */
  appendText(text: string) {
    this.#reserve(text.length)
    for (const character of text) this.#appendCode(character.codePointAt(0) as number)
  }

  /** Adds text exactly as it stands. */
  appendExact(text: string) {
    this.#reserve(text.length)
    for (let at = 0; at < text.length; at++) this.units[this.length++] = text.charCodeAt(at)
  }

  /** Ends the line; false when the line before is empty. */
  breakLine(): boolean {
    if (this.isEmpty) return true
    if (this.units[this.length - 1] === LINE_FEED) return false
    this.#trim()
    this.#reserve(1)
    this.units[this.length++] = LINE_FEED
    return true
  }

  /** Ends the block: trims it and composes its characters. Marks are places of the block, in order; they move along. */
  finishBlock(starts: Mark[], ends: Mark[]) {
    this.#trim()
    clamp(starts, this.length)
    clamp(ends, this.length)
    if (!this.#composes) return
    this.#composes = false
    // A letter and its accent may come from either side of a tag, so the block is composed as a whole.
    const text = composed(this.slice(this.blockStart, this.length), this.#count)
    const end = this.blockStart + text.length
    this.#followComposition(starts, end)
    this.#followComposition(ends, end)
    this.length = this.blockStart
    this.appendExact(text)
  }

  #followComposition(marks: Mark[], end: number) {
    let from = this.blockStart
    let to = this.blockStart
    for (const mark of marks) {
      if (mark.at > from) to += this.slice(from, mark.at).normalize('NFC').length
      from = Math.max(from, mark.at)
      mark.at = Math.min(to, end)
    }
  }

  /** Characters of the staged text as a string. */
  slice(start: number, end: number): string {
    if (end - start <= SHORT) {
      let text = ''
      for (let at = start; at < end; at++) text += String.fromCharCode(this.units[at] as number)
      return text
    }
    return Buffer.from(this.units.buffer, start * 2, (end - start) * 2).toString('utf16le')
  }

  /** Whether the block reads like a heading, provided that it is emphasised throughout (`looksLikeHeading`). */
  looksLikeHeading(): boolean {
    const { units, blockStart, length } = this
    if (length - blockStart > MAX_HEADING_LENGTH) return false
    const last = units[length - 1]
    if (last === COMMA || last === SEMICOLON) return false
    let letters = false
    for (let at = blockStart; at < length; at++) {
      const unit = units[at] as number
      if (unit === LINE_FEED) return false
      if (!letters) letters = isLetter(unit, units[at + 1] ?? 0)
    }
    return letters
  }

  /** Ends the block for good; the next one begins here. */
  nextBlock() {
    this.blockStart = this.length
  }

  /** Puts a space behind the first character of the block. */
  insertSpace() {
    this.#reserve(1)
    const { units, blockStart } = this
    units.copyWithin(blockStart + 2, blockStart + 1, this.length)
    units[blockStart + 1] = BLANK
    this.length++
  }

  #trim() {
    const { units, blockStart } = this
    while (
      this.length > blockStart &&
      (units[this.length - 1] === BLANK || units[this.length - 1] === LINE_FEED)
    )
      this.length--
  }

  #reserve(more: number) {
    if (this.length + more + ROOM <= this.units.length) return
    const grown = new Uint16Array(Math.max(this.units.length * 2, this.length + more + ROOM))
    grown.set(this.units.subarray(0, this.length))
    this.units = grown
  }

  /** A reference, a control character, or a character beyond ASCII. Returns where the next one begins. */
  #appendSpecial(at: number, end: number): number {
    const byte = this.#bytes[at] as number
    if (byte === 0x26) {
      const next = this.#references.read(at, end)
      const { codes } = this.#references
      for (let each = 0; each < codes.length; each++) this.#appendCode(codes[each] as number)
      return next
    }
    if (byte < 0x80) {
      this.#appendCode(byte === 0 ? REPLACEMENT : BLANK)
      if (byte === 0) this.#count.replaced++
      return at + 1
    }
    // The source is valid UTF-8.
    const bytes = this.#bytes
    const follow = (offset: number) => (bytes[at + offset] as number) & 0x3f
    if (byte < 0xe0) {
      this.#appendCode(((byte & 0x1f) << 6) | follow(1))
      return at + 2
    }
    if (byte < 0xf0) {
      this.#appendCode(((byte & 0x0f) << 12) | (follow(1) << 6) | follow(2))
      return at + 3
    }
    this.#appendCode(((byte & 0x07) << 18) | (follow(1) << 12) | (follow(2) << 6) | follow(3))
    return at + 4
  }

  #appendCode(code: number) {
    const { units } = this
    switch (characterClass(code)) {
      case PLAIN:
        break
      case SPACE: {
        const last = units[this.length - 1]
        if (this.length > this.blockStart && last !== BLANK && last !== LINE_FEED)
          units[this.length++] = BLANK
        return
      }
      case IGNORED:
        return
      case COMPOSES:
        this.#composes = true
        break
      default: {
        if (code >= 0x80 && code <= 0x9f) {
          const meant = windows1252(code)
          if (meant !== 0) units[this.length++] = meant
        } else {
          this.#count.replaced++
          units[this.length++] = REPLACEMENT
        }
        return
      }
    }
    if (code > 0xffff) {
      units[this.length++] = 0xd800 + ((code - 0x10000) >> 10)
      units[this.length++] = 0xdc00 + ((code - 0x10000) & 0x3ff)
    } else units[this.length++] = code
  }
}

function isLetter(unit: number, next: number): boolean {
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
  return /^\p{L}/u.test(String.fromCharCode(unit, next))
}

function clamp(marks: Mark[], end: number) {
  for (const mark of marks) if (mark.at > end) mark.at = end
}
