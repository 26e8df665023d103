import type { LimitPolicy, LimitSubject } from '../limits/limiter.ts'
import type { KeyMode } from './key-format.ts'
import { planNamed } from './plans.ts'

/** What decides how much a key may do. */
export interface LimitedKey {
  id: string
  organisation_id: string
  mode: KeyMode
  plan: string
  /** The most the organisation pays beyond its plan in a month; null: the quota is the end. */
  spend_cap_cents: number | null
  /** Units the key alone may use in a month; null: as many as the organisation. */
  monthly_unit_cap: number | null
}

/** The limits a key stands under: those of its organisation, which all of its keys share, and its own cap. */
export function limitSubjectOf(key: LimitedKey): LimitSubject {
  const plan = planNamed(key.plan)
  const policies: LimitPolicy[] = [
    {
      kind: 'rate',
      name: 'burst',
      rate: plan.requests_per_second,
      burst: plan.burst,
      quota: plan.burst,
      window: Math.max(1, Math.ceil(plan.burst / plan.requests_per_second)),
    },
  ]
  if (key.mode === 'live' || key.mode === 'admin') {
    policies.push({ kind: 'quota', name: 'month', limit: plan.monthly_quota, problem: 'quota_exceeded' })
  }
  if (key.monthly_unit_cap !== null) {
    policies.push({
      kind: 'quota',
      name: 'key_month',
      limit: key.monthly_unit_cap,
      problem: 'quota_exceeded',
    })
  }
  return {
    organisation_id: key.organisation_id,
    key_id: key.id,
    policies,
    concurrency: plan.concurrency,
  }
}
