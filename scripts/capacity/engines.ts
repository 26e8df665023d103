import { totalOf } from './database-sizes.ts'
import type { MeasuredFilings } from './measured.ts'
import type { AverageFiling } from './model.ts'

/**
 * The sizes of decision 0020 at which another engine takes over, as numbers; a test holds them against its words. What queues
 * and limits want of a Redis Cluster is a busy processor and no size, so it is not here.
 */
export const LIMITS = {
  /** Ranked search and phrases in order of time: p95 over a second. */
  OpenSearch: { of: 'texts', limit: 100_000 },
  ClickHouse: { of: 'facts', limit: 1_000_000_000 },
  Citus: { of: 'filings', limit: 200_000_000 },
} as const
export type Engine = keyof typeof LIMITS

/** What one filing of EDGAR adds on average to what each limit counts. */
export function perFiling(
  filing: AverageFiling,
  measured: Pick<MeasuredFilings, 'tables'>,
): Record<(typeof LIMITS)[Engine]['of'], number> {
  const texts = measured.tables.search_documents
  const bytesOfText = texts && texts.rows > 0 ? totalOf(texts) / texts.rows : Number.POSITIVE_INFINITY
  return { texts: (filing.tables.search_documents ?? 0) / bytesOfText, facts: filing.facts, filings: 1 }
}

/** At how many filings each engine takes over, and whether that many are kept. */
export function takeovers(counts: ReturnType<typeof perFiling>, filings: number) {
  return (Object.keys(LIMITS) as Engine[]).map((engine) => {
    const { of, limit } = LIMITS[engine]
    return {
      engine,
      of,
      limit,
      kept: Math.round(counts[of] * filings),
      at_filings: counts[of] > 0 ? Math.round(limit / counts[of]) : Number.POSITIVE_INFINITY,
      reached: counts[of] * filings >= limit,
    }
  })
}
