import type { Queryable } from '../db.ts'
import type { FactDimension } from './fact.ts'
import type { StatedFact } from './stated-fact.ts'

type Row = Omit<StatedFact, 'value' | 'dimensions'> & {
  exact: string | null
  dimensions: FactDimension[] | null
}

/** A number of a filing, and the latest earlier word of the company on the same thing. */
export interface RevisedFact {
  now: StatedFact
  before: StatedFact
}

/** What comparing a filing with its company's earlier ones comes to. */
export interface RevisedFacts {
  /** Numbers that an earlier filing states as well. */
  compared: number
  /** Those of them that differ by more than rounding explains, in document order. */
  revised: RevisedFact[]
}

/** More differences than any restatement has; beyond it a filing is no revision but a different company. */
const MAX_REVISED = 2_000

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

    /**
     * Facts that earlier filings of a company state for some concepts, in the order of acceptance: those of the whole entity,
     * or with `parts` those of classes of stock and other parts too.
     */
    async earlier(
      company: { dataset: string; cik: string },
      accepted: { from: string; before: string },
      concepts: readonly string[],
      formTypes: readonly string[],
      parts = false,
    ): Promise<StatedFact[]> {
      const tags = concepts.map((concept) => concept.slice(concept.indexOf(':') + 1))
      const rows = await sql<Row[]>`
        select ${columns} from ${source}
        where x.cik = ${company.cik} and x.tag in ${sql(tags)} and x.taxonomy || ':' || x.tag in ${sql([...concepts])}
          and x.accepted_at >= ${accepted.from} and x.accepted_at < ${accepted.before}
          and f.dataset = ${company.dataset} and f.form_type in ${sql([...formTypes])}
          ${parts ? sql`` : sql`and x.dimension_hash is null`}
        order by x.accepted_at, x.document_id, x.position`
      return rows.map(stated)
    },

    /** Some concepts of some filings, facts of the whole entity only, in the order of acceptance. */
    async ofFilings(accessionNumbers: readonly string[], concepts: readonly string[]): Promise<StatedFact[]> {
      if (accessionNumbers.length === 0 || concepts.length === 0) return []
      const rows = await sql<Row[]>`
        select ${columns} from ${source}
        where x.document_id in (select document_id from xbrl_documents where accession_number in ${sql([...accessionNumbers])})
          and x.taxonomy || ':' || x.tag in ${sql([...concepts])} and x.dimension_hash is null
        order by x.accepted_at, x.document_id, x.position`
      return rows.map(stated)
    },

    /**
     * Numbers of a filing beside the latest earlier statement of the same concept, unit and period, both of the whole entity.
     * They differ when they are further apart than half of the last digit of either and than `share` of the earlier one. A
     * period is not looked for in filings accepted before it ended: that, and one index scan per number, keeps it fast.
     */
    async revisedBy(
      filing: { accession_number: string; dataset: string; cik: string },
      accepted: { from: string; before: string },
      formTypes: readonly string[],
      share: number,
    ): Promise<RevisedFacts> {
      const [found] = await sql<{ compared: number; places: [string, number, string, number][] }[]>`
        with current as materialized (
          select distinct on (x.taxonomy, x.tag, x.unit, x.period_start, coalesce(x.period_end, x.instant))
            x.document_id, x.position, x.taxonomy, x.tag, x.unit, x.value, x.period_start,
            coalesce(x.period_end, x.instant) as ended, case when x.decimals_exact then null else x.decimals end as decimals
          from facts x
          where x.document_id in (select document_id from xbrl_documents where accession_number = ${filing.accession_number})
            and x.cik = ${filing.cik} and x.dimension_hash is null and x.value is not null and x.unit is not null
            and x.taxonomy not in ('dei', 'ecd', 'cyd') and not x.flags @> array['inconsistent_duplicate']
            and coalesce(x.period_end, x.instant) is not null
          order by x.taxonomy, x.tag, x.unit, x.period_start, coalesce(x.period_end, x.instant),
            x.decimals_exact desc, x.decimals desc nulls last, x.document_id, x.position
        ), known as materialized (
          select f.accession_number from filings f
          where f.accession_number in (
              select accession_number from filing_filers
              where cik = ${filing.cik} and accepted_at >= ${accepted.from} and accepted_at < ${accepted.before})
            and f.dataset = ${filing.dataset} and f.form_type in ${sql([...formTypes])}
        ), pairs as materialized (
          select c.document_id, c.position, p.document_id as before_document_id, p.position as before_position,
            abs(c.value - p.value) > greatest(
              coalesce(power(10::numeric, -c.decimals) / 2, 0), coalesce(power(10::numeric, -p.decimals) / 2, 0),
              ${share}::numeric * abs(p.value)) as revised
          from current c cross join lateral (
            select e.document_id, e.position, e.value, case when e.decimals_exact then null else e.decimals end as decimals
            from facts e
            where e.cik = ${filing.cik} and e.tag = c.tag and e.taxonomy = c.taxonomy
              and e.accepted_at >= greatest(${accepted.from}::timestamptz, c.ended::timestamptz)
              and e.accepted_at < ${accepted.before}
              and coalesce(e.period_end, e.instant) = c.ended and e.period_start is not distinct from c.period_start
              and e.unit = c.unit and e.dimension_hash is null and e.value is not null
              and not e.flags @> array['inconsistent_duplicate']
              and e.accession_number in (select accession_number from known)
            order by e.accepted_at desc, e.document_id desc, e.decimals_exact desc, e.decimals desc nulls last, e.position
            limit 1
          ) p
        )
        select count(*)::int as compared,
          coalesce(jsonb_agg(jsonb_build_array(document_id, position, before_document_id, before_position))
            filter (where revised), '[]') as places
        from pairs`
      const places = (found?.places ?? []).slice(0, MAX_REVISED)
      const facts = await this.at(places.flatMap(([a, b, c, d]) => [[a, b] as const, [c, d] as const]))
      const byPlace = new Map(facts.map((fact) => [`${fact.document_id} ${fact.position}`, fact]))
      const revised = places.flatMap(([document, position, beforeDocument, beforePosition]) => {
        const now = byPlace.get(`${document} ${position}`)
        const before = byPlace.get(`${beforeDocument} ${beforePosition}`)
        return now && before ? [{ now, before }] : []
      })
      revised.sort(
        (one, other) =>
          compareText(one.now.document_id, other.now.document_id) || one.now.position - other.now.position,
      )
      return { compared: found?.compared ?? 0, revised }
    },

    /** Facts by document and position. */
    async at(places: readonly (readonly [string, number])[]): Promise<StatedFact[]> {
      if (places.length === 0) return []
      const rows = await sql<Row[]>`
        select ${columns} from ${source}
        where (x.document_id, x.position) in (
          select * from unnest(${places.map(([id]) => id)}::text[], ${places.map(([, position]) => position)}::int[]))`
      return rows.map(stated)
    },
  }
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
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
