import type { Sql } from '../../db.ts'

/** Annual reports whose filers tagged any of these concepts, the newest first: those a model cannot have learned from. */
export async function filingsTagging(
  sql: Sql,
  concepts: readonly string[],
  limit: number,
): Promise<{ accession_number: string; accepted_at: string }[]> {
  const tags = concepts.map((concept) => concept.slice(concept.indexOf(':') + 1))
  return await sql<{ accession_number: string; accepted_at: string }[]>`
    select accession_number, accepted_at from filings f
    where dataset = 'live' and form_type in ('10-K', '10-KT', '10-K/A')
      and exists (select from facts x where x.accession_number = f.accession_number and x.tag in ${sql(tags)})
    order by accepted_at desc, accession_number desc limit ${limit}`
}
