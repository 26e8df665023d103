import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Ground, Invariant, Row } from './invariant.ts'
import { type LimitPlan, type LimitProcess, type LimitResult, limitProcesses } from './limit-processes.ts'

const PROCESSES = 3
const LIMITS = [10, 100, 1_000]
const WINDOWS = [5, 10]
const LOADS = [0.9, 1, 1.5, 2]
const SECONDS = 10
const STORM = 200_000
const SETTLED_MS = 3_500
/** A process notices within a second that Redis went, and within another that it came back. */
const UNNOTICED_S = 2

export const invariant: Invariant = {
  id: 'I29',
  title: 'rates hold over all processes, in any interval, also without Redis',
  async run(ground) {
    const redis = await ground.redis()
    const fleet = await limitProcesses(redis.url, PROCESSES)
    try {
      await sleep(SETTLED_MS)
      return [
        ...(await accuracy(ground, fleet.all)),
        ...(await economy(ground, fleet.all, redis.url)),
        ...(await outage(ground, fleet.all, redis)),
      ]
    } finally {
      await fleet.close()
    }
  },
}

/** Even loads below, at and above limits of many sizes; "q in w seconds" is a bucket of q/2 that fills in w. */
async function accuracy(ground: Ground, processes: LimitProcess[]): Promise<Row[]> {
  const cases = LIMITS.flatMap((limit) =>
    WINDOWS.flatMap((window) => LOADS.map((load) => ({ limit, window, load }))),
  )
  let over = 0
  let worst = 0
  let admitted = 0
  let expected = 0
  const all = await Promise.all(
    cases.map(async ({ limit, window, load }) => {
      const plan = { rate: limit / (2 * window), burst: limit / 2, quota: null }
      const organisation = `org_${limit}_${window}_${load}_${ground.seed}`
      return {
        plan,
        limit,
        window,
        load,
        total: await together(processes, organisation, plan, plan.rate * load, SECONDS),
      }
    }),
  )
  for (const { plan, limit, window, load, total } of all) {
    const excess = beyond(total, plan.rate) - bound(plan, total)
    worst = Math.max(worst, excess)
    if (excess > 0 || most(total, window) > limit * 1.05) {
      over += 1
      ground.say(`limit ${limit} in ${window} s at load ${load}: ${excess} units beyond the bound`)
    }
    // What a case admits beyond its rate, out of its bucket, does not make up for another that admits too little.
    const due = Math.min(total.asked, plan.rate * SECONDS)
    admitted += Math.min(total.admitted.length, due)
    expected += due
  }
  const share = admitted / expected
  return [
    {
      check: 'cases',
      value: all.length,
      unit: 'cases',
      at_least: cases.length,
      ok: all.length === cases.length,
    },
    {
      check: 'cases over the bound in some interval',
      value: over,
      unit: 'cases',
      at_most: 0,
      ok: over === 0,
    },
    {
      check: 'admitted of what was due under even load',
      value: share,
      unit: 'share',
      at_least: 0.95,
      ok: share >= 0.95,
    },
  ]
}

/** What Redis has to do at a high rate, and in a flood of refused requests. */
async function economy(ground: Ground, processes: LimitProcess[], url: string): Promise<Row[]> {
  const redis = new Redis(url)
  try {
    const plan = { rate: 50_000, burst: 200_000, quota: null }
    const before = await calls(redis)
    const busy = await together(processes, 'org_busy', plan, 18_000, 3)
    const between = await calls(redis)
    const size = ground.size === undefined ? STORM : Math.max(3_000, ground.size)
    const tight = { rate: 1, burst: 10, quota: null }
    const storm = await together(processes, 'org_storm', tight, size / 3, 3)
    const after = await calls(redis)
    const [perRequest, perRefusal] = [(between - before) / busy.asked, (after - between) / storm.asked]
    const refused = storm.refused.rate_limited ?? 0
    ground.say(
      `${busy.asked} requests: ${between - before} commands; ${refused} refused: ${after - between} commands`,
    )
    return [
      {
        check: 'Redis commands a request at a high rate',
        value: perRequest,
        unit: 'commands',
        at_most: 0.01,
        ok: perRequest <= 0.01,
      },
      {
        check: 'requests admitted at a high rate',
        value: busy.admitted.length / busy.asked,
        unit: 'share',
        at_least: 0.95,
        ok: busy.admitted.length >= 0.95 * busy.asked,
      },
      {
        check: 'requests refused in a flood',
        value: refused,
        unit: 'requests',
        at_least: 0.99 * size,
        ok: refused >= 0.99 * size,
      },
      {
        check: 'Redis commands a refused request',
        value: perRefusal,
        unit: 'commands',
        at_most: 0.01,
        ok: perRefusal <= 0.01,
      },
    ]
  } finally {
    redis.disconnect()
  }
}

