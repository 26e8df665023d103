import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

const NOTICE_MS = 14 * 86_400_000

/** In the last 14 days of a key, or of a secret that is being replaced, every answer says when it ends. */
export const expiryHeader = fp(
  async (app: FastifyInstance) => {
    app.addHook('onSend', async (request, reply) => {
      const ends = request.account?.key_expires_at
      if (ends == null) return
      const at = Date.parse(ends)
      if (at - Date.now() <= NOTICE_MS) reply.header('latent-key-expires', new Date(at).toUTCString())
    })
  },
  { name: 'key-expiry-header', dependencies: ['auth'] },
)
