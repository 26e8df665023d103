import { hashOf } from './word-pairs.ts'
import type { WordWalk } from './words.ts'

/** Powers of two. */
const FIRST_SLOTS = 4096
const MAX_SLOTS = 2 ** 20
/** Slots looked into before the word is looked up as a string: a hostile text can ask for one slot only. */
const MAX_PROBES = 8
/** Start, length and hash of a spelling, and the number of its word plus two; 0 is a free slot. */
const FIELDS = 4
const NO_WORD = -1

/**
 * Gives the words of one text numbers, in the order in which they first stand there. A spelling met before is recognised in
 * the text itself, so that no string is made for it.
 */
export class WordNumbers {
  /** By number: the word, its bytes in UTF-8, and its `hashOf`. */
  readonly words: string[] = []
  readonly byteLengths: number[] = []
  readonly hashes: number[] = []
  private readonly numbers = new Map<string, number>()
  private slots = new Int32Array(FIRST_SLOTS * FIELDS)
  private filled = 0

  /** The number of the word at which the walk stands; -1 where nothing of it is compared. */
  numberAt(walk: WordWalk): number {
    const { slots } = this
    const { text, start, hash } = walk
    const length = walk.end - start
    const mask = slots.length / FIELDS - 1
    let slot = scattered(hash) & mask
    let probes = 0
    for (; probes < MAX_PROBES; probes++) {
      const at = slot * FIELDS
      const stored = slots[at + 3] as number
      if (stored === 0) break
      if (
        slots[at + 2] === hash &&
        slots[at + 1] === length &&
        same(text, slots[at] as number, start, length)
      )
        return stored - 2
      slot = (slot + 1) & mask
    }
    const number = this.numberOf(walk.word)
    if (probes < MAX_PROBES) {
      const at = slot * FIELDS
      slots[at] = start
      slots[at + 1] = length
      slots[at + 2] = hash
      slots[at + 3] = number + 2
      if (++this.filled * 2 > mask && mask + 1 < MAX_SLOTS) this.grow()
    } else if (mask + 1 < MAX_SLOTS && this.filled * 8 > mask) this.grow()
    return number
  }

  private numberOf(word: string): number {
    if (word === '') return NO_WORD
    let number = this.numbers.get(word)
    if (number === undefined) {
      number = this.words.push(word) - 1
      this.byteLengths.push(Buffer.byteLength(word))
      this.hashes.push(hashOf(word))
      this.numbers.set(word, number)
    }
    return number
  }

  private grow(): void {
    const before = this.slots
    const slots = new Int32Array(before.length * 2)
    const mask = slots.length / FIELDS - 1
    this.slots = slots
    this.filled = 0
    for (let from = 0; from < before.length; from += FIELDS) {
      if (before[from + 3] === 0) continue
      let slot = scattered(before[from + 2] as number) & mask
      let probes = 0
      while (slots[slot * FIELDS + 3] !== 0 && ++probes < MAX_PROBES) slot = (slot + 1) & mask
      if (probes === MAX_PROBES) continue
      for (let field = 0; field < FIELDS; field++)
        slots[slot * FIELDS + field] = before[from + field] as number
      this.filled++
    }
  }
}

function scattered(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

function same(text: string, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++)
    if (text.charCodeAt(one + at) !== text.charCodeAt(other + at)) return false
  return true
}
