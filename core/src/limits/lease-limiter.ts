import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Logger } from '../log.ts'
import { breaker } from './breaker.ts'
import { addGrant, holdOf, type Lease, newLease, requireBurst, takeUnits, unitsOf } from './lease.ts'
import type { AcquireAnswer, Beat, LeaseStore, PolicyCall } from './lease-store.ts'
import type {
  Admission,
  Limiter,
  LimitPolicy,
  LimitSubject,
  LimitVerdict,
  PolicyLevel,
  RatePolicy,
} from './limiter.ts'
import { monthAt } from './month.ts'
import { redisLeaseStore } from './redis-lease-store.ts'
import type { UnitsStore } from './units-store.ts'

/** Redis gets this long to answer. */
const REDIS_TIMEOUT_MS = 50
const POSTGRES_TIMEOUT_MS = 2_000
const BEAT_MS = 1_000
/** A process that was not heard of for so long is not counted. */
const REPLICA_TTL_MS = 5_000
/** Units are given back, and the organisation forgotten, when nothing was asked for it for so long. */
const IDLE_MS = 60_000
/** After Redis lost its memory, so long until every process has told it, or Postgres, what it spent. */
const SETTLE_MS = 3_000
/** A refusal stands at least so long: a flood of refused requests asks Redis at most fifty times a second. */
const MIN_DENIAL_MS = 20
const QUOTA_DENIAL_MS = 1_000
const QUOTA_UNAVAILABLE_RETRY_MS = 5_000
/** Given out on trust while Redis is away: this share of a quota, at most so many units. */
const TRUST_SHARE = 0.01
const TRUST_UNITS = 1_000
const ORGANISATIONS = 20_000
const WAITERS = 20_000
/** Answers of requests that began in the month before may still come. */
const LATE_REFUNDS_MS = 60_000
/** How often it looks for dead processes whose journals were recovered, and how far back. */
const SETTLE_EVERY_MS = 30_000
const SETTLE_BACK_MS = 600_000
const DAY_MS = 86_400_000
const REMINDED_AT_ONCE = 500
const ATTEMPTS = 4
/** How often a call is sent before Redis counts as away. */
const CALL_ATTEMPTS = 3

export interface LeaseLimiterOptions {
  /** Names this process; the meter counts under the same name. */
  epoch?: string
  prefix?: string
  clock?: Clock
  redisTimeoutMs?: number
  /** 0: `beat` is called by whoever made the limiter. */
  beatMs?: number
  settleMs?: number
  organisations?: number
}

export interface Clock {
  /** Milliseconds that never go back. */
  monotonic(): number
  /** Milliseconds since 1970. */
  wall(): number
}

export interface LeaseLimiter extends Limiter {
  readonly epoch: string
  /** Says that this process is alive, learns how many are, and gives back what is idle. */
  beat(): Promise<void>
  /**
   * Gives back what a dead process took and did not use. Call it once all of its usage is in Postgres. Returns the number of
   * scopes settled; 0 when the process is alive. Rejects when Redis or Postgres is away.
   */
  settleReplica(epoch: string): Promise<number>
}

/** Limits out of leases from the state in Redis. */
export function leaseLimiter(
  redis: Redis,
  units: UnitsStore,
  logger: Logger,
  options: LeaseLimiterOptions = {},
): LeaseLimiter {
  return limiterOver(redisLeaseStore(redis, options.prefix ?? 'limits'), units, logger, options)
}

/** One organisation (or key with a bucket of its own): everything that is asked of Redis in one call. */
interface Owner {
  name: string
  leases: Map<string, Lease>
  waiters: Waiter[]
  /** Requests that wait for Redis. */
  waiting: number
  /** A call is under way. */
  asking: boolean
  inFlight: number
  /** When Redis last answered for it. */
  reachedAt: number
  usedAt: number
  forgotten: boolean
}

/** What the policies of a subject come to: one object per subject, reused by every request. */
interface Held {
  owner: Owner
  policies: readonly LimitPolicy[]
  leases: Lease[]
  levels: PolicyLevel[]
  admitted: Admission
  reserve: number
}

interface Waiter {
  held: Held
  cost: number
  attempts: number
  resolve(admission: Admission): void
}

