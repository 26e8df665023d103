import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import { openDatabase } from '@sec-latent/core/db'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { agedLimits, type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { interleaved } from '../../scripts/invariants/interleaved-tenants.ts'
import { freePort } from '../../scripts/services/ports.mjs'
import { openPooledGround, type PooledGround } from './ground.ts'
import { loginStatements, userlist } from './logins.ts'
import { renderPgbouncer } from './render.ts'
import { scramVerifier } from './scram.ts'
import { hasPgbouncer } from './start.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PEPPER = `v1:${'p'.repeat(64)}`
/** So many that each of the two connections serves both organisations hundreds of times; the command asks 10,000. */
const QUERIES = 1_000
const SEALING_KEY = randomBytes(32).toString('base64')
const POOL_SIZE = 2
const notInstalled = hasPgbouncer()
  ? ''
  : ' (skipped: there is no PgBouncer on this machine, "apt-get install pgbouncer")'

describe('the rendered configuration', () => {
  const plain = {
    databases: [{ name: 'sec_latent', host: 'postgres', port: 5432, database: 'sec_latent' }],
    listenAddress: '*',
    listenPort: 6432,
    authFile: '/etc/pgbouncer/userlist.txt',
  }

  test('lends connections for a transaction and keeps nothing of a session', () => {
    const text = renderPgbouncer(plain)
    expect(text).toContain('pool_mode = transaction')
    expect(text).toContain('auth_type = scram-sha-256')
    expect(text).not.toMatch(/^ignore_startup_parameters.*\b(role|options)\b/m)
  })

  test.each([
    ['no database', { databases: [] }],
    [
      'a host that begins another setting',
      { databases: [{ ...plain.databases[0], host: 'a user=postgres' }] },
    ],
    ['a pool of nothing', { poolSize: 0 }],
    ['a file on two lines', { authFile: '/a\nadmin_users = evil' }],
  ])('is not made of %s', (_, wrong) => {
    expect(() => renderPgbouncer({ ...plain, ...wrong } as never)).toThrow()
  })

  test('makes logins without a password in any text, and of no name that ends its statement', () => {
    const login = { name: 'api_login', role: 'latent_api', verifier: scramVerifier('a-password') } as const
    expect(loginStatements([login]).join() + userlist([login])).not.toContain('a-password')
    expect(() => loginStatements([{ ...login, name: 'x; drop table filings' }])).toThrow()
    expect(() => loginStatements([{ ...login, verifier: "x'" }])).toThrow()
    expect(() => userlist([{ ...login, name: '"evil' }])).toThrow()
  })
})

test('no program listens, locks or sets anything for a session of Postgres, which a pooler would give to others', () => {
  const files = ['core', 'api', 'workers']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, 'src', file),
      ),
    )
    .filter(
      (file) => file.endsWith('.ts') && !/\.test\.ts$|\/(testing|bench|bench-lists)\/|\/bench-/.test(file),
    )
  expect(files.length).toBeGreaterThan(300)
  const sessions = [
    /pg_(try_)?advisory_(lock|unlock)/,
    /sql`\s*(listen|unlisten|notify)\b/i,
    /sql\.listen\(|\.reserve\(\)/,
    /`\s*set (?!local|transaction|constraints)\w+ *(=|to\b)/i,
    /set_config\([^)]*,\s*false\)/,
    /create temp/i,
    /with hold/i,
  ]
  const found = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return sessions.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern}`)
  })
  // Migrations lock for their session: each platform gives them an address of Postgres itself.
  expect(found.filter((finding) => !finding.startsWith('core/src/migrate.ts:'))).toEqual([])
})

describe.skipIf(notInstalled !== '')(`PgBouncer in transaction mode${notInstalled}`, () => {
  let ground: PooledGround
  const started: ChildProcess[] = []
  beforeAll(async () => {
    ground = await openPooledGround({ poolSize: POOL_SIZE, reserveSize: 0, waitSeconds: 60 })
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })
  afterAll(() => ground?.close())

  test('lets each login in with its password alone, in its role, within its limits and without leave to another', async () => {
    vi.stubEnv('DATABASE_ROLES', 'off')
    const expected = {
      api_login: ['latent_api', '30s', '10s', '30s'],
      service_login: ['latent_service', '30s', '10s', '30s'],
      worker_login: ['latent_worker', '15min', '2min', '10min'],
    } as const
    for (const [name, settings] of Object.entries(expected)) {
      const sql = openDatabase(ground.url(name as keyof typeof expected), { max: 1 })
      const [session] =
        await sql`select current_user as user, current_setting('statement_timeout') as statement,
        current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle,
        current_setting('search_path') as path, current_setting('jit') as jit`
      expect(Object.values(session as object), name).toEqual([...settings, 'public', 'off'])
      await expect(
        sql.begin((tx) => tx`set local role latent_readonly`),
        name,
      ).rejects.toMatchObject({ code: '42501' })
      await sql.end()
    }
    for (const [login, password] of [
      ['api_login', 'of-service_login'],
      ['nobody', 'of-nobody'],
    ] as const) {
      const sql = openDatabase(ground.pooler.url(login, password), { max: 1 })
      await expect(sql`select 1`, login).rejects.toThrow(/authentication failed|no such user/)
      await sql.end()
    }
  })

  test('refuses a process that was not told of it, instead of letting it believe in a role it does not have', async () => {
    const sql = openDatabase(ground.url('api_login'), { max: 1, role: 'latent_service' })
    await expect(sql`select 1`).rejects.toThrow(/unsupported startup parameter: role/)
    await sql.end()
  })

  test('shows two organisations that take turns on its connections nothing of each other', async () => {
    vi.stubEnv('DATABASE_ROLES', 'off')
    const rows = await interleaved(ground.url('api_login'), {
      organisations: [await ground.organisation('One'), await ground.organisation('Other')],
      seed: 7,
      queries: QUERIES,
      connections: 20,
    })
    expect(rows.filter(({ ok }) => !ok)).toEqual([])
    const pools = await ground.pooler.show('servers')
    expect(pools.filter(({ user }) => user === 'api_login').length).toBeLessThanOrEqual(POOL_SIZE)
  })

  test('gives many clients few connections of Postgres, and each its answer', async () => {
    vi.stubEnv('DATABASE_ROLES', 'off')
    const sql = openDatabase(ground.url('service_login'), { max: 30 })
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, i) => (await sql`select ${i}::int as i`)[0]?.i),
    )
    expect(answers).toEqual(Array.from({ length: 300 }, (_, i) => i))
    const [{ connections } = { connections: 0 }] = await ground.owner<{ connections: number }[]>`
      select count(*)::int as connections from pg_stat_activity where usename = 'service_login'`
    expect(connections).toBeGreaterThan(0)
    expect(connections).toBeLessThanOrEqual(POOL_SIZE)
    await sql.end()
  })

  describe('under the programs', () => {
    let apis: [string, string]
    let headers: Record<string, string>
    let redis: TestRedis
    beforeAll(async () => {
      redis = await testRedis()
      await agedLimits(redis.redis)
      const organisation = await ground.organisation('Customer')
      const [pepper] = parsePeppers(PEPPER)
      const { key } = await accountStore(ground.owner).createKey(
        {
          organisation_id: organisation,
          name: 'admin',
          mode: 'admin',
          scopes: ['keys:admin', 'keys:read', 'filings:read'],
        },
        pepper as NonNullable<typeof pepper>,
      )
      headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
      const programs = await testPrograms()
      const run = (program: string, more: Record<string, string>) => {
        const child = spawn(process.execPath, [join(programs, program)], {
          cwd: ROOT,
          env: {
            PATH: process.env.PATH ?? '',
            LOG_LEVEL: 'warn',
            HOST: '127.0.0.1',
            DATABASE_ROLES: 'off',
            REDIS_QUEUE_URL: redis.url,
            REDIS_CACHE_URL: redis.url,
            OBJECT_STORE_URL: `file://${join(ground.folder, 'objects')}`,
            SEALING_KEYS: `v1:${SEALING_KEY}`,
            ...more,
          },
          stdio: ['ignore', 'inherit', 'inherit'],
        })
        started.push(child)
        return child
      }
      const api = async (name: string) => {
        const port = await freePort()
        const meter = join(ground.folder, name)
        mkdirSync(meter)
        const child = run('api/dist/main.js', {
          PORT: String(port),
          DATABASE_URL: ground.url('api_login'),
          DATABASE_SERVICE_URL: ground.url('service_login'),
          KEY_PEPPER: PEPPER,
          CURSOR_SECRET: 'a-cursor-secret-of-two-processes',
          METER_FOLDER: meter,
        })
        await untilHealthy(child, `http://127.0.0.1:${port}/health`)
        return `http://127.0.0.1:${port}/v1`
      }
      apis = [await api('meter-1'), await api('meter-2')]
      const healthPort = await freePort()
      const workers = run('workers/dist/main.js', {
        HEALTH_PORT: String(healthPort),
        DATABASE_URL: ground.url('worker_login'),
        EDGAR_BASE_URL: 'http://127.0.0.1:9',
        EDGAR_USER_AGENT: 'Test test@example.com',
      })
      await untilHealthy(workers, `http://127.0.0.1:${healthPort}/health`)
    })
    afterAll(async () => {
      for (const child of started.splice(0)) {
        child.kill('SIGKILL')
        if (child.exitCode === null && child.signalCode === null)
          await new Promise((done) => child.once('exit', done))
      }
      await redis?.close()
    })

    const makeKey = (base: string, name: string, more: Record<string, string> = {}) =>
      fetch(`${base}/keys`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: JSON.stringify({ name, mode: 'test', scopes: ['filings:read'] }),
      })

    test('carries the API, which starts, reads and writes, and the workers', async () => {
      const [base] = apis
      const made = await makeKey(base, 'through the pooler')
      expect(made.status, await made.clone().text()).toBe(201)
      const { id } = (await made.json()) as { id: string }
      const listed = await (await fetch(`${base}/keys`, { headers })).json()
      expect(JSON.stringify(listed)).toContain(id)
      const statuses = await Promise.all(
        Array.from({ length: 40 }, () => statusOf(`${base}/filings?limit=5`, headers)),
      )
      expect(new Set(statuses)).toEqual(new Set([200]))
      expect(ground.pooler.log()).not.toMatch(/prepared statement .* does not exist/)
    })

    test('lets either process go on where the other stopped, so that nobody must stay with one', async () => {
      const [one, other] = apis
      // What one made the other knows, and repeats its answer instead of making it twice.
      const key = { 'idempotency-key': 'the-same-wish' }
      const first = await makeKey(one, 'wished once', key)
      const second = await makeKey(other, 'wished once', key)
      expect([first.status, second.status]).toEqual([201, 201])
      expect(second.headers.get('idempotency-replayed')).toBe('true')
      const { id, key: secret } = (await first.json()) as { id: string; key: string }
      expect(((await second.json()) as { id: string }).id).toBe(id)

      // A list is turned over at one and read on at the other.
      const page = async (base: string, cursor = '') =>
        (await (await fetch(`${base}/keys?limit=1${cursor && `&cursor=${cursor}`}`, { headers })).json()) as {
          data: { id: string }[]
          next_cursor: string | null
        }
      const begun = await page(one)
      const gone = await page(other, begun.next_cursor ?? '')
      expect(gone.data[0]?.id).not.toBe(begun.data[0]?.id)
      expect(gone.data).toHaveLength(1)

      // A key works at once at both, and when one revokes it, soon at neither.
      const withKey = { authorization: `Bearer ${secret}` }
      for (const base of apis) expect(await statusOf(`${base}/filings?limit=1`, withKey)).toBe(200)
      const revoked = await fetch(`${one}/keys/${id}`, {
        method: 'DELETE',
        headers: { authorization: headers.authorization ?? '' },
      })
      expect(revoked.status).toBeLessThan(300)
      for (const base of apis) {
        while ((await statusOf(`${base}/filings?limit=1`, withKey)) !== 401) await sleep(100)
      }
    })
  })
})

async function untilHealthy(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error(`the process ended with ${child.exitCode}`)
}

/** A machine that others keep busy may refuse for a moment; that is no matter of the pooler. */
async function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers })
  const body = (await answer.json()) as { code?: string }
  if (body.code !== 'overloaded') return answer.status
  await sleep(200)
  return await statusOf(url, headers)
}
