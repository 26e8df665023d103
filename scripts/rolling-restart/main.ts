import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { startCluster } from '../cluster/cluster.ts'
import type { Row } from '../invariants/invariant.ts'
import { atLeast, atMost, exactly } from '../invariants/webhook-ground.ts'
import { type Restart, restart } from './restart.ts'
import { percentile, type SteadyLoad, steadyLoad } from './steady-load.ts'

// npm run rolling:restart -- [--rounds N] [--requests N] [--json]
// Two API processes behind nginx, and clients that keep their connections. Each process is ended with SIGTERM and started again,
// round after round, and no request may fail.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
})
/** Well below what two processes can do: what is refused for overload would say nothing about restarts. */
const CLIENTS = 8
const PAUSE_MS = 20
const DRAIN_SECONDS = 2
const STEADY_MS = 8_000
const BETWEEN_MS = 1_500

await runMain(async () => {
  const cluster = await startCluster({
    workers: 0,
    scheduler: false,
    faults: false,
    apiEnv: { DRAIN_SECONDS: String(DRAIN_SECONDS) },
    say: (line) => console.log(line),
  })
  try {
    const dispatcher = cluster.nginx.agent({ connections: CLIENTS, pipelining: 1 })
    const load = await steadyLoad({
      sql: cluster.sql(),
      url: cluster.nginx.url,
      dispatcher,
      clients: CLIENTS,
      pauseMs: PAUSE_MS,
    })
    // Processes that have just started compile themselves: counted is what comes after.
    await sleep(STEADY_MS)
    load.answers.length = 0
    await sleep(STEADY_MS)
    const steady = load.answers.length
    const restarts: Restart[] = []
    for (let round = 1; round <= Number(values.rounds); round++) {
      for (const api of cluster.apis) {
        restarts.push(await restart(api))
        await sleep(BETWEEN_MS)
      }
      console.log(`round ${round}: ${load.answers.length} requests, ${load.failed().length} failed`)
    }
    while (load.answers.length < Number(values.requests)) await sleep(100)
    await load.stop()
    await dispatcher.close()
    for (const { method, status, error, at } of load.failed().slice(0, 10))
      console.log(`${new Date(at).toISOString()} ${method} ${status} ${error}`)
    report(rowsOf(load, restarts, steady))
  } finally {
    await cluster.close()
  }
})

function rowsOf(load: SteadyLoad, restarts: Restart[], steady: number): Row[] {
  const durations = load.answers.map(({ durationMs }) => durationMs)
  const [before, during] = [durations.slice(0, steady), durations.slice(steady)].map((some) =>
    Math.round(percentile(some, 0.99)),
  ) as [number, number]
  return [
    atLeast('requests', load.answers.length, Number(values.requests), 'requests'),
    atLeast(
      'of these POST and PATCH',
      load.answers.filter(({ method }) => method !== 'GET').length,
      1,
      'requests',
    ),
    atMost('failed', load.failed().length, 0, 'requests'),
    exactly('restarts', restarts.length, 2 * Number(values.rounds), 'restarts'),
    atMost(
      'that ended with another code than 0',
      restarts.filter(({ code }) => code !== 0).length,
      0,
      'restarts',
    ),
    atMost('ready although they drain', restarts.filter(({ ready }) => ready !== 503).length, 0, 'restarts'),
    atMost(
      'whose answers kept the connection meanwhile',
      restarts.filter(({ closes }) => !closes).length,
      0,
      'restarts',
    ),
    { check: 'p99 before', value: before, unit: 'ms', ok: true },
    { check: 'p99 while restarting', value: during, unit: 'ms', ok: true },
  ]
}

function report(rows: Row[]): void {
  for (const { ok, check, value, unit, at_least, at_most } of rows) {
    const bound =
      at_most !== undefined
        ? ` (at most ${at_most})`
        : at_least !== undefined
          ? ` (at least ${at_least})`
          : ''
    console.log(`${ok ? 'ok   ' : 'SHORT'} ${check}: ${value} ${unit}${bound}`)
  }
  if (values.json) console.log(JSON.stringify({ name: 'rolling:restart', rows }))
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
}
