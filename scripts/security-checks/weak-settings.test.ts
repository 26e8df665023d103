import { randomBytes } from 'node:crypto'
import { apiConfig } from '@sec-latent/api/config'
import { ConfigError } from '@sec-latent/core/config'
import { openBackups } from '@sec-latent/core/recovery/settings'
import { workerConfig } from '@sec-latent/workers/config'
import { describe, expect, it } from 'vitest'

type Environment = Record<string, string | undefined>

const random = () => randomBytes(32).toString('base64url')
const key = (id = 'k1', bytes: Buffer = randomBytes(32)) => `${id}:${bytes.toString('base64')}`
const same = random()

const shared: Environment = {
  NODE_ENV: 'production',
  LATENT_ENV: 'production',
  DATABASE_ROLES: 'off',
  REDIS_CACHE_URL: `redis://:${random()}@redis-cache:6379`,
  OBJECT_STORE_URL: `s3://objects:${random()}@s3.internal/filings`,
  SEALING_KEYS: key(),
  PUBLIC_API_URL: 'https://api.customer.test',
  PORTAL_URL: 'https://customer.test',
}
const api: Environment = {
  ...shared,
  DATABASE_URL: `postgres://api_login:${random()}@pgbouncer:6432/sec_latent`,
  DATABASE_SERVICE_URL: `postgres://service_login:${random()}@pgbouncer:6432/sec_latent`,
  KEY_PEPPER: `v1:${random()}`,
  CURSOR_SECRET: random(),
  AUTH_SECRET: random(),
  METER_FOLDER: '/data/meter',
}
const workers: Environment = {
  ...shared,
  DATABASE_URL: `postgres://worker_login:${random()}@pgbouncer:6432/sec_latent`,
  REDIS_QUEUE_URL: `redis://:${random()}@redis-queue:6379`,
  AUDIT_SIGNING_KEYS: key('a1'),
}
const backups: Environment = {
  LATENT_ENV: 'production',
  BACKUP_STORE_URL: 'file:///backups',
  BACKUP_KEYS: key('b1'),
}

const DEVELOPMENT_KEY = `dev:${Buffer.alloc(32, 'not-a-secret').toString('base64')}`

const processes = { api, workers, backups }
const start = { api: apiConfig, workers: workerConfig, backups: openBackups }

