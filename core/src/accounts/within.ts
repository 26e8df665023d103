/** Nobody can say at the moment whether a key is good. The caller may come again. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable'
  /** As the driver of Postgres would say it. */
  readonly code = 'CONNECTION_UNAVAILABLE'
  readonly retryAfterMs: number
  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause })
    this.retryAfterMs = options.retryAfterMs ?? 1_000
  }
}

/** Waits so long and no longer; the work itself is not ended by it. Throws `KeysUnavailable`. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new KeysUnavailable(`no answer within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
