import type { SearchLeaf } from './query.ts'
import { type PlacedWord, wordsOf } from './words.ts'

/** Where a leaf of the query stands in a text, as half-open UTF-16 indexes; `words` counts from the first of the text. */
export interface Match {
  leaf: number
  start: number
  end: number
  first_word: number
  last_word: number
}

/** More of them make no better snippet. */
const MAX_MATCHES = 1_000

/**
 * The places where the leaves of a query stand in a text, in order. Words are found by the function that made the index,
 * and a phrase ends with its block here, too.
 */
export function matchesOf(
  text: string,
  leaves: readonly SearchLeaf[],
): { words: PlacedWord[]; matches: Match[] } {
  const words = [...wordsOf(text)]
  const matches: Match[] = []
  for (let at = 0; at < words.length && matches.length < MAX_MATCHES; at++) {
    leaves.forEach((leaf, index) => {
      if (!standsAt(text, words, at, leaf)) return
      const last_word = at + leaf.words.length - 1
      const [first, last] = [words[at] as PlacedWord, words[last_word] as PlacedWord]
      matches.push({ leaf: index, start: first.start, end: last.end, first_word: at, last_word })
    })
  }
  return { words, matches }
}

function standsAt(
  text: string,
  words: readonly PlacedWord[],
  at: number,
  { words: wanted }: SearchLeaf,
): boolean {
  return wanted.every(({ word, prefix }, offset) => {
    const found = words[at + offset]
    if (!found || !(prefix ? found.word.startsWith(word) : found.word === word)) return false
    return offset === 0 || !text.slice(words[at + offset - 1]?.end, found.start).includes('\n\n')
  })
}
