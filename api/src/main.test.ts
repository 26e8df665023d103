import { type ChildProcess, spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import { faultsOf } from '@sec-latent/core/logs/line'
import { testMeterFolder } from '@sec-latent/core/metering/testing/meter-folder'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { testObjectStore } from '@sec-latent/core/testing/object-store'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { agedLimits, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PEPPER = 'v1:a-pepper-for-tests-only'

let database: TestDatabase
let programs: string
let env: Record<string, string>
let key: string
let meterFolder: ReturnType<typeof testMeterFolder>
const closers: (() => Promise<void>)[] = []
const children = new Set<ChildProcess>()

beforeAll(async () => {
  database = await testDatabase()
  programs = await testPrograms()
  const redis = await testRedis()
  await agedLimits(redis.redis)
  const store = await testObjectStore()
  meterFolder = testMeterFolder()
  closers.push(database.close, redis.close, store.close)
  env = {
    DATABASE_URL: database.url,
    REDIS_CACHE_URL: redis.url,
    OBJECT_STORE_URL: store.url,
    KEY_PEPPER: PEPPER,
    HOST: '127.0.0.1',
    METER_FOLDER: meterFolder.path,
    PORT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'info',
  }
  const accounts = accountStore(database.sql)
  const organisation = await accounts.createOrganisation({ name: 'Test', plan: 'scale' })
  const [pepper] = parsePeppers(PEPPER)
  const made = await accounts.createKey(
    { organisation_id: organisation.id, name: 't', mode: 'live' },
    pepper as never,
  )
  key = made.key
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const close of closers) await close()
  meterFolder.remove()
})

/** Starts the process as production does and waits until it says where it listens. */
async function start(more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(programs, 'api', 'dist', 'main.js')], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env, ...more },
  })
  children.add(child)
  let output = ''
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      const found = /"action":"start".*?"port":(\d+)/.exec(output)?.[1]
      if (found) resolve(Number(found))
    })
    exited.then((code) => reject(new Error(`exited with ${code}: ${output}`)))
  })
  return { child, port, exited, output: () => output }
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 })
function ask(port: number, path: string): Promise<{ status: number; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, path, host: '127.0.0.1', agent, headers: { authorization: `Bearer ${key}` } },
      (answer) => {
        answer.resume()
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection }),
        )
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}

describe('the process', () => {
  it('on SIGTERM turns readiness off, keeps serving while it drains, loses no request and no usage, and exits with 0', async () => {
    const api = await start({ DRAIN_SECONDS: '3' })
    expect((await ask(api.port, '/health')).status).toBe(200)
    const answers: { status: number; connection: string | undefined }[] = []
    let stopping = false
    const load = Array.from({ length: 8 }, async () => {
      while (!stopping) answers.push(await ask(api.port, '/v1/filings'))
    })
    await expect.poll(() => answers.length, { timeout: 60_000 }).toBeGreaterThan(20)
    api.child.kill('SIGTERM')
    api.child.kill('SIGTERM')
    await expect.poll(async () => (await ask(api.port, '/readyz')).status, { interval: 10 }).toBe(503)
    const drained = answers.length
    await expect.poll(() => answers.length).toBeGreaterThan(drained)
    expect((await ask(api.port, '/livez')).connection).toBe('close')
    stopping = true
    await Promise.all(load)
    expect(await api.exited).toBe(0)
    const written = api.output().split('\n').slice(0, -1)
    expect(written.length).toBeGreaterThan(20)
    expect(written.flatMap(faultsOf).slice(0, 5), 'lines of the log').toEqual([])
    expect(answers.length).toBeGreaterThan(20)
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    const [used] = await database.sql<{ requests: number }[]>`
      select sum(requests)::int as requests from usage_cells where operation_id = 'listFilings'`
    expect(used?.requests).toBe(answers.length)
    expect(api.output()).not.toContain(key.slice(9, 30))
  })

  it('starts without Redis', async () => {
    const api = await start({ REDIS_CACHE_URL: 'redis://127.0.0.1:1' })
    // A process that is alone begins with an empty bucket: the very first request may be told to wait some milliseconds.
    const statuses = new Set<number>()
    await expect
      .poll(async () => {
        const { status } = await ask(api.port, '/v1/filings')
        statuses.add(status)
        return status
      })
      .toBe(200)
    expect([...statuses].filter((status) => status !== 200 && status !== 429)).toEqual([])
    api.child.kill('SIGTERM')
    expect(await api.exited).toBe(0)
  })

  it('ends with one sentence per bad setting', async () => {
    await expect(start({ DATABASE_URL: 'mysql://x', PORT: '99999', KEY_PEPPER: 'short' })).rejects.toThrow(
      /exited with 78: [\s\S]*DATABASE_URL[\s\S]*PORT/,
    )
  })
})
