/** A word of a text where it stands, as half-open UTF-16 indexes, and as it is compared. */
export interface PlacedWord {
  start: number
  end: number
  word: string
}

/** Longer words are compared by their beginning; they are data, not language. */
export const MAX_WORD_CHARS = 64

/** Characters looked at together, and more where a stretch is longer. */
const WINDOW_CHARS = 16_384
const NOT_A_WORD = 0
const WORD = 1
const UPPER_CASE = 2
/** What the characters of ASCII are; the rest is asked of Unicode. */
const ASCII = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code)
  if (/[a-z0-9]/.test(character)) ASCII[code] = WORD
  else if (/[A-Z]/.test(character)) ASCII[code] = UPPER_CASE
}
const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}]$/u
const known = new Map<number, boolean>()

/**
 * Walks over the words of a stretch of text. A word is a run of letters, digits and marks, everything else stands between
 * words: `company's` is two words, `10b5-1` two, `U.S.` two. The index and the queries are made by this one walk, so they
 * cannot disagree.
 */
export class WordWalk {
  readonly text: string
  /** The characters of the text from `base` on: numbers in an array are faster to look at than characters of a string. */
  units = new Uint16Array(0)
  base = 0
  /** Where the word stands, half-open. */
  start = 0
  end = 0
  /** Whether it is compared as it is written. */
  plain = true
  /** Of its characters as they are written. */
  hash = 0
  private limit = 0

  constructor(text: string) {
    this.text = text
  }

  /** Goes to the beginning of a stretch. */
  over(start: number, end: number): void {
    this.end = start
    this.limit = end
    if (start >= this.base && end <= this.base + this.units.length) return
    const window = this.text.slice(start, Math.max(end, start + WINDOW_CHARS))
    this.units = new Uint16Array(window.length)
    Buffer.from(this.units.buffer).write(window, 'utf16le')
    this.base = start
  }

  /** Goes to the next word; false at the end of the stretch. */
  next(): boolean {
    const { text, limit, units, base } = this
    let at = this.end
    let code = 0
    let kind = NOT_A_WORD
    for (; at < limit; at += widthAt(text, at, code)) {
      code = units[at - base] as number
      kind = code < 128 ? (ASCII[code] as number) : kindAt(text, at)
      if (kind !== NOT_A_WORD) break
    }
    if (at >= limit) {
      this.end = at
      return false
    }
    this.start = at
    let hash = 0
    let plain = true
    while (kind !== NOT_A_WORD) {
      if (kind === UPPER_CASE || code > 127) plain = false
      hash = (Math.imul(hash, 31) + code) | 0
      at += widthAt(text, at, code)
      if (at >= limit) break
      code = units[at - base] as number
      kind = code < 128 ? (ASCII[code] as number) : kindAt(text, at)
    }
    this.end = at
    this.plain = plain
    this.hash = hash
    return true
  }

  /** The word as it is compared: without case, without accents, in its compatible form (`ﬁ` is `fi`). Empty for marks alone. */
  get word(): string {
    const written = this.text.slice(this.start, this.end)
    return this.plain ? written.slice(0, MAX_WORD_CHARS) : folded(written)
  }
}

/** The words of a stretch of text. */
export function* wordsOf(text: string, start = 0, end = text.length): Generator<PlacedWord> {
  const walk = new WordWalk(text)
  walk.over(start, end)
  while (walk.next()) {
    const { word } = walk
    if (word !== '') yield { start: walk.start, end: walk.end, word }
  }
}

/** A word as it is compared. What folding takes apart (`½` is `1⁄2`) stays one word. */
function folded(written: string): string {
  const lower = written.normalize('NFKD').toLowerCase()
  const letters = /^[a-z0-9]*$/.test(lower) ? lower : lower.replace(/[^\p{L}\p{N}]/gu, '')
  return letters.length <= MAX_WORD_CHARS
    ? letters
    : [...letters.slice(0, MAX_WORD_CHARS + 1)].slice(0, -1).join('')
}

/** What a character beyond ASCII is. */
function kindAt(text: string, at: number): number {
  const point = text.codePointAt(at) as number
  const answer = known.get(point)
  if (answer !== undefined) return answer ? WORD : NOT_A_WORD
  const isWord = WORD_CHARACTER.test(String.fromCodePoint(point))
  if (known.size < 65_536) known.set(point, isWord)
  return isWord ? WORD : NOT_A_WORD
}

function widthAt(text: string, at: number, code: number): number {
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) as number) > 0xffff ? 2 : 1
}