/** Redis goes and comes back empty: each process applies its share, out of a bucket that starts empty. */
async function outage(
  ground: Ground,
  processes: LimitProcess[],
  redis: { stop(): Promise<void>; start(): Promise<void> },
): Promise<Row[]> {
  const plan = { rate: 60, burst: 120, quota: null }
  const load = together(processes, 'org_outage', plan, 180, 10)
  await sleep(3_000)
  await redis.stop()
  const gone = performance.timeOrigin + performance.now()
  await sleep(3_000)
  const back = performance.timeOrigin + performance.now()
  await redis.start()
  const total = await load
  const excess = beyond(total, plan.rate) - bound(plan, total) - UNNOTICED_S * plan.rate
  const during = total.admitted.filter((at) => at >= gone && at < back).length
  const due = (plan.rate * (back - gone)) / 1_000
  ground.say(
    `an outage of 3 s: ${during} admitted of ${Math.round(due)} that the rate allows, ${total.fallbacks} decided alone`,
  )
  return [
    {
      check: 'units beyond the bound over an outage',
      value: Math.max(0, excess),
      unit: 'units',
      at_most: 0,
      ok: excess <= 0,
    },
    {
      check: 'admitted during the outage of what the rate allows',
      value: during / due,
      unit: 'share',
      at_least: 0.8,
      ok: during >= 0.8 * due,
    },
    {
      check: 'decided without Redis',
      value: total.fallbacks,
      unit: 'requests',
      at_least: 1,
      ok: total.fallbacks > 0,
    },
  ]
}

async function together(
  processes: LimitProcess[],
  organisation: string,
  plan: LimitPlan,
  perSecond: number,
  seconds: number,
): Promise<LimitResult> {
  const share = perSecond / processes.length
  const requests = Math.max(1, Math.round(share * seconds))
  const parts = await Promise.all(
    processes.map((one) => one.run({ organisation, plan, requests, perSecond: share })),
  )
  const sum = (of: (one: LimitResult) => number) => parts.reduce((total, one) => total + of(one), 0)
  return {
    asked: sum((one) => one.asked),
    admitted: parts.flatMap((one) => one.admitted).sort((a, b) => a - b),
    refused: { rate_limited: sum((one) => one.refused.rate_limited ?? 0) },
    redisCalls: sum((one) => one.redisCalls),
    fallbacks: sum((one) => one.fallbacks),
    slowestMs: Math.max(...parts.map((one) => one.slowestMs)),
  }
}

/** The most that any interval admitted beyond r·T. */
function beyond({ admitted }: LimitResult, rate: number): number {
  let level = 0
  let worst = 0
  let last = 0
  for (const at of admitted) {
    level = Math.max(0, level - ((at - last) * rate) / 1_000) + 1
    last = at
    worst = Math.max(worst, level)
  }
  return worst
}

/** B + min(N·L, r·τ), and what came back while an answer of Redis was under way. */
function bound({ rate, burst }: LimitPlan, { slowestMs }: LimitResult): number {
  const held = PROCESSES * Math.floor((0.05 * burst) / PROCESSES)
  return burst + Math.min(held, rate) + (rate * slowestMs) / 1_000
}

/** The most that any window of so many seconds admitted. */
function most({ admitted }: LimitResult, seconds: number): number {
  let worst = 0
  let from = 0
  admitted.forEach((at, i) => {
    while ((admitted[from] as number) <= at - seconds * 1_000) from += 1
    worst = Math.max(worst, i - from + 1)
  })
  return worst
}

/** Commands of the limits; those inside of the scripts are not round trips. */
async function calls(redis: Redis): Promise<number> {
  const stats = await redis.info('commandstats')
  return [...stats.matchAll(/cmdstat_(?:evalsha|eval|sadd|expire|zscore|smembers):calls=(\d+)/g)].reduce(
    (sum, one) => sum + Number(one[1]),
    0,
  )
}
