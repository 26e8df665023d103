import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server that speaks the Messages, Message Batches, Models and token counting API as published for version 2026-10-21,
 * with scripted replies and faults. Test only: nothing it says is a reply of Claude. It keeps its own ledger of tokens, as
 * the one that is billed by would.
 */
export const API_VERSION = '2026-10-21'

/** The parts of a request that scripts look at. */
export interface ReceivedRequest {
  model: string
  max_tokens: number
  system: { type: 'text'; text: string; cache_control?: CacheMark }[]
  messages: { role: string; content: { type: 'text'; text: string; cache_control?: CacheMark }[] }[]
  output_config?: { effort?: string; format?: { type: string; schema: Record<string, unknown> } }
}

interface CacheMark {
  type: 'ephemeral'
  ttl?: '5m' | '1h'
}

/** What the server does with a request. */
export type Scripted =
  | {
      kind: 'message'
      text: string
      stop_reason?: string
      stop_details?: unknown
      output_tokens?: number
      thinking_tokens?: number
      /** Instead of the usage that was counted. */
      usage?: unknown
      content?: unknown[]
      delayMs?: number
    }
  | {
      kind: 'error'
      status: number
      type: string
      message?: string
      error_code?: string
      headers?: Record<string, string>
    }
  /** Headers and half of the body, then the connection goes. The tokens are counted: the work was done. */
  | { kind: 'cut_body'; text: string }
  /** The connection goes before any answer; `counted` when the work was done all the same. */
  | { kind: 'cut_connection'; counted: boolean; text?: string }
  | { kind: 'raw'; status: number; body: string; headers?: Record<string, string> }
  | { kind: 'never' }

export type Script = (request: ReceivedRequest, attempt: number) => Scripted | Promise<Scripted>

export interface TokenLedger {
  messages: number
  input_tokens: number
  cache_write_5m_tokens: number
  cache_write_1h_tokens: number
  cache_read_tokens: number
  output_tokens: number
}

export interface SeenCall {
  at: number
  request: ReceivedRequest
  status: number | 'cut' | 'never'
  mode: 'direct' | 'batch'
}

interface Batch {
  id: string
  created_at: string
  ended_at: string | null
  cancelled: boolean
  requests: { custom_id: string; params: ReceivedRequest }[]
  results: { custom_id: string; result: unknown }[] | null
}

const MAX_BODY_BYTES = 32 * 1024 ** 2
/** Shorter prefixes are silently not cached. */
const SHORTEST_CACHED_TOKENS = 256

export interface MessagesServer {
  url: string
  calls: SeenCall[]
  /** What was counted for direct calls and for batches. */
  ledger: Record<'direct' | 'batch', TokenLedger>
  batches: Batch[]
  script(script: Script): void
  models(models: Record<string, unknown>): void
  /** Works through a batch: all its requests, or what `expire` does not pick. Results come in another order. */
  endBatch(id: string, options?: { expire?: (custom_id: string) => boolean; cancel?: boolean }): Promise<void>
  /** The most requests that were under way at once. */
  mostAtOnce(): number
  close(): Promise<void>
}

