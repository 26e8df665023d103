import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createRailwayContext,
  type DatabaseNode,
  type ProjectDefinition,
  type ResourceNode,
  type ServiceNode,
} from 'railway/iac'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { apiSettings } from '../api/src/config.ts'
import { IMAGES } from '../deploy/images/images.ts'
import builds from '../tsup.config.ts'
import { autoscalerSettings } from '../workers/src/autoscaler/config.ts'
import { workerSettings } from '../workers/src/config.ts'
import { queueDashboardSettings } from '../workers/src/queue-dashboard/config.ts'
import program from './railway.ts'
import { repositoryOf } from './repository.ts'

const ROOT = join(import.meta.dirname, '..')
const MEGABYTE = 1024 * 1024
const SERVICES = [
  'api',
  'autoscaler',
  'backup',
  'docs-site',
  'migrations',
  'pgbouncer',
  'queue-dashboard',
  'restore-drill',
  'scheduler',
  'workers',
]
const DATA = ['postgres', 'redis-cache', 'redis-queue']
/** These end by themselves. */
const JOBS = ['backup', 'migrations', 'restore-drill']
/** The API's own patience after the drain, in main.ts. */
const API_PATIENCE_SECONDS = 25

/** What the architecture promises: replicas in production, CPUs, megabytes. Those it does not name are our own. */
const SIZES: Record<string, [replicas: number, cpu: number, megabytes: number]> = {
  api: [2, 1, 2048],
  workers: [2, 2, 4096],
  scheduler: [1, 0.25, 256],
  'docs-site': [2, 0.5, 512],
  pgbouncer: [1, 0.5, 256],
  migrations: [1, 0.5, 512],
  autoscaler: [1, 0.25, 256],
  'queue-dashboard': [1, 0.25, 256],
  backup: [1, 2, 4096],
  'restore-drill': [1, 2, 4096],
}
const DATA_SIZES: Record<string, [cpu: number, megabytes: number]> = {
  postgres: [2, 4096],
  'redis-queue': [1, 2048],
  'redis-cache': [1, 2048],
}

beforeAll(() => {
  vi.stubEnv('DEPLOY_REPOSITORY', 'example/sec-latent-platform')
})
afterAll(() => {
  vi.unstubAllEnvs()
})

async function evaluate(environment: string) {
  const context = createRailwayContext({ environment })
  const definition: ProjectDefinition = await program(context, (name, rest) => ({ name, ...rest }))
  const resources = (definition.resources ?? []).flat() as ResourceNode[]
  const services = resources.filter((one): one is ServiceNode => one.type === 'service')
  return {
    services,
    /** Those that go on until they are stopped. */
    lasting: services.filter(({ name }) => !JOBS.includes(name)),
    databases: resources.filter((one): one is DatabaseNode => one.type === 'database'),
    buckets: resources.filter((one) => one.type === 'bucket'),
  }
}

