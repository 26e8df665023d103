/**
 * The whole deployment on Railway. `railway config plan` shows what would change, `railway config apply` does it.
 * (`railway.json` beside the package describes the api service alone, in the older form that Railway reads until
 * 2026-12-01; a test keeps the two equal.)
 */
import { readFileSync } from 'node:fs'
import {
  bucket,
  type DeployConfig,
  database,
  defineRailway,
  github,
  group,
  image as imageOf,
  preserve,
  project,
  redis,
  ref,
  service,
} from 'railway/iac'
import { IMAGES } from '../deploy/images/images.ts'
import { renderPgbouncer } from '../deploy/pgbouncer/render.ts'
import { repositoryOf } from './repository.ts'

const MEGABYTE = 1024 * 1024

/**
 * Without these Railway kills a deployment the moment it replaces it. Requests finish within the draining time of the
 * api; a worker finishes the filing it is reading.
 */
const LIFECYCLE: DeployConfig = {
  restartPolicyType: 'ON_FAILURE',
  restartPolicyMaxRetries: 3,
  overlapSeconds: 20,
  drainingSeconds: 45,
}
const WORKER_DRAINING_SECONDS = 120

/** Of each of the three logins. Together they stay below the 100 connections of Railway's Postgres. */
const POOL_SIZE = 20
const RESERVE_SIZE = 5
/** The image has no file of ours: what it reads comes from variables. */
const PGBOUNCER_START = `sh -c 'umask 077; printf "%s" "$PGBOUNCER_INI" > /tmp/pgbouncer.ini; printf "%s" "$PGBOUNCER_USERLIST" > /tmp/userlist.txt; exec pgbouncer /tmp/pgbouncer.ini'`

/** Railway scales by hand up to the count of `replicas`; the cap is what one replica may use. */
function cap(cpu: number, memoryMegabytes: number): DeployConfig {
  return { limitOverride: { containers: { cpu, memoryBytes: memoryMegabytes * MEGABYTE } } }
}

/** Kept as it is: set once by hand, so that it stands in no file. */
function keep<Name extends string>(...names: Name[]) {
  return Object.fromEntries(names.map((name) => [name, preserve()])) as Record<
    Name,
    ReturnType<typeof preserve>
  >
}

function image(name: string, folders: string[]) {
  return {
    builder: 'DOCKERFILE' as const,
    dockerfilePath: `deploy/docker/${name}.Dockerfile`,
    watchPatterns: [
      ...folders.map((folder) => `/${folder}/**`),
      '/deploy/docker/**',
      '/package-lock.json',
      ...(name === 'docs-site' ? [] : ['/scripts/install/repair-driver.mjs', '/tsup.config.ts']),
    ],
  }
}

