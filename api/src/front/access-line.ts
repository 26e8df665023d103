import type { Logger } from '@sec-latent/core/log'
import type { Answer } from '../cache/answer.ts'
import { isSampled, parameterNames, shownPath } from '../plugins/access-log.ts'
import { loggedPath } from '../plugins/usage.ts'
import type { KnownKey } from './known-key.ts'

/** What every request for an answer shares. */
const parts = new WeakMap<Answer, { action: string; path: string; parameters: string; metered: string }>()

/** The line of `plugins/access-log.ts`, put together by hand: serialising it would cost more than the answer. */
export function writeAccessLine(
  logger: Logger,
  answer: Answer,
  key: KnownKey,
  request: { id: string; status: number; durationUs: number },
): void {
  const standsFor = isSampled(request.status) ? logger.sample() : 1
  if (standsFor === 0) return
  const { action, path, parameters } = partsOf(answer)
  const status = request.status >= 400 ? 'refused' : 'ok'
  logger.infoLine(
    `"trace_id":"${request.id}","user_id":"${key.organisation_id}","action":${action},"status":"${status}",` +
      `"duration_ms":${request.durationUs / 1000},"metadata":{"request_id":"${request.id}","method":"GET","path":${path},` +
      `"parameters":${parameters},"http_status":${request.status},"key_id":"${key.key_id}"${standsFor > 1 ? `,"stands_for":${standsFor}` : ''}},"message":${action}`,
  )
}

function partsOf(answer: Answer) {
  const known = parts.get(answer)
  if (known) return known
  const made = {
    action: JSON.stringify(answer.operation.operation_id),
    path: JSON.stringify(shownPath(answer.url)),
    parameters: JSON.stringify(parameterNames(answer.url)),
    metered: loggedPath(answer.url),
  }
  parts.set(answer, made)
  return made
}

/** The path of an answer as the meter takes it. */
export function meteredPath(answer: Answer): string {
  return partsOf(answer).metered
}
