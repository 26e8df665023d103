import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'

export interface StripeCall {
  path: string
  idempotencyKey: string | undefined
  parameters: Record<string, string>
}

type Fault = 'error_500' | 'rate_limited' | 'reset' | 'lost_answer'

/**
 * A server that speaks as much of Stripe's protocol as we use: form bodies, idempotency keys that answer as before, meter
 * events that are refused when their identifier is known, and failures on demand. `lost_answer` does the work and drops the
 * connection, which is what makes a client ask twice.
 */
export async function startStripe() {
  const calls: StripeCall[] = []
  const answers = new Map<string, { status: number; body: object }>()
  const identifiers = new Set<string>()
  const deleted = new Set<string>()
  const faults: Fault[] = []
  let made = 0

  function answer(call: StripeCall): { status: number; body: object } {
    const known = call.idempotencyKey && answers.get(call.idempotencyKey)
    if (known) return known
    const done = perform(call)
    if (call.idempotencyKey) answers.set(call.idempotencyKey, done)
    calls.push(call)
    return done
  }

  function perform({ path, parameters }: StripeCall): { status: number; body: object } {
    if (path === '/v1/billing/meter_events') {
      const identifier = parameters.identifier ?? ''
      if (identifiers.has(identifier)) {
        const message = `An event already exists with identifier ${identifier}.`
        return { status: 400, body: { error: { type: 'invalid_request_error', message } } }
      }
      identifiers.add(identifier)
      return { status: 200, body: { object: 'billing.meter_event', identifier } }
    }
    made += 1
    const kind = path.includes('/finalize') ? 'invoice' : path.split('/')[2]?.replace(/s$/, '')
    const id = path.includes('/finalize') ? path.split('/')[3] : `${kind?.slice(0, 3)}_${made}`
    return { status: 200, body: { id, object: kind } }
  }

  function remove(id: string): { status: number; body: object } {
    const isGone = deleted.has(id)
    deleted.add(id)
    if (!isGone) return { status: 200, body: { id, object: 'customer', deleted: true } }
    const message = `No such customer: '${id}'`
    return {
      status: 404,
      body: { error: { type: 'invalid_request_error', code: 'resource_missing', message } },
    }
  }

  const server = createServer((request, response) => {
    void handle(request, response)
  })
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const parameters = Object.fromEntries(new URLSearchParams(text))
    const fault = faults.shift()
    if (fault === 'reset') return void request.socket.destroy()
    if (fault === 'error_500' || fault === 'rate_limited') {
      const status = fault === 'error_500' ? 500 : 429
      response.writeHead(status, { 'content-type': 'application/json' })
      return void response.end(JSON.stringify({ error: { type: 'api_error', message: 'Try again.' } }))
    }
    const idempotencyKey = request.headers['idempotency-key'] as string | undefined
    if (request.method === 'DELETE') {
      const { status, body } = remove(request.url?.split('/').at(-1) ?? '')
      if (fault === 'lost_answer') return void request.socket.destroy()
      response.writeHead(status, { 'content-type': 'application/json' })
      return void response.end(JSON.stringify(body))
    }
    const { status, body } = answer({ path: request.url ?? '', idempotencyKey, parameters })
    if (fault === 'lost_answer') return void request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': `req_${made}` })
    response.end(JSON.stringify(body))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What was done, each once. */
    calls,
    /** Customers that were deleted. */
    deleted,
    /** What the next requests meet, in order. */
    faults,
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A message about an object, in the bytes and with the signature with which the service sends it. */
export function signedStripeEvent(
  { object, ...event }: { id: string; type: string; created: number; object: object },
  secret: string,
  timestamp = Math.floor(Date.now() / 1_000),
): { body: string; signature: string } {
  const body = JSON.stringify({
    object: 'event',
    api_version: Stripe.API_VERSION,
    livemode: false,
    ...event,
    data: { object },
  })
  return { body, signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp }) }
}
