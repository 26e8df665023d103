import type { Plan } from '../accounts/plans.ts'

/** Units of one operation in a month. */
export interface OperationUnits {
  operation_id: string
  units: number
}

/** What came after its month had been billed. */
export interface LateUnits {
  /** The month it belongs to, `YYYY-MM`. */
  month: string
  /** Units of that month that were billed before, and those that are billed now. */
  before: number
  units: number
  plan: Plan
}

export interface InvoiceLine {
  kind: 'plan' | 'usage' | 'overage' | 'late_usage'
  description: string
  operation_id: string | null
  /** The month a late line belongs to, `YYYY-MM`. */
  month: string | null
  /** Units, or 1 for the plan. */
  quantity: number
  /** US cents of one, or of 1,000 units. Null: included in the plan. */
  price_cents: number | null
  per: number
  amount_cents: number
}

/** An invoice without the name of whom it is for: the same usage gives the same document, byte for byte. */
export interface InvoiceDocument {
  /** `YYYY-MM`, UTC. */
  month: string
  plan: string
  plan_title: string
  included_units: number
  /** Units of the month's answers, as the usage of the month says. */
  units: number
  currency: 'usd'
  lines: InvoiceLine[]
  total_cents: number
}

const PER = 1_000

/** US cents of the units beyond the quota of a plan, rounded half up. */
export function overageCents(
  plan: Pick<Plan, 'monthly_quota' | 'overage_cents_per_1000'>,
  units: number,
): number {
  const beyond = Math.max(0, units - plan.monthly_quota)
  if (plan.overage_cents_per_1000 === null) return 0
  return Number((BigInt(beyond) * BigInt(plan.overage_cents_per_1000) + BigInt(PER / 2)) / BigInt(PER))
}

/**
 * The invoice of a month: the plan, the units of each operation, what lies beyond the quota, and what came late for earlier
 * months. The units of its usage lines add up to `units`, its amounts to `total_cents`.
 */
export function invoiceOf(
  month: string,
  plan: Plan,
  usage: readonly OperationUnits[],
  late: readonly LateUnits[],
): InvoiceDocument {
  const billed = usage
    .filter(({ units }) => units > 0)
    .sort((a, b) => (a.operation_id < b.operation_id ? -1 : 1))
  const units = billed.reduce((sum, one) => sum + one.units, 0)
  const base = { operation_id: null, month: null, per: 1 }
  const lines: InvoiceLine[] = [
    {
      ...base,
      kind: 'plan',
      description: `Plan ${plan.title}, ${plan.monthly_quota} units included`,
      quantity: 1,
      price_cents: plan.price_cents,
      amount_cents: plan.price_cents,
    },
    ...billed.map(({ operation_id, units: quantity }) => ({
      ...base,
      kind: 'usage' as const,
      description: operation_id,
      operation_id,
      quantity,
      price_cents: null,
      amount_cents: 0,
    })),
  ]
  const beyond = Math.max(0, units - plan.monthly_quota)
  if (beyond > 0 && plan.overage_cents_per_1000 !== null) {
    lines.push({
      ...base,
      kind: 'overage',
      description: 'Units beyond the plan',
      quantity: beyond,
      price_cents: plan.overage_cents_per_1000,
      per: PER,
      amount_cents: overageCents(plan, units),
    })
  }
  for (const one of [...late].sort((a, b) => (a.month < b.month ? -1 : 1))) lines.push(lateLine(one))
  return {
    month,
    plan: plan.name,
    plan_title: plan.title,
    included_units: plan.monthly_quota,
    units,
    currency: 'usd',
    lines,
    total_cents: lines.reduce((sum, line) => sum + line.amount_cents, 0),
  }
}

/** What the month would have cost with the late units, less what it did cost. */
function lateLine({ month, before, units, plan }: LateUnits): InvoiceLine {
  return {
    kind: 'late_usage',
    description: `Units of ${month} that were counted late`,
    operation_id: null,
    month,
    quantity: units,
    price_cents: plan.overage_cents_per_1000,
    per: PER,
    amount_cents: overageCents(plan, before + units) - overageCents(plan, before),
  }
}
