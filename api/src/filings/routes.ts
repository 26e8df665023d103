import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import { parseEdgarUrl } from '@sec-latent/core/edgar/urls'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { FilingReadStore, PublishedFiling } from '@sec-latent/core/filings/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accountOf, pageOf, rangeOf, viewOf, wholeList } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { FilingsNow } from './details-together.ts'
import { accessionOf, findFiling } from './find.ts'
import {
  Address,
  AsOfQuery,
  Custody,
  Filer,
  FilerDetail,
  Filing,
  FilingDetail,
  FilingHeader,
  FilingList,
  FilingParams,
  FilingQuery,
  RelatedFiling,
  RelatedFilingList,
  ResolvedUrl,
  ResolveQuery,
} from './schema.ts'
import { companyScope } from './scope.ts'

export interface FilingServices {
  filings: FilingReadStore
  filingsNow: FilingsNow
  documents: DocumentReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

const SCHEMAS = [
  Filer,
  Filing,
  FilingList,
  ResolvedUrl,
  Address,
  FilerDetail,
  FilingHeader,
  Custody,
  FilingDetail,
  RelatedFiling,
  RelatedFilingList,
]

export const filingRoutes: FastifyPluginAsyncTypebox<FilingServices> = async (app, services) => {
  const { filings, filingsNow, documents, entities, coverage, cursors } = services
  for (const schema of SCHEMAS) app.addSchema(schema)

  app.get(
    '/filings',
    {
      config: access({ scopes: ['filings:read'], example: { query: { form_type: '10-K', limit: 2 } } }),
      schema: {
        operationId: 'listFilings',
        summary: 'List filings',
        description:
          'Filings in the order of acceptance, filtered by company, form, item and time. Pages stay consistent while filings arrive: all of them are true for the moment of the first.',
        tags: ['Filings'],
        querystring: FilingQuery,
        response: { 200: named(FilingList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const scope = await companyScope(query, page.view.dataset, entities)
      const filter = {
        ...scope,
        item_code: query.item_code,
        amends: query.amends?.map(accessionOf),
        accepted_at: rangeOf(query, 'accepted_at'),
        filing_date: exactly(query.filing_date, rangeOf(query, 'filing_date')),
        period_of_report: exactly(query.period_of_report, rangeOf(query, 'period_of_report')),
      }
      const nobody = scope.cik?.length === 0
      const [accepted_at, accession_number] = (page.after ?? []) as string[]
      const after = accepted_at && accession_number ? { accepted_at, accession_number } : undefined
      const order = query.sort === 'accepted_at' ? 'asc' : 'desc'
      const listed = nobody
        ? Promise.resolve([])
        : filings.list(page.view, filter, { limit: page.limit, order, after })
      const [rows, covered] = await Promise.all([
        listed,
        coverage(page.view, { scope, empty: listed.then((all) => all.length === 0) }),
      ])
      const total = query.include?.includes('total')
        ? nobody
          ? { value: 0, relation: 'eq' as const }
          : await filings.count(page.view, filter)
        : undefined
      return {
        ...page.finish(rows.map(toFiling), (filing) => [filing.accepted_at, filing.accession_number]),
        coverage: covered,
        ...(total ? { total } : {}),
      }
    },
  )

  app.get(
    '/filings/resolve',
    {
      config: access({
        scopes: ['filings:read'],
        problems: ['not_a_filing_url', 'filing_not_found', 'filing_not_published'],
        example: {
          query: {
            url: 'https://www.sec.gov/Archives/edgar/data/9990001/000999000125000003/0009990001-25-000003-index.htm',
          },
        },
      }),
      schema: {
        operationId: 'resolveFilingUrl',
        summary: 'Find the filing of an EDGAR URL',
        description: 'Takes any URL EDGAR uses for a filing or one of its documents and returns the filing.',
        tags: ['Filings'],
        querystring: ResolveQuery,
        response: { 200: named(ResolvedUrl) },
      },
    },
    async (request, reply) => {
      const { url, as_of } = request.query
      const view = viewOf(request, reply, as_of)
      const address = parseEdgarUrl(url)
      if (!address) throw new ProblemError('not_a_filing_url')
      const filing = await findFiling(filings, view, address.accession_number)
      const document = address.file_name
        ? await documents.findByFileName(filing.accession_number, address.file_name)
        : undefined
      return {
        object: 'resolved_url' as const,
        url,
        accession_number: filing.accession_number,
        cik: address.cik ?? null,
        document_id: document?.document_id ?? null,
        filing: toFiling(filing),
      }
    },
  )

  app.get(
    '/filings/:accession_number',
    {
      config: access({
        scopes: ['filings:read'],
        problems: ['filing_not_found', 'filing_not_published'],
        example: { path: { accession_number: '0009990001-25-000003' } },
      }),
      schema: {
        operationId: 'getFiling',
        summary: 'Get a filing',
        description:
          'One filing by its accession number, with dashes or as 18 digits: all its header says, the filing it amends, and whether EDGAR still serves the bytes that were first seen.',
        tags: ['Filings'],
        params: FilingParams,
        querystring: AsOfQuery,
        response: { 200: named(FilingDetail) },
      },
    },
    async (request, reply) => {
      const accessionNumber = accessionOf(request.params.accession_number)
      if (request.query.as_of === undefined) {
        const { as_of, filing } = await filingsNow[accountOf(request).dataset].read(accessionNumber)
        reply.header('latent-as-of', as_of)
        if (filing) return { object: 'filing' as const, ...filing }
      }
      const view = viewOf(request, reply, request.query.as_of)
      const filing = await findFiling(filings, view, accessionNumber)
      return { object: 'filing' as const, ...(await filings.detail(view, filing)) }
    },
  )

  app.get(
    '/filings/:accession_number/related',
    {
      config: access({
        scopes: ['filings:read'],
        problems: ['filing_not_found', 'filing_not_published'],
        example: { path: { accession_number: '0009990900-25-000010' } },
      }),
      schema: {
        operationId: 'listRelatedFilings',
        summary: 'List the filings that belong to a filing',
        description:
          'The original an amendment amends, the amendments of a filing, other amendments of the same original, and what withdraws or ends the registration under the same file number. Earliest first.',
        tags: ['Filings'],
        params: FilingParams,
        querystring: AsOfQuery,
        response: { 200: named(RelatedFilingList) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, request.query.as_of)
      const filing = await findFiling(filings, view, accessionOf(request.params.accession_number))
      const related = await filings.related(view, filing)
      return wholeList(
        view,
        related.map(({ relation, filing: other }) => ({
          object: 'related_filing' as const,
          relation,
          filing: toFiling(other),
        })),
        await coverage(view, {
          scope: { cik: filing.filers.map(({ cik }) => cik) },
          empty: related.length === 0,
        }),
      )
    },
  )
}

function toFiling(filing: PublishedFiling): Filing {
  return { object: 'filing', ...filing }
}

/** An exact value is a range of one. */
function exactly(value: string | undefined, range: ReturnType<typeof rangeOf>) {
  if (value === undefined) return range
  return { ...range, gte: later(range?.gte, value), lte: earlier(range?.lte, value) }
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b
}

function earlier(a: string | undefined, b: string): string {
  return a !== undefined && a < b ? a : b
}
