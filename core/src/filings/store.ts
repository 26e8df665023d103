import type { PublishTurn } from '../changes/publish-turn.ts'
import type { Queryable, Sql } from '../db.ts'
import type { ComparableFiling } from '../signals/prior.ts'
import type { Filer, FilingRecord } from './filing.ts'
import { subjectFiler } from './subject-sql.ts'

/** A filing with the filer its signals belong to: what a comparison over time needs to know. */
export interface StoredFiling extends ComparableFiling {
  dataset: FilingRecord['dataset']
}

/** The write side of filings. Every function may be repeated: a filing's rows are keyed by its accession number. */
export function filingStore(sql: Sql) {
  return {
    /** Stores a filing with its filers, not yet published. Returns false when it is stored already. */
    async insert(
      tx: Queryable,
      filing: FilingRecord,
      counts: { documents: number; warnings: string[] },
    ): Promise<boolean> {
      const inserted = await tx`
        insert into filings ${tx([
          {
            accession_number: filing.accession_number,
            dataset: filing.dataset,
            form_type: filing.form_type,
            filing_date: filing.filing_date,
            accepted_at: filing.accepted_at,
            accepted_at_source: filing.accepted_at_source,
            period_of_report: filing.period_of_report,
            effective_date: filing.effective_date,
            items: filing.items,
            document_count: counts.documents,
            declared_document_count: filing.declared_document_count,
            submission_source: filing.submission_source,
            submission_sha256: filing.submission_sha256,
            submission_bytes: filing.submission_bytes,
            source_url: filing.source_url,
            warnings: counts.warnings,
            details: tx.json(filing.details as never) as never,
            amendment_scope: filing.amendment?.scope ?? null,
            original_filed_on: filing.amendment?.original_filed_on ?? null,
            first_seen_at: filing.first_seen_at,
          },
        ])} on conflict (accession_number) do nothing`
      if (inserted.count === 0) return false
      if (filing.filers.length > 0) {
        await tx`insert into filing_filers ${tx(
          filing.filers.map((filer, index) => ({
            accession_number: filing.accession_number,
            position: index + 1,
            ...filerColumns(tx, filer),
            accepted_at: filing.accepted_at,
          })),
        )}`
      }
      return true
    },

    /** The stored facts of a filing that the readers of signals need. */
    async find(accessionNumber: string) {
      const [row] = await sql<
        (StoredFiling & {
          submission_sha256: string
          submission_bytes: number | null
          submission_source: FilingRecord['submission_source']
          filing_date: string
          available_at: string | null
        })[]
      >`
        select f.accession_number, f.dataset, subject.cik, f.form_type, f.period_of_report, f.accepted_at,
          f.submission_sha256, f.submission_bytes, f.submission_source, f.filing_date, f.available_at
        from filings f, lateral (${subjectFiler(sql)}) subject
        where f.accession_number = ${accessionNumber}`
      return row
    },

    /**
     * Filings of the company with one of the forms whose period of report lies in the range (both ends included): the
     * candidates for the comparable period before or after.
     */
    async comparable(
      company: { dataset: string; cik: string },
      formTypes: string[],
      period: { from: string; to: string },
      tx: Queryable = sql,
    ): Promise<StoredFiling[]> {
      return await tx<StoredFiling[]>`
        select f.accession_number, f.dataset, subject.cik, f.form_type, f.period_of_report, f.accepted_at
        from filings f, lateral (${subjectFiler(sql)}) subject
        where f.accession_number in (select accession_number from filing_filers where cik = ${company.cik})
          and f.dataset = ${company.dataset} and subject.cik = ${company.cik}
          and f.form_type in ${sql(formTypes)}
          and f.period_of_report between ${period.from} and ${period.to}
        order by f.accepted_at, f.accession_number`
    },

    /** When EDGAR accepted a filing, and since when it can be asked for. */
    async clocks(
      accessionNumber: string,
    ): Promise<{ accepted_at: string; available_at: string | null } | undefined> {
      const [row] = await sql<{ accepted_at: string; available_at: string | null }[]>`
        select accepted_at, available_at from filings where accession_number = ${accessionNumber}`
      return row
    },

    /** Makes a filing visible from the moment of the turn on, once; returns false when it already was. */
    async publish(tx: Queryable, turn: PublishTurn, accessionNumber: string): Promise<boolean> {
      const published = await tx`
        update filings set available_at = ${turn.moment} where accession_number = ${accessionNumber} and available_at is null`
      return published.count === 1
    },
  }
}

export type FilingStore = ReturnType<typeof filingStore>

/** What is asked for by its value has a column; the rest of a filer is kept as it is. */
function filerColumns(tx: Queryable, filer: Filer) {
  const {
    sic_description,
    organization_name,
    relationship,
    business_address,
    mailing_address,
    former_names,
    ...columns
  } = filer
  const details = {
    sic_description,
    organization_name,
    relationship,
    business_address,
    mailing_address,
    former_names,
  }
  return { ...columns, details: tx.json(details as never) as never }
}
