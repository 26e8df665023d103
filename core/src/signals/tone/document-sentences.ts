import type { CanonicalText, TextBlock } from '../../documents/document.ts'
import { type DocumentWords, documentWords } from '../document-words.ts'
import { type NumberKind, NumberReader } from './number-kind.ts'

/** Tables with a larger share of digits among their letters and digits are tables of figures. */
export const MAXIMUM_DIGIT_SHARE = 0.15

/** What of a block is measured: nothing of page furniture and tables of figures, the words of headings and other tables. */
export const NOT_MEASURED = 0
export const WORDS_ONLY = 1
export const PROSE = 2

/** The sentences of a canonical text, found once for all rules that look at them. */
export interface DocumentSentences {
  words: DocumentWords
  /** One of the three above for each block of the text. */
  measured: Uint8Array
  /** Half-open UTF-16 indexes of each sentence, in order. */
  starts: Int32Array
  ends: Int32Array
  /** Its first word, and the one after its last, as indexes of `words`. */
  firstWords: Int32Array
  endWords: Int32Array
  /** Numbers in it that are amounts: no dates, references or numbers of a list. */
  amounts: Int32Array
  /** 1 for a sentence; 0 for a label, a line of a cover or another fragment that is none. */
  whole: Uint8Array
}

/** Fewer words without a mark at the end are no sentence but a label. */
const FRAGMENT_WORDS = 8

const known = new WeakMap<CanonicalText, DocumentSentences>()

/**
 * Sentences of paragraphs and list items. A sentence ends at `.`, `?` or `!` before white space and what can begin a sentence, not
 * after an abbreviation, an initial or the number of an item; at the end of its block; and goes on over the end of a page, when
 * a paragraph without a mark at its end is followed by one that begins in lower case.
 */
export function documentSentences(document: CanonicalText): DocumentSentences {
  const before = known.get(document)
  if (before) return before
  const sentences = split(document)
  known.set(document, sentences)
  return sentences
}

// Before a capital or figure these may end a sentence: only a word that begins sentences shows that they do.
const MAY_END = new Set(
  'inc corp co ltd llc lp llp plc jr sr etc esq al cos bros sa nv ag assn dept univ mfg intl ave blvd st'.split(
    ' ',
  ),
)
// These stand before what they belong to.
const NEVER_END = new Set(
  'mr mrs ms dr messrs prof rev gen sen rep gov hon vs v approx est cf eg ie viz jan feb mar apr jun jul aug sep sept oct nov dec ser reg cir cal supp'.split(
    ' ',
  ),
)
// These stand before a number, and may be words of their own: "No. 5", and "He said no."
const BEFORE_NUMBER = new Set('no nos sec secs art arts fig figs pt par para app ex ch vol p pp'.split(' '))
// Words that stand before a number that ends in a point: "Item 1. Business", "Note 5. Leases".
const NUMBERED = new Set(
  'item items note part section article exhibit schedule chapter appendix annex table step phase'.split(' '),
)
const STARTERS = new Set(
  'the a an we our in this these that those it its as if for on to at by with from there such any all no not each while when although because since during upon under however accordingly additionally also further furthermore moreover he she they their his her management certain some many most based pursuant effective following prior subsequent after before other see you your i one both neither either although nothing'.split(
    ' ',
  ),
)

