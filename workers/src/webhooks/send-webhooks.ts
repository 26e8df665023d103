import { egressClient } from '@sec-latent/core/egress/client'
import { sealer } from '@sec-latent/core/secrets/seal'
import type { Services } from '../services.ts'
import { startWebhooks } from './deliver.ts'

/** Sends webhooks as the configuration of the process says, and counts what becomes of them. */
export function sendWebhooks({
  config,
  log,
  metrics,
  tracer,
}: Pick<Services, 'config' | 'log' | 'metrics' | 'tracer'>) {
  return startWebhooks({
    databaseUrl: config.DATABASE_URL,
    concurrency: config.WEBHOOK_CONCURRENCY,
    schedule: config.webhookSchedule,
    sealer: sealer(config.sealingKeys),
    egress: egressClient({ rules: config.egressRules }),
    log,
    tracer,
    observe(delivery, outcome, recorded) {
      metrics.webhookAttempts.inc({ outcome: recorded, error: outcome.error ?? '' })
      if (delivery.attempts === 0) {
        const seconds = (outcome.finished_at.getTime() - Date.parse(delivery.created_at)) / 1_000
        metrics.webhookFirstAttemptSeconds.observe(Math.max(0, seconds))
      }
    },
  })
}
