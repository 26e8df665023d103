import type { CanonicalText } from '../../documents/document.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import type { Section } from '../../sections/section.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import type { Outcome } from '../signal.ts'

/** A document whose text can be read. */
export type ReadText = ReadDocument & { text: CanonicalText }

/** An item of a report with the document it stands in. */
export interface ReadItem {
  document: ReadText
  section: Section
}

/** The main document; null when it has no text. */
export function mainTextOf(filing: FilingUnderRead): ReadText | null {
  const document = mainDocumentOf(filing.documents, filing.form_type)
  return document?.text ? { ...document, text: document.text } : null
}

/** The same item of two reports, the earlier first, or what is to be said in its stead. */
export function readItems(
  filing: FilingUnderRead,
  prior: FilingUnderRead,
  sectionKey: string,
): { earlier: ReadItem; current: ReadItem } | { outcome: Outcome } {
  const current = readItem(filing, sectionKey)
  if ('outcome' in current) return current
  const earlier = readItem(prior, sectionKey)
  if ('outcome' in earlier) {
    const { outcome } = earlier
    return { outcome: 'reason' in outcome ? { ...outcome, reason: `prior_${outcome.reason}` } : outcome }
  }
  if (isCombined(earlier.section) !== isCombined(current.section)) {
    return { outcome: { status: 'not_applicable', reason: 'items_combined_differently' } }
  }
  return { earlier, current }
}

function readItem(filing: FilingUnderRead, sectionKey: string): ReadItem | { outcome: Outcome } {
  const document = mainTextOf(filing)
  if (!document) return { outcome: { status: 'failed', reason: 'text_unavailable' } }
  const section = document.sections.find((each) => each.section_key === sectionKey)
  const missing = [sectionKey]
  if (!section || section.status === 'failed')
    return { outcome: { status: 'insufficient_data', reason: 'item_not_found', missing } }
  if (section.status === 'absent') return { outcome: { status: 'not_applicable', reason: 'item_absent' } }
  if (section.status === 'uncertain')
    return { outcome: { status: 'insufficient_data', reason: 'item_uncertain', missing } }
  if (isElsewhere(section)) return { outcome: { status: 'not_applicable', reason: 'item_elsewhere' } }
  return { document, section }
}

/** Whether the section's text is the item itself, from a sure beginning to a sure end. */
export function isWhole(section: Section): boolean {
  return section.status === 'ok' && section.end > section.start && !isElsewhere(section)
}

/** Items under one heading: the text of one holds that of the others. */
export function isCombined(section: Section): boolean {
  return section.boundary_method === 'combined_heading' || (section.note?.includes('combined') ?? false)
}

/** The item refers to another document or place for its content, is reserved, or is empty. */
function isElsewhere(section: Section): boolean {
  const notes = section.note?.split(' ') ?? []
  return (
    section.disposition !== 'extracted' || notes.includes('refers_elsewhere') || section.end <= section.start
  )
}
