import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import type {
  CountInterval,
  SearchCounts,
  SearchIndex,
  SearchPosition,
} from '@sec-latent/core/search/search-index'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { pageOf, viewOf, wholeList } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { questionOf } from './question.ts'
import {
  DEFAULT_HITS,
  SearchCount,
  SearchCountList,
  SearchCountsQuery,
  SearchHighlight,
  SearchHit,
  SearchHitList,
  SearchQuery,
  SearchSnippet,
} from './schema.ts'
import { hitServer, SNIPPETS_PER_HIT } from './serve.ts'

export interface SearchServices {
  searchIndex: SearchIndex
  filings: FilingReadStore
  documents: DocumentReadStore
  entities: EntityReadStore
  objects: ObjectStore
  coverage: CoverageReader
  cursors: CursorCodec
}

/** The reader whose ledger says which filings can be found. */
const READER = ['search_index']

export const searchRoutes: FastifyPluginAsyncTypebox<SearchServices> = async (app, services) => {
  const { searchIndex, entities, coverage, cursors } = services
  for (const schema of [
    SearchHighlight,
    SearchSnippet,
    SearchHit,
    SearchHitList,
    SearchCount,
    SearchCountList,
  ]) {
    app.addSchema(schema)
  }
  const serveHits = hitServer(services)

  app.get(
    '/search',
    {
      config: access({
        priority: 'low',
        scopes: ['search:read'],
        cost: 5,
        problems: ['invalid_query', 'object_unavailable'],
        example: { query: { q: '"risk factors" AND cyber*', limit: 2 } },
      }),
      schema: {
        operationId: 'searchDocuments',
        summary: 'Search the texts of filings',
        description:
          'Finds documents by what they say: exact words and phrases, without case and accents. Every hit comes with passages whose positions in the canonical text can be verified.',
        tags: ['Search'],
        querystring: SearchQuery,
        response: { 200: named(SearchHitList) },
      },
    },
    async (request, reply) => {
      const query = { limit: DEFAULT_HITS, ...request.query }
      const page = pageOf(request, reply, query, cursors)
      const { question, scope } = await questionOf(query, page.view.dataset, entities)
      const order = query.sort ?? '-accepted_at'
      const { hits, next } =
        scope.cik?.length === 0
          ? { hits: [], next: undefined }
          : await searchIndex.search(page.view, question, {
              limit: query.limit,
              order,
              after: positionOf(page.after),
              chunksPerHit: SNIPPETS_PER_HIT,
            })
      return {
        ...page.finishAt(
          await serveHits(page.view, hits, question.query, order === 'relevance'),
          next && [next.relevance, next.accepted_at, next.accession_number, next.sequence, next.section_key],
        ),
        coverage: await coverage(page.view, { scope, empty: hits.length === 0, extractors: READER }),
      }
    },
  )

  app.get(
    '/search/counts',
    {
      config: access({
        priority: 'low',
        scopes: ['search:read'],
        cost: 5,
        problems: ['invalid_query'],
        example: { query: { q: 'cybersecurity', interval: 'quarter' } },
      }),
      schema: {
        operationId: 'listSearchCounts',
        summary: 'Count matches over time',
        description: 'How many documents and filings match, by month, quarter or year and by form.',
        tags: ['Search'],
        querystring: SearchCountsQuery,
        response: { 200: named(SearchCountList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const view = viewOf(request, reply, query.as_of)
      const { question, scope } = await questionOf(query, view.dataset, entities)
      const interval = query.interval ?? 'year'
      const counts: SearchCounts =
        scope.cik?.length === 0
          ? { periods: [], counted_all: true, counted_from: null }
          : await searchIndex.counts(view, question, interval)
      const data = byPeriod(counts.periods, interval)
      return {
        ...wholeList(
          view,
          data,
          await coverage(view, { scope, empty: data.length === 0, extractors: READER }),
        ),
        counted_all: counts.counted_all,
        counted_from: counts.counted_from,
      }
    },
  )
}

function positionOf(after: (string | number)[] | undefined): SearchPosition | undefined {
  if (!after) return undefined
  const [relevance, accepted_at, accession_number, sequence, section_key] = after as [
    number,
    string,
    string,
    number,
    string,
  ]
  return { relevance, accepted_at, accession_number, sequence, section_key }
}

/** A filing has one form, so the counts of a period are the sums over its forms. */
function byPeriod(rows: SearchCounts['periods'], interval: CountInterval) {
  const periods = new Map<string, SearchCounts['periods']>()
  for (const row of rows) periods.set(row.period, [...(periods.get(row.period) ?? []), row])
  return [...periods].map(([period_start, forms]) => ({
    object: 'search_count' as const,
    period_start,
    period_end: lastDay(period_start, interval),
    documents: forms.reduce((sum, form) => sum + form.documents, 0),
    filings: forms.reduce((sum, form) => sum + form.filings, 0),
    by_form: forms.map(({ period: _, ...form }) => form),
  }))
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

function lastDay(firstDay: string, interval: CountInterval): string {
  const [year, month] = firstDay.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 + MONTHS[interval], 0)).toISOString().slice(0, 10)
}
