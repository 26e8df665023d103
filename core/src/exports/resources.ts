import type { Queryable } from '../db.ts'
import { factReadStore } from '../facts/read-store.ts'
import { filingReadStore } from '../filings/read-store.ts'
import { insiderTransactionReadStore } from '../insider-transactions/read-store.ts'
import type { View } from '../knowledge-time.ts'
import { signalReadStore } from '../signals/read-store.ts'
import type { ColumnType, ExportFilter, ExportResource, ExportRow } from './export.ts'

const PAGE = 500

export interface Resource {
  filters: readonly (keyof ExportFilter)[]
  columns: Record<string, ColumnType>
  /** All rows of the view that pass the filter, earliest first, in pages. The order is total: a repetition gives the same. */
  pages(sql: Queryable, view: View, filter: ExportFilter): AsyncGenerator<ExportRow[]>
}

export const resources: Record<ExportResource, Resource> = {
  filings: {
    filters: ['cik', 'form_type', 'accession_number', 'accepted_at'],
    columns: {
      accession_number: 'text',
      form_type: 'text',
      filing_date: 'date',
      accepted_at: 'timestamp',
      accepted_at_source: 'text',
      period_of_report: 'date',
      effective_date: 'date',
      items: 'json',
      filers: 'json',
      amends: 'text',
      document_count: 'integer',
      submission_sha256: 'text',
      submission_bytes: 'integer',
      source_url: 'text',
      first_seen_at: 'timestamp',
      available_at: 'timestamp',
    },
    pages: (sql, view, filter) =>
      paged(
        (after: { accepted_at: string; accession_number: string } | undefined) =>
          filingReadStore(sql).list(view, filter, { limit: PAGE, order: 'asc', after }),
        ({ accepted_at, accession_number }) => ({ accepted_at, accession_number }),
      ),
  },
  signals: {
    filters: ['cik', 'form_type', 'accession_number', 'signal_type', 'accepted_at'],
    columns: {
      id: 'text',
      signal_type: 'text',
      accession_number: 'text',
      cik: 'text',
      form_type: 'text',
      accepted_at: 'timestamp',
      available_at: 'timestamp',
      period_of_report: 'date',
      value: 'json',
      unit: 'text',
      direction: 'integer',
      status: 'text',
      subject: 'text',
      payload: 'json',
      supersedes: 'text',
      extractor_name: 'text',
      extractor_version: 'text',
      extractor_kind: 'text',
      fingerprint: 'text',
      inputs: 'json',
      evidence: 'json',
    },
    pages: (sql, view, filter) =>
      paged(
        (after: { accepted_at: string; id: string } | undefined) =>
          signalReadStore(sql).list(view, filter, { limit: PAGE, order: 'asc', after }),
        ({ accepted_at, id }) => ({ accepted_at, id }),
      ),
  },
  facts: {
    filters: ['cik', 'form_type', 'accession_number', 'tag', 'accepted_at'],
    columns: {
      accession_number: 'text',
      document_id: 'text',
      cik: 'text',
      form_type: 'text',
      accepted_at: 'timestamp',
      taxonomy: 'text',
      tag: 'text',
      is_extension: 'boolean',
      unit: 'text',
      value: 'number',
      value_text: 'text',
      decimals: 'integer',
      period_start: 'date',
      period_end: 'date',
      instant: 'date',
      dimensions: 'json',
      document_fiscal_year: 'integer',
      document_fiscal_period: 'text',
    },
    pages: (sql, view, filter) =>
      paged(
        (after: Place | undefined) =>
          factReadStore(sql).list(view, filter, { limit: PAGE, order: 'asc', after }),
        placeOf,
      ),
  },
  insider_transactions: {
    filters: ['cik', 'form_type', 'accession_number', 'accepted_at'],
    columns: {
      accession_number: 'text',
      document_id: 'text',
      form_type: 'text',
      accepted_at: 'timestamp',
      position: 'integer',
      row_kind: 'text',
      table: 'text',
      issuer_cik: 'text',
      owner_cik: 'text',
      owner_name: 'text',
      officer_title: 'text',
      security_title: 'text',
      transaction_date: 'date',
      transaction_code: 'text',
      acquired_disposed: 'text',
      shares: 'number',
      price_per_share: 'number',
      shares_owned_following: 'number',
      direct_or_indirect: 'text',
      underlying_security_title: 'text',
      underlying_shares: 'number',
      exercise_price: 'number',
      expiration_date: 'date',
      aff10b5_one: 'boolean',
      restated_by: 'json',
    },
    pages: (sql, view, { cik, ...filter }) =>
      paged(
        (after: Place | undefined) =>
          insiderTransactionReadStore(sql).list(
            view,
            { ...filter, issuer_cik: cik },
            { limit: PAGE, order: 'asc', after },
          ),
        placeOf,
      ),
  },
}

interface Place {
  accepted_at: string
  document_id: string
  position: number
}

function placeOf({ accepted_at, document_id, position }: Place): Place {
  return { accepted_at, document_id, position }
}

async function* paged<R extends object, P>(
  read: (after: P | undefined) => Promise<R[]>,
  placeOfRow: (row: R) => P,
): AsyncGenerator<ExportRow[]> {
  let after: P | undefined
  for (;;) {
    const rows = await read(after)
    if (rows.length === 0) return
    yield rows as ExportRow[]
    if (rows.length < PAGE) return
    after = placeOfRow(rows.at(-1) as R)
  }
}
