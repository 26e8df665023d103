import { atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

const MOST_PER_SECOND = 10
const SECOND_MS = 1_000
/** Requests that were on their way when the refusal came. */
const IN_FLIGHT_MS = 500
const PAUSING = ['status', 'undeclared_page', 'threshold_page']

/** Measured at EDGAR's own clock: never more than ten requests in any second, and silence after a refusal. */
export const secBudget: Checker = {
  id: 'I24',
  title: 'The budget of the SEC holds',
  async check({ edgarRequests, cluster }) {
    const arrivals = edgarRequests.map(({ arrived_ms }) => arrived_ms).sort((one, other) => one - other)
    let most = 0
    for (let from = 0, to = 0; to < arrivals.length; to++) {
      while ((arrivals[to] as number) - (arrivals[from] as number) >= SECOND_MS) from += 1
      most = Math.max(most, to - from + 1)
    }
    const refusals = edgarRequests.filter(
      ({ fault, status }) =>
        fault !== null && PAUSING.includes(fault) && (fault !== 'status' || status === 429 || status === 403),
    )
    const pauseMs = cluster.edgarPauseSeconds * SECOND_MS
    const within = refusals.map(
      ({ arrived_ms }) =>
        arrivals.filter((at) => at > arrived_ms + IN_FLIGHT_MS && at < arrived_ms + pauseMs - IN_FLIGHT_MS)
          .length,
    )
    return [
      { check: 'requests to EDGAR', value: arrivals.length, unit: 'requests', ok: arrivals.length > 0 },
      atMost('most in any sliding second', most, MOST_PER_SECOND, 'requests'),
      { check: 'refusals that pause everybody', value: refusals.length, unit: 'refusals', ok: true },
      atMost(`most in the ${cluster.edgarPauseSeconds} s after one`, Math.max(0, ...within), 1, 'requests'),
      atMost(
        'without a declared user agent',
        edgarRequests.filter(({ user_agent }) => !user_agent).length,
        0,
        'requests',
      ),
    ]
  },
}
