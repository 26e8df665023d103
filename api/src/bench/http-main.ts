import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { measureUncached } from './against-pgbench.ts'
import { type BenchGround, openGround, seededAccession, seedFilings } from './ground.ts'
import { TIGHT_PLAN } from './order.ts'
import { type Payload, recordPayloads, requestText } from './payloads.ts'
import { admitToUsualStack } from './peers.ts'
import type { PeerKind } from './peers-main.ts'
import { ask, type Child, cpuSeconds, load } from './processes.ts'
import { median, type ResultRow, report } from './report.ts'

// npm run bench:http -- [--rounds N] [--seconds N] [--only filing,page] [--profile DIR] [--json]
// The API with everything on against what else could answer the same bytes, each in a process on the same core, visited in
// turn within each round, so that whatever disturbs the machine disturbs all of them. Only the ratios mean something.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: 'filing,page,signal,304,429,uncached' },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const ROUNDS = Number(values.rounds)
const SECONDS = Number(values.seconds)
const CONNECTIONS = 64
const FILINGS = 60

/** Who answers a request, where, and what is sent there. */
interface Contestant {
  name: string
  child: Child
  port: number
  request: string
  status: string
}

interface Measured {
  name: string
  perSecond: number
  cpuUs: number
  /** Of the event loop alone, without threads that collect garbage or ship usage. */
  loopUs: number
  p50: number
  p95: number
  p99: number
}

/** Microseconds of processor time that bringing one request to Postgres took, by visit. */
const shipping: number[] = []

await runMain(async () => {
  const ground = await openGround()
  try {
    const rows: ResultRow[] = []
    const wanted = values.only.split(',')
    const generator = await ground.child('load-main', [], 1)
    const signal = await seedFilings(ground, FILINGS)
    const key = await ground.makeKey()
    const nodeOptions = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
    // Bringing usage to Postgres is work of a thread, for which there is no third core: it is done between the visits, and its
    // cost is shown apart. (The usual stack leaves its stream unread altogether.)
    const api = await ground.api(64, { nodeOptions, shipWhenAsked: true })
    const port = Number(api.hello.port)
    const payloads = await recordPayloads(port, key, {
      filing: `/v1/filings/${seededAccession(7)}`,
      page: '/v1/filings?limit=50',
      signal: `/v1/signals/${signal}`,
    })
    await admitToUsualStack(ground.redis.url, key)
    const peers = await startPeers(ground, payloads)
    const ours: Contestant = { name: 'ours', child: api, port, request: '', status: '200' }

    for (const payload of payloads) {
      if (!wanted.includes(payload.name)) continue
      const request = requestText(payload.url, key)
      const contestants = [ours, ...peers].map((one) => ({ ...one, request }))
      const measured = await rounds(generator, contestants)
      show(`${payload.name}, ${Buffer.byteLength(payload.body)} bytes`, measured)
      rows.push(...judge(payload.name, measured))
      // How long an answer takes that waits for nobody.
      const alone = await load(generator, {
        ...{ port, requests: [requestText(payload.url, key)], connections: 1 },
        ...{ seconds: SECONDS, warmUpSeconds: 0.2 },
      })
      rows.push({
        check: `${payload.name}: kept, over one connection, p50`,
        value: alone.p50,
        unit: 'ms',
        at_most: 1,
      })
      console.log(`answered in front: ${JSON.stringify(await ask(api))}`)
    }
    if (wanted.includes('304')) {
      const [payload] = payloads as [Payload]
      const etag = payload.headers[payload.headers.indexOf('etag') + 1] as string
      const request = requestText(payload.url, key, { 'if-none-match': etag })
      const measured = await rounds(generator, [
        { ...ours, request, status: '304' },
        { ...(peers[0] as Contestant), request },
      ])
      show('304 (node:http sends the body)', measured)
      rows.push(ratio('304: ours / node:http same bytes as the 200', measured, 'node-bytes', 0.65))
    }
    if (wanted.includes('429')) {
      const tight = await ground.makeKey('tight', TIGHT_PLAN)
      const request = requestText((payloads[0] as Payload).url, tight)
      const measured = await rounds(generator, [
        { ...ours, request, status: '429' },
        { ...(peers[0] as Contestant), request },
      ])
      show('429 (node:http sends the 200)', measured)
      rows.push(ratio('429: ours / node:http same bytes as the 200', measured, 'node-bytes', 0.1))
    }
    await api.stop()
    if (wanted.includes('uncached')) {
      rows.push(
        ...(await measureUncached(ground, generator, key, { rounds: ROUNDS, seconds: SECONDS, nodeOptions })),
      )
    }
    rows.push({
      check: 'bringing a request to Postgres afterwards',
      value: median(shipping),
      unit: 'us of processor time',
    })
    report('bench:http', rows, values.json)
  } finally {
    await ground.close()
  }
})

