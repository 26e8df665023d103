import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { StatementPage, StatementReadStore } from '@sec-latent/core/statements/read-store'
import { statementReader } from '@sec-latent/core/statements/reader'
import { STATEMENT_KINDS } from '@sec-latent/core/statements/statement-kind'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { findEntity } from '../entities/find.ts'
import { accessionOf } from '../filings/find.ts'
import { type PageRequest, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { StatementList, StatementParams, StatementQuery, statementSchemas } from './schema.ts'

export interface StatementServices {
  statements: StatementReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

/** The statements themselves; notes are asked for by name. */
const MAIN_KINDS = STATEMENT_KINDS.filter((kind) => kind !== 'notes' && kind !== 'other')

export const statementRoutes: FastifyPluginAsyncTypebox<StatementServices> = async (app, services) => {
  const { statements, entities, coverage, cursors } = services
  for (const schema of statementSchemas) app.addSchema(schema)

  app.get(
    '/entities/:cik/statements',
    {
      config: access({
        scopes: ['facts:read'],
        problems: ['entity_not_found'],
        example: {
          path: { cik: '0009990001' },
          query: { view: 'as_filed', statement: 'balance_sheet', limit: 1 },
        },
      }),
      schema: {
        operationId: 'listStatements',
        summary: 'List financial statements',
        description:
          'Statements of the annual and quarterly reports of a company, standardised to the same lines for every company or as filed, with the fact behind each value.',
        tags: ['Numbers'],
        params: StatementParams,
        querystring: StatementQuery,
        response: { 200: named(StatementList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik } = await findEntity(entities, page.view, request.params.cik)
      const { view = 'standardized', statement, period_type } = query
      if (view === 'as_filed' && period_type)
        throw ProblemError.parameter(
          'period_type',
          'period_type is only for view=standardized: a filed statement has columns of several periods.',
        )
      const filter = {
        cik,
        accession_number: query.accession_number?.map(accessionOf),
        document_fiscal_year: query.document_fiscal_year,
        document_fiscal_period: query.document_fiscal_period,
      }
      const rows =
        view === 'as_filed'
          ? (
              await statements.asFiled(
                page.view,
                { ...filter, statement: statement ?? MAIN_KINDS },
                storePage(page, query),
              )
            ).map((row) => ({ object: 'filed_statement' as const, ...row }))
          : (
              await statements.standard(
                page.view,
                { ...filter, statement, period_type },
                storePage(page, query),
              )
            ).map((row) => ({
              object: 'standard_statement' as const,
              ...row,
            }))
      return {
        ...page.finish<(typeof rows)[number]>(rows, (row) => [
          row.accepted_at,
          row.accession_number,
          row.position,
        ]),
        coverage: await coverage(page.view, {
          scope: { cik: [cik], accession_number: filter.accession_number },
          empty: rows.length === 0,
          extractors: [statementReader.name],
        }),
      }
    },
  )
}

function storePage({ limit, after }: PageRequest, { sort }: { sort?: string }): StatementPage {
  const [accepted_at, accession_number, position] = (after ?? []) as [string?, string?, number?]
  return {
    limit,
    order: sort === 'accepted_at' ? 'asc' : 'desc',
    after:
      accepted_at !== undefined && accession_number !== undefined && position !== undefined
        ? { accepted_at, accession_number, position }
        : undefined,
  }
}
