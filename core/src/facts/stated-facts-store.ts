import type { Queryable } from '../db.ts'
import type { FactDimension } from './fact.ts'
import type { StatedFact } from './stated-fact.ts'

type Row = Omit<StatedFact, 'value' | 'dimensions'> & {
  exact: string | null
  dimensions: FactDimension[] | null
}

/** Facts as rules compute with them. Whether a filing is visible yet does not matter here: it was accepted. */
export function statedFactStore(sql: Queryable) {
  const columns = sql`
    x.accession_number, f.form_type, f.filing_date, x.accepted_at, x.document_id, d.document_sha256, x.position,
    x.taxonomy || ':' || x.tag as concept, x.is_extension, x.unit, x.value::text as exact, x.value_text, x.decimals,
    x.decimals_exact, x.nil, x.period_start, coalesce(x.period_end, x.instant) as period_end, x.dimensions, x.context_id,
    x.hidden, x.flags, d.text_sha256, x."start", x."end", x.byte_start, x.byte_end`
  const source = sql`facts x join filings f using (accession_number) join documents d on d.document_id = x.document_id`

  return {
    /** Every fact of a filing, in document order. */
    async ofFiling(accessionNumber: string): Promise<StatedFact[]> {
      const rows = await sql<Row[]>`
        select ${columns} from ${source}
        where x.document_id in (select document_id from xbrl_documents where accession_number = ${accessionNumber})
        order by d.sequence, x.position`
      return rows.map(stated)
    },

    /** Every fact of one document, in its order. */
    async ofDocument(documentId: string): Promise<StatedFact[]> {
      const rows = await sql<Row[]>`
        select ${columns} from ${source} where x.document_id = ${documentId} order by x.position`
      return rows.map(stated)
    },

    /** Facts of the whole entity that earlier filings of a company state for some concepts, in the order of acceptance. */
    async earlier(
      company: { dataset: string; cik: string },
      accepted: { from: string; before: string },
      concepts: readonly string[],
      formTypes: readonly string[],
    ): Promise<StatedFact[]> {
      const tags = concepts.map((concept) => concept.slice(concept.indexOf(':') + 1))
      const rows = await sql<Row[]>`
        select ${columns} from ${source}
        where x.cik = ${company.cik} and x.tag in ${sql(tags)} and x.taxonomy || ':' || x.tag in ${sql([...concepts])}
          and x.accepted_at >= ${accepted.from} and x.accepted_at < ${accepted.before}
          and f.dataset = ${company.dataset} and f.form_type in ${sql([...formTypes])} and x.dimension_hash is null
        order by x.accepted_at, x.document_id, x.position`
      return rows.map(stated)
    },
  }
}

function stated({ exact, value_text, dimensions, ...row }: Row): StatedFact {
  const value = exact === null ? null : Number(exact)
  return {
    ...row,
    value: value !== null && Number.isFinite(value) ? value : null,
    value_text: value_text ?? exact,
    dimensions: dimensions ?? [],
  }
}
