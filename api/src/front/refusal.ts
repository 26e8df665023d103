import type { Admission } from '@sec-latent/core/limits/limiter'
import type { Answer } from '../cache/answer.ts'
import { shownPath } from '../plugins/access-log.ts'
import { refusalOf } from '../plugins/rate-limit.ts'
import { COMMON_HEADERS } from '../plugins/transport.ts'
import { PROBLEM_TYPE, problemBody } from '../problems.ts'
import type { KnownKey } from './known-key.ts'

const common = Object.entries(COMMON_HEADERS).flat()

/** The problem of a request beyond its rate, as the long way tells it. */
export function rateRefusal(
  answer: Answer,
  key: KnownKey,
  admission: Admission,
  id: string,
  portalUrl: string,
): { head: string[]; body: string } {
  const problem = refusalOf(key.plan, key.subject, admission)
  const body = JSON.stringify(problemBody(problem, { id, path: shownPath(answer.url) }, portalUrl))
  const head = [...common, 'content-type', `${PROBLEM_TYPE}; charset=utf-8`, 'cache-control', 'no-store']
  head.push('content-length', String(Buffer.byteLength(body)), ...Object.entries(problem.headers).flat())
  return { head, body }
}
