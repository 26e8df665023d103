import type { Queryable } from '../db.ts'
import { anyOf, type View, visibleFiling, within } from '../knowledge-time.ts'
import { type SearchNode, wantedLeaves } from './query.ts'
import type {
  MatchingChunk,
  SearchCounts,
  SearchFilter,
  SearchHit,
  SearchIndex,
  SearchOrder,
  SearchPosition,
  SearchQuestion,
} from './search-index.ts'
import { anyLeafQuery, anyWordQuery, candidateQuery, isExact, phraseQuery } from './tsquery.ts'
import { pairAddresses } from './word-pairs.ts'

/** Texts whose phrases one request looks up; a page that found too little by then ends early, and its cursor goes on. */
const MAX_VERIFIED = 10_000
/** Texts looked at in the first statement of a request, and how much more in each that follows. */
const FIRST_BATCH = 50
/** Every statement ranks anew. */
const FIRST_RANKED_BATCH = 250
const BATCH_GROWTH = 4
/** Of the texts that match, the latest so many are ranked. */
export const MAX_RANKED = 1_000
/** Texts that are counted: where their words decide, and where phrases must be looked up. */
const MAX_COUNTED = 200_000
const MAX_COUNTED_PHRASES = 20_000
/** Leaves that decide which stretches of a text are shown first. */
const MAX_SHOWN_LEAVES = 8
/** What a word is worth by how often it stands in a text: once, up to 3, up to 9 times, more often. */
const FREQUENCY_WEIGHTS = '{0.3, 0.55, 0.8, 1}'
/** Texts of many different words count a little less, by the logarithm of their number. */
const BY_LENGTH = 1

type Fragment = ReturnType<typeof anyOf>

/** A unit that was looked at. A text without a section that was asked for has one row without a unit. */
interface Examined extends Omit<SearchHit, 'chunks' | 'section_key'> {
  section_key: string | null
  matches: boolean
  /** Texts of the batch. */
  texts: number
}

