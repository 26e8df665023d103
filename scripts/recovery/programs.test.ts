import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Sql } from '@sec-latent/core/db'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LivedInDatabase, livedInDatabase } from './lived-in-database.ts'
import {
  DATABASE,
  missingForRecovery,
  OWNER,
  type RecoveryGround,
  recoveryGround,
} from './recovery-ground.ts'

const missing = missingForRecovery()

describe.skipIf(missing)(`the programs of recovery${missing ? ` (${missing})` : ''}`, () => {
  let ground: RecoveryGround
  let database: LivedInDatabase
  let redis: TestRedis
  let sql: Sql
  let programs: string
  let env: Record<string, string>

  beforeAll(async () => {
    ;[ground, programs, redis] = await Promise.all([
      recoveryGround(),
      testPrograms(),
      testRedis({ own: true }),
    ])
    const server = await ground.primary('primary')
    database = await livedInDatabase(ground, server)
    sql = database.sql
    await database.live(3)
    await redis.redis.set('waiting', '1')
    env = {
      ...ground.environment,
      PATH: process.env.PATH ?? '',
      POSTGRES_BIN: ground.programs,
      DATABASE_URL: server.url(),
      BACKUP_DATABASE_URL: server.url(DATABASE, 'backup_login'),
      REDIS_QUEUE_URL: redis.url,
      REDIS_CACHE_URL: redis.url,
      OBJECT_STORE_URL: ground.objectsUrl,
      REGION_OBJECT_STORE_URL: pathToFileURL(ground.within('second-copy')).href,
      RECOVERY_SCRATCH: ground.within('scratch'),
      RECOVERY_OWNER: OWNER,
      AUDIT_SIGNING_KEYS: `a1:${Buffer.alloc(32, 5).toString('base64')}`,
    }
  }, 300_000)
  afterAll(async () => {
    await database?.close()
    await redis?.close()
    await ground?.close()
  })

  async function run(name: string, args: string[] = [], more: Record<string, string> = {}) {
    const child = spawn(process.execPath, [join(programs, 'workers', 'dist', `${name}.js`), ...args], {
      cwd: ground.folder,
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
      // As Postgres demands, and as an image runs it.
      ...(ground.account ?? {}),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text))
    const [code] = await once(child, 'close')
    return { code, output }
  }

  test('back up the database, the queue and the objects, and write down that they did', async () => {
    const key = await openObjectStore(ground.objectsUrl).put(Buffer.from('a filing'))
    const { code, output } = await run('backup-main')
    expect(output).not.toMatch(/"status":"failed"/)
    expect(code).toBe(0)
    const rows = await sql`select kind, source, outcome, verified_at is not null as verified, objects_copied,
      stored_bytes > 0 as stored from backups order by kind`
    expect(rows).toEqual([
      {
        kind: 'database',
        source: 'primary',
        outcome: 'succeeded',
        verified: true,
        objects_copied: null,
        stored: true,
      },
      {
        kind: 'objects',
        source: 'second-copy',
        outcome: 'succeeded',
        verified: false,
        objects_copied: 1,
        stored: null,
      },
      {
        kind: 'redis',
        source: 'queue',
        outcome: 'succeeded',
        verified: false,
        objects_copied: null,
        stored: true,
      },
    ])
    expect(await openObjectStore(env.REGION_OBJECT_STORE_URL as string).has(key)).toBe(true)
  }, 300_000)

  test('restore it beside the running server and write down what they saw', async () => {
    const moment = await database.moment()
    await database.live(2)
    await database.archived()
    const { code, output } = await run('restore-drill-main', ['--to', moment.at.toISOString()])
    expect(output).not.toMatch(/BAD|failed/)
    expect(code).toBe(0)
    const drill = await database.store.latestDrill()
    expect(drill).toMatchObject({ outcome: 'succeeded', target_at: moment.at.toISOString() })
    expect(drill?.checks.map(({ ok }) => ok)).toEqual(Array(6).fill(true))
  }, 300_000)

  test('a drill that cannot open its backup fails, and that is written down', async () => {
    const { code, output } = await run('restore-drill-main', [], {
      BACKUP_KEYS: `other:${Buffer.alloc(32, 9).toString('base64')}`,
    })
    expect(code).toBe(1)
    expect(output).toMatch(/"level":"ERROR"/)
    expect(await database.store.latestDrill()).toMatchObject({
      outcome: 'failed',
      error: expect.stringMatching(/sealed under the key drill, which is not here/),
    })
  }, 300_000)

  test('a backup that fails is written down, keeps none of the others, and is not there to be restored', async () => {
    const { code } = await run('backup-main', [], {
      BACKUP_DATABASE_URL: env.BACKUP_DATABASE_URL?.replace(/:\w+@/, ':wrong@') ?? '',
    })
    expect(code).toBe(1)
    const rows = await sql`
      select distinct on (kind) kind, outcome, error is not null as told from backups order by kind, started_at desc`
    expect(rows).toEqual([
      { kind: 'database', outcome: 'failed', told: true },
      { kind: 'objects', outcome: 'succeeded', told: false },
      { kind: 'redis', outcome: 'succeeded', told: false },
    ])
    // The one of before is still the one.
    expect((await run('restore-drill-main')).code).toBe(0)
  }, 300_000)
})
