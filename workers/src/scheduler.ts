import type { DiscoverySource } from '@sec-latent/core/intake/intake'
import type { JobName, JobPayload } from '@sec-latent/core/jobs'
import { JOB_OPTIONS } from './queue/queues.ts'
import type { Services } from './services.ts'

interface Schedule<N extends JobName = JobName> {
  id: string
  job_name: N
  payload: JobPayload<N>
  everyMs: number
}

const CHECK_MS = 2_000
const MINUTE = 60_000
/** How long after a deployment a changed rule may wait for its backfill to begin. */
const BACKFILL_CHECK_MS = 30_000

/** Everything that happens by the clock. */
export function schedulesOf({ config }: Pick<Services, 'config'>): Schedule[] {
  const live = config.readsLiveEdgar
  return [
    {
      id: 'reconcile-intake',
      job_name: 'reconcile-intake',
      payload: {},
      everyMs: Math.max(1_000, Math.floor(config.RECONCILE_AFTER_MS / 4)),
    },
    { id: 'serve-privacy-requests', job_name: 'serve-privacy-requests', payload: {}, everyMs: MINUTE },
    { id: 'anchor-audit', job_name: 'anchor-audit', payload: {}, everyMs: 60 * MINUTE },
    { id: 'verify-audit', job_name: 'verify-audit', payload: {}, everyMs: 24 * 60 * MINUTE },
    { id: 'retain-audit', job_name: 'retain-audit', payload: {}, everyMs: 24 * 60 * MINUTE },
    { id: 'roll-up-usage', job_name: 'roll-up-usage', payload: {}, everyMs: MINUTE },
    {
      id: 'expire-idempotency-keys',
      job_name: 'expire-idempotency-keys',
      payload: {},
      everyMs: 60 * MINUTE,
    },
    { id: 'keep-usage', job_name: 'keep-usage', payload: {}, everyMs: 60 * MINUTE },
    { id: 'keep-request-log', job_name: 'keep-request-log', payload: {}, everyMs: 60 * MINUTE },
    { id: 'send-usage-alerts', job_name: 'send-usage-alerts', payload: {}, everyMs: MINUTE },
    { id: 'issue-invoices', job_name: 'issue-invoices', payload: {}, everyMs: 10 * MINUTE },
    { id: 'apply-plan-changes', job_name: 'apply-plan-changes', payload: {}, everyMs: MINUTE },
    { id: 'export-to-stripe', job_name: 'export-to-stripe', payload: {}, everyMs: 5 * MINUTE },
    { id: 'count-answers', job_name: 'count-answers', payload: {}, everyMs: MINUTE },
    { id: 'match-monitors', job_name: 'match-monitors', payload: {}, everyMs: 2_000 },
    { id: 'reconcile-customer-jobs', job_name: 'reconcile-customer-jobs', payload: {}, everyMs: 30_000 },
    { id: 'notify-key-expiry', job_name: 'notify-key-expiry', payload: {}, everyMs: 60 * MINUTE },
    { id: 'send-notifications', job_name: 'send-notifications', payload: {}, everyMs: 30_000 },
    {
      id: 'send-operations-digest',
      job_name: 'send-operations-digest',
      payload: {},
      everyMs: 10 * MINUTE,
    },
    { id: 'forget-sessions', job_name: 'forget-sessions', payload: {}, everyMs: 60 * MINUTE },
    { id: 'rotate-signing-keys', job_name: 'rotate-signing-keys', payload: {}, everyMs: 60 * MINUTE },
    { id: 'poll-claude', job_name: 'poll-claude', payload: {}, everyMs: MINUTE },
    { id: 'backfill-extractors', job_name: 'backfill-extractors', payload: {}, everyMs: BACKFILL_CHECK_MS },
    ...(live
      ? [
          poll('latest_filings', config.POLL_LATEST_SECONDS * 1_000),
          poll('submissions_json', 15 * MINUTE),
          poll('daily_index', 60 * MINUTE),
          poll('company_tickers', 24 * 60 * MINUTE),
          {
            id: 'recheck-filings',
            job_name: 'recheck-filings' as const,
            payload: { dataset: 'live' as const },
            everyMs: 10 * MINUTE,
          },
        ]
      : []),
  ]
}

function poll(source: DiscoverySource, everyMs: number): Schedule<'poll-sources'> {
  return {
    id: `poll-sources.${source}`,
    job_name: 'poll-sources',
    payload: { dataset: 'live', source },
    everyMs,
  }
}

/**
 * Keeps the job schedulers in the queue. An emptied Redis forgets them like everything else, so their presence is checked
 * all the time; one that is there is left alone, because setting it again would start its interval anew.
 */
export function startClock(services: Services) {
  const { log, queues } = services
  const schedules = schedulesOf(services)

  async function check(): Promise<void> {
    for (const { id, job_name, payload, everyMs } of schedules) {
      const queue = queues.queueOf(job_name)
      const present = await queue.getJobScheduler(id)
      if (present?.every === everyMs) continue
      const { attempts: _, ...opts } = JOB_OPTIONS
      await queue.upsertJobScheduler(id, { every: everyMs }, { name: job_name, data: payload, opts })
    }
  }

  const tick = () =>
    check().catch((error: Error) =>
      log.warn({ action: 'schedule', status: 'failed', message: error.message }),
    )
  let current = tick()
  const timer = setInterval(() => {
    current = current.then(tick)
  }, CHECK_MS)

  return {
    async stop(): Promise<void> {
      clearInterval(timer)
      await current
    },
  }
}
