import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { migrate } from '@sec-latent/core/migrate'
import { readsFrom, replicaGuard } from '@sec-latent/core/replica'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replicatedPair } from '../../../scripts/recovery/failover-scenario.ts'
import {
  missingForRecovery,
  type RecoveryGround,
  recoveryGround,
} from '../../../scripts/recovery/recovery-ground.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const SOURCES = join(import.meta.dirname, '..')
const missing = missingForRecovery()

test('no route that writes can reach what reads from the replica', () => {
  const services = readFileSync(join(SOURCES, 'services.ts'), 'utf8')
  const onReplica = [...services.matchAll(/^ {4}(\w+): \w+\((?:replica|rows)\b/gm)].map(
    (match) => match[1] as string,
  )
  expect(onReplica.length).toBeGreaterThan(20)
  const writers: string[] = []
  for (const folder of readdirSync(SOURCES, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    for (const name of readdirSync(join(SOURCES, folder.name)).filter((file) => /routes\.ts$/.test(file))) {
      const text = readFileSync(join(SOURCES, folder.name, name), 'utf8')
      if (!/\bwriting\.run\b/.test(text)) continue
      writers.push(folder.name)
      const services = /async \(\s*app,\s*(\w+|\{[^}]*\})/.exec(text)?.[1] ?? ''
      const named = services.startsWith('{') ? (services.match(/\w+/g) ?? []) : []
      const reached = named.filter((one) => onReplica.includes(one))
      for (const one of onReplica) {
        if (!services.startsWith('{') && new RegExp(`\\b${services}\\.${one}\\b`).test(text))
          reached.push(one)
      }
      expect(reached, `${folder.name}/${name} decides a write`).toEqual([])
    }
  }
  expect(writers.length).toBeGreaterThan(8)
})

describe.skipIf(missing)(`an API with a read replica${missing ? ` (${missing})` : ''}`, () => {
  let ground: RecoveryGround
  let api: TestApp
  let replica: Sql
  let control: Sql
  let guard: ReturnType<typeof replicaGuard>
  const asked = { replica: 0 }

  beforeAll(async () => {
    ground = await recoveryGround()
    const { primary, standby } = await replicatedPair(ground)
    control = openDatabase(standby.url(), { max: 1 })
    const owner = openDatabase(primary.url(), { max: 5, applicationName: 'test' })
    await migrate(owner)
    replica = openDatabase(standby.url(), {
      max: 3,
      role: 'latent_api',
      onStatement: () => {
        asked.replica += 1
      },
    })
    api = await testApp({
      database: { sql: owner, url: primary.url(), close: () => owner.end({ timeout: 5 }) },
      replica: (sql) => {
        guard = replicaGuard({ primary: sql, replica: control }, { pollMs: 20 })
        return readsFrom({ primary: sql, replica }, guard)
      },
    })
  }, 300_000)
  afterAll(async () => {
    await guard?.stop()
    await api?.close()
    await Promise.all([control?.end({ timeout: 5 }), replica?.end({ timeout: 5 })])
    await ground?.close()
  })

  /** A look at both servers just now, so that a slow machine does not make the replica look old. */
  const look = async () => {
    await guard.look()
    await guard.look()
  }

  const isFreshNow = async () => {
    await look()
    return guard.isFresh()
  }

  test('reads from the replica while it is fresh, and from the primary as soon as it stands still', async () => {
    const first = '0009900001-24-000001'
    await api.seed.filing({ accession_number: first })
    await expect.poll(isFreshNow, { timeout: 20_000 }).toBe(true)
    await expect
      .poll(
        async () => {
          const before = asked.replica
          await look()
          const { statusCode } = await api.get(`/v1/filings/${first}`)
          return statusCode === 200 && asked.replica > before
        },
        { timeout: 20_000 },
      )
      .toBe(true)

    await control`select pg_wal_replay_pause()`
    const second = '0009900001-24-000002'
    await api.seed.filing({ accession_number: second })
    // What is visible by the clock of the platform is found, although the replica does not have it.
    await expect.poll(() => guard.isFresh(), { timeout: 20_000 }).toBe(false)
    expect(await control`select from filings where accession_number = ${second}`).toHaveLength(0)
    const before = asked.replica
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.get(`/v1/filings/${second}`)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200))
    expect(asked.replica).toBe(before)

    await control`select pg_wal_replay_resume()`
    await expect.poll(isFreshNow, { timeout: 20_000 }).toBe(true)
  })

  test('no write is decided by a replica that stands still', async () => {
    const { key } = await api.makeKey({ scopes: ['monitors:*'] })
    await control`select pg_wal_replay_pause()`
    try {
      const before = asked.replica
      for (let round = 0; round < 10; round++) {
        const made = await api.send({
          method: 'POST',
          key,
          url: '/v1/monitors',
          payload: { name: `monitor ${round}` },
        })
        expect(made.statusCode).toBe(201)
        const { id } = made.json()
        const etag = made.headers.etag as string
        // The version that was just made is the one that counts, and an old one is refused.
        const url = `/v1/monitors/${id}`
        const renamed = await api.send({
          method: 'PATCH',
          key,
          url,
          headers: { 'if-match': etag },
          payload: { name: `renamed ${round}` },
        })
        expect(renamed.statusCode).toBe(200)
        const stale = await api.send({
          method: 'PATCH',
          key,
          url,
          headers: { 'if-match': etag },
          payload: { name: 'stale' },
        })
        expect(stale.statusCode).toBe(412)
        expect((await api.send({ method: 'DELETE', key, url })).statusCode).toBe(204)
        expect((await api.send({ method: 'DELETE', key, url })).statusCode).toBe(404)
      }
      expect(asked.replica).toBe(before)
    } finally {
      await control`select pg_wal_replay_resume()`
    }
  })
})
