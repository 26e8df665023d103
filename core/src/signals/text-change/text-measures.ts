import type { ComparedPair } from './comparison-basis.ts'
import {
  changeRate,
  cosineSimilarity,
  countsOf,
  jaccardSimilarity,
  minimumEditSimilarity,
} from './similarity.ts'
import { type WordDistance, wordDistance } from './word-distance.ts'

/** The edit distances are exact up to two texts of 150,000 words that share neither beginning nor end. */
export const MAXIMUM_CELLS = 150_000 * 150_000

/** Bounds of the change rate c: no universe of a year's filings is pretended. */
export const CHANGE_RATE = { minimum: 0, maximum: 2 } as const

/** The four similarities of two texts; those that need an alignment are null above the bound of exact distances. */
export interface TextMeasures {
  cosine: number
  jaccard: number
  edits: { min_edit: number; simple: number; change_rate: number; distance: WordDistance } | null
}

export function textMeasures({ leftWords, rightWords, vocabulary }: ComparedPair): TextMeasures {
  const left = countsOf(leftWords, vocabulary.length)
  const right = countsOf(rightWords, vocabulary.length)
  const distance = wordDistance(leftWords, rightWords, vocabulary.length, MAXIMUM_CELLS)
  return {
    cosine: cosineSimilarity(left, right),
    jaccard: jaccardSimilarity(left, right),
    edits: distance && editMeasures(distance, leftWords.length + rightWords.length),
  }
}

function editMeasures(distance: WordDistance, words: number): NonNullable<TextMeasures['edits']> {
  const rate = changeRate(distance.changed_words, words)
  return {
    min_edit: minimumEditSimilarity(distance.inserts_and_deletes, words),
    simple: (CHANGE_RATE.maximum - rate) / (CHANGE_RATE.maximum - CHANGE_RATE.minimum),
    change_rate: rate,
    distance,
  }
}
