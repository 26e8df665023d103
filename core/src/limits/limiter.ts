/** A rate: units that come back with time (GCRA). Held by the organisation, however many keys it has. */
export interface RatePolicy {
  kind: 'rate'
  name: 'burst' | 'day'
  /** Units that come back per second. */
  rate: number
  /** Units that may be spent at once after a long pause. */
  burst: number
  /** The quota and the window in seconds that `RateLimit-Policy` names. */
  quota: number
  window: number
  /** Held by the key alone instead of the organisation. */
  per?: 'key'
}

/** Units of a calendar month (UTC) that do not come back, and the problem a request meets when they are used up. */
export interface QuotaPolicy {
  kind: 'quota'
  name: 'month' | 'spend' | 'key_month'
  limit: number
  problem: 'quota_exceeded' | 'spend_cap_reached'
  /** Of `spend`: the units the plan includes. They are shown as the level `month` and refuse nothing. */
  included?: number
}

export type LimitPolicy = RatePolicy | QuotaPolicy

/** Whom limits are for. One object per key record, reused for every request of the key. */
export interface LimitSubject {
  organisation_id: string
  key_id: string
  policies: readonly LimitPolicy[]
  /** Requests in flight at once, per process. */
  concurrency: number
}

export interface PolicyLevel {
  name: string
  limit: number
  /** Never negative. */
  remaining: number
  /** Milliseconds until the policy is full again, or the month ends. */
  reset_ms: number
}

export type LimitVerdict =
  | 'admitted'
  | 'rate_limited'
  | 'concurrency_exceeded'
  | 'quota_exceeded'
  | 'spend_cap_reached'
  /** Redis is away and nothing may be handed out on trust. */
  | 'quota_unavailable'

export interface Admission {
  verdict: LimitVerdict
  levels: readonly PolicyLevel[]
  /** Names of the policies that refused. */
  violated: readonly string[]
  /** Milliseconds until the same request can be admitted; 0 when admitted. */
  retry_after_ms: number
}

/**
 * Decides whether a request may be served. A process holds leases: units drawn ahead from the one central state in Redis, so a
 * warm decision asks nobody (design in `docs-site/content/decisions`). Every admission is paid for by a unit that was granted.
 */
export interface Limiter {
  /** Decides out of what this process holds; `undefined` when the central state must be asked. Never waits. */
  admitNow(subject: LimitSubject, cost: number): Admission | undefined
  /** Decides, asking Redis where it must. Never throws. */
  admit(subject: LimitSubject, cost: number): Promise<Admission>
  /** Gives back the units of the month (and the spend cap) of an answer that is not billed. Never throws. */
  refund(subject: LimitSubject, cost: number): void
  /** Takes a place among the requests in flight; false when there is none. Every true is followed by one `leave`. */
  enter(subject: LimitSubject): boolean
  leave(subject: LimitSubject): void
  /** True while this process decides without Redis. */
  isDegraded(): boolean
  /** How often it decided without Redis, and how many commands it sent to Redis, since it started. */
  counts(): { fallbacks: number; redisCalls: number }
  /** Returns what it holds. */
  close(): Promise<void>
}
