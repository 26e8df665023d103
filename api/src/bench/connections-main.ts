import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { openGround, seededAccession, seedFilings } from './ground.ts'
import { requestText } from './payloads.ts'
import { cpuSeconds, load, residentMb } from './processes.ts'
import { report } from './report.ts'

// npm run bench:load -- [--connections N] [--rate N] [--seconds N] [--profile DIR] [--json]
// One process on one core holds thousands of keep-alive connections and answers at a steady rate. Latency counts from when a
// request should have been sent, so an answer that keeps others waiting is not forgotten.
const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '5000' },
    rate: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '60' },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const FILINGS = 60
const WARM_UP_SECONDS = 5

await runMain(async () => {
  const ground = await openGround()
  try {
    const [connections, rate, seconds] = [values.connections, values.rate, values.seconds].map(Number) as [
      number,
      number,
      number,
    ]
    await seedFilings(ground, FILINGS)
    const key = await ground.makeKey()
    const generator = await ground.child('load-main', [], 1)
    const nodeOptions = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
    const api = await ground.api(64, { nodeOptions })
    const requests = Array.from({ length: FILINGS }, (_, n) =>
      requestText(`/v1/filings/${seededAccession(n + 1)}`, key),
    )
    const port = Number(api.hello.port)
    // A server that has just started compiles itself, and its cache is empty: neither is what is measured here.
    await load(generator, { port, requests, connections: 64, seconds: WARM_UP_SECONDS })
    let peakMb = 0
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb, residentMb(api.pid))
    }, 500)
    const before = cpuSeconds(api.pid)
    const result = await load(generator, {
      port,
      requests,
      connections,
      seconds,
      rate,
      warmUpSeconds: WARM_UP_SECONDS,
    })
    clearInterval(watch)
    const cpu = (cpuSeconds(api.pid) - before) / (seconds + WARM_UP_SECONDS)
    const wrong = Object.entries(result.statuses).reduce(
      (sum, [status, count]) => (status === '200' ? sum : sum + count),
      0,
    )
    console.log(`answers: ${JSON.stringify(result.statuses)}`)
    report(
      'bench:load',
      [
        { check: 'connections', value: connections, unit: 'connections' },
        {
          check: 'answers',
          value: result.requests / result.seconds,
          unit: 'a second',
          at_least: rate * 0.98,
        },
        { check: 'errors', value: wrong, unit: 'answers', at_most: 0 },
        { check: 'p50 from the intended time', value: result.p50, unit: 'ms' },
        { check: 'p95 from the intended time', value: result.p95, unit: 'ms', at_most: 25 },
        { check: 'p99 from the intended time', value: result.p99, unit: 'ms', at_most: 20 },
        { check: 'processor time', value: cpu * 100, unit: '% of a core' },
        { check: 'resident memory at most', value: peakMb, unit: 'MB', at_most: 400 },
      ],
      values.json,
    )
  } finally {
    await ground.close()
  }
})
