import type { Queryable, Sql } from '../db.ts'
import type { LedgerExtractor } from './store.ts'

/** How far the filings are that are read again because an extractor is new or has changed. */
export interface ExtractorBackfill {
  extractor: string
  to_version: string
  /** The versions found in the ledger when it began; empty for a new extractor. */
  from_versions: string[]
  state: 'running' | 'paused' | 'done'
  /** Filings to read again, and those that were. */
  total: number
  done: number
  started_at: string
  updated_at: string
}

/** Filings to read again for some extractors, whose backfills stand at the same place. */
export interface BackfillBatch {
  extractors: { extractor: string; to_version: string }[]
  /** Oldest accession number first; empty when there is nothing left. */
  filings: { accession_number: string; dataset: 'live' | 'test'; extractors: string[] }[]
}

type Versioned = Pick<LedgerExtractor, 'name' | 'version'>

export function extractorBackfillStore(sql: Sql) {
  /** Filings whose ledger has another version, or no row at all. */
  const outdated = (extractors: readonly Versioned[]) => sql`
    unnest(${extractors.map(({ name }) => name)}::text[], ${extractors.map(({ version }) => version)}::text[])
      as given (extractor, version) cross join filings f
      left join processing p on p.accession_number = f.accession_number and p.extractor = given.extractor
    where p.extractor_version is distinct from given.version`

  return {
    /**
     * Begins a backfill for each extractor whose version in code is not the one the latest backfill went to. Costs one small
     * query when there is none, so that it may be asked all the time. Returns how many filings are to be read again.
     */
    async plan(extractors: readonly Versioned[]): Promise<number> {
      const latest = await sql<{ extractor: string; to_version: string }[]>`
        select distinct on (extractor) extractor, to_version from extractor_backfills
        order by extractor, started_at desc, to_version`
      const known = new Map(latest.map((row) => [row.extractor, row.to_version]))
      const changed = extractors.filter(({ name, version }) => known.get(name) !== version)
      if (changed.length === 0) return 0
      return await sql.begin(async (tx) => {
        const counts = await tx<{ extractor: string; total: number; from_versions: string[] }[]>`
          select given.extractor, count(*)::int as total,
            coalesce(array_agg(distinct p.extractor_version) filter (where p.extractor_version is not null), '{}')
              as from_versions
          from ${outdated(changed)} group by given.extractor`
        const found = new Map(counts.map((row) => [row.extractor, row]))
        const rows = changed
          .map(({ name, version }) => {
            const { total = 0, from_versions = [] } = found.get(name) ?? {}
            const state = total > 0 ? 'running' : 'done'
            return { extractor: name, to_version: version, total, from_versions, state }
          })
          .sort((one, other) => (one.extractor < other.extractor ? -1 : 1))
        await tx`
          update extractor_backfills b set state = 'done', updated_at = now()
          from unnest(${rows.map((row) => row.extractor)}::text[]) as changed (extractor)
          where b.extractor = changed.extractor and b.state <> 'done'`
        await tx`
          insert into extractor_backfills ${tx(rows)}
          on conflict (extractor, to_version) do update set from_versions = excluded.from_versions,
            state = excluded.state, total = excluded.total, done = 0, cursor = '', started_at = now(), updated_at = now()`
        return rows.reduce((sum, row) => sum + row.total, 0)
      })
    },

    /**
     * The filings to read again next, or null when nothing is to be done or another process is doing it. Backfills that began
     * together go on together: a filing is loaded once for all of them.
     */
    async take(limit: number, leaseMs: number): Promise<BackfillBatch | null> {
      const taken = await sql<{ extractor: string; to_version: string; cursor: string }[]>`
        update extractor_backfills b set leased_until = now() + ${leaseMs} * interval '1 millisecond'
        where (b.extractor, b.to_version) in (
          select extractor, to_version from extractor_backfills
          where state = 'running' and leased_until <= now()
            and cursor = (select min(cursor) from extractor_backfills where state = 'running')
            and not exists (select from extractor_backfills where state = 'running' and leased_until > now())
          order by extractor for update)
        returning extractor, to_version, cursor`
      const cursor = taken[0]?.cursor
      if (cursor === undefined) return null
      const extractors = taken.map(({ extractor, to_version }) => ({ extractor, to_version }))
      const versions = extractors.map(({ extractor, to_version }) => ({
        name: extractor,
        version: to_version,
      }))
      const filings = await sql<BackfillBatch['filings']>`
        select f.accession_number, f.dataset, array_agg(given.extractor order by given.extractor) as extractors
        from ${outdated(versions)} and f.accession_number > ${cursor}
        group by f.accession_number, f.dataset order by f.accession_number limit ${limit}`
      return { extractors, filings }
    },

    /** Keeps the batch from being taken by another process for some more time; false when it was paused. */
    async keep({ extractors }: BackfillBatch, leaseMs: number): Promise<boolean> {
      const kept = await sql`
        update extractor_backfills b set leased_until = now() + ${leaseMs} * interval '1 millisecond'
        from unnest(${extractors.map((one) => one.extractor)}::text[], ${extractors.map((one) => one.to_version)}::text[])
          as given (extractor, to_version)
        where b.extractor = given.extractor and b.to_version = given.to_version and b.state = 'running'`
      return kept.count === extractors.length
    },

    /**
     * Moves on behind filings that were read again. At the end the ledger is asked once more: filings that a process of the
     * version before took in meanwhile are gone through as well.
     */
    async advance(
      tx: Queryable,
      { extractors }: BackfillBatch,
      read: BackfillBatch['filings'],
    ): Promise<void> {
      const counts = extractors.map(
        ({ extractor }) => read.filter((filing) => filing.extractors.includes(extractor)).length,
      )
      const last = read.at(-1)?.accession_number ?? null
      await tx`
        update extractor_backfills b set
          done = least(b.total, b.done + given.count), cursor = coalesce(${last}, ''), updated_at = now(),
          leased_until = '-infinity'
        from unnest(${extractors.map((one) => one.extractor)}::text[], ${extractors.map((one) => one.to_version)}::text[],
          ${counts}::int[]) as given (extractor, to_version, count)
        where b.extractor = given.extractor and b.to_version = given.to_version`
      if (last !== null) return
      await tx`
        update extractor_backfills b set state = 'done', total = b.done
        from unnest(${extractors.map((one) => one.extractor)}::text[], ${extractors.map((one) => one.to_version)}::text[])
          as given (extractor, to_version)
        where b.extractor = given.extractor and b.to_version = given.to_version and b.state = 'running'
          and not exists (
            select from filings f left join processing p
              on p.accession_number = f.accession_number and p.extractor = b.extractor
            where p.extractor_version is distinct from b.to_version)`
    },

    /** Stops backfills, of one extractor or all, where they are. Returns how many. */
    async pause(extractor?: string): Promise<number> {
      const paused = await sql`
        update extractor_backfills set state = 'paused', updated_at = now()
        where state = 'running' ${extractor === undefined ? sql`` : sql`and extractor = ${extractor}`}`
      return paused.count
    },

    /** Lets paused backfills go on. Returns how many. */
    async resume(extractor?: string): Promise<number> {
      const resumed = await sql`
        update extractor_backfills set state = 'running', updated_at = now()
        where state = 'paused' ${extractor === undefined ? sql`` : sql`and extractor = ${extractor}`}`
      return resumed.count
    },

    /** The latest backfill of each extractor, or of one. */
    async latest(extractor?: string): Promise<ExtractorBackfill[]> {
      return await sql<ExtractorBackfill[]>`
        select distinct on (extractor) extractor, to_version, from_versions, state, total, done, started_at, updated_at
        from extractor_backfills ${extractor === undefined ? sql`` : sql`where extractor = ${extractor}`}
        order by extractor, started_at desc, to_version`
    },
  }
}

export type ExtractorBackfillStore = ReturnType<typeof extractorBackfillStore>
