import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { type BenchGround, multiplyFilings } from './ground.ts'
import { requestText } from './payloads.ts'
import { type Child, cpuSeconds, load } from './processes.ts'
import { median, type ResultRow } from './report.ts'

const CLIENTS = 64
const ROWS = 30_000
const REQUESTS = 5_000
const WARM_UP_SECONDS = 0.3

/**
 * Filings that are in no cache, asked for one at a time by random number, against pgbench asking Postgres for one row each.
 * API, Postgres and whoever asks share both cores in either case.
 */
export async function measureUncached(
  ground: BenchGround,
  generator: Child,
  key: string,
  { rounds, seconds, nodeOptions }: { rounds: number; seconds: number; nodeOptions: string[] },
): Promise<ResultRow[]> {
  if (spawnSync('pgbench', ['--version']).status !== 0) {
    console.log('\nuncached rows: skipped, there is no pgbench on this machine')
    return []
  }
  await multiplyFilings(ground.sql, ROWS)
  const script = `${ground.servers.folder('pgbench')}/select.sql`
  writeFileSync(
    script,
    `\\set n random(1, ${ROWS})\nselect * from filings where accession_number = '0009900009-23-' || lpad(:n::text, 6, '0');\n`,
  )
  // With room for a hundred answers: what is asked for at random is hardly ever among them.
  const api = await ground.api(1, { shipWhenAsked: true, nodeOptions })
  for (const pid of [api.pid, generator.pid]) spawnSync('taskset', ['-acp', '0,1', String(pid)])
  const requests = Array.from({ length: REQUESTS }, () => {
    const n = 1 + Math.floor(Math.random() * ROWS)
    return requestText(`/v1/filings/0009900009-23-${String(n).padStart(6, '0')}`, key)
  })
  const ours: number[] = []
  const theirs: number[] = []
  const cpuUs: number[] = []
  const postgresUs: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const backends = await backendsOf(ground)
    const before = cpuSeconds(api.pid)
    const backendsBefore = sum(backends.map((pid) => cpuSeconds(pid)))
    const result = await load(generator, {
      port: Number(api.hello.port),
      requests,
      connections: CLIENTS,
      seconds,
      warmUpSeconds: WARM_UP_SECONDS,
    })
    if (Object.keys(result.statuses).join() !== '200') {
      throw new Error(`uncached filings answered ${JSON.stringify(result.statuses)}`)
    }
    const cpu = cpuSeconds(api.pid) - before
    const backendsCpu = sum(backends.map((pid) => cpuSeconds(pid))) - backendsBefore
    const transactions = await pgbench(ground.databaseUrl, script, seconds)
    if (round === 0) continue
    ours.push(result.requests / result.seconds)
    const answered = (result.requests / result.seconds) * (seconds + WARM_UP_SECONDS)
    cpuUs.push((cpu * 1e6) / answered)
    postgresUs.push((backendsCpu * 1e6) / answered)
    theirs.push(transactions)
  }
  spawnSync('taskset', ['-acp', '1', String(generator.pid)])
  console.log(
    `\nuncached filing: ${median(ours).toFixed(0)} req/s, ${median(cpuUs).toFixed(1)} us of the API and ${median(postgresUs).toFixed(1)} of Postgres each, pgbench ${median(theirs).toFixed(0)} rows/s`,
  )
  const value = median(ours.map((one, round) => one / (theirs[round] as number)))
  return [{ check: 'uncached filing: ours / pgbench', value, unit: 'ratio', at_least: 0.5 }]
}

/** The processes of Postgres that serve the API. */
async function backendsOf({ sql }: BenchGround): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and application_name like 'bench-api%'`
  return rows.map(({ pid }) => pid)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

async function pgbench(url: string, script: string, seconds: number): Promise<number> {
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CLIENTS),
    '-j',
    '1',
    '-T',
    String(seconds),
    '-f',
    script,
    url,
  ]
  const child = spawn('taskset', ['-c', '0,1', 'pgbench', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (bytes) => {
    output += bytes
  })
  child.stderr.on('data', (bytes) => {
    output += bytes
  })
  await new Promise((resolve) => child.once('exit', resolve))
  const tps = /tps = ([\d.]+) \(without/.exec(output)?.[1]
  if (tps === undefined) throw new Error(`pgbench: ${output}`)
  return Number(tps)
}
