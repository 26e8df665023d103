import type { Admission } from '@sec-latent/core/limits/limiter'
import type { Answer } from '../cache/answer.ts'
import { shownPath } from '../plugins/access-log.ts'
import { refusalOf } from '../plugins/rate-limit.ts'
import { PROBLEM_TYPE, problemBody } from '../problems.ts'
import { headWith } from './heads.ts'
import type { KnownKey } from './known-key.ts'

/** The problem of a request beyond its rate, as the long way tells it. */
export function rateRefusal(
  answer: Answer,
  key: KnownKey,
  admission: Admission,
  id: string,
  portalUrl: string,
): { head: string[]; body: Buffer } {
  const problem = refusalOf(key.plan, key.subject, admission)
  const told = problemBody(problem, { id, path: shownPath(answer.url) }, portalUrl)
  const body = Buffer.from(JSON.stringify(told))
  const head = headWith([
    ...['content-type', `${PROBLEM_TYPE}; charset=utf-8`, 'cache-control', 'no-store'],
    ...['content-length', String(body.length), ...Object.entries(problem.headers).flat()],
  ])
  return { head, body }
}
