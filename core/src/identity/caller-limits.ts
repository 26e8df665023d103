import { LRUCache } from 'lru-cache'
import type { LimitSubject } from '../limits/limiter.ts'
import { type LimitedKey, subjectOf } from '../limits/policies.ts'

const KEPT = 10_000
const known = new LRUCache<string, LimitSubject>({ max: KEPT })

/** The limits of a service account or a person: one object for as long as they stay the same, as the limiter wants it. */
export function limitsOf(caller: LimitedKey): LimitSubject {
  const name = [caller.organisation_id, caller.id, caller.mode, caller.plan, caller.spend_cap_cents].join('|')
  let subject = known.get(name)
  if (!subject) {
    subject = subjectOf(caller)
    known.set(name, subject)
  }
  return subject
}
