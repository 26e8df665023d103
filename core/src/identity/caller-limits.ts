import { LRUCache } from 'lru-cache'
import type { LimitSubject } from '../limits/limiter.ts'
import { type LimitedKey, subjectOf, subjectOfPerson } from '../limits/policies.ts'

const KEPT = 10_000
const known = new LRUCache<string, LimitSubject>({ max: KEPT })

/** The limits of a service account. */
export function limitsOf(caller: LimitedKey): LimitSubject {
  const name = [caller.organisation_id, caller.id, caller.mode, caller.plan, caller.spend_cap_cents].join('|')
  return keptAs(name, () => subjectOf(caller))
}

/** The limits of somebody who is signed in. */
export function limitsOfPerson(organisation_id: string, user_id: string): LimitSubject {
  return keptAs(`${organisation_id}|${user_id}|person`, () => subjectOfPerson(organisation_id, user_id))
}

/** One object for as long as they stay the same, as the limiter wants it. */
function keptAs(name: string, make: () => LimitSubject): LimitSubject {
  let subject = known.get(name)
  if (!subject) {
    subject = make()
    known.set(name, subject)
  }
  return subject
}
