import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { CursorCodec } from '../cursor.ts'
import { type Answer, formFor } from './answer.ts'
import type { DirectAnswers } from './direct.ts'
import { encodingFor } from './encoding.ts'
import { makeAnswer } from './make-answer.ts'
import { cachedOperations, type Operation } from './operations.ts'
import type { CacheResult, ResponseCache } from './response-cache.ts'

/** A request waits this long for another one that asks the same. */
const JOIN_MS = 5_000
const LIST_CACHE = 'private, max-age=0, must-revalidate'

/** What is being done for a request whose answer may be kept. */
interface Making {
  operation: Operation
  url: string
  knownUntil: number
  /** Ends the waiting of those who ask the same; undefined when nobody waits for this request. */
  done: (() => void) | undefined
  /** The answer before it is serialised. */
  payload: unknown
}

declare module 'fastify' {
  interface FastifyRequest {
    making: Making | null
    cacheResult: CacheResult | null
  }
}

/** True for the representations that are kept: JSON, to whoever takes it or does not say. */
export function takesJson(accept: string | undefined): boolean {
  return accept === undefined || accept === '*/*' || accept === 'application/json'
}

/**
 * Gives the answers that are kept, lets those who ask the same at the same time share one reading of the database, and keeps
 * what they get. Runs after everything that may refuse the request.
 */
export const responseCachePlugin = fp<{ cache: ResponseCache; cursors: CursorCodec }>(
  async (app: FastifyInstance, { cache, cursors }) => {
    const operations = new Map<string, Operation>()
    app.decorateRequest('making', null)
    app.decorateRequest('cacheResult', null)
    app.addHook('onRoute', (route) => {
      const operationId = route.schema?.operationId
      if (route.method !== 'GET' || !operationId || !Object.hasOwn(cachedOperations, operationId)) return
      const { scopes = [], cost = 1 } = route.config ?? {}
      operations.set(operationId, { operation_id: operationId, scopes, cost })
    })
    app.addHook('onReady', async () => {
      cache.describe({
        operations: [...operations.values()],
        contract: () => JSON.stringify(app.swagger()),
        reissue: ({ operation, dataset }, cursor, organisation_id) =>
          cursors.reissue(cursor, {
            account: { organisation_id, dataset },
            operationId: operation.operation_id,
          }),
      })
    })

    app.addHook('preHandler', async (request, reply) => {
      const operation = operations.get(request.routeOptions.schema?.operationId ?? '')
      const { account } = request
      if (!operation || !account || request.method !== 'GET') return
      if (!takesJson(request.headers.accept)) return
      const url = request.raw.url as string
      const { dataset } = account
      const give = async (result: CacheResult, answer: Answer) => {
        request.cacheResult = result
        return reply.send(await applyForm(request, reply, answer))
      }
      request.cacheResult = 'miss'
      let done: Making['done']
      if (!isFurtherPage(request)) {
        const known = cache.peek(dataset, url)
        if (known) return await give('hit', known)
        const others = cache.underWay.get(`${dataset} ${url}`)
        if (others) {
          await orAfter(others, JOIN_MS)
          const joined = cache.peek(dataset, url)
          if (joined) return await give('joined', joined)
        }
        done = lead(`${dataset} ${url}`)
        if (done) {
          const shared = await cache.findShared(dataset, url)
          if (shared) {
            done()
            return await give('shared', shared)
          }
        }
      }
      request.making = { operation, url, knownUntil: cache.knownUntil(), done, payload: undefined }
    })

    /** Makes this request the one that others wait for, unless there is one already. */
    function lead(address: string): Making['done'] {
      if (cache.underWay.has(address)) return undefined
      let end = () => {}
      const reading = new Promise<void>((resolve) => {
        end = resolve
      })
      cache.underWay.set(address, reading)
      return () => {
        cache.underWay.delete(address)
        end()
      }
    }

    async function applyForm(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<Buffer> {
      const accepted = request.headers['accept-encoding'] as string | undefined
      const encoding = encodingFor(accepted, answer.body.length)
      const organisation = request.account?.organisation_id ?? ''
      const form = await formFor(answer, organisation, encoding, cache.reissue)
      for (let i = 0; i < form.headers.length; i += 2) {
        reply.header(form.headers[i] as string, form.headers[i + 1] as string)
      }
      return form.body
    }

    app.addHook('preSerialization', async (request, _reply, payload) => {
      if (request.making) request.making.payload = payload
      return payload
    })

    app.addHook('onSend', async (request, reply, payload) => {
      const { making } = request
      if (!making || reply.statusCode !== 200 || typeof payload !== 'string') return payload
      const answer = answerOf(request, reply, making, payload)
      if (answer === undefined) return payload
      if (cache.direct.isWanted(making.operation.operation_id)) {
        teach(cache.direct, request, reply, making.operation)
      }
      if (!isFurtherPage(request)) cache.keep(answer, making.knownUntil)
      making.done?.()
      making.done = undefined
      return await applyForm(request, reply, answer)
    })

    app.addHook('onResponse', async (request) => {
      request.making?.done?.()
      if (request.cacheResult) cache.counts[request.cacheResult] += 1
    })

    app.addHook('onClose', async () => {
      await cache.close()
    })
  },
  { name: 'response-cache', dependencies: ['auth'] },
)

/** Pages further on belong to whoever holds their cursor. */
function isFurtherPage(request: FastifyRequest): boolean {
  return (request.query as { cursor?: string }).cursor !== undefined
}

/** What is kept of an answer that is about to be sent. */
function answerOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { operation, url, payload }: Making,
  text: string,
): Answer | undefined {
  const { account } = request
  const moment = reply.getHeader('latent-as-of')
  if (!account || typeof moment !== 'string' || typeof payload !== 'object') return undefined
  const facts = payload as Record<string, unknown>
  const cursor = (facts.next_cursor as string | null | undefined) ?? null
  return makeAnswer({
    ...{ operation, dataset: account.dataset, url, moment, text },
    question: {
      params: request.params as Record<string, string>,
      query: request.query as Record<string, unknown>,
      answer: facts,
    },
    contentType: String(reply.getHeader('content-type')),
    cacheControl: String(reply.getHeader('cache-control') ?? LIST_CACHE),
    page:
      cursor === null
        ? null
        : { organisation_id: account.organisation_id, cursor, link: String(reply.getHeader('link')) },
  })
}

/** Lets the direct way see how the answers of an operation are written. */
function teach(
  direct: DirectAnswers,
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
): void {
  const serialise = reply.getSerializationFunction('200')
  if (serialise === undefined || Object.keys(request.query as object).length > 0) return
  direct.learn({
    operation,
    serialise: serialise as (payload: unknown) => string,
    contentType: String(reply.getHeader('content-type')),
    cacheControl: String(reply.getHeader('cache-control') ?? LIST_CACHE),
  })
}

async function orAfter<T>(answer: Promise<T | undefined>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
