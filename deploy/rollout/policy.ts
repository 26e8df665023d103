/** Of requests that a new version answered, and of those that went on to the version before, over the same time. */
export interface Counts {
  requests: number
  /** Answers 500 and above; what is the fault of a client is not counted. */
  failed: number
}

export interface Observation {
  /** Over the last five minutes and the last hour; the new version may be younger. */
  canary: { short: Counts; long: Counts }
  stable: { short: Counts }
  /** How long the present part has been given to the new version. */
  minutesAtStep: number
}

export type Decision =
  | { do: 'abort'; why: string }
  | { do: 'hold'; why: string }
  | { do: 'go on'; percent: number }
  | { do: 'finish' }

/** Which part of the traffic the new version gets, one step after the other. */
export const STEPS = [5, 25, 50] as const
/** How long a step must have been well. */
export const STEP_MINUTES = 30
/** The part of requests that may fail: 99.9 % are to succeed. */
const BUDGET = 0.001
/** Spends a month's budget in two days; the fastest of the burn-rate alerts. */
export const ABORT_BURN_RATE = 14.4
/** Fewer requests than that say nothing: one failure of them would be a burn rate of fifty. */
export const ENOUGH_REQUESTS = 50
/** Failures that the version before has as well are not the new one's. */
const WORSE_THAN_STABLE = 2

/** How many times faster than allowed the budget of failures is spent. */
export function burnRate({ requests, failed }: Counts): number {
  return requests === 0 ? 0 : failed / requests / BUDGET
}

/**
 * What becomes of a version that gets `percent` of the traffic. It is taken back at once when it burns the budget too fast in
 * the last minutes and over the hour (one alone may be chance, or over), unless the version before does so too: then the cause
 * lies elsewhere, and nothing is changed until it is known.
 */
export function decide(percent: number, { canary, stable, minutesAtStep }: Observation): Decision {
  const [now, hour] = [burnRate(canary.short), burnRate(canary.long)]
  const burns = now > ABORT_BURN_RATE && hour > ABORT_BURN_RATE && canary.short.requests >= ENOUGH_REQUESTS
  if (burns) {
    const before = burnRate(stable.short)
    if (before > ABORT_BURN_RATE && now < before * WORSE_THAN_STABLE)
      return { do: 'hold', why: `both versions fail: ${format(now)} and ${format(before)} times the budget` }
    return {
      do: 'abort',
      why: `it fails at ${format(now)} times the budget, over the hour at ${format(hour)}`,
    }
  }
  if (minutesAtStep < STEP_MINUTES)
    return { do: 'hold', why: `${STEP_MINUTES - minutesAtStep} minutes to go` }
  if (canary.short.requests < ENOUGH_REQUESTS)
    return { do: 'hold', why: `only ${canary.short.requests} requests in five minutes` }
  if (now > 1) return { do: 'hold', why: `it fails at ${format(now)} times the budget` }
  const next = STEPS.find((step) => step > percent)
  return next === undefined ? { do: 'finish' } : { do: 'go on', percent: next }
}

function format(rate: number): string {
  return rate.toFixed(1)
}
