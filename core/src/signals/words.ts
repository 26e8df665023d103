// A word has a letter: figures and dates differ in every report and would drown the change in wording. An apostrophe
// or hyphen inside keeps a word together; combining marks belong to their letter.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’\-‐‑][\p{L}\p{N}\p{M}]+)*/gu
const LETTER = /\p{L}/u

/** The words of a text in order: NFKC, lower case, only those with a letter in them. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (LETTER.test(word)) words.push(word.replaceAll('’', "'").replace(/[‐‑]/g, '-'))
  }
  return words
}

/** How often each word occurs. */
export function wordCounts(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Both texts as numbers, equal where the words are equal: comparing integers is what makes long texts affordable. */
export function internWords(a: readonly string[], b: readonly string[]): [Int32Array, Int32Array, number] {
  const ids = new Map<string, number>()
  const intern = (word: string) => {
    const known = ids.get(word)
    if (known !== undefined) return known
    ids.set(word, ids.size)
    return ids.size - 1
  }
  return [Int32Array.from(a, intern), Int32Array.from(b, intern), ids.size]
}
