import type { Plan } from '../accounts/plans.ts'
import { overageCents } from './invoice.ts'

/** What so many units of a month cost, the price of the plan included, in US cents. */
export function spentCents(plan: Plan, units: number): number {
  return plan.price_cents + overageCents(plan, units)
}

/** What a month will cost if it goes on as it did: never more than its cap. Before an hour has passed nothing is foretold. */
export function forecastCents(
  plan: Plan,
  spendCapCents: number | null,
  units: number,
  { start, end, now }: { start: string; end: string; now: Date },
): number {
  const length = Date.parse(end) - Date.parse(start)
  const passed = Math.max(now.getTime() - Date.parse(start), 3_600_000)
  const expected = Math.max(units, Math.round((units * length) / Math.min(passed, length)))
  const beyond = Math.min(spentCents(plan, expected) - plan.price_cents, spendCapCents ?? 0)
  return Math.max(plan.price_cents + beyond, spentCents(plan, units))
}
