import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { hasProgram } from '../../deploy/prometheus/programs.ts'
import { FAULTS, type Fault, type Scene, USUAL } from './faults.ts'
import { startGround } from './ground.ts'
import { startLoad } from './load.ts'
import { type Receivers, startReceivers } from './receivers.ts'
import { startWatchers } from './watchers.ts'

// npm run alerts:live -- [--only ServiceDown,…] [--clean SECONDS] [--json]
// The real API, worker and scheduler under load, watched by a real Prometheus and Alertmanager with our rules (their times
// shorter, nothing else): nothing fires while all is well, and each founding alert fires on its fault and arrives where its
// severity sends it.
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    clean: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
})
/** Times are shorter by twenty to forty-five; what has not arrived by now does not come. */
const PATIENCE_MS = 150_000
/** Metrics of a stretch that is looked at, and of what came before the load. */
const SETTLE_MS = 50_000

/** Events hold for a while after they are over. */
const eventsSoFar = new Set<string>()

interface Row {
  check: string
  value: number
  unit: string
  at_least?: number
  at_most?: number
  ok: boolean
}

await runMain(async () => {
  const missing = ['prometheus', 'prometheus-alertmanager'].filter((name) => !hasProgram(name))
  if (missing.length > 0) throw new Error(`Not installed: ${missing.join(', ')} (apt-get install them).`)
  const say = (line: string) => console.log(line)
  const only = values.only?.split(',')
  const faults = FAULTS.filter(({ alert }) => only === undefined || only.includes(alert))
  const rows: Row[] = []
  const ground = await startGround(say)
  // The small disk would stay mounted.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void ground.close().finally(() => process.exit(1)))
  say('API, worker and scheduler run.')
  const receivers = await startReceivers()
  const apis = [ground.first]
  const load = startLoad({
    addresses: () => apis.map(({ port }) => `http://127.0.0.1:${port}`),
    key: ground.key,
    filings: ground.filings,
  })
  load.ask(USUAL)
  // What is asked for the first time is kept nowhere; nobody watches a service that has no customers yet.
  await sleep(10_000)
  const watchers = await startWatchers(ground.folder, receivers)
  const scene: Scene = {
    ...{ ground, watchers, load, apis },
    tellTargets: () =>
      watchers.setTargets(
        'api',
        apis.map(({ metricsPort }) => metricsPort),
      ),
  }
  try {
    scene.tellTargets()
    watchers.setTargets('workers', [ground.workers.metricsPort])
    watchers.setTargets('scheduler', [ground.scheduler.metricsPort])
    watchers.setTargets('portal', [ground.portal.port])
    // Before its first look Prometheus knows of nobody.
    await until(async () => (await watchers.value('sum(up)')) === 4, PATIENCE_MS)
    await until(async () => (await watchers.firing()).length === 0, PATIENCE_MS)
    receivers.received.length = 0

    rows.push(await cleanRun(scene, receivers, Number(values.clean), say))
    for (const fault of faults) rows.push(...(await show(fault, scene, receivers, say)))
  } finally {
    await load.stop()
    await watchers.close()
    await receivers.close()
    await ground.close()
  }
  const bad = rows.filter(({ ok }) => !ok)
  say(
    `${rows.length - bad.length} of ${rows.length} as they should be; answers by status: ${JSON.stringify(load.statuses())}`,
  )
  if (values.json) console.log(JSON.stringify({ name: 'alerts-live', rows }))
  if (bad.length > 0) process.exitCode = 1
})

/** Nothing fires, and nobody is told anything. */
async function cleanRun(
  { watchers }: Scene,
  receivers: Receivers,
  seconds: number,
  say: (line: string) => void,
): Promise<Row> {
  const fired = new Set<string>()
  const end = Date.now() + seconds * 1_000
  while (Date.now() < end) {
    for (const { alertname, labels } of await watchers.firing())
      fired.add(`${alertname}${labels.queue ? ` of ${labels.queue}` : ''}`)
    await sleep(500)
  }
  const told = receivers.received.length
  say(`clean run of ${seconds} s: ${fired.size} alerts ${[...fired].join(', ')}, ${told} messages`)
  const value = fired.size + told
  return {
    check: `alerts in a clean run of ${seconds} s`,
    value,
    unit: 'alerts',
    at_most: 0,
    ok: value === 0,
  }
}

/** The alert arrives at its channel with its severity, and no other than what the fault brings about fires. */
async function show(
  fault: Fault,
  scene: Scene,
  receivers: Receivers,
  say: (line: string) => void,
): Promise<Row[]> {
  const { alert, severity, channel, what } = fault
  const { watchers } = scene
  const mark = receivers.received.length
  const begun = Date.now()
  const others = new Set<string>()
  const allowed = new Set([alert, ...(fault.brings ?? []), ...eventsSoFar])
  const watch = async () => {
    for (const one of await watchers.firing()) if (!allowed.has(one.alertname)) others.add(one.alertname)
  }
  let seconds = Number.NaN
  let end = async () => {}
  try {
    end = await fault.begin(scene)
    const arrived = await until(async () => {
      await watch()
      const fires = (await watchers.firing()).some(
        (one) => one.alertname === alert && one.severity === severity,
      )
      const told = receivers.received
        .slice(mark)
        .some((one) => one.channel === channel && one.text.includes(alert))
      return fires && told
    }, PATIENCE_MS)
    if (arrived) seconds = (Date.now() - begun) / 1_000
  } catch (error) {
    say(`${alert}: ${(error as Error).message}`)
  } finally {
    await end()
  }
  if (severity === 'info') eventsSoFar.add(alert)
  else {
    // The next fault begins when nothing is left of this one.
    await until(
      async () => (await watchers.firing()).every((one) => one.severity === 'info'),
      PATIENCE_MS + SETTLE_MS,
    )
  }
  const ok = !Number.isNaN(seconds)
  if (!ok) say(`${alert}: firing now: ${JSON.stringify(await watchers.firing().catch(() => []))}`)
  say(
    `${ok ? 'ok  ' : 'FAIL'} ${alert} (${severity} to ${channel}): ${what}: ${ok ? `${seconds.toFixed(1)} s` : 'did not arrive'}${others.size > 0 ? `; beside it ${[...others].join(', ')}` : ''}`,
  )
  return [
    {
      check: `${alert} arrives at ${channel}`,
      value: ok ? Number(seconds.toFixed(1)) : -1,
      unit: 'seconds',
      at_most: PATIENCE_MS / 1_000,
      ok,
    },
    {
      check: `other alerts while ${alert} is made`,
      value: others.size,
      unit: 'alerts',
      at_most: 0,
      ok: others.size === 0,
    },
  ]
}

async function until(holds: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    // Prometheus may be busy for a moment.
    if (await holds().catch(() => false)) return true
    await sleep(500)
  }
  return false
}
