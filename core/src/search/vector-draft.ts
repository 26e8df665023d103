/** Postgres keeps at most this many positions of a word in a vector; what is beyond would be lost for phrases. */
const MAX_POSITIONS_OF_WORD = 255
/** The highest position of a vector is 16,383. */
const MAX_POSITION = 16_000
/** A vector has at most 1 MiB of words and positions. */
const MAX_VECTOR_BYTES = 800_000
/** What a word costs in a vector beyond its letters, at most. */
const WORD_OVERHEAD_BYTES = 8
const BYTES_PER_POSITION = 2

/** The words of a stretch of text with their positions, as long as they fit into one vector. */
export class VectorDraft {
  private readonly positions = new Map<string, number[]>()
  private bytes = 0
  private last = 0
  words = 0

  /** Adds a word `gap` positions behind the one before; false, and nothing is added, when it does not fit. */
  add(word: string, gap: number): boolean {
    const places = this.positions.get(word)
    const cost = places ? 0 : Buffer.byteLength(word) + WORD_OVERHEAD_BYTES
    if (
      (places?.length ?? 0) >= MAX_POSITIONS_OF_WORD ||
      this.last + gap > MAX_POSITION ||
      this.bytes + cost + BYTES_PER_POSITION > MAX_VECTOR_BYTES
    ) {
      return false
    }
    this.last += gap
    this.bytes += cost + BYTES_PER_POSITION
    this.words += 1
    if (places) places.push(this.last)
    else this.positions.set(word, [this.last])
    return true
  }

  /** The vector, every word with its positions. Words are letters and digits, so nothing needs escaping. */
  toString(): string {
    const entries: string[] = []
    for (const [word, places] of this.positions) entries.push(`'${word}':${places.join(',')}`)
    return entries.join(' ')
  }
}

/** Which words a stretch of text has and about how often, as long as they fit into one vector. */
export class FrequencyDraft {
  private readonly counts = new Map<string, number>()
  private bytes = 0
  words = 0

  /** Adds a word; false, and nothing is added, when it does not fit. */
  add(word: string): boolean {
    const count = this.counts.get(word)
    if (count === undefined) {
      const cost = Buffer.byteLength(word) + WORD_OVERHEAD_BYTES + BYTES_PER_POSITION
      if (this.bytes + cost > MAX_VECTOR_BYTES) return false
      this.bytes += cost
    }
    this.counts.set(word, (count ?? 0) + 1)
    this.words += 1
    return true
  }

  toString(): string {
    const entries: string[] = []
    for (const [word, count] of this.counts) entries.push(`'${word}':1${frequencyClass(count)}`)
    return entries.join(' ')
  }
}

/** The weight that stands for how often a word occurs; the empty one is Postgres' D. */
function frequencyClass(count: number): string {
  if (count >= 10) return 'A'
  if (count >= 4) return 'B'
  return count >= 2 ? 'C' : ''
}
