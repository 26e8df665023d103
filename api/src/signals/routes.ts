import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { extractors } from '@sec-latent/core/signals/index'
import type { NeedSources } from '@sec-latent/core/signals/need'
import type { PublishedSignal, SignalReadStore } from '@sec-latent/core/signals/read-store'
import { reproduce } from '@sec-latent/core/signals/reproduce'
import { Type } from 'typebox'
import { type CoverageReader, ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { EvidenceList } from '../evidence/schema.ts'
import type { EvidenceServer } from '../evidence/serve.ts'
import { accessionOf } from '../filings/find.ts'
import { AsOfQuery } from '../filings/schema.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, rangeOf, viewOf, wholeList } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import {
  Signal,
  SignalAccuracy,
  SignalInput,
  SignalList,
  SignalParams,
  SignalQuery,
  SignalReproduction,
  SignalType,
  SignalTypeList,
} from './schema.ts'
import { servedSignalType } from './signal-type.ts'

export interface SignalServices {
  signals: SignalReadStore
  entities: EntityReadStore
  evidence: EvidenceServer
  /** Where rules that are run again find what they need. */
  needs: NeedSources
  coverage: CoverageReader
  cursors: CursorCodec
}

const EVERY_EXTRACTOR = extractors.map((extractor) => extractor.name)
const REFERENCE = 'private, max-age=300, stale-while-revalidate=600'

