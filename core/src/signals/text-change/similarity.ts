/** Words as numbers, equal where the words are. */
export type Numbers = ArrayLike<number>

/** How often each word of an alphabet stands in a text. */
export function countsOf(words: Numbers, alphabet: number): Int32Array {
  const counts = new Int32Array(alphabet)
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as number
    counts[word] = (counts[word] as number) + 1
  }
  return counts
}

/** Cosine of raw word counts, 0 to 1: Σ tf₁·tf₂ / (‖tf₁‖·‖tf₂‖). 0 when a text has no words. */
export function cosineSimilarity(left: Int32Array, right: Int32Array): number {
  let dot = 0
  let leftSquares = 0
  let rightSquares = 0
  for (let word = 0; word < left.length; word++) {
    const a = left[word] as number
    const b = right[word] as number
    dot += a * b
    leftSquares += a * a
    rightSquares += b * b
  }
  const norms = leftSquares * rightSquares
  // One square root of the product keeps the cosine of a text with itself at exactly 1.
  return norms === 0 ? 0 : Math.min(1, dot / Math.sqrt(norms))
}

/** Shared words over all words, each counted once, 0 to 1. 0 when neither text has words. */
export function jaccardSimilarity(left: Int32Array, right: Int32Array): number {
  let shared = 0
  let all = 0
  for (let word = 0; word < left.length; word++) {
    const a = left[word] as number
    const b = right[word] as number
    if (a > 0 || b > 0) all++
    if (a > 0 && b > 0) shared++
  }
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
