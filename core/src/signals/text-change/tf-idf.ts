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
    const weights = new Float64Array(ordered.length)
    let squares = 0
    for (let index = 0; index < ordered.length; index++) {
      const term = ordered[index] as number
      const weight = (counts[term] as number) * (idf[term] as number)
      weights[index] = weight
      squares += weight * weight
      counts[term] = 0
    }
    const norm = Math.sqrt(squares)
    for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] as number) / norm
    return { terms: ordered, weights }
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
 * The cosines of each left vector with each right one, those below `from` as 0. Only terms that both have are looked at,
 * in the order of their numbers: the same sums as `cosine`.
 */
export function cosines(
  left: readonly WeightedTerms[],
  right: readonly WeightedTerms[],
  from: number,
): Float64Array[] {
  const postings = postingsOf(right)
  return left.map(({ terms, weights }) => {
    const sums = new Float64Array(right.length)
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index] as number
      const weight = weights[index] as number
      const end = postings.ends[term] ?? 0
      for (let at = term > 0 ? (postings.ends[term - 1] ?? end) : 0; at < end; at++) {
        const text = postings.texts[at] as number
        sums[text] = (sums[text] as number) + weight * (postings.weights[at] as number)
      }
    }
    for (let text = 0; text < sums.length; text++) {
      const similarity = Math.min(1, sums[text] as number)
      sums[text] = similarity >= from ? similarity : 0
    }
    return sums
  })
}

/** For each term the texts that have it, one term after the other. */
function postingsOf(vectors: readonly WeightedTerms[]) {
  let terms = 0
  let entries = 0
  for (const { terms: own } of vectors) {
    terms = Math.max(terms, (own.at(-1) ?? -1) + 1)
    entries += own.length
  }
  const next = new Int32Array(terms + 1)
  for (const { terms: own } of vectors)
    for (const term of own) next[term + 1] = (next[term + 1] as number) + 1
  for (let term = 0; term < terms; term++)
    next[term + 1] = (next[term + 1] as number) + (next[term] as number)
  const texts = new Int32Array(entries)
  const weights = new Float64Array(entries)
  vectors.forEach((vector, text) => {
    for (let index = 0; index < vector.terms.length; index++) {
      const term = vector.terms[index] as number
      const at = next[term] as number
      texts[at] = text
      weights[at] = vector.weights[index] as number
      next[term] = at + 1
    }
  })
  // After filling, `next` of a term is where its entries end.
  return { texts, weights, ends: next.subarray(0, terms) }
}
