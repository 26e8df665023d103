import type { DocumentUnderRead } from '../readers/reader.ts'
import type { Amendment, AmendmentScope } from './filing.ts'

/** So much of an amendment is looked at for what it says of itself: the cover page and the explanatory note. */
const NOTE_CHARACTERS = 30_000
/** The scope of an information table stands in the first lines of the cover page. */
const COVER_BYTES = 16 * 1024

const PERIODIC_REPORT = /^10-?K/
const MAIN_PART = /^10k\.item_(?:1|1a|7|8)$/
const PART_III = /^10k\.item_(?:10|11|12|13|14)$/

/**
 * What an amendment says of how much of the original it states anew; null for a form that amends nothing. 13F reports say
 * it in their cover page; of an annual report the sections it has tell Part III or an exhibit alone from a full restatement;
 * elsewhere a note may say it.
 */
export function amendmentOf(
  formType: string,
  documents: readonly DocumentUnderRead[],
  main: DocumentUnderRead | undefined,
): Amendment | null {
  if (!formType.endsWith('/A')) return null
  return { scope: scopeOf(formType, documents, main), original_filed_on: originalDate(main) }
}

function scopeOf(
  formType: string,
  documents: readonly DocumentUnderRead[],
  main: DocumentUnderRead | undefined,
): AmendmentScope {
  if (main === undefined) return 'unknown'
  if (formType.startsWith('13F')) return reportedScope(documents)
  const note = explanatoryNote(main)
  if (EXHIBIT_ONLY.test(note)) return 'exhibit_only'
  if (!PERIODIC_REPORT.test(formType)) return FULL.test(note) ? 'full' : 'unknown'
  const present = main.sections.filter(({ status }) => status === 'ok').map(({ section_key }) => section_key)
  if (present.some((key) => MAIN_PART.test(key))) {
    return present.some((key) => PART_III.test(key)) || FULL.test(note) ? 'full' : 'unknown'
  }
  if (present.some((key) => PART_III.test(key))) return 'part_iii_only'
  return present.some((key) => key === '10k.item_15') ? 'exhibit_only' : 'unknown'
}

/** Each phrase is bounded: a note is prose, and a hostile one must cost no more than a long one. */
const EXHIBIT_ONLY =
  /\b(?:sole|only) purpose (?:of this (?:amendment|filing|report|form).{0,160}? )?is to (?:file|furnish|include|provide|add|submit|replace|re-?file|correct)\b[^.]{0,120}\bexhibits?\b|\bexhibits?[- ]only\b[^.]{0,20}\b(?:filing|amendment)\b/i
const FULL =
  /\b(?:amends and restates|amended and restated|restates?) (?:in its entirety|the original (?:filing|report|form)|our (?:annual|quarterly) report)|\bin its entirety\b/i

function explanatoryNote(main: DocumentUnderRead): string {
  return main.text?.text.slice(0, NOTE_CHARACTERS).replace(/\s+/g, ' ') ?? ''
}

/** `<amendmentType>RESTATEMENT</amendmentType>`; on old cover pages a box with a mark in it. */
function reportedScope(documents: readonly DocumentUnderRead[]): AmendmentScope {
  for (const { kind, content, text } of documents) {
    if (kind === 'xml') {
      const stated = element(content, 'amendmentType')
      if (stated === 'RESTATEMENT') return 'restatement'
      if (stated === 'NEW HOLDINGS') return 'new_holdings'
    } else {
      const cover = text?.text.slice(0, COVER_BYTES) ?? ''
      if (/\[ ?x ?\]\s{0,20}is a restatement/i.test(cover)) return 'restatement'
      if (/\[ ?x ?\]\s{0,20}adds new holdings/i.test(cover)) return 'new_holdings'
    }
  }
  return documents.some(({ document }) => document.document_type === 'INFORMATION TABLE')
    ? 'holdings_only'
    : 'unknown'
}

/** Ownership reports name the day of the original: `<dateOfOriginalSubmission>2024-05-01</dateOfOriginalSubmission>`. */
function originalDate(main: DocumentUnderRead | undefined): string | null {
  if (main?.kind !== 'xml') return null
  const date = /^(\d{4}-\d{2}-\d{2})/.exec(element(main.content, 'dateOfOriginalSubmission') ?? '')?.[1]
  return date !== undefined && !Number.isNaN(Date.parse(date)) ? date : null
}

/** The text of the first element of the name in the beginning of an XML document. */
function element(content: Uint8Array, name: string): string | null {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, COVER_BYTES))
  const text = head.toString('latin1')
  const open = text.search(new RegExp(`<(?:[a-z0-9]{1,10}:)?${name}>`, 'i'))
  if (open < 0) return null
  const start = text.indexOf('>', open) + 1
  const end = text.indexOf('<', start)
  return end < 0 ? null : text.slice(start, end).trim()
}
