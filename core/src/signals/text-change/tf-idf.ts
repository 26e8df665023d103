import type { Numbers } from './similarity.ts'

/** A text as weights by term number, of length one; empty for a text without words. */
export interface WeightedTerms {
  terms: Int32Array
  weights: Float64Array
}

/**
 * tf·idf vectors of texts that are given as words: raw counts times `ln((1 + N) / (1 + df)) + 1` over all of them, scaled
 * to length one. Terms are numbered in alphabetical order, so that sums do not depend on the order of the texts. Vectors
 * are made of the texts from index `from` on; those before count in the document frequencies only.
 */
export function tfIdfVectors(
  texts: readonly Numbers[],
  vocabulary: readonly string[],
  from = 0,
): WeightedTerms[] {
  const documentFrequency = new Int32Array(vocabulary.length)
  const seenIn = new Int32Array(vocabulary.length)
  const wanted: number[] = []
  texts.forEach((words, text) => {
    for (let index = 0; index < words.length; index++) {
      const word = words[index] as number
      if (seenIn[word] === text + 1) continue
      if (text >= from && (seenIn[word] as number) <= from) wanted.push(word)
      seenIn[word] = text + 1
      documentFrequency[word] = (documentFrequency[word] as number) + 1
    }
  })
  const terms = wanted.sort((a, b) => ((vocabulary[a] as string) < (vocabulary[b] as string) ? -1 : 1))
  const rank = new Int32Array(vocabulary.length)
  terms.forEach((word, number) => {
    rank[word] = number
  })
  const idf = Float64Array.from(
    terms,
    (word) => Math.log((1 + texts.length) / (1 + (documentFrequency[word] as number))) + 1,
  )
  const counts = new Int32Array(terms.length)
  return texts.slice(from).map((words) => {
    const own: number[] = []
    for (let index = 0; index < words.length; index++) {
      const term = rank[words[index] as number] as number
      if (counts[term] === 0) own.push(term)
      counts[term] = (counts[term] as number) + 1
    }
    const ordered = Int32Array.from(own).sort()
    const weights = Float64Array.from(ordered, (term) => (counts[term] as number) * (idf[term] as number))
    let squares = 0
    for (const weight of weights) squares += weight * weight
    const norm = Math.sqrt(squares)
    for (const term of ordered) counts[term] = 0
    return { terms: ordered, weights: weights.map((weight) => weight / norm) }
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

/**
 * The cosines of each left vector with each right one, those below `from` as 0. One row is spread out over all terms, and
 * the others are summed over it in the order of their terms: the same sums as `cosine`.
 */
export function cosines(
  left: readonly WeightedTerms[],
  right: readonly WeightedTerms[],
  from: number,
): Float64Array[] {
  let terms = 0
  for (const { terms: own } of [...left, ...right]) terms = Math.max(terms, (own.at(-1) ?? -1) + 1)
  const row = new Float64Array(terms)
  return left.map((vector) => {
    for (let index = 0; index < vector.terms.length; index++) {
      row[vector.terms[index] as number] = vector.weights[index] as number
    }
    const similarities = Float64Array.from(right, ({ terms: own, weights }) => {
      let sum = 0
      for (let index = 0; index < own.length; index++) {
        sum += (row[own[index] as number] as number) * (weights[index] as number)
      }
      const similarity = Math.min(1, sum)
      return similarity >= from ? similarity : 0
    })
    for (const term of vector.terms) row[term] = 0
    return similarities
  })
}
