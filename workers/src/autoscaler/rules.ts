import type { ScalingRule } from './policy.ts'

const MINUTE = 60_000

/**
 * Who is scaled by what, from the founding architecture. It gives no duration for queues: a queue that stands for a minute is no
 * burst, and a quarter of an hour without one is what it asks of processors.
 */
export const SCALING_RULES: readonly ScalingRule[] = [
  {
    service: 'docs-site',
    min: 2,
    max: 4,
    triggers: [
      {
        signal: 'cpu',
        up: { above: 0.7, forMs: 5 * MINUTE },
        down: { below: 0.3, forMs: 15 * MINUTE },
      },
    ],
  },
  {
    service: 'api',
    min: 2,
    max: 6,
    triggers: [
      {
        signal: 'requests_waiting',
        up: { above: 100, forMs: MINUTE },
        down: { below: 20, forMs: 15 * MINUTE },
      },
    ],
  },
  {
    service: 'workers',
    min: 2,
    max: 8,
    triggers: [
      {
        signal: 'jobs_waiting',
        up: { above: 1_000, forMs: MINUTE },
        down: { below: 100, forMs: 15 * MINUTE },
      },
    ],
  },
]

/**
 * What Prometheus is asked for each signal. The portal may use half a processor (`deploy` in `.railway/railway.ts`). All
 * replicas see the same queue, so of it the largest count holds; requests wait at each replica for itself.
 */
export const SIGNAL_QUERIES: Readonly<Record<string, string>> = {
  cpu: 'avg(rate(process_cpu_seconds_total{job="portal"}[1m])) / 0.5',
  requests_waiting: 'sum(http_requests_waiting{job="api"})',
  jobs_waiting: 'sum(max by (queue) (queue_jobs{job="workers",state=~"waiting|prioritized"}))',
}
