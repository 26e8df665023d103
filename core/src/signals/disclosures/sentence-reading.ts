import type { TextSpanEvidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import { type DocumentSentences, documentSentences } from '../tone/document-sentences.ts'

/** Sentences longer than this are no sentences, and nobody states anything in them. */
const MAXIMUM_WORDS = 400
export const MAXIMUM_QUOTE_LENGTH = 1000

/** A sentence as words in lower case, without figures. The month of May is `(may)`, so that it is not taken for the verb. */
export interface ReadSentence {
  /** Its number in the document. */
  number: number
  start: number
  end: number
  words: readonly string[]
}

/** Sentences of a document between two places, read one by one. */
export interface SentenceReader {
  document: ReadDocument
  /** The sentence a place of the text lies in; null for places in headings and tables. */
  at(index: number): ReadSentence | null
  read(number: number): ReadSentence
  /** Numbers of the sentences that begin from `start` to before `end`. */
  between(start: number, end: number): { first: number; end: number }
}

export function sentenceReader(document: ReadDocument): SentenceReader | null {
  if (!document.text) return null
  const { text } = document.text
  const sentences = documentSentences(document.text)
  const read = (number: number): ReadSentence => ({
    number,
    start: sentences.starts[number] as number,
    end: sentences.ends[number] as number,
    words: wordsOf(sentences, number, text),
  })
  return {
    document,
    read,
    at(index) {
      const number = firstAtOrAfter(sentences.starts, index + 1) - 1
      return number >= 0 && index < (sentences.ends[number] as number) ? read(number) : null
    },
    between: (start, end) => ({
      first: firstAtOrAfter(sentences.starts, start),
      end: firstAtOrAfter(sentences.starts, end),
    }),
  }
}

function wordsOf(
  { words: list, firstWords, endWords }: DocumentSentences,
  number: number,
  text: string,
): string[] {
  const first = firstWords[number] as number
  const end = Math.min(endWords[number] as number, first + MAXIMUM_WORDS)
  const words: string[] = []
  for (let word = first; word < end; word++) {
    const written = list.vocabulary[list.words[word] as number] as string
    const isMonth = written === 'may' && word > first && text[list.starts[word] as number] === 'M'
    words.push(isMonth ? '(may)' : written)
  }
  return words
}

function firstAtOrAfter(starts: Int32Array, index: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) >= index) high = middle
    else low = middle + 1
  }
  return low
}

/** Up to `count` words before a place of a sentence, with a space at both ends, to look for ` not ` in. */
export function wordsBefore(words: readonly string[], at: number, count: number): string {
  return ` ${words.slice(Math.max(0, at - count), at).join(' ')} `
}

/** Up to `count` words from a place of a sentence on, with a space at both ends. */
export function wordsFrom(words: readonly string[], at: number, count: number): string {
  return ` ${words.slice(at, at + count).join(' ')} `
}

/** Where one word follows another. */
export function pairsIn(words: readonly string[], first: string, second: readonly string[]): number[] {
  const places: number[] = []
  for (let index = 0; index + 1 < words.length; index++) {
    if (words[index] === first && second.includes(words[index + 1] as string)) places.push(index)
  }
  return places
}

export function sentenceQuote(document: ReadDocument, { start, end }: ReadSentence): TextSpanEvidence {
  const section = document.sections.find((each) => each.start <= start && start < each.end) ?? null
  return { kind: 'text_span', ...cappedTextSpan(document, section, start, end, MAXIMUM_QUOTE_LENGTH) }
}
