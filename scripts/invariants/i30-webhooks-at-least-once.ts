import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges } from '@sec-latent/core/changes/store'
import type { Sql } from '@sec-latent/core/db'
import { type ReceivedRequest, startReceiver, TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { enqueueEvent } from '@sec-latent/core/webhooks/enqueue'
import { Redis } from 'ioredis'
import { Webhook } from 'standardwebhooks'
import type { Ground, Invariant, Row } from './invariant.ts'
import { type Random, randomOf } from './random.ts'
import { atLeast, atMost, exactly, newEndpoint, newOrganisation, until } from './webhook-ground.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const EVENTS = 5_000
/** Half of them want the feed of changes, half the events of their account. */
const ENDPOINTS = 50
/** Events written in one transaction. */
const BATCH = 25
const WORKERS = 2
/** Kills over the run, by progress: a machine that is slow to start workers must not spend its time with that. */
const KILLS = 20
const PATIENCE_MS = 1_200_000
/** The real waits would take days: as many attempts as it takes, a moment apart. */
const RETRY_SECONDS = ['0', ...Array.from({ length: 60 }, () => '0.3')].join(',')

/**
 * Every event arrives, whatever dies. Real worker processes are killed all the time, the queue's Redis is emptied, and half of
 * what receivers answer is a failure; writers that fail leave no event behind.
 */
export const invariant: Invariant = {
  id: 'I30',
  title: 'Webhooks arrive at least once, with one id and one body per event',

  async run(ground): Promise<Row[]> {
    const random = randomOf(ground.seed)
    const { url, sql } = await ground.database()
    const redis = await ground.redis()
    const ledger = await openReceiver(random)
    const endpoints = await makeEndpoints(sql, ledger.url)
    const workers = startWorkers(ground, url, redis.url)
    const count = ground.size ?? EVENTS
    // Half of the attempts fail, so there are about twice as many as events.
    const nemesis = startNemesis(workers, redis.url, () => (ledger.requests.length * KILLS) / (2 * count))
    try {
      const expected = await writeEvents(sql, endpoints, count, random)
      const settled = await until(() => expected.every((key) => ledger.accepted.has(key)), PATIENCE_MS, 1_000)
      if (!settled) ground.say('some events did not arrive in time')
      const faults = await nemesis.stop()
      // What was accepted just now is written down before the tables are read.
      await until(async () => (await openDeliveries(sql)) === 0, 120_000, 500)
      ground.say(
        `${ledger.requests.length} attempts, ${acceptedTwice(ledger.requests)} events were accepted twice or more`,
      )
      return judge(ledger, endpoints, { expected, count }, faults, await openDeliveries(sql))
    } finally {
      await nemesis.stop()
      await workers.stop()
      await ledger.close()
    }
  },
}

type Endpoint = Awaited<ReturnType<typeof newEndpoint>> & { cik: string }

async function makeEndpoints(sql: Sql, url: string): Promise<Endpoint[]> {
  const endpoints: Endpoint[] = []
  for (let i = 0; i < ENDPOINTS; i++) {
    const cik = String(9_990_000_000 + i)
    const owner = await newOrganisation(sql)
    const wish =
      i % 2 === 0
        ? { event_types: ['filing.published' as const], ciks: [cik] }
        : { event_types: ['monitor.matched' as const] }
    endpoints.push({ ...(await newEndpoint(sql, owner, { url: `${url}?endpoint=${i}`, ...wish })), cik })
  }
  return endpoints
}

/** Writes events in transactions, a tenth of which fail. Returns the keys of those that committed. */
async function writeEvents(
  sql: Sql,
  endpoints: Endpoint[],
  count: number,
  random: Random,
): Promise<string[]> {
  const expected: string[] = []
  for (let batch = 0; expected.length < count; batch++) {
    const size = Math.min(BATCH, count - expected.length)
    const keys = Array.from({ length: size }, (_, n) => `${batch}.${n}`)
    const fails = random.next() < 0.1
    await sql
      .begin(async (tx) => {
        if (batch % 2 === 0) await publish(tx, endpoints, batch, keys)
        else await tellAccounts(tx, endpoints, keys)
        if (fails) throw new Error('the writer fails')
      })
      .catch(() => {})
    if (!fails) expected.push(...keys)
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  return expected
}

async function publish(
  tx: Parameters<typeof takePublishTurn>[0],
  endpoints: Endpoint[],
  batch: number,
  keys: string[],
) {
  await appendChanges(
    tx,
    await takePublishTurn(tx),
    keys.map((key, n) => ({
      dataset: 'live' as const,
      change_type: 'filing.published' as const,
      accession_number: key,
      cik: (endpoints[(2 * (batch + n)) % ENDPOINTS] as Endpoint).cik,
      object_id: key,
    })),
  )
}

async function tellAccounts(tx: Parameters<typeof enqueueEvent>[0], endpoints: Endpoint[], keys: string[]) {
  for (const [n, key] of keys.entries()) {
    const { organisation_id } = endpoints[(2 * n + 1) % ENDPOINTS] as Endpoint
    const data = { object: 'monitor_match', accession_number: key }
    // Asking twice is asking once.
    await enqueueEvent(tx, { organisation_id, type: 'monitor.matched', data, dedupe: key })
    await enqueueEvent(tx, { organisation_id, type: 'monitor.matched', data, dedupe: key })
  }
}

/** Answers half of everything with one failure or another, and remembers all of it. */
async function openReceiver(random: Random) {
  const requests: (ReceivedRequest & { ok: boolean })[] = []
  const accepted = new Set<string>()
  const receiver = await startReceiver((request, response, socket) => {
    const ok = random.next() < 0.5
    requests.push({ ...request, ok })
    if (ok) {
      accepted.add(keyOf(request))
      response.writeHead(200).end('ok')
      return
    }
    const failure = random.below(100)
    if (failure < 40) response.writeHead(random.pick([400, 404, 500, 502, 503])).end('no')
    else if (failure < 55) response.writeHead(301, { location: 'https://127.0.0.1:1/' }).end()
    else if (failure < 70) response.writeHead(429, { 'retry-after': '0' }).end()
    else if (failure < 99) socket.destroy()
    // The rest hangs until the sender gives up.
  })
  return { url: receiver.url, requests, accepted, close: receiver.close }
}

function keyOf({ body }: { body: string }): string {
  return (JSON.parse(body) as { data: { accession_number: string } }).data.accession_number
}

/** Worker processes as they run in production. */
function startWorkers(ground: Ground, databaseUrl: string, redisUrl: string) {
  const folder = ground.folder('webhooks')
  const authority = join(folder, 'ca.pem')
  writeFileSync(authority, TEST_CA)
  const [key] = TEST_SEALING_KEYS
  const children: (ChildProcess | undefined)[] = []
  const start = (index: number) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'workers/src/main.ts'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        DATABASE_URL: databaseUrl,
        REDIS_QUEUE_URL: redisUrl,
        REDIS_CACHE_URL: redisUrl,
        OBJECT_STORE_URL: `file://${folder}`,
        SEALING_KEYS: `${key.key_id}:${key.key.toString('base64')}`,
        NODE_EXTRA_CA_CERTS: authority,
        EGRESS_ALLOW_CIDRS: '127.0.0.1',
        EGRESS_PORTS: '*',
        WEBHOOK_RETRY_SECONDS: RETRY_SECONDS,
        HEALTH_PORT: '0',
        LOG_LEVEL: 'error',
      },
    })
    child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    children[index] = child
  }
  async function kill(index: number): Promise<void> {
    const child = children[index]
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  for (let index = 0; index < WORKERS; index++) start(index)
  return {
    async restart(index: number): Promise<void> {
      await kill(index)
      start(index)
    },
    async stop(): Promise<void> {
      await Promise.all(children.map((_child, index) => kill(index)))
    },
  }
}

