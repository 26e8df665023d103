import type { DocumentUnderRead } from '../readers/reader.ts'
import type { Amendment, AmendmentScope } from './filing.ts'

/** So much of an amendment is looked at for what it says of itself: the cover page and the explanatory note. */
const NOTE_CHARACTERS = 30_000
/** The scope of an information table stands in the first lines of the cover page. */
const COVER_BYTES = 16 * 1024

/** Sections without which a report is not stated anew. */
const CORE: [RegExp, string[]][] = [
  [/^10-?K/, ['10k.item_1', '10k.item_7', '10k.item_8']],
  [/^10-?Q/, ['10q.part1_item_1', '10q.part1_item_2']],
]
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
  if (OWNERSHIP_REPORT.test(formType)) return 'unknown'
  const note = explanatoryNote(main)
  if (EXHIBIT_ONLY.test(note)) return 'exhibit_only'
  const present = new Set(
    main.sections.filter(({ status }) => status === 'ok').map(({ section_key }) => section_key),
  )
  const core = CORE.find(([form]) => form.test(formType))?.[1]
  if (core?.every((key) => present.has(key)) || FULL.test(note)) return 'full'
  const keys = [...present]
  if (keys.some((key) => MAIN_PART.test(key))) return 'unknown'
  if (keys.some((key) => PART_III.test(key))) return 'part_iii_only'
  return present.has('10k.item_15') ? 'exhibit_only' : 'unknown'
}

/** Ownership reports and notices of sales: lines that were wrong, beside as many others as the filer liked. */
const OWNERSHIP_REPORT = /^(?:3|4|5|144)\/A$/
/** Each phrase is bounded: a note is prose, and a hostile one must cost no more than a long one. */
const EXHIBIT_ONLY =
  /\b(?:(?:sole|only) purpose (?:of this .{0,160}? )?is to|(?:solely|only) to|(?:solely|only) for the purpose of|for the sole purpose of) (?:fil(?:e|ing)|furnish(?:ing)?|includ(?:e|ing)|provid(?:e|ing)|add(?:ing)?|submit(?:ting)?|replac(?:e|ing)|re-?fil(?:e|ing)|correct(?:ing)?)\b[^.]{0,160}?\bexhibits?\b|\bexhibits?[- ]only\b[^.]{0,20}\b(?:filing|amendment)\b/i
const FULL = /\b(?:amend(?:s|ed|ing)? and )?restat(?:e|es|ed|ing)\b.{0,200}?\bin its entirety\b/i

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
