'use client'

import { useState } from 'react'
import { PageLink } from '../../shell/link.tsx'
import { formatCents, formatDay, formatMonth, formatNumber } from '../format.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import { Button } from '../ui/button.tsx'
import { Badge, Figure, LiveContent, PageHead, Panel } from '../ui/page.tsx'
import { Meter } from '../usage/month-panel.tsx'
import { BudgetDialog } from './budget-dialog.tsx'
import { Invoices } from './invoices.tsx'
import { PlanDialog, type PlanOffer } from './plan-dialog.tsx'

/** Plan, cost, budget and invoices. */
export function BillingPage({ offers }: { offers: PlanOffer[] }) {
  const { api, can } = useSession()
  const plan = useLive('billing plan', (signal) =>
    api.get<'getBillingPlan'>('/v1/billing/plan', undefined, { signal }),
  )
  const budget = useLive(
    'budget',
    (signal) => api.get<'getBudget'>('/v1/billing/budget', undefined, { signal }),
    {
      everyMs: 60_000,
    },
  )
  const [isChoosing, setChoosing] = useState(false)
  const [isBudgeting, setBudgeting] = useState(false)
  const canChange = can('billing:admin')

  return (
    <>
      <PageHead
        title="Billing"
        lead="Months are calendar months in UTC. Only answers with a 2xx status cost units."
      />
      <div className="d-grid">
        <Panel
          title="Plan"
          actions={
            canChange && plan.data ? <Button onClick={() => setChoosing(true)}>Change plan</Button> : null
          }
        >
          <LiveContent live={plan}>
            {(now) => (
              <>
                <p className="d-plan">
                  <strong>{now.title}</strong>
                  <span>{formatCents(now.price_cents)} a month</span>
                </p>
                {now.next_plan ? (
                  <p className="d-notice d-notice-warning">
                    From {formatDay(now.next_plan_from ?? now.month)} on:{' '}
                    {offers.find(({ name }) => name === now.next_plan)?.title ?? now.next_plan}.
                  </p>
                ) : null}
                <dl className="d-facts">
                  <dt>Units a month</dt>
                  <dd>{formatNumber(now.monthly_quota)}</dd>
                  <dt>1,000 more</dt>
                  <dd>
                    {now.overage_cents_per_1000 === null
                      ? 'not sold'
                      : formatCents(now.overage_cents_per_1000)}
                  </dd>
                  <dt>Units a second</dt>
                  <dd>
                    {formatNumber(now.requests_per_second)}, {formatNumber(now.burst)} at once
                  </dd>
                  <dt>In 24 hours</dt>
                  <dd>{formatNumber(now.daily_limit)}</dd>
                </dl>
              </>
            )}
          </LiveContent>
        </Panel>
        <Panel title={plan.data ? formatMonth(plan.data.month) : 'This month'}>
          <LiveContent live={plan}>
            {(now) => (
              <>
                <dl className="d-figures">
                  <Figure label="Cost so far" value={formatCents(now.cost_cents)} />
                  <Figure
                    label="Forecast"
                    value={formatCents(now.forecast_cents)}
                    note="if the month goes on like this"
                  />
                </dl>
                <Meter
                  label="Units of the quota"
                  value={now.units}
                  max={now.monthly_quota}
                  format={formatNumber}
                />
                <p className="d-small">
                  Where they went:{' '}
                  <PageLink href="/dashboard/usage">usage by key, operation and status</PageLink>
                </p>
              </>
            )}
          </LiveContent>
        </Panel>
        <Panel
          title="Budget and alerts"
          actions={
            canChange && budget.data ? (
              <Button onClick={() => setBudgeting(true)}>Change budget</Button>
            ) : null
          }
        >
          <LiveContent live={budget}>
            {({ spend_cap_cents, alert_percents }) => (
              <>
                <p>
                  {spend_cap_cents ? (
                    <>
                      Up to <strong>{formatCents(spend_cap_cents)}</strong> a month beyond the plan, never
                      more. Then requests are answered with 402.
                    </>
                  ) : (
                    'Nothing beyond the plan: when the quota is used up, requests are answered with 402 until the month ends.'
                  )}
                </p>
                <p>
                  Owners and admins get a mail at{' '}
                  {alert_percents.map((percent) => (
                    <span key={percent}>
                      <Badge>{percent}%</Badge>{' '}
                    </span>
                  ))}
                  of the quota and of the budget, and so does every{' '}
                  <PageLink href="/dashboard/webhooks">webhook endpoint</PageLink> that asks for{' '}
                  <code>usage.threshold_reached</code>.
                </p>
              </>
            )}
          </LiveContent>
        </Panel>
      </div>
      <Invoices />
      {isChoosing && plan.data ? (
        <PlanDialog
          offers={offers}
          current={plan.data}
          onDone={() => {
            setChoosing(false)
            void plan.refresh()
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
      {isBudgeting && budget.data ? (
        <BudgetDialog
          current={budget.data}
          overageCents={plan.data?.overage_cents_per_1000 ?? null}
          onDone={() => {
            setBudgeting(false)
            void budget.refresh()
            void plan.refresh()
          }}
          onClose={() => setBudgeting(false)}
        />
      ) : null}
    </>
  )
}
