import { redactKeys } from '@sec-latent/core/accounts/key-format'
import type { Meter, ServedRequest } from '@sec-latent/core/metering/meter'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../problems.ts'
import type { Account } from './auth.ts'

export const MAX_LOGGED_PATH_CHARS = 512

declare module 'fastify' {
  interface FastifyRequest {
    /** What was noted of it in the meter, or that it must not be. */
    metering: 'recorded' | 'refused' | null
  }
}

/**
 * Counts every request that came with a valid key, and says what it cost. Only 2xx answers to live and admin keys cost
 * anything; those of tests and of the explorer are counted with 0 units. No answer leaves before the journal has it, and
 * while there is no journal nothing that would be counted is answered.
 */
export const usage = fp<{ meter: Meter }>(
  async (app: FastifyInstance, { meter }) => {
    app.decorateRequest('metering', null)

    app.addHook('onRequest', (request, _reply, done) => {
      if (!request.account || meter.isAvailable()) return done()
      request.metering = 'refused'
      done(new ProblemError('metering_unavailable'))
    })

    app.addHook('onSend', (request, reply, payload, done) => {
      if (!request.account || request.metering) return done(null, payload)
      const served = servedRequest(factsOf(request, reply, request.account))
      reply.header('latent-cost', String(served.units))
      request.metering = 'recorded'
      meter.record(served)
      meter.afterJournal((failure) => {
        if (!failure) return done(null, payload)
        request.metering = 'refused'
        done(new ProblemError('metering_unavailable', { cause: failure }))
      })
    })

    // What took the connection over, as a stream does, is noted when it ends.
    app.addHook('onResponse', (request, reply, done) => {
      if (request.account && !request.metering) {
        request.metering = 'recorded'
        meter.record(servedRequest(factsOf(request, reply, request.account)))
      }
      done()
    })

    app.addHook('onClose', async () => {
      await meter.close()
    })
  },
  { name: 'usage', dependencies: ['auth'] },
)

export interface AnswerFacts {
  request_id: string
  account: Pick<Account, 'organisation_id' | 'key_id' | 'mode'>
  operation_id: string
  method: string
  /** As it came in the request line. */
  url: string
  status: number
  cost: number
  duration_us: number
}

/** An answered request as the meter takes it. */
export function servedRequest(facts: AnswerFacts): ServedRequest {
  const { request_id, account, operation_id, method, url, status, cost, duration_us } = facts
  const billed = status >= 200 && status < 300 && (account.mode === 'live' || account.mode === 'admin')
  return {
    request_id,
    organisation_id: account.organisation_id,
    key_id: account.key_id,
    operation_id,
    method,
    path: loggedPath(url),
    status,
    cost,
    units: billed ? cost : 0,
    at: Date.now(),
    duration_us,
  }
}

/** What the request log keeps of a URL: all of it but what looks like a secret, and no more than 512 characters. */
export function loggedPath(url: string): string {
  const kept = url.length > MAX_LOGGED_PATH_CHARS + MAX_SECRET_CHARS ? url.slice(0, LONGEST_READ) : url
  return (SUSPICIOUS.test(kept) ? redact(kept) : kept).slice(0, MAX_LOGGED_PATH_CHARS)
}

/** A secret that begins within what is kept is seen whole. */
const MAX_SECRET_CHARS = 256
const LONGEST_READ = MAX_LOGGED_PATH_CHARS + MAX_SECRET_CHARS
const SUSPICIOUS =
  /slp|whsec|sk[_-]|gh[pousr]_|eyJ|AKIA|key=|token=|secret=|password=|authorization=|signature=|[^\x20-\x7e]/i
const SECRETS = /(?:whsec_|sk[_-](?:live|test|ant)[_-]|gh[pousr]_|eyJ|AKIA)[\w.+/=-]{8,}/g
const SECRET_PARAMETERS =
  /([?&](?:(?:api|access|secret|private)?[_-]?key|(?:[\w.-]*[_-])?(?:token|secret|password|authorization|signature))=)[^&#]*/gi

function redact(url: string): string {
  return redactKeys(url.replace(/slp(?:_|%5f)(live|test|adm|exp)(?:_|%5f)/gi, 'slp_$1_'))
    .replace(SECRET_PARAMETERS, '$1[redacted]')
    .replace(SECRETS, '[redacted]')
    .replace(/[^\x20-\x7e]/g, '?')
}

function factsOf(request: FastifyRequest, reply: FastifyReply, account: Account): AnswerFacts {
  const { routeOptions } = request
  return {
    request_id: request.id,
    account,
    operation_id: routeOptions.schema?.operationId ?? 'unknown_operation',
    method: request.method,
    url: request.raw.url ?? '/',
    status: reply.statusCode,
    cost: routeOptions.config.cost ?? 1,
    duration_us: Math.round(reply.elapsedTime * 1_000),
  }
}
