import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import type { Section } from '../../sections/section.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import type { Outcome, SignalInput } from '../signal.ts'
import { reportedItems } from './reported-items.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

export const MAX_QUOTE = 1000

/** A sentence of an item, with the section it stands in. */
export interface ItemSentence extends Sentence {
  section: Section
}

/** An item of a current report as its body tells it. */
export interface ItemText {
  code: string
  document: ReadDocument
  /** Those behind the heading, and those of an item of the same report that this one refers to. */
  sentences: ItemSentence[]
  /** All of them on one line. */
  words: string
}

export type ItemReading = { status: 'read'; item: ItemText } | { status: 'not_read'; outcome: Outcome }

/** A short item that sends the reader to another one of the report. */
const REFERENCE =
  /\b(?:set forth|contained|included|disclosed|described|provided|reported)\b[^.]{0,80}\bitems?\s+(\d\.\d{2})/gi
const SHORT_ITEM = 900
/** Real items have some pages; what a hostile one adds is not read. */
const MAX_ITEM = 60_000

/**
 * The text of the first of these items that the report has. An item that only the header names is `insufficient_data`: that
 * it was reported is `event_8k`'s to say, and there are no words to read.
 */
export function readItem(filing: FilingUnderRead, codes: readonly string[]): ItemReading {
  const { document, body, codes: reported } = reportedItems(filing)
  const code = codes.find((one) => body.items.has(one) && reported.includes(one))
  const place = code === undefined ? undefined : body.items.get(code)
  if (!document?.text || code === undefined || !place) {
    return { status: 'not_read', outcome: notRead(codes, reported, body.notApplicable) }
  }
  const { text } = document
  const begin = headingEnd(text.text, place.start, place.end, place.section)
  const own = sentencesOf(text, begin, Math.min(place.end, begin + MAX_ITEM)).map((sentence) => ({
    ...sentence,
    section: place.section,
  }))
  const sentences = [...own]
  if (place.end - place.start < SHORT_ITEM) {
    const flat = own.map((sentence) => sentence.text).join(' ')
    for (const [, other = ''] of flat.matchAll(REFERENCE)) {
      const target = other === code ? undefined : body.items.get(other)
      if (!target || sentences.some(({ start }) => start >= target.start && start < target.end)) continue
      const from = headingEnd(text.text, target.start, target.end, target.section)
      for (const sentence of sentencesOf(text, from, Math.min(target.end, from + MAX_ITEM))) {
        sentences.push({ ...sentence, section: target.section })
      }
    }
  }
  const words = sentences.map((sentence) => sentence.text).join(' ')
  return { status: 'read', item: { code, document, sentences, words } }
}

function notRead(
  codes: readonly string[],
  reported: readonly string[],
  notApplicable: ReadonlySet<string>,
): Outcome {
  if (codes.some((code) => reported.includes(code))) {
    return { status: 'insufficient_data', missing: ['item_text'], reason: 'item_text_not_found' }
  }
  if (codes.some((code) => notApplicable.has(code)))
    return { status: 'ok_none', reason: 'item_not_applicable' }
  return { status: 'ok_none', reason: 'item_not_reported' }
}

/** Behind the heading: its letters are those of the section's title, whatever white space and bars are between them. */
function headingEnd(text: string, start: number, end: number, section: Section): number {
  const title = section.title ?? ''
  // A heading that runs on into the text is a sentence with the rest.
  if (title.length > 400) return start
  let at = start
  for (const character of title) {
    if (!/[\p{L}\p{N}]/u.test(character)) continue
    while (at < end && !/[\p{L}\p{N}]/u.test(text[at] ?? '')) at++
    if (at >= end || text[at]?.toLowerCase() !== character.toLowerCase()) return start
    at++
  }
  while (at < end && /[.:;)\s|]/.test(text[at] ?? '')) at++
  return at
}

/** Quotes of sentences, each once, in the order given. */
export function quotes(item: ItemText, sentences: readonly (ItemSentence | undefined)[]): Evidence[] {
  const seen = new Set<number>()
  return sentences.flatMap((sentence) => {
    if (!sentence || seen.has(sentence.start) || seen.size >= 10) return []
    seen.add(sentence.start)
    const { section, start, end } = sentence
    return [{ kind: 'text_span' as const, ...cappedTextSpan(item.document, section, start, end, MAX_QUOTE) }]
  })
}

/** What every signal of an item was read from. */
export function itemInputs(filing: FilingUnderRead, item: ItemText): SignalInput[] {
  const text = item.document.text
  return [
    {
      name: 'item',
      value: item.code,
      accession_number: filing.accession_number,
      ...(text ? { text_sha256: text.text_sha256 } : {}),
    },
    { name: 'date_of_report', value: filing.period_of_report, accession_number: filing.accession_number },
  ]
}
