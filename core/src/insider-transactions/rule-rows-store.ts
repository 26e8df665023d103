import type { Queryable } from '../db.ts'
import type { OwnershipDocument, OwnershipRow, ReportingOwner } from './ownership-document.ts'

/** Where the XML document of a form stands inside its submission. */
export interface FormPlace {
  document_id: string
  document_sha256: string
  submission_sha256: string
  byte_start: number
  byte_end: number
}

/** A line of a form with what a rule must know of the form. */
export interface FormLine extends FormPlace {
  accession_number: string
  form_type: string
  filing_date: string
  /** RFC 3339 UTC. */
  accepted_at: string
  owner_ciks: string[]
  row: OwnershipRow
  /** The filing asked about states this line again. */
  restated_by_this: boolean
}

/** A Form 3, 4 or 5 itself. */
export interface StoredForm extends FormPlace {
  issuer_cik: string
  owner_ciks: string[]
  period_of_report: string | null
  date_of_original_submission: string | null
  document: Pick<OwnershipDocument, 'aff10b5_one' | 'footnotes' | 'owners'>
}

/** The moments between which an accepted filing counts, and the filing that is asked about. */
export interface LinesAsk {
  dataset: string
  accession_number: string
  from: string
  before: string
}

/** A form has at most 30 lines a table; years of a busy issuer's trades are some thousand. */
const MAX_LINES = 20_000

export function insiderRuleStore(sql: Queryable) {
  const place = sql`d.document_id, d.document_sha256, f.submission_sha256, d.byte_start, d.byte_end`
  const line = (ask: LinesAsk) => sql`${place}, f.accession_number, f.form_type, f.filing_date, f.accepted_at,
    o.owner_ciks, t.row, exists (
      select from ownership_restatements s where s.document_id = t.document_id and s.position = t.position
        and s.restated_by_accession_number = ${ask.accession_number}) as restated_by_this`
  /** No form accepted before the one asked about states the line again. */
  const stands = (ask: LinesAsk) => sql`not exists (
    select from ownership_restatements s join filings sf on sf.accession_number = s.restated_by_accession_number
    where s.document_id = t.document_id and s.position = t.position
      and s.restated_by_accession_number <> ${ask.accession_number} and sf.accepted_at < ${ask.before})`

  return {
    /** The first ownership document of a filing; `undefined` when none was read, as of typed forms. */
    async form(accessionNumber: string): Promise<StoredForm | undefined> {
      const [row] = await sql<(StoredForm & { document: { owners: ReportingOwner[] } })[]>`
        select ${place}, o.issuer_cik, o.owner_ciks, o.period_of_report, o.date_of_original_submission, o.document
        from ownership_documents o join documents d using (document_id) join filings f on f.accession_number = o.accession_number
        where o.accession_number = ${accessionNumber} order by d.sequence limit 1`
      return row
    },

    /** The lines of a document; `repeats`: a form accepted before states the line too, by another owner. */
    async lines(documentId: string, ask: LinesAsk): Promise<(FormLine & { repeats: boolean })[]> {
      return await sql<(FormLine & { repeats: boolean })[]>`
        select ${line(ask)}, not ${stands(ask)} as repeats
        from insider_transactions t join ownership_documents o using (document_id) join documents d using (document_id)
          join filings f on f.accession_number = t.accession_number
        where t.document_id = ${documentId} order by t.position`
    },

    /**
     * Open-market lines (codes P and S) on an issuer, of forms accepted in the range and of trades in the days, in the
     * order of acceptance. What another form had stated again by then is left out. With owners: only forms of one of them.
     */
    async trades(
      ask: LinesAsk & { issuer_cik: string; owner_ciks?: string[]; day_from: string; day_to: string },
    ): Promise<FormLine[]> {
      return await sql<FormLine[]>`
        select ${line(ask)}
        from ownership_documents o join filings f on f.accession_number = o.accession_number
          join documents d using (document_id) join insider_transactions t using (document_id)
        where o.issuer_cik = ${ask.issuer_cik} and f.dataset = ${ask.dataset}
          ${ask.owner_ciks ? sql`and o.owner_ciks && ${ask.owner_ciks}::text[]` : sql``}
          and f.accepted_at >= ${ask.from} and f.accepted_at < ${ask.before}
          and f.accession_number <> ${ask.accession_number}
          and t.row ->> 'transaction_code' in ('P', 'S') and t.row ->> 'table' = 'non_derivative'
          and t.row ->> 'transaction_date' between ${ask.day_from} and ${ask.day_to}
          and ${stands(ask)}
        order by f.accepted_at, f.accession_number, t.position limit ${MAX_LINES}`
    },
  }
}
export type InsiderRuleStore = ReturnType<typeof insiderRuleStore>
