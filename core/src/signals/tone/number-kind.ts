import type { DocumentWords } from '../document-words.ts'

/** What a number in a sentence is: an amount says something of the business, the others where to look or when. */
export type NumberKind = 'amount' | 'date' | 'reference' | 'list'

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
const REFERENCES = new Set(
  'note notes item items section sections sec rule rules part parts exhibit exhibits form forms no nos number numbers topic topics subtopic asc asu article articles page pages table tables schedule schedules release releases chapter chapters paragraph paragraphs sfas fin fasb fsp eitf sop sab fas ifrs ias isa statement statements interpretation bulletin file title appendix annex footnote footnotes code cfr u.s.c usc regulation regulations clause subsection level levels figure line suite room zip'.split(
    ' ',
  ),
)
const JOINERS = new Set(['and', 'or', 'through', 'to'])
const MONTH = 1
const REFERENCE = 2
const JOINER = 4

const listedRoles = new Map<string, number>()
for (const [words, role] of [
  [MONTHS, MONTH],
  [REFERENCES, REFERENCE],
  [JOINERS, JOINER],
] as const) {
  for (const word of words) listedRoles.set(word, (listedRoles.get(word) ?? 0) | role)
}

/** Reads the numbers of a text from left to right, since what a number is hangs on what stands before it. */
export class NumberReader {
  readonly #text: string
  readonly #words: DocumentWords
  readonly #roles: Uint8Array
  #last: NumberKind | null = null
  /** The next word when the last number was read. */
  #lastWord = -1

  constructor(text: string, words: DocumentWords) {
    this.#text = text
    this.#words = words
    this.#roles = Uint8Array.from(words.vocabulary, (word) => listedRoles.get(word) ?? 0)
  }

  startBlock(): void {
    this.#last = null
  }

  startSentence(): void {
    this.#last = null
  }

  /** The number whose first digit stands at `at`, before the word `word` of the text. */
  read(
    at: number,
    to: number,
    word: number,
    firstWord: number,
    endWord: number,
    startsSentence: boolean,
  ): { kind: NumberKind; end: number } {
    const text = this.#text
    let end = at
    let pieces = 0
    let slashes = 0
    for (; end < to; end++) {
      const code = text.charCodeAt(end)
      if (isDigit(code)) continue
      // A separator belongs to the number when a digit follows it.
      if (!isDigit(text.charCodeAt(end + 1)) || end + 1 >= to) break
      if (code === 0x2f) slashes++
      else if (code === 0x2c || code === 0x2e) pieces++
      else break
    }
    const kind = this.#kindOf(at, end, word, firstWord, endWord, { pieces, slashes, startsSentence })
    this.#last = kind
    this.#lastWord = word
    return { kind, end }
  }

  #kindOf(
    at: number,
    end: number,
    word: number,
    firstWord: number,
    endWord: number,
    read: { pieces: number; slashes: number; startsSentence: boolean },
  ): NumberKind {
    const text = this.#text
    const before = at > 0 ? text.charCodeAt(at - 1) : 0x20
    const after = text.charCodeAt(end)
    if (isCurrency(before) || after === 0x25) return 'amount'
    if (read.slashes > 0) return read.slashes === 2 ? 'date' : 'amount'
    if (before === 0x28 && after === 0x29 && end - at <= 3) return 'list'
    if (read.startsSentence && end - at <= 3 && (after === 0x2e || after === 0x29)) return 'list'
    const whole = read.pieces === 0
    const value = whole && end - at <= 4 ? Number(text.slice(at, end)) : -1
    const previous = word > firstWord ? (this.#roles[this.#words.words[word - 1] as number] as number) : 0
    const sameGap = this.#lastWord === word && this.#last !== null
    if (whole && value >= 1 && value <= 31) {
      if (previous & MONTH && !sameGap) return 'date'
      const next = word < endWord ? (this.#roles[this.#words.words[word] as number] as number) : 0
      if (next & MONTH && this.#words.starts[word] === end + 1) return 'date'
    }
    if (whole && value >= 1900 && value <= 2099) return 'date'
    if (previous & REFERENCE && !(sameGap && this.#last === 'amount')) return 'reference'
    // "Notes 5 and 6", "Sections 302, 404".
    if (this.#last === 'reference' && (sameGap || (previous & JOINER && this.#lastWord === word - 1)))
      return 'reference'
    return 'amount'
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isCurrency(code: number): boolean {
  return code === 0x24 || code === 0x20ac || code === 0xa3 || code === 0xa5
}
