import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { testMeterFolder } from '@sec-latent/core/metering/testing/meter-folder'
import { testDatabase } from '@sec-latent/core/testing/database'
import { testObjectStore } from '@sec-latent/core/testing/object-store'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { agedLimits, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../services/ports.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
const PROGRAMS = [
  ['api', 'api/dist/main.js', 'PORT'],
  ['workers', 'workers/dist/main.js', 'HEALTH_PORT'],
  ['scheduler', 'workers/dist/scheduler-main.js', 'HEALTH_PORT'],
] as const

let programs: string
let env: Record<string, string>
const closers: (() => Promise<void>)[] = []

beforeAll(async () => {
  const [folder, database, redis, objects] = await Promise.all([
    testPrograms(),
    testDatabase({ empty: true }),
    testRedis({ own: true }),
    testObjectStore(),
  ])
  programs = folder
  await agedLimits(redis.redis)
  const journals = testMeterFolder()
  closers.push(database.close, redis.close, objects.close, async () => journals.remove())
  env = {
    ...(process.env as Record<string, string>),
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    REDIS_QUEUE_URL: redis.url,
    REDIS_CACHE_URL: redis.url,
    OBJECT_STORE_URL: objects.url,
    KEY_PEPPER: `v1:${'p'.repeat(64)}`,
    CURSOR_SECRET: 'c'.repeat(64),
    METER_FOLDER: journals.path,
    SEALING_KEYS: `v1:${Buffer.alloc(32, 's').toString('base64')}`,
    LOG_LEVEL: 'info',
  }
}, 120_000)

afterAll(async () => {
  for (const close of closers) await close()
})

describe('the programs as they run in production', () => {
  test('the migration finds its files beside the bundle', () => {
    const run = () =>
      execFileSync(process.execPath, [join(programs, 'core/dist/migrate-main.js')], {
        cwd: ROOT,
        env,
        encoding: 'utf8',
      })
    expect(run()).toContain('Migrated: 0001_')
    expect(run()).toContain('up to date')
  })

  test('import no package that npm keeps below a workspace, where they would not find it', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: object }
    const below = Object.keys(lock.packages).flatMap(
      (place) => /^(?:core|api|workers)\/node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place)?.[1] ?? [],
    )
    for (const [name, file] of PROGRAMS) {
      const text = readFileSync(join(programs, file), 'utf8')
      const imported = [...text.matchAll(/^import .*?["']([^"'.][^"']*)["'];?$/gm)].map(
        ([, from = '']) => from,
      )
      expect(imported.length, name).toBeGreaterThan(5)
      expect(
        imported.filter((from) => below.some((one) => from === one || from.startsWith(`${one}/`))),
        name,
      ).toEqual([])
    }
  })

  test.each(PROGRAMS)('%s becomes healthy and ends with code 0 on SIGTERM', async (_, file, portName) => {
    const port = await freePort()
    const child = spawn(process.execPath, [join(programs, file)], {
      cwd: ROOT,
      env: { ...env, [portName]: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    try {
      await untilHealthy(child, port)
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    } finally {
      child.kill('SIGKILL')
    }
  })
})

async function untilHealthy(child: ChildProcess, port: number): Promise<void> {
  let output = ''
  child.stdout?.on('data', (bytes) => {
    output += bytes
  })
  child.stderr?.on('data', (bytes) => {
    output += bytes
  })
  for (let attempt = 0; attempt < 900; attempt += 1) {
    if (child.exitCode !== null) break
    const response = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`not healthy:\n${output.slice(-3000)}`)
}
