/** Something that is measured of a service, and when it asks for another number of replicas. */
export interface Trigger {
  signal: string
  /** More replicas when it was above this for so long. */
  up: { above: number; forMs: number }
  /** Fewer when it was below this for so long, and every other trigger of the service too. */
  down: { below: number; forMs: number }
}

export interface ScalingRule {
  service: string
  min: number
  max: number
  triggers: readonly Trigger[]
}

/** What was measured at a moment; what could not be measured is missing. */
export interface Sample {
  at: number
  replicas: number
  signals: Readonly<Record<string, number | undefined>>
}

/** Since when a trigger has been on either side of its limits. */
interface Since {
  above: number | null
  below: number | null
}

/** What the policy remembers of a service between two samples. */
export interface ScalingState {
  since: Readonly<Record<string, Since>>
  changedAt: number | null
}

export interface Decision {
  replicas: number
  /** Why the number changes; null when it does not. */
  reason: string | null
  state: ScalingState
}

/** A new replica needs this long to show in what is measured. */
export const COOLDOWN_MS = 5 * 60_000

export const UNDECIDED: ScalingState = { since: {}, changedAt: null }

/**
 * How many replicas a service should have. Up as far as the measured excess asks for, but at most to twice as many at once; down by one at a time,
 * only when every trigger was below its lower limit all the while. What cannot be measured asks for nothing and
 * keeps replicas from being taken away. At most one change within `COOLDOWN_MS`, except back into the bounds of the rule.
 */
export function decide(rule: ScalingRule, sample: Sample, state: ScalingState): Decision {
  const { at, replicas, signals } = sample
  const since = Object.fromEntries(
    rule.triggers.map((trigger) => [
      trigger.signal,
      sinceWhen(trigger, signals[trigger.signal], at, state.since[trigger.signal]),
    ]),
  )
  const changed = (to: number, reason: string): Decision => ({
    replicas: to,
    reason,
    state: { since: {}, changedAt: at },
  })

  const bounded = Math.min(rule.max, Math.max(rule.min, replicas))
  if (bounded !== replicas)
    return changed(bounded, `${replicas} replicas are outside of ${rule.min} to ${rule.max}`)

  const unchanged: Decision = { replicas, reason: null, state: { ...state, since } }
  if (state.changedAt !== null && at - state.changedAt < COOLDOWN_MS) return unchanged

  const over = rule.triggers.filter(({ signal, up }) => hasLasted(since[signal]?.above, up.forMs, at))
  if (over.length > 0 && replicas < rule.max) {
    const wanted = Math.max(
      ...over.map(({ signal, up }) => Math.ceil((replicas * (signals[signal] ?? 0)) / up.above)),
    )
    const to = Math.min(rule.max, 2 * replicas, Math.max(replicas + 1, wanted))
    return changed(to, over.map((trigger) => saying(trigger, signals, 'above')).join(' and '))
  }
  const isQuiet = rule.triggers.every(({ signal, down }) => hasLasted(since[signal]?.below, down.forMs, at))
  if (isQuiet && replicas > rule.min)
    return changed(
      replicas - 1,
      rule.triggers.map((trigger) => saying(trigger, signals, 'below')).join(' and '),
    )
  return unchanged
}

function sinceWhen(
  trigger: Trigger,
  value: number | undefined,
  at: number,
  before: Since | undefined,
): Since {
  return {
    above: value !== undefined && value > trigger.up.above ? (before?.above ?? at) : null,
    below: value !== undefined && value < trigger.down.below ? (before?.below ?? at) : null,
  }
}

function hasLasted(since: number | null | undefined, forMs: number, at: number): boolean {
  return since !== null && since !== undefined && at - since >= forMs
}

function saying(trigger: Trigger, signals: Sample['signals'], side: 'above' | 'below'): string {
  const { signal, up, down } = trigger
  const limit = side === 'above' ? up : { above: down.below, forMs: down.forMs }
  const value = Number((signals[signal] ?? 0).toPrecision(3))
  return `${signal} ${value} was ${side} ${limit.above} for ${limit.forMs / 1000} s`
}
