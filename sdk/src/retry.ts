/** The longest wait chosen here; the server may ask for more, up to `maxRetryAfterMs`. */
const MAX_BACKOFF_MS = 8000
const FIRST_BACKOFF_MS = 500

const RETRIED_STATUS = new Set([408, 425, 429, 500, 502, 503, 504])

/** Full jitter: a uniform share of a ceiling that doubles, so that many clients do not return in step. */
export function backoffMs(attempt: number, random: number): number {
  return random * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt)
}

/** Whether the same request may be sent again. The server's word (`X-Should-Retry`) goes before ours. */
export function isRetried({
  status,
  code,
  headers,
}: {
  status: number
  code: string | null
  headers: Headers
}): boolean {
  const word = headers.get('x-should-retry')
  if (word) return word === 'true'
  return RETRIED_STATUS.has(status) || (status === 409 && code === 'idempotency_in_progress')
}

/** How long the server asks to wait: milliseconds, seconds or a date, else the first exhausted limit; null if it does not say. */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const milliseconds = headers.get('retry-after-ms')
  if (milliseconds && +milliseconds >= 0) return +milliseconds
  const value = headers.get('retry-after')
  if (value) {
    if (+value >= 0) return +value * 1000
    const date = Date.parse(value)
    if (date) return Math.max(0, date - now)
  }
  const exhausted = parseRateLimit(headers).filter(({ remaining }) => remaining === 0)
  return exhausted[0] ? Math.max(...exhausted.map(({ resetMs }) => resetMs)) : null
}

/** What is left of one limit, as the `RateLimit` header says. */
export interface RateLimit {
  name: string
  remaining: number
  /** Until the limit is whole again. */
  resetMs: number
}

/** Reads `"burst";r=87;t=1, "month";r=99120;t=1209600` (IETF draft); an empty list when there is no such header. */
export function parseRateLimit(headers: Headers): RateLimit[] {
  const said = headers.get('ratelimit')
  if (!said) return []
  return [...said.matchAll(/"([^"]+)"([^,]*)/g)].flatMap(([, name = '', fields = '']) => {
    const remaining = /;\s*r=(\d+)/.exec(fields)?.[1]
    const seconds = /;\s*t=(\d+)/.exec(fields)?.[1] ?? 0
    return remaining ? [{ name, remaining: +remaining, resetMs: +seconds * 1000 }] : []
  })
}

/** Waits, and ends at once with the signal's reason when it is aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, ms)
    if (signal?.aborted) abort()
    else signal?.addEventListener('abort', abort, { once: true })
  })
}
