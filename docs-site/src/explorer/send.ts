import { eventParser, type ServerEvent } from '../../../sdk/src/event-parser.ts'
import type { Credential } from './credentials.ts'
import type { WireRequest } from './form.ts'

export type Answer =
  | {
      kind: 'response'
      status: number
      statusText: string
      durationMs: number
      headers: [name: string, value: string][]
      /** Null when the bytes are not text. */
      text: string | null
      bytes: ArrayBuffer
    }
  | { kind: 'failure'; url: string; reason: string; durationMs: number }

export interface StreamOpening {
  status: number
  statusText: string
  headers: [name: string, value: string][]
}

/** A scenario holds an answer back for longer than any real one. */
const TIMEOUT_MS = 40_000
const READABLE = /json|^text\/|xml|javascript/

function authorized({ url, method, headers, body }: WireRequest, credential: Credential): Request {
  const withKey = 'key' in credential && credential.key !== ''
  return new Request(url, {
    method,
    headers: withKey ? { ...headers, Authorization: `Bearer ${credential.key}` } : headers,
    body,
    cache: 'no-store',
    credentials: credential.kind === 'session' ? 'include' : 'omit',
  })
}

/** Sends a request from the browser. Never throws: what goes wrong is an answer as well. */
export async function send(
  request: WireRequest,
  credential: Credential,
  signal?: AbortSignal,
): Promise<Answer> {
  const started = performance.now()
  try {
    const timeout = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(authorized(request, credential), {
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    const bytes = await response.arrayBuffer()
    const type = response.headers.get('content-type') ?? ''
    return {
      kind: 'response',
      status: response.status,
      statusText: response.statusText,
      durationMs: performance.now() - started,
      headers: [...response.headers.entries()],
      text: READABLE.test(type) || bytes.byteLength === 0 ? new TextDecoder().decode(bytes) : null,
      bytes,
    }
  } catch (error) {
    return {
      kind: 'failure',
      url: request.url,
      reason: reasonOf(error),
      durationMs: performance.now() - started,
    }
  }
}

/** Opens a stream of events and hands out each, until it ends or `signal` says so. Refusals are answers. */
export async function openStream(
  request: WireRequest,
  credential: Credential,
  handlers: { opened: (opening: StreamOpening) => void; event: (event: ServerEvent) => void },
  signal: AbortSignal,
): Promise<Answer | null> {
  const started = performance.now()
  try {
    const response = await fetch(authorized(request, credential), { signal })
    const headers = [...response.headers.entries()]
    if (!response.ok || !response.body) {
      const bytes = await response.arrayBuffer()
      return {
        kind: 'response',
        status: response.status,
        statusText: response.statusText,
        durationMs: performance.now() - started,
        headers,
        text: new TextDecoder().decode(bytes),
        bytes,
      }
    }
    handlers.opened({ status: response.status, statusText: response.statusText, headers })
    const parse = eventParser()
    const reader = response.body.getReader()
    while (true) {
      const { done, value } = await reader.read()
      if (done) return null
      for (const event of parse(value)) if (event.data !== null) handlers.event(event)
    }
  } catch (error) {
    if (signal.aborted) return null
    return {
      kind: 'failure',
      url: request.url,
      reason: reasonOf(error),
      durationMs: performance.now() - started,
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'AbortError') return 'it was stopped'
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `nothing came within ${TIMEOUT_MS / 1000} seconds`
  }
  return error instanceof Error ? error.message : String(error)
}
