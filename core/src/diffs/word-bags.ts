const WORD = /[\p{L}\p{N}]+/gu

/** The words of stretches of text as numbers, equal where the words are equal but for their case. */
export function wordBags() {
  const ids = new Map<string, number>()
  return {
    of(text: string, { start, end }: { start: number; end: number }): Int32Array {
      const words = text.slice(start, end).toLowerCase().match(WORD) ?? []
      return Int32Array.from(words, (word) => {
        const known = ids.get(word) ?? ids.size
        ids.set(word, known)
        return known
      })
    },
  }
}