/** Kills a worker in the midst of what it does whenever `due` passes the next whole number, and empties the queues' Redis. */
function startNemesis(workers: ReturnType<typeof startWorkers>, redisUrl: string, due: () => number) {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1 })
  redis.on('error', () => {})
  const done = { kills: 0, flushes: 0 }
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (due() < done.kills + 1) continue
      await workers.restart(done.kills % WORKERS)
      done.kills += 1
      await redis.flushall()
      done.flushes += 1
    }
  })()
  return {
    async stop() {
      stopped = true
      await running
      redis.disconnect()
      return done
    },
  }
}

async function openDeliveries(sql: Sql): Promise<number> {
  const [row] = await sql`
    select count(*)::int as count from webhook_deliveries where next_attempt_at is not null or leased_until is not null`
  return Number(row?.count)
}

function judge(
  ledger: Awaited<ReturnType<typeof openReceiver>>,
  endpoints: Endpoint[],
  { expected, count }: { expected: string[]; count: number },
  faults: { kills: number; flushes: number },
  open: number,
): Row[] {
  const wanted = new Set(expected)
  const bodies = new Map<string, Set<string>>()
  const idsOf = new Map<string, Set<string>>()
  let badSignatures = 0
  let uninvited = 0
  let misdelivered = 0
  for (const request of ledger.requests) {
    const id = String(request.headers['webhook-id'])
    const key = keyOf(request)
    const endpoint = endpoints[Number(new URL(request.url, 'https://x').searchParams.get('endpoint'))]
    add(bodies, id, request.body)
    add(idsOf, key, id)
    if (!wanted.has(key)) uninvited += 1
    const type = endpoint?.event_types[0]
    if ((JSON.parse(request.body) as { type: string }).type !== type) misdelivered += 1
    if (!isSigned(request, String(endpoint?.secret))) badSignatures += 1
  }
  const failed = ledger.requests.filter((request) => !request.ok).length
  return [
    atLeast('events', expected.length, count, 'events'),
    atMost('events lost', expected.filter((key) => !ledger.accepted.has(key)).length, 0, 'events'),
    atMost('bodies of one id that differ', over(bodies), 0, 'ids'),
    atMost('events with more than one id', over(idsOf), 0, 'events'),
    exactly(
      'attempts whose signature is valid',
      ledger.requests.length - badSignatures,
      ledger.requests.length,
      'attempts',
    ),
    atMost('attempts for events that were rolled back', uninvited, 0, 'attempts'),
    atMost('attempts at endpoints that did not ask', misdelivered, 0, 'attempts'),
    atMost('deliveries still open', open, 0, 'deliveries'),
    atLeast('share of attempts that failed', Math.round((100 * failed) / ledger.requests.length), 40, '%'),
    atLeast('workers killed with -9', faults.kills, 1, 'kills'),
    atLeast('times Redis was emptied', faults.flushes, 1, 'times'),
  ]
}

/** What at-least-once means: the answer of a receiver was lost with the worker that waited for it. */
function acceptedTwice(requests: { ok: boolean; headers: ReceivedRequest['headers'] }[]): number {
  const copies = new Map<string, number>()
  for (const { ok, headers } of requests) {
    const id = String(headers['webhook-id'])
    if (ok) copies.set(id, (copies.get(id) ?? 0) + 1)
  }
  return [...copies.values()].filter((count) => count > 1).length
}

function isSigned(request: ReceivedRequest, secret: string): boolean {
  const { headers, body, at } = request
  // The library compares with the clock of now; the request came earlier.
  const timestamp = Number(headers['webhook-timestamp'])
  if (Math.abs(at / 1_000 - timestamp) > 300) return false
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
