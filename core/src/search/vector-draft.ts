import type { WordNumbers } from './word-numbers.ts'

/** Postgres keeps at most this many positions of a word in a vector; what is beyond would be lost for phrases. */
const MAX_POSITIONS_OF_WORD = 255
/** The highest position of a vector is 16,383. */
const MAX_POSITION = 16_000
/** A vector has at most 1 MiB of words and positions. */
const MAX_VECTOR_BYTES = 800_000
/** What a word costs in a vector beyond its letters, at most. */
const WORD_OVERHEAD_BYTES = 8
const BYTES_PER_POSITION = 2

const NONE = -1

/** The words of a stretch of text with their positions, as long as they fit into one vector. Used again after `take`. */
export class VectorDraft {
  private readonly numbers: WordNumbers
  /** Where each word of the vector stands in `entries`, by its number; only if it was seen for this vector. */
  private entryOf = new Int32Array(1024)
  private seenFor = new Int32Array(1024)
  private vector = 1
  /** The words in the order in which they first stand in the stretch, the first and last of the places of each. */
  private readonly entries: number[] = []
  private readonly firstPlaces: number[] = []
  private readonly lastPlaces: number[] = []
  private readonly counts: number[] = []
  /** Positions, and the next place of the same word. */
  private readonly positions: number[] = []
  private readonly nextPlaces: number[] = []
  private bytes = 0
  private last = 0
  words = 0

  constructor(numbers: WordNumbers) {
    this.numbers = numbers
  }

  /** Adds a word `gap` positions behind the one before; false, and nothing is added, when it does not fit. */
  add(number: number, gap: number): boolean {
    if (number >= this.entryOf.length) {
      this.entryOf = grown(this.entryOf, number)
      this.seenFor = grown(this.seenFor, number)
    }
    const known = this.seenFor[number] === this.vector
    const entry = known ? (this.entryOf[number] as number) : this.entries.length
    const cost = known ? 0 : (this.numbers.byteLengths[number] as number) + WORD_OVERHEAD_BYTES
    if (
      (known && (this.counts[entry] as number) >= MAX_POSITIONS_OF_WORD) ||
      this.last + gap > MAX_POSITION ||
      this.bytes + cost + BYTES_PER_POSITION > MAX_VECTOR_BYTES
    ) {
      return false
    }
    this.last += gap
    this.bytes += cost + BYTES_PER_POSITION
    const place = this.words++
    this.positions[place] = this.last
    this.nextPlaces[place] = NONE
    if (known) {
      this.nextPlaces[this.lastPlaces[entry] as number] = place
      this.counts[entry] = (this.counts[entry] as number) + 1
    } else {
      this.seenFor[number] = this.vector
      this.entryOf[number] = entry
      this.entries.push(number)
      this.firstPlaces[entry] = place
      this.counts[entry] = 1
    }
    this.lastPlaces[entry] = place
    return true
  }

  /** The vector, every word with its positions; the draft is empty again. Words are letters and digits, so nothing needs escaping. */
  take(): string {
    const { entries, firstPlaces, positions, nextPlaces } = this
    let terms = ''
    for (let entry = 0; entry < entries.length; entry++) {
      let place = firstPlaces[entry] as number
      terms += `${terms === '' ? '' : ' '}'${this.numbers.words[entries[entry] as number]}':${positions[place]}`
      for (place = nextPlaces[place] as number; place !== NONE; place = nextPlaces[place] as number)
        terms += `,${positions[place]}`
    }
    this.vector++
    this.entries.length = 0
    this.bytes = 0
    this.last = 0
    this.words = 0
    return terms
  }
}

/** Which words a stretch of text has and about how often, as long as they fit into one vector. */
export class FrequencyDraft {
  private readonly numbers: WordNumbers
  /** By number of the word. */
  private counts = new Int32Array(1024)
  private readonly entries: number[] = []
  private bytes = 0
  words = 0

  constructor(numbers: WordNumbers) {
    this.numbers = numbers
  }

  /** Adds a word; false, and nothing is added, when it does not fit. */
  add(number: number): boolean {
    if (number >= this.counts.length) this.counts = grown(this.counts, number)
    const count = this.counts[number] as number
    if (count === 0) {
      const cost = (this.numbers.byteLengths[number] as number) + WORD_OVERHEAD_BYTES + BYTES_PER_POSITION
      if (this.bytes + cost > MAX_VECTOR_BYTES) return false
      this.bytes += cost
      this.entries.push(number)
    }
    this.counts[number] = count + 1
    this.words += 1
    return true
  }

  toString(): string {
    return this.entries
      .map((number) => `'${this.numbers.words[number]}':1${frequencyClass(this.counts[number] as number)}`)
      .join(' ')
  }
}

function grown(array: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, index + 1))
  larger.set(array)
  return larger
}

/** The weight that stands for how often a word occurs; the empty one is Postgres' D. */
function frequencyClass(count: number): string {
  if (count >= 10) return 'A'
  if (count >= 4) return 'B'
  return count >= 2 ? 'C' : ''
}
