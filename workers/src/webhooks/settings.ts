import { RETRY_SCHEDULE_MS } from '@sec-latent/core/webhooks/schedule'
import { Type } from 'typebox'

/** Settings of the sending of webhooks. */
export const webhookSettings = {
  WEBHOOK_CONCURRENCY: Type.Integer({
    minimum: 1,
    maximum: 1_000,
    default: 128,
    description: 'Webhooks under way at once, per process.',
  }),
  WEBHOOK_RETRY_SECONDS: Type.String({
    pattern: '^\\d+(\\.\\d+)?(,\\d+(\\.\\d+)?){0,99}$',
    default: RETRY_SCHEDULE_MS.map((wait) => wait / 1_000).join(','),
    description: 'Seconds to wait before each attempt of a webhook, separated by commas; the first is 0.',
  }),
}

/** The waits before the attempts, in milliseconds. */
export function retryScheduleOf({ WEBHOOK_RETRY_SECONDS }: { WEBHOOK_RETRY_SECONDS: string }): number[] {
  return WEBHOOK_RETRY_SECONDS.split(',').map((seconds) => Math.round(Number(seconds) * 1_000))
}