/** The files that `npm run build` makes, such as `api/dist/main.js`, by their sources. */
const built = new Map(
  [builds].flat().flatMap((build) => {
    if (typeof build === 'function') throw new Error('tsup.config.ts is no longer a list.')
    const folder = String(build.outDir).replace(/^\//, '')
    return Object.entries(build.entry as Record<string, string>).map(
      ([name, source]) => [`${folder}/${name}.js`, source] as const,
    )
  }),
)

/** Variables that a program does not read. */
function unread(variables: object, schema: { properties: object }, elsewhere: string[]): string[] {
  return Object.keys(variables).filter((one) => !(one in schema.properties) && !elsewhere.includes(one))
}

describe.each(['production', 'staging'])('the %s environment on Railway', (environment) => {
  test('has its services, one Postgres, two Redis and two buckets', async () => {
    const { services, databases, buckets } = await evaluate(environment)
    expect(services.map((one) => one.name).sort()).toEqual(SERVICES)
    expect(databases.map((one) => one.name).sort()).toEqual(DATA)
    expect(buckets.map((one) => one.name).sort()).toEqual(['backups', 'filings'])
    // A backup beside the original goes down with it.
    expect(new Set(buckets.map((one) => (one as { config?: { region?: string } }).config?.region)).size).toBe(
      2,
    )
  })

  test('drains and overlaps every service that lasts, and restarts it at most three times', async () => {
    const { services, lasting } = await evaluate(environment)
    for (const { name, deploy } of lasting) {
      expect(deploy?.drainingSeconds, name).toBeGreaterThanOrEqual(30)
      expect(deploy?.overlapSeconds, name).toBeGreaterThan(0)
      expect(deploy?.restartPolicyType, name).toBe('ON_FAILURE')
      expect(deploy?.restartPolicyMaxRetries, name).toBe(3)
    }
    const drill = services.find(({ name }) => name === 'restore-drill')
    expect(drill?.deploy).toMatchObject({ cronSchedule: '0 7 * * *', restartPolicyType: 'NEVER' })
    // Before the drill, which restores it.
    const backup = services.find(({ name }) => name === 'backup')
    expect(backup?.deploy).toMatchObject({ cronSchedule: '0 2 * * *', restartPolicyType: 'NEVER' })
  })

  test('lets the api end in its own time before it is killed', async () => {
    const { services } = await evaluate(environment)
    const api = services.find(({ name }) => name === 'api')
    const drain = api?.variables?.DRAIN_SECONDS
    const seconds = Number(drain?.type === 'literal' ? drain.value : Number.NaN)
    expect(seconds).toBeGreaterThan(0)
    expect(seconds + API_PATIENCE_SECONDS).toBeLessThanOrEqual((api?.deploy?.drainingSeconds ?? 0) - 5)
  })

  test('starts every service of ours with node itself, because npm swallows SIGTERM', async () => {
    for (const { name, deploy } of (await evaluate(environment)).services) {
      if (name === 'pgbouncer') expect(deploy?.startCommand).toMatch(/; exec pgbouncer \S+'$/)
      else expect(deploy?.startCommand, name).toMatch(/^node [a-z-]+\/(dist\/)?[a-z-]+\.js$/)
    }
  })

  test('asks every service for its health that answers over HTTP', async () => {
    for (const { name, deploy } of (await evaluate(environment)).lasting) {
      if (name === 'pgbouncer') continue
      // The dashboard answers everything else to its token alone.
      if (name === 'queue-dashboard') expect(deploy?.healthcheckPath).toBe('/livez')
      else expect(deploy?.healthcheckPath, name).toMatch(/^\/(api\/)?health$/)
      expect(deploy?.healthcheckTimeout, name).toBe(120)
    }
  })

  test('gives each service the replicas and the caps of the architecture', async () => {
    const { services, databases } = await evaluate(environment)
    for (const { name, deploy } of services) {
      const [replicas, cpu, megabytes] = SIZES[name] ?? [0, 0, 0]
      const wanted = environment === 'production' ? replicas : 1
      expect(deploy?.numReplicas, name).toBe(wanted)
      expect(deploy?.limitOverride?.containers, name).toEqual({ cpu, memoryBytes: megabytes * MEGABYTE })
    }
    for (const { name, deploy } of databases as (DatabaseNode & Pick<ServiceNode, 'deploy'>)[]) {
      const [cpu, megabytes] = DATA_SIZES[name] ?? [0, 0]
      expect(deploy?.limitOverride?.containers, name).toEqual({ cpu, memoryBytes: megabytes * MEGABYTE })
    }
  })

  test('migrates with the only login that owns the tables, and nothing else has it', async () => {
    const { services } = await evaluate(environment)
    const owners = services.filter(({ variables }) => JSON.stringify(variables ?? {}).includes('postgres'))
    const named = owners.filter(({ variables }) => variables?.DATABASE_URL?.type !== 'preserve')
    expect(named.filter(({ name }) => name !== 'pgbouncer').map(({ name }) => name)).toEqual(['migrations'])
    for (const { name, deploy } of services) expect(deploy?.preDeployCommand ?? [], name).toEqual([])
  })

  test('pools fewer connections than its Postgres has', async () => {
    const { services } = await evaluate(environment)
    const ini = services.find(({ name }) => name === 'pgbouncer')?.variables?.PGBOUNCER_INI
    const text = ini?.type === 'literal' ? String(ini.value) : ''
    expect(text).toContain('pool_mode = transaction')
    const [pool, reserve] = ['default_pool_size', 'reserve_pool_size'].map((name) =>
      Number(new RegExp(`^${name} = (\\d+)$`, 'm').exec(text)?.[1]),
    ) as [number, number]
    const logins = 3
    expect((pool + reserve) * logins).toBeLessThan(100 - 10)
  })

  test('tells every process all that it must know, and by names that it reads', async () => {
    const { services } = await evaluate(environment)
    const variables = (name: string) =>
      Object.keys(services.find((one) => one.name === name)?.variables ?? {})
    const ours = { api: apiSettings, workers: workerSettings, scheduler: workerSettings }
    const elsewhere = ['SENTRY_DSN', 'HOST', 'PORT', 'REDIS_QUEUE_URL']
    for (const [name, schema] of Object.entries(ours)) {
      for (const required of schema.required ?? []) {
        const property = schema.properties[required as keyof typeof schema.properties] as {
          default?: unknown
        }
        if (property.default === undefined) expect(variables(name), name).toContain(required)
      }
      const unknown = variables(name).filter((one) => !(one in schema.properties) && !elsewhere.includes(one))
      expect(unknown, name).toEqual([])
      for (const one of ['KEY_PROVIDER', 'UNKEY_ROOT_KEY', 'UNKEY_API_ID', 'UNKEY_BASE_URL'])
        expect(variables(name), name).toContain(one)
    }
  })

  test('opens the queue dashboard to its token and from inside alone, and knows no more than the queue', async () => {
    const { services } = await evaluate(environment)
    const dashboard = services.find(({ name }) => name === 'queue-dashboard')
    const variables = dashboard?.variables ?? {}
    expect(dashboard?.networking ?? {}).toEqual({})
    expect(variables.ADMIN_TOKEN?.type).toBe('preserve')
    expect(
      Object.keys(variables).filter((one) => /DATABASE|SECRET|SEALING|OBJECT_STORE|CACHE/.test(one)),
    ).toEqual([])
    // A service of the private network is reached over IPv6.
    expect(variables).toMatchObject({
      QUEUE_DASHBOARD_HOST: { value: '::' },
      QUEUE_DASHBOARD_PORT: { value: '8005' },
    })
    expect(unread(variables, queueDashboardSettings, ['PORT'])).toEqual([])
  })

  test('tells where errors, traces and the digest go, and the autoscaler where its changes are noted', async () => {
    const { services } = await evaluate(environment)
    const kept = (name: string) =>
      Object.entries(services.find((one) => one.name === name)?.variables ?? {})
        .filter(([, { type }]) => type === 'preserve')
        .map(([variable]) => variable)
    for (const name of ['api', 'workers', 'scheduler'])
      expect(kept(name), name).toEqual(
        expect.arrayContaining([
          'SENTRY_DSN',
          'OTEL_EXPORTER_OTLP_ENDPOINT',
          'OTEL_EXPORTER_OTLP_HEADERS',
          'OTEL_TRACES_SAMPLER_ARG',
        ]),
      )
    expect(kept('workers')).toContain('OPERATIONS_MAIL_TO')
    expect(kept('api')).toContain('DATABASE_REPLICA_URL')
    expect(kept('autoscaler')).toContain('DATABASE_URL')
    const autoscaler = services.find(({ name }) => name === 'autoscaler')?.variables ?? {}
    expect(unread(autoscaler, autoscalerSettings, ['PORT'])).toEqual([])
  })

  test('holds no secret: every sensitive variable is a reference or kept as it is', async () => {
    const literals = new Set([
      'LATENT_ENV',
      'LOG_LEVEL',
      'DATABASE_ROLES',
      'PORT',
      'HEALTH_PORT',
      'METRICS_PORT',
      'DRAIN_SECONDS',
      'METER_FOLDER',
      'QUEUE_DASHBOARD_PORT',
      'QUEUE_DASHBOARD_HOST',
      'PGBOUNCER_INI',
    ])
    for (const { name, variables } of (await evaluate(environment)).services) {
      for (const [variable, value] of Object.entries(variables ?? {})) {
        if (!literals.has(variable)) expect(value.type, `${name} ${variable}`).not.toBe('literal')
        else expect(JSON.stringify(value), variable).not.toMatch(/password *=|SCRAM-SHA-256\$/i)
      }
    }
  })

  test('opens no data service to the public and pins every image', async () => {
    const { services, databases } = await evaluate(environment)
    for (const { name, networking, image } of databases) {
      expect(networking ?? {}, name).toEqual({})
      expect(image, name).toMatch(/:\d+(\.\d+)*$/)
    }
    const pgbouncer = services.find(({ name }) => name === 'pgbouncer')
    expect(JSON.stringify(pgbouncer?.source)).toContain(IMAGES.pgbouncer)
    const open = services.filter(({ networking }) => Object.keys(networking ?? {}).length > 0)
    expect(open.map(({ name }) => name)).toEqual([])
  })

  test('never evicts from the queue and always evicts from the cache', async () => {
    const { databases } = await evaluate(environment)
    const flags = (name: string) => JSON.stringify(databases.find((one) => one.name === name)?.variables)
    expect(flags('redis-queue')).toContain('--maxmemory-policy noeviction')
    expect(flags('redis-cache')).toContain('--maxmemory-policy allkeys-lru')
  })

  test('builds from files that exist, whose images hold what is started', async () => {
    for (const { name, build, deploy } of (await evaluate(environment)).services) {
      if (name === 'pgbouncer') continue
      const dockerfile = readFileSync(join(ROOT, build?.dockerfilePath ?? ''), 'utf8')
      const [, folder = ''] = /^node ([a-z-]+\/(?:dist)?)/.exec(deploy?.startCommand ?? '') ?? []
      if (name !== 'docs-site')
        expect(dockerfile, name).toContain(`COPY --from=build /app/${folder} ${folder}`)
      expect(dockerfile, name).toContain('FROM ')
    }
  })
})

test('staging and production differ in the number of replicas and in nothing else', async () => {
  const without = (services: ServiceNode[]) =>
    services.map(({ name, build, deploy, variables }) => ({
      ...{ name, build, variables: Object.keys(variables ?? {}) },
      deploy: { ...deploy, numReplicas: 0 },
    }))
  const [staging, production] = [await evaluate('staging'), await evaluate('production')]
  expect(without(staging.services)).toEqual(without(production.services))
  const replicas = (services: ServiceNode[]) => services.map(({ deploy }) => deploy?.numReplicas)
  expect(replicas(staging.services)).not.toEqual(replicas(production.services))
})

describe('the start command', () => {
  const commands = {
    autoscaler: ['workers/dist/autoscaler-main.js', 'workers/src/autoscaler-main.ts'],
    'queue-dashboard': ['workers/dist/queue-dashboard-main.js', 'workers/src/queue-dashboard-main.ts'],
    backup: ['workers/dist/backup-main.js', 'workers/src/backup-main.ts'],
    'restore-drill': ['workers/dist/restore-drill-main.js', 'workers/src/restore-drill-main.ts'],
    api: ['api/dist/main.js', 'api/src/main.ts'],
    workers: ['workers/dist/main.js', 'workers/src/main.ts'],
    scheduler: ['workers/dist/scheduler-main.js', 'workers/src/scheduler-main.ts'],
    migrations: ['core/dist/migrate-main.js', 'core/src/migrate-main.ts'],
  } as const
  for (const [name, [program, source]] of Object.entries(commands)) {
    const missing = existsSync(join(ROOT, source)) ? '' : ` (skipped: ${source} is not there yet)`
    test.skipIf(missing !== '')(`of ${name} is a program that is built${missing}`, async () => {
      const { services } = await evaluate('production')
      expect(services.find((one) => one.name === name)?.deploy?.startCommand).toBe(`node ${program}`)
      expect(built.get(program)).toBe(source)
    })
  }
})

describe('the repository', () => {
  test.each([
    [{ repository: 'github:some/where' }, {}],
    [{ repository: { url: 'git+https://github.com/some/where.git' } }, {}],
    [{ repository: { url: 'git@github.com:some/where.git' } }, {}],
    [{ repository: 'other/one' }, { DEPLOY_REPOSITORY: 'some/where' }],
  ])('is read from %j and %j', (manifest, env) => {
    expect(repositoryOf(manifest, env)).toBe('some/where')
  })

  test('is asked for when nobody says it', () => {
    expect(() => repositoryOf({}, {})).toThrow(/set DEPLOY_REPOSITORY=owner\/name/)
    expect(() => repositoryOf({ repository: 'https://example.com/a/b/c' }, {})).toThrow(
      /no repository on GitHub/,
    )
  })
})

test('railway.json, the older form, says the same of the api', async () => {
  const legacy = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'railway.json'), 'utf8'))
  const { services } = await evaluate('production')
  const api = services.find((one) => one.name === 'api')
  expect(legacy.$schema).toBe('https://railway.com/railway.schema.json')
  expect(Object.keys(legacy).sort()).toEqual(['$schema', 'build', 'deploy'])
  expect(api?.build).toMatchObject(legacy.build)
  expect(api?.deploy).toMatchObject(legacy.deploy)
})
