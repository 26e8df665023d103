import { offsetMap } from '../documents/offsets.ts'
import { type Match, matchesOf } from './matches.ts'
import type { SearchLeaf } from './query.ts'
import type { PlacedWord } from './words.ts'

/** A span of a canonical text: code points and UTF-8 bytes, half-open. */
export interface SnippetSpan {
  start: number
  end: number
  byte_start: number
  byte_end: number
}

/** A passage worth showing, with the places in it that match. */
export interface Snippet extends SnippetSpan {
  quote: string
  highlights: SnippetSpan[]
}

/** Words shown around the matches of a snippet, in all. */
const SNIPPET_WORDS = 40

/**
 * The best passages of a stretch of a canonical text: those in which most leaves of the query stand, then most matches,
 * then the earlier one. Offsets count from the beginning of the whole text, where the stretch begins at `base`.
 */
export function snippetsOf(
  text: string,
  base: { start: number; byte_start: number },
  leaves: readonly SearchLeaf[],
  limit: number,
): Snippet[] {
  const { words, matches } = matchesOf(text, leaves)
  // A phrase that a page number interrupts is one for the index; here its words are shown one by one.
  if (matches.length === 0 && leaves.some((leaf) => leaf.words.length > 1)) {
    return snippetsOf(text, base, leaves.flatMap(singleWords), limit)
  }
  const map = offsetMap(text)
  const span = (start: number, end: number): SnippetSpan => ({
    start: base.start + map.codePointOf(start),
    end: base.start + map.codePointOf(end),
    byte_start: base.byte_start + map.byteOf(start),
    byte_end: base.byte_start + map.byteOf(end),
  })
  return bestWindows(matches, limit).map((window) => {
    const [from, to] = widened(window, words)
    const [start, end] = [(words[from] as PlacedWord).start, withClosing(text, (words[to] as PlacedWord).end)]
    return {
      ...span(start, end),
      quote: text.slice(start, end),
      highlights: withoutOverlap(window).map((match) => span(match.start, match.end)),
    }
  })
}

function singleWords({ words }: SearchLeaf): SearchLeaf[] {
  return words.map((word) => ({ kind: 'words', words: [word] }))
}

/** Groups of matches that fit into one snippet, best first, none sharing a match; returned in the order of the text. */
function bestWindows(matches: readonly Match[], limit: number): Match[][] {
  const chosen: Match[][] = []
  let left = [...matches]
  while (chosen.length < limit && left.length > 0) {
    let best: Match[] = []
    let begin = 0
    left.forEach((match, at) => {
      while (begin < at && (left[begin] as Match).first_word < match.last_word - SNIPPET_WORDS) begin++
      const window = left.slice(begin, at + 1)
      if (isBetter(window, best)) best = window
    })
    chosen.push(best)
    const [low, high] = [firstWord(best) - SNIPPET_WORDS, lastWord(best) + SNIPPET_WORDS]
    left = left.filter((match) => match.last_word < low || match.first_word > high)
  }
  return chosen.sort((a, b) => firstWord(a) - firstWord(b))
}

function isBetter(window: Match[], than: Match[]): boolean {
  const leavesOf = (group: Match[]) => new Set(group.map(({ leaf }) => leaf)).size
  const difference = leavesOf(window) - leavesOf(than)
  return difference > 0 || (difference === 0 && window.length > than.length)
}

const firstWord = (window: readonly Match[]) => Math.min(...window.map((match) => match.first_word))
const lastWord = (window: readonly Match[]) => Math.max(...window.map((match) => match.last_word))

/** The words around a window, as many before as behind. */
function widened(window: Match[], words: readonly PlacedWord[]): [number, number] {
  const [first, last] = [firstWord(window), lastWord(window)]
  const spare = Math.max(0, SNIPPET_WORDS - (last - first + 1)) >> 1
  return [Math.max(0, first - spare), Math.min(words.length - 1, last + spare)]
}

/** Includes the mark that ends the sentence of the last word. */
function withClosing(text: string, end: number): number {
  return /[.!?%)]/.test(text[end] ?? '') ? end + 1 : end
}

/** Of matches that overlap, the first and longest. */
function withoutOverlap(window: readonly Match[]): Match[] {
  const kept: Match[] = []
  for (const match of window.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match)
  }
  return kept
}
