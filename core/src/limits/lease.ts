import type { LimitPolicy, LimitSubject } from './limiter.ts'

/** How long a unit of a rate may be spent after its grant; half of it is drawn ahead. */
const LIFE_MS = { burst: 1_000, day: 30_000, quota: 60_000 }
/** Leases together hold at most this share of what can be spent at once. */
const HELD_SHARE = 0.05
/** Demand is never reckoned over less. */
const MIN_ELAPSED_MS = 5

/**
 * What a process holds of one policy of one scope. Units of a rate are kept in two lots, because each may only be spent for so
 * long after its own grant; units of a month keep.
 */
export interface Lease {
  readonly scope: string
  readonly name: 'burst' | 'day' | 'units'
  readonly life: number
  left: number
  expiresAt: number
  older: number
  olderExpiresAt: number
  /** How much was held after the last grant: at half of it more is drawn. */
  size: number
  /** Requests of at least `denyCost` are refused until then without asking. */
  denyUntil: number
  denyCost: number
  /** The month's count was not certain when units were denied. */
  uncertain: boolean
  /** Units that the central state had left, and when it said so. */
  remaining: number
  toldAt: number
  /** Units wanted since it was last asked. */
  wanted: number
  askedAt: number
  /** `YYYY-MM` the units are of. */
  month: string
  /** Units of the month that were spent: all that this process spent once `known`, else those since the lease was made. */
  spent: number
  known: boolean
  /** Until then units that come back may be of the month before, and are let go. */
  refundsFrom: number
  /** Units given out on trust in this month. */
  trusted: boolean
  /** While Redis is away: when the own bucket would be full again, less its size. NaN: Redis is there. */
  alone: number
  /** Units given out meanwhile that Redis does not know of, and the failure since which they count. */
  debt: number
  debtSince: number
}

export function newLease(scope: string, name: Lease['name']): Lease {
  return {
    scope,
    name,
    life: name === 'units' ? LIFE_MS.quota : LIFE_MS[name],
    left: 0,
    expiresAt: Number.NEGATIVE_INFINITY,
    older: 0,
    olderExpiresAt: Number.NEGATIVE_INFINITY,
    size: 0,
    denyUntil: Number.NEGATIVE_INFINITY,
    denyCost: 0,
    uncertain: false,
    remaining: Number.POSITIVE_INFINITY,
    toldAt: 0,
    wanted: 0,
    askedAt: Number.NEGATIVE_INFINITY,
    month: '',
    spent: 0,
    known: false,
    refundsFrom: Number.NEGATIVE_INFINITY,
    trusted: false,
    alone: Number.NaN,
    debt: 0,
    debtSince: Number.NaN,
  }
}

/** Units that can be spent now. */
export function unitsOf(lease: Lease, now: number): number {
  if (lease.name === 'units') return lease.left
  return (now < lease.expiresAt ? lease.left : 0) + (now < lease.olderExpiresAt ? lease.older : 0)
}

/** Spends units that are there, the oldest first. */
export function takeUnits(lease: Lease, cost: number, now: number): void {
  lease.wanted += cost
  if (lease.name === 'units') {
    lease.left -= cost
    lease.spent += cost
    return
  }
  const old = now < lease.olderExpiresAt ? Math.min(cost, lease.older) : 0
  lease.older -= old
  lease.left -= cost - old
}

/** Adds a grant that was asked for at `askedAt`: what is left of the one before becomes the older lot. */
export function addGrant(lease: Lease, granted: number, askedAt: number): void {
  if (lease.name === 'units') {
    lease.left += granted
  } else if (granted > 0) {
    const current = askedAt < lease.expiresAt ? lease.left : 0
    const old = askedAt < lease.olderExpiresAt ? lease.older : 0
    // A third lot joins the second and goes with the older of the two.
    lease.olderExpiresAt = old > 0 ? Math.min(lease.olderExpiresAt, lease.expiresAt) : lease.expiresAt
    lease.older = current + old
    lease.left = granted
    lease.expiresAt = askedAt + lease.life
  }
}

/** Units worth holding: what the demand needs for half of a unit's life, and never more than a share of the limit. */
export function holdOf(
  lease: Lease,
  policy: LimitPolicy,
  replicas: number,
  waiting: number,
  now: number,
): number {
  const most = Math.floor((HELD_SHARE * (policy.kind === 'rate' ? policy.burst : policy.limit)) / replicas)
  if (most < 1) return 0
  const elapsed = Math.max(MIN_ELAPSED_MS, now - lease.askedAt)
  return Math.min(most, Math.ceil(((lease.wanted + waiting) / elapsed) * (lease.life / 2)))
}

/** The policies of a subject must name a burst: every admission then rests on an answer of Redis that is at most a second old. */
export function requireBurst(subject: LimitSubject): void {
  if (subject.policies.some((policy) => policy.kind === 'rate' && policy.name === 'burst')) return
  throw new Error(`the limits of ${subject.key_id} have no burst`)
}
