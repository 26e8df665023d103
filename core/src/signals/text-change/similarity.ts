import { wordCounts } from '../words.ts'

/** Cosine of raw word counts, 0 to 1: Σ tf₁·tf₂ / (‖tf₁‖·‖tf₂‖). 0 when a text has no words. */
export function cosineSimilarity(a: readonly string[], b: readonly string[]): number {
  const left = wordCounts(a)
  const right = wordCounts(b)
  let dot = 0
  for (const [word, count] of left) dot += count * (right.get(word) ?? 0)
  const norms = squares(left) * squares(right)
  // One square root of the product keeps the cosine of a text with itself at exactly 1.
  return norms === 0 ? 0 : Math.min(1, dot / Math.sqrt(norms))
}

/** Shared words over all words, each counted once, 0 to 1. 0 when neither text has words. */
export function jaccardSimilarity(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a)
  const right = new Set(b)
  let shared = 0
  for (const word of left) if (right.has(word)) shared++
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

/** 1 − D/(n₁+n₂) with D the fewest words to insert and delete, 0 to 1. */
export function minimumEditSimilarity(insertsAndDeletes: number, words: number): number {
  return words === 0 ? 0 : 1 - insertsAndDeletes / words
}

/** Changed words over the mean length of the two texts, 0 to 2: c of the `simple` measure. */
export function changeRate(changedWords: number, words: number): number {
  return words === 0 ? 0 : changedWords / (words / 2)
}

function squares(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += count * count
  return sum
}
