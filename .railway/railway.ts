/**
 * The whole deployment on Railway. `railway config plan` shows what would change, `railway config apply` does it.
 * (`railway.json` beside the package describes the api service alone, in the older form that Railway reads until
 * 2026-12-01; a test keeps the two equal.)
 */
import {
  bucket,
  type DeployConfig,
  database,
  defineRailway,
  github,
  group,
  preserve,
  project,
  redis,
  ref,
  service,
} from 'railway/iac'

const REPOSITORY = 'sec-latent/sec-latent-platform'
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

/** Railway scales by hand up to the count of `replicas`; the cap is what one replica may use. */
function cap(cpu: number, memoryMegabytes: number): DeployConfig {
  return { limitOverride: { containers: { cpu, memoryBytes: memoryMegabytes * MEGABYTE } } }
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
  const source = github(REPOSITORY)

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

  const shared = {
    LATENT_ENV: 'production',
    LOG_LEVEL: 'info',
    DATABASE_URL: ref(postgres, 'DATABASE_URL'),
    REDIS_QUEUE_URL: ref(redisQueue, 'REDIS_URL'),
    REDIS_CACHE_URL: ref(redisCache, 'REDIS_URL'),
    // s3://key:secret@host/bucket with the credentials of the bucket; set once by hand, so that they are in no file.
    OBJECT_STORE_URL: preserve(),
    SENTRY_DSN: preserve(),
    SEALING_KEYS: preserve(),
  }
  const pipeline = { ...shared, EDGAR_USER_AGENT: preserve(), AUDIT_SIGNING_KEYS: preserve() }

  const api = service('api', {
    source,
    build: image('api', ['api', 'core', 'openapi']),
    start: 'node api/dist/main.js',
    preDeploy: 'node core/dist/migrate-main.js',
    healthcheck: '/health',
    healthcheckTimeout: 120,
    replicas: production ? 2 : 1,
    deploy: { ...LIFECYCLE, ...cap(1, 2048) },
    env: {
      ...shared,
      PORT: '8000',
      // Inside the private network only: Railway publishes no port but PORT.
      METRICS_PORT: '9090',
      // Railway routes to the old deployment until the overlap is over; then requests under way get to finish.
      DRAIN_SECONDS: '10',
      TRUST_PROXY: preserve(),
      KEY_PEPPER: preserve(),
      CURSOR_SECRET: preserve(),
      AUTH_SECRET: preserve(),
      MAIL_URL: preserve(),
      MAIL_FROM: preserve(),
      // Railway gives replicas no volume. The folder outlives the process in its container, and SIGTERM ships it to the end.
      METER_FOLDER: '/tmp/meter',
      PUBLIC_API_URL: preserve(),
      PORTAL_URL: preserve(),
    },
  })

  const workers = service('workers', {
    source,
    build: image('workers', ['workers', 'core']),
    start: 'node workers/dist/main.js',
    healthcheck: '/health',
    healthcheckTimeout: 120,
    replicas: production ? 2 : 1,
    deploy: { ...LIFECYCLE, ...cap(2, 4096), drainingSeconds: WORKER_DRAINING_SECONDS },
    env: { ...pipeline, PORT: '8001', HEALTH_PORT: '8001', MAIL_URL: preserve(), MAIL_FROM: preserve() },
  })

  const scheduler = service('scheduler', {
    source,
    build: image('scheduler', ['workers', 'core']),
    start: 'node workers/dist/scheduler-main.js',
    healthcheck: '/health',
    healthcheckTimeout: 120,
    replicas: 1,
    deploy: { ...LIFECYCLE, ...cap(0.25, 256) },
    env: { ...pipeline, PORT: '8001', HEALTH_PORT: '8001' },
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
      NEXT_PUBLIC_API_URL: preserve(),
      PORTAL_URL: preserve(),
      EXPLORER_TEST_KEY: preserve(),
    },
  })

  return project('sec-latent', {
    resources: [
      group('Data', [postgres, redisQueue, redisCache, filings]),
      group('Application', [api, workers, scheduler, docsSite]),
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
