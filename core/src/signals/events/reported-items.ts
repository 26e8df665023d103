import { mainDocumentOf } from '../../filings/main-document.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import { type BodyItems, bodyItems } from './event-8k-body.ts'
import { compareItemCodes, eventItem } from './event-8k-items.ts'

/** Item codes of the header are unreliable from 1999 to 2011, so the body decides before this date. */
export const HEADER_TRUSTED_FROM = '2012-01-01'
/** Current reports and the notices of succession that share their items. */
export const CURRENT_REPORT = /^8-K(?:12B|12G3|15D5)?(?:\/A)?$/
export const CURRENT_REPORTS = [
  '8-K',
  '8-K/A',
  '8-K12B',
  '8-K12B/A',
  '8-K12G3',
  '8-K12G3/A',
  '8-K15D5',
  '8-K15D5/A',
] as const

export interface ReportedItems {
  document: ReadDocument | null
  headerItems: string[]
  body: BodyItems
  /** What the report is about, in the order of the form: items answered "not applicable" are left out. */
  codes: string[]
}

/** The items a current report reports: header and body together, before 2012 the body alone where it has headings. */
export function reportedItems(filing: FilingUnderRead): ReportedItems {
  const document = mainDocumentOf(filing.documents, filing.form_type) ?? null
  const headerItems = knownItems(filing.submission.header.items)
  const body = bodyItems(document, headerItems)
  const bodyDecides = filedOn(filing) < HEADER_TRUSTED_FROM && body.items.size > 0
  const codes = bodyDecides ? [...body.items.keys()] : [...new Set([...headerItems, ...body.items.keys()])]
  return {
    document,
    headerItems,
    body,
    codes: codes.filter((code) => !body.notApplicable.has(code)).sort(compareItemCodes),
  }
}

/** The filing date, `YYYY-MM-DD`. */
export function filedOn(filing: FilingUnderRead): string {
  return filing.submission.header.filing_date ?? filing.accepted_at.slice(0, 10)
}

function knownItems(items: string[]): string[] {
  const codes = items.map((item) => item.trim()).filter((code) => eventItem(code))
  return [...new Set(codes)].sort(compareItemCodes)
}
