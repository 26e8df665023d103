import type { CanonicalText } from '../documents/document.ts'
import { wordsOf } from './words.ts'

/** The words of a canonical text, split once for all rules that look at them. */
export interface DocumentWords {
  /** Every different word, in the order in which they first stand in the text. */
  vocabulary: readonly string[]
  /** The words in order, as numbers into the vocabulary. */
  words: Int32Array
  /**
   * UTF-16 indexes of each word. Where a letter is not plain ASCII, those of the run without white space around it:
   * normalisation can make two words of one character.
   */
  starts: Int32Array
  ends: Int32Array
  /** The first word of each block of the text, and at the end the number of words. */
  blocks: Int32Array
}

const known = new WeakMap<CanonicalText, DocumentWords>()

/** The words of the blocks of a text: exactly those of `wordsOf`, block by block. Split once per text. */
export function documentWords(document: CanonicalText): DocumentWords {
  const before = known.get(document)
  if (before) return before
  const words = splitBlocks(document)
  known.set(document, words)
  return words
}

/** The first word that begins at or after a UTF-16 index of the text. */
export function wordAt({ starts }: DocumentWords, index: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) >= index) high = middle
    else low = middle + 1
  }
  return low
}

/** Two vocabularies in one numbering: that of the first goes on with what only the second has. */
export interface SharedVocabulary {
  vocabulary: readonly string[]
  /** The shared number of each word of the second vocabulary. */
  renumbered: Int32Array
}

/** Numbers the words of two texts alike: equal numbers are equal words. */
export function sharedVocabulary(left: DocumentWords, right: DocumentWords): SharedVocabulary {
  const numbers = new Map(left.vocabulary.map((word, number) => [word, number]))
  const vocabulary = [...left.vocabulary]
  const renumbered = Int32Array.from(
    right.vocabulary,
    (word) => numbers.get(word) ?? vocabulary.push(word) - 1,
  )
  return { vocabulary, renumbered }
}

// What a UTF-16 unit is to the splitter. Whatever is not plain goes the long way, through `wordsOf`.
const UNKNOWN = 0
const SPACE = 1
const PLAIN_SEPARATOR = 2
const DIGIT = 3
const LETTER = 4
const JOINER = 5
const NOT_PLAIN = 6

const classes = new Uint8Array(0x10000)
for (let code = 0; code < 0x80; code++) {
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) classes[code] = SPACE
  else if (/[a-z]/i.test(character)) classes[code] = LETTER
  else if (/\d/.test(character)) classes[code] = DIGIT
  else classes[code] = "'-".includes(character) ? JOINER : PLAIN_SEPARATOR
}
for (const joiner of '’‐‑') classes[joiner.charCodeAt(0)] = JOINER

