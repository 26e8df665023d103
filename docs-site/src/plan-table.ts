import { type Plan, plans } from '@sec-latent/core/accounts/plans'

const all: Plan[] = Object.values(plans)

const number = (value: number) => value.toLocaleString('en')

function dollars(cents: number): string {
  return (cents / 100).toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  })
}

export const planTitles: string[] = all.map(({ title }) => title)

/** What each plan includes, a line per figure with one value per plan. From the table that the API limits and bills by. */
export const planLines: { name: string; values: string[] }[] = [
  line('Price per month', ({ price_cents }) => dollars(price_cents)),
  line('Units included per month', ({ monthly_quota }) => number(monthly_quota)),
  line('1,000 units more', ({ overage_cents_per_1000: cents }) => (cents === null ? '–' : dollars(cents))),
  line('Units per second', ({ requests_per_second }) => number(requests_per_second)),
  line('Units at once', ({ burst }) => number(burst)),
  line('Units in 24 hours', ({ daily_limit }) => number(daily_limit)),
  line('Requests in flight', ({ concurrency }) => number(concurrency)),
]

function line(name: string, figureOf: (plan: Plan) => string): { name: string; values: string[] } {
  return { name, values: all.map(figureOf) }
}
