import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The metrics of a worker process, each under the name the dashboards and alerts use. */
export function workerMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    jobs: new Counter({
      name: 'queue_jobs_total',
      help: 'Jobs that ended, by outcome.',
      labelNames: ['job', 'outcome'],
      registers: [registry],
    }),
    jobSeconds: new Histogram({
      name: 'queue_job_duration_seconds',
      help: 'Seconds a job ran.',
      labelNames: ['job'],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 20, 60],
      registers: [registry],
    }),
    queueDepth: new Gauge({
      name: 'queue_jobs',
      help: 'Jobs in the queue, by state.',
      labelNames: ['queue', 'state'],
      registers: [registry],
    }),
    filings: new Counter({
      name: 'filings_total',
      help: 'Filings whose intake ended, by form type and outcome.',
      labelNames: ['form_type', 'outcome'],
      registers: [registry],
    }),
    secRequests: new Counter({
      name: 'sec_requests_total',
      help: 'Requests to EDGAR, by kind and outcome.',
      labelNames: ['kind', 'outcome'],
      registers: [registry],
    }),
    steps: new Counter({
      name: 'pipeline_step_seconds_total',
      help: 'Seconds spent in the steps of reading a filing, waiting included; rules by name.',
      labelNames: ['step'],
      registers: [registry],
    }),
    signals: new Counter({
      name: 'signals_total',
      help: 'Signals stored, by type.',
      labelNames: ['signal_type'],
      registers: [registry],
    }),
  }
}

export type WorkerMetrics = ReturnType<typeof workerMetrics>
