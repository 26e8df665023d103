import { type Actor, appendAuditEvent, type NewAuditEvent } from '@sec-latent/core/audit/store'
import type { Queryable, Sql } from '@sec-latent/core/db'
import { requestHash } from '@sec-latent/core/idempotency/request-hash'
import { type Claim, idempotencyStore, type KeptAnswer } from '@sec-latent/core/idempotency/store'
import type { Sealer } from '@sec-latent/core/secrets/seal'
import { asOrganisation } from '@sec-latent/core/tenancy/organisation'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idempotencyKeyOf } from './idempotency-key.ts'
import { accountOf } from './listing.ts'
import { problemAnswer, toProblem } from './plugins/problem-handler.ts'
import { ProblemError, problems } from './problems.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
/** Answers that say "not now" instead of saying how it ended. */
const PASSING = new Set([408, 429])

/** What a change of state came to. */
export interface Effect<B> {
  status: 200 | 201 | 202 | 204
  body: B
  /** Headers of the answer, such as `location`. */
  headers?: Record<string, string>
  /** The `ETag` of the object as it is now: `versionTag` of `if-match.ts`. */
  etag?: string
  /** What goes into the audit log; several when one request changed several things. */
  audit: Change | readonly Change[]
}

export type Change = Pick<NewAuditEvent, 'action' | 'target_type' | 'target_id' | 'before' | 'after'>

/**
 * The way every change of state goes. In one transaction, as the organisation that asks: the effect, its rows in the audit
 * log, and the answer kept for its Idempotency-Key. Either all of it is there afterwards or nothing.
 *
 * With an Idempotency-Key the answer goes out in the bytes that were kept, the first time too. A refusal by the effect
 * (4xx) undoes what it did and is kept as well; what may end differently next time (5xx, 408, 429) is not.
 */
export function writing(sql: Sql, { sealer, portalUrl }: { sealer: Sealer; portalUrl: string }) {
  const idempotency = idempotencyStore(sealer)

  return {
    async run<B>(
      request: FastifyRequest,
      reply: FastifyReply,
      effect: (tx: Queryable) => Promise<Effect<B>>,
    ): Promise<B> {
      const account = accountOf(request)
      const key = idempotencyKeyOf(request)
      reply.header('cache-control', 'no-store')
      if (key === undefined) {
        const done = await asOrganisation(sql, account.organisation_id, (tx) => perform(tx, request, effect))
        reply.code(done.status).headers(headersOf(done))
        return done.body
      }
      const scope = {
        organisation_id: account.organisation_id,
        dataset: account.dataset,
        operation: `${request.method} ${request.routeOptions.url}`,
        key,
      }
      const { method, url, body } = request
      const asked = requestHash({ method, url, ifMatch: request.headers['if-match'], body })
      const { answer, replayed } = await asOrganisation(sql, account.organisation_id, async (tx) => {
        const claim = await idempotency.claim(tx, scope, asked)
        if (claim.outcome === 'answered') return { answer: claim.answer, replayed: true }
        if (claim.outcome !== 'claimed') throw refusal(claim)
        const answer = await attempt(tx, request, reply, effect, portalUrl)
        await idempotency.keep(tx, scope, asked, answer, request.id)
        return { answer, replayed: false }
      })
      reply.code(answer.status).headers(answer.headers)
      if (replayed) reply.header('idempotency-replayed', 'true')
      return (answer.body === '' ? undefined : answer.body) as B
    },

    /** Reads for the organisation that asks: row-level security holds everything else back. */
    async read<T>(request: FastifyRequest, run: (tx: Queryable) => Promise<T>): Promise<T> {
      return await asOrganisation(sql, accountOf(request).organisation_id, run)
    },
  }
}
export type Writing = ReturnType<typeof writing>

/** The effect and its rows in the audit log. */
async function perform<B>(
  tx: Queryable,
  request: FastifyRequest,
  effect: (tx: Queryable) => Promise<Effect<B>>,
): Promise<Effect<B>> {
  const result = await effect(tx)
  for (const change of [result.audit].flat()) {
    await appendAuditEvent(tx, {
      ...change,
      organisation_id: accountOf(request).organisation_id,
      actor: actorOf(request),
      request_id: request.id,
    })
  }
  return result
}

/** The answer of the effect as it will go out. A refusal undoes the effect and leaves the transaction usable. */
async function attempt<B>(
  tx: Queryable,
  request: FastifyRequest,
  reply: FastifyReply,
  effect: (tx: Queryable) => Promise<Effect<B>>,
  portalUrl: string,
): Promise<KeptAnswer> {
  try {
    const done = (await (tx as Exclude<Queryable, Sql>).savepoint((nested) =>
      perform(nested, request, effect),
    )) as Effect<B>
    const headers = headersOf(done)
    if (done.status === 204) return { status: 204, headers, body: '' }
    const body = reply.code(done.status).serialize(done.body) as string
    return { status: done.status, headers: { 'content-type': JSON_TYPE, ...headers }, body }
  } catch (error) {
    const problem = toProblem(error as Error)
    const { status } = problems[problem.code]
    if (status >= 500 || PASSING.has(status)) throw error
    return problemAnswer(problem, request, portalUrl)
  }
}

function headersOf<B>({ headers = {}, etag }: Effect<B>): Record<string, string> {
  return { ...headers, ...(etag === undefined ? {} : { etag }) }
}

function refusal({ outcome }: Claim): ProblemError {
  if (outcome === 'reused') return new ProblemError('idempotency_key_reused')
  return new ProblemError('idempotency_in_progress', {
    headers: { 'retry-after': '1', 'retry-after-ms': '1000', 'x-should-retry': 'true' },
    extensions: { retry_after_ms: 1000 },
  })
}

export function actorOf(request: FastifyRequest): Actor {
  const agent = request.headers['user-agent']
  return {
    ...accountOf(request).actor,
    ip: request.ip,
    ...(agent ? { user_agent: agent.slice(0, 256) } : {}),
  }
}
