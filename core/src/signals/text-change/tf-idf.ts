import { wordCounts } from '../words.ts'

/** A text as weights by term number, of length one; empty for a text without words. */
export interface WeightedTerms {
  terms: Int32Array
  weights: Float64Array
}

/**
 * tf·idf vectors of texts that are given as words: raw counts times `ln((1 + N) / (1 + df)) + 1` over all of them, scaled
 * to length one. Terms are numbered in alphabetical order, so that sums do not depend on the order of the texts.
 */
export function tfIdfVectors(texts: readonly (readonly string[])[]): WeightedTerms[] {
  const counts = texts.map(wordCounts)
  const documentFrequency = new Map<string, number>()
  for (const text of counts) {
    for (const word of text.keys()) documentFrequency.set(word, (documentFrequency.get(word) ?? 0) + 1)
  }
  const vocabulary = [...documentFrequency.keys()].sort()
  const numbers = new Map(vocabulary.map((word, number) => [word, number]))
  const idf = Float64Array.from(
    vocabulary,
    (word) => Math.log((1 + texts.length) / (1 + (documentFrequency.get(word) ?? 0))) + 1,
  )
  return counts.map((text) => {
    const terms = Int32Array.from(text.keys(), (word) => numbers.get(word) ?? -1).sort()
    const weights = Float64Array.from(
      terms,
      (term) => (text.get(vocabulary[term] ?? '') ?? 0) * (idf[term] ?? 0),
    )
    const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
    return { terms, weights: weights.map((weight) => weight / norm) }
  })
}

/** Cosine of two vectors of `tfIdfVectors`, 0 to 1. */
export function cosine(a: WeightedTerms, b: WeightedTerms): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const left = a.terms[i] as number
    const right = b.terms[j] as number
    if (left === right) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (left < right) i++
    else j++
  }
  return Math.min(1, sum)
}
