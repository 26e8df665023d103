import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LoadResult } from '../../api/src/bench/load.ts'
import type { Cluster } from '../cluster/cluster.ts'

const LOOK_MS = 1_000
/** So many of the worst seconds are told. */
const MOMENTS = 12
const RESOURCES = ['cpu', 'io', 'memory'] as const

interface Look {
  at: number
  /** Share of the time since the look before in which something waited for it, percent (proc_pressure(5), `some`). */
  pressure: string
  /** What statements wait for in Postgres, with how many. */
  waits: string
}

/** Looks each second at what the machine and Postgres are short of, to say it of the seconds in which requests fail. */
export function watchMoments(cluster: Cluster) {
  const looks: Look[] = []
  let stopped = false
  const running = (async () => {
    let before = stalledUs()
    let since = performance.now()
    while (!stopped) {
      await sleep(LOOK_MS)
      const rows = await cluster.sql()<{ wait: string; count: number }[]>`
        select coalesce(wait_event_type || ':' || wait_event, 'running') as wait, count(*)::int as count
        from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() group by 1 order by 2 desc`
      const now = stalledUs()
      const elapsedMs = performance.now() - since
      const pressure = RESOURCES.map((name, i) => {
        const us = (now[i] as number) - (before[i] as number)
        return `${name} ${Math.round(us / 10 / elapsedMs)} %`
      })
      const waits = rows.map(({ wait, count }) => `${count} ${wait}`)
      looks.push({ at: Date.now(), pressure: pressure.join(', '), waits: waits.join(', ') || 'nothing' })
      before = now
      since = performance.now()
    }
  })()
  return {
    async stop(): Promise<readonly Look[]> {
      stopped = true
      await running
      return looks
    },
  }
}

/** In which seconds of the measurement requests failed, the worst first, and what was short then. */
export function momentsOf(
  { failedInSecond, beganAt }: Pick<LoadResult, 'failedInSecond' | 'beganAt'>,
  looks: readonly Look[],
): string {
  const moments = Object.entries(failedInSecond).sort(([, one], [, other]) => other - one)
  const worst = moments.slice(0, MOMENTS).map(([second, count]) => {
    const endsAt = beganAt + (Number(second) + 1) * 1_000
    const look = looks.find(({ at }) => at >= endsAt)
    const short = look ? `: pressure ${look.pressure}; Postgres ${look.waits}` : ''
    return `  ${count} in second ${second}${short}`
  })
  return [`requests failed in ${moments.length} seconds`, ...worst].join('\n')
}

/** Microseconds in which something waited for each resource since the machine started; 0 where nobody counts them. */
function stalledUs(): number[] {
  return RESOURCES.map((name) => {
    try {
      return Number(/some .*total=(\d+)/.exec(readFileSync(`/proc/pressure/${name}`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  })
}
