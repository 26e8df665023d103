import { type Plan, plans } from '@sec-latent/core/accounts/plans'

export const PLAN_COLUMNS = [
  'Per month',
  'Units included',
  '1,000 more',
  'Units per second',
  'At once',
  'In 24 hours',
  'In flight',
]

const number = (value: number) => value.toLocaleString('en')

function dollars(cents: number): string {
  return (cents / 100).toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  })
}

/** The title of each plan and its figures in the order of the columns. From the table that the API limits and bills by. */
export function planRows(): string[][] {
  return Object.values<Plan>(plans).map((plan) => [
    plan.title,
    dollars(plan.price_cents),
    number(plan.monthly_quota),
    plan.overage_cents_per_1000 === null ? '–' : dollars(plan.overage_cents_per_1000),
    number(plan.requests_per_second),
    number(plan.burst),
    number(plan.daily_limit),
    number(plan.concurrency),
  ])
}