export async function startMessagesServer(
  options: { key?: string; script?: Script; tokensPerByte?: number; maxInputTokens?: number } = {},
): Promise<MessagesServer> {
  const key = options.key ?? 'sk-ant-test-key'
  const perByte = options.tokensPerByte ?? 0.25
  const maxInput = options.maxInputTokens ?? 1_000_000
  let script: Script = options.script ?? (() => ({ kind: 'message', text: emptyReply() }))
  let models: Record<string, unknown> = {}
  const calls: SeenCall[] = []
  const ledger = { direct: emptyLedger(), batch: emptyLedger() }
  const batches: Batch[] = []
  const cached = new Map<string, number>()
  let sequence = 0
  let atOnce = 0
  let most = 0

  const tokensOf = (text: string) => Math.ceil(Buffer.byteLength(text) * perByte)

  /** Tokens of a request by kind, with the prefixes that were sent before read from the cache. */
  function promptTokens(request: ReceivedRequest) {
    const blocks = [...request.system, ...request.messages.flatMap(({ content }) => content)]
    const schema = JSON.stringify(request.output_config?.format ?? '')
    let prefix = `${request.model}\n${schema}`
    let total = tokensOf(schema)
    const marks: { hash: string; tokens: number; ttl: '5m' | '1h' }[] = []
    for (const block of blocks) {
      prefix += `\n${block.text}`
      total += tokensOf(block.text)
      if (block.cache_control)
        marks.push({
          hash: createHash('sha256').update(prefix).digest('hex'),
          tokens: total,
          ttl: block.cache_control.ttl ?? '5m',
        })
    }
    const long = marks.filter(({ tokens }) => tokens >= SHORTEST_CACHED_TOKENS)
    const read = Math.max(0, ...long.filter(({ hash }) => cached.has(hash)).map(({ tokens }) => tokens))
    const last = long.at(-1)
    const written = last && last.tokens > read ? last.tokens - read : 0
    for (const { hash, tokens } of long) cached.set(hash, tokens)
    return {
      total,
      input_tokens: total - read - written,
      cache_read_tokens: read,
      cache_write_5m_tokens: last?.ttl === '5m' ? written : 0,
      cache_write_1h_tokens: last?.ttl === '1h' ? written : 0,
    }
  }

  function messageOf(
    request: ReceivedRequest,
    reply: Extract<Scripted, { kind: 'message' }>,
    mode: 'direct' | 'batch',
  ) {
    const prompt = promptTokens(request)
    const output = Math.min(request.max_tokens, reply.output_tokens ?? Math.max(1, tokensOf(reply.text)))
    const book = ledger[mode]
    book.messages += 1
    book.input_tokens += prompt.input_tokens
    book.cache_write_5m_tokens += prompt.cache_write_5m_tokens
    book.cache_write_1h_tokens += prompt.cache_write_1h_tokens
    book.cache_read_tokens += prompt.cache_read_tokens
    book.output_tokens += output
    sequence += 1
    return {
      id: `msg_test_${sequence}`,
      type: 'message',
      role: 'assistant',
      model: request.model,
      container: null,
      diagnostics: null,
      content: reply.content ?? [{ type: 'text', text: reply.text, citations: null }],
      stop_reason: reply.stop_reason ?? 'end_turn',
      stop_details: reply.stop_details ?? null,
      stop_sequence: null,
      usage:
        reply.usage === undefined
          ? {
              input_tokens: prompt.input_tokens,
              cache_creation_input_tokens: prompt.cache_write_5m_tokens + prompt.cache_write_1h_tokens,
              cache_creation: {
                ephemeral_5m_input_tokens: prompt.cache_write_5m_tokens,
                ephemeral_1h_input_tokens: prompt.cache_write_1h_tokens,
              },
              cache_read_input_tokens: prompt.cache_read_tokens,
              output_tokens: output,
              output_tokens_details: { thinking_tokens: reply.thinking_tokens ?? 0 },
              inference_geo: null,
              server_tool_use: null,
              service_tier: mode === 'batch' ? 'batch' : 'standard',
              speed: 'standard',
            }
          : reply.usage,
    }
  }

  async function answerMessage(request: ReceivedRequest, response: ServerResponse): Promise<void> {
    const fault = faultOf(request, maxInput, promptSize(request, perByte))
    if (fault) return refuse(response, 400, 'invalid_request_error', fault)
    const seen: SeenCall = { at: Date.now(), request, status: 200, mode: 'direct' }
    calls.push(seen)
    const reply = await script(request, calls.length)
    switch (reply.kind) {
      case 'never':
        seen.status = 'never'
        return
      case 'raw':
        seen.status = reply.status
        response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
        response.end(reply.body)
        return
      case 'error':
        seen.status = reply.status
        return refuse(response, reply.status, reply.type, reply.message ?? reply.type, reply)
      case 'cut_connection':
        seen.status = 'cut'
        if (reply.counted) messageOf(request, { kind: 'message', text: reply.text ?? emptyReply() }, 'direct')
        response.destroy()
        return
      case 'cut_body': {
        seen.status = 'cut'
        const body = JSON.stringify(messageOf(request, { kind: 'message', text: reply.text }, 'direct'))
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        })
        response.write(body.slice(0, Math.floor(body.length / 2)))
        setTimeout(() => response.destroy(), 10)
        return
      }
      case 'message':
        if (reply.delayMs) await new Promise((resolve) => setTimeout(resolve, reply.delayMs))
        send(response, 200, messageOf(request, reply, 'direct'))
    }
  }

  function batchObject(batch: Batch) {
    const of = (type: string) =>
      batch.results?.filter(({ result }) => (result as { type: string }).type === type).length ?? 0
    return {
      id: batch.id,
      type: 'message_batch',
      processing_status: batch.results ? 'ended' : batch.cancelled ? 'canceling' : 'in_progress',
      request_counts: {
        processing: batch.results ? 0 : batch.requests.length,
        succeeded: of('succeeded'),
        errored: of('errored'),
        canceled: of('canceled'),
        expired: of('expired'),
      },
      created_at: batch.created_at,
      expires_at: new Date(Date.parse(batch.created_at) + 86_400_000).toISOString(),
      ended_at: batch.ended_at,
      archived_at: null,
      cancel_initiated_at: null,
      results_url: batch.results ? `${url()}/v1/messages/batches/${batch.id}/results` : null,
    }
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost')
    if (incoming.headers['anthropic-version'] !== API_VERSION)
      return refuse(response, 400, 'invalid_request_error', `anthropic-version: ${API_VERSION} is required`)
    if (incoming.headers.authorization !== `Bearer ${key}` && incoming.headers['x-api-key'] !== key)
      return refuse(response, 401, 'authentication_error', 'invalid key')
    const text = await bodyOf(incoming)
    if (text === null)
      return refuse(response, 413, 'invalid_request_error', 'Request exceeds the maximum size')
    const body = text === '' ? {} : JSON.parse(text)
    const route = `${incoming.method} ${pathname}`
    const batchId = /^\/v1\/messages\/batches\/([^/]+)(\/results|\/cancel)?$/.exec(pathname)

    if (route === 'POST /v1/messages') return await answerMessage(body, response)
    if (route === 'POST /v1/messages/count_tokens')
      return send(response, 200, { input_tokens: Math.ceil(promptSize(body, perByte)) })
    if (route === 'POST /v1/messages/batches') {
      const fault = batchFault(body, maxInput, perByte)
      if (fault) return refuse(response, 400, 'invalid_request_error', fault)
      sequence += 1
      const batch: Batch = {
        id: `msgbatch_test_${sequence}_${createHash('sha256').update(text).digest('hex').slice(0, 6)}`,
        created_at: new Date().toISOString(),
        ended_at: null,
        cancelled: false,
        requests: body.requests,
        results: null,
      }
      batches.unshift(batch)
      return send(response, 200, batchObject(batch))
    }
    if (route === 'GET /v1/messages/batches') {
      const limit = Number(searchParams.get('limit') ?? 20)
      const data = batches.slice(0, limit).map(batchObject)
      return send(response, 200, {
        data,
        has_more: batches.length > limit,
        first_id: data[0]?.id ?? null,
        last_id: data.at(-1)?.id ?? null,
        next_page: null,
      })
    }
    if (batchId) {
      const batch = batches.find(({ id }) => id === batchId[1])
      if (!batch) return refuse(response, 404, 'not_found_error', 'no such batch')
      if (batchId[2] === '/cancel') {
        batch.cancelled = true
        return send(response, 200, batchObject(batch))
      }
      if (batchId[2] !== '/results') return send(response, 200, batchObject(batch))
      if (!batch.results) return refuse(response, 400, 'invalid_request_error', 'the batch has not ended')
      response.writeHead(200, { 'content-type': 'application/x-jsonl' })
      response.end(batch.results.map((line) => `${JSON.stringify(line)}\n`).join(''))
      return
    }
    const model = /^\/v1\/models\/([^/]+)$/.exec(pathname)?.[1]
    if (incoming.method === 'GET' && model) {
      const known = Object.hasOwn(models, model) ? models[model] : modelObject(model)
      return known ? send(response, 200, known) : refuse(response, 404, 'not_found_error', `model: ${model}`)
    }
    refuse(response, 404, 'not_found_error', `no ${route}`)
  }

  const server = createServer((incoming, response) => {
    atOnce += 1
    most = Math.max(most, atOnce)
    response.once('close', () => {
      atOnce -= 1
    })
    handle(incoming, response).catch((error: Error) => {
      if (!response.headersSent) refuse(response, 500, 'api_error', error.message)
      else response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url: url(),
    calls,
    ledger,
    batches,
    script(next) {
      script = next
    },
    models(next) {
      models = next
    },
    async endBatch(id, { expire, cancel } = {}) {
      const batch = batches.find((one) => one.id === id)
      if (!batch) throw new Error(`no batch ${id}`)
      const results: NonNullable<Batch['results']> = []
      for (const { custom_id, params } of batch.requests) {
        if (cancel) results.push({ custom_id, result: { type: 'canceled' } })
        else if (expire?.(custom_id)) results.push({ custom_id, result: { type: 'expired' } })
        else {
          calls.push({ at: Date.now(), request: params, status: 200, mode: 'batch' })
          const reply = await script(params, calls.length)
          if (reply.kind === 'message')
            results.push({
              custom_id,
              result: { type: 'succeeded', message: messageOf(params, reply, 'batch') },
            })
          else if (reply.kind === 'error')
            results.push({
              custom_id,
              result: {
                type: 'errored',
                error: {
                  type: 'error',
                  error: { type: reply.type, message: reply.message ?? '' },
                  request_id: null,
                },
              },
            })
          else throw new Error(`${reply.kind} cannot happen in a batch`)
        }
      }
      batch.results = results.reverse()
      batch.ended_at = new Date().toISOString()
    },
    mostAtOnce: () => most,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function emptyLedger(): TokenLedger {
  return {
    messages: 0,
    input_tokens: 0,
    cache_write_5m_tokens: 0,
    cache_write_1h_tokens: 0,
    cache_read_tokens: 0,
    output_tokens: 0,
  }
}

export function emptyReply(): string {
  return JSON.stringify({ findings: [], abstain: false, abstain_reason: null })
}

function promptSize(request: ReceivedRequest, perByte: number): number {
  return Buffer.byteLength(JSON.stringify(request)) * perByte
}

/** What the API refuses with 400. */
function faultOf(request: Partial<ReceivedRequest>, maxInput: number, size: number): string | null {
  for (const name of ['temperature', 'top_p', 'top_k'])
    if (Object.hasOwn(request, name)) return `${name}: is not supported`
  if (typeof request.model !== 'string') return 'model: Field required'
  if (!Number.isInteger(request.max_tokens) || (request.max_tokens as number) < 0)
    return 'max_tokens: Field required'
  if (!Array.isArray(request.messages) || request.messages.length === 0) return 'messages: Field required'
  if (size > maxInput) return `prompt is too long: ${Math.ceil(size)} tokens > ${maxInput} maximum`
  const blocks = [...(request.system ?? []), ...request.messages.flatMap(({ content }) => content)]
  if (blocks.filter((block) => block.cache_control).length > 4)
    return 'A maximum of 4 blocks with cache_control may be provided'
  const format = request.output_config?.format
  return format ? schemaFault(format.schema, 'output_config.format.schema') : null
}

/** Structured outputs want closed objects with every property required. */
function schemaFault(schema: unknown, path: string): string | null {
  if (typeof schema !== 'object' || schema === null) return `${path}: must be an object`
  const { type, properties, required, additionalProperties, items } = schema as Record<string, unknown>
  if (type === 'object') {
    if (additionalProperties !== false) return `${path}: additionalProperties must be false`
    const names = Object.keys(properties ?? {})
    if (names.some((name) => !((required ?? []) as string[]).includes(name)))
      return `${path}: not all are required`
    for (const name of names) {
      const fault = schemaFault((properties as Record<string, unknown>)[name], `${path}.${name}`)
      if (fault) return fault
    }
  }
  return items ? schemaFault(items, `${path}.items`) : null
}

function batchFault(
  body: { requests?: Batch['requests'] },
  maxInput: number,
  perByte: number,
): string | null {
  if (!Array.isArray(body.requests) || body.requests.length === 0) return 'requests: Field required'
  if (body.requests.length > 100_000) return 'requests: at most 100000'
  const ids = body.requests.map(({ custom_id }) => custom_id)
  if (new Set(ids).size !== ids.length) return 'requests: custom_id must be unique'
  if (ids.some((id) => !/^[a-zA-Z0-9_-]{1,64}$/.test(id))) return 'requests: custom_id has the wrong form'
  for (const { params } of body.requests) {
    const fault = faultOf(params, maxInput, promptSize(params, perByte))
    if (fault) return fault
  }
  return null
}

function modelObject(id: string): unknown {
  const yes = { supported: true }
  return /^claude-(?:haiku|sonnet|opus)-5-5$/.test(id)
    ? {
        id,
        type: 'model',
        display_name: id,
        created_at: '2026-08-01T00:00:00Z',
        deprecated_at: null,
        lifecycle: 'active',
        line: id.split('-')[1],
        max_input_tokens: 1_000_000,
        max_tokens: 128_000,
        retires_at: null,
        capabilities: {
          batch: yes,
          structured_outputs: yes,
          effort: { supported: true, low: yes, medium: yes, high: yes, max: yes, xhigh: null },
        },
      }
    : null
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'request-id': `req_test_${Math.random()}`,
  })
  response.end(JSON.stringify(body))
}

function refuse(
  response: ServerResponse,
  status: number,
  type: string,
  message: string,
  more: { error_code?: string; headers?: Record<string, string> } = {},
): void {
  const details = more.error_code ? { error_code: more.error_code } : null
  response.writeHead(status, { 'content-type': 'application/json', ...more.headers })
  response.end(JSON.stringify({ type: 'error', error: { type, message, details }, request_id: 'req_test' }))
}

async function bodyOf(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming) {
    length += (chunk as Buffer).length
    if (length <= MAX_BODY_BYTES) chunks.push(chunk as Buffer)
  }
  return length > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8')
}
