/** What an organisation may do per second and per calendar month (UTC). One table for code, docs and dashboard. */
export interface Plan {
  name: string
  title: string
  /** Sustained requests per second. */
  requests_per_second: number
  /** Requests that may come at once after a pause. */
  burst: number
  /** Cost units per calendar month. */
  monthly_quota: number
}

export const plans = {
  free: { name: 'free', title: 'Free', requests_per_second: 2, burst: 20, monthly_quota: 5_000 },
  build: { name: 'build', title: 'Build', requests_per_second: 10, burst: 100, monthly_quota: 100_000 },
  pro: { name: 'pro', title: 'Pro', requests_per_second: 50, burst: 500, monthly_quota: 2_000_000 },
  scale: { name: 'scale', title: 'Scale', requests_per_second: 200, burst: 2_000, monthly_quota: 20_000_000 },
} as const satisfies Record<string, Plan>

export type PlanName = keyof typeof plans

/** The plan of that name; an unknown name (a plan that was withdrawn) counts as `free`. */
export function planNamed(name: string): Plan {
  return Object.hasOwn(plans, name) ? plans[name as PlanName] : plans.free
}
