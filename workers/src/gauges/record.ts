import { PICO_PER_USD } from '@sec-latent/core/claude/prices'
import { type RecordState, recordState } from '@sec-latent/core/metrics/record-store'
import { Gauge } from 'prom-client'
import type { Services } from '../services.ts'
import { PATIENCE_MS, within } from './within.ts'

/** What was read is good for so long: several readers, or a quick one, are no burden for Postgres. */
const KEPT_MS = 5_000

type Labelled = [labels: Record<string, string>, value: number | null]

/** What the record says. While Postgres does not answer there is nothing to say, and `database_up` says why. */
export function recordGauges({
  metrics: { registry },
  sql,
  config,
}: Pick<Services, 'metrics' | 'sql' | 'config'>): void {
  let read: { at: number; state: Promise<RecordState | undefined> } | undefined

  function state(): Promise<RecordState | undefined> {
    if (read === undefined || performance.now() - read.at > KEPT_MS) {
      read = { at: performance.now(), state: within(recordState(sql, PATIENCE_MS), undefined) }
    }
    return read.state
  }

  function gauge(
    name: string,
    help: string,
    labelNames: string[],
    of: (state: RecordState) => Labelled[],
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset()
        // `reset` leaves a zero where there are no labels.
        if (labelNames.length === 0) this.remove()
        const found = await state()
        if (found === undefined) return
        for (const [labels, value] of of(found)) if (value !== null) this.set(labels, value)
      },
    })
  }
  const one = (of: (state: RecordState) => number | null | undefined) => (found: RecordState) =>
    [[{}, of(found) ?? null]] as Labelled[]
  const ofDatasets = (of: (row: RecordState['ingest'][number]) => number | null) => (found: RecordState) =>
    found.ingest.map((row): Labelled => [{ dataset: row.dataset }, of(row)])

  gauge(
    'ingest_last_published_timestamp_seconds',
    'When the latest accepted filing became available.',
    ['dataset'],
    ofDatasets((row) => row.last_published_at),
  )
  gauge(
    'ingest_last_accepted_timestamp_seconds',
    'When EDGAR accepted the latest filing that is available.',
    ['dataset'],
    ofDatasets((row) => row.last_accepted_at),
  )
  gauge(
    'ingest_pending_filings',
    'Filings that are known and neither published nor given up.',
    ['dataset'],
    ofDatasets((row) => row.pending),
  )
  gauge(
    'ingest_oldest_pending_age_seconds',
    'How long the filing that waits longest has been known; 0 when none waits.',
    ['dataset'],
    ofDatasets((row) => row.oldest_pending_seconds),
  )
  gauge(
    'dead_jobs',
    'Jobs that were given up and wait for somebody to have them done again: npm run jobs:redrive.',
    ['queue'],
    ({ dead }: RecordState) => dead.map(({ queue, jobs }): Labelled => [{ queue }, jobs]),
  )
  gauge(
    'failed_work',
    'Filings, answers and exports that ended in the last day with a reason why they could not be done.',
    ['kind'],
    ({ failed }: RecordState) => failed.map(({ kind, count }): Labelled => [{ kind }, count]),
  )
  gauge(
    'outbox_rows',
    'Announcements that wait to be carried to the queue, up to 100,000.',
    [],
    one(({ outbox }) => outbox.rows),
  )
  gauge(
    'outbox_oldest_age_seconds',
    'How long the oldest announcement has waited to be carried to the queue.',
    [],
    one(({ outbox }) => outbox.oldest_seconds),
  )
  gauge(
    'webhook_deliveries_due',
    'Deliveries of webhooks whose time has come.',
    [],
    one(({ webhooks }) => webhooks.due),
  )
  gauge(
    'webhook_oldest_due_age_seconds',
    'How long the delivery that is due longest has been due.',
    [],
    one(({ webhooks }) => webhooks.oldest_due_seconds),
  )
  gauge(
    'audit_faults',
    'What is wrong with the audit log, by the last verification. Anything but 0 is an alarm.',
    [],
    one(({ audit }) => audit?.faults),
  )
  gauge(
    'audit_verified_timestamp_seconds',
    'When the audit log was last verified.',
    [],
    one(({ audit }) => audit?.verified_at),
  )
  gauge(
    'backup_last_success_timestamp_seconds',
    'When something was last put away completely.',
    ['kind', 'source'],
    ({ backups }: RecordState) =>
      backups.map(({ kind, source, succeeded_at }): Labelled => [{ kind, source }, succeeded_at]),
  )
  gauge(
    'restore_drill_timestamp_seconds',
    'When a backup was last restored to see whether that can be done.',
    [],
    one(({ restore_drill }) => restore_drill?.finished_at),
  )
  gauge(
    'restore_drill_succeeded',
    '1 when the last restore drill brought everything back.',
    [],
    one(({ restore_drill }) => (restore_drill ? Number(restore_drill.succeeded) : null)),
  )
  gauge(
    'wal_archived_timestamp_seconds',
    'When a file of the write-ahead log was last archived.',
    [],
    one(({ wal_archived_at }) => wal_archived_at),
  )
  const { day } = config.claude.budgets
  gauge(
    'claude_budget_used_ratio',
    'What is spent or promised of the budget of this UTC day.',
    [],
    one(({ claude_spent_picousd }) => (day > 0 ? claude_spent_picousd / day : null)),
  )
  gauge(
    'claude_budget_usd',
    'The budget of a UTC day, in USD.',
    [],
    one(() => day / PICO_PER_USD),
  )
}
