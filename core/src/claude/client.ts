import Anthropic, { APIConnectionError, APIError, APIUserAbortError } from '@anthropic-ai/sdk'
import type { Message, MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages'
import type { Usage } from './call-store.ts'
import type { TokenUse } from './prices.ts'

/** Why there is no answer now. Codes are permanent: they stand in the processing ledger. */
export type Unavailable =
  | 'rate_limited'
  | 'overloaded'
  | 'server_error'
  | 'network'
  | 'spend_limit'
  | 'not_authorised'
  | 'request_refused'
  | 'model_unavailable'
  | 'schema_invalid'
  | 'budget'
  | 'batch_failed'

export type CallResult =
  | { status: 'message'; message: Message; duration_ms: number }
  /** The request is too large for the model: ask about less at once. */
  | { status: 'too_large'; billed: 'no' }
  | {
      status: 'unavailable'
      reason: Exclude<Unavailable, 'budget' | 'schema_invalid' | 'batch_failed'>
      /** How long the API asks to wait. */
      retry_after_ms: number | null
      /** Whether the attempt may have cost money all the same. */
      billed: 'no' | 'unknown'
      detail: string
    }

export interface ClaudeClientSettings {
  apiKey: string
  baseURL?: string | undefined
  /** Attempts after the first. The wait between them is the API's `retry-after`, or grows. */
  maxRetries: number
  timeoutMs: number
}

/** A longer wait is not slept through: the work goes back to the queue. */
const LONGEST_INLINE_WAIT_MS = 20_000

const SPEND_CODES = new Set([
  'contract_spend_limit_reached',
  'enforced_spend_limit_reached',
  'linked_organization_spend_limit_reached',
  'linked_organization_billing_unavailable',
  'organization_on_hold',
])

/** Claude behind the SDK. The environment is never looked at: what is not passed in is not set. */
export function claudeClient(settings: ClaudeClientSettings) {
  const sdk = new Anthropic({
    apiKey: settings.apiKey,
    authToken: null,
    baseURL: settings.baseURL ?? 'https://api.anthropic.com',
    maxRetries: settings.maxRetries,
    timeout: settings.timeoutMs,
    logLevel: 'off',
  })

  return {
    sdk,

    /**
     * One message. `promiseAnother` is asked before an attempt that follows one whose price is not known (a connection that
     * was cut): it must promise the money for a further call, or say no, which ends the attempts.
     */
    async ask(
      request: MessageCreateParamsNonStreaming,
      promiseAnother: () => Promise<boolean>,
      signal?: AbortSignal,
    ): Promise<CallResult> {
      const started = performance.now()
      const stop = new AbortController()
      const watch = watchedFetch(promiseAnother, () => stop.abort())
      try {
        const message = await sdk.withOptions({ fetch: watch.fetch }).messages.create(request, {
          signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
        })
        return { status: 'message', message, duration_ms: Math.round(performance.now() - started) }
      } catch (error) {
        return resultOf(error, watch)
      }
    },
  }
}

export type ClaudeClient = ReturnType<typeof claudeClient>

interface Watch {
  /** The last attempt reached the API and its answer did not reach us. */
  unknown: boolean
  fetch: typeof globalThis.fetch
}

/** Looks at every attempt of the SDK, because each of them can cost money. */
function watchedFetch(promiseAnother: () => Promise<boolean>, stop: () => void): Watch {
  const watch: Watch = {
    unknown: false,
    async fetch(url, init) {
      if (watch.unknown && !(await promiseAnother())) {
        stop()
        throw new Error('no further call was promised')
      }
      watch.unknown = true
      let response: Response
      try {
        response = await globalThis.fetch(url, init)
      } catch (error) {
        watch.unknown = !neverArrived(error)
        throw error
      }
      // An error that the API states is not billed; a message is, whether or not we get to read it.
      watch.unknown = response.ok
      if (response.ok || waitOf(response.headers) <= LONGEST_INLINE_WAIT_MS) return response
      const headers = new Headers(response.headers)
      headers.set('x-should-retry', 'false')
      return new Response(response.body, {
        status: response.status,
        statusText: response.statusText,
        headers,
      })
    },
  }
  return watch
}

/** Failures before a byte of the request was sent. */
function neverArrived(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } }
  return [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'ENETUNREACH',
    'EHOSTUNREACH',
  ].includes(String(cause?.code))
}

