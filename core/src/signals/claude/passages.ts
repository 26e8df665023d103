import type { Candidate, GroundedQuote, Passage } from '../../claude/candidate.ts'
import type { TextBlock } from '../../documents/document.ts'
import type { PairEvidence, TextSpan } from '../../evidence/evidence.ts'
import { textSpan } from '../../evidence/span.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import type { Section } from '../../sections/section.ts'
import { sha256 } from '../../sha256.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import type { SignalInput } from '../signal.ts'

/** The main document of a filing, when it has a text. */
export function mainText(filing: FilingUnderRead): ReadDocument | null {
  const document = mainDocumentOf(filing.documents, filing.form_type)
  return document?.text ? document : null
}

/** A section by one of its keys, when its text stands in the document. */
export function textSection(document: ReadDocument, keys: readonly string[]): Section | null {
  const found = document.sections.find(
    (section) => keys.includes(section.section_key) && section.end > section.start,
  )
  return found && (found.status === 'ok' || found.status === 'uncertain') ? found : null
}

export function sectionAt(document: ReadDocument, index: number): Section | null {
  return document.sections.find((section) => section.start <= index && index < section.end) ?? null
}

export function passage(
  filing: Pick<FilingUnderRead, 'accession_number'>,
  document: ReadDocument,
  start: number,
  end: number,
): Passage {
  const section = sectionAt(document, start)
  return { document, section, accession_number: filing.accession_number, start, end }
}

/** Paragraphs of a text between two places, page furniture and headings left out. */
export function paragraphsOf(
  document: ReadDocument,
  range: { start: number; end: number } = { start: 0, end: document.text?.text.length ?? 0 },
): { block: TextBlock; text: string; heading: string | null }[] {
  const { text = '', blocks = [] } = document.text ?? {}
  const paragraphs: { block: TextBlock; text: string; heading: string | null }[] = []
  let heading: string | null = null
  for (const block of blocks) {
    if (block.end <= range.start || block.start >= range.end || block.kind === 'page_furniture') continue
    const own = text.slice(block.start, block.end)
    if (block.kind === 'heading') heading = own
    else paragraphs.push({ block, text: own, heading })
  }
  return paragraphs
}

/** The headings over a place: the title of its section and the last heading before it. */
export function headingsOver({ section }: Passage, heading: string | null): string[] {
  const title = section?.title ?? null
  return [title, heading].filter((each): each is string => each !== null && each.trim() !== '')
}

/** One candidate per paragraph that a test picks, at most `limit`, in their order. */
export function pickParagraphs(
  filing: FilingUnderRead,
  document: ReadDocument,
  range: { start: number; end: number } | undefined,
  limit: number,
  picks: (text: string) => boolean,
): Candidate[] {
  const candidates: Candidate[] = []
  for (const { block, text, heading } of paragraphsOf(document, range)) {
    if (candidates.length >= limit) break
    if (!picks(text)) continue
    const current = passage(filing, document, block.start, block.end)
    candidates.push({ current, earlier: null, headings: headingsOver(current, heading) })
  }
  return candidates
}

export function spanOf({ passage: { document, section }, start, end }: GroundedQuote): TextSpan {
  const within = section && section.start <= start && end <= section.end ? section : null
  return textSpan(document, within, start, end)
}

/** Both sides of a grounded answer; a side that was not quoted is null. */
export function pairOf(quote: GroundedQuote | null, earlier: GroundedQuote | null): PairEvidence {
  return { kind: 'pair', left: earlier && spanOf(earlier), right: quote && spanOf(quote) }
}

export function quotedText({ passage: { document }, start, end }: GroundedQuote): string {
  return (document.text?.text ?? '').slice(start, end)
}

export function textOfPassage({ document, start, end }: Passage): string {
  return (document.text?.text ?? '').slice(start, end)
}

/** What of a filing a signal about a passage is about: the same words have the same name. */
export function passageSubject(candidate: Candidate): string {
  const text = textOfPassage((candidate.current ?? candidate.earlier) as Passage)
  return `passage_${sha256(text.replace(/\s+/g, ' ').trim()).slice(0, 12)}`
}

/** Where a quote was found, for whoever wants to look again. */
export function placeInputs(quote: GroundedQuote): SignalInput[] {
  const place = (name: string, value: string | number): SignalInput => ({
    name,
    value,
    accession_number: quote.passage.accession_number,
  })
  return [
    place('section', quote.passage.section?.section_key ?? 'document'),
    place('section_sha256', quote.section_sha256),
    place('occurrences', quote.occurrences),
  ]
}
