import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { openDatabase } from '@sec-latent/core/db'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isPortFree } from './ports.mjs'
import { type Services, startServices } from './services.mjs'

// Two servers are made and stopped per test, perhaps on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const ROOT = join(import.meta.dirname, '..', '..')

let state: string
let started: Services[]
const start = async (env: Record<string, string | undefined> = {}) => {
  const services = await startServices({ root: ROOT, state, env: { ...process.env, ...env }, say: () => {} })
  started.push(services)
  return services
}

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'sec-latent-services-'))
  chmodSync(state, 0o755)
  started = []
})

afterEach(async () => {
  for (const services of started) await services.stop()
  rmSync(state, { recursive: true, force: true })
})

async function query(url: string, statement: string) {
  const sql = openDatabase(url, { max: 1 })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

async function redisSetting(url: string, name: string): Promise<string> {
  const redis = new Redis(url)
  const [, value] = (await redis.config('GET', name)) as [string, string]
  redis.disconnect()
  return value
}

describe.each([
  ['from the system where there is one', {}],
  ['without anything from the system', { LATENT_NO_SYSTEM: '1' }],
])('services %s', (_, env) => {
  test('keep their data between starts', async () => {
    const first = await start(env)
    await query(first.DATABASE_URL, 'create table kept as select 7 as number')
    const before = new Redis(first.REDIS_QUEUE_URL)
    await before.set('kept', '7')
    before.disconnect()
    await first.stop()

    const second = await start(env)
    expect(await query(second.DATABASE_URL, 'select number from kept')).toEqual([{ number: 7 }])
    const after = new Redis(second.REDIS_QUEUE_URL)
    expect(await after.get('kept')).toBe('7')
    after.disconnect()
  })

  test('never evict from the queue and always from the cache', async () => {
    const services = await start(env)
    expect(await redisSetting(services.REDIS_QUEUE_URL, 'maxmemory-policy')).toBe('noeviction')
    expect(await redisSetting(services.REDIS_QUEUE_URL, 'appendonly')).toBe('yes')
    expect(await redisSetting(services.REDIS_CACHE_URL, 'maxmemory-policy')).toBe('allkeys-lru')
    expect(Number(await redisSetting(services.REDIS_CACHE_URL, 'maxmemory'))).toBeGreaterThan(0)
  })
})

test('other accounts of the machine cannot read the data without the password', async () => {
  const services = await start()
  const withoutPassword = new URL(services.DATABASE_URL)
  withoutPassword.password = 'wrong'
  await expect(query(withoutPassword.href, 'select 1')).rejects.toThrow(/password/)
  const redisUrl = new URL(services.REDIS_QUEUE_URL)
  const stranger = new Redis(Number(redisUrl.port), '127.0.0.1')
  await expect(stranger.get('key')).rejects.toThrow(/NOAUTH/)
  stranger.disconnect()
})

test('addresses that are given are used and nothing is started', async () => {
  const given = {
    DATABASE_URL: 'postgres://someone:secret@db.example:5432/x',
    REDIS_QUEUE_URL: 'redis://queue.example:6379/0',
    REDIS_CACHE_URL: 'redis://cache.example:6379/0',
  }
  const services = await start(given)
  expect(services).toMatchObject(given)
  expect(services.servers).toEqual([])
  expect(services.described.join()).not.toContain('secret')
})

test.runIf(process.getuid?.() === 0)(
  'a checkout below a closed home keeps its database where Postgres can enter',
  async () => {
    chmodSync(state, 0o700)
    const services = await start()
    const elsewhere = readFileSync(join(state, 'postgres-folder'), 'utf8').trim()
    try {
      expect(await query(services.DATABASE_URL, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(existsSync(elsewhere)).toBe(true)
      await services.stop()
    } finally {
      rmSync(elsewhere, { recursive: true, force: true })
    }
  },
)

test('a parent that is killed takes its servers with it, and the next start finds the data', async () => {
  const module = pathToFileURL(join(import.meta.dirname, 'services.mjs')).href
  const program = `
    const { startServices } = await import(${JSON.stringify(module)})
    const services = await startServices({ root: ${JSON.stringify(ROOT)}, state: ${JSON.stringify(state)}, env: process.env, say() {} })
    console.log(JSON.stringify([services.DATABASE_URL, services.REDIS_QUEUE_URL, services.REDIS_CACHE_URL]))
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program])
  const urls = await new Promise<string[]>((resolve, reject) => {
    parent.stdout.once('data', (bytes) => resolve(JSON.parse(String(bytes))))
    parent.stderr.once('data', (bytes) => reject(new Error(String(bytes))))
  })
  await query(String(urls[0]), 'create table kept as select 7 as number')
  parent.kill('SIGKILL')

  const ports = urls.map((url) => Number(new URL(url).port))
  const deadline = Date.now() + 15_000
  while (Date.now() < deadline) {
    if ((await Promise.all(ports.map((port) => isPortFree(port, '127.0.0.1')))).every(Boolean)) break
    await sleep(50)
  }
  expect(await Promise.all(ports.map((port) => isPortFree(port, '127.0.0.1')))).toEqual([true, true, true])
  const next = await start()
  expect(await query(next.DATABASE_URL, 'select number from kept')).toEqual([{ number: 7 }])
})
