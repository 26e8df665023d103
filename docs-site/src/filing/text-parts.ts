import type { IndexedText } from './indexed-text.ts'

/** A stretch of a canonical text in code points, half open. */
export interface Range {
  start: number
  end: number
}

/** Code points of a text that one page shows: some twelve printed pages, whose HTML stays below a megabyte whatever is in them. */
export const PART_LENGTH = 30_000

/**
 * The range in parts of at most `length` code points, cut between paragraphs where there are any, else between lines. The
 * same text gives the same parts, so that an address with the number of a part stays what it is.
 */
export function partsOf(indexed: IndexedText, { start, end }: Range, length: number = PART_LENGTH): Range[] {
  const parts: Range[] = []
  let from = start
  while (end - from > length) {
    const cut = cutBefore(indexed, from, from + length)
    parts.push({ start: from, end: cut })
    from = cut
  }
  parts.push({ start: from, end })
  return parts
}

/** The last good place to cut in the second half of the stretch. */
function cutBefore(indexed: IndexedText, from: number, to: number): number {
  const least = indexed.unitOf(Math.ceil((from + to) / 2))
  const stretch = indexed.text.slice(least, indexed.unitOf(to))
  for (const separator of ['\n\n', '\n']) {
    const at = stretch.lastIndexOf(separator)
    if (at >= 0) return indexed.codePointOf(least + at + separator.length)
  }
  return to
}

/** The part a position is in, from 0; positions before or after all parts give the nearest. */
export function partAt(parts: readonly Range[], position: number): number {
  const found = parts.findIndex(({ end }) => position < end)
  return found < 0 ? parts.length - 1 : found
}
