/**
 * What an organisation may do, and what it pays. One table for code, docs and dashboard. Months are calendar months in UTC;
 * money is in US cents.
 */
export interface Plan {
  name: string
  title: string
  /** Sustained cost units per second; an ordinary request costs 1. */
  requests_per_second: number
  /** Units that may come at once after a pause. */
  burst: number
  /** Units in any 24 hours. */
  daily_limit: number
  /** Units of answers that are billed (2xx) per month, included in the price. */
  monthly_quota: number
  /** Requests in flight at once, per process of the API. */
  concurrency: number
  price_cents: number
  /** Price of 1,000 units beyond the quota, up to the organisation's spend cap; null: the quota is the end. */
  overage_cents_per_1000: number | null
}

export const plans = {
  free: {
    name: 'free',
    title: 'Free',
    requests_per_second: 2,
    burst: 20,
    daily_limit: 2_000,
    monthly_quota: 5_000,
    concurrency: 4,
    price_cents: 0,
    overage_cents_per_1000: null,
  },
  build: {
    name: 'build',
    title: 'Build',
    requests_per_second: 10,
    burst: 100,
    daily_limit: 50_000,
    monthly_quota: 100_000,
    concurrency: 16,
    price_cents: 4_900,
    overage_cents_per_1000: 80,
  },
  pro: {
    name: 'pro',
    title: 'Pro',
    requests_per_second: 50,
    burst: 500,
    daily_limit: 500_000,
    monthly_quota: 2_000_000,
    concurrency: 64,
    price_cents: 29_900,
    overage_cents_per_1000: 30,
  },
  scale: {
    name: 'scale',
    title: 'Scale',
    requests_per_second: 200,
    burst: 2_000,
    daily_limit: 5_000_000,
    monthly_quota: 20_000_000,
    concurrency: 256,
    price_cents: 149_900,
    overage_cents_per_1000: 15,
  },
} as const satisfies Record<string, Plan>

export type PlanName = keyof typeof plans

/** The plan of that name; an unknown name (a plan that was withdrawn) counts as `free`. */
export function planNamed(name: string): Plan {
  return Object.hasOwn(plans, name) ? plans[name as PlanName] : plans.free
}
