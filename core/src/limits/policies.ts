import type { KeyMode } from '../accounts/key-format.ts'
import { type Plan, planNamed } from '../accounts/plans.ts'
import type { LimitPolicy, LimitSubject, RatePolicy } from './limiter.ts'

const DAY_SECONDS = 86_400
/** Keys that the portal hands to its visitors: enough to press a button, not to build on. */
const EXPLORER_RATE = 1
const EXPLORER_BURST = 10
const EXPLORER_CONCURRENCY = 2
/** People in the portal: pages that ask several things at once and look again every few seconds. */
const PERSON_RATE = 10
const PERSON_BURST = 100
const PERSON_CONCURRENCY = 16

/** What decides how much a key may do. */
export interface LimitedKey {
  id: string
  organisation_id: string
  mode: KeyMode
  plan: string
  /** The most the organisation pays beyond its plan in a month, in US cents; null: the quota is the end. */
  spend_cap_cents: number | null
  /** Units the key alone may use in a month; null: as many as the organisation. */
  monthly_unit_cap: number | null
}

/** The limits of a plan for keys that are metered: two rates, and the units of the month. */
export function policiesOf(
  plan: Plan,
  own: { spend_cap_cents?: number | null; key_month_units?: number | null } = {},
): LimitPolicy[] {
  const policies = [...ratesOf(plan), monthOf(plan, own.spend_cap_cents ?? null)]
  const units = own.key_month_units ?? null
  if (units !== null) {
    policies.push({ kind: 'quota', name: 'key_month', limit: units, problem: 'quota_exceeded' })
  }
  return policies
}

/** The limits a key stands under. Test and explorer keys are not metered: they have rates only. */
export function subjectOf(key: LimitedKey): LimitSubject {
  const plan = planNamed(key.plan)
  const subject = { organisation_id: key.organisation_id, key_id: key.id }
  if (key.mode === 'explorer') {
    return { ...subject, policies: [explorerRate], concurrency: EXPLORER_CONCURRENCY }
  }
  if (key.mode === 'test') return { ...subject, policies: ratesOf(plan), concurrency: plan.concurrency }
  const policies = policiesOf(plan, {
    spend_cap_cents: key.spend_cap_cents,
    key_month_units: key.monthly_unit_cap,
  })
  return { ...subject, policies, concurrency: plan.concurrency }
}

/**
 * The limits of somebody who is signed in, each for themselves: a dashboard that stays open must not use up what the programs of the
 * organisation may do, and somebody whose programs are refused must be able to see why.
 */
export function subjectOfPerson(organisation_id: string, user_id: string): LimitSubject {
  return { organisation_id, key_id: user_id, policies: [personRate], concurrency: PERSON_CONCURRENCY }
}

/**
 * A bucket of B units that fills at r lets at most B + r·T pass in a time T. Half of the day's limit in each therefore keeps
 * the limit in any 24 hours, not only in those that begin with an empty or a full bucket.
 */
function ratesOf(plan: Plan): LimitPolicy[] {
  return [
    rate('burst', plan.requests_per_second, plan.burst),
    {
      kind: 'rate',
      name: 'day',
      rate: plan.daily_limit / (2 * DAY_SECONDS),
      burst: Math.floor(plan.daily_limit / 2),
      quota: plan.daily_limit,
      window: DAY_SECONDS,
    },
  ]
}

function monthOf(plan: Plan, spendCapCents: number | null): LimitPolicy {
  const price = plan.overage_cents_per_1000
  if (price === null || spendCapCents === null || spendCapCents === 0) {
    return { kind: 'quota', name: 'month', limit: plan.monthly_quota, problem: 'quota_exceeded' }
  }
  return {
    kind: 'quota',
    name: 'spend',
    limit: plan.monthly_quota + Math.floor((spendCapCents * 1000) / price),
    problem: 'spend_cap_reached',
    included: plan.monthly_quota,
  }
}

function rate(name: 'burst', perSecond: number, burst: number): RatePolicy {
  const window = Math.max(1, Math.ceil(burst / perSecond))
  return { kind: 'rate', name, rate: perSecond, burst, quota: burst, window }
}

const explorerRate: RatePolicy = { ...rate('burst', EXPLORER_RATE, EXPLORER_BURST), per: 'key' }
const personRate: RatePolicy = { ...rate('burst', PERSON_RATE, PERSON_BURST), per: 'key' }
