import type { CanonicalText, TextBlock } from '../../documents/document.ts'
import { documentWords, sharedVocabulary } from '../document-words.ts'

/** A block that takes part in a comparison: UTF-16 indexes into the canonical text, and its words among those compared. */
export interface ComparedBlock {
  kind: TextBlock['kind']
  start: number
  end: number
  first: number
  last: number
}

/** What of a document is compared. Words are numbers of `documentWords` with the places where they stand. */
export interface ComparedText {
  document: CanonicalText
  blocks: ComparedBlock[]
  words: Int32Array
  starts: Int32Array
  ends: Int32Array
}

/** Tables with a larger share of digits among their letters and digits are left out. */
export const MAXIMUM_DIGIT_SHARE = 0.15

const known = new WeakMap<CanonicalText, ComparedText>()

/**
 * What of a document is compared: every block but page furniture (page numbers, running headers) and tables of figures.
 * A table, or a stretch of preformatted text, is one of figures when more than `MAXIMUM_DIGIT_SHARE` of its letters and
 * digits are digits. Gathered once per text.
 */
export function comparedText(document: CanonicalText): ComparedText {
  const before = known.get(document)
  if (before) return before
  const { words, starts, ends, blocks: firstWords } = documentWords(document)
  const blocks: ComparedBlock[] = []
  const kept: [number, number][] = []
  let count = 0
  document.blocks.forEach((block, index) => {
    const from = firstWords[index] as number
    const to = firstWords[index + 1] as number
    if (from === to || block.kind === 'page_furniture') return
    if (canHoldFigures(block) && digitShare(document.text, block) > MAXIMUM_DIGIT_SHARE) return
    blocks.push({
      kind: block.kind,
      start: block.start,
      end: block.end,
      first: count,
      last: count + to - from,
    })
    kept.push([from, to])
    count += to - from
  })
  const gather = (column: Int32Array) => {
    const gathered = new Int32Array(count)
    let at = 0
    for (const [from, to] of kept) {
      gathered.set(column.subarray(from, to), at)
      at += to - from
    }
    return gathered
  }
  const compared = { document, blocks, words: gather(words), starts: gather(starts), ends: gather(ends) }
  known.set(document, compared)
  return compared
}

/** Two texts whose words are numbered alike. */
export interface ComparedPair {
  left: ComparedText
  right: ComparedText
  leftWords: Int32Array
  rightWords: Int32Array
  vocabulary: readonly string[]
}

const pairs = new WeakMap<ComparedText, WeakMap<ComparedText, ComparedPair>>()

/** The earlier text on the left. Numbered once per pair. */
export function comparedPair(earlier: CanonicalText, current: CanonicalText): ComparedPair {
  const left = comparedText(earlier)
  const right = comparedText(current)
  const before = pairs.get(left)?.get(right)
  if (before) return before
  const { vocabulary, renumbered } = sharedVocabulary(documentWords(earlier), documentWords(current))
  const pair = {
    left,
    right,
    leftWords: left.words,
    rightWords: right.words.map((word) => renumbered[word] as number),
    vocabulary,
  }
  const ofLeft = pairs.get(left) ?? new WeakMap<ComparedText, ComparedPair>()
  pairs.set(left, ofLeft.set(right, pair))
  return pair
}

/** Of a pair, what stands within two sections: the words and the blocks that begin there. */
export function sectionPair(
  pair: ComparedPair,
  earlier: { start: number; end: number },
  current: { start: number; end: number },
): ComparedPair {
  const left = within(pair.left, earlier)
  const right = within(pair.right, current)
  return {
    left,
    right,
    leftWords: left.words,
    rightWords: pair.rightWords.subarray(...wordRange(pair.right, current)),
    vocabulary: pair.vocabulary,
  }
}

function within(text: ComparedText, span: { start: number; end: number }): ComparedText {
  const [first, last] = wordRange(text, span)
  return {
    document: text.document,
    blocks: text.blocks.flatMap((block) => {
      if (block.last <= first || block.first >= last) return []
      return [
        {
          kind: block.kind,
          start: Math.max(block.start, span.start),
          end: Math.min(block.end, span.end),
          first: Math.max(block.first, first) - first,
          last: Math.min(block.last, last) - first,
        },
      ]
    }),
    words: text.words.subarray(first, last),
    starts: text.starts.subarray(first, last),
    ends: text.ends.subarray(first, last),
  }
}

/** The compared words between two UTF-16 indexes, as a half-open range. */
export function wordRange({ starts }: ComparedText, span: { start: number; end: number }): [number, number] {
  return [firstFrom(starts, span.start), firstFrom(starts, span.end)]
}

function firstFrom(starts: Int32Array, index: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) >= index) high = middle
    else low = middle + 1
  }
  return low
}

function canHoldFigures(block: TextBlock): boolean {
  return block.kind === 'table' || block.kind === 'preformatted'
}

const DECIMAL_DIGIT = /\p{Nd}/u
const LETTER = /\p{L}/u

function digitShare(text: string, { start, end }: TextBlock): number {
  let digits = 0
  let letters = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      if (code >= 0x30 && code <= 0x39) digits++
      else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) letters++
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    if (DECIMAL_DIGIT.test(character)) digits++
    else if (LETTER.test(character)) letters++
    at += character.length - 1
  }
  return digits === 0 ? 0 : digits / (digits + letters)
}
