import { setTimeout as sleep } from 'node:timers/promises'
import { residentMb } from '../../api/src/bench/processes.ts'
import type { Cluster } from '../cluster/cluster.ts'

const LOOK_MS = 5_000
/** Of the looks: what began and what ended. */
const PART = 0.2

export interface Sample {
  memoryMb: number
  connections: number
  queueDepth: number
}

/** Looks at what must not grow: memory of our processes, connections to Postgres, announcements and jobs that wait. */
export function watchGrowth(cluster: Cluster, depth: () => Promise<number>) {
  const samples: Sample[] = []
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      const [row] = await cluster.sql()<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity where usename like '%\\_login'`
      const programs = [...cluster.apis, ...cluster.workers]
      const memoryMb = programs.reduce(
        (sum, one) => sum + (one.pid() ? residentMb(one.pid() as number) : 0),
        0,
      )
      samples.push({ memoryMb, connections: row?.count ?? 0, queueDepth: await depth() })
      await sleep(LOOK_MS)
    }
  })()
  return {
    async stop() {
      stopped = true
      await running
      return samples
    },
  }
}

/** The average of the first and of the last looks: a line that rises shows in it, a peak does not. */
export function growth(
  samples: readonly Sample[],
  of: (sample: Sample) => number,
): { first: number; last: number } {
  const part = Math.max(1, Math.floor(samples.length * PART))
  const average = (some: readonly Sample[]) =>
    some.reduce((sum, one) => sum + of(one), 0) / Math.max(1, some.length)
  // The very first looks are of a system that is still warming up.
  return { first: average(samples.slice(part, 2 * part)), last: average(samples.slice(-part)) }
}
