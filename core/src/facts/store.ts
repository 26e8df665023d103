import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { subjectOf } from '../filings/subject.ts'
import { type FactRow, factRows } from './fact-rows.ts'
import type { DocumentFacts } from './filing-facts.ts'

/**
 * Rows of one statement: a 10-K has some 2,000 facts, and one parameter holds them all as JSON. It is `json`, not `jsonb`: that
 * would be taken apart and put together once more on its way to the rows.
 */
const BATCH = 2_000

/** Stores the facts of a filing. Repeating it changes nothing: a row is keyed by document and position. */
export async function insertFacts(
  tx: Queryable,
  filing: Pick<FilingRecord, 'accession_number' | 'accepted_at' | 'filers'>,
  documents: DocumentFacts[],
): Promise<void> {
  const { accession_number, accepted_at } = filing
  const subject = subjectOf(filing.filers)?.cik ?? ''
  await tx`insert into xbrl_documents ${tx(
    documents.map(({ document_id, source, cover, namespaces, schema_refs, facts }) => ({
      document_id,
      accession_number,
      source,
      ...cover,
      namespaces: tx.json(namespaces) as never,
      schema_refs,
      fact_count: facts.length,
    })),
  )} on conflict (document_id) do nothing`
  for (const document of documents) {
    const rows = factRows(document)
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH)
      await tx`
        insert into facts (document_id, accession_number, accepted_at, position, cik, taxonomy, tag, namespace,
          is_extension, unit, value, value_text, decimals, decimals_exact, nil, period_start, period_end, instant, frame,
          dimensions, dimension_hash, context_id, fact_id, footnotes, hidden, flags, "start", "end", byte_start, byte_end,
          continuations)
        select ${document.document_id}, ${accession_number}, ${accepted_at}, row.position, coalesce(row.cik, ${subject}),
          taxonomy, tag, namespace, coalesce(is_extension, false), unit, value, value_text, decimals,
          coalesce(decimals_exact, false), coalesce(nil, false), period_start, period_end, instant, frame, dimensions,
          dimension_hash, context_id, fact_id, coalesce(footnotes, '{}'), coalesce(hidden, false), coalesce(flags, '{}'),
          "start", "end", byte_start, byte_end, continuations
        from json_to_recordset(${JSON.stringify(batch.map(statedColumns))}::text::json) as row(
          position integer, cik text, taxonomy text, tag text, namespace text, is_extension boolean, unit text, value numeric, value_text text, decimals smallint,
          decimals_exact boolean, nil boolean, period_start date, period_end date, instant date, frame text,
          dimensions jsonb, dimension_hash text, context_id text, fact_id text, footnotes text[], hidden boolean,
          flags text[], "start" bigint, "end" bigint, byte_start bigint, byte_end bigint, continuations jsonb)
        on conflict (document_id, position) do nothing`
    }
  }
}

/**
 * A row without what is null, false or an empty list in it, as most columns of most facts are: taking the JSON apart is half
 * of the work of storing them, and what is not there costs nothing.
 */
function statedColumns(row: FactRow): Partial<FactRow> {
  const { footnotes, flags, ...columns } = row
  const stated: Record<string, unknown> = {}
  for (const name in columns) {
    const value = columns[name as keyof typeof columns]
    if (value !== null && value !== false) stated[name] = value
  }
  if (footnotes.length > 0) stated.footnotes = footnotes
  if (flags.length > 0) stated.flags = flags
  return stated
}
