/** Where one place in a text lies, counted three ways. */
export interface TextOffset {
  utf16: number
  code_point: number
  byte: number
}

/**
 * Converts offsets into a text between UTF-16 indexes (what JavaScript slices by), Unicode code points and UTF-8 bytes
 * (what the API serves). Built in one pass, answered by binary search. Lone surrogates count as the three bytes of
 * U+FFFD, as they would be written. An offset inside a character is taken back to the character's beginning; one outside
 * the text throws RangeError.
 */
export interface OffsetMap {
  /** The end of the text, counted three ways. */
  length: TextOffset
  /** From a UTF-16 index. */
  codePointOf(utf16: number): number
  /** From a UTF-16 index. */
  byteOf(utf16: number): number
  utf16OfCodePoint(codePoint: number): number
  utf16OfByte(byte: number): number
}

/** A mark every so many UTF-16 units bounds the walk that ends each search. */
const STRIDE = 128
/** The map of the last text of this length or more is kept: sections, words, facts and evidence of one text ask for it. */
const MIN_KEPT_CHARS = 32_768

let kept: { text: string; map: OffsetMap } | undefined

export function offsetMap(text: string): OffsetMap {
  if (text.length < MIN_KEPT_CHARS) return buildMap(text)
  if (kept === undefined || kept.text !== text) kept = { text, map: buildMap(text) }
  return kept.map
}

function buildMap(text: string): OffsetMap {
  // Marks hold [utf16, code point, byte] at the first character at or after each stride, and at the end.
  const marks: number[] = [0, 0, 0]
  let codePoint = 0
  let byte = 0
  let utf16 = 0
  let nextMark = STRIDE
  while (utf16 < text.length) {
    if (utf16 >= nextMark) {
      marks.push(utf16, codePoint, byte)
      nextMark = utf16 + STRIDE
    }
    const unit = text.charCodeAt(utf16)
    codePoint++
    if (unit < 0x80) {
      utf16++
      byte++
      continue
    }
    const code = isHighSurrogate(unit) ? (text.codePointAt(utf16) as number) : unit
    utf16 += code > 0xffff ? 2 : 1
    byte += byteLength(code)
  }
  const last = marks.length / 3 - 1
  marks.push(utf16, codePoint, byte)
  const length: TextOffset = { utf16, code_point: codePoint, byte }

  /** `unit`: 0 UTF-16, 1 code points, 2 bytes. */
  function find(index: number, unit: 0 | 1 | 2, end: number): TextOffset {
    if (!Number.isInteger(index) || index < 0 || index > end) {
      throw new RangeError(`Offset ${index} is outside the text (0 to ${end}).`)
    }
    let low = 0
    let high = last
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((marks[middle * 3 + unit] as number) <= index) low = middle
      else high = middle - 1
    }
    const mark = low * 3
    const at: TextOffset = {
      utf16: marks[mark] as number,
      code_point: marks[mark + 1] as number,
      byte: marks[mark + 2] as number,
    }
    // As many bytes as units to the next mark: ASCII alone.
    if ((marks[mark + 5] as number) - at.byte === (marks[mark + 3] as number) - at.utf16) {
      const further = index - (marks[mark + unit] as number)
      return { utf16: at.utf16 + further, code_point: at.code_point + further, byte: at.byte + further }
    }
    while (at.utf16 < text.length) {
      const code = text.codePointAt(at.utf16) as number
      const width = code > 0xffff ? 2 : 1
      const bytes = byteLength(code)
      const past =
        unit === 0
          ? at.utf16 + width > index
          : unit === 1
            ? at.code_point + 1 > index
            : at.byte + bytes > index
      if (past) break
      at.utf16 += width
      at.code_point += 1
      at.byte += bytes
    }
    return at
  }

  return {
    length,
    codePointOf: (index) => find(index, 0, length.utf16).code_point,
    byteOf: (index) => find(index, 0, length.utf16).byte,
    utf16OfCodePoint: (index) => find(index, 1, length.code_point).utf16,
    utf16OfByte: (index) => find(index, 2, length.byte).utf16,
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function byteLength(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code > 0xffff ? 4 : 3
}
