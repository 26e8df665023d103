import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createRailwayContext,
  type DatabaseNode,
  type ProjectDefinition,
  type ResourceNode,
  type ServiceNode,
} from 'railway/iac'
import { describe, expect, test } from 'vitest'
import program from './railway.ts'

const MEGABYTE = 1024 * 1024
const SERVICES = ['api', 'docs-site', 'scheduler', 'workers']
const DATA = ['postgres', 'redis-cache', 'redis-queue']

/** What the architecture promises: replicas in production, CPUs, megabytes. */
const SIZES: Record<string, [replicas: number, cpu: number, megabytes: number]> = {
  api: [2, 1, 2048],
  workers: [2, 2, 4096],
  scheduler: [1, 0.25, 256],
  'docs-site': [2, 0.5, 512],
}

async function evaluate(environment: string) {
  const context = createRailwayContext({ environment })
  const definition: ProjectDefinition = await program(context, (name, rest) => ({ name, ...rest }))
  const resources = (definition.resources ?? []).flat() as ResourceNode[]
  return {
    services: resources.filter((one): one is ServiceNode => one.type === 'service'),
    databases: resources.filter((one): one is DatabaseNode => one.type === 'database'),
    buckets: resources.filter((one) => one.type === 'bucket'),
  }
}

describe.each(['production', 'staging'])('the %s environment on Railway', (environment) => {
  test('has four services, one Postgres, two Redis and one bucket', async () => {
    const { services, databases, buckets } = await evaluate(environment)
    expect(services.map((one) => one.name).sort()).toEqual(SERVICES)
    expect(databases.map((one) => one.name).sort()).toEqual(DATA)
    expect(buckets.map((one) => one.name)).toEqual(['filings'])
  })

  test('drains and overlaps every service, and restarts it at most three times', async () => {
    for (const { name, deploy } of (await evaluate(environment)).services) {
      expect(deploy?.drainingSeconds, name).toBeGreaterThanOrEqual(30)
      expect(deploy?.overlapSeconds, name).toBeGreaterThan(0)
      expect(deploy?.restartPolicyType, name).toBe('ON_FAILURE')
      expect(deploy?.restartPolicyMaxRetries, name).toBe(3)
    }
  })

  test('starts every service with node itself, because npm swallows SIGTERM', async () => {
    for (const { name, deploy } of (await evaluate(environment)).services) {
      expect(deploy?.startCommand, name).toMatch(/^node [a-z-]+\/(dist\/)?[a-z-]+\.js$/)
    }
  })

  test('asks every service for its health', async () => {
    for (const { name, deploy } of (await evaluate(environment)).services) {
      expect(deploy?.healthcheckPath, name).toMatch(/^\/(api\/)?health$/)
      expect(deploy?.healthcheckTimeout, name).toBe(120)
    }
  })

  test('gives each service the replicas and the caps of the architecture', async () => {
    for (const { name, deploy } of (await evaluate(environment)).services) {
      const [replicas, cpu, megabytes] = SIZES[name] ?? [0, 0, 0]
      const wanted = environment === 'production' ? replicas : 1
      expect(deploy?.numReplicas, name).toBe(wanted)
      expect(deploy?.limitOverride?.containers, name).toEqual({ cpu, memoryBytes: megabytes * MEGABYTE })
    }
  })

  test('migrates before the api is deployed and nowhere else', async () => {
    for (const { name, deploy } of (await evaluate(environment)).services) {
      expect(deploy?.preDeployCommand ?? [], name).toEqual(
        name === 'api' ? ['node core/dist/migrate-main.js'] : [],
      )
    }
  })

  test('holds no secret: every sensitive variable is a reference or kept as it is', async () => {
    const literals = new Set([
      'LATENT_ENV',
      'LOG_LEVEL',
      'PORT',
      'HEALTH_PORT',
      'METRICS_PORT',
      'DRAIN_SECONDS',
      'METER_FOLDER',
    ])
    for (const { name, variables } of (await evaluate(environment)).services) {
      for (const [variable, value] of Object.entries(variables ?? {})) {
        if (!literals.has(variable)) expect(value.type, `${name} ${variable}`).not.toBe('literal')
      }
    }
  })

  test('opens no data service to the public and pins every image', async () => {
    for (const { name, networking, image } of (await evaluate(environment)).databases) {
      expect(networking ?? {}, name).toEqual({})
      expect(image, name).toMatch(/:\d+(\.\d+)*$/)
    }
  })

  test('never evicts from the queue and always evicts from the cache', async () => {
    const { databases } = await evaluate(environment)
    const flags = (name: string) => JSON.stringify(databases.find((one) => one.name === name)?.variables)
    expect(flags('redis-queue')).toContain('--maxmemory-policy noeviction')
    expect(flags('redis-cache')).toContain('--maxmemory-policy allkeys-lru')
  })

  test('builds from files that exist', async () => {
    for (const { name, build } of (await evaluate(environment)).services) {
      const dockerfile = readFileSync(join(import.meta.dirname, '..', build?.dockerfilePath ?? ''), 'utf8')
      expect(dockerfile, name).toContain('FROM ')
    }
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
