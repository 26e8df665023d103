import { createLogger } from '../../log.ts'
import { type LeaseLimiter, limiterOver } from '../lease-limiter.ts'
import type { LeaseStore } from '../lease-store.ts'
import type { Admission, LimitPolicy, LimitSubject } from '../limiter.ts'
import { monthAt } from '../month.ts'
import { modelLeaseStore } from './model-lease-store.ts'

/** What happens in one simulated life of an organisation. Times are milliseconds from its start. */
export interface Scenario {
  seed: number
  replicas: number
  rate: number
  burst: number
  quota: number
  /** A spend cap gives nothing on trust. */
  spendCap: boolean
  /** Units of a second key's own cap; null: it has none. */
  keyCap: number | null
  costs: number[]
  /** Share of answers that are not billed. */
  unbilled: number
  /** Longest time until an answer. */
  answerMs: number
  /** Longest flight of a call to Redis and back. */
  latencyMs: number
  /** Milliseconds until the month ends; null: far away. */
  monthEndsIn: number | null
  phases: { ms: number; perSecond: number; skew: boolean }[]
  faults: ({ at: number } & (
    | { kind: 'crash'; replica: number }
    | { kind: 'outage'; ms: number }
    | { kind: 'flush' }
  ))[]
}

export interface Outcome {
  requests: number
  admitted: number
  redisCalls: number
  violations: string[]
}

/** As the limiter itself gives up on a call. */
const TIMEOUT_MS = 50
const SHIP_MS = 1_000
const RECOVERY_MS = 6_000
/** A process notices within a second that Redis went, and within another that it came back. */
const UNNOTICED_S = 2
/** A process for which Redis is too slow leaves it alone so long, while others draw from it; then it says what it gave out. */
const ALONE_S = 1
const LIFE_S = 1
const START = Date.UTC(2025, 4, 10)
const MONTH_END = Date.UTC(2025, 5, 1)
const REQUESTS = 1_200
/** Everybody is known to everybody before the load begins. */
export const LOAD_AT = 4_000

interface Replica {
  limiter: LeaseLimiter
  alive: boolean
}

interface Served {
  epoch: string
  key: string
  at: number
  units: number
}

/**
 * Drives real limiters on a clock that is turned by hand, over a store with flights, losses and outages, and checks every
 * admission. Nothing waits for real time.
 */
