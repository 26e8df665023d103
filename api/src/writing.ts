import { type Actor, appendAuditEvent, type NewAuditEvent } from '@sec-latent/core/audit/store'
import type { Queryable, Sql } from '@sec-latent/core/db'
import { asOrganisation } from '@sec-latent/core/tenancy/organisation'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { accountOf } from './listing.ts'

/** What a change of state came to. */
export interface Effect<B> {
  status: 200 | 201 | 202 | 204
  body: B
  /** Headers of the answer, such as `location`. */
  headers?: Record<string, string>
  /** What goes into the audit log; several when one request changed several things. */
  audit: Change | readonly Change[]
}

export type Change = Pick<NewAuditEvent, 'action' | 'target_type' | 'target_id' | 'before' | 'after'>

/**
 * The way every change of state goes. In one transaction, as the organisation that asks: the effect, its rows in the audit
 * log, and the answer kept for its Idempotency-Key. Either all of it is there afterwards or nothing.
 */
export function writing(sql: Sql) {
  return {
    async run<B>(
      request: FastifyRequest,
      reply: FastifyReply,
      effect: (tx: Queryable) => Promise<Effect<B>>,
    ): Promise<B> {
      const account = accountOf(request)
      const done = await asOrganisation(sql, account.organisation_id, async (tx) => {
        const result = await effect(tx)
        for (const change of [result.audit].flat()) {
          await appendAuditEvent(tx, {
            ...change,
            organisation_id: account.organisation_id,
            actor: actorOf(request),
            request_id: request.id,
          })
        }
        return result
      })
      reply.code(done.status).headers(done.headers ?? {})
      reply.header('cache-control', 'no-store')
      return done.body
    },

    /** Reads for the organisation that asks: row-level security holds everything else back. */
    async read<T>(request: FastifyRequest, run: (tx: Queryable) => Promise<T>): Promise<T> {
      return await asOrganisation(sql, accountOf(request).organisation_id, run)
    },
  }
}
export type Writing = ReturnType<typeof writing>

export function actorOf(request: FastifyRequest): Actor {
  const agent = request.headers['user-agent']
  return {
    ...accountOf(request).actor,
    ip: request.ip,
    ...(agent ? { user_agent: agent.slice(0, 256) } : {}),
  }
}
