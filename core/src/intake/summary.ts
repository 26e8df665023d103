import type { Dataset } from '../dataset.ts'
import type { Sql } from '../db.ts'

/** What became of all filings of one form type. */
export interface FormSummary {
  form_type: string
  /** Accession numbers that any source ever named. */
  discovered: number
  published: number
  unfinished: number
  failed: number
  documents: number
  sections: number
  signals: number
  /** Reasons of the failures with their counts. */
  reasons: Record<string, number>
}

/** One row per form type of the dataset, by name; nothing that was ever discovered is left out. */
export async function summarize(sql: Sql, dataset: Dataset): Promise<FormSummary[]> {
  const rows = await sql<Omit<FormSummary, 'reasons'>[]>`
    with counted as (
      select i.form_type, i.accession_number, i.stage,
        (select count(*) from documents d where d.accession_number = i.accession_number) as documents,
        (select count(*) from sections s join documents d using (document_id)
          where d.accession_number = i.accession_number and s.status in ('ok', 'uncertain')) as sections,
        (select count(*) from signals s where s.accession_number = i.accession_number and s.superseded_at is null) as signals
      from intake i where i.dataset = ${dataset}
    )
    select form_type, count(*)::int as discovered,
      (count(*) filter (where stage = 'published'))::int as published,
      (count(*) filter (where stage not in ('published', 'failed')))::int as unfinished,
      (count(*) filter (where stage = 'failed'))::int as failed,
      sum(documents)::int as documents, sum(sections)::int as sections, sum(signals)::int as signals
    from counted group by form_type order by form_type`
  const failures = await sql<{ form_type: string; reason: string; count: number }[]>`
    select form_type, reason, count(*)::int as count from intake
    where dataset = ${dataset} and stage = 'failed' group by form_type, reason order by form_type, reason`
  return rows.map((row) => ({
    ...row,
    reasons: Object.fromEntries(
      failures
        .filter((failure) => failure.form_type === row.form_type)
        .map((failure) => [failure.reason, failure.count]),
    ),
  }))
}

/**
 * Work of the dataset that is not at its end: sources to read, filings on their way, ledger rows that wait, and filings
 * whose moment to become visible is about to come.
 */
export async function countOpenWork(
  sql: Sql,
  dataset: Dataset,
): Promise<{ total: number; done: number; open: number }> {
  const [row] = await sql<{ total: number; done: number; open: number }[]>`
    select
      (select count(*) from intake where dataset = ${dataset})::int as total,
      (select count(*) from intake where dataset = ${dataset} and stage in ('published', 'failed'))::int as done,
      ((select count(*) from intake where dataset = ${dataset} and stage not in ('published', 'failed'))
        + (select count(*) from discovery_sources where dataset = ${dataset}
            and (last_completed_at is null or last_completed_at < requested_at))
        + (select count(*) from processing p join filings f using (accession_number)
            where f.dataset = ${dataset} and p.status = 'pending')
        + (select count(*) from filings where dataset = ${dataset} and available_at > clock_timestamp()))::int as open`
  return row ?? { total: 0, done: 0, open: 0 }
}