export const signalRoutes: FastifyPluginAsyncTypebox<SignalServices> = async (app, services) => {
  const { signals, entities, evidence, coverage, cursors, needs } = services
  for (const schema of [
    SignalInput,
    Signal,
    SignalList,
    SignalAccuracy,
    SignalType,
    SignalTypeList,
    SignalReproduction,
    EvidenceList,
  ])
    app.addSchema(schema)

  async function findSignal(view: View, id: string): Promise<PublishedSignal> {
    const signal = await signals.find(view, id)
    if (!signal)
      throw new ProblemError('signal_not_found', { detail: `There is no signal ${id} as of ${view.as_of}.` })
    if (signal.superseded_at !== null && Date.parse(signal.superseded_at) <= Date.parse(view.as_of)) {
      throw new ProblemError('signal_superseded', {
        detail: `The signal ${id} was superseded at ${signal.superseded_at}; ask with an as_of from ${signal.available_at} on and before that.`,
      })
    }
    return signal
  }

  async function serve(view: View, rows: PublishedSignal[], withPeers = false) {
    const [pieces, percentiles] = await Promise.all([
      evidence.serve(view, rows, { check: false }),
      withPeers
        ? signals.peerPercentiles(
            view,
            rows.map((row) => row.id),
          )
        : null,
    ])
    return rows.map((row, index) => ({
      ...toSignal(row, pieces[index] ?? []),
      ...(percentiles ? { peer_percentile: percentiles.get(row.id) ?? null } : {}),
    }))
  }

  app.get(
    '/signals',
    {
      config: access({
        scopes: ['signals:read'],
        example: { query: { ticker: 'TWTI', signal_type: 'rf_added', limit: 1 } },
      }),
      schema: {
        operationId: 'listSignals',
        summary: 'List signals',
        description:
          'What was read out of filings, in the order in which EDGAR accepted them, each with its evidence. `coverage` says whether an empty list means that there is nothing.',
        tags: ['Signals'],
        querystring: SignalQuery,
        response: { 200: named(SignalList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const scope = await companyScope(query, page.view.dataset, entities)
      const accession_number = query.accession_number?.map(accessionOf)
      const filter = {
        ...scope,
        accession_number,
        signal_type: query.signal_type,
        extractor: query.extractor,
        extractor_version: query.extractor_version,
        status: query.status,
        direction: query.direction?.map(Number),
        accepted_at: rangeOf(query, 'accepted_at'),
        period_of_report: rangeOf(query, 'period_of_report'),
      }
      const nobody = scope.cik?.length === 0
      const [accepted_at, id] = (page.after ?? []) as string[]
      const after = accepted_at && id ? { accepted_at, id } : undefined
      const order = query.sort === 'accepted_at' ? 'asc' : 'desc'
      const listed = nobody
        ? Promise.resolve([])
        : signals.list(page.view, filter, { limit: page.limit, order, after })
      const [rows, covered] = await Promise.all([
        listed,
        coverage(page.view, {
          scope: { ...scope, accession_number },
          empty: listed.then((all) => all.length === 0),
          extractors:
            query.extractor ?? (query.signal_type ? extractorsOf(query.signal_type) : EVERY_EXTRACTOR),
          applicableOnly: !query.extractor && !query.signal_type,
        }),
      ])
      const envelope = page.finish(rows, (row) => [row.accepted_at, row.id])
      const total = query.include?.includes('total')
        ? nobody
          ? { value: 0, relation: 'eq' as const }
          : await signals.count(page.view, filter)
        : undefined
      return {
        ...envelope,
        data: await serve(page.view, envelope.data, query.include?.includes('peer_percentile')),
        coverage: covered,
        ...(total ? { total } : {}),
      }
    },
  )

  app.get(
    '/signals/:signal_id',
    {
      config: access({ scopes: ['signals:read'], problems: ['signal_not_found', 'signal_superseded'] }),
      schema: {
        operationId: 'getSignal',
        summary: 'Get a signal',
        description: 'One signal with its evidence.',
        tags: ['Signals'],
        params: SignalParams,
        querystring: AsOfQuery,
        response: { 200: named(Signal) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, request.query.as_of)
      const signal = await findSignal(view, request.params.signal_id)
      const [served] = await serve(view, [signal])
      return served as NonNullable<typeof served>
    },
  )

  app.get(
    '/signals/:signal_id/evidence',
    {
      config: access({
        scopes: ['signals:read'],
        problems: ['signal_not_found', 'signal_superseded'],
      }),
      schema: {
        operationId: 'listEvidence',
        summary: 'List the evidence of a signal, checked again',
        description:
          'Every piece of evidence is sliced anew out of the stored, hash-addressed source before it is sent; `verification` says what came of it.',
        tags: ['Signals'],
        params: SignalParams,
        querystring: AsOfQuery,
        response: { 200: named(EvidenceList) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, request.query.as_of)
      const signal = await findSignal(view, request.params.signal_id)
      const [pieces = []] = await evidence.serve(view, [signal], { check: true })
      return wholeList(
        view,
        pieces,
        await coverage(view, {
          scope: { accession_number: [signal.accession_number] },
          empty: pieces.length === 0,
          extractors: [signal.extractor_name],
        }),
      )
    },
  )

  app.post(
    '/signals/:signal_id/reproduce',
    {
      config: access({
        idempotent: true,
        scopes: ['signals:read'],
        cost: 10,
        problems: ['signal_not_found'],
      }),
      schema: {
        operationId: 'reproduceSignal',
        summary: 'Run the rule of a signal again',
        description:
          'Reads the stored bytes again, runs the rule on them and compares the fingerprint with the stored one; every piece of evidence is sliced again too. Nothing is stored. Also answers for signals that were superseded.',
        tags: ['Signals'],
        params: SignalParams,
        querystring: AsOfQuery,
        response: { 200: named(SignalReproduction) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, request.query.as_of)
      const signal = await signals.find(view, request.params.signal_id)
      if (!signal)
        throw new ProblemError('signal_not_found', {
          detail: `There is no signal ${request.params.signal_id} as of ${view.as_of}.`,
        })
      const [again, [pieces = []]] = await Promise.all([
        reproduce(signal, needs),
        evidence.serve(view, [signal], { check: true }),
      ])
      const { current_version, ...outcome } = again
      return {
        object: 'signal_reproduction' as const,
        signal_id: signal.id,
        ...outcome,
        fingerprint: signal.fingerprint,
        input_sha256: signal.input_sha256,
        extractor: { name: signal.extractor_name, version: signal.extractor_version, current_version },
        evidence_verified: pieces.every(
          (piece) => (piece.verification as { status: string }).status === 'verified',
        ),
      }
    },
  )

  app.get(
    '/signal-types',
    {
      config: access({ scopes: ['signals:read'] }),
      schema: {
        operationId: 'listSignalTypes',
        summary: 'List the signal types',
        description:
          'The catalogue: what each signal means, its formula, and the paper or rule it comes from.',
        tags: ['Signals'],
        querystring: Type.Object({}, { additionalProperties: false }),
        response: { 200: named(SignalTypeList) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, undefined)
      reply.header('cache-control', REFERENCE)
      return wholeList(view, signalTypes.map(servedSignalType), ownRecords(false))
    },
  )
}

function extractorsOf(types: readonly string[]): string[] {
  return [
    ...new Set(signalTypes.filter((type) => types.includes(type.signal_type)).map((type) => type.extractor)),
  ]
}

function toSignal(row: PublishedSignal, evidence: Record<string, unknown>[]) {
  return {
    object: 'signal' as const,
    id: row.id,
    signal_type: row.signal_type,
    accession_number: row.accession_number,
    cik: row.cik,
    form_type: row.form_type,
    accepted_at: row.accepted_at,
    available_at: row.available_at,
    period_of_report: row.period_of_report,
    value: row.value,
    unit: row.unit,
    direction: row.direction,
    status: row.status,
    subject: row.subject,
    payload: row.payload,
    supersedes: row.supersedes,
    extractor: {
      name: row.extractor_name,
      version: row.extractor_version,
      kind: row.extractor_kind,
      input_sha256: row.input_sha256,
      config_sha256: row.config_sha256,
    },
    fingerprint: row.fingerprint,
    evidence,
    inputs: row.inputs,
  }
}
