import type { UsageRecorder } from '@sec-latent/core/accounts/usage-recorder'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** Counts every request that came with a valid key, and says what it cost. Only 2xx answers cost anything. */
export const usage = fp<{ recorder: UsageRecorder }>(
  async (app: FastifyInstance, { recorder }) => {
    app.addHook('onSend', async (request, reply) => {
      if (!request.account) return
      const billed = reply.statusCode >= 200 && reply.statusCode < 300
      reply.header('latent-cost', String(billed ? (request.routeOptions.config.cost ?? 1) : 0))
    })
    app.addHook('onResponse', async (request, reply) => {
      const { account } = request
      if (!account) return
      recorder.record({
        organisation_id: account.organisation_id,
        key_id: account.key_id,
        operation_id: request.routeOptions.schema?.operationId ?? 'unknown_operation',
        cost: request.routeOptions.config.cost ?? 1,
        status: reply.statusCode,
      })
    })
    app.addHook('onClose', async () => {
      await recorder.close()
    })
  },
  { name: 'usage', dependencies: ['auth'] },
)