/** Full-text search in Postgres: the words of a text narrow down, then phrases are looked up text by text. */
export function searchReadStore(sql: Queryable): SearchIndex {
  /** Texts whose words allow a match, within the filter, visible at the moment of the view. */
  function candidates(view: View, { query, filter }: SearchQuestion): Fragment {
    const words = candidateQuery(query, { exclude: filter.section_key === undefined })
    const ofCompany = sql`and d.accession_number in (
      select accession_number from filing_filers where cik in ${sql(filter.cik ?? [''])})`
    return sql`from search_documents d join filings f using (accession_number)
      where d.dataset = ${view.dataset} and d.accepted_at <= ${view.as_of} and ${visibleFiling(sql, view, 'f')}
        ${words === null ? sql`` : sql`and d.terms @@ ${words}::tsquery`} ${filter.cik ? ofCompany : sql``}
        ${anyOf(sql, 'd.form_type', filter.form_type)} ${within(sql, 'd.accepted_at', filter.accepted_at)}
        ${within(sql, 'd.filing_date', filter.filing_date)}`
  }

  const place = (alias: string) =>
    sql`${sql(alias)}.accepted_at, ${sql(alias)}.accession_number, ${sql(alias)}.sequence`

  const placeIn = (alias: string, direction: Fragment) =>
    sql`${sql(alias)}.accepted_at ${direction}, ${sql(alias)}.accession_number ${direction}, ${sql(alias)}.sequence ${direction}`

  /** A text with very many different words has several rows of words, and is one text. */
  const text = sql`d.accepted_at, d.accession_number, d.sequence, d.document_id, d.form_type, d.filing_date`

  /** Texts by time, behind a place; at it, too, where several sections of one text can match. */
  function byTime(
    view: View,
    question: SearchQuestion,
    page: { ascending: boolean; limit: number; after?: SearchPosition },
  ): Fragment {
    const { after } = page
    const direction = page.ascending ? sql`asc` : sql`desc`
    const beyond = beyondPlace(question, page.ascending)
    return sql`select ${text}, 0::real as relevance ${candidates(view, question)}
      ${
        after
          ? sql`and (${place('d')}) ${beyond} (${after.accepted_at}::timestamptz, ${after.accession_number}, ${after.sequence}::int)`
          : sql``
      }
      group by ${text} order by ${placeIn('d', direction)} limit ${page.limit}`
  }

  /** The latest texts by relevance, behind a place. */
  function byRelevance(
    view: View,
    question: SearchQuestion,
    page: { limit: number; after?: SearchPosition },
  ): Fragment {
    const { after } = page
    const words = anyWordQuery(wantedLeaves(question.query))
    return sql`select * from (
        select ${text},
          max(ts_rank(${FREQUENCY_WEIGHTS}::real[], d.terms, ${words}::tsquery, ${BY_LENGTH}))::real as relevance
        ${candidates(view, question)}
        group by ${text} order by ${placeIn('d', sql`desc`)} limit ${MAX_RANKED}) latest
      ${
        after
          ? sql`where (relevance, ${place('latest')}) ${beyondPlace(question, false)} (${after.relevance}::real,
              ${after.accepted_at}::timestamptz, ${after.accession_number}, ${after.sequence}::int)`
          : sql``
      }
      order by relevance desc, ${placeIn('latest', sql`desc`)} limit ${page.limit}`
  }

  function beyondPlace({ filter }: SearchQuestion, ascending: boolean): Fragment {
    if (filter.section_key) return ascending ? sql`>=` : sql`<=`
    return ascending ? sql`>` : sql`<`
  }

  /** The units a text is asked by: itself, or those of its sections that the filter names. */
  function units({ section_key }: SearchFilter): Fragment {
    if (!section_key) return sql`cross join (values (''::text)) unit (section_key)`
    return sql`left join lateral (
      select distinct section_key from search_chunks
      where document_id = d.document_id and section_key in ${sql(section_key)}) unit on true`
  }

  /** True when a unit matches. Scalar subqueries are evaluated text by text, never for the whole table. */
  function matching(node: SearchNode, bySection: boolean): Fragment {
    if (node.kind === 'not') return sql`not ${matching(node.part, bySection)}`
    if (node.kind !== 'words') {
      const [first, ...rest] = node.parts.map((part) => matching(part, bySection)) as [
        Fragment,
        ...Fragment[],
      ]
      const operator = node.kind === 'and' ? sql`and` : sql`or`
      return sql`(${rest.reduce((all, part) => sql`${all} ${operator} ${part}`, first)})`
    }
    const asked = phraseQuery(node)
    if (!bySection && node.words.length === 1) {
      return sql`coalesce((select true from search_documents p
        where p.document_id = d.document_id and p.terms @@ ${asked}::tsquery limit 1), false)`
    }
    const places = sql`coalesce((select true from search_chunks c
      where c.document_id = d.document_id ${bySection ? sql`and c.section_key = unit.section_key` : sql``}
        and c.terms @@ ${asked}::tsquery limit 1), false)`
    const pairs = pairAddresses(node)
    if (pairs.length === 0) return places
    const held = pairs.map(({ first, step }) => sql`and has_word_pair(p.pairs, ${first}, ${step})`)
    return sql`case when exists (select from search_documents p
      where p.document_id = d.document_id and p.part = 0 ${held}) then ${places} else false end`
  }

  /** Where the words of whole texts decide, the candidates are the matches. */
  function matches({ query, filter }: SearchQuestion): Fragment {
    if (filter.section_key) return sql`unit.section_key is not null and ${matching(query, true)}`
    return isExact(query) ? sql`true` : matching(query, false)
  }

  async function examine(
    view: View,
    question: SearchQuestion,
    page: { order: SearchOrder; limit: number; after?: SearchPosition },
  ): Promise<Examined[]> {
    const { order, limit, after } = page
    const ascending = order === 'accepted_at'
    const direction = ascending ? sql`asc` : sql`desc`
    const ranked = order === 'relevance'
    return await sql<Examined[]>`
      with found as materialized (
        ${ranked ? byRelevance(view, question, { limit, after }) : byTime(view, question, { ascending, limit, after })})
      select d.*, unit.section_key, o.document_type, o.document_sha256, o.text_sha256, ${matches(question)} as matches,
        (select count(*)::int from found) as texts
      from found d join documents o using (document_id) ${units(question.filter)}
      order by ${ranked ? sql`d.relevance desc,` : sql``} ${placeIn('d', direction)}, unit.section_key collate "C"`
  }

  /** For each hit the stretches in which most of the query's leaves stand. */
  async function chunksOf(
    hits: Omit<SearchHit, 'chunks'>[],
    { query }: SearchQuestion,
    limit: number,
  ): Promise<Map<string, MatchingChunk[]>> {
    const found = new Map<string, MatchingChunk[]>()
    if (hits.length === 0) return found
    const leaves = wantedLeaves(query)
    const [first, ...rest] = leaves
      .slice(0, MAX_SHOWN_LEAVES)
      .map((leaf) => sql`(c.terms @@ ${phraseQuery(leaf)}::tsquery)::int`) as [Fragment, ...Fragment[]]
    const rows = await sql<(MatchingChunk & { hit: number })[]>`
      select h.hit, m.section_key, m."start", m."end", m.byte_start, m.byte_end, m.chunk_sha256
      from unnest(${hits.map((hit) => hit.document_id)}::text[], ${hits.map((hit) => hit.section_key)}::text[])
        with ordinality h (document_id, section_key, hit)
      cross join lateral (
        select c.*, ${rest.reduce((sum, one) => sql`${sum} + ${one}`, first)} as leaves from search_chunks c
        where c.document_id = h.document_id and (h.section_key = '' or c.section_key = h.section_key)
          and c.terms @@ ${anyLeafQuery(leaves)}::tsquery
        order by leaves desc, c.chunk limit ${limit}) m
      order by h.hit, m.chunk`
    for (const { hit, ...chunk } of rows) {
      const address = addressOf(hits[hit - 1] as SearchHit)
      found.set(address, [...(found.get(address) ?? []), chunk])
    }
    return found
  }

  return {
    async search(view, question, page) {
      const hits: Omit<SearchHit, 'chunks'>[] = []
      const first = page.order === 'relevance' ? FIRST_RANKED_BATCH : FIRST_BATCH
      let limit = Math.max(first, page.limit + 1)
      let after = page.after
      let next: SearchPosition | undefined
      for (let examined = 0; ; ) {
        const rows = await examine(view, question, { order: page.order, limit, after })
        const behind: SearchPosition | undefined = after
        for (const row of rows.filter((one) => !behind || isBeyond(one, behind))) {
          if (row.matches && hits.length === page.limit) next = positionOf(hits.at(-1) as SearchHit)
          if (next) break
          if (row.matches) hits.push(hitOf(row))
          after = positionOf(row)
        }
        const texts = rows[0]?.texts ?? 0
        examined += texts
        if (next || texts < limit) break
        if (examined >= MAX_VERIFIED) {
          next = after
          break
        }
        limit *= BATCH_GROWTH
      }
      const chunks = await chunksOf(hits, question, page.chunksPerHit)
      return { hits: hits.map((hit) => ({ ...hit, chunks: chunks.get(addressOf(hit)) ?? [] })), next }
    },

    async counts(view, question, interval): Promise<SearchCounts> {
      const lookedUp = question.filter.section_key !== undefined || !isExact(question.query)
      const limit = lookedUp ? MAX_COUNTED_PHRASES : MAX_COUNTED
      const [row] = await sql<
        { periods: SearchCounts['periods'] | null; texts: number; earliest: string | null }[]
      >`
        with found as materialized (${byTime(view, question, { ascending: false, limit })}),
        periods as (
          select date_trunc(${interval}, d.filing_date::timestamp)::date as period, d.form_type,
            count(distinct d.document_id) as documents, count(distinct d.accession_number) as filings
          from found d ${units(question.filter)} where ${matches(question)} group by 1, 2)
        select (select jsonb_agg(p order by p.period, p.form_type) from periods p) as periods,
          (select count(*)::int from found) as texts, (select min(accepted_at) from found) as earliest`
      const all = (row?.texts ?? 0) < limit
      return {
        periods: row?.periods ?? [],
        counted_all: all,
        counted_from: all ? null : (row?.earliest ?? null),
      }
    },
  }
}

/** Behind a position in the order of texts: another text, or a later section of the same one. */
function isBeyond(row: Examined, after: SearchPosition): boolean {
  if (row.accession_number !== after.accession_number || row.sequence !== after.sequence) return true
  return (row.section_key ?? '') > after.section_key
}

function positionOf(row: Examined | SearchHit | Omit<SearchHit, 'chunks'>): SearchPosition {
  const { relevance, accepted_at, accession_number, sequence, section_key } = row
  return { relevance, accepted_at, accession_number, sequence, section_key: section_key ?? '' }
}

function hitOf({ matches: _, texts: __, ...row }: Examined): Omit<SearchHit, 'chunks'> {
  return { ...row, section_key: row.section_key ?? '' }
}

function addressOf({ document_id, section_key }: { document_id: string; section_key: string }): string {
  return `${document_id} ${section_key}`
}
