/** What the founding document says of sizes and money, to stand beside what is computed. */
export const FOUNDING = {
  now: { users: 1_000, requestsPerSecond: 200, filingsPerHour: 100, apiReplicas: 2 },
  target: { users: 5_000, requestsPerSecond: 1_000, filingsPerHour: 500, apiReplicas: 6 },
  years: 7,
  storageGb: { postgres: 100, redis: 10, logs: 50, backups: 500 },
  /** Dollars a month, by service. */
  budget: { portal: 20, api: 60, workers: 120, postgres: 25, redis: 5, monitoring: 0 },
} as const

/** All of EDGAR. */
export const EDGAR = {
  filings: 20_000_000,
  companiesWithXbrl: 18_000,
  firstYear: 1993,
  filers: 800_000,
} as const

/** Processors and memory of one replica, as the founding table has them, and how many run at least and at most. */
export const SERVICES = {
  portal: { vcpu: 0.5, memoryGb: 0.5, least: 2, most: 4 },
  api: { vcpu: 1, memoryGb: 2, least: 2, most: 6 },
  workers: { vcpu: 2, memoryGb: 4, least: 2, most: 8 },
  scheduler: { vcpu: 0.25, memoryGb: 0.25, least: 1, most: 1 },
  postgres: { vcpu: 2, memoryGb: 4, least: 1, most: 3 },
  redis: { vcpu: 1, memoryGb: 2, least: 2, most: 2 },
  /** PgBouncer, autoscaler and queue dashboard, which the document does not have. */
  helpers: { vcpu: 0.25, memoryGb: 0.25, least: 3, most: 3 },
} as const
export type Service = keyof typeof SERVICES