export default defineRailway((context) => {
  const production = context.environment === 'production'
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const source = github(repositoryOf(manifest, process.env))

  const postgres = {
    ...database('postgres', 'postgres', {
      image: 'ghcr.io/railwayapp-templates/postgres-ssl:15',
      output: 'DATABASE_URL',
      defaultMountPath: '/var/lib/postgresql/data',
    }),
    deploy: cap(2, 4096),
  }
  // Two roles that contradict each other: a queue must never lose a key, a cache must drop the oldest.
  const redisQueue = redisServer(
    'redis-queue',
    '--maxmemory-policy noeviction --appendonly yes --appendfsync everysec',
  )
  const redisCache = redisServer('redis-cache', '--maxmemory 1gb --maxmemory-policy allkeys-lru')
  const filings = bucket('filings', { region: 'iad' })
  // Another region than what they are backups of.
  const backups = bucket('backups', { region: 'sjc' })

  // Every process reaches Postgres through it, with the login of its role: addresses with passwords, so kept.
  const pgbouncer = service('pgbouncer', {
    source: imageOf(IMAGES.pgbouncer),
    start: PGBOUNCER_START,
    replicas: 1,
    deploy: { ...LIFECYCLE, ...cap(0.5, 256) },
    env: {
      PGBOUNCER_INI: renderPgbouncer({
        databases: [{ name: 'railway', host: 'postgres.railway.internal', port: 5432, database: 'railway' }],
        listenAddress: '*',
        listenPort: 6432,
        authFile: '/tmp/userlist.txt',
        poolSize: POOL_SIZE,
        reserveSize: RESERVE_SIZE,
        serverTls: { mode: 'require' },
      }),
      ...keep('PGBOUNCER_USERLIST'),
    },
  })

  const shared = {
    LATENT_ENV: 'production',
    LOG_LEVEL: 'info',
    DATABASE_ROLES: 'off',
    REDIS_QUEUE_URL: ref(redisQueue, 'REDIS_URL'),
    REDIS_CACHE_URL: ref(redisCache, 'REDIS_URL'),
    // DATABASE_URL: postgres://api_login:…@pgbouncer.railway.internal:6432/railway, and another login for each process.
    // OBJECT_STORE_URL: s3://key:secret@host/bucket with the credentials of the bucket.
    ...keep('DATABASE_URL', 'OBJECT_STORE_URL', 'SEALING_KEYS', 'PUBLIC_API_URL', 'PORTAL_URL'),
    // Where errors and traces are told; what is not set is not told.
    ...keep(
      'SENTRY_DSN',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'OTEL_EXPORTER_OTLP_HEADERS',
      'OTEL_TRACES_SAMPLER_ARG',
    ),
  }
  // Who keeps the keys of customers is the same for who checks them and for who has them erased.
  const keyProvider = keep('KEY_PROVIDER', 'UNKEY_ROOT_KEY', 'UNKEY_API_ID', 'UNKEY_BASE_URL')
  const mail = keep('MAIL_URL', 'MAIL_FROM')
  const pipeline = {
    ...shared,
    ...keyProvider,
    ...mail,
    ...keep('EDGAR_USER_AGENT', 'AUDIT_SIGNING_KEYS', 'ANTHROPIC_API_KEY', 'STRIPE_SECRET_KEY'),
    // Who gets the digest of the day.
    ...keep('OPERATIONS_MAIL_TO'),
  }
  const HEALTH = { healthcheckTimeout: 120, healthcheck: '/health' }

  /**
   * Works as the owner of the tables, which no other process does. The api is healthy only when the schema is current, so
   * Railway sends nothing to a new deployment before this has ended well; what fails here keeps the old one.
   */
  const migrations = service('migrations', {
    source,
    build: image('api', ['core']),
    start: 'node core/dist/migrate-main.js',
    replicas: 1,
    deploy: { ...LIFECYCLE, ...cap(0.5, 512) },
    env: { DATABASE_URL: ref(postgres, 'DATABASE_URL') },
  })

  const api = service('api', {
    source,
    build: image('api', ['api', 'core', 'openapi']),
    start: 'node api/dist/main.js',
    ...HEALTH,
    replicas: production ? 2 : 1,
    deploy: { ...LIFECYCLE, ...cap(1, 2048) },
    env: {
      ...shared,
      ...keyProvider,
      ...mail,
      PORT: '8000',
      // Inside the private network only: Railway publishes no port but PORT.
      METRICS_PORT: '9090',
      // Railway routes to the old deployment until the overlap is over; then requests under way get to finish.
      DRAIN_SECONDS: '10',
      // Railway gives replicas no volume. The folder outlives the process in its container, and SIGTERM ships it to the end.
      METER_FOLDER: '/tmp/meter',
      // DATABASE_REPLICA_URL: where a replica of Postgres runs, what may be a moment old is read there.
      ...keep('DATABASE_SERVICE_URL', 'DATABASE_REPLICA_URL', 'TRUST_PROXY', 'ALLOWED_HOSTS', 'EDGE_SECRET'),
      ...keep('KEY_PEPPER', 'CURSOR_SECRET', 'AUTH_SECRET', 'STRIPE_WEBHOOK_SECRET', 'AUDIT_PUBLIC_KEYS'),
    },
  })

  const workers = service('workers', {
    source,
    build: image('workers', ['workers', 'core']),
    start: 'node workers/dist/main.js',
    ...HEALTH,
    replicas: production ? 2 : 1,
    deploy: { ...LIFECYCLE, ...cap(2, 4096), drainingSeconds: WORKER_DRAINING_SECONDS },
    env: { ...pipeline, PORT: '8001', HEALTH_PORT: '8001' },
  })

  const scheduler = service('scheduler', {
    source,
    build: image('scheduler', ['workers', 'core']),
    start: 'node workers/dist/scheduler-main.js',
    ...HEALTH,
    replicas: 1,
    deploy: { ...LIFECYCLE, ...cap(0.25, 256) },
    env: { ...pipeline, PORT: '8001', HEALTH_PORT: '8001' },
  })

  // Railway scales by hand; this does it by the triggers of the architecture.
  const autoscaler = service('autoscaler', {
    source,
    build: image('workers', ['workers', 'core']),
    start: 'node workers/dist/autoscaler-main.js',
    ...HEALTH,
    replicas: 1,
    deploy: { ...LIFECYCLE, ...cap(0.25, 256) },
    env: {
      PORT: '8001',
      HEALTH_PORT: '8001',
      LOG_LEVEL: 'info',
      // The token may change the replicas of this environment's services and nothing else.
      ...keep('RAILWAY_API_TOKEN', 'PROMETHEUS_URL'),
      // Where changes are noted for the digest of the day.
      ...keep('DATABASE_URL'),
    },
  })

  // What waits and runs, to those who hold the token. Without a domain: it is asked from inside the private network alone.
  const queueDashboard = service('queue-dashboard', {
    source,
    build: image('workers', ['workers', 'core']),
    start: 'node workers/dist/queue-dashboard-main.js',
    // The one path that asks for no token.
    healthcheck: '/livez',
    healthcheckTimeout: 120,
    replicas: 1,
    deploy: { ...LIFECYCLE, ...cap(0.25, 256) },
    env: {
      LATENT_ENV: 'production',
      LOG_LEVEL: 'info',
      PORT: '8005',
      QUEUE_DASHBOARD_PORT: '8005',
      QUEUE_DASHBOARD_HOST: '::',
      REDIS_QUEUE_URL: ref(redisQueue, 'REDIS_URL'),
      ...keep('ADMIN_TOKEN'),
    },
  })

  // Backs up the database, the queue and what the second copy of the objects lacks. A job: it ends by itself.
  const backup = service('backup', {
    source,
    build: image('recovery', ['workers', 'core']),
    start: 'node workers/dist/backup-main.js',
    replicas: 1,
    deploy: { ...cap(2, 4096), cronSchedule: '0 2 * * *', restartPolicyType: 'NEVER' },
    // BACKUP_DATABASE_URL: the login that may replicate, at Postgres itself.
    env: {
      ...shared,
      ...keep(
        'BACKUP_STORE_URL',
        'BACKUP_KEYS',
        'BACKUP_DATABASE_URL',
        'REGION_OBJECT_STORE_URL',
        'AUDIT_SIGNING_KEYS',
      ),
    },
  })

  // Restores last night's backup into an empty cluster and looks at what came back. A job: it ends by itself.
  const restoreDrill = service('restore-drill', {
    source,
    build: image('recovery', ['workers', 'core']),
    start: 'node workers/dist/restore-drill-main.js',
    replicas: 1,
    deploy: { ...cap(2, 4096), cronSchedule: '0 7 * * *', restartPolicyType: 'NEVER' },
    env: { ...shared, ...keep('BACKUP_STORE_URL', 'BACKUP_KEYS', 'AUDIT_SIGNING_KEYS') },
  })

  const docsSite = service('docs-site', {
    source,
    build: image('docs-site', ['core', 'docs-site', 'openapi', 'scripts/samples', 'sdk']),
    start: 'node docs-site/server.js',
    healthcheck: '/api/health',
    healthcheckTimeout: 120,
    replicas: production ? 2 : 1,
    deploy: { ...LIFECYCLE, ...cap(0.5, 512) },
    env: {
      PORT: '3000',
      ...keep('NEXT_PUBLIC_API_URL', 'PORTAL_API_URL', 'PORTAL_URL', 'PORTAL_API_KEY', 'EXPLORER_TEST_KEY'),
    },
  })

  return project('sec-latent', {
    resources: [
      group('Data', [postgres, pgbouncer, redisQueue, redisCache, filings, backups]),
      group('Application', [api, workers, scheduler, docsSite]),
      group('Operations', [migrations, autoscaler, queueDashboard, backup, restoreDrill]),
    ],
  })
})

function redisServer(name: string, flags: string) {
  return {
    ...redis(name),
    deploy: cap(1, 2048),
    variables: { REDIS_EXTRA_FLAGS: { type: 'literal' as const, value: flags } },
  }
}