function waitOf(headers: Headers | undefined): number {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  if (milliseconds > 0) return milliseconds
  const header = headers?.get('retry-after')
  if (!header) return 0
  const seconds = Number.parseFloat(header)
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1_000
  return Number.isFinite(wait) ? Math.max(0, wait) : 0
}

function resultOf(error: unknown, watch: Watch): CallResult {
  const billed = watch.unknown ? 'unknown' : 'no'
  const unavailable = (
    reason: Exclude<Unavailable, 'budget' | 'schema_invalid' | 'batch_failed'>,
    retry_after_ms: number | null = null,
  ): CallResult => ({
    status: 'unavailable',
    reason,
    retry_after_ms,
    billed,
    detail: String((error as Error).message).slice(0, 300),
  })
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError) return unavailable('network')
  if (!(error instanceof APIError) || error.status === undefined) {
    // A body that was cut, or JSON that is none, under a status of success.
    return unavailable(watch.unknown ? 'network' : 'request_refused')
  }
  const wait = waitOf(error.headers as Headers | undefined)
  const after = wait > 0 ? Math.ceil(wait) : null
  if (error.status === 402 || error.type === 'billing_error' || SPEND_CODES.has(error.errorCode ?? ''))
    return unavailable('spend_limit', after)
  switch (error.status) {
    case 413:
      return { status: 'too_large', billed: 'no' }
    case 400:
      return saysTooLong(error) ? { status: 'too_large', billed: 'no' } : unavailable('request_refused')
    case 401:
    case 403:
      return unavailable('not_authorised')
    case 404:
      return unavailable('model_unavailable')
    case 429:
      return unavailable('rate_limited', after)
    case 529:
      return unavailable('overloaded', after)
  }
  return unavailable(error.status >= 500 ? 'server_error' : 'request_refused', after)
}

/** The API has no code for a prompt beyond the context of the model; its text says so. */
function saysTooLong(error: APIError): boolean {
  return (
    error.type === 'invalid_request_error' &&
    /prompt is too long|too many (?:input )?tokens/i.test(error.message)
  )
}

/**
 * What a reply says it used. A reply without `usage`, or with one that makes no sense, is counted at the most it can have
 * been, and says so.
 */
export function usageOf(message: Pick<Message, 'usage'>, worst: { input: number; output: number }): Usage {
  const usage = message.usage as Partial<Message['usage']> | null | undefined
  const input = count(usage?.input_tokens)
  const output = count(usage?.output_tokens)
  if (input === null || output === null) {
    return {
      input_tokens: worst.input,
      cache_write_5m_tokens: 0,
      cache_write_1h_tokens: 0,
      cache_read_tokens: 0,
      output_tokens: worst.output,
      thinking_tokens: 0,
      usage_estimated: true,
    }
  }
  const written = count(usage?.cache_creation_input_tokens) ?? 0
  const hour = Math.min(written, count(usage?.cache_creation?.ephemeral_1h_input_tokens) ?? 0)
  const use: TokenUse = {
    input_tokens: input,
    cache_write_5m_tokens: written - hour,
    cache_write_1h_tokens: hour,
    cache_read_tokens: count(usage?.cache_read_input_tokens) ?? 0,
    output_tokens: output,
    thinking_tokens: Math.min(output, count(usage?.output_tokens_details?.thinking_tokens) ?? 0),
  }
  return { ...use, usage_estimated: false }
}

function count(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31
    ? (value as number)
    : null
}
