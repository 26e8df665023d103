import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyRequest {
    /** Milliseconds since the process began: when the request came, and when it was known whose it is. */
    startedAt: number
    identifiedAt: number
  }
}

/** Registered before `auth`: when the request came. */
export const timingStart = fp(
  async (app: FastifyInstance) => {
    app.decorateRequest('startedAt', 0)
    app.decorateRequest('identifiedAt', 0)
    app.addHook('onRequest', async (request) => {
      request.startedAt = performance.now()
    })
  },
  { name: 'timing-start' },
)

/**
 * Where the time of an answer went, as `Server-Timing`: who asks and whether he may (`auth`), everything after that,
 * database included (`work`), and all of it (`total`), in milliseconds. Only callers who are known are told: to others the
 * time that a check took could say something about keys.
 */
export const serverTiming = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', async (request) => {
      request.identifiedAt = performance.now()
    })
    app.addHook('onSend', async (request, reply) => {
      if (!request.account || request.identifiedAt === 0) return
      const now = performance.now()
      const { startedAt, identifiedAt } = request
      reply.header(
        'server-timing',
        `auth;dur=${ms(identifiedAt - startedAt)}, work;dur=${ms(now - identifiedAt)}, total;dur=${ms(now - startedAt)}`,
      )
    })
  },
  { name: 'server-timing', dependencies: ['timing-start', 'auth'] },
)

function ms(duration: number): string {
  return duration.toFixed(1)
}
