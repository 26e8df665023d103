import { setTimeout as sleep } from 'node:timers/promises'
import { leaseLimiter } from '@sec-latent/core/limits/lease-limiter'
import type { LimitPolicy, LimitSubject } from '@sec-latent/core/limits/limiter'
import { createLogger } from '@sec-latent/core/log'
import { Redis } from 'ioredis'
import type { LimitLoad, LimitResult } from './limit-processes.ts'

// One process of an invariant about limits: takes loads from its parent, and answers what was admitted when.
const redis = new Redis(process.argv[2] as string, {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  retryStrategy: () => 200,
})
redis.on('error', () => {})
await new Promise((resolve) => redis.once('ready', resolve))
const limiter = leaseLimiter(redis, { unitsByEpoch: async () => [] }, createLogger('limits', 'silent'))
// Known to the others before the first load.
await limiter.beat()
const beating = setInterval(() => void limiter.beat(), 1_000)
process.on('disconnect', () => {
  clearInterval(beating)
  process.exit(0)
})

/** One clock for all processes of the machine. */
const now = () => performance.timeOrigin + performance.now()

async function run({ organisation, plan, requests, perSecond }: LimitLoad): Promise<LimitResult> {
  const policies: LimitPolicy[] = [
    {
      kind: 'rate',
      name: 'burst',
      rate: plan.rate,
      burst: plan.burst,
      quota: plan.burst,
      window: Math.ceil(plan.burst / plan.rate),
    },
  ]
  if (plan.quota !== null) {
    policies.push({ kind: 'quota', name: 'month', limit: plan.quota, problem: 'quota_exceeded' })
  }
  const subject: LimitSubject = { organisation_id: organisation, key_id: 'key_a', policies, concurrency: 1e6 }
  const before = limiter.counts()
  const result: LimitResult = {
    asked: 0,
    admitted: [],
    refused: {},
    redisCalls: 0,
    fallbacks: 0,
    slowestMs: 0,
  }
  const waiting: Promise<void>[] = []
  const ask = () => {
    result.asked += 1
    const decided = limiter.admitNow(subject, 1)
    if (decided) return note(decided.verdict)
    const from = now()
    waiting.push(
      limiter.admit(subject, 1).then(({ verdict }) => {
        result.slowestMs = Math.max(result.slowestMs, now() - from)
        note(verdict)
      }),
    )
  }
  const note = (verdict: string) => {
    if (verdict === 'admitted') result.admitted.push(now())
    else result.refused[verdict] = (result.refused[verdict] ?? 0) + 1
  }
  const from = now()
  while (result.asked < requests) {
    const due = perSecond === 0 ? requests : Math.min(requests, ((now() - from) * perSecond) / 1_000)
    while (result.asked < due) ask()
    if (result.asked < requests) await sleep(1)
  }
  await Promise.all(waiting)
  const after = limiter.counts()
  result.redisCalls = after.redisCalls - before.redisCalls
  result.fallbacks = after.fallbacks - before.fallbacks
  return result
}

process.on('message', async ({ id, load }: { id: number; load: LimitLoad }) => {
  process.send?.({ id, result: await run(load) })
})
process.send?.({ ready: true })
