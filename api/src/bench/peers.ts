import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { Redis } from 'ioredis'
import { Evidence, evidenceSchemas } from '../evidence/schema.ts'
import {
  Address,
  Custody,
  Filer,
  FilerDetail,
  Filing,
  FilingDetail,
  FilingHeader,
  FilingList,
} from '../filings/schema.ts'
import { named } from '../openapi.ts'
import { Coverage, Total } from '../schemas.ts'
import { Signal, SignalInput } from '../signals/schema.ts'
import type { Payload } from './payloads.ts'

const SCHEMAS = [
  ...[Coverage, Total, Address, Filer, FilerDetail, Filing, FilingHeader, Custody, FilingDetail, FilingList],
  ...[...evidenceSchemas, Evidence, SignalInput, Signal],
]
const RESPONSES = {
  filing: named(FilingDetail),
  page: named(FilingList),
  signal: named(Signal),
}

/** A route that does nothing but answer: what a framework costs before there is anything to it. */
export function bareFastify(payloads: Payload[]): FastifyInstance {
  const app = Fastify({ logger: false })
  addSchemas(app)
  for (const { name, url, body } of payloads) {
    const value = JSON.parse(body)
    app.get(url.split('?', 1)[0] as string, { schema: { response: { 200: RESPONSES[name] } } }, () => value)
  }
  return app
}

const GCRA = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local next = tat + interval
if now < next - interval * burst then return {0, 0} end
redis.call('SET', KEYS[1], string.format('%.0f', next), 'PX', math.ceil((next - now) / 1000) + 1000)
return {1, math.floor((burst * interval - (next - now)) / interval)}
`

/**
 * What most APIs of this kind do for each request: look the key up in Redis, ask a script there for the limit, append to a
 * stream for the bill, read the body from the cache, and let the framework log.
 */
export async function usualStack(payloads: Payload[], redisUrl: string): Promise<FastifyInstance> {
  const redis = new Redis(redisUrl)
  redis.defineCommand('limit', { numberOfKeys: 1, lua: GCRA })
  const limit = redis as unknown as {
    limit(key: string, interval: number, burst: number): Promise<[number, number]>
  }
  const app = Fastify({ logger: true })
  addSchemas(app)
  for (const { name, url, body } of payloads) {
    await redis.set(`body:${name}`, body)
    app.get(
      url.split('?', 1)[0] as string,
      { schema: { response: { 200: RESPONSES[name] } } },
      async (request, reply) => {
        const key = createHash('sha256').update(String(request.headers.authorization)).digest('hex')
        const account = await redis.get(`key:${key}`)
        if (account === null) return refuse(reply, 401)
        const { organisation_id } = JSON.parse(account) as { organisation_id: string }
        const [admitted, remaining] = await limit.limit(`limit:${organisation_id}`, 1, 10_000_000)
        if (admitted === 0) return refuse(reply, 429)
        reply.header('ratelimit', `"burst";r=${remaining};t=1`)
        await redis.xadd('usage', 'MAXLEN', '~', 10_000, '*', 'org', organisation_id, 'op', name, 'units', 1)
        return JSON.parse((await redis.get(`body:${name}`)) as string)
      },
    )
  }
  return app
}

/** Makes the key known to the usual stack. */
export async function admitToUsualStack(redisUrl: string, key: string): Promise<void> {
  const redis = new Redis(redisUrl)
  const hash = createHash('sha256').update(`Bearer ${key}`).digest('hex')
  await redis.set(`key:${hash}`, JSON.stringify({ organisation_id: 'org_bench', scopes: ['filings:read'] }))
  redis.disconnect()
}

function addSchemas(app: FastifyInstance): void {
  for (const schema of SCHEMAS) app.addSchema(schema)
}

function refuse(reply: FastifyReply, status: 401 | 429): FastifyReply {
  return reply.code(status).send(JSON.stringify({ status }))
}
