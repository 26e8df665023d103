import type { DocumentWords } from '../document-words.ts'
import { syllablesOf } from './syllables.ts'

/** What each word of a vocabulary counts for, under the same numbers. */
export interface WordForms {
  /** Words of a reader: 1, more for a compound, 0 for what is no word (`10-k` has none, `fy24` neither). */
  counts: Uint8Array
  syllables: Uint8Array
  /** Words of three syllables and more. */
  complex: Uint8Array
}

interface WordForm {
  count: number
  syllables: number
  complex: number
}

const forms = new WeakMap<DocumentWords, WordForms>()

/** The same few thousand words stand in every filing. The memory is bounded, since words of filings are not. */
const MAXIMUM_KNOWN = 200_000
const known = new Map<string, WordForm>()

export function wordForms(words: DocumentWords): WordForms {
  const before = forms.get(words)
  if (before) return before
  const { vocabulary } = words
  const found: WordForms = {
    counts: new Uint8Array(vocabulary.length),
    syllables: new Uint8Array(vocabulary.length),
    complex: new Uint8Array(vocabulary.length),
  }
  for (let index = 0; index < vocabulary.length; index++) {
    const { count, syllables, complex } = formOf(vocabulary[index] as string)
    found.counts[index] = count
    found.syllables[index] = syllables
    found.complex[index] = complex
  }
  forms.set(words, found)
  return found
}

function formOf(word: string): WordForm {
  const before = known.get(word)
  if (before) return before
  const form: WordForm = { count: 0, syllables: 0, complex: 0 }
  for (const part of wordParts(word)) {
    const syllables = syllablesOf(part)
    form.count++
    form.syllables += syllables
    if (syllables >= 3) form.complex++
  }
  // Uint8 columns: no compound of a real text has as many.
  form.count = Math.min(form.count, 255)
  form.syllables = Math.min(form.syllables, 255)
  form.complex = Math.min(form.complex, 255)
  if (known.size >= MAXIMUM_KNOWN) known.clear()
  known.set(word, form)
  return form
}

/** Only letters, with an apostrophe inside; of single letters only the two that are words. */
const PART = /^\p{L}[\p{L}\p{M}]*(?:'[\p{L}\p{M}]+)*$/u

/**
 * The words in a word of `documentWords`: itself, the parts of a compound, nothing for numbers with letters and single letters. What
 * follows `non-` is not parted from it: nonperforming is another word than performing.
 */
export function wordParts(word: string): string[] {
  if (!word.includes('-')) return isWord(word) ? [word] : []
  const parts = word.split('-')
  if (parts[0] === 'non' && parts.length > 1) parts.splice(0, 2, `non${parts[1]}`)
  return parts.filter(isWord)
}

function isWord(part: string): boolean {
  if (part.length === 1) return part === 'a' || part === 'i'
  return PART.test(part)
}

const months = new WeakMap<DocumentWords, ReadonlySet<number>>()

/** Where "May 31" stands, as places of words: the month is no word of doubt. */
export function monthsOfMay(words: DocumentWords, text: string): ReadonlySet<number> {
  const before = months.get(words)
  if (before) return before
  const found = new Set<number>()
  const may = words.vocabulary.indexOf('may')
  for (let word = 0; may !== -1 && word < words.words.length; word++) {
    if (words.words[word] !== may || text[words.starts[word] as number] !== 'M') continue
    const end = words.ends[word] as number
    if (/^[\s,]{1,4}\d/.test(text.slice(end, end + 5))) found.add(word)
  }
  months.set(words, found)
  return found
}
