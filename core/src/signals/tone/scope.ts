import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import type { Section } from '../../sections/section.ts'
import { wordAt } from '../document-words.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import type { Outcome, SignalInput } from '../signal.ts'
import { type DocumentSentences, documentSentences, NOT_MEASURED } from './document-sentences.ts'
import { wordForms } from './word-forms.ts'

/** Annual and quarterly reports, whole: amendments restate parts. */
export const MEASURED_FORMS = [
  '10-K',
  '10-K405',
  '10-KT',
  '10-KSB',
  '10-KSB40',
  '10-Q',
  '10-QT',
  '10-QSB',
] as const

export function isMeasured(formType: string): boolean {
  return (MEASURED_FORMS as readonly string[]).includes(formType)
}

/** Below this a document is a cover page or a wrapper round an exhibit, and its words say nothing. */
export const MINIMUM_WORDS = 200

const MDNA = /^(?:10k\.item_7|10ksb\.item_6|10q\.part1_item_2|10qsb\.part1_item_2)$/

/** What of a filing is measured: the whole main document, or a section of it. */
export interface Scope {
  /** Null for the whole document, else the key of the section: what of the filing the signal is about. */
  subject: string | null
  document: ReadDocument
  section: Section | null
  sentences: DocumentSentences
  /** Ranges of words of the blocks that are measured, `[first, end, first, end, …]`. */
  wordRanges: Int32Array
  /** Words as readers count them: letters only, compounds by their parts. */
  words: number
  /** The sentences of the scope, as indexes into `sentences`, half-open. */
  firstSentence: number
  endSentence: number
}

/** The whole main document, and its MD&A where that is found whole and has words enough. */
export function scopesOf(filing: FilingUnderRead): Scope[] | Extract<Outcome, { reason: string }> {
  const document = mainDocumentOf(filing.documents, filing.form_type)
  const text = document?.text
  if (!document || !text) return { status: 'failed', reason: 'text_unavailable' }
  const sentences = documentSentences(text)
  const whole = scope(document, sentences, null)
  if (whole.words < MINIMUM_WORDS) return { status: 'not_applicable', reason: 'text_too_short' }
  const mdna = mdnaOf(document)
  if ('reason' in mdna) return [whole]
  const part = scope(document, sentences, mdna)
  return part.words < MINIMUM_WORDS ? [whole] : [whole, part]
}

/** The discussion and analysis of a report, or the reason why there is none to read. */
export function mdnaOf(document: ReadDocument): Section | { reason: string } {
  const section = document.sections.find(({ section_key }) => MDNA.test(section_key))
  if (!section || section.status === 'failed') return { reason: 'mdna_not_found' }
  if (section.status === 'absent') return { reason: 'mdna_absent' }
  if (section.status === 'uncertain') return { reason: 'mdna_uncertain' }
  if (section.disposition !== 'extracted') return { reason: 'mdna_incorporated_by_reference' }
  return section.end > section.start ? section : { reason: 'mdna_not_found' }
}

export function scope(document: ReadDocument, sentences: DocumentSentences, section: Section | null): Scope {
  const text = document.text
  const { words: list, measured } = sentences
  const from = section === null ? 0 : wordAt(list, section.start)
  const to = section === null ? list.words.length : wordAt(list, section.end)
  const ranges: number[] = []
  for (let block = 0; block < measured.length; block++) {
    if (measured[block] === NOT_MEASURED) continue
    const first = Math.max(from, list.blocks[block] as number)
    const end = Math.min(to, list.blocks[block + 1] as number)
    if (first < end) ranges.push(first, end)
  }
  const wordRanges = Int32Array.from(ranges)
  const start = section?.start ?? 0
  const end = section?.end ?? text?.text.length ?? 0
  return {
    subject: section?.section_key ?? null,
    document,
    section,
    sentences,
    wordRanges,
    words: sumOver(list.words, wordRanges, wordForms(list).counts),
    firstSentence: firstAtOrAfter(sentences.starts, start),
    endSentence: firstAtOrAfter(sentences.starts, end),
  }
}

/** The sum over all words of the ranges of what stands for each word of the vocabulary. */
export function sumOver(words: Int32Array, ranges: Int32Array, values: Uint8Array): number {
  let sum = 0
  for (let range = 0; range < ranges.length; range += 2) {
    const end = ranges[range + 1] as number
    for (let word = ranges[range] as number; word < end; word++)
      sum += values[words[word] as number] as number
  }
  return sum
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

export const MAXIMUM_QUOTE_LENGTH = 1000

/** A sentence as a quote. */
export function sentenceEvidence(scope: Scope, sentence: number): Evidence {
  return { kind: 'text_span', ...sentenceSpan(scope, sentence) }
}

export function sentenceSpan({ document, sentences, section }: Scope, sentence: number) {
  const start = sentences.starts[sentence] as number
  const at = section ?? document.sections.find((each) => each.start <= start && start < each.end) ?? null
  return cappedTextSpan(document, at, start, sentences.ends[sentence] as number, MAXIMUM_QUOTE_LENGTH)
}

/**
 * The sentences with the highest score, best first: of equal ones the shorter, then the earlier. Sentences longer than a quote
 * come last, since their quote would not show what was counted.
 */
export function bestSentences(
  { sentences, firstSentence, endSentence }: Scope,
  limit: number,
  scoreOf: (sentence: number) => number,
): number[] {
  const best: { sentence: number; score: number; length: number }[] = []
  for (let sentence = firstSentence; sentence < endSentence; sentence++) {
    const score = scoreOf(sentence)
    if (score <= 0) continue
    const length = (sentences.ends[sentence] as number) - (sentences.starts[sentence] as number)
    const candidate = { sentence, score: length > MAXIMUM_QUOTE_LENGTH ? score / 1000 : score, length }
    const last = best.at(-1)
    if (best.length === limit && last && !isBetter(candidate, last)) continue
    best.push(candidate)
    best.sort((a, b) => (isBetter(a, b) ? -1 : 1))
    if (best.length > limit) best.pop()
  }
  return best.map(({ sentence }) => sentence)
}

interface Scored {
  sentence: number
  score: number
  length: number
}

function isBetter(a: Scored, b: Scored): boolean {
  if (a.score !== b.score) return a.score > b.score
  if (a.length !== b.length) return a.length < b.length
  return a.sentence < b.sentence
}

/** A number of this filing's own text. */
export function counted(
  name: string,
  value: number,
  { accession_number }: FilingUnderRead,
  { document }: Scope,
): SignalInput {
  return {
    name,
    value,
    accession_number,
    ...(document.text ? { text_sha256: document.text.text_sha256 } : {}),
  }
}

/** The first sentence that is one, to show a text in which nothing was counted. */
export function firstSentence({ sentences, firstSentence: first, endSentence }: Scope): number | null {
  for (let sentence = first; sentence < endSentence; sentence++) {
    if (sentences.whole[sentence] === 1) return sentence
  }
  return first < endSentence ? first : null
}