/** Which process, what is changed, and what the refusal must name. */
const mutations: [process: keyof typeof processes, change: Environment, names: RegExp][] = [
  ['api', { KEY_PEPPER: undefined }, /KEY_PEPPER must be set/],
  ['api', { KEY_PEPPER: 'v1:short' }, /KEY_PEPPER/],
  ['api', { KEY_PEPPER: `v1:${'p'.repeat(64)}` }, /KEY_PEPPER .*too weak/],
  ['api', { KEY_PEPPER: `v2:${random()},v1:${'ab'.repeat(20)}` }, /KEY_PEPPER \(v1\).*too weak/],
  ['api', { KEY_PEPPER: random() }, /KEY_PEPPER is not valid/],
  ['api', { CURSOR_SECRET: undefined }, /CURSOR_SECRET must be set/],
  ['api', { CURSOR_SECRET: 'tooshort' }, /CURSOR_SECRET is not valid/],
  ['api', { CURSOR_SECRET: random().slice(0, 20) }, /CURSOR_SECRET.*24 characters/],
  ['api', { CURSOR_SECRET: 'changeme-changeme-changeme' }, /CURSOR_SECRET .*example/],
  ['api', { CURSOR_SECRET: 'your-cursor-secret-goes-in-here' }, /CURSOR_SECRET .*example/],
  ['api', { AUTH_SECRET: undefined }, /AUTH_SECRET must be set/],
  ['api', { AUTH_SECRET: '0'.repeat(64) }, /AUTH_SECRET .*too weak/],
  ['api', { AUTH_SECRET: 'correct-password-correct-password' }, /AUTH_SECRET .*example/],
  ['api', { AUTH_SECRET: same, CURSOR_SECRET: same }, /must not be the same as/],
  ['api', { KEY_PEPPER: `v1:${same}`, AUTH_SECRET: same }, /must not be the same as/],
  ['api', { METRICS_TOKEN: 'a'.repeat(32) }, /METRICS_TOKEN .*too weak/],
  ['api', { METRICS_TOKEN: 'short' }, /METRICS_TOKEN is not valid/],
  ['api', { METER_FOLDER: undefined }, /METER_FOLDER must be set/],
  ['api', { SEALING_KEYS: undefined }, /SEALING_KEYS must be set/],
  ['api', { SEALING_KEYS: DEVELOPMENT_KEY }, /SEALING_KEYS must be set/],
  ['api', { SEALING_KEYS: key('k1', Buffer.alloc(32)) }, /SEALING_KEYS .*too weak/],
  ['api', { SEALING_KEYS: `${key('k2')},${key('k1', Buffer.alloc(32, 'ab'))}` }, /SEALING_KEYS .*k1/],
  ['api', { SEALING_KEYS: key('k1', randomBytes(16)) }, /SEALING_KEYS is not valid/],
  [
    'api',
    { DATABASE_URL: 'postgres://postgres:postgres@db/sec_latent' },
    /DATABASE_URL has a default password/,
  ],
  ['api', { DATABASE_URL: 'postgres://api_login:api_login@db/x' }, /DATABASE_URL has a default password/],
  ['api', { DATABASE_URL: undefined }, /DATABASE_URL is required/],
  ['api', { DATABASE_URL: 'mysql://db/x' }, /DATABASE_URL is not valid/],
  [
    'api',
    { DATABASE_SERVICE_URL: undefined },
    /DATABASE_SERVICE_URL must be set where DATABASE_ROLES is off/,
  ],
  ['api', { DATABASE_ROLES: 'none' }, /DATABASE_ROLES is not valid/],
  ['api', { REDIS_CACHE_URL: 'redis://:redis@cache' }, /REDIS_CACHE_URL has a default password/],
  ['api', { OBJECT_STORE_URL: 's3://minioadmin:minioadmin@s3/x' }, /OBJECT_STORE_URL has a default password/],
  ['api', { PUBLIC_API_URL: 'http://api.customer.test' }, /PUBLIC_API_URL must begin with https/],
  ['api', { PORTAL_URL: 'http://customer.test' }, /PORTAL_URL must begin with https/],
  ['api', { OAUTH_ISSUER: 'http://api.customer.test' }, /OAUTH_ISSUER must begin with https/],
  ['api', { EGRESS_ALLOW_HTTP: 'true' }, /EGRESS_ALLOW_HTTP must not be set/],
  ['api', { MAIL_URL: 'file:///tmp/mails' }, /MAIL_URL must not name a folder/],
  ['api', { KEY_PROVIDER: 'unkey' }, /UNKEY_ROOT_KEY must be set/],
  ['api', { GITHUB_CLIENT_ID: 'only-half' }, /GITHUB_CLIENT/],
  ['api', { LATENT_ENV: 'prod' }, /LATENT_ENV is not valid/],
  ['api', { LATENT_ENV: undefined }, /LATENT_ENV must be named/],
  ['api', { LATENT_ENVIRONMENT: 'production' }, /LATENT_ENVIRONMENT is no setting/],
  ['api', { LATENT_SKIP_CHECKS: '1' }, /LATENT_SKIP_CHECKS is no setting/],
  ['api', { DEBUG: '*' }, /DEBUG must not be set/],
  ['api', { NODE_DEBUG: 'http,tls' }, /NODE_DEBUG must not be set/],
  ['api', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /NODE_TLS_REJECT_UNAUTHORIZED must not/],
  ['api', { NODE_OPTIONS: '--inspect=0.0.0.0:9229' }, /NODE_OPTIONS must not/],
  ['api', { NODE_OPTIONS: '--insecure-http-parser' }, /NODE_OPTIONS must not/],
  ['api', { LOG_LEVEL: 'silent' }, /LOG_LEVEL must not/],
  ['workers', { SEALING_KEYS: undefined }, /SEALING_KEYS must be set/],
  ['workers', { AUDIT_SIGNING_KEYS: undefined }, /AUDIT_SIGNING_KEYS must be set/],
  ['workers', { AUDIT_SIGNING_KEYS: DEVELOPMENT_KEY }, /AUDIT_SIGNING_KEYS must be set/],
  ['workers', { AUDIT_SIGNING_KEYS: key('a1', Buffer.alloc(32, 1)) }, /AUDIT_SIGNING_KEYS .*too weak/],
  ['workers', { DATABASE_URL: 'postgres://worker:password@db/x' }, /DATABASE_URL has a default password/],
  ['workers', { REDIS_QUEUE_URL: 'redis://default:default@queue' }, /REDIS_QUEUE_URL has a default password/],
  ['workers', { REDIS_QUEUE_URL: undefined }, /REDIS_QUEUE_URL is required/],
  ['workers', { DEBUG: 'bullmq' }, /DEBUG must not be set/],
  ['workers', { LATENT_MODE: 'fast' }, /LATENT_MODE is no setting/],
  [
    'workers',
    { EDGAR_MAX_REQUESTS_PER_SECOND: '50', EDGAR_USER_AGENT: 'Example ops@example.com' },
    /EDGAR_MAX_REQUESTS_PER_SECOND must be 10 or less/,
  ],
  ['workers', { EDGAR_PAUSE_SECONDS: '5' }, /EDGAR_PAUSE_SECONDS must be 600 or more/],
  ['workers', { EDGAR_TEST_BASE_URL: 'https://www.sec.gov' }, /EDGAR_TEST_BASE_URL must not be the SEC/],
  ['workers', { ANTHROPIC_API_KEY: random(), CLAUDE_JUDGEMENT_MODEL: 'unpriced' }, /CLAUDE_PRICES/],
  ['workers', { PORTAL_URL: 'http://customer.test' }, /PORTAL_URL must begin with https/],
  ['backups', { BACKUP_KEYS: undefined }, /BACKUP_KEYS must be set/],
  ['backups', { BACKUP_KEYS: key('b1', Buffer.alloc(32, 7)) }, /BACKUP_KEYS .*too weak/],
  ['backups', { BACKUP_STORE_URL: undefined }, /BACKUP_STORE_URL is required/],
]

describe('a production process', () => {
  it.each(Object.keys(processes) as (keyof typeof processes)[])('%s starts with random secrets', (name) => {
    expect(() => start[name](processes[name])).not.toThrow()
  })

  it.each(mutations)('%s refuses %o', (name, change, names) => {
    let refusal: unknown
    try {
      start[name]({ ...processes[name], ...change })
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(ConfigError)
    const { message } = refusal as ConfigError
    expect(message).toMatch(names)
    // The message goes to a log: what was given must not.
    for (const value of Object.values(change)) {
      if (value !== undefined && value.length > 12) expect(message).not.toContain(value)
    }
  })

  it('does not change what development may do', () => {
    const relaxed = {
      ...api,
      NODE_ENV: undefined,
      LATENT_ENV: 'development',
      DEBUG: '*',
      CURSOR_SECRET: undefined,
    }
    expect(() => apiConfig(relaxed)).not.toThrow()
  })
})
