import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDatabase } from '@sec-latent/core/db'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { copyObjects } from '@sec-latent/core/recovery/copy-objects'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../services/ports.mjs'
import {
  DATABASE,
  missingForRecovery,
  OWNER,
  type RecoveryGround,
  recoveryGround,
} from './recovery-ground.ts'
import { backedUpPrimary, loseMachine } from './restore-scenario.ts'

const SCRIPT = join(import.meta.dirname, '..', '..', 'deploy', 'region', 'fail-over.sh')
const missing =
  missingForRecovery() ?? (spawnSync('psql', ['--version']).status === 0 ? undefined : 'no psql here')

describe.skipIf(missing)(`the loss of a region${missing ? ` (${missing})` : ''}`, () => {
  let ground: RecoveryGround
  let redis: TestRedis
  let programs: string
  beforeAll(async () => {
    ;[ground, redis, programs] = await Promise.all([
      recoveryGround(),
      testRedis({ own: true }),
      testPrograms(),
    ])
  })
  afterAll(async () => {
    await redis?.close()
    await ground?.close()
  })

  test('one script brings a region back in another: objects, database, erasures and queues; repeated it changes nothing', async () => {
    const { server, database } = await backedUpPrimary(ground, { steps: 3 })
    await database.sql`
      insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage)
      select '0009990002-24-' || lpad(n::text, 6, '0'), 'test', '0009990002', '10-K', '2024-01-01', 'full_index', 'discovered'
      from generate_series(1, 100) n`
    const key = await openObjectStore(ground.objectsUrl).put(Buffer.from('a filing'))
    await database.archived()
    // The erasure is in its log, and so in the second copy, but not in the archive of the database.
    await database.erase()
    const second = pathToFileURL(ground.within('second-copy')).href
    await copyObjects({ from: ground.objectsUrl, to: second })
    await database.close()
    await loseMachine(ground, server)
    await rm(join(ground.folder, 'objects'), { recursive: true })

    ground.handOver()
    const port = await freePort()
    const data = join(ground.within('other-region'), 'data')
    const url = `postgres://${OWNER}:${ground.password}@127.0.0.1:${port}/${DATABASE}`
    const third = pathToFileURL(ground.within('other-objects')).href
    const env = {
      ...ground.environment,
      ...ground.fetchEnvironment,
      PATH: process.env.PATH ?? '',
      POSTGRES_BIN: ground.programs,
      LATENT_PROGRAMS: join(programs, 'workers', 'dist'),
      LATENT_NODE: process.execPath,
      FETCH_WAL: ground.fetchCommand,
      POSTGRES_OPTIONS: [
        `config_file=${join(ground.config, 'postgresql.conf')}`,
        `hba_file=${join(ground.config, 'pg_hba.conf')}`,
        ...[
          'listen_addresses=127.0.0.1',
          `port=${port}`,
          'ssl=off',
          'unix_socket_directories=',
          'archive_mode=off',
        ],
        ...['shared_buffers=64MB', 'fsync=off'],
      ]
        .map((setting) => `-c ${setting}`)
        .join(' '),
      DATABASE_URL: url,
      REDIS_QUEUE_URL: redis.url,
      REDIS_CACHE_URL: redis.url,
      OBJECT_STORE_URL: third,
      REGION_OBJECT_STORE_URL: second,
    }
    const run = async () => {
      const child = spawn('/bin/sh', [SCRIPT, data], {
        cwd: ground.folder,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(ground.account ?? {}),
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text) => {
          output += text
        })
      }
      const [code] = await once(child, 'exit')
      return { code, output }
    }
    try {
      const first = await run()
      expect(first.output).toMatch(/Applied again: 1 erasures/)
      expect(first.output).toMatch(/Announced again in .* s: 100 filings/)
      expect(first.output).toMatch(/the last commit that is here is of \d{4}-/)
      expect(first.code).toBe(0)
      const again = await run()
      expect(again.output).toMatch(/Applied again: 0 erasures/)
      expect(again.code).toBe(0)
      const sql = openDatabase(url, { max: 1 })
      expect(await sql`select name from organisations where id = ${database.erased}`).toEqual([
        { name: 'erased' },
      ])
      await sql.end({ timeout: 5 })
      expect((await openObjectStore(third).get(key))?.toString()).toBe('a filing')
    } finally {
      spawnSync(join(ground.programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], {
        cwd: '/',
        ...(ground.account ?? {}),
      })
    }
  }, 300_000)
})
