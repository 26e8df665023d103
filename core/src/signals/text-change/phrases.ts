const LONGEST_WALK = 64

/**
 * The phrases of a text: so many words in a row within one sentence, found again by their words. In a text made so that
 * very many phrases fall into one place of the table, those beyond it are not found again.
 */
export class Phrases {
  readonly #words: Int32Array
  readonly #length: number
  readonly #table: Int32Array
  readonly #hashes: Int32Array

  constructor(words: Int32Array, sentences: readonly { first: number; last: number }[], length: number) {
    this.#words = words
    this.#length = length
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * words.length + 2))).fill(-1)
    this.#hashes = new Int32Array(words.length)
    for (const { first, last } of sentences) {
      for (let at = first; at + length <= last; at++) {
        const hash = phraseHash(words, at, length)
        const slot = this.#slot(hash, words, at)
        if (slot < 0 || this.#table[slot] !== -1) continue
        this.#table[slot] = at
        this.#hashes[at] = hash
      }
    }
  }

  /** Where the phrase that begins at a word of another text, numbered alike, first stands; -1 for nowhere. */
  find(words: Int32Array, at: number): number {
    const slot = this.#slot(phraseHash(words, at, this.#length), words, at)
    return slot < 0 ? -1 : (this.#table[slot] as number)
  }

  #slot(hash: number, words: Int32Array, at: number): number {
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (let step = 0; step < LONGEST_WALK; step++) {
      const place = this.#table[slot] as number
      if (place === -1 || (this.#hashes[place] === hash && this.#same(place, words, at))) return slot
      slot = (slot + 1) & mask
    }
    return -1
  }

  #same(place: number, words: Int32Array, at: number): boolean {
    for (let index = 0; index < this.#length; index++) {
      if (this.#words[place + index] !== words[at + index]) return false
    }
    return true
  }
}

function phraseHash(words: Int32Array, at: number, length: number): number {
  let hash = words[at] as number
  for (let index = 1; index < length; index++) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (words[at + index] as number)
  }
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return hash ^ (hash >>> 15)
}
