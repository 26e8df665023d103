import { performance } from 'node:perf_hooks'
import type { Sql } from '@sec-latent/core/db'
import { egressClient } from '@sec-latent/core/egress/client'
import { egressRules } from '@sec-latent/core/egress/rules'
import { startReceiver, TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import { createLogger } from '@sec-latent/core/log'
import { enqueueEvent } from '@sec-latent/core/webhooks/enqueue'
import { startWebhooks } from '@sec-latent/workers/webhooks/deliver'
import type { Ground, Invariant, Row } from './invariant.ts'
import { atLeast, atMost, newEndpoint, newOrganisation, seals, until } from './webhook-ground.ts'

const GOOD = 20
const EVENTS = 40
/** Events that wait for the endpoint that hangs, so that it always has more to send. */
const BACKLOG = 300
const PATIENCE_MS = 120_000
/** The objective of the service: p95 from an event to its first attempt. */
const FIRST_ATTEMPT_MS = 10_000
/** Two processes, each able to hold less than the backlog: a hanging endpoint could fill them if it were let. */
const PROCESSES = 2
const CONCURRENCY = 64

/** One endpoint that hangs, with a long backlog, does not delay twenty that answer. */
export const invariant: Invariant = {
  id: 'I33',
  title: 'One bad webhook endpoint never delays others',

  async run(ground): Promise<Row[]> {
    const alone = await measure(ground, 0)
    const beside = await measure(ground, 1)
    return [
      atMost(
        'p95 of the good endpoints beside one that hangs',
        round(beside.p95 / alone.p95),
        2,
        'times the baseline',
      ),
      atLeast('events the good endpoints got', beside.received, GOOD * EVENTS, 'events'),
      atMost('baseline p95', round(alone.p95), FIRST_ATTEMPT_MS, 'ms'),
      atMost('p95 beside the one that hangs', round(beside.p95), FIRST_ATTEMPT_MS, 'ms'),
      atLeast('connections the hanging endpoint took', beside.hanging, 1, 'connections'),
      atMost('most it held at once', beside.heldAtOnce, 8, 'connections'),
    ]
  },
}

/** Seconds from the commit of an event to its arrival, over the good endpoints. */
async function measure(ground: Ground, hangingEndpoints: number) {
  const { url, sql } = await ground.database()
  const queuedAt = new Map<string, number>()
  const latencies: number[] = []
  let heldAtOnce = 0
  const good = await startReceiver(({ body, url }, response) => {
    const { data } = JSON.parse(body) as { data: { n: string } }
    const since = queuedAt.get(data.n)
    if (since !== undefined) latencies.push(performance.now() - since)
    response.writeHead(200).end(url)
  })
  const bad = await startReceiver(() => {
    heldAtOnce = Math.max(heldAtOnce, bad.open())
  })
  const owners: string[] = []
  for (let i = 0; i < GOOD; i++) {
    const owner = await newOrganisation(sql)
    await newEndpoint(sql, owner, { url: good.url })
    owners.push(owner)
  }
  for (let i = 0; i < hangingEndpoints; i++) await hang(sql, bad.url)
  const processes = Array.from({ length: PROCESSES }, () =>
    startWebhooks({
      databaseUrl: url,
      concurrency: CONCURRENCY,
      schedule: [0, 5_000, 300_000],
      sealer: seals,
      egress: egressClient({ rules: egressRules({ ports: null, allowCidrs: '127.0.0.1' }), ca: TEST_CA }),
      log: createLogger('invariant', 'warn'),
    }),
  )
  try {
    // The hanging endpoint has its connections by the time the others are measured.
    if (hangingEndpoints > 0) await until(() => bad.open() >= 8, PATIENCE_MS)
    for (let n = 0; n < EVENTS; n++) {
      for (const owner of owners) {
        const key = `${owner}:${n}`
        queuedAt.set(key, performance.now())
        const data = { object: 'x', n: key }
        await enqueueEvent(sql, { organisation_id: owner, type: 'webhook.test', data, dedupe: key })
      }
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    await until(() => latencies.length >= GOOD * EVENTS, PATIENCE_MS)
    const hanging = bad.connections()
    return { p95: percentile(latencies, 0.95), received: latencies.length, hanging, heldAtOnce }
  } finally {
    await bad.close()
    await Promise.all(processes.map((one) => one.stop()))
    await good.close()
  }
}

async function hang(sql: Sql, url: string): Promise<void> {
  const owner = await newOrganisation(sql)
  await newEndpoint(sql, owner, { url })
  for (let i = 0; i < BACKLOG; i++) {
    const data = { object: 'x' }
    await enqueueEvent(sql, { organisation_id: owner, type: 'webhook.test', data, dedupe: `hang ${i}` })
  }
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
