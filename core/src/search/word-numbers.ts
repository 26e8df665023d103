import { hashOf } from './word-pairs.ts'
import type { WordWalk } from './words.ts'

/** Powers of two. */
const FIRST_SLOTS = 4096
const FIRST_SPELLINGS = 32_768
const MAX_SLOTS = 2 ** 20
/** Slots looked into before the word is looked up as a string: a hostile text can ask for one slot only. */
const MAX_PROBES = 8
/** Place in `spellings`, length and hash of a spelling, and the number of its word plus two; 0 is a free slot. */
const FIELDS = 4
const NO_WORD = -1
/** Longer spellings are data, and looked up as strings. */
const MAX_KEPT_CHARS = 64

/**
 * Gives the words of one text numbers, in the order in which they first stand there. A spelling met before is recognised by
 * its characters, so that no string is made for it.
 */
export class WordNumbers {
  /** By number: the word, its bytes in UTF-8, and its `hashOf`. */
  readonly words: string[] = []
  readonly byteLengths: number[] = []
  readonly hashes: number[] = []
  private readonly numbers = new Map<string, number>()
  private slots = new Int32Array(FIRST_SLOTS * FIELDS)
  private filled = 0
  private spellings = new Uint16Array(FIRST_SPELLINGS)
  private spelled = 0

  /** The number of the word at which the walk stands; -1 where nothing of it is compared. */
  numberAt(walk: WordWalk): number {
    const { slots, spellings } = this
    const { units, hash } = walk
    const start = walk.start - walk.base
    const length = walk.end - walk.start
    const mask = slots.length / FIELDS - 1
    let slot = scattered(hash) & mask
    let probes = 0
    for (; probes < MAX_PROBES; probes++) {
      const at = slot * FIELDS
      const stored = slots[at + 3] as number
      if (stored === 0) break
      if (slots[at + 2] === hash && slots[at + 1] === length) {
        const spelling = slots[at] as number
        let same = 0
        while (same < length && spellings[spelling + same] === units[start + same]) same++
        if (same === length) return stored - 2
      }
      slot = (slot + 1) & mask
    }
    const number = this.numberOf(walk.word)
    if (length > MAX_KEPT_CHARS) return number
    if (probes < MAX_PROBES) {
      const at = slot * FIELDS
      slots[at] = this.keep(units, start, length)
      slots[at + 1] = length
      slots[at + 2] = hash
      slots[at + 3] = number + 2
      if (++this.filled * 2 > mask && mask + 1 < MAX_SLOTS) this.grow()
    } else if (mask + 1 < MAX_SLOTS && this.filled * 8 > mask) this.grow()
    return number
  }

  private keep(units: Uint16Array, start: number, length: number): number {
    const place = this.spelled
    if (place + length > this.spellings.length) {
      const larger = new Uint16Array(this.spellings.length * 2)
      larger.set(this.spellings)
      this.spellings = larger
    }
    for (let at = 0; at < length; at++) this.spellings[place + at] = units[start + at] as number
    this.spelled += length
    return place
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
