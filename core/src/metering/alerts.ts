import type { Plan } from '../accounts/plans.ts'

/** Shares of what may be used, in percent, that are told. */
export const ALERT_THRESHOLDS = [50, 75, 90, 100] as const

export type AlertKind = 'quota' | 'spend_cap'

/** What an organisation used of something in a month: units, or US cents. */
export interface MonthUse {
  kind: AlertKind
  used: number
  allowed: number
}

export interface DueAlert extends MonthUse {
  threshold: number
}

/** The uses of a month that a plan and a spend cap bound. A cap of 0 allows nothing, so nothing can be told in time. */
export function monthUses(
  plan: Pick<Plan, 'monthly_quota' | 'overage_cents_per_1000'>,
  spendCapCents: number | null,
  units: number,
): MonthUse[] {
  const uses: MonthUse[] = [{ kind: 'quota', used: units, allowed: plan.monthly_quota }]
  if (spendCapCents !== null && spendCapCents > 0 && plan.overage_cents_per_1000 !== null) {
    const beyond = Math.max(0, units - plan.monthly_quota)
    uses.push({
      kind: 'spend_cap',
      used: Math.ceil((beyond * plan.overage_cents_per_1000) / 1_000),
      allowed: spendCapCents,
    })
  }
  return uses
}

/** The thresholds that are reached and were not told before. */
export function dueAlerts(
  uses: readonly MonthUse[],
  told: readonly { kind: string; threshold: number }[],
): DueAlert[] {
  return uses.flatMap((use) =>
    ALERT_THRESHOLDS.filter(
      (threshold) =>
        use.allowed > 0 &&
        use.used * 100 >= use.allowed * threshold &&
        !told.some((one) => one.kind === use.kind && one.threshold === threshold),
    ).map((threshold) => ({ ...use, threshold })),
  )
}
