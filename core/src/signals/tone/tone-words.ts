import { Type } from 'typebox'
import { categoryBit, type Lexicon, TONE_CATEGORIES, type ToneCategory } from '../../lexicons/lexicon.ts'
import type { DocumentWords } from '../document-words.ts'
import type { DocumentSentences } from './document-sentences.ts'
import { bestSentences, type Scope } from './scope.ts'
import { monthsOfMay, wordForms, wordParts } from './word-forms.ts'

/** A positive word this close behind one of `NEGATORS` is not counted: "no significant improvement". */
export const NEGATION_WORDS = 3
export const NEGATORS = [
  'no',
  'not',
  'nor',
  'never',
  'neither',
  'none',
  'nothing',
  'nobody',
  'cannot',
  'without',
]

const negators = new Set(NEGATORS)
const POSITIVE = categoryBit('positive')

/** How many words of each category a scope has, and which. */
export interface ToneCounts {
  words: number
  counted: Readonly<Record<ToneCategory, number>>
  topWords(category: ToneCategory, limit: number): { word: string; count: number }[]
  /** The sentences with most words of the category, best first. */
  bestSentences(category: ToneCategory, limit: number): number[]
}

export function countTone(scope: Scope, lexicon: Lexicon): ToneCounts {
  const { words: list } = scope.sentences
  const { bits, perSentence } = toneOfText(scope, lexicon)
  const totals = TONE_CATEGORIES.map(() => 0)
  const ofWord = new Map<number, number>()
  for (let range = 0; range < scope.wordRanges.length; range += 2) {
    const end = scope.wordRanges[range + 1] as number
    for (let word = scope.wordRanges[range] as number; word < end; word++) {
      const found = bits[word] as number
      if (found === 0) continue
      for (let category = 0; category < totals.length; category++) {
        if (found & (1 << category)) totals[category] = (totals[category] as number) + 1
      }
      // A word is told from the same word after a negator by the categories it counts for.
      const key = (list.words[word] as number) * 64 + found
      ofWord.set(key, (ofWord.get(key) ?? 0) + 1)
    }
  }
  return {
    words: scope.words,
    counted: Object.fromEntries(
      TONE_CATEGORIES.map((category, index) => [category, totals[index] as number]),
    ) as Record<ToneCategory, number>,
    topWords(category, limit) {
      const bit = categoryBit(category)
      const counts = new Map<number, number>()
      for (const [key, count] of ofWord) {
        if ((key % 64) & bit)
          counts.set(Math.floor(key / 64), (counts.get(Math.floor(key / 64)) ?? 0) + count)
      }
      return [...counts]
        .map(([word, count]) => ({ word: list.vocabulary[word] as string, count }))
        .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
        .slice(0, limit)
    },
    bestSentences(category, limit) {
      const column = TONE_CATEGORIES.indexOf(category)
      return bestSentences(
        scope,
        limit,
        (sentence) => perSentence[sentence * TONE_CATEGORIES.length + column] as number,
      )
    },
  }
}

interface ToneOfText {
  /** Categories of each word of the text in its place: a positive word after a negator is not positive there. */
  bits: Uint8Array
  /** For each sentence how many words of each category it has. */
  perSentence: Uint16Array
}

const tones = new WeakMap<DocumentWords, WeakMap<Lexicon, ToneOfText>>()

/** Looked up once for all that is counted in a text. */
function toneOfText({ sentences, document }: Scope, lexicon: Lexicon): ToneOfText {
  const { words } = sentences
  const before = tones.get(words)?.get(lexicon)
  if (before) return before
  const bits = toneOfWords(words, lexicon, document.text?.text ?? '')
  const tone = { bits, perSentence: tonePerSentence(bits, sentences) }
  const ofWords = tones.get(words) ?? new WeakMap<Lexicon, ToneOfText>()
  ofWords.set(lexicon, tone)
  tones.set(words, ofWords)
  return tone
}

function tonePerSentence(bits: Uint8Array, { firstWords, endWords }: DocumentSentences): Uint16Array {
  const categories = TONE_CATEGORIES.length
  const counts = new Uint16Array(firstWords.length * categories)
  for (let sentence = 0; sentence < firstWords.length; sentence++) {
    const end = endWords[sentence] as number
    for (let word = firstWords[sentence] as number; word < end; word++) {
      const found = bits[word] as number
      if (found === 0) continue
      for (let category = 0; category < categories; category++) {
        const place = sentence * categories + category
        if (found & (1 << category)) counts[place] = (counts[place] as number) + 1
      }
    }
  }
  return counts
}

function toneOfWords(words: DocumentWords, lexicon: Lexicon, text: string): Uint8Array {
  const { vocabulary, blocks } = words
  const { counts } = wordForms(words)
  const categories = Uint8Array.from(vocabulary, (word, index) =>
    counts[index] === 0 ? 0 : categoriesOf(word, lexicon),
  )
  const negates = Uint8Array.from(vocabulary, (word) => (negators.has(word) || word.endsWith("n't") ? 1 : 0))
  const bits = new Uint8Array(words.words.length)
  for (let block = 0; block + 1 < blocks.length; block++) {
    const start = blocks[block] as number
    const end = blocks[block + 1] as number
    let negator = -NEGATION_WORDS - 1
    for (let word = start; word < end; word++) {
      const number = words.words[word] as number
      let found = categories[number] as number
      if (found & POSITIVE && negator >= start && word - negator <= NEGATION_WORDS) found &= ~POSITIVE
      bits[word] = found
      if (negates[number] === 1) negator = word
    }
  }
  for (const word of monthsOfMay(words, text)) bits[word] = 0
  return bits
}

/** A compound counts for what it is as a whole and for what its parts are, once for each category. */
function categoriesOf(word: string, lexicon: Lexicon): number {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word
  let found = lexicon.categoriesOf(bare)
  if (!bare.includes('-')) return found
  found |= lexicon.categoriesOf(bare.replaceAll('-', ''))
  for (const part of wordParts(bare)) found |= lexicon.categoriesOf(part)
  return found
}

/** (P − N)/(P + N); null where no word is either. */
export function netTone({ counted: { positive, negative } }: ToneCounts): number | null {
  return positive + negative === 0 ? null : (positive - negative) / (positive + negative)
}

export const LexiconSchema = Type.Object(
  {
    name: Type.String({ description: 'Name of the word list.' }),
    version: Type.String({ description: 'Its version.' }),
    sha256: Type.String({ description: 'SHA-256 of its words with their categories, in one spelling.' }),
    licence: Type.String({ description: 'Its licence.' }),
  },
  { additionalProperties: false, description: 'The word list the words were counted by.' },
)
