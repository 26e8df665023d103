import { mainDocumentOf } from '../../filings/main-document.ts'
import type { Section } from '../../sections/section.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'

export const ANNUAL_FORMS = ['10-K', '10-K405', '10-KT'] as const

/** Annual reports; amendments restate a part. */
export function isAnnual(formType: string): boolean {
  return (ANNUAL_FORMS as readonly string[]).includes(formType)
}

/** The main document when it has a text. */
export function mainText(filing: FilingUnderRead): { document: ReadDocument; text: string } | null {
  const document = mainDocumentOf(filing.documents, filing.form_type)
  return document?.text ? { document, text: document.text.text } : null
}

/** Sections of the document that were found, by key. */
export function sectionsIn(document: ReadDocument, keys: readonly string[]): Section[] {
  return document.sections.filter(
    ({ section_key, status, start, end }) =>
      keys.includes(section_key) && (status === 'ok' || status === 'uncertain') && end > start,
  )
}

const END = /[.!?]["'\u2019\u201d)]*\s|\n\s*\n/g
const MAX_SENTENCE = 900

/** The sentence round a place, between two limits. */
export function sentenceAround(
  text: string,
  at: number,
  limits: { start: number; end: number },
): { start: number; end: number } {
  const from = Math.max(limits.start, at - MAX_SENTENCE)
  const to = Math.min(limits.end, at + MAX_SENTENCE)
  let start = from
  let end = to
  for (const match of text.slice(from, to).matchAll(END)) {
    const close = from + match.index + match[0].trimEnd().length
    if (close <= at) start = from + match.index + match[0].length
    else {
      end = close
      break
    }
  }
  while (start < at && /\s/.test(text[start] as string)) start++
  while (end > at + 1 && /\s/.test(text[end - 1] as string)) end--
  return { start, end }
}