function split(document: CanonicalText): DocumentSentences {
  const { text, blocks } = document
  const words = documentWords(document)
  const measured = Uint8Array.from(blocks, (block) => measureOf(block, text))
  const found = new SentenceList(text, words)
  const roles = Uint8Array.from(words.vocabulary, roleOf)
  const numbers = new NumberReader(text, words)
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as TextBlock
    if (block.kind === 'page_furniture') continue
    if (measured[index] !== PROSE) {
      found.close()
      continue
    }
    readBlock(block, words.blocks[index] as number, words.blocks[index + 1] as number)
  }
  found.close()
  return { words, measured, ...found.columns() }

  function readBlock(block: TextBlock, firstWord: number, endWord: number): void {
    if (found.isOpen && !continues(block, firstWord, endWord)) found.close()
    if (!found.isOpen) found.open(block.start, firstWord)
    numbers.startBlock()
    for (let word = firstWord; word <= endWord; word++) {
      // The gap before this word; after the last one, the rest of the block.
      const from = word === firstWord ? block.start : (words.ends[word - 1] as number)
      const to = word === endWord ? block.end : (words.starts[word] as number)
      if (to - from > 1 || word === endWord) readGap(from, to, word, firstWord, endWord, block.end)
    }
    found.endOfBlock(block.end, endWord, block.kind === 'paragraph')
  }

  function readGap(from: number, to: number, word: number, firstWord: number, endWord: number, end: number) {
    let at = from
    while (at < to) {
      const code = text.charCodeAt(at)
      if (code >= 0x30 && code <= 0x39) {
        const number = numbers.read(at, to, word, firstWord, endWord, found.startsAt(at))
        if (number.kind === AMOUNT) found.amounts++
        at = number.end
        continue
      }
      if (
        (code === 0x2e || code === 0x3f || code === 0x21) &&
        endsSentence(at, from, to, word, firstWord, endWord, end)
      ) {
        const after = afterClosers(at + 1, end)
        found.end(after, word)
        let next = after
        while (next < end && isSpace(text.charCodeAt(next))) next++
        if (next < end) found.open(next, word)
        numbers.startSentence()
        at = Math.max(next, at + 1)
        continue
      }
      at++
    }
  }

  /** Whether the mark at `at` ends a sentence; `word` is the next word after it. */
  function endsSentence(
    at: number,
    from: number,
    to: number,
    word: number,
    firstWord: number,
    endWord: number,
    end: number,
  ): boolean {
    const after = afterClosers(at + 1, end)
    if (after >= end) return true
    if (!isSpace(text.charCodeAt(after))) return false
    let next = after
    while (next < end && isSpace(text.charCodeAt(next))) next++
    if (next >= end) return true
    const code = text.charCodeAt(next)
    // What goes on in lower case goes on.
    if (isLower(code)) return false
    if (text.charCodeAt(at) !== 0x2e) return true
    const starter =
      next === to && word < endWord && ((roles[words.words[word] as number] as number) & STARTER) !== 0
    if (at === from && word > firstWord) {
      const role = roles[words.words[word - 1] as number] as number
      if (role & NEVER || (role & NUMBER_NEXT && isDigit(code))) return false
      // "e.g. The", "i.e. We" go on.
      if (role & INITIAL && word - firstWord >= 2 && isForExample(word)) return false
      if (role & (MAY | INITIAL)) return starter
      return true
    }
    // A number in front of the point: a list or a heading when nothing but its name stands before it.
    if (isDigit(text.charCodeAt(at - 1))) {
      const inSentence = word - found.firstWord
      if (inSentence === 0) return false
      if (inSentence === 1 && (roles[words.words[word - 1] as number] as number) & NUMBER_NAME) return false
    }
    return true
  }

  function isForExample(word: number): boolean {
    const last = words.vocabulary[words.words[word - 1] as number]
    const before = words.vocabulary[words.words[word - 2] as number]
    return (last === 'g' && before === 'e') || (last === 'e' && before === 'i')
  }

  function afterClosers(at: number, end: number): number {
    while (at < end && isCloser(text.charCodeAt(at))) at++
    return at
  }

  /** Whether a block goes on with the sentence that the one before left open. */
  function continues(block: TextBlock, firstWord: number, endWord: number): boolean {
    return (
      found.mayContinue &&
      block.kind === 'paragraph' &&
      firstWord < endWord &&
      isLower(text.charCodeAt(block.start)) &&
      words.starts[firstWord] === block.start
    )
  }
}

const AMOUNT: NumberKind = 'amount'
const MAY = 1
const NEVER = 2
const INITIAL = 4
const STARTER = 8
const NUMBER_NAME = 16
const NUMBER_NEXT = 32

