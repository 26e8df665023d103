import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { compress, encodingFor } from '../cache/encoding.ts'

const TEXT = /^(?:text\/|application\/(?:json|xml|[\w.-]+\+(?:json|xml)|x-ndjson))/

/**
 * Compresses answers the caller can read compressed. Registered after `etag`: a validator belongs to the bytes before.
 * What must not be stored is not compressed either: it can hold secrets, and the length of a compressed secret beside text
 * of the caller's choice tells something about it (BREACH).
 */
export const compression = fp(
  async (app: FastifyInstance) => {
    app.addHook('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
      if (reply.hasHeader('content-encoding') || reply.getHeader('cache-control') === 'no-store')
        return payload
      if (!TEXT.test(String(reply.getHeader('content-type') ?? ''))) return payload
      const body = typeof payload === 'string' ? Buffer.from(payload) : payload
      const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined, body.length)
      if (encoding === 'identity') return payload
      reply.header('content-encoding', encoding).removeHeader('content-length')
      return await compress(body, encoding)
    })
  },
  { name: 'compression', dependencies: ['etag'] },
)
