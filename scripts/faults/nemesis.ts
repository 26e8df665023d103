import { setTimeout as sleep } from 'node:timers/promises'
import { randomOf } from '../invariants/random.ts'
import type { FaultEvent, FaultKind, Field } from './fault.ts'
import type { PlannedFault } from './plan.ts'

/**
 * Does what was planned. Faults of one resource wait for each other, so a system that is slow to recover gets them later, and
 * in the same order. Resolves when all of them are over.
 */
export async function runNemesis(
  plan: readonly PlannedFault<FaultKind>[],
  field: Field,
  say: (line: string) => void,
): Promise<FaultEvent[]> {
  const events: FaultEvent[] = []
  const resources = new Map<string, Promise<void>>()
  const began = performance.now()

  async function suffer({ kind, holdMs, seed }: PlannedFault<FaultKind>): Promise<void> {
    const event: FaultEvent = {
      fault: kind.fault,
      name: kind.name,
      part: kind.part,
      from: Date.now(),
      to: Number.POSITIVE_INFINITY,
    }
    events.push(event)
    try {
      const heal = await kind.inject(field, randomOf(seed), holdMs)
      if (heal) {
        await sleep(holdMs)
        await heal()
      }
    } catch (error) {
      event.failed = (error as Error).message
      say(`${kind.fault} ${kind.name}: ${event.failed}`)
    }
    event.to = Date.now()
  }

  for (const planned of plan) {
    const wait = planned.atMs - (performance.now() - began)
    if (wait > 0) await sleep(wait)
    const taken = [planned.kind.resource, ...(planned.kind.alsoTakes ?? [])]
    const over = Promise.all(taken.map((resource) => resources.get(resource))).then(() => suffer(planned))
    for (const resource of taken) resources.set(resource, over)
  }
  await Promise.all(resources.values())
  return events
}