async function startPeers(ground: BenchGround, payloads: Payload[]): Promise<Contestant[]> {
  const kinds: PeerKind[] = ['node-bytes', 'node', 'fastify', 'usual']
  const peers: Contestant[] = []
  for (const kind of kinds) {
    const child = await ground.child('peers-main', [kind, ground.redis.url], 0)
    const started = new Promise<number>((resolve) =>
      child.process.once('message', (message) => resolve((message as { port: number }).port)),
    )
    child.process.send(payloads)
    peers.push({ name: kind, child, port: await started, request: '', status: '200' })
  }
  return peers
}

/** Everybody in turn, round after round; medians. The first visit of each warms it up and is not counted. */
async function rounds(generator: Child, contestants: Contestant[]): Promise<Measured[]> {
  const runs = new Map<string, Measured[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const one of contestants) {
      const before = cpuSeconds(one.child.pid)
      const loopBefore = cpuSeconds(one.child.pid, 'loop')
      const began = performance.now()
      const result = await load(generator, {
        port: one.port,
        requests: [one.request],
        connections: CONNECTIONS,
        seconds: SECONDS,
        warmUpSeconds: 0.2,
      })
      const wrong = Object.entries(result.statuses).filter(([status]) => status !== one.status)
      const allowed = one.status === '429' ? ['200'] : []
      if (wrong.some(([status]) => !allowed.includes(status))) {
        throw new Error(`${one.name} answered ${JSON.stringify(result.statuses)} instead of ${one.status}`)
      }
      const visit = (performance.now() - began - 100) / 1000
      const cpu = cpuSeconds(one.child.pid) - before
      const loop = cpuSeconds(one.child.pid, 'loop') - loopBefore
      if (one.name === 'ours') {
        await ask(one.child)
        const shipped = cpuSeconds(one.child.pid) - before - cpu
        if (round > 0) shipping.push((shipped * 1e6) / ((result.requests / result.seconds) * visit))
      }
      if (round === 0) continue
      // The processor time is that of the whole visit, so it is divided by the requests of the whole visit.
      const perSecond = result.requests / result.seconds
      runs.get(one.name)?.push({
        name: one.name,
        perSecond,
        cpuUs: (cpu * 1e6) / (perSecond * visit),
        loopUs: (loop * 1e6) / (perSecond * visit),
        p50: result.p50,
        p95: result.p95,
        p99: result.p99,
      })
    }
  }
  return [...runs].map(([name, all]) => {
    const of = (field: keyof Omit<Measured, 'name'>) => median(all.map((one) => one[field]))
    return {
      name,
      perSecond: of('perSecond'),
      cpuUs: of('cpuUs'),
      loopUs: of('loopUs'),
      p50: of('p50'),
      p95: of('p95'),
      p99: of('p99'),
    }
  })
}

function show(title: string, measured: Measured[]): void {
  const ours = measured.find(({ name }) => name === 'ours') as Measured
  console.log(`\n${title}`)
  console.log('              req/s   CPU us  loop us     p50     p95     p99 ms   ours / it')
  for (const { name, perSecond, cpuUs, loopUs, p50, p95, p99 } of measured) {
    const cells = [
      perSecond.toFixed(0).padStart(9),
      ...[cpuUs, loopUs].map((us) => us.toFixed(1).padStart(8)),
    ]
    cells.push(...[p50, p95, p99].map((ms) => ms.toFixed(2).padStart(7)))
    console.log(
      `${name.padEnd(10)} ${cells.join(' ')} ${(ours.perSecond / perSecond).toFixed(2).padStart(11)}`,
    )
  }
}

/** The gates leave room for noise; the goals are in decision 0012. */
function judge(payload: Payload['name'], measured: Measured[]): ResultRow[] {
  const gates: Record<Payload['name'], [bytes: number, fastify: number, usual: number]> = {
    filing: [0.65, 1.0, 2.5],
    page: [0.75, 1.8, 2.5],
    signal: [0.65, 1.0, 2.5],
  }
  const [bytes, fastify, usual] = gates[payload]
  return [
    ratio(`${payload}: ours / node:http same bytes`, measured, 'node-bytes', bytes),
    ratio(`${payload}: ours / bare Fastify`, measured, 'fastify', fastify),
    ratio(`${payload}: ours / usual stack`, measured, 'usual', usual),
  ]
}

function ratio(check: string, measured: Measured[], peer: string, atLeast: number): ResultRow {
  const of = (wanted: string) => measured.find(({ name }) => name === wanted)?.perSecond ?? 0
  return { check, value: of('ours') / of(peer), unit: 'ratio', at_least: atLeast }
}
