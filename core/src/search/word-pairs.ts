import { randomInt } from 'node:crypto'
import type { SearchLeaf } from './query.ts'

/** Bits of the filter for each pair in it, and bits that one pair sets: about one pair in a hundred is held by accident. */
const BITS_PER_PAIR = 10
export const PROBES = 4
const MIN_BYTES = 8
/** A power of two. */
const FIRST_SLOTS = 1024
/** Nobody can write a text whose pairs all ask for the same slot. The filter does not depend on it. */
const SEED = randomInt(2 ** 32)

/** Where a pair of words stands in a filter: bits `first`, `first + step`, … modulo the bits of the filter. */
export interface PairAddress {
  first: number
  step: number
}

/**
 * A Bloom filter of the pairs of words that stand one after the other in a text. A phrase whose pairs it does not hold
 * stands nowhere in the text, and that is known without reading where the words stand. Postgres asks it by
 * `has_word_pair` (migration 0008), which must agree with this file for ever.
 */
export class WordPairs {
  /** The addresses of the pairs, each in the first free slot from the one it asks for; a step is never 0. */
  private firsts = new Uint32Array(FIRST_SLOTS)
  private steps = new Uint32Array(FIRST_SLOTS)
  private size = 0
  private before: number | undefined

  /** Adds a word; `follows` when it stands directly behind the one added before. */
  add(word: string, follows: boolean): void {
    this.addHash(hashOf(word), follows)
  }

  /** Adds a word by its `hashOf`. */
  addHash(hash: number, follows: boolean): void {
    const { before } = this
    this.before = hash
    if (!follows || before === undefined) return
    if (this.insert(firstOf(before, hash), stepOf(before, hash)) && ++this.size * 2 > this.steps.length)
      this.grow()
  }

  private insert(first: number, step: number): boolean {
    const { firsts, steps } = this
    const mask = steps.length - 1
    let slot = finished((first ^ SEED) + Math.imul(step, 0x9e3779b1)) & mask
    for (; steps[slot] !== 0; slot = (slot + 1) & mask)
      if (firsts[slot] === first && steps[slot] === step) return false
    firsts[slot] = first
    steps[slot] = step
    return true
  }

  private grow(): void {
    const { firsts, steps } = this
    this.firsts = new Uint32Array(firsts.length * 2)
    this.steps = new Uint32Array(steps.length * 2)
    for (let slot = 0; slot < steps.length; slot++)
      if (steps[slot] !== 0) this.insert(firsts[slot] as number, steps[slot] as number)
  }

  /** The filter, as bytes. */
  toBytes(): Buffer {
    const { firsts, steps } = this
    const bytes = Buffer.alloc(Math.max(MIN_BYTES, Math.ceil((this.size * BITS_PER_PAIR) / 8)))
    const bits = (bytes.length * 8) >>> 0
    for (let slot = 0; slot < steps.length; slot++) {
      if (steps[slot] === 0) continue
      const step = ((steps[slot] as number) >>> 0) % bits
      let bit = ((firsts[slot] as number) >>> 0) % bits
      for (let probe = 0; probe < PROBES; probe++) {
        bytes[bit >> 3] = (bytes[bit >> 3] as number) | (1 << (bit & 7))
        bit += step
        if (bit >= bits) bit -= bits
      }
    }
    return bytes
  }
}

/** The pairs of a phrase. One with a beginning of a word in it cannot be asked for. */
export function pairAddresses({ words }: SearchLeaf): PairAddress[] {
  return words.slice(1).flatMap((second, at) => {
    const first = words[at]
    if (!first || first.prefix || second.prefix) return []
    const [before, after] = [hashOf(first.word), hashOf(second.word)]
    return [{ first: firstOf(before, after), step: stepOf(before, after) }]
  })
}

const STEP_BITS = 20

/** The first bit of a pair: 32 bits of both words in their order. */
function firstOf(before: number, after: number): number {
  return finished(Math.imul(before, 0x9e3779b1) ^ after)
}

function stepOf(before: number, after: number): number {
  return (finished(Math.imul(after, 0x85ebca77) ^ before) >>> (32 - STEP_BITS)) + 1
}

/** FNV-1a over the UTF-16 units of a word. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return finished(hash)
}

/** The last step of MurmurHash3: every bit of the input moves every bit of the output. */
function finished(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
