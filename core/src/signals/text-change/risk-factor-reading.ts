import type { CanonicalText } from '../../documents/document.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import { riskFactorUnits } from '../../sections/risk-factors.ts'
import type { Section } from '../../sections/section.ts'
import { documentWords, wordAt } from '../document-words.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import { comparableForm } from '../prior.ts'

/** One risk factor: its title and text, by UTF-16 indexes of the canonical text. */
export interface RiskFactor {
  start: number
  end: number
  /** Numbers of the document's own vocabulary. */
  words: Int32Array
}

export interface ReadRiskFactors {
  status: 'read'
  document: ReadDocument
  canonical: CanonicalText
  section: Section
  text_sha256: string
  /** Empty when a quarterly report only refers to the annual one. */
  units: RiskFactor[]
}

interface Unreadable {
  status: 'unreadable'
  outcome: { status: 'not_applicable' | 'failed'; reason: string }
}

const SECTION_KEYS: Record<string, string> = { '10-K': '10k.item_1a', '10-Q': '10q.part2_item_1a' }

// A section that only says why there is nothing in it is a sentence or two.
const LONGEST_STATEMENT = 1500

/** Filings from this date on have the item (Release 33-8591). */
const ITEM_SINCE = '2005-12-01'

/** The risk factors of a report, or why there are none to compare. */
export function readRiskFactors(filing: FilingUnderRead): ReadRiskFactors | Unreadable {
  const document = mainDocumentOf(filing.documents, filing.form_type)
  const canonical = document?.text
  if (!document || !canonical) return unreadable('failed', 'text_unavailable')
  const form = comparableForm(filing.form_type) ?? ''
  const section = document.sections.find((each) => each.section_key === SECTION_KEYS[form])
  if (!section && filedOn(filing) < ITEM_SINCE) return unreadable('not_applicable', 'item_not_in_force')
  if (!section || section.status === 'failed') return unreadable('failed', 'section_not_found')
  if (section.status === 'absent') return unreadable('not_applicable', 'section_absent')
  if (section.status === 'uncertain') return unreadable('failed', 'section_uncertain')

  const text = canonical.text.slice(section.start, section.end)
  const statement = text.length <= LONGEST_STATEMENT ? text.replace(/\s+/g, ' ').toLowerCase() : ''
  if (saysNotRequired(statement)) return unreadable('not_applicable', 'not_required_of_filer')
  const read = { status: 'read' as const, document, canonical, section, text_sha256: canonical.text_sha256 }
  const units = unitsOf(canonical, section)
  // "Except as set forth below" announces a list; without one it refers to what is disclosed elsewhere.
  const listsExceptions =
    /\bexcept\b|\bother than\b/i.test(text.slice(0, LONGEST_STATEMENT)) && units.length > 0
  const notes = section.note?.split(' ') ?? []
  if (form === '10-Q' && !listsExceptions && (saysNothingChanged(statement) || refersElsewhere(notes))) {
    return { ...read, units: [] }
  }
  if (refersElsewhere(notes) && !listsExceptions)
    return unreadable('not_applicable', 'incorporated_by_reference')
  if (notes.includes('not_applicable')) return unreadable('not_applicable', 'answered_not_applicable')
  return units.length === 0 ? unreadable('failed', 'risk_factors_not_separated') : { ...read, units }
}

function refersElsewhere(notes: string[]): boolean {
  return notes.includes('incorporated_by_reference') || notes.includes('refers_elsewhere')
}

function filedOn(filing: FilingUnderRead): string {
  return filing.submission.header.filing_date ?? filing.accepted_at.slice(0, 10)
}

function unitsOf(canonical: CanonicalText, section: Section): RiskFactor[] {
  const split = documentWords(canonical)
  return riskFactorUnits(canonical, section)
    .map(({ start, end }) => ({
      start,
      end,
      words: split.words.subarray(wordAt(split, start), wordAt(split, end)),
    }))
    .filter((unit) => unit.words.length > 0)
}

/** Smaller reporting companies may leave the item out (Item 1A, Form 10-K and 10-Q). */
function saysNotRequired(statement: string): boolean {
  return (
    /smaller reporting compan/.test(statement) &&
    /not (?:required|applicable|obligated)|elected not|need not/.test(statement)
  )
}

/** "There have been no material changes to the risk factors in our annual report": nothing is listed here. */
export function saysNothingChanged(statement: string): boolean {
  return /\bno (?:other )?(?:material )?changes?\b|\bnot (?:been any )?(?:material(?:ly)? )?chang/.test(
    statement,
  )
}

function unreadable(status: 'not_applicable' | 'failed', reason: string): Unreadable {
  return { status: 'unreadable', outcome: { status, reason } }
}
