import type { Queryable } from '../db.ts'
import { subjectFiler } from '../filings/subject-sql.ts'
import type { Needs } from '../signals/need.ts'
import type { ComparableFiling } from '../signals/prior.ts'
import { type LedgerExtractor, processingStore } from './store.ts'

/** What of an extractor decides which earlier filings its answers rest on. */
export type DependentExtractor = LedgerExtractor & { needs: Needs }

/** Whether an answer of the extractor about `filing` may be another one once `earlier` is there. */
export function dependsOn(
  extractor: DependentExtractor,
  filing: ComparableFiling,
  earlier: ComparableFiling,
): boolean {
  if (!extractor.applies(filing.form_type)) return false
  const days = (Date.parse(filing.accepted_at) - Date.parse(earlier.accepted_at)) / 86_400_000
  if (!(days > 0)) return false
  return Object.values(extractor.needs).some(({ earlier: on }) => {
    if (!on || days > on.days || !on.form_types.includes(earlier.form_type)) return false
    return on.matters === undefined || on.matters(filing, earlier)
  })
}

/**
 * Asks again for every answer about a later filing that may rest on this one, which has just come. Returns the rows that
 * had been answered. Two statements, however many later filings there are.
 */
export async function reopenDependents(
  tx: Queryable,
  filing: ComparableFiling & { dataset: string },
  extractors: readonly DependentExtractor[],
): Promise<{ accession_number: string; extractor: string }[]> {
  const asking = extractors.filter(({ needs }) =>
    Object.values(needs).some(({ earlier }) => earlier?.form_types.includes(filing.form_type)),
  )
  if (asking.length === 0) return []
  const days = Math.max(
    ...asking.flatMap(({ needs }) => Object.values(needs).map(({ earlier }) => earlier?.days ?? 0)),
  )
  const later = await laterFilings(tx, filing, days)
  const rows = later.flatMap((one) =>
    asking
      .filter((extractor) => dependsOn(extractor, one, filing))
      .map(({ name }) => name)
      .sort()
      .map((extractor) => ({ accession_number: one.accession_number, extractor })),
  )
  return await processingStore(tx as never).reopen(tx, rows)
}

/**
 * Filings of the dataset about a company that `filing` names, accepted in the days after it, in the order of acceptance. What
 * is looked up is handed over as arrays, for which Postgres takes the indexes whatever it knows of the tables: joined, it
 * would read all facts of all filings.
 */
async function laterFilings(
  tx: Queryable,
  filing: ComparableFiling & { dataset: string },
  days: number,
): Promise<ComparableFiling[]> {
  return await tx<ComparableFiling[]>`
    with named as materialized (
      select cik from filing_filers where accession_number = ${filing.accession_number}
      union select cik from facts where document_id = any (array(
        select document_id from xbrl_documents where accession_number = ${filing.accession_number}))
    ), later as materialized (
      select distinct accession_number from filing_filers
      where cik = any (array(select cik from named)) and accepted_at > ${filing.accepted_at}
        and accepted_at <= ${filing.accepted_at}::timestamptz + ${days} * interval '1 day'
    )
    select f.accession_number, subject.cik, f.form_type, f.accepted_at, f.period_of_report
    from filings f, lateral (${subjectFiler(tx)}) subject
    where f.accession_number = any (array(select accession_number from later)) and f.dataset = ${filing.dataset}
      and subject.cik = any (array(select cik from named))
    order by f.accepted_at, f.accession_number`
}
