import type { Queryable } from '../db.ts'
import { anyOf, COUNT_CEILING, type Total, totalOf, type View } from '../knowledge-time.ts'

/** A company, fund or person as it is served: as the latest visible header names it. */
export interface PublishedEntity {
  cik: string
  name: string
  sic: string | null
  state_of_incorporation: string | null
  fiscal_year_end: string | null
  tickers: { ticker: string; exchange: string | null }[]
  source_accession_number: string
  source_accepted_at: string
}

export interface EntityFilter {
  q?: string
  cik?: string[]
  sic?: string[]
  state_of_incorporation?: string[]
  /** An exchange on which a ticker of the entity is traded today; case does not matter. */
  exchange?: string[]
}

export interface EntityName {
  name: string
  changed_on: string | null
}

export function entityReadStore(sql: Queryable) {
  const columns = sql`e.cik, e.name, e.sic, e.state_of_incorporation, e.fiscal_year_end, e.source_accession_number,
    e.source_accepted_at, coalesce((
      select jsonb_agg(jsonb_build_object('ticker', ticker, 'exchange', exchange) order by ticker)
      from entity_tickers where dataset = e.dataset and cik = e.cik), '[]') as tickers`

  /** The text must stand at the beginning of a word of a present or former name; `%` and `_` mean themselves. */
  function matching(view: View, filter: EntityFilter) {
    return sql`from entities e where e.dataset = ${view.dataset}
      ${
        filter.q === undefined
          ? sql``
          : sql`and e.cik in (
              select cik from entity_names where ' ' || lower(name) like ${`% ${escapeLike(filter.q.toLowerCase())}%`})`
      }
      ${anyOf(sql, 'e.cik', filter.cik)} ${anyOf(sql, 'e.sic', filter.sic)}
      ${anyOf(sql, 'e.state_of_incorporation', filter.state_of_incorporation)}
      ${
        filter.exchange === undefined
          ? sql``
          : sql`and e.cik in (
              select cik from entity_tickers
              where dataset = ${view.dataset} and lower(exchange) in ${sql(filter.exchange.map((one) => one.toLowerCase()))})`
      }`
  }

  return {
    async list(
      view: View,
      filter: EntityFilter,
      page: { limit: number; after?: { cik: string } },
    ): Promise<PublishedEntity[]> {
      return await sql<PublishedEntity[]>`
        select ${columns} ${matching(view, filter)} ${page.after ? sql`and e.cik > ${page.after.cik}` : sql``}
        order by e.cik limit ${page.limit}`
    },

    async count(view: View, filter: EntityFilter): Promise<Total> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from (select 1 ${matching(view, filter)} limit ${COUNT_CEILING + 1}) matching`
      return totalOf(row?.count ?? 0)
    },

    async find(view: View, cik: string): Promise<PublishedEntity | undefined> {
      const [row] = await sql<PublishedEntity[]>`
        select ${columns} from entities e where e.dataset = ${view.dataset} and e.cik = ${cik}`
      return row
    },

    /** All names of an entity, the current one first. */
    async names(cik: string): Promise<EntityName[]> {
      return await sql<EntityName[]>`
        select n.name, n.changed_on from entity_names n join entities e using (cik) where cik = ${cik}
        order by (n.name = e.name) desc, n.changed_on desc nulls first, n.name`
    },

    async tickers(
      dataset: View['dataset'],
      cik: string,
    ): Promise<{ ticker: string; exchange: string | null }[]> {
      return await sql<{ ticker: string; exchange: string | null }[]>`
        select ticker, exchange from entity_tickers where dataset = ${dataset} and cik = ${cik} order by ticker`
    },

    /** Entities that carry one of the tickers today, or that had one of the names; case does not matter. */
    async named(
      view: View,
      wanted: { tickers: string[]; names: string[] },
    ): Promise<{ by: 'ticker' | 'name'; value: string; cik: string; current: boolean }[]> {
      const { tickers, names } = wanted
      return await sql`
        select 'ticker' as by, t.ticker as value, t.cik, true as current
        from entity_tickers t join entities e using (dataset, cik)
        where t.dataset = ${view.dataset} and t.ticker = any(${tickers}::text[])
        union all
        select 'name', lower(n.name), n.cik, n.name = e.name
        from entity_names n join entities e using (cik)
        where e.dataset = ${view.dataset} and lower(n.name) = any(${names.map((name) => name.toLowerCase())}::text[])
        order by 1, 2, 3`
    },

    /** Companies that carry one of the tickers today, covered or not. */
    async ciksOfTickers(dataset: View['dataset'], tickers: string[]): Promise<string[]> {
      const rows = await sql<{ cik: string }[]>`
        select distinct cik from entity_tickers where dataset = ${dataset} and ticker in ${sql(tickers)}`
      return rows.map((row) => row.cik)
    },
  }
}
export type EntityReadStore = ReturnType<typeof entityReadStore>

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
