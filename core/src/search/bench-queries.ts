import { parseQuery } from './parse-query.ts'
import type { SearchIndex, SearchOrder } from './search-index.ts'

/** What people look for in filings: phrases that are common, rare, and rare though their words are common. */
const PHRASES = [
  'going concern',
  'material weakness',
  'substantial doubt',
  'risk factors',
  'supply chain',
  'climate change',
  'internal control over financial reporting',
  'forward-looking statements',
  'goodwill impairment',
  'revolving credit facility',
  'change in control',
  'related party transactions',
  'critical accounting policies',
  'interest rate swap',
  'foreign currency exchange',
  'cybersecurity incident',
  'class action',
  'stock repurchase program',
  'quarterly dividend',
  'segment reporting',
  'Rule 10b5-1',
  'Sarbanes-Oxley Act',
  'non-GAAP financial measures',
  'weighted average shares',
  'deferred tax assets',
  'letter of intent',
  'resigned as a director',
  'poison pill',
  'white knight',
  'of the and',
  'the company the',
  'business of risk',
] as const

const QUESTIONS: { kind: string; order: SearchOrder; queries: readonly string[] }[] = [
  { kind: 'phrase, latest first', order: '-accepted_at', queries: PHRASES.map((phrase) => `"${phrase}"`) },
  { kind: 'phrase, by relevance', order: 'relevance', queries: PHRASES.map((phrase) => `"${phrase}"`) },
  { kind: 'all words, latest first', order: '-accepted_at', queries: PHRASES },
  {
    kind: 'two phrases and a NOT, latest first',
    order: '-accepted_at',
    queries: PHRASES.slice(0, -1).map((phrase, at) => `("${phrase}" OR "${PHRASES[at + 1]}") NOT litigat*`),
  },
]
const RUNS = 3
const PAGE = 10

export interface QueryTimes {
  kind: string
  /** Milliseconds of one page with the places of its snippets. */
  p50: number
  p95: number
  /** Hits on a page, on average. */
  found: number
}

/** Times pages of questions, and counts, on an index as it is; the first run of each question warms it and is not counted. */
export async function measureQueries(index: SearchIndex, latest: string): Promise<QueryTimes[]> {
  const view = {
    dataset: 'test' as const,
    as_of: new Date(Date.parse(latest) + 365 * 86_400_000).toISOString(),
  }
  const times: QueryTimes[] = []
  for (const { kind, order, queries } of QUESTIONS) {
    times.push(
      await timed(kind, queries, async (query) => {
        const page = { limit: PAGE, order, chunksPerHit: 3 }
        return (await index.search(view, { query: parseQuery(query), filter: {} }, page)).hits.length
      }),
    )
  }
  times.push(
    await timed('phrase in risk factors, latest first', PHRASES, async (query) => {
      const question = { query: parseQuery(`"${query}"`), filter: { section_key: ['10k.item_1a'] } }
      return (await index.search(view, question, { limit: PAGE, order: '-accepted_at', chunksPerHit: 3 }))
        .hits.length
    }),
    await timed('counts of a phrase by year', PHRASES, async (query) => {
      return (await index.counts(view, { query: parseQuery(`"${query}"`), filter: {} }, 'year')).periods
        .length
    }),
  )
  return times
}

async function timed(
  kind: string,
  queries: readonly string[],
  ask: (query: string) => Promise<number>,
): Promise<QueryTimes> {
  const elapsed: number[] = []
  let found = 0
  for (const query of queries) {
    found += await ask(query)
    for (let run = 0; run < RUNS; run++) {
      const began = performance.now()
      await ask(query)
      elapsed.push(performance.now() - began)
    }
  }
  elapsed.sort((a, b) => a - b)
  const at = (share: number) => elapsed[Math.min(elapsed.length - 1, Math.floor(share * elapsed.length))] ?? 0
  return { kind, p50: at(0.5), p95: at(0.95), found: found / queries.length }
}