export async function simulate(scenario: Scenario): Promise<Outcome> {
  const random = randomOf(scenario.seed)
  const agenda = newAgenda()
  const startsAt = scenario.monthEndsIn === null ? START : MONTH_END - scenario.monthEndsIn
  // As clocks are read: in whole milliseconds.
  const wall = () => Math.floor(startsAt + agenda.now)
  const state = modelLeaseStore({ now: () => Math.round(1_000_000_000 + agenda.now * 1_000) })
  const outages = scenario.faults.filter((one) => one.kind === 'outage')
  const isDown = () => outages.some((one) => agenda.now >= one.at && agenda.now < one.at + one.ms)
  const logger = createLogger('simulation', 'silent')
  const served: Served[] = []
  const recoveredAt = new Map<string, number>()
  const violations: string[] = []
  /** Processes that gave up on a call: for them Redis was away, whether it was gone or only too slow. */
  const leftAlone = new Set<string>()
  let redisCalls = 0
  let started = 0

  const unitsStore = {
    async unitsByEpoch(wish: { key_id?: string; since: Date }) {
      const totals = new Map<string, number>()
      for (const one of served) {
        const lost = recoveredAt.get(one.epoch)
        const visibleAt =
          lost === undefined || one.at + SHIP_MS < lost - RECOVERY_MS ? one.at + SHIP_MS : lost
        if (agenda.now < visibleAt || startsAt + one.at < wish.since.getTime()) continue
        if (wish.key_id !== undefined && one.key !== wish.key_id) continue
        totals.set(one.epoch, (totals.get(one.epoch) ?? 0) + one.units)
      }
      return [...totals].map(([epoch, units]) => ({ epoch, units }))
    },
  }

  function startReplica(): Replica {
    started += 1
    const epoch = `epoch_${started}`
    const giveUp = (reject: (cause: Error) => void, message: string) => {
      leftAlone.add(epoch)
      reject(new Error(message))
    }
    const replica = { alive: true } as Replica
    const flights: LeaseStore = Object.fromEntries(
      Object.entries(state).map(([name, run]) => [
        name,
        (...args: unknown[]) =>
          new Promise((resolve, reject) => {
            redisCalls += 1
            const there = (random() * scenario.latencyMs) / 2
            const whole = there + (random() * scenario.latencyMs) / 2
            const ifAlive = (settle: () => void) => () => replica.alive && settle()
            agenda.after(Math.min(there, TIMEOUT_MS), () => {
              if (isDown()) {
                // Refused at once, or never answered.
                const lost = () => giveUp(reject, 'Redis is away')
                agenda.after(random() < 0.5 ? 0 : TIMEOUT_MS - there, ifAlive(lost))
                return
              }
              // The call was sent: it takes effect even when its sender is dead or gives up.
              void (run as (...args: unknown[]) => Promise<unknown>)(...args).then((answer) => {
                if (whole > TIMEOUT_MS)
                  agenda.after(
                    TIMEOUT_MS - there,
                    ifAlive(() => giveUp(reject, 'late')),
                  )
                else
                  agenda.after(
                    whole - there,
                    ifAlive(() => resolve(answer)),
                  )
              })
            })
          }),
      ]),
    ) as unknown as LeaseStore
    replica.limiter = limiterOver(flights, unitsStore, logger, {
      epoch,
      clock: { monotonic: () => agenda.now, wall },
      redisTimeoutMs: 0,
      beatMs: 0,
    })
    const beat = () => {
      if (!replica.alive) return
      void replica.limiter.beat()
      agenda.after(1_000, beat)
    }
    beat()
    return replica
  }

  const replicas = Array.from({ length: scenario.replicas }, startReplica)
  const subjects = subjectsOf(scenario)

  const admissions: { at: number; cost: number }[] = []
  const used = new Map<string, number>()
  let requests = 0

  async function request(replica: Replica, subject: LimitSubject, cost: number): Promise<void> {
    requests += 1
    const { limiter } = replica
    const decided = limiter.admitNow(subject, cost) ?? (await limiter.admit(subject, cost))
    if (!replica.alive) return
    checkLevels(decided)
    if (decided.verdict !== 'admitted') return
    const at = agenda.now
    const month = monthAt(wall()).name
    admissions.push({ at, cost })
    const add = (units: number) => {
      for (const policy of subject.policies) {
        if (policy.kind === 'rate') continue
        const address = `${policy.name === 'key_month' ? subject.key_id : 'organisation'} ${month}`
        const total = (used.get(address) ?? 0) + units
        used.set(address, total)
        const most = policy.limit + trustOf(policy, leftAlone.size)
        if (units > 0 && total > most)
          violations.push(`${policy.name}: ${total} units of ${most} at ${at} ms`)
      }
    }
    add(cost)
    const billed = random() >= scenario.unbilled
    agenda.after(random() * scenario.answerMs, () => {
      // Who died before the answer has served nothing.
      if (!replica.alive) return add(-cost)
      if (billed) {
        served.push({ epoch: limiter.epoch, key: subject.key_id, at: agenda.now, units: cost })
        return
      }
      add(-cost)
      limiter.refund(subject, cost)
    })
  }

  function checkLevels(admission: Admission): void {
    for (const level of admission.levels) {
      if (!(level.remaining >= 0 && level.remaining <= level.limit && level.reset_ms >= 0)) {
        violations.push(`level ${JSON.stringify(level)}`)
      }
    }
    if (admission.verdict !== 'admitted' && !(admission.retry_after_ms > 0)) {
      violations.push(`${admission.verdict} says nothing of when to come back`)
    }
  }

  let at = LOAD_AT
  let planned = 0
  for (const phase of scenario.phases) {
    const gap = 1_000 / phase.perSecond
    for (let t = at; t < at + phase.ms && planned < REQUESTS; t += gap * 2 * random()) {
      planned += 1
      agenda.at(t, () => {
        const index = phase.skew ? 0 : Math.floor(random() * replicas.length)
        const cost = scenario.costs[Math.floor(random() * scenario.costs.length)] as number
        const subject = subjects[Math.floor(random() * subjects.length)] as LimitSubject
        void request(replicas[index] as Replica, subject, cost)
      })
    }
    at += phase.ms
  }
  const end = at + RECOVERY_MS
  for (const fault of scenario.faults) {
    if (fault.kind === 'flush') agenda.at(fault.at, () => state.flush())
    if (fault.kind !== 'crash') continue
    const index = fault.replica % replicas.length
    agenda.at(fault.at, () => {
      const dead = replicas[index] as Replica
      dead.alive = false
      recoveredAt.set(dead.limiter.epoch, agenda.now + RECOVERY_MS)
      const next = startReplica()
      replicas[index] = next
      agenda.after(RECOVERY_MS + 1, () => {
        void next.limiter.settleReplica(dead.limiter.epoch).catch(() => {})
      })
    })
  }
  await agenda.run(end)

  const held = scenario.replicas * Math.floor((0.05 * scenario.burst) / scenario.replicas)
  const bound =
    scenario.burst +
    Math.min(held, scenario.rate * LIFE_S) +
    (scenario.rate * Math.min(scenario.latencyMs, TIMEOUT_MS)) / 1_000 +
    outages.length * UNNOTICED_S * scenario.rate +
    (scenario.latencyMs > TIMEOUT_MS ? ALONE_S * scenario.rate : 0)
  let level = 0
  let last = 0
  for (const one of admissions) {
    // The most that any interval ending here admitted beyond r·T.
    level = Math.max(0, level - ((one.at - last) * scenario.rate) / 1_000) + one.cost
    last = one.at
    if (level > bound + 1e-6) {
      violations.push(`burst: ${level} units beyond r·T, the bound is ${bound}, at ${one.at} ms`)
      break
    }
  }
  return { requests, admitted: admissions.length, redisCalls, violations }
}

