const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long to wait before each attempt, from the one before it; ten attempts over 75 hours. */
export const RETRY_SCHEDULE_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
/** Waits differ by as much, so that what failed together does not come back together. */
const JITTER = 0.2
/** A receiver may ask for more time, but not for ever. */
export const MAX_RETRY_AFTER_MS = 24 * HOUR

/**
 * How long to wait before the next attempt, in milliseconds, when `step` of the schedule's attempts were made; undefined
 * when that was the last. `random` is in [0, 1).
 */
export function nextWaitMs(
  step: number,
  retryAfterMs: number | undefined,
  random: number,
  schedule: readonly number[] = RETRY_SCHEDULE_MS,
): number | undefined {
  const wait = schedule[step]
  if (wait === undefined) return undefined
  const jittered = Math.round(wait * (1 - JITTER + 2 * JITTER * random))
  return Math.max(jittered, Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS))
}

/** Reads Retry-After (RFC 9110): seconds, or a date. Milliseconds; undefined when it says neither. */
export function retryAfterOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  if (/^\d{1,10}$/.test(header)) return Number(header) * SECOND
  if (!/^[A-Za-z]{3,9},? /.test(header)) return undefined
  const moment = Date.parse(header)
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now.getTime())
}
