import type { ServerResponse } from 'node:http'
import type { Sql } from '@sec-latent/core/db'
import { egressClient } from '@sec-latent/core/egress/client'
import { egressRules } from '@sec-latent/core/egress/rules'
import { type Receiver, startReceiver, TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import { attemptDelivery } from '@sec-latent/core/webhooks/attempt'
import { deliveryStore } from '@sec-latent/core/webhooks/delivery-store'
import { dispatchStore } from '@sec-latent/core/webhooks/dispatch-store'
import { endpointStore } from '@sec-latent/core/webhooks/endpoint-store'
import { enqueueEvent } from '@sec-latent/core/webhooks/enqueue'
import { RETRY_SCHEDULE_MS } from '@sec-latent/core/webhooks/schedule'
import type { Invariant, Row } from './invariant.ts'
import { randomOf } from './random.ts'
import { atLeast, atMost, exactly, newEndpoint, newOrganisation, seals } from './webhook-ground.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Between two events of an endpoint that fails. */
const STEP_HOURS = 4
/** What the endpoints ask for. */
const TYPE = 'monitor.matched'
const START = Date.parse('2026-11-22T12:00:00Z')

/** The schedule of attempts, with the clock of the test: what the workers do, at the moments at which they would. */
export const invariant: Invariant = {
  id: 'I31',
  title: 'Webhooks are retried by the schedule, and by nothing else',

  async run(ground): Promise<Row[]> {
    const { sql } = await ground.database()
    const world = await openWorld(sql, ground.seed)
    try {
      return [
        ...(await exhaustion(world)),
        ...(await retryAfter(world)),
        ...(await gone(world)),
        ...(await redirected(world)),
        ...(await failing(world)),
      ]
    } finally {
      await world.close()
    }
  },
}

type World = Awaited<ReturnType<typeof openWorld>>

async function openWorld(sql: Sql, seed: number) {
  let now = START
  const clock = () => new Date(now)
  const store = dispatchStore(sql, { now: clock, random: randomOf(seed).next })
  const egress = egressClient({
    rules: egressRules({ ports: null, allowCidrs: '127.0.0.1' }),
    ca: TEST_CA,
  })
  const receivers: Receiver[] = []

  /** Does what is due now, until nothing is. Returns how many attempts were made. */
  async function settle(): Promise<number> {
    let made = 0
    for (;;) {
      const claimed = await store.claim(100)
      if (claimed.length === 0) return made
      for (const delivery of claimed) {
        await store.record(delivery, await attemptDelivery(delivery, { egress, sealer: seals, now: clock }))
      }
      made += claimed.length
    }
  }

  return {
    sql,
    store,
    settle,
    clock,
    /** Lets time pass to the moment, stopping at everything that is due on the way. */
    async passUntil(moment: number): Promise<void> {
      for (;;) {
        await settle()
        const [row] = await sql<{ due: string | null }[]>`
          select min(d.next_attempt_at) as due from webhook_deliveries d
          join webhook_endpoints e on e.id = d.endpoint_id where e.status = 'enabled'`
        const due = row?.due ? Date.parse(row.due) : Number.POSITIVE_INFINITY
        if (due > moment) break
        now = Math.max(now + 1, due)
      }
      now = moment
    },
    async receiver(answer: (response: ServerResponse) => void): Promise<Receiver> {
      const receiver = await startReceiver((_request, response) => answer(response))
      receivers.push(receiver)
      return receiver
    },
    async event(organisation_id: string, dedupe: string): Promise<void> {
      const event = { organisation_id, type: TYPE, data: { object: 'x' }, dedupe }
      await sql.begin((tx) => enqueueEvent(tx, event, clock()))
    },
    async close(): Promise<void> {
      await Promise.all(receivers.map((receiver) => receiver.close()))
    },
  }
}

/** Ten attempts at the right moments, then an event for the other endpoints, then none until somebody asks. */
async function exhaustion(world: World): Promise<Row[]> {
  const { sql } = world
  const owner = await newOrganisation(sql)
  const bad = await world.receiver((response) => response.writeHead(500).end())
  const good = await world.receiver((response) => response.writeHead(200).end())
  const endpoint = await newEndpoint(sql, owner, { url: bad.url, event_types: [TYPE] })
  await newEndpoint(sql, owner, { url: good.url, event_types: ['webhook_delivery.exhausted'] })
  const began = world.clock().getTime()
  await world.event(owner, 'exhausted')
  await world.passUntil(began + 100 * HOUR_MS)
  const attempts = await sql<{ started_at: string }[]>`
    select a.started_at from webhook_attempts a join webhook_deliveries d on d.id = a.delivery_id
    where d.endpoint_id = ${endpoint.id} order by a.number`
  const moments = attempts.map(({ started_at }) => Date.parse(started_at))
  const waits = moments.map((moment, index) => moment - (moments[index - 1] ?? began))
  const outside = waits.filter((wait, index) => {
    const meant = RETRY_SCHEDULE_MS[index] as number
    // Attempts of the test take no time of its clock, but it moves by whole milliseconds.
    return wait < meant * 0.8 - 2 || wait > meant * 1.2 + 2
  })
  const total = (moments.at(-1) ?? 0) - began
  const stamps = new Set(bad.requests.map(({ headers }) => headers['webhook-timestamp']))
  const ids = new Set(bad.requests.map(({ headers, body }) => `${headers['webhook-id']}\n${body}`))
  const told = good.requests.map(
    ({ body }) => JSON.parse(body) as { type: string; data: { endpoint_id: string } },
  )
  await world.passUntil(world.clock().getTime() + 30 * DAY_MS)
  const silent = bad.requests.length
  const [delivery] = await sql<{ id: string }[]>`
    select id from webhook_deliveries where endpoint_id = ${endpoint.id} and status = 'exhausted'`
  // A retry by hand begins with the clock of the database, which the test leads by days.
  await sql.begin((tx) => deliveryStore(tx).retry(String(delivery?.id)))
  await world.settle()
  return [
    exactly('attempts at a receiver that always fails', attempts.length, 10, 'attempts'),
    exactly('requests it got', silent, 10, 'requests'),
    atMost('waits outside of the schedule +-20 %', outside.length, 0, 'waits'),
    atLeast('hours to the last attempt', total / HOUR_MS, 60, 'hours'),
    atMost('hours to the last attempt', total / HOUR_MS, 91, 'hours'),
    exactly('ids and bodies over all attempts', ids.size, 1, 'pairs'),
    exactly('timestamps over all attempts', stamps.size, 10, 'timestamps'),
    exactly(
      'operational events of what was given up',
      told.filter((one) => one.type === 'webhook_delivery.exhausted').length,
      1,
      'events',
    ),
    exactly('attempts after a retry by hand', bad.requests.length - silent, 1, 'attempts'),
  ]
}

/** Retry-After moves the next attempt back, up to a day. */
async function retryAfter(world: World): Promise<Row[]> {
  const owner = await newOrganisation(world.sql)
  let asked = '3600'
  const busy = await world.receiver((response) => response.writeHead(429, { 'retry-after': asked }).end())
  const endpoint = await newEndpoint(world.sql, owner, { url: busy.url, event_types: [TYPE] })
  const nextIn = async () => {
    const [row] = await world.sql<{ next_attempt_at: string }[]>`
      select max(next_attempt_at) as next_attempt_at from webhook_deliveries where endpoint_id = ${endpoint.id}`
    return (Date.parse(String(row?.next_attempt_at)) - world.clock().getTime()) / 1_000
  }
  await world.event(owner, 'hour')
  await world.settle()
  const hour = await nextIn()
  asked = '99999999'
  await world.event(owner, 'years')
  await world.settle()
  const years = await nextIn()
  await world.sql`update webhook_endpoints set status = 'disabled', disabled_reason = 'customer' where id = ${endpoint.id}`
  return [
    exactly('seconds until the next attempt when 3600 were asked for', Math.round(hour), 3_600, 's'),
    exactly('seconds when years were asked for', Math.round(years), 86_400, 's'),
  ]
}

/** 410 disables at once. */
async function gone(world: World): Promise<Row[]> {
  const owner = await newOrganisation(world.sql)
  const receiver = await world.receiver((response) => response.writeHead(410).end())
  const watcher = await world.receiver((response) => response.writeHead(200).end())
  const endpoint = await newEndpoint(world.sql, owner, { url: receiver.url, event_types: [TYPE] })
  await newEndpoint(world.sql, owner, { url: watcher.url, event_types: ['webhook_endpoint.disabled'] })
  await world.event(owner, 'first')
  await world.settle()
  for (let i = 0; i < 5; i++) await world.event(owner, `later ${i}`)
  await world.passUntil(world.clock().getTime() + 10 * DAY_MS)
  const [row] =
    await world.sql`select status, disabled_reason from webhook_endpoints where id = ${endpoint.id}`
  return [
    exactly(
      'requests to a receiver that answers 410, over ten days and six events',
      receiver.requests.length,
      1,
      'requests',
    ),
    exactly('endpoints that it disabled', row?.disabled_reason === 'gone' ? 1 : 0, 1, 'endpoints'),
    exactly('notifications of it', watcher.requests.length, 1, 'events'),
  ]
}

/** 3xx is a failure, and where it points is not visited. */
async function redirected(world: World): Promise<Row[]> {
  const owner = await newOrganisation(world.sql)
  const inside = await world.receiver((response) => response.writeHead(200).end())
  const receiver = await world.receiver((response) => response.writeHead(307, { location: inside.url }).end())
  const endpoint = await newEndpoint(world.sql, owner, { url: receiver.url, event_types: [TYPE] })
  await world.event(owner, 'redirect')
  await world.settle()
  const [row] = await world.sql`
    select d.status, a.error from webhook_deliveries d join webhook_attempts a on a.delivery_id = d.id
    where d.endpoint_id = ${endpoint.id}`
  await world.sql`update webhook_endpoints set status = 'disabled', disabled_reason = 'customer' where id = ${endpoint.id}`
  return [
    exactly(
      'redirects that count as failures',
      row?.status === 'failed' && row.error === 'redirected' ? 1 : 0,
      1,
      'attempts',
    ),
    exactly('visits of where they point', inside.connections(), 0, 'connections'),
  ]
}

/** Five days of nothing but failures disable; one success in between does not; enabling begins anew. */
async function failing(world: World): Promise<Row[]> {
  const owner = await newOrganisation(world.sql)
  let healthy = false
  const receiver = await world.receiver((response) => response.writeHead(healthy ? 200 : 503).end())
  const watcher = await world.receiver((response) => response.writeHead(200).end())
  const endpoint = await newEndpoint(world.sql, owner, { url: receiver.url, event_types: [TYPE] })
  await newEndpoint(world.sql, owner, { url: watcher.url, event_types: ['webhook_endpoint.disabled'] })
  const statusOf = async () => {
    const [row] =
      await world.sql`select status, disabled_reason from webhook_endpoints where id = ${endpoint.id}`
    return row as { status: string; disabled_reason: string | null }
  }
  const began = world.clock().getTime()
  let event = 0
  const passHours = async (hours: number) => {
    for (let passed = 0; passed < hours; passed += STEP_HOURS) {
      await world.event(owner, `event ${event++}`)
      await world.passUntil(world.clock().getTime() + STEP_HOURS * HOUR_MS)
    }
  }
  await passHours(4 * 24)
  healthy = true
  await passHours(STEP_HOURS)
  healthy = false
  await passHours(4 * 24)
  const afterSuccess = (await statusOf()).status
  let disabledAfter = 0
  while ((await statusOf()).status === 'enabled' && disabledAfter < 100) {
    await passHours(STEP_HOURS)
    disabledAfter += STEP_HOURS
  }
  const atDisable = receiver.requests.length
  await passHours(48)
  const afterDisable = receiver.requests.length - atDisable
  const { disabled_reason } = await statusOf()
  const [current] = await world.sql`select * from webhook_endpoints where id = ${endpoint.id}`
  healthy = true
  await world.sql.begin((tx) =>
    endpointStore(tx, seals).update(endpoint.id, {
      ...(current as unknown as typeof endpoint),
      status: 'enabled',
      disabled_reason: null,
    }),
  )
  await world.settle()
  const [open] = await world.sql`
    select count(*)::int as count from webhook_deliveries where endpoint_id = ${endpoint.id} and next_attempt_at is not null`
  return [
    exactly(
      'endpoints still enabled after four days of failures, a success, and four more',
      afterSuccess === 'enabled' ? 1 : 0,
      1,
      'endpoints',
    ),
    atLeast('hours more until it is disabled', disabledAfter, 24 - STEP_HOURS, 'hours'),
    atMost('hours more until it is disabled', disabledAfter, 24 + 2 * STEP_HOURS, 'hours'),
    exactly('disabled because it was failing', disabled_reason === 'failing' ? 1 : 0, 1, 'endpoints'),
    exactly('attempts within two days after that', afterDisable, 0, 'attempts'),
    exactly('notifications of it', watcher.requests.length, 1, 'events'),
    exactly('deliveries that wait after it was enabled again', Number(open?.count), 0, 'deliveries'),
    atLeast('days the clock of the test passed', (world.clock().getTime() - began) / DAY_MS, 9, 'days'),
  ]
}
