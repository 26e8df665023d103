/** The units a text is compared by, from coarse to fine. */
export type UnitLevel = 'block' | 'sentence' | 'word'

/** A unit of text, as UTF-16 indexes. Units of one level tile the range they were made of. */
export interface Unit {
  start: number
  end: number
}

/** The units of a level between two indexes. */
export function unitsOf(text: string, start: number, end: number, level: UnitLevel): Unit[] {
  if (level === 'block') return cutBehind(text, start, end, blockEnd)
  if (level === 'sentence') return cutBehind(text, start, end, sentenceEnd)
  return wordsBetween(text, start, end)
}

function cutBehind(
  text: string,
  start: number,
  end: number,
  endOf: (text: string, from: number, limit: number) => number,
): Unit[] {
  const units: Unit[] = []
  for (let from = start; from < end; ) {
    const to = endOf(text, from, end)
    units.push({ start: from, end: to })
    from = to
  }
  return units
}

/** A block of the canonical text ends in an empty line, which belongs to it. */
function blockEnd(text: string, from: number, limit: number): number {
  const gap = text.indexOf('\n\n', from)
  if (gap === -1 || gap >= limit) return limit
  let at = gap
  while (at < limit && text[at] === '\n') at++
  return at
}

const LINE_FEED = 0x0a
const SPACE = 0x20
/** What can stand between the mark that ends a sentence and the space behind it. */
const CLOSING = new Set(['"', "'", ')', ']', '”', '’'])
const SENTENCE_MARKS = new Set(['.', '!', '?', ';', ':'])

/** A sentence ends behind its mark and the space that follows, or with its line. */
function sentenceEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    if (text.charCodeAt(at) === LINE_FEED) return at + 1
    if (!SENTENCE_MARKS.has(text[at] as string)) continue
    let behind = at + 1
    while (behind < limit && CLOSING.has(text[behind] as string)) behind++
    if (behind < limit && text.charCodeAt(behind) === SPACE) return behind + 1
  }
  return limit
}

/** Words with what joins them inside (`10b5-1`, `1,234.5`, `company’s`), runs of space, and single other characters. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,&/-][\p{L}\p{N}\p{M}]+)*|\s+|[^\p{L}\p{N}\p{M}\s]/gu

function wordsBetween(text: string, start: number, end: number): Unit[] {
  const units: Unit[] = []
  for (const match of text.slice(start, end).matchAll(WORD)) {
    units.push({ start: start + match.index, end: start + match.index + match[0].length })
  }
  return units
}
