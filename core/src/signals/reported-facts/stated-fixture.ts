import type { EvidenceSources } from '../../evidence/verify.ts'
import type { FactDimension } from '../../facts/fact.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { type FilingFixture, filingFixture } from '../filing-fixture.ts'

/** A fact in short: concept, value, and what else matters. */
export interface FactInShort {
  unit?: string | null
  decimals?: number | null
  /** `2024-01-01/2024-12-31`, or the day of an instant. */
  period?: string
  /** Axis and member; a value that begins with `=` is a typed one. */
  dimensions?: Record<string, string>
  nil?: boolean
  flags?: string[]
  accession_number?: string
  form_type?: string
  filing_date?: string
}

export const YEAR = '2024-01-01/2024-12-31'
export const YEAR_END = '2024-12-31'

/** An invented fact. Numbers are dollars of the year 2024 unless said. */
export function stated(concept: string, value: number | string | null, more: FactInShort = {}): StatedFact {
  const { period = YEAR, dimensions = {} } = more
  const [first = '', last] = period.split('/')
  const accession_number = more.accession_number ?? '0009990001-25-000001'
  const filing_date = more.filing_date ?? '2025-02-15'
  const number = typeof value === 'number'
  return {
    accession_number,
    form_type: more.form_type ?? '10-K',
    filing_date,
    accepted_at: `${filing_date}T21:00:00Z`,
    document_id: `${accession_number}:1`,
    document_sha256: 'd'.repeat(64),
    position: 0,
    concept: concept.includes(':') ? concept : `us-gaap:${concept}`,
    is_extension: /^(?!us-gaap|dei|srt|ecd|cyd|ifrs-full)[a-z]+:/.test(concept),
    unit: more.unit !== undefined ? more.unit : number ? 'USD' : null,
    value: number ? value : null,
    value_text: value === null ? null : String(value),
    decimals: more.decimals !== undefined ? more.decimals : number ? 0 : null,
    decimals_exact: false,
    nil: more.nil ?? false,
    period_start: last === undefined ? null : first,
    period_end: last ?? first,
    dimensions: Object.entries(dimensions)
      .map(
        ([axis, name]): FactDimension => ({
          axis,
          member: name.startsWith('=') ? null : name,
          typed_value: name.startsWith('=') ? name.slice(1) : null,
        }),
      )
      .sort((one, other) => (one.axis < other.axis ? -1 : 1)),
    context_id: `c-${period}-${JSON.stringify(dimensions)}`,
    hidden: true,
    flags: more.flags ?? [],
    text_sha256: null,
    start: null,
    end: null,
    byte_start: null,
    byte_end: null,
  }
}

/** The cover of an annual report on the year 2024. */
export const COVER = [
  stated('dei:DocumentType', '10-K'),
  stated('dei:DocumentPeriodEndDate', '2024-12-31'),
  stated('dei:EntityShellCompany', 'false'),
]

/** An invented filing with the facts it states, and where its evidence can be checked. */
export function filingWithFacts(
  facts: StatedFact[],
  fixture: Partial<FilingFixture> = {},
  earlier: StatedFact[] = [],
) {
  const placed = facts.map((fact, index) => ({ ...fact, position: index + 1 }))
  const { filing, sources } = filingFixture({
    accession_number: '0009990001-25-000001',
    form_type: '10-K',
    filing_date: '2025-02-15',
    period_of_report: '2024-12-31',
    blocks: ['A report.'],
    ...fixture,
  })
  const all = [...placed, ...earlier]
  const withFacts: EvidenceSources = {
    ...sources,
    facts: ({ document_id }) => all.filter((fact) => fact.document_id === document_id),
  }
  return { filing, facts: placed, sources: withFacts }
}
