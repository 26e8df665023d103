import {
  readStripeEvent,
  StripeSignatureError,
  takeStripeEvent,
} from '@sec-latent/core/billing/stripe-events'
import type { Sql } from '@sec-latent/core/db'
import type { Logger } from '@sec-latent/core/log'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { publicAccess } from '../openapi.ts'
import { ProblemError } from '../problems.ts'

export interface StripeEventServices {
  /** The pool of role `latent_service`. */
  service: Sql
  /** Signs what Stripe sends; unset: nothing is taken in. */
  webhookSecret: string | undefined
  logger: Logger
}

const MAX_EVENT_BYTES = 524_288
const MAX_SIGNATURE_CHARS = 2_048

/**
 * Where Stripe says what became of invoices. Whatever it says and signed is acknowledged, also what contradicts us: sent again it
 * would say the same. Only what could not be written down is to be sent again. Not part of the API of our customers.
 */
export const stripeEventRoutes: FastifyPluginAsync<StripeEventServices> = async (
  app,
  { service, webhookSecret, logger },
) => {
  if (webhookSecret === undefined) return

  // The signature is over the bytes as they came.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_EVENT_BYTES },
    async (_request: unknown, body: Buffer) => body,
  )

  app.post(
    '/internal/stripe/events',
    { config: publicAccess(), schema: { hide: true } as never },
    async (request, reply) => {
      const result = await takeStripeEvent(service, signedEvent(request, webhookSecret))
      const { id, type, outcome, invoice_id } = result
      const line = {
        action: 'stripe-event',
        status: outcome,
        metadata: { event_id: id, event_type: type, invoice_id },
      }
      if (outcome === 'conflict' || outcome === 'unknown') logger.warn(line)
      else logger.info(line)
      return reply.header('cache-control', 'no-store').send({ received: true })
    },
  )
}

function signedEvent({ headers, body }: FastifyRequest, secret: string) {
  const signature = headers['stripe-signature']
  const isComplete =
    typeof signature === 'string' && signature.length <= MAX_SIGNATURE_CHARS && Buffer.isBuffer(body)
  try {
    if (!isComplete) throw new StripeSignatureError('the message is not signed')
    return readStripeEvent(body, signature, secret)
  } catch (error) {
    if (!(error instanceof StripeSignatureError)) throw error
    throw new ProblemError('invalid_key', { detail: 'The message is not signed by Stripe, or too long ago.' })
  }
}
