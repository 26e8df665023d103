import type { Invariant } from './invariant.ts'
import { type LimitPlan, limitProcesses } from './limit-processes.ts'

const PROCESSES = 3
const QUOTA = 1_000
const REQUESTS = 5_000
/** A Redis that has just started is trusted with the last units only when everybody had time to report. */
const SETTLED_MS = 3_500

export const invariant: Invariant = {
  id: 'I28',
  title: 'the quota of a month is never exceeded, by however many processes',
  async run(ground) {
    const size = ground.size ?? REQUESTS
    const quota = Math.max(10, Math.round((QUOTA * size) / REQUESTS))
    const redis = await ground.redis()
    const fleet = await limitProcesses(redis.url, PROCESSES)
    try {
      await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
      const plan: LimitPlan = { rate: 100_000, burst: 1_000_000, quota }
      const loads = fleet.all.map((_, i) => ({
        organisation: 'org_quota',
        plan,
        requests: Math.ceil((size - i) / PROCESSES),
        perSecond: 0,
      }))
      const results = await Promise.all(
        fleet.all.map((one, i) => one.run(loads[i] as (typeof loads)[number])),
      )
      const admitted = results.reduce((sum, one) => sum + one.admitted.length, 0)
      const asked = results.reduce((sum, one) => sum + one.asked, 0)
      const refused = results.reduce((sum, one) => sum + (one.refused.quota_exceeded ?? 0), 0)
      ground.say(`${PROCESSES} processes, quota ${quota}, ${asked} requests at once: ${admitted} admitted`)
      return [
        { check: 'requests', value: asked, unit: 'requests', at_least: size, ok: asked >= size },
        { check: 'admitted', value: admitted, unit: 'units', at_most: quota, ok: admitted <= quota },
        {
          check: 'share of the quota used',
          value: admitted / quota,
          unit: 'share',
          at_least: 0.95,
          ok: admitted >= 0.95 * quota,
        },
        {
          check: 'refused with quota_exceeded',
          value: refused,
          unit: 'requests',
          at_least: asked - admitted,
          ok: refused === asked - admitted,
        },
      ]
    } finally {
      await fleet.close()
    }
  },
}