/** A separator is plain when normalisation makes no word of it and it joins nothing. */
function classOf(code: number): number {
  const before = classes[code] as number
  if (before !== UNKNOWN) return before
  const character = String.fromCharCode(code)
  let found = NOT_PLAIN
  if (/^\s$/.test(character) && /^\s+$/.test(character.normalize('NFKC'))) found = SPACE
  else if (character.isWellFormed() && !/[\p{L}\p{N}\p{M}\p{Cn}'’\-‐‑]/u.test(character.normalize('NFKC')))
    found = PLAIN_SEPARATOR
  classes[code] = found
  return found
}

function splitBlocks(document: CanonicalText): DocumentWords {
  const { text } = document
  const vocabulary = new Vocabulary(text)
  // A word and what parts it from the next take two characters at least, save where a ligature becomes several words.
  const found = new WordList(Math.max(1024, Math.ceil(text.length / 4)))
  const blocks = new Int32Array(document.blocks.length + 1)
  document.blocks.forEach(({ start, end }, block) => {
    blocks[block] = found.length
    splitRange(text, start, end, vocabulary, found)
  })
  blocks[document.blocks.length] = found.length
  return { vocabulary: vocabulary.words, ...found.arrays(), blocks }
}

function splitRange(text: string, start: number, end: number, vocabulary: Vocabulary, found: WordList): void {
  let at = start
  while (at < end) {
    if (classOf(text.charCodeAt(at)) === SPACE) {
      at++
      continue
    }
    const run = at
    let plain = true
    while (at < end) {
      const kind = classOf(text.charCodeAt(at))
      if (kind === SPACE) break
      if (kind === NOT_PLAIN) plain = false
      at++
    }
    if (plain) splitPlainRun(text, run, at, vocabulary, found)
    else {
      for (const word of wordsOf(text.slice(run, at))) found.add(vocabulary.numberOf(word), run, at)
    }
  }
}

const FNV_OFFSET = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193

/** Words of a run without white space whose letters are all ASCII, found and hashed in one look. */
function splitPlainRun(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
  found: WordList,
): void {
  let at = start
  while (at < end) {
    let kind = classes[text.charCodeAt(at)] as number
    if (kind !== LETTER && kind !== DIGIT) {
      at++
      continue
    }
    const first = at
    let hash = FNV_OFFSET
    let hasLetter = false
    let last = at
    while (at < end) {
      const code = text.charCodeAt(at)
      kind = classes[code] as number
      if (kind === LETTER || kind === DIGIT) {
        if (kind === LETTER) hasLetter = true
        hash = Math.imul(hash ^ plainCode(code), FNV_PRIME)
        at++
        last = at
        continue
      }
      // A joiner keeps a word together only between letters or digits.
      if (kind !== JOINER || at !== last || at + 1 >= end) break
      const next = classes[text.charCodeAt(at + 1)]
      if (next !== LETTER && next !== DIGIT) break
      hash = Math.imul(hash ^ plainCode(code), FNV_PRIME)
      at++
    }
    if (hasLetter) found.add(vocabulary.numberAt(first, last, hash), first, last)
    at = last
  }
}

/** A code as it stands in the word: lower case, one apostrophe and one hyphen for all. */
function plainCode(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code | 0x20
  if (code < 0x80) return code
  return code === 0x2019 ? 0x27 : 0x2d
}

/**
 * Numbers words by an open table over their hashes. A text made so that words crowd one place of the table gets no slower
 * than a map: after a few steps the word goes to one.
 */
class Vocabulary {
  readonly words: string[] = []
  readonly #text: string
  readonly #hashes: number[] = []
  readonly #crowded = new Map<string, number>()
  #table = new Int32Array(1 << 14)

  constructor(text: string) {
    this.#text = text
  }

  numberOf(word: string): number {
    let hash = FNV_OFFSET
    for (let index = 0; index < word.length; index++) {
      hash = Math.imul(hash ^ word.charCodeAt(index), FNV_PRIME)
    }
    const slot = this.#slot(hash, (number) => this.words[number] === word)
    return slot === CROWDED ? this.#numberInMap(word, hash) : this.#numberIn(slot, hash, () => word)
  }

  /** Of the plain word that stands at these indexes of the text. */
  numberAt(start: number, end: number, hash: number): number {
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (let step = 0; step < LONGEST_WALK; step++) {
      const number = (this.#table[slot] as number) - 1
      if (number < 0) return this.#numberIn(slot, hash, () => plainWord(this.#text, start, end))
      if (this.#hashes[number] === hash && isPlainWord(this.words[number] as string, this.#text, start, end))
        return number
      slot = (slot + 1) & mask
    }
    return this.#numberInMap(plainWord(this.#text, start, end), hash)
  }

  #slot(hash: number, isSame: (number: number) => boolean): number {
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (let step = 0; step < LONGEST_WALK; step++) {
      const number = (this.#table[slot] as number) - 1
      if (number < 0 || (this.#hashes[number] === hash && isSame(number))) return slot
      slot = (slot + 1) & mask
    }
    return CROWDED
  }

  #numberIn(slot: number, hash: number, word: () => string): number {
    const before = (this.#table[slot] as number) - 1
    if (before >= 0) return before
    const number = this.words.push(word()) - 1
    this.#hashes.push(hash)
    this.#table[slot] = number + 1
    if (this.words.length * 2 > this.#table.length) this.#grow()
    return number
  }

  #numberInMap(word: string, hash: number): number {
    const before = this.#crowded.get(word)
    if (before !== undefined) return before
    const number = this.words.push(word) - 1
    this.#hashes.push(hash)
    this.#crowded.set(word, number)
    return number
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2)
    this.#crowded.clear()
    this.#hashes.forEach((hash, number) => {
      const slot = this.#slot(hash, () => false)
      if (slot === CROWDED) this.#crowded.set(this.words[number] as string, number)
      else this.#table[slot] = number + 1
    })
  }
}

const LONGEST_WALK = 32
const CROWDED = -1

function plainWord(text: string, start: number, end: number): string {
  return text.slice(start, end).toLowerCase().replaceAll('’', "'").replace(/[‐‑]/g, '-')
}

function isPlainWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let index = 0; index < word.length; index++) {
    if (word.charCodeAt(index) !== plainCode(text.charCodeAt(start + index))) return false
  }
  return true
}

/** Three columns that grow together. */
class WordList {
  length = 0
  #words: Int32Array
  #starts: Int32Array
  #ends: Int32Array

  constructor(room: number) {
    this.#words = new Int32Array(room)
    this.#starts = new Int32Array(room)
    this.#ends = new Int32Array(room)
  }

  add(word: number, start: number, end: number): void {
    if (this.length === this.#words.length) this.#grow()
    this.#words[this.length] = word
    this.#starts[this.length] = start
    this.#ends[this.length] = end
    this.length++
  }

  arrays(): Pick<DocumentWords, 'words' | 'starts' | 'ends'> {
    return {
      words: this.#words.slice(0, this.length),
      starts: this.#starts.slice(0, this.length),
      ends: this.#ends.slice(0, this.length),
    }
  }

  #grow(): void {
    const larger = (column: Int32Array) => {
      const grown = new Int32Array(column.length * 2)
      grown.set(column)
      return grown
    }
    this.#words = larger(this.#words)
    this.#starts = larger(this.#starts)
    this.#ends = larger(this.#ends)
  }
}
