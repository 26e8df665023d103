import type { Sql } from '@sec-latent/core/db'
import { newId } from '@sec-latent/core/ids'
import { sealer } from '@sec-latent/core/secrets/seal'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { type EndpointWish, endpointStore } from '@sec-latent/core/webhooks/endpoint-store'
import type { Row } from './invariant.ts'

/** What the invariants of webhooks have in common. */
export const seals = sealer(TEST_SEALING_KEYS)

export async function newOrganisation(sql: Sql): Promise<string> {
  const id = newId('org')
  await sql`insert into organisations (id, name, plan) values (${id}, ${id}, 'free')`
  return id
}

export async function newEndpoint(sql: Sql, organisation_id: string, wish: Partial<EndpointWish>) {
  const { endpoint, secret } = await endpointStore(sql, seals).create(
    { organisation_id, dataset: 'live' },
    {
      url: '',
      description: '',
      event_types: ['webhook.test'],
      ciks: [],
      form_types: [],
      signal_types: [],
      ...wish,
    },
  )
  return { ...endpoint, secret, organisation_id }
}

export function atMost(check: string, value: number, limit: number, unit: string): Row {
  return { check, value, unit, at_most: limit, ok: value <= limit }
}

export function atLeast(check: string, value: number, limit: number, unit: string): Row {
  return { check, value, unit, at_least: limit, ok: value >= limit }
}

/** Exactly so many. */
export function exactly(check: string, value: number, wanted: number, unit: string): Row {
  return { check, value, unit, at_least: wanted, at_most: wanted, ok: value === wanted }
}

/** Waits until `holds`; false when it takes longer. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  patienceMs: number,
  everyMs = 100,
): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (!(await holds())) {
    if (Date.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  return true
}
