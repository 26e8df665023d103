import { type JobName, jobs } from '@sec-latent/core/jobs'
import { maskSecrets } from '@sec-latent/core/logs/mask'

const MAX_CHARS = 200

/**
 * The payload of a job as people see it: the fields that its kind has, which are ids and words. Whatever else somebody put into
 * the queue is counted and not shown.
 */
export function maskedPayload(name: JobName, data: unknown): Record<string, unknown> {
  const known = Object.keys(jobs[name].properties)
  const shown: Record<string, unknown> = {}
  let hidden = 0
  for (const [field, value] of Object.entries(typeof data === 'object' && data !== null ? data : { data })) {
    if (!known.includes(field)) hidden += 1
    else if (typeof value === 'string') shown[field] = maskSecrets(value).slice(0, MAX_CHARS)
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) shown[field] = value
    else hidden += 1
  }
  return hidden === 0 ? shown : { ...shown, hidden_fields: hidden }
}