/** The limiter over any central state. */
export function limiterOver(
  store: LeaseStore,
  units: UnitsStore,
  logger: Logger,
  options: LeaseLimiterOptions = {},
): LeaseLimiter {
  const epoch = options.epoch ?? randomUUID()
  const clock = options.clock ?? { monotonic: () => performance.now(), wall: () => Date.now() }
  const {
    redisTimeoutMs = REDIS_TIMEOUT_MS,
    beatMs = BEAT_MS,
    settleMs = SETTLE_MS,
    organisations = ORGANISATIONS,
  } = options
  const owners = new Map<string, Owner>()
  const subjects = new WeakMap<LimitSubject, Held>()
  const circuit = breaker()
  let seq = 0
  let replicas = 0
  let created = 0
  /** Which Redis, by when it began, knows what this process took. */
  let remindedOf = 0
  let createdSeenAt = Number.NEGATIVE_INFINITY
  let month = monthAt(clock.wall())
  let monthEndsAt = 0
  let monthCheckAt = Number.NEGATIVE_INFINITY
  let failedAt = Number.NEGATIVE_INFINITY
  let degraded = false
  let fallbacks = 0
  let redisCalls = 0
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let settleAt = Number.NEGATIVE_INFINITY
  let settled = new Set<string>()

  // Deciding

  function admitNow(subject: LimitSubject, cost: number): Admission | undefined {
    const now = clock.monotonic()
    if (now >= monthCheckAt) checkMonth(now)
    const held = heldBy(subject)
    const { owner } = held
    const refusal = denial(held, cost, now)
    if (refusal) return refusal
    if (owner.waiting > 0) return undefined
    return decideLocally(held, cost, now)
  }

  async function admit(subject: LimitSubject, cost: number): Promise<Admission> {
    start()
    const decided = admitNow(subject, cost)
    if (decided) return decided
    const held = heldBy(subject)
    const { owner } = held
    if (owner.waiting >= WAITERS)
      return refuse(held, cost, clock.monotonic(), 'rate_limited', [], MIN_DENIAL_MS)
    return await new Promise((resolve) => {
      owner.waiters.push({ held, cost, attempts: 0, resolve })
      owner.waiting += 1
      if (!owner.asking) void serve(owner)
    })
  }

  /** Out of leases; alone when Redis is left alone; `undefined` when it must be asked. */
  function decideLocally(held: Held, cost: number, now: number): Admission | undefined {
    const { leases, owner } = held
    for (let i = 0; i < leases.length; i++) {
      if (unitsOf(leases[i] as Lease, now) >= cost) continue
      return circuit.allows(now) ? undefined : decideAlone(held, cost, now)
    }
    for (let i = 0; i < leases.length; i++) takeUnits(leases[i] as Lease, cost, now)
    owner.usedAt = now
    if (!owner.asking && isLow(leases, now) && circuit.allows(now)) void drawAhead(held, cost)
    return admitted(held, now)
  }

  /** The refusal that still stands, if one does. */
  function denial(held: Held, cost: number, now: number): Admission | undefined {
    const { leases } = held
    for (let i = 0; i < leases.length; i++) {
      const lease = leases[i] as Lease
      if (isDenied(lease, cost, now)) return refuseByLeases(held, cost, now)
    }
    return undefined
  }

  function refuseByLeases(held: Held, cost: number, now: number): Admission {
    let verdict: LimitVerdict = 'rate_limited'
    const violated: string[] = []
    let wait = 1
    held.policies.forEach((policy, i) => {
      const lease = held.leases[i] as Lease
      if (!isDenied(lease, cost, now)) return
      violated.push(policy.name)
      let until = lease.denyUntil - now
      if (policy.kind === 'rate') until += ((cost - lease.denyCost) * 1000) / policy.rate
      else if (lease.uncertain) verdict = 'quota_unavailable'
      else if (verdict !== 'quota_unavailable') verdict = policy.problem
      wait = Math.max(wait, until)
    })
    return refuse(held, cost, now, verdict, violated, Math.ceil(wait))
  }

  function refuse(
    held: Held,
    cost: number,
    now: number,
    verdict: LimitVerdict,
    violated: string[],
    retry_after_ms: number,
  ): Admission {
    readLevels(held, now)
    const levels = held.levels.map((level) => {
      if (!violated.includes(level.name)) return { ...level }
      const remaining = Math.min(level.remaining, cost - 1)
      return { ...level, remaining, reset_ms: verdict === 'rate_limited' ? retry_after_ms : level.reset_ms }
    })
    return { verdict, levels, violated, retry_after_ms }
  }

  function admitted(held: Held, now: number): Admission {
    readLevels(held, now)
    return held.admitted
  }

  function readLevels(held: Held, now: number): void {
    const { policies, leases, levels } = held
    let next = 0
    for (let i = 0; i < policies.length; i++) {
      const policy = policies[i] as LimitPolicy
      const lease = leases[i] as Lease
      const level = levels[next++] as PolicyLevel
      if (policy.kind === 'rate') {
        const central = lease.remaining + ((now - lease.toldAt) * policy.rate) / 1000
        const units = Math.floor(Math.min(policy.burst, central + unitsOf(lease, now)))
        level.remaining = Math.max(0, units)
        level.reset_ms = Math.ceil(((policy.burst - level.remaining) * 1000) / policy.rate)
        continue
      }
      const units = Math.min(policy.limit, lease.remaining + lease.left)
      level.remaining = units
      level.reset_ms = Math.max(0, Math.ceil(monthEndsAt - now))
      if (policy.included !== undefined) {
        const included = levels[next++] as PolicyLevel
        included.remaining = Math.max(0, units - (policy.limit - policy.included))
        included.reset_ms = level.reset_ms
      }
    }
  }

  // Asking Redis

  async function serve(owner: Owner): Promise<void> {
    owner.asking = true
    try {
      // Whoever comes in the same turn of the event loop goes with the same call.
      await Promise.resolve()
      while (owner.waiters.length > 0) await serveAlike(owner)
    } finally {
      owner.asking = false
    }
  }

  /** Serves the first who waits, and all who want the same. */
  async function serveAlike(owner: Owner): Promise<void> {
    const [{ held, cost }] = owner.waiters as [Waiter]
    const wantsTheSame = (one: Waiter) => one.held === held && one.cost === cost
    const alike = owner.waiters.filter(wantsTheSame)
    owner.waiters = owner.waiters.filter((one) => !wantsTheSame(one))
    const answer = (waiter: Waiter, admission: Admission) => {
      owner.waiting -= 1
      waiter.resolve(admission)
    }
    const decide = (waiters: Waiter[]) => {
      const now = clock.monotonic()
      if (now >= monthCheckAt) checkMonth(now)
      return waiters.filter((waiter) => {
        const decided = denial(held, cost, now) ?? decideLocally(held, cost, now)
        if (decided) answer(waiter, decided)
        return decided === undefined
      })
    }
    const open = decide(alike)
    if (open.length === 0) return
    const reached = await ask(held, cost, open.length)
    const now = clock.monotonic()
    if (!reached) {
      for (const waiter of open) answer(waiter, decideAlone(held, cost, now))
      return
    }
    for (const waiter of decide(open)) {
      waiter.attempts += 1
      if (waiter.attempts < ATTEMPTS) owner.waiters.push(waiter)
      else answer(waiter, refuse(held, cost, now, 'rate_limited', [], MIN_DENIAL_MS))
    }
  }

  async function drawAhead(held: Held, cost: number): Promise<void> {
    const { owner } = held
    owner.asking = true
    await ask(held, cost, 0)
    owner.asking = false
    if (owner.waiters.length > 0) await serve(owner)
  }

  /** One call for all policies of a subject; false when it failed. */
  async function ask(held: Held, cost: number, waiters: number): Promise<boolean> {
    const { owner, leases } = held
    try {
      if (replicas === 0) await heartbeat(false)
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const askedAt = clock.monotonic()
        if (askedAt >= monthCheckAt) checkMonth(askedAt)
        const asked = { month: month.name, at: askedAt, empty: askedAt - failedAt }
        const policies = held.policies.map((_, i) => callOf(held, i, cost * waiters, askedAt))
        const emptyAgo = failedAt > owner.reachedAt ? Math.round(asked.empty * 1000) : -1
        seq += 1
        const answer = await call(() =>
          store.acquire({ epoch, seq, cost, waiters, emptyAgo, month: asked.month, replicas, policies }),
        )
        if (answer.outcome === 'stale') continue
        if (answer.outcome === 'unknown') {
          await tell(leases[answer.policy] as Lease, held.policies[answer.policy] as LimitPolicy)
          continue
        }
        apply(held, cost, asked, policies, answer)
        return true
      }
    } catch {
      // Whatever it was, this process now decides alone for a while, and Redis has to know.
      failedAt = clock.monotonic()
    }
    return false
  }

  function callOf(held: Held, i: number, waiting: number, now: number): PolicyCall {
    const policy = held.policies[i] as LimitPolicy
    const lease = held.leases[i] as Lease
    const hold = holdOf(lease, policy, Math.max(1, replicas), waiting, now)
    lease.wanted = 0
    lease.askedAt = now
    const { scope } = lease
    if (policy.kind === 'quota') {
      const { known, spent, left } = lease
      return {
        kind: 'quota',
        scope,
        limit: policy.limit,
        known,
        spent,
        held: left,
        hold,
        reserve: held.reserve,
      }
    }
    return {
      kind: 'rate',
      scope,
      name: policy.name,
      interval: intervalOf(policy),
      burst: policy.burst,
      left: unitsOf(lease, now),
      hold,
      debt: lease.name === 'day' || lease.debtSince === failedAt ? lease.debt : 0,
    }
  }

  function apply(
    held: Held,
    cost: number,
    asked: { month: string; at: number },
    calls: PolicyCall[],
    answer: AcquireAnswer & { outcome: 'decided' },
  ): void {
    const { owner } = held
    const now = clock.monotonic()
    if (now >= monthCheckAt) checkMonth(now)
    owner.reachedAt = asked.at
    owner.usedAt = now
    owners.delete(owner.name)
    owners.set(owner.name, owner)
    // The month ended on the way: what was granted of it belongs to the one before, and what was granted of a rate would lie
    // here beyond what may be held, while the bucket fills again.
    const ended = month.name !== asked.month
    answer.policies.forEach((told, i) => {
      const lease = held.leases[i] as Lease
      const call = calls[i] as PolicyCall
      if (call.kind === 'quota') {
        if (ended) return
        if (!call.known) lease.spent += told.taken - told.granted - told.left - call.spent
        lease.known = true
        lease.left = Math.max(0, lease.left - (call.held - told.left))
      } else {
        lease.debt = lease.name === 'day' ? lease.debt - call.debt : 0
      }
      if (!ended) addGrant(lease, told.granted, asked.at)
      lease.alone = Number.NaN
      lease.remaining = told.remaining
      lease.toldAt = now
      lease.size = unitsOf(lease, now)
      lease.denyUntil = Number.NEGATIVE_INFINITY
      if (told.retry === 0) return
      lease.denyCost = cost
      lease.uncertain = call.kind === 'quota' && told.retry > 0
      const wait = told.retry < 0 ? QUOTA_DENIAL_MS : Math.max(MIN_DENIAL_MS, told.retry / 1000)
      lease.denyUntil = now + wait
    })
  }

  /** Tells Redis what it has to know of a scope, out of Postgres. */
  async function tell(lease: Lease, policy: LimitPolicy): Promise<void> {
    // Asked anew: when Redis has just lost its memory, what was known of it is out of date.
    await heartbeat(false)
    const [organisation_id = '', key_id] = lease.scope.split('|')
    const now = clock.wall()
    const read = (since: number) =>
      within(units.unitsByEpoch({ organisation_id, key_id, since: new Date(since) }), POSTGRES_TIMEOUT_MS)
    const ofMonth = policy.kind === 'quota' ? await read(month.startsAt) : undefined
    const ofDay = key_id === undefined ? await read(now - DAY_MS) : []
    await call(() =>
      store.seed({
        scope: lease.scope,
        created,
        settle: settleMs * 1000,
        dayUnits: ofDay.reduce((sum, one) => sum + one.units, 0),
        month: month.name,
        units: ofMonth,
      }),
    )
  }

  /** A call to Redis: counted, timed, watched by the breaker, and sent again before Redis counts as away. */
  async function call<T>(send: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const at = clock.monotonic()
      if (!circuit.allows(at)) throw new Error('Redis is left alone')
      circuit.begin()
      redisCalls += 1
      try {
        const answer = await (redisTimeoutMs > 0 ? within(send(), redisTimeoutMs) : send())
        circuit.succeeded()
        degraded = false
        return answer
      } catch (cause) {
        const now = clock.monotonic()
        circuit.failed(now)
        // One late answer is no outage: nobody's bucket is emptied, and nobody refused, for it.
        if (attempt < CALL_ATTEMPTS && circuit.allows(now)) continue
        failedAt = now
        if (!degraded) {
          logger.warn({ action: 'limits.fallback', status: 'degraded', message: (cause as Error).message })
        }
        degraded = true
        throw cause
      }
    }
  }

  // Without Redis

  /**
   * Each process applies its share of every rate in a bucket of its own, which starts empty: a full one would let a second
   * burst pass. That of the day goes on from what was left, because an empty one would refuse everybody for hours.
   */
  function decideAlone(held: Held, cost: number, now: number): Admission {
    fallbacks += 1
    const { leases, policies } = held
    const violated: string[] = []
    let wait = 1
    let unavailable = false
    policies.forEach((policy, i) => {
      const lease = leases[i] as Lease
      if (policy.kind === 'quota') {
        if (lease.left < cost) trust(lease, policy)
        if (lease.left >= cost) return
        unavailable = true
      } else {
        if (unitsOf(lease, now) >= cost) return
        const short = aloneShort(lease, policy, cost, now)
        if (short <= 0) return
        wait = Math.max(wait, short)
      }
      violated.push(policy.name)
    })
    if (unavailable) return refuse(held, cost, now, 'quota_unavailable', violated, QUOTA_UNAVAILABLE_RETRY_MS)
    if (violated.length > 0) return refuse(held, cost, now, 'rate_limited', violated, Math.ceil(wait))
    policies.forEach((policy, i) => {
      const lease = leases[i] as Lease
      if (policy.kind === 'quota' || unitsOf(lease, now) >= cost) {
        takeUnits(lease, cost, now)
        return
      }
      lease.alone = Math.max(lease.alone, now) + cost * shareMs(policy)
      // What a burst gave before the last failure is covered: for Redis it was empty then.
      if (policy.name !== 'day' && lease.debtSince !== failedAt) lease.debt = 0
      lease.debtSince = failedAt
      lease.debt += cost
    })
    held.owner.usedAt = now
    return admitted(held, now)
  }

  /** Milliseconds that are missing until the own bucket has `cost` units. */
  function aloneShort(lease: Lease, policy: RatePolicy, cost: number, now: number): number {
    const share = policy.burst / Math.max(1, replicas)
    const interval = shareMs(policy)
    if (Number.isNaN(lease.alone)) {
      const start =
        policy.name === 'day' ? Math.min(policy.burst, lease.remaining) / Math.max(1, replicas) : 0
      lease.alone = now + (share - start) * interval
    }
    if (cost > share) return 1_000
    return Math.max(lease.alone, now) + (cost - share) * interval - now
  }

  function shareMs(policy: RatePolicy): number {
    return (1_000 * Math.max(1, replicas)) / policy.rate
  }

  function trust(lease: Lease, policy: LimitPolicy & { kind: 'quota' }): void {
    if (lease.trusted || policy.problem === 'spend_cap_reached') return
    lease.trusted = true
    lease.left += Math.min(Math.floor(policy.limit * TRUST_SHARE), TRUST_UNITS)
  }

  // The month

  function checkMonth(now: number): void {
    const wall = clock.wall()
    const current = monthAt(wall)
    monthEndsAt = now + (current.endsAt - wall)
    // The wall clock is read in whole milliseconds: in the last one it is asked for every request, or the month would end late.
    monthCheckAt = Math.min(now + 1_000, monthEndsAt - 1)
    if (current.name === month.name) return
    month = current
    for (const owner of owners.values()) for (const lease of owner.leases.values()) beginMonth(lease, now)
  }

  function beginMonth(lease: Lease, now: number): void {
    if (lease.name !== 'units') return
    lease.month = month.name
    lease.left = lease.size = 0
    lease.spent = 0
    lease.known = false
    lease.remaining = Number.POSITIVE_INFINITY
    lease.denyUntil = Number.NEGATIVE_INFINITY
    lease.refundsFrom = now + LATE_REFUNDS_MS
    lease.trusted = false
  }

  function refund(subject: LimitSubject, cost: number): void {
    const now = clock.monotonic()
    if (now >= monthCheckAt) checkMonth(now)
    for (const lease of heldBy(subject).leases) {
      if (lease.name !== 'units' || lease.spent < cost || now < lease.refundsFrom) continue
      lease.spent -= cost
      lease.left += cost
      lease.denyUntil = Number.NEGATIVE_INFINITY
    }
  }

  // Whom it is about

  function heldBy(subject: LimitSubject): Held {
    const known = subjects.get(subject)
    if (known && !known.owner.forgotten) return known
    requireBurst(subject)
    const own = subject.policies.every((policy) => policy.kind === 'rate' && policy.per === 'key')
    const keyScope = `${subject.organisation_id}|${subject.key_id}`
    const owner = ownerNamed(own ? keyScope : subject.organisation_id)
    const leases = subject.policies.map((policy) => {
      const perKey = policy.kind === 'quota' ? policy.name === 'key_month' : policy.per === 'key'
      return leaseOf(
        owner,
        perKey ? keyScope : subject.organisation_id,
        policy.kind === 'quota' ? 'units' : policy.name,
      )
    })
    const levels = subject.policies.flatMap((policy): PolicyLevel[] => {
      const limit = policy.kind === 'rate' ? policy.quota : policy.limit
      const level = { name: policy.name, limit, remaining: limit, reset_ms: 0 }
      if (policy.kind === 'rate' || policy.included === undefined) return [level]
      return [level, { name: 'month', limit: policy.included, remaining: policy.included, reset_ms: 0 }]
    })
    const burst = subject.policies.find((policy) => policy.name === 'burst') as RatePolicy
    const held: Held = {
      owner,
      policies: subject.policies,
      leases,
      levels,
      admitted: { verdict: 'admitted', levels, violated: [], retry_after_ms: 0 },
      // What others may have spent and not reported: at most what their leases and the burst allow in that time.
      reserve: Math.ceil(1.05 * burst.burst + burst.rate * (settleMs / 1000 + 2)),
    }
    subjects.set(subject, held)
    return held
  }

  function leaseOf(owner: Owner, scope: string, name: Lease['name']): Lease {
    const address = `${scope} ${name}`
    let lease = owner.leases.get(address)
    if (lease) return lease
    lease = newLease(scope, name)
    lease.month = month.name
    owner.leases.set(address, lease)
    if (name === 'units') call(() => store.noteScope(epoch, scope)).catch(() => {})
    return lease
  }

  function ownerNamed(name: string): Owner {
    const known = owners.get(name)
    if (known) return known
    if (owners.size >= organisations) forgetOldest()
    const owner: Owner = {
      name,
      leases: new Map(),
      waiters: [],
      waiting: 0,
      asking: false,
      inFlight: 0,
      reachedAt: Number.NEGATIVE_INFINITY,
      usedAt: clock.monotonic(),
      forgotten: false,
    }
    owners.set(name, owner)
    return owner
  }

  function forgetOldest(): void {
    for (const owner of owners.values()) {
      if (isBusy(owner)) continue
      void forget(owner)
      return
    }
  }

  function isBusy(owner: Owner): boolean {
    return owner.waiting > 0 || owner.asking || owner.inFlight > 0
  }

  /** Gives back the units of the month it holds. What it spent is remembered by Redis. */
  async function forget(owner: Owner): Promise<void> {
    owner.forgotten = true
    owners.delete(owner.name)
    for (const lease of owner.leases.values()) {
      if (lease.name !== 'units' || lease.left === 0 || !lease.known || lease.month !== month.name) continue
      const { scope, spent } = lease
      const policy: PolicyCall = {
        kind: 'quota',
        scope,
        limit: Number.MAX_SAFE_INTEGER,
        known: true,
        spent,
        held: 0,
        hold: 0,
        reserve: 0,
      }
      seq += 1
      const mine = seq
      await call(() =>
        store.acquire({
          epoch,
          seq: mine,
          cost: 1,
          waiters: 0,
          emptyAgo: -1,
          month: month.name,
          replicas: 1,
          policies: [policy],
        }),
      ).catch(() => {})
    }
  }

  // Being alive

  async function heartbeat(leaving: boolean): Promise<Beat> {
    const told = await call(() => store.beat({ epoch, ttl: REPLICA_TTL_MS * 1000, leaving }))
    const now = clock.monotonic()
    if (told.created !== created) createdSeenAt = now
    created = told.created
    // A Redis that lost its memory does not know of everybody yet.
    const forgetful = now - createdSeenAt < REPLICA_TTL_MS
    if (!leaving) replicas = Math.max(1, told.replicas, forgetful ? replicas : 0)
    return told
  }

  /** Tells a Redis that began anew what this process took in the month: some of it is not in Postgres yet. */
  async function remind(): Promise<void> {
    const current = created
    const taken = [...owners.values()].flatMap((owner) =>
      [...owner.leases.values()].filter(
        (lease) => lease.name === 'units' && lease.month === month.name && lease.spent + lease.left > 0,
      ),
    )
    for (let i = 0; i < taken.length; i += REMINDED_AT_ONCE) {
      const some = taken.slice(i, i + REMINDED_AT_ONCE)
      await Promise.all(
        some.map(({ scope, spent, left }) =>
          call(() => store.remember({ scope, month: month.name, epoch, units: spent + left })),
        ),
      )
    }
    remindedOf = current
  }

  async function beat(): Promise<void> {
    if (closed) return
    try {
      await heartbeat(false)
      if (remindedOf !== created) await remind()
    } catch {
      // The next one tries again; requests meanwhile decide alone.
    }
    const now = clock.monotonic()
    for (const owner of owners.values()) {
      // They lie in the order in which Redis answered for them.
      if (now - Math.max(owner.usedAt, owner.reachedAt) < IDLE_MS) break
      if (!isBusy(owner)) await forget(owner)
    }
    if (now >= settleAt && !degraded && !closed) {
      settleAt = now + SETTLE_EVERY_MS
      await settleRecovered().catch((cause: Error) =>
        logger.warn({ action: 'limits.settle', status: 'failed', message: cause.message }),
      )
    }
  }

  async function settleRecovered(): Promise<void> {
    if (!units.recoveredEpochs) return
    const since = new Date(clock.wall() - SETTLE_BACK_MS)
    const recovered = await within(units.recoveredEpochs(since), POSTGRES_TIMEOUT_MS)
    for (const dead of recovered) if (!settled.has(dead)) await settleReplica(dead)
    settled = new Set(recovered)
  }

  async function settleReplica(dead: string): Promise<number> {
    if (dead === epoch || (await call(() => store.isLive(dead)))) return 0
    const scopes = await call(() => store.scopesOf(dead))
    const { name, startsAt } = monthAt(clock.wall())
    for (const scope of scopes) {
      const [organisation_id = '', key_id] = scope.split('|')
      const wish = { organisation_id, key_id, since: new Date(startsAt) }
      const used = await within(units.unitsByEpoch(wish), POSTGRES_TIMEOUT_MS)
      const own = used.find((one) => one.epoch === dead)?.units ?? 0
      await call(() => store.settle({ scope, month: name, epoch: dead, units: own }))
    }
    return scopes.length
  }

  function start(): void {
    if (timer !== undefined || beatMs === 0 || closed) return
    timer = setInterval(() => void beat(), beatMs)
    timer.unref()
  }

  return {
    epoch,
    admitNow,
    admit,
    refund,
    beat,

    enter(subject) {
      const { owner } = heldBy(subject)
      if (owner.inFlight >= subject.concurrency) return false
      owner.inFlight += 1
      return true
    },

    leave(subject) {
      const { owner } = heldBy(subject)
      if (owner.inFlight > 0) owner.inFlight -= 1
    },

    isDegraded: () => degraded,

    counts: () => ({ fallbacks, redisCalls }),

    settleReplica,

    async close() {
      closed = true
      clearInterval(timer)
      await Promise.all([...owners.values()].map(forget))
      if (replicas > 0) await heartbeat(true).catch(() => {})
    },
  }
}

/** Units that are here are spent first; a refusal stands for what comes after them. */
function isDenied(lease: Lease, cost: number, now: number): boolean {
  return now < lease.denyUntil && cost >= lease.denyCost && unitsOf(lease, now) < cost
}

/** Microseconds for one unit, rounded up: a rate is never exceeded by rounding. */
function intervalOf(policy: RatePolicy): number {
  return Math.ceil(1_000_000 / policy.rate)
}

function isLow(leases: Lease[], now: number): boolean {
  for (let i = 0; i < leases.length; i++) {
    const lease = leases[i] as Lease
    if (lease.size > 1 && unitsOf(lease, now) * 2 <= lease.size) return true
  }
  return false
}

async function within<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    // An answer that came while this process was busy lies in the socket and is read before the second callback.
    timer = setTimeout(
      () => setImmediate(() => reject(new Error(`no answer within ${timeoutMs} ms`))),
      timeoutMs,
    )
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
