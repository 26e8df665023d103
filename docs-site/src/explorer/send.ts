import type { Answer } from './answer.tsx'
import type { PreparedRequest } from './request.ts'

const TIMEOUT_MS = 30_000
const READABLE = /json|^text\/|xml|javascript/

/** Sends a request from the browser. Never throws: what goes wrong is an answer as well. */
export async function send(request: PreparedRequest): Promise<Answer> {
  const started = performance.now()
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const bytes = await response.arrayBuffer()
    return {
      kind: 'response',
      status: response.status,
      statusText: response.statusText,
      durationMs: performance.now() - started,
      headers: [...response.headers.entries()],
      text: READABLE.test(response.headers.get('content-type') ?? '')
        ? new TextDecoder().decode(bytes)
        : null,
      sizeBytes: bytes.byteLength,
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'failure', url: request.url, reason }
  }
}
