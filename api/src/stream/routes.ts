import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type ChangeFollower, changeFollower } from '@sec-latent/core/changes/follow'
import type { ChangeFilter, ChangeReadStore } from '@sec-latent/core/changes/read-store'
import { type Dataset, datasets } from '@sec-latent/core/dataset'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { Logger } from '@sec-latent/core/log'
import { Type } from 'typebox'
import { accessionOf } from '../filings/find.ts'
import { accountOf } from '../listing.ts'
import { access } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { StreamHeaders, StreamQuery } from './schema.ts'

export interface StreamServices {
  changes: ChangeReadStore
  logger: Logger
  isDraining: () => boolean
  settings: { stream?: { heartbeatMs?: number; maxMs?: number } }
}

/** How long a client waits before it connects again, as the stream tells it. */
const RETRY_MS = 2_000
/** A comment this often keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000
/** Streams end now and then, so that they spread over new processes; clients go on where they were. */
const MAX_MS = 14 * 60_000
const DRAIN_CHECK_MS = 500
const EVENT_ID = /^(?:0|[1-9]\d{0,15})$/

export const streamRoutes: FastifyPluginAsyncTypebox<StreamServices> = async (app, services) => {
  const { changes, logger, isDraining } = services
  const heartbeatMs = services.settings.stream?.heartbeatMs ?? HEARTBEAT_MS
  const maxMs = services.settings.stream?.maxMs ?? MAX_MS
  const followers = new Map<Dataset, ChangeFollower>(
    datasets.map((dataset) => [
      dataset,
      changeFollower(changes, dataset, {
        onError: (error) => logger.warn({ action: 'stream', status: 'failed', message: error.message }),
      }),
    ]),
  )
  const ending = new AbortController()
  app.addHook('preClose', async () => ending.abort())

  app.get(
    '/stream',
    {
      config: access({
        scopes: ['changes:read'],
        longLived: true,
        answers: { 200: 'Events, until either side ends the stream.' },
      }),
      schema: {
        operationId: 'streamChanges',
        summary: 'Stream changes',
        description:
          'The feed of changes as server-sent events: `id` is the position, `event` the type of the change, `data` the same object as in the feed. A client that comes back with `Last-Event-ID` misses nothing and sees nothing twice, whichever server answers it. Without it and without `after` the stream begins now. It ends after some minutes; a comment every 15 seconds says that it is alive. It counts as one request, and as one in flight while it is open.',
        tags: ['Change'],
        querystring: StreamQuery,
        headers: StreamHeaders,
        response: {
          200: {
            description: 'Events, until either side ends the stream.',
            content: { 'text/event-stream': { schema: Type.String({ description: 'Server-sent events.' }) } },
          } as never,
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const { dataset } = accountOf(request)
      const follower = followers.get(dataset) as ChangeFollower
      const from = resumeFrom(request.headers['last-event-id']) ?? query.after
      const filter = {
        change_type: query.change_type,
        cik: query.cik?.map((cik) => parseCik(cik) as string),
        accession_number: query.accession_number?.map(accessionOf),
      }
      const over = new AbortController()
      reply.raw.once('close', () => over.abort())
      const signal = AbortSignal.any([over.signal, ending.signal, AbortSignal.timeout(maxMs)])
      const position = from ?? (await changes.lastPosition(dataset))
      reply.header('content-type', 'text/event-stream; charset=utf-8')
      reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no')
      return reply.send(
        Readable.from(events({ follower, filter, position, signal, heartbeatMs, isDraining })),
      )
    },
  )
}

/** The text of the stream, written as fast as it is taken: a client that does not read holds nothing here but itself. */
async function* events({
  follower,
  filter,
  position,
  signal,
  heartbeatMs,
  isDraining,
}: {
  follower: ChangeFollower
  filter: ChangeFilter
  position: number
  signal: AbortSignal
  heartbeatMs: number
  isDraining: () => boolean
}): AsyncGenerator<string> {
  const release = follower.hold()
  try {
    yield `retry: ${RETRY_MS}\n\n`
    let after = position
    let spokenAt = Date.now()
    while (!signal.aborted && !isDraining()) {
      const { changes, upTo } = await follower.after(after, filter)
      for (const change of changes) {
        yield `id: ${change.position}\nevent: ${change.change_type}\ndata: ${JSON.stringify({ object: 'change', ...change })}\n\n`
        spokenAt = Date.now()
      }
      const caughtUp = upTo === after || changes.length === 0
      after = upTo
      if (!caughtUp) continue
      if (Date.now() - spokenAt >= heartbeatMs) {
        // The id moves on although nothing matched, so that coming back does not search all of it again.
        yield `: alive\nid: ${after}\n\n`
        spokenAt = Date.now()
      }
      await follower.news(Math.min(heartbeatMs, DRAIN_CHECK_MS), signal)
    }
  } finally {
    release()
  }
}

function resumeFrom(id: string | string[] | undefined): number | undefined {
  if (id === undefined) return undefined
  if (typeof id === 'string' && EVENT_ID.test(id)) return Number(id)
  const detail = 'Last-Event-ID is the id of an event of this stream: a number.'
  throw new ProblemError('invalid_parameter', {
    detail,
    errors: [{ header: 'Last-Event-ID', code: 'invalid_parameter', detail }],
  })
}
