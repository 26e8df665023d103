import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'
import type { Filer } from '../filings/filing.ts'

/** The write side of entities: everybody a header names, companies and people alike. */
export function entityStore(sql: Sql) {
  return {
    /**
     * Takes over what a header says of its filers. The row of an entity is that of the latest accepted filing, in whatever
     * order filings arrive; names are collected from all of them.
     */
    async recordFilers(
      tx: Queryable,
      filing: { dataset: Dataset; accession_number: string; accepted_at: string },
      filers: Filer[],
    ): Promise<void> {
      // One order for all transactions, so that two filings with the same filers cannot lock each other out.
      const unique = [...new Map(filers.map((filer) => [filer.cik, filer])).values()].sort((a, b) =>
        a.cik < b.cik ? -1 : 1,
      )
      for (const filer of unique) {
        await tx`
          insert into entities as known
            (cik, dataset, name, sic, state_of_incorporation, fiscal_year_end, source_accepted_at, source_accession_number)
          values (${filer.cik}, ${filing.dataset}, ${filer.name}, ${filer.sic}, ${filer.state_of_incorporation},
            ${filer.fiscal_year_end}, ${filing.accepted_at}, ${filing.accession_number})
          on conflict (cik) do update set name = excluded.name, sic = excluded.sic,
            state_of_incorporation = excluded.state_of_incorporation, fiscal_year_end = excluded.fiscal_year_end,
            source_accepted_at = excluded.source_accepted_at, source_accession_number = excluded.source_accession_number
          where (known.source_accepted_at, known.source_accession_number)
            < (excluded.source_accepted_at, excluded.source_accession_number)`
        const names = [{ name: filer.name, changed_on: null }, ...filer.former_names]
        const rows = [...new Map(names.map((one) => [one.name, { cik: filer.cik, ...one }])).values()]
        await tx`
          insert into entity_names ${tx(rows, 'cik', 'name', 'changed_on')}
          on conflict (cik, name) do update set changed_on = greatest(entity_names.changed_on, excluded.changed_on)
          where entity_names.changed_on is distinct from greatest(entity_names.changed_on, excluded.changed_on)`
      }
    },

    /** Takes over tickers; one without an exchange does not erase an exchange that is known. */
    async recordTickers(
      dataset: Dataset,
      tickers: { cik: string; ticker: string; exchange?: string | null }[],
    ): Promise<void> {
      const unique = new Map(tickers.map((one) => [`${one.cik} ${one.ticker}`, one]))
      const rows = [...unique.values()].sort((a, b) => (a.cik + a.ticker < b.cik + b.ticker ? -1 : 1))
      await sql`
        insert into entity_tickers (dataset, cik, ticker, exchange)
        select ${dataset}, given.cik, upper(given.ticker), nullif(given.exchange, '')
        from unnest(${rows.map((row) => row.cik)}::text[], ${rows.map((row) => row.ticker)}::text[],
          ${rows.map((row) => row.exchange ?? '')}::text[]) as given (cik, ticker, exchange)
        on conflict (dataset, cik, ticker) do update
          set exchange = coalesce(excluded.exchange, entity_tickers.exchange)`
    },
  }
}

export type EntityStore = ReturnType<typeof entityStore>