/** The one exception to exact quotas: what each process may give out when Redis did not answer it. */
function trustOf(policy: LimitPolicy & { kind: 'quota' }, leftAlone: number): number {
  if (policy.problem === 'spend_cap_reached') return 0
  return leftAlone * Math.min(Math.floor(policy.limit / 100), 1_000)
}

function subjectsOf(scenario: Scenario): LimitSubject[] {
  const { rate, burst, quota, spendCap, keyCap } = scenario
  const policies: LimitPolicy[] = [
    { kind: 'rate', name: 'burst', rate, burst, quota: burst, window: Math.ceil(burst / rate) },
    // So wide that the burst decides: the day is the same code with other numbers.
    { kind: 'rate', name: 'day', rate: rate * 4, burst: burst * 10, quota: burst * 20, window: 86_400 },
    spendCap
      ? {
          kind: 'quota',
          name: 'spend',
          limit: quota,
          problem: 'spend_cap_reached',
          included: Math.floor(quota / 2),
        }
      : { kind: 'quota', name: 'month', limit: quota, problem: 'quota_exceeded' },
  ]
  const subject = (key_id: string, more: LimitPolicy[]): LimitSubject => ({
    organisation_id: 'org_a',
    key_id,
    policies: [...policies, ...more],
    concurrency: 1_000,
  })
  if (keyCap === null) return [subject('key_a', [])]
  const cap: LimitPolicy = { kind: 'quota', name: 'key_month', limit: keyCap, problem: 'quota_exceeded' }
  return [subject('key_a', []), subject('key_b', [cap])]
}

/** What is due, in the order of its time; between two entries every promise that can go on does. */
function newAgenda() {
  const heap: { at: number; order: number; run: () => void }[] = []
  let order = 0
  const before = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]] as [(typeof heap)[number], (typeof heap)[number]]
    return one.at < other.at || (one.at === other.at && one.order < other.order)
  }
  const swap = (a: number, b: number) => {
    const one = heap[a]
    heap[a] = heap[b] as (typeof heap)[number]
    heap[b] = one as (typeof heap)[number]
  }
  const agenda = {
    now: 0,
    at(at: number, run: () => void): void {
      order += 1
      heap.push({ at, order, run })
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1
        if (!before(i, parent)) break
        swap(i, parent)
        i = parent
      }
    },
    after(ms: number, run: () => void): void {
      agenda.at(agenda.now + Math.max(0, ms), run)
    },
    async run(until: number): Promise<void> {
      while (heap.length > 0 && (heap[0] as { at: number }).at <= until) {
        const next = heap[0] as (typeof heap)[number]
        const last = heap.pop() as (typeof heap)[number]
        if (heap.length > 0) {
          heap[0] = last
          for (let i = 0; ; ) {
            const left = 2 * i + 1
            let least = i
            if (left < heap.length && before(left, least)) least = left
            if (left + 1 < heap.length && before(left + 1, least)) least = left + 1
            if (least === i) break
            swap(i, least)
            i = least
          }
        }
        agenda.now = next.at
        next.run()
        await new Promise(setImmediate)
      }
    },
  }
  return agenda
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
