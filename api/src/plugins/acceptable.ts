import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { acceptsAny } from '../accept.ts'
import { ProblemError } from '../problems.ts'

/** An operation that can answer in any bytes a caller asks for: it serves what was filed. */
const ANY_BYTES = 'application/octet-stream'

/**
 * Refuses a request whose `Accept` leaves nothing to answer in, instead of answering in something the caller cannot
 * read. Public operations answer whoever asks: probes send whatever they like.
 */
export const acceptable = fp(
  async (app: FastifyInstance) => {
    app.addHook('preValidation', async (request) => {
      const { accept } = request.headers
      const { config } = request.routeOptions
      if (accept === undefined || config.public || request.is404) return
      const offered = ['application/json', ...Object.keys(config.alternatives ?? {})]
      if (config.longLived) offered.push('text/event-stream')
      if (offered.includes(ANY_BYTES) || acceptsAny(accept, offered)) return
      const detail = `Accept allows none of ${offered.join(', ')}.`
      throw new ProblemError('not_acceptable', {
        detail,
        errors: [{ header: 'Accept', code: 'not_acceptable', detail, allowed: offered }],
      })
    })
  },
  { name: 'acceptable' },
)
