import type { CallSeen } from '@sec-latent/core/claude/claude'
import { PICO_PER_USD } from '@sec-latent/core/claude/prices'
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
    claudeCalls: new Counter({
      name: 'claude_calls_total',
      help: 'Calls of Claude, by model, mode, extractor and outcome.',
      labelNames: ['model', 'mode', 'extractor', 'outcome'],
      registers: [registry],
    }),
    claudeTokens: new Counter({
      name: 'claude_tokens_total',
      help: 'Tokens Claude billed, by model, mode, extractor and kind.',
      labelNames: ['model', 'mode', 'extractor', 'kind'],
      registers: [registry],
    }),
    claudeUsd: new Counter({
      name: 'claude_usd_total',
      help: 'Dollars counted against the budgets of Claude, by model, mode and extractor.',
      labelNames: ['model', 'mode', 'extractor'],
      registers: [registry],
    }),
    claudeCallsLost: new Counter({
      name: 'claude_calls_lost_total',
      help: 'Calls of processes that died: counted at the most they can have cost.',
      registers: [registry],
    }),
    claudeBatchRequests: new Counter({
      name: 'claude_batch_requests_total',
      help: 'Requests sent in message batches, and batches that ended.',
      labelNames: ['step'],
      registers: [registry],
    }),
    unreconciledUnits: new Gauge({
      name: 'metering_unreconciled_units',
      help: 'Units by which counters and final hours differ, when they were last compared. Anything but 0 is an alarm.',
      registers: [registry],
    }),
    auditFaults: new Gauge({
      name: 'audit_faults',
      help: 'What is wrong with the audit log, by the last verification. Anything but 0 is an alarm.',
      registers: [registry],
    }),
    auditVerified: new Gauge({
      name: 'audit_verified_timestamp_seconds',
      help: 'When the audit log was last verified by this process.',
      registers: [registry],
    }),
    auditAnchor: new Gauge({
      name: 'audit_anchor_number',
      help: 'Number of the last anchor of the audit log.',
      registers: [registry],
    }),
    auditStrays: new Gauge({
      name: 'audit_stray_events',
      help: 'Events of the audit log beside all partitions. Anything but 0 is an alarm.',
      registers: [registry],
    }),
    webhookAttempts: new Counter({
      name: 'webhook_attempts_total',
      help: 'Attempts to deliver a webhook, by what they led to and why they failed.',
      labelNames: ['outcome', 'error'],
      registers: [registry],
    }),
    webhookFirstAttemptSeconds: new Histogram({
      name: 'webhook_first_attempt_seconds',
      help: 'Seconds from an event to the end of its first attempt.',
      buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300],
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

const TOKEN_KINDS = [
  'input_tokens',
  'cache_write_5m_tokens',
  'cache_write_1h_tokens',
  'cache_read_tokens',
  'output_tokens',
] as const

/** Counts a call of Claude as it ends. The tables are the record; these are for whoever watches. */
export function countClaudeCall(metrics: WorkerMetrics, call: CallSeen): void {
  const { model, mode, extractor, outcome, usage, cost_picousd } = call
  metrics.claudeCalls.inc({ model, mode, extractor, outcome })
  metrics.claudeUsd.inc({ model, mode, extractor }, cost_picousd / PICO_PER_USD)
  for (const kind of TOKEN_KINDS) {
    if (usage && usage[kind] > 0) metrics.claudeTokens.inc({ model, mode, extractor, kind }, usage[kind])
  }
}
