/** Why a call to EDGAR failed. The codes are permanent: the processing ledger and the dashboards name them. */
export const edgarReasons = {
  /** EDGAR has no such file, now. A filing just announced may still appear; the caller knows when to stop asking. */
  not_found: { retryable: false },
  /** Somebody was told to slow down; nobody sends until the pause is over. Nothing was sent. */
  paused: { retryable: true },
  /** EDGAR answered this request with 403, 429 or its threshold page; the pause has begun. */
  rate_limited: { retryable: true },
  /** EDGAR does not accept our User-Agent; the pause has begun. */
  undeclared_user_agent: { retryable: true },
  /** The body does not end the way a complete file ends. */
  truncated: { retryable: true },
  /** The body ended at another count of bytes than Content-Length announced. */
  wrong_length: { retryable: true },
  /** The gzip stream is broken: checksum, trailer or data. */
  bad_gzip: { retryable: true },
  /** A web page came where a file was expected. */
  html_page: { retryable: true },
  /** The bytes are neither a page nor the kind of file that was asked for. */
  unexpected_content: { retryable: true },
  timeout: { retryable: true },
  network: { retryable: true },
  too_large: { retryable: false },
  server_error: { retryable: true },
  /** The answer points at another host, or in circles. */
  bad_redirect: { retryable: false },
  /** The rate limiter's Redis did not answer, so nothing was sent. */
  limiter_unavailable: { retryable: true },
  /** The caller gave up. */
  aborted: { retryable: false },
} as const

export type EdgarReason = keyof typeof edgarReasons

export class EdgarError extends Error {
  readonly reason: EdgarReason
  readonly retryable: boolean
  readonly url: string | null
  readonly status: number | null
  /** Milliseconds before another attempt can succeed, when that is known. */
  readonly retry_after_ms: number | null
  constructor(
    reason: EdgarReason,
    detail: string,
    context: { url?: string; status?: number; retry_after_ms?: number; cause?: unknown } = {},
  ) {
    super(`${reason}: ${detail}`, context.cause === undefined ? undefined : { cause: context.cause })
    this.name = 'EdgarError'
    this.reason = reason
    this.retryable = edgarReasons[reason].retryable
    this.url = context.url ?? null
    this.status = context.status ?? null
    this.retry_after_ms = context.retry_after_ms ?? null
  }
}
