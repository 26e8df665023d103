import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, viewOf, wholeList } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { findEntity } from './find.ts'
import { resolveIdentifiers } from './resolve.ts'
import {
  Entity,
  EntityList,
  EntityName,
  EntityNameList,
  EntityParams,
  EntityQuery,
  EntityTicker,
  EntityTickerList,
  NoQuery,
  ResolveBody,
  ResolvedEntity,
  ResolvedEntityList,
  Ticker,
} from './schema.ts'

export interface EntityServices {
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const entityRoutes: FastifyPluginAsyncTypebox<EntityServices> = async (app, services) => {
  const { entities, coverage, cursors } = services
  for (const schema of [
    Ticker,
    Entity,
    EntityList,
    EntityName,
    EntityNameList,
    EntityTicker,
    EntityTickerList,
    ResolvedEntity,
    ResolvedEntityList,
  ]) {
    app.addSchema(schema)
  }

  app.get(
    '/entities',
    {
      config: access({ scopes: ['entities:read'], example: { query: { ticker: 'TWTI' } } }),
      schema: {
        operationId: 'listEntities',
        summary: 'List entities',
        description:
          'Companies, funds and people that filings name, found by name, ticker, CIK or industry; by CIK.',
        tags: ['Entities'],
        querystring: EntityQuery,
        response: { 200: named(EntityList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik } = await companyScope(query, page.view.dataset, entities)
      const filter = {
        q: query.q,
        cik,
        sic: query.sic,
        state_of_incorporation: query.state_of_incorporation?.map((state) => state.toUpperCase()),
        exchange: query.exchange,
      }
      const nobody = cik?.length === 0
      const after = page.after ? { cik: page.after[0] as string } : undefined
      const rows = nobody ? [] : await entities.list(page.view, filter, { limit: page.limit, after })
      const total = query.include?.includes('total')
        ? nobody
          ? { value: 0, relation: 'eq' as const }
          : await entities.count(page.view, filter)
        : undefined
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'entity' as const, ...row })),
          (row) => [row.cik],
        ),
        coverage: await coverage(page.view, { scope: { cik }, empty: rows.length === 0 }),
        ...(total ? { total } : {}),
      }
    },
  )

  app.post(
    '/entities/resolve',
    {
      config: access({
        idempotent: true,
        scopes: ['entities:read'],
        example: { body: { identifiers: ['TWTI', '9990002', 'nobody at all'] } },
      }),
      schema: {
        operationId: 'resolveEntities',
        summary: 'Resolve tickers, CIKs and names',
        description:
          'Says for up to 100 identifiers at once which entity each stands for. Names must be whole, as a filing carries or carried them; use `q` of `GET /v1/entities` to look for parts.',
        tags: ['Entities'],
        body: ResolveBody,
        response: { 200: named(ResolvedEntityList) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, undefined)
      const resolved = await resolveIdentifiers(entities, view, request.body.identifiers)
      return wholeList(view, resolved, ownRecords(false))
    },
  )

  app.get(
    '/entities/:cik',
    {
      config: access({
        scopes: ['entities:read'],
        problems: ['entity_not_found'],
        example: { path: { cik: '0009990001' } },
      }),
      schema: {
        operationId: 'getEntity',
        summary: 'Get an entity',
        description: 'One company, fund or person by its CIK, as the latest filing describes it.',
        tags: ['Entities'],
        params: EntityParams,
        querystring: NoQuery,
        response: { 200: named(Entity) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, undefined)
      return { object: 'entity' as const, ...(await findEntity(entities, view, request.params.cik)) }
    },
  )

  app.get(
    '/entities/:cik/names',
    {
      config: access({
        scopes: ['entities:read'],
        problems: ['entity_not_found'],
        example: { path: { cik: '0009990001' } },
      }),
      schema: {
        operationId: 'listEntityNames',
        summary: 'List the names of an entity',
        description: 'Present and former names as filings give them, the current one first.',
        tags: ['Entities'],
        params: EntityParams,
        querystring: NoQuery,
        response: { 200: named(EntityNameList) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, undefined)
      const { cik } = await findEntity(entities, view, request.params.cik)
      const names = await entities.names(cik)
      return wholeList(
        view,
        names.map((name) => ({ object: 'entity_name' as const, cik, ...name })),
        await coverage(view, { scope: { cik: [cik] }, empty: names.length === 0 }),
      )
    },
  )

  app.get(
    '/entities/:cik/tickers',
    {
      config: access({
        scopes: ['entities:read'],
        problems: ['entity_not_found'],
        example: { path: { cik: '0009990001' } },
      }),
      schema: {
        operationId: 'listEntityTickers',
        summary: 'List the tickers of an entity',
        description:
          'Tickers as they are today, with their exchange. An empty list means that none is known.',
        tags: ['Entities'],
        params: EntityParams,
        querystring: NoQuery,
        response: { 200: named(EntityTickerList) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, undefined)
      const { cik } = await findEntity(entities, view, request.params.cik)
      const tickers = await entities.tickers(view.dataset, cik)
      return wholeList(
        view,
        tickers.map((ticker) => ({ object: 'entity_ticker' as const, cik, ...ticker })),
        await coverage(view, { scope: { cik: [cik] }, empty: tickers.length === 0 }),
      )
    },
  )
}
