import type { Queryable } from '../db.ts'

/** An earlier filing of a company, as far as its header says. */
export interface EarlierFiling {
  accession_number: string
  form_type: string
  filing_date: string
  /** RFC 3339 UTC. */
  accepted_at: string
  period_of_report: string | null
  items: string[]
}

/** Filings that name the company, accepted in the range, in the order of acceptance. */
export async function earlierFilingsOf(
  sql: Queryable,
  company: { dataset: string; cik: string },
  accepted: { from: string; before: string },
  formTypes: readonly string[],
): Promise<EarlierFiling[]> {
  return await sql<EarlierFiling[]>`
    select f.accession_number, f.form_type, f.filing_date, f.accepted_at, f.period_of_report, f.items
    from filings f
    where f.accession_number in (
        select accession_number from filing_filers
        where cik = ${company.cik} and accepted_at >= ${accepted.from} and accepted_at < ${accepted.before})
      and f.dataset = ${company.dataset} and f.form_type in ${sql([...formTypes])}
    order by f.accepted_at, f.accession_number`
}
