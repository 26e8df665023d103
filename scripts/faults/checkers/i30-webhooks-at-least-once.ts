import { Webhook } from 'standardwebhooks'
import { atMost, exactly } from '../../invariants/webhook-ground.ts'
import { accessionOf } from '../webhook-receivers.ts'
import type { Checker } from './checker.ts'

const TOLERANCE_S = 300 + 305

/** Every published filing reached every endpoint that answers, with one id and one body, signed. */
export const webhooksAtLeastOnce: Checker = {
  id: 'I30',
  title: 'Webhooks arrive at least once (with I33: beside an endpoint that never answers)',
  async check({ sql, receivers }) {
    const published = await sql<{ accession_number: string }[]>`
      select accession_number from changes where dataset = 'live' and change_type = 'filing.published'`
    let lost = 0
    for (const { accession_number } of published)
      for (let endpoint = 0; endpoint < receivers.goodEndpoints; endpoint++)
        if (!receivers.accepted.get(accession_number)?.has(endpoint)) lost += 1
    const bodies = new Map<string, Set<string>>()
    const ids = new Map<string, Set<string>>()
    let unsigned = 0
    for (const request of receivers.requests) {
      const id = String(request.headers['webhook-id'])
      add(bodies, id, request.body)
      add(ids, accessionOf(request), id)
      if (!isSigned(request, receivers.secrets[request.endpoint] as string)) unsigned += 1
    }
    return [
      { check: 'filings published', value: published.length, unit: 'filings', ok: published.length > 0 },
      { check: 'attempts', value: receivers.requests.length, unit: 'attempts', ok: true },
      atMost('deliveries lost', lost, 0, 'deliveries'),
      atMost('bodies of one id that differ', over(bodies), 0, 'ids'),
      atMost('events with more than one id', over(ids), 0, 'events'),
      exactly(
        'attempts whose signature is valid',
        receivers.requests.length - unsigned,
        receivers.requests.length,
        'attempts',
      ),
    ]
  },
}

function isSigned(
  { headers, body, at }: { headers: Record<string, unknown>; body: string; at: number },
  secret: string,
): boolean {
  const timestamp = Number(headers['webhook-timestamp'])
  // The clocks of workers are set off by five minutes now and then.
  if (Math.abs(at / 1_000 - timestamp) > TOLERANCE_S) return false
  const signature = new Webhook(secret).sign(String(headers['webhook-id']), new Date(timestamp * 1_000), body)
  return String(headers['webhook-signature']).split(' ').includes(signature)
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set()
  set.add(value)
  sets.set(key, set)
}

function over(sets: Map<string, Set<string>>): number {
  return [...sets.values()].filter((set) => set.size > 1).length
}
