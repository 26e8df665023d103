import { canonicalDecimal } from '../xbrl/decimal.ts'

/** A fact as the SEC's `companyfacts` JSON lists it: numbers about the whole company, one row per filing that states them. */
export interface CompanyFact {
  taxonomy: string
  tag: string
  /** Cut after twenty characters by the SEC when the filer made the unit up. */
  unit: string
  /** In plain notation. The JSON holds a double, so that digits beyond the seventeenth are not the filer's. */
  value_text: string
  /** Null for a moment. */
  period_start: string | null
  period_end: string
  accession_number: string
  document_fiscal_year: number | null
  document_fiscal_period: string | null
  form_type: string
  filing_date: string
  frame: string | null
}

export interface CompanyFacts {
  cik: string
  entity_name: string
  facts: CompanyFact[]
}

/** Why a `companyfacts` document could not be read; codes are permanent. */
export type CompanyFactsErrorReason = 'too_large' | 'not_json' | 'not_company_facts' | 'too_many_facts'

export class CompanyFactsError extends Error {
  override readonly name = 'CompanyFactsError'
  readonly reason: CompanyFactsErrorReason

  constructor(reason: CompanyFactsErrorReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** The largest the SEC serves are some 60 MB with 200,000 facts. */
const MAX_BYTES = 256 * 1024 ** 2
const MAX_FACTS = 2_000_000
const MAX_NAME = 256
const DAY = /^\d{4}-\d\d-\d\d$/
const ACCESSION = /^\d{10}-\d\d-\d{6}$/

/**
 * Reads a `companyfacts` document of data.sec.gov. A row that lacks what makes it a fact is a fault of the document and
 * refuses it: a second source that is half read is none.
 *
 * @throws CompanyFactsError
 */
export function readCompanyFacts(source: string | Uint8Array): CompanyFacts {
  if (source.length > MAX_BYTES) throw new CompanyFactsError('too_large', `more than ${MAX_BYTES} bytes`)
  const document = record(parsed(source), 'the document')
  const cik = String(document.cik ?? '')
  if (!/^\d{1,10}$/.test(cik)) throw malformed('cik is none')
  const facts: CompanyFact[] = []
  for (const [taxonomy, tags] of entries(document.facts, 'facts')) {
    for (const [tag, concept] of entries(tags, taxonomy)) {
      for (const [unit, rows] of entries(record(concept, tag).units, `${taxonomy}:${tag}`)) {
        if (!Array.isArray(rows)) throw malformed(`${taxonomy}:${tag} in ${unit} is no list`)
        if (facts.length + rows.length > MAX_FACTS)
          throw new CompanyFactsError('too_many_facts', `more than ${MAX_FACTS}`)
        for (const row of rows) facts.push(factOf(taxonomy, tag, unit, row))
      }
    }
  }
  const name = document.entityName
  return { cik: cik.padStart(10, '0'), entity_name: typeof name === 'string' ? name : '', facts }
}

function parsed(source: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof source === 'string' ? source : Buffer.from(source).toString('utf8'))
  } catch {
    throw new CompanyFactsError('not_json', 'the document is no JSON')
  }
}

function factOf(taxonomy: string, tag: string, unit: string, row: unknown): CompanyFact {
  const { start, end, val, accn, fy, fp, form, filed, frame } = record(row, `${taxonomy}:${tag}`)
  const value_text = typeof val === 'number' ? canonicalDecimal(String(val)) : null
  if (value_text === null || !isDay(end) || !(start === undefined || isDay(start)))
    throw malformed(`a row of ${taxonomy}:${tag} has no value or no period`)
  if (typeof accn !== 'string' || !ACCESSION.test(accn))
    throw malformed(`a row of ${taxonomy}:${tag} names no filing`)
  return {
    taxonomy,
    tag,
    unit,
    value_text,
    period_start: start ?? null,
    period_end: end,
    accession_number: accn,
    document_fiscal_year: typeof fy === 'number' ? fy : null,
    document_fiscal_period: typeof fp === 'string' ? fp : null,
    form_type: typeof form === 'string' ? form : '',
    filing_date: isDay(filed) ? filed : '',
    frame: typeof frame === 'string' ? frame : null,
  }
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && DAY.test(value)
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(`${what} is no object`)
  return value as Record<string, unknown>
}

function entries(value: unknown, what: string): [string, unknown][] {
  const all = Object.entries(record(value, what))
  if (all.some(([name]) => name.length > MAX_NAME)) throw malformed(`${what} has too long a name`)
  return all
}

function malformed(detail: string): CompanyFactsError {
  return new CompanyFactsError('not_company_facts', detail)
}
