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

/** Words of two texts as numbers, equal where the words are equal. */
export interface NumberedWords {
  left: Int32Array
  right: Int32Array
  vocabulary: string[]
}

/** Numbers the words of two texts alike: comparing integers is what makes long texts affordable. */
export function numberedWords(a: readonly string[], b: readonly string[]): NumberedWords {
  const numbers = new Map<string, number>()
  const numberOf = (word: string) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
  return {
    left: Int32Array.from(a, numberOf),
    right: Int32Array.from(b, numberOf),
    vocabulary: [...numbers.keys()],
  }
}
