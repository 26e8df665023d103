import type { SearchLeaf } from './query.ts'

/** Bits of the filter for each pair in it, and bits that one pair sets: about one pair in a hundred is held by accident. */
const BITS_PER_PAIR = 10
export const PROBES = 4
const MIN_BYTES = 8

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
  private readonly pairs = new Set<number>()
  private before: number | undefined

  /** Adds a word; `follows` when it stands directly behind the one added before. */
  add(word: string, follows: boolean): void {
    const hash = hashOf(word)
    if (follows && this.before !== undefined) this.pairs.add(keyOf(this.before, hash))
    this.before = hash
  }

  /** The filter, as bytes. */
  toBytes(): Buffer {
    const bytes = Buffer.alloc(Math.max(MIN_BYTES, Math.ceil((this.pairs.size * BITS_PER_PAIR) / 8)))
    for (const key of this.pairs) {
      const { first, step } = addressOfKey(key)
      for (let probe = 0; probe < PROBES; probe++) {
        const bit = (first + probe * step) % (bytes.length * 8)
        bytes[bit >> 3] = (bytes[bit >> 3] as number) | (1 << (bit & 7))
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
    return [addressOfKey(keyOf(hashOf(first.word), hashOf(second.word)))]
  })
}

const STEP_BITS = 20

/** Two numbers of 32 and 20 bits in one that a double holds exactly. */
function keyOf(first: number, second: number): number {
  const mixed = finished(Math.imul(first, 0x9e3779b1) ^ second)
  const other = finished(Math.imul(second, 0x85ebca77) ^ first)
  return mixed * 2 ** STEP_BITS + (other >>> (32 - STEP_BITS))
}

function addressOfKey(key: number): PairAddress {
  return { first: Math.floor(key / 2 ** STEP_BITS), step: (key % 2 ** STEP_BITS) + 1 }
}

/** FNV-1a over the UTF-16 units of a word. */
function hashOf(word: string): number {
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
