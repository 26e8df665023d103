import type { CallSeen } from '@sec-latent/core/claude/claude'
import { PICO_PER_USD } from '@sec-latent/core/claude/prices'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { secBudget } from './gauges/sec-budget.ts'

/** The metrics of a worker process, each under the name the dashboards and alerts use. */
export function workerMetrics(secRequestsPerSecond: number) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    jobs: new Counter({
      name: 'queue_jobs_total',
      help: 'Jobs that ended, by queue and outcome.',
      labelNames: ['queue', 'outcome'],
      registers: [registry],
    }),
    jobSeconds: new Histogram({
      name: 'queue_job_duration_seconds',
      help: 'Seconds a job ran.',
      labelNames: ['queue'],
      buckets: [0.01, 0.1, 1, 5, 20, 60],
      registers: [registry],
    }),
    filings: new Counter({
      name: 'filings_total',
      help: 'Filings whose intake ended, by form and outcome. Forms that are seldom are one.',
      labelNames: ['form', 'outcome'],
      registers: [registry],
    }),
    ingestLag: new Histogram({
      name: 'ingest_lag_seconds',
      help: 'Seconds from the acceptance of a filing by EDGAR until we knew of it (discovered) and until it could be asked for (published). Filings of the live dataset that are not a day old.',
      labelNames: ['stage'],
      buckets: [5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600],
      registers: [registry],
    }),
    secRequests: new Counter({
      name: 'sec_requests_total',
      help: 'Requests to EDGAR, by kind, status of the answer and what was made of it.',
      labelNames: ['kind', 'status', 'outcome'],
      registers: [registry],
    }),
    secBudget: secBudget(secRequestsPerSecond),
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
      name: 'claude_cost_usd_total',
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

/** The forms that are told apart: EDGAR has seven hundred. */
const FORMS = new Set(
  `3 3/A 4 4/A 5 5/A 144 144/A 8-K 8-K/A 10-K 10-K/A 10-Q 10-Q/A 6-K 20-F 40-F 11-K D D/A C S-1 S-1/A S-3 S-8 424B2 424B3 424B5
   FWP DEF 14A DEFA14A SC 13D SC 13D/A SC 13G SC 13G/A SCHEDULE 13D SCHEDULE 13D/A SCHEDULE 13G SCHEDULE 13G/A 13F-HR 13F-HR/A
   13F-NT NPORT-P N-CEN N-PX N-CSR NT 10-K NT 10-Q 497 497K 485BPOS 1-A ARS CORRESP UPLOAD`
    .replace(/\b(DEF|SC|SCHEDULE|NT)\s+/g, '$1_')
    .split(/\s+/)
    .map((form) => form.replace('_', ' ')),
)

/** A form as a label. */
export function formLabel(formType: string | undefined): string {
  return formType !== undefined && FORMS.has(formType) ? formType : 'other'
}

/** Counts a call of Claude as it ends. The tables are the record; these are for whoever watches. */
export function countClaudeCall(metrics: WorkerMetrics, call: CallSeen): void {
  const { model, mode, extractor, outcome, usage, cost_picousd } = call
  metrics.claudeCalls.inc({ model, mode, extractor, outcome })
  metrics.claudeUsd.inc({ model, mode, extractor }, cost_picousd / PICO_PER_USD)
  for (const kind of TOKEN_KINDS) {
    if (usage && usage[kind] > 0) metrics.claudeTokens.inc({ model, mode, extractor, kind }, usage[kind])
  }
}
