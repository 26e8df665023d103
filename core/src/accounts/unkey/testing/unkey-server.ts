import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** What goes wrong with the next calls of an operation. */
export type UnkeyFault =
  | { status: 400 | 401 | 403 | 412 | 429 | 500 | 502 | 503 }
  /** The answer never comes. */
  | { hangs: true }
  /** The connection ends without an answer. */
  | { resets: true }
  /** The work is done and the answer lost. */
  | { losesAnswer: true }
  /** The answer is not of the shape that is promised: `meta` of the envelope is null. */
  | { drifts: true }
  /** A proxy in between answers with a page. */
  | { page: true }

interface StoredKey {
  keyId: string
  hash: string
  start: string
  name?: string
  meta?: Record<string, unknown>
  externalId?: string
  permissions: string[]
  expires?: number
  enabled: boolean
  createdAt: number
  credits?: number
  /** Limits that apply to every verification. */
  limits: { id: string; name: string; limit: number; duration: number; used: number }[]
}

type Body = Record<string, unknown>

class Refusal extends Error {
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

/**
 * A service that speaks Unkey's v2 API as its contract and its source describe it, as far as we use it: verification in the same
 * order of checks, keys kept as SHA-256 only, and the habits that the contract does not tell.
 */
export async function unkeyServer(options: { rootKey?: string; apiId?: string } = {}) {
  const rootKey = options.rootKey ?? 'unkey_root_for_tests'
  const apiId = options.apiId ?? 'api_test'
  const keys = new Map<string, StoredKey>()
  const faults = new Map<string, UnkeyFault[]>()
  const calls: { operation: string; body: Body; authorization: string | undefined }[] = []
  const hanging = new Set<ServerResponse>()
  const habits = {
    /** `reset` of a limit is a moment, as the service sends it, or a duration, as its contract says. */
    resetIsMoment: true,
    /** Verifications are answered from what was cached, for keys changed since. */
    cached: false,
  }
  const cache = new Map<string, StoredKey>()
  let sequence = 0

  const operations: Record<string, (body: Body) => unknown> = {
    'keys.verifyKey': ({ key }) => verify(text(key, 'key', 512)),
    'keys.createKey': create,
    'keys.updateKey': update,
    'keys.rerollKey': reroll,
    'keys.deleteKey': ({ keyId }) => (keys.delete(text(keyId, 'keyId', 255)) ? {} : missing()),
    'keys.whoami': ({ key }) => shown(byHash(text(key, 'key', 512)) ?? missing()),
    'apis.listKeys': list,
  }

  function verify(presented: string) {
    const stored = byHash(presented)
    if (!stored) return { valid: false, code: 'NOT_FOUND' }
    const key = (habits.cached && cache.get(stored.keyId)) || stored
    if (!cache.has(stored.keyId) || !habits.cached) cache.set(stored.keyId, structuredClone(stored))
    const ratelimits = key.limits.map((limit) => ({
      id: limit.id,
      name: limit.name,
      limit: limit.limit,
      duration: limit.duration,
      reset: habits.resetIsMoment ? Date.now() + limit.duration : limit.duration,
      remaining: Math.max(0, limit.limit - limit.used - 1),
      exceeded: limit.used >= limit.limit,
      autoApply: true,
    }))
    const code = codeOf(key)
    if (code === 'VALID') {
      for (const limit of stored.limits) limit.used += 1
      if (stored.credits !== undefined) stored.credits -= 1
    }
    return {
      valid: code === 'VALID',
      code,
      keyId: key.keyId,
      name: key.name,
      meta: key.meta,
      expires: key.expires,
      credits: stored.credits,
      enabled: key.enabled,
      permissions: key.permissions,
      roles: [],
      ...(key.externalId ? { identity: { id: `id_${key.externalId}`, externalId: key.externalId } } : {}),
      ...(ratelimits.length > 0 ? { ratelimits } : {}),
    }
  }

  function codeOf(key: StoredKey): string {
    if (!key.enabled) return 'DISABLED'
    if (key.expires !== undefined && key.expires <= Date.now()) return 'EXPIRED'
    if (key.limits.some((limit) => limit.used >= limit.limit)) return 'RATE_LIMITED'
    if (key.credits !== undefined && key.credits < 1) return 'USAGE_EXCEEDED'
    return 'VALID'
  }

  function create(body: Body) {
    if (body.apiId !== apiId) throw new Refusal(404, 'The API does not exist.')
    const secret = secretOf(typeof body.prefix === 'string' ? body.prefix : '', Number(body.byteLength ?? 16))
    const stored: StoredKey = {
      keyId: newKeyId(),
      hash: hashOf(secret),
      start: secret.slice(0, 13),
      permissions: (body.permissions as string[] | undefined) ?? [],
      enabled: body.enabled !== false,
      createdAt: now(),
      limits: [],
      ...(typeof body.name === 'string' ? { name: body.name } : {}),
      ...(body.meta ? { meta: body.meta as Record<string, unknown> } : {}),
      ...(typeof body.externalId === 'string' ? { externalId: body.externalId } : {}),
      ...(typeof body.expires === 'number' ? { expires: body.expires } : {}),
    }
    keys.set(stored.keyId, stored)
    return { keyId: stored.keyId, key: secret }
  }

  function update(body: Body) {
    const stored = keys.get(text(body.keyId, 'keyId', 255)) ?? missing()
    if (typeof body.name === 'string') stored.name = body.name
    if (body.meta) stored.meta = body.meta as Record<string, unknown>
    if (typeof body.expires === 'number') stored.expires = body.expires
    if (body.expires === null) delete stored.expires
    if (typeof body.enabled === 'boolean') stored.enabled = body.enabled
    if (Array.isArray(body.permissions)) stored.permissions = body.permissions as string[]
    return {}
  }

  function reroll(body: Body) {
    const old = keys.get(text(body.keyId, 'keyId', 255)) ?? missing()
    const secret = secretOf(old.start.slice(0, old.start.lastIndexOf('_')), 32)
    const made: StoredKey = {
      ...structuredClone(old),
      keyId: newKeyId(),
      hash: hashOf(secret),
      start: secret.slice(0, 13),
      createdAt: now(),
    }
    keys.set(made.keyId, made)
    old.expires = Date.now() + Number(body.expiration)
    return { keyId: made.keyId, key: secret }
  }

  function list(body: Body) {
    if (body.apiId !== apiId) throw new Refusal(404, 'The API does not exist.')
    const limit = Math.min(100, Number(body.limit ?? 100))
    const own = [...keys.values()].filter(({ externalId }) => externalId === body.externalId)
    const from = body.cursor ? own.findIndex(({ keyId }) => keyId === body.cursor) : 0
    const page = own.slice(from, from + limit)
    const next = own[from + limit]
    return {
      page: page.map(shown),
      pagination: { hasMore: next !== undefined, ...(next ? { cursor: next.keyId } : {}) },
    }
  }

  function shown(key: StoredKey) {
    const { hash: _, externalId, limits: _limits, credits: _credits, ...rest } = key
    return { ...rest, ...(externalId ? { identity: { id: `id_${externalId}`, externalId } } : {}) }
  }

  function byHash(presented: string): StoredKey | undefined {
    const hash = hashOf(presented)
    return [...keys.values()].find((key) => key.hash === hash)
  }

  /** Keys made in the same millisecond have an order too. */
  function now(): number {
    sequence = Math.max(sequence + 1, Date.now())
    return sequence
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = (request.url ?? '').replace('/v2/', '')
    const body = JSON.parse((await readAll(request)) || '{}') as Body
    calls.push({ operation, body, authorization: request.headers.authorization })
    const fault = faults.get(operation)?.shift()
    if (fault && 'hangs' in fault) {
      hanging.add(response)
      return
    }
    if (fault && 'resets' in fault) {
      request.socket.destroy()
      return
    }
    if (fault && 'page' in fault) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>maintenance</html>')
      return
    }
    try {
      if (fault && 'status' in fault) throw new Refusal(fault.status, 'as the test wants it')
      if (request.headers.authorization !== `Bearer ${rootKey}`)
        throw new Refusal(401, 'The root key is wrong.')
      const run = operations[operation]
      if (request.method !== 'POST' || !run) throw new Refusal(404, 'There is no such operation.')
      const result = run(body) as { page?: unknown; pagination?: unknown }
      if (fault && 'losesAnswer' in fault) {
        request.socket.destroy()
        return
      }
      const meta = fault && 'drifts' in fault ? null : { requestId: `req_${randomBytes(8).toString('hex')}` }
      const envelope = result.pagination
        ? { meta, data: result.page, pagination: result.pagination }
        : { meta, data: result }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(envelope))
    } catch (error) {
      const { status = 500, message } = error as Partial<Refusal>
      const type = status === 429 ? 'application/problem+json' : 'application/json'
      response.writeHead(status, { 'content-type': type }).end(
        JSON.stringify({
          meta: { requestId: `req_${randomBytes(8).toString('hex')}` },
          error: { detail: message, status, title: 'Refused', type: 'https://unkey.com/docs/errors' },
        }),
      )
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    rootKey,
    apiId,
    habits,
    calls,
    callsOf: (operation: string) => calls.filter((call) => call.operation === operation).length,
    /** The next calls of an operation meet these faults, one each. */
    script(operation: string, ...next: UnkeyFault[]): void {
      faults.set(operation, next)
    },
    /** The key as it is stored, to be changed as its owner could in the dashboard. */
    stored(keyOfOurs: string): StoredKey[] {
      return [...keys.values()].filter(({ meta, keyId }) => meta?.key_id === keyOfOurs || keyId === keyOfOurs)
    },
    close(): Promise<void> {
      for (const response of hanging) response.destroy()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
export type UnkeyServer = Awaited<ReturnType<typeof unkeyServer>>

function missing(): never {
  throw new Refusal(404, 'The key does not exist.')
}

function text(value: unknown, name: string, max: number): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= max) return value
  throw new Refusal(400, `${name} is not valid`)
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}

function newKeyId(): string {
  return `key_${randomBytes(9).toString('hex')}`
}

/** `prefix_` and random bytes in base 58. */
function secretOf(prefix: string, bytes: number): string {
  let value = BigInt(`0x01${randomBytes(bytes).toString('hex')}`)
  let digits = ''
  for (; value > 0n; value /= 58n) digits = ALPHABET[Number(value % 58n)] + digits
  return prefix === '' ? digits : `${prefix}_${digits}`
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