/** What is listed of a word, in one look: there are thousands of words in a filing. */
const listedRoles = new Map<string, number>()
for (const [words, role] of [
  [MAY_END, MAY],
  [NEVER_END, NEVER],
  [BEFORE_NUMBER, NUMBER_NEXT],
  [STARTERS, STARTER],
  [NUMBERED, NUMBER_NAME],
] as const) {
  for (const word of words) listedRoles.set(word, (listedRoles.get(word) ?? 0) | role)
}

function roleOf(word: string): number {
  return (listedRoles.get(word) ?? 0) | (word.length === 1 ? INITIAL : 0)
}

function measureOf(block: TextBlock, text: string): number {
  switch (block.kind) {
    case 'page_furniture':
      return NOT_MEASURED
    case 'heading':
      return WORDS_ONLY
    case 'paragraph':
    case 'list_item':
      return PROSE
    default:
      return digitShare(text, block) > MAXIMUM_DIGIT_SHARE ? NOT_MEASURED : WORDS_ONLY
  }
}

function digitShare(text: string, { start, end }: TextBlock): number {
  let digits = 0
  let letters = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) digits++
    else if (isLatin(code) || (code > 0x7f && /\p{L}/u.test(text[at] as string))) letters++
  }
  return digits === 0 ? 0 : digits / (digits + letters)
}

/** The columns of the sentences while they are found. */
class SentenceList {
  isOpen = false
  /** Whether the open sentence may go on in the next block. */
  mayContinue = false
  amounts = 0
  firstWord = 0
  readonly #text: string
  readonly #words: DocumentWords
  #start = 0
  #end = 0
  #endWord = 0
  #rows: number[] = []

  constructor(text: string, words: DocumentWords) {
    this.#text = text
    this.#words = words
  }

  open(start: number, firstWord: number): void {
    this.isOpen = true
    this.mayContinue = false
    this.#start = start
    this.firstWord = firstWord
    this.amounts = 0
  }

  startsAt(index: number): boolean {
    return index <= this.#start + 2
  }

  /** At its mark. */
  end(end: number, endWord: number): void {
    this.#end = end
    this.#endWord = endWord
    this.#add(true)
  }

  /** At the end of a block, where a sentence without a mark may still go on. */
  endOfBlock(end: number, endWord: number, isParagraph: boolean): void {
    if (!this.isOpen) return
    this.#end = end
    this.#endWord = endWord
    const last = this.#text.charCodeAt(end - 1)
    this.mayContinue = isParagraph && (isLatin(last) || isDigit(last) || last === 0x2c)
    if (!this.mayContinue) this.close()
  }

  close(): void {
    if (this.isOpen) this.#add(false)
  }

  #add(marked: boolean): void {
    const words = this.#endWord - this.firstWord
    // A list is introduced and its items are parted by these.
    const last = this.#text.charCodeAt(this.#end - 1)
    const whole =
      words > 0 && (marked || words >= FRAGMENT_WORDS || ((last === 0x3a || last === 0x3b) && words > 2))
    if (words > 0 || this.amounts > 0) {
      this.#rows.push(this.#start, this.#end, this.firstWord, this.#endWord, this.amounts, whole ? 1 : 0)
    }
    this.isOpen = false
    this.mayContinue = false
    this.amounts = 0
    this.firstWord = Math.min(this.#endWord, this.#words.words.length)
  }

  columns() {
    const count = this.#rows.length / COLUMNS
    const column = (at: number) =>
      Int32Array.from({ length: count }, (_, row) => this.#rows[row * COLUMNS + at] as number)
    return {
      starts: column(0),
      ends: column(1),
      firstWords: column(2),
      endWords: column(3),
      amounts: column(4),
      whole: Uint8Array.from(column(5)),
    }
  }
}

const COLUMNS = 6

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isLower(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7)
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/** Quotes and brackets that close after the mark of a sentence, and marks that repeat. */
function isCloser(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x2019 ||
    code === 0x201d ||
    code === 0x2e ||
    code === 0x21 ||
    code === 0x3f
  )
}
