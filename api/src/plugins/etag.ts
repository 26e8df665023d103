import { createHash, hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { CURRENT_VERSION } from '../version.ts'

const LIST_CACHE = 'private, max-age=0, must-revalidate'
const TAG_BYTES = 16
const MAX_TAGS = 50

/**
 * Validators on every GET. They are weak, because proxies that compress drop strong ones, and depend on neither the key
 * nor the encoding. The moment a list was made for is left out: the same rows are the same representation. Where a
 * cursor is handed out, the day counts, so that nobody is told to keep a page whose cursor has expired.
 */
export const etag = fp(
  async (app: FastifyInstance) => {
    app.addHook('onSend', async (request, reply, payload) => {
      if ((request.method !== 'GET' && request.method !== 'HEAD') || reply.statusCode !== 200) return payload
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', LIST_CACHE)
      if (reply.getHeader('cache-control') === 'no-store') return payload
      if (!reply.hasHeader('etag') && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
        reply.header('etag', weakTag(payload))
      }
      const tag = reply.getHeader('etag')
      const asked = request.headers['if-none-match']
      if (typeof tag !== 'string' || asked === undefined || !isNotModified(asked, tag)) return payload
      reply.code(304).removeHeader('content-type').removeHeader('content-length')
      reply.removeHeader('content-disposition').removeHeader('content-encoding')
      // Not an empty body: that would say Content-Length: 0, which is not the length of what the caller has (RFC 9110, 8.6).
      return null
    })
  },
  { name: 'etag' },
)

/** The tag of a representation. */
export function weakTag(payload: string | Buffer): string {
  const digest =
    typeof payload === 'string'
      ? hash('sha256', CURRENT_VERSION + withoutMoment(payload), 'buffer')
      : createHash('sha256').update(CURRENT_VERSION).update(payload).digest()
  return `W/"${digest.subarray(0, TAG_BYTES).toString('base64url')}"`
}

function withoutMoment(text: string): string {
  return text.replace(/"as_of":"[^"]*"/, '').replace(/"next_cursor":"[^"]*"/, today)
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Whether a caller who has what `If-None-Match` names has this. */
export function isNotModified(asked: string, tag: string): boolean {
  if (asked === tag || asked.trim() === '*') return true
  const opaque = tag.replace(/^W\//, '')
  return asked.split(',', MAX_TAGS).some((one) => one.trim().replace(/^W\//, '') === opaque)
}
