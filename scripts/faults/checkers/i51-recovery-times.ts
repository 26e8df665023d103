import type { Row } from '../../invariants/invariant.ts'
import type { Checker, Evidence } from './checker.ts'

/** Of what comes back by itself: how long until the next write was acknowledged, in seconds. */
const RECOVERIES: [name: RegExp, check: string, atMost: number][] = [
  [/^Postgres failed over/, 'a failover of Postgres', 30],
  [/^Postgres (killed|stopped|restarted)/, 'the end of Postgres', 30],
  [/^api-\d killed/, 'the end of one API process', 10],
  [/^Redis of the caches (killed|failed over|emptied)/, 'the end of the Redis of caches', 10],
]

/** How long clients waited for an acknowledgement after what should heal by itself, while nothing else was broken. */
export const recoveryTimes: Checker = {
  id: 'I51',
  title: 'Recovery times, from the fault to the next acknowledged write',
  async check(evidence) {
    return RECOVERIES.flatMap(([name, check, atMost]) => row(evidence, name, check, atMost))
  },
}

function row({ faults, load }: Evidence, name: RegExp, check: string, atMost: number): Row[] {
  const acknowledged = load.acknowledged.map(({ at }) => at).sort((one, other) => one - other)
  const waits = faults
    .filter((event) => name.test(event.name) && !event.failed)
    .flatMap((event) => {
      const next = acknowledged.find((at) => at > event.from + 50)
      if (next === undefined) return []
      const disturbed = faults.some(
        (other) =>
          other !== event &&
          ['postgres', 'api'].includes(other.part) &&
          other.from < next &&
          other.to > event.from,
      )
      return disturbed ? [] : [next - event.from]
    })
  if (waits.length === 0) return []
  const longest = Math.round(Math.max(...waits) / 100) / 10
  return [
    {
      check: `longest after ${check} (${waits.length} alone)`,
      value: longest,
      unit: 's',
      at_most: atMost,
      ok: longest <= atMost,
    },
  ]
}
