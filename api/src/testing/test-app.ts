import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import type { PlanName } from '@sec-latent/core/accounts/plans'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { OpenUnkeyKeys } from '@sec-latent/core/accounts/unkey/open'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { egressClient } from '@sec-latent/core/egress/client'
import { egressRules } from '@sec-latent/core/egress/rules'
import { createLogger } from '@sec-latent/core/log'
import { faultsOf } from '@sec-latent/core/logs/line'
import { journalMeter } from '@sec-latent/core/metering/journal-meter'
import { testMeterFolder } from '@sec-latent/core/metering/testing/meter-folder'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { sealer } from '@sec-latent/core/secrets/seal'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { testObjectStore } from '@sec-latent/core/testing/object-store'
import { agedLimits, testRedis } from '@sec-latent/core/testing/redis'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import type { Tracer } from '@sec-latent/core/traces/tracer'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { expect } from 'vitest'
import { type ApiSettings, buildApp } from '../app.ts'
import { makeServices, openLimitsRedis } from '../services.ts'
import { type ContractCheck, contractCheck, contractPath } from './contract-check.ts'
import { seeder } from './seed.ts'

export const PEPPERS = parsePeppers('v1:a-pepper-for-tests-only')

/** A whole API on a real Postgres and Redis, with two organisations' keys, and everything it logged. */
export async function testApp(
  options: {
    version?: number
    settings?: Partial<ApiSettings>
    plan?: PlanName
    openKeys?: OpenUnkeyKeys
    tracer?: Tracer
    /** A migrated database of the test's own, and where reads go that decide nothing. */
    database?: TestDatabase
    replica?: (sql: Sql) => Sql
  } = {},
) {
  const database = options.database ?? (await testDatabase({ version: options.version }))
  const redis = await testRedis()
  const store = await testObjectStore()
  const objects = openObjectStore(store.url)
  const lines: string[] = []
  const logger = createLogger('api', 'debug', (line) => lines.push(line), Number.POSITIVE_INFINITY)
  const limits = openLimitsRedis(redis.url, logger)
  await limits.ping().catch(() => new Promise((resolve) => limits.once('ready', resolve)))
  await agedLimits(redis.redis)
  const sql = openDatabase(database.url, { max: 5, role: 'latent_api' })
  const service = openDatabase(database.url, { max: 5, role: 'latent_service' })
  const state = { draining: false }
  const meterFolder = testMeterFolder()
  const services = makeServices(
    { sql, service, replica: options.replica?.(sql) ?? sql, redis: limits, objects },
    {
      logger,
      peppers: PEPPERS,
      openKeys: options.openKeys,
      sealer: sealer(TEST_SEALING_KEYS),
      // Every name is known and public, except those of the inside; nothing asks the DNS.
      egress: egressClient({
        rules: egressRules({ deniedHosts: ['api.test'] }),
        resolve: async (host) => [host.startsWith('inside.') ? '10.0.0.1' : '93.184.216.34'],
      }),
      isDraining: () => state.draining,
      meter: journalMeter({ folder: meterFolder.path, sql: service, logger }),
      settings: {
        portalUrl: 'http://portal.test',
        publicUrl: 'http://api.test',
        cursorSecret: 'a-cursor-secret-for-tests',
        allowedHosts: [],
        trustProxy: false,
        failedAttemptsPerMinute: 100_000,
        metricsToken: undefined,
        rememberCoverage: false,
        redisTimeoutMs: 5_000,
        // Tests run beside others on a busy machine, which is no reason to refuse what they ask.
        admission: { highMs: Number.POSITIVE_INFINITY },
        ...options.settings,
      },
    },
  )
  const app = await buildApp(options.tracer ? { ...services, tracer: options.tracer } : services)
  await app.ready()

  const accounts = accountStore(database.sql)
  const organisation = await accounts.createOrganisation({ name: 'Test', plan: options.plan ?? 'scale' })
  const other = await accounts.createOrganisation({ name: 'Other', plan: options.plan ?? 'scale' })
  const pepper = PEPPERS[0] as (typeof PEPPERS)[number]
  async function makeKey(wish: Partial<Parameters<typeof accounts.createKey>[0]> = {}) {
    return await accounts.createKey(
      { organisation_id: organisation.id, name: 'test', mode: 'live', ...wish },
      pepper,
    )
  }
  const live = await makeKey()
  const test = await makeKey({ mode: 'test' })
  const foreign = await makeKey({ organisation_id: other.id })

  let routes: string[] | undefined
  let check: ContractCheck | undefined
  /** Sends a request with the live key and holds the answer against the contract. */
  async function send(request: InjectOptions & { key?: string | null }) {
    const { key = live.key, ...rest } = request
    const headers = { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...rest.headers }
    const response = await app.inject({ method: 'GET', ...rest, headers } as InjectOptions)
    const type = String(response.headers['content-type'] ?? '')
    const pattern = patternOf(String(rest.url).split('?', 1)[0] as string)
    if (type.includes('json') && !type.includes('ndjson') && pattern !== undefined && response.body !== '') {
      const method = (rest.method ?? 'GET') === 'HEAD' ? 'GET' : (rest.method ?? 'GET')
      if (app.hasRoute({ method: method as 'GET', url: pattern })) {
        check ??= contractCheck(app.swagger())
        const faults = check.faults(contractPath(pattern), method, response.statusCode, type, response.json())
        expect(faults, `${method} ${rest.url} ${response.statusCode} ${response.body.slice(0, 500)}`).toEqual(
          [],
        )
      }
    }
    return response
  }

  const get = (url: string, more: Omit<InjectOptions, 'url'> & { key?: string | null } = {}) =>
    send({ ...more, url })

  return {
    app,
    sql: database.sql,
    /** Where the stores are, for other processes that work on them. */
    urls: { database: database.url, redis: redis.url, objectStore: store.url },
    redis: redis.redis,
    limits,
    objects,
    services,
    lines,
    state,
    accounts,
    organisation,
    other,
    keys: { live, test, foreign },
    makeKey,
    send,
    get,
    /** As if Postgres had gone away. */
    async loseDatabase() {
      await Promise.all([sql.end({ timeout: 0 }), service.end({ timeout: 0 })])
    },
    seed: seeder(database.sql, objects),
    async close() {
      await app.close()
      // Whatever a test does, each line keeps the schema.
      expect(lines.flatMap(faultsOf).slice(0, 5)).toEqual([])
      limits.disconnect()
      await Promise.all([sql.end({ timeout: 5 }), service.end({ timeout: 5 })])
      await redis.close()
      await database.close()
      await store.close()
      meterFolder.remove()
    },
  }

  function patternOf(path: string): string | undefined {
    const parts = path.split('/')
    routes ??= routesOf(app as never)
    return routes.find((pattern) => {
      const wanted = pattern.split('/')
      return (
        wanted.length === parts.length && wanted.every((one, i) => one.startsWith(':') || one === parts[i])
      )
    })
  }
}
export type TestApp = Awaited<ReturnType<typeof testApp>>

/** The routes of the contract as the router writes them, fixed parts before parameters. */
function routesOf(app: FastifyInstance): string[] {
  const rank = (pattern: string) => pattern.replaceAll(':', '\uffff')
  return Object.keys(app.swagger().paths ?? {})
    .map((path) => path.replace(/\{(\w+)\}/g, ':$1'))
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
}
