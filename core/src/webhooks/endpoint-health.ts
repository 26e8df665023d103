const HOUR_MS = 3_600_000
/** Failures within a day, this far apart, make an endpoint one that is failing. */
const SPAN_MS = 24 * HOUR_MS
const APART_MS = 12 * HOUR_MS
/** So long may everything fail before the endpoint is disabled. */
const PATIENCE_MS = 5 * 24 * HOUR_MS

/** The failures since the last success. */
export interface EndpointHealth {
  /** Where the span of failures begins that may show the endpoint to be failing. */
  first_failure_at: string | null
  /** Since when everything fails; null while that is not known. */
  failing_since: string | null
}

export const HEALTHY: EndpointHealth = { first_failure_at: null, failing_since: null }

/**
 * What a failure at `now` says of an endpoint of which nothing succeeded since `health` began. One failure now and one last
 * week prove nothing: the clock of five days only runs once two failures of one day lie twelve hours apart.
 */
export function afterFailure(health: EndpointHealth, now: Date): EndpointHealth & { giveUp: boolean } {
  const at = now.toISOString()
  if (health.failing_since !== null) {
    return { ...health, giveUp: now.getTime() - Date.parse(health.failing_since) >= PATIENCE_MS }
  }
  const first = health.first_failure_at
  const age = first === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(first)
  if (age > SPAN_MS) return { first_failure_at: at, failing_since: null, giveUp: false }
  return { first_failure_at: first, failing_since: age >= APART_MS ? first : null, giveUp: false }
}
