import type { Sql } from '@sec-latent/core/db'
import { type ReceivedRequest, startReceiver } from '@sec-latent/core/egress/testing/receiver'
import type { Random } from '../invariants/random.ts'
import { newEndpoint, newOrganisation } from '../invariants/webhook-ground.ts'

const GOOD_ENDPOINTS = 2
/** Of what good endpoints are sent, so much fails the first time anyway. */
const FAILING = 0.2

export type ReceiverTrouble = 'status' | 'reset' | 'hang' | 'redirect' | 'too_many' | 'huge'

/** Receivers of webhooks that fail now and then, and one that never answers. They remember all they were sent. */
export async function webhookReceivers(random: Random) {
  const requests: (ReceivedRequest & { endpoint: number; ok: boolean })[] = []
  const accepted = new Map<string, Map<number, number>>()
  let trouble: ReceiverTrouble | undefined
  const receiver = await startReceiver((request, response, socket) => {
    const endpoint = Number(new URL(request.url, 'https://x').searchParams.get('endpoint'))
    if (endpoint === GOOD_ENDPOINTS) return
    const ok = trouble === undefined && random.next() >= FAILING
    requests.push({ ...request, endpoint, ok })
    if (ok) {
      const key = accessionOf(request)
      const places = accepted.get(key) ?? new Map<number, number>()
      places.set(endpoint, (places.get(endpoint) ?? 0) + 1)
      accepted.set(key, places)
      response.writeHead(200).end('ok')
      return
    }
    switch (trouble) {
      case 'reset':
        return void socket.destroy()
      case 'hang':
        return
      case 'redirect':
        return void response.writeHead(302, { location: 'https://127.0.0.1:1/' }).end()
      case 'too_many':
        return void response.writeHead(429, { 'retry-after': '1' }).end()
      case 'huge':
        response.writeHead(500)
        return void response.end(Buffer.alloc(4_000_000, 'x'))
      default:
        response.writeHead(random.pick([400, 404, 500, 502, 503])).end('no')
    }
  })
  const secrets: string[] = []

  return {
    requests,
    accepted,
    goodEndpoints: GOOD_ENDPOINTS,
    secrets,
    async subscribe(sql: Sql): Promise<void> {
      for (let index = 0; index <= GOOD_ENDPOINTS; index++) {
        const owner = await newOrganisation(sql)
        const { secret } = await newEndpoint(sql, owner, {
          url: `${receiver.url}?endpoint=${index}`,
          event_types: ['filing.published'],
        })
        secrets.push(secret)
      }
    },
    trouble(next: ReceiverTrouble | undefined): void {
      trouble = next
    },
    close: receiver.close,
  }
}

export type WebhookReceivers = Awaited<ReturnType<typeof webhookReceivers>>

export function accessionOf({ body }: { body: string }): string {
  return (JSON.parse(body) as { data: { accession_number: string } }).data.accession_number
}
