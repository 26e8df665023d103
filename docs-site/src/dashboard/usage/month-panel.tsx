'use client'

import { PageLink } from '../../shell/link.tsx'
import { formatCents, formatMonth, formatNumber, formatPercent } from '../format.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import type { BillingPlan } from '../types.ts'
import { Figure, LiveContent, Panel } from '../ui/page.tsx'
import { useNow } from '../ui/time.tsx'
import { forecastUnits, startOf } from './periods.ts'
import { totalsOf } from './series.ts'

interface Month {
  month: string
  units: number
  quota: number
  /** Only for those who may see what it costs. */
  plan: BillingPlan | undefined
}

/** The current month against the quota of the plan and the budget. */
export function MonthPanel({ quotas }: { quotas: Record<string, number> }) {
  const { api, can, me } = useSession()
  const live = useLive<Month>('month', async (signal) => {
    const from = new Date(startOf('month', Date.now())).toISOString()
    if (can('billing:read')) {
      const plan = await api.get<'getBillingPlan'>('/v1/billing/plan', undefined, { signal })
      return { month: plan.month, units: plan.units, quota: plan.monthly_quota, plan }
    }
    const { data } = await api.get<'listUsage'>('/v1/usage', { from, granularity: 'month' }, { signal })
    return {
      month: from.slice(0, 7),
      units: totalsOf(data).units,
      quota: quotas[me.plan] ?? 0,
      plan: undefined,
    }
  })
  return (
    <Panel title={live.data ? formatMonth(live.data.month) : 'This month'}>
      <LiveContent live={live}>{(month) => <MonthFigures {...month} />}</LiveContent>
    </Panel>
  )
}

function MonthFigures({ units, quota, plan }: Month) {
  const expected = forecastUnits(units, useNow(60_000))
  const cap = plan?.spend_cap_cents ?? null
  const beyond = plan ? Math.max(0, plan.cost_cents - plan.price_cents) : 0
  return (
    <>
      <Meter label="Units of the quota" value={units} max={quota} format={formatNumber} />
      {plan && cap !== null && cap > 0 ? (
        <Meter label="Spend beyond the plan, of the budget" value={beyond} max={cap} format={formatCents} />
      ) : null}
      <dl className="d-figures">
        <Figure
          label="At the end of the month, if it goes on"
          value={formatNumber(expected)}
          note={expected > quota ? 'units, more than the quota' : 'units'}
        />
        {plan ? <Figure label="Cost so far" value={formatCents(plan.cost_cents)} /> : null}
        {plan ? <Figure label="Cost forecast" value={formatCents(plan.forecast_cents)} /> : null}
      </dl>
      {expected > quota && plan ? (
        <p className="d-notice d-notice-warning">
          {plan.overage_cents_per_1000 === null || !cap
            ? 'At this pace the quota will be used up, and requests will then be answered with 402 until the month ends.'
            : `At this pace the quota will be used up; further units cost ${formatCents(plan.overage_cents_per_1000)} a thousand, up to the budget.`}{' '}
          <PageLink href="/dashboard/billing">Plan and budget</PageLink>
        </p>
      ) : null}
    </>
  )
}

/** So much of so much. */
export function Meter({
  label,
  value,
  max,
  format,
}: {
  label: string
  value: number
  max: number
  format: (value: number) => string
}) {
  const share = max > 0 ? value / max : 0
  return (
    <div className="d-meter">
      <div className="d-meter-text">
        <span>{label}</span>
        <span>
          <strong>{format(value)}</strong> of {format(max)} · {formatPercent(share)}
        </span>
      </div>
      <progress
        className={share >= 1 ? 'd-meter-over' : share >= 0.75 ? 'd-meter-near' : undefined}
        aria-label={label}
        value={Math.min(value, max)}
        max={Math.max(max, 1)}
      />
    </div>
  )
}
