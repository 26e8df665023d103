import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { auditPublicKeysOf } from '@sec-latent/core/audit/public-keys'
import { parseSealingKeys } from '@sec-latent/core/secrets/seal'
import { renderNginx } from '../nginx/render.ts'
import { selfSigned } from '../nginx/start.ts'
import { type Login, loginStatements, userlist } from '../pgbouncer/logins.ts'
import { ADMIN_USER, renderPgbouncer, STATS_USER } from '../pgbouncer/render.ts'
import { scramVerifier } from '../pgbouncer/scram.ts'

export interface Preparation {
  /** Where everything is written; must not hold an earlier one. */
  folder: string
  apiName: string
  portalName: string
  /** Name and contact address for EDGAR. */
  edgarUserAgent: string
  /** Where mails go out; unset, nobody can sign up. */
  mailUrl?: string | undefined
  /** PEM files; without them a certificate is made that browsers warn of. */
  certificate?: string | undefined
  certificateKey?: string | undefined
}

/** Addresses of the compose file. */
const NGINX = '172.30.0.10'
const APIS = ['172.30.0.11:8000', '172.30.0.12:8000']
const PORTAL = '172.30.0.21:3000'
const DATABASE = 'sec_latent'
const OWNER = 'latent'
const BACKUP_LOGIN = 'backup_login'
const SECRET_BYTES = 32

/**
 * Writes what the compose file needs and nobody may see: secrets that were just made, one file of settings per service with no
 * more in it than the service needs, and the configurations of nginx, PgBouncer and both Redis.
 */
export function prepareCompose(wanted: Preparation): void {
  const { folder, apiName, portalName } = wanted
  if (existsSync(join(folder, 'api.env')))
    throw new Error(`${folder} holds secrets already. A second set would lock the first one's data away.`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const passwords = {
    ...{ owner: secret(), api: secret(), service: secret(), worker: secret() },
    backup: secret(),
  }
  const backups = { BACKUP_STORE_URL: 'file:///data/backups', BACKUP_KEYS: sealingKey() }
  const auditSigningKeys = sealingKey()
  const redis = { queue: secret(), cache: secret() }
  const shared = sharedSettings(redis)
  const logins: Login[] = [
    { name: 'api_login', role: 'latent_api', verifier: scramVerifier(passwords.api) },
    { name: 'service_login', role: 'latent_service', verifier: scramVerifier(passwords.service) },
    { name: 'worker_login', role: 'latent_worker', verifier: scramVerifier(passwords.worker) },
  ]
  const pooled = (login: string, password: string) =>
    `postgres://${login}:${password}@pgbouncer:6432/${DATABASE}`
  const addresses = { PUBLIC_API_URL: `https://${apiName}`, PORTAL_URL: `https://${portalName}` }
  const mail = { MAIL_URL: wanted.mailUrl ?? '', MAIL_FROM: `SEC Latent Platform <no-reply@${portalName}>` }

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text, { mode: 0o600 })
  // Read by programs in containers that run under other numbers; the folder itself is closed.
  const writeMounted = (name: string, text: string) =>
    writeFileSync(join(folder, name), text, { mode: 0o644 })

  write(
    'api.env',
    lines({
      ...shared,
      ...addresses,
      ...mail,
      DATABASE_URL: pooled('api_login', passwords.api),
      DATABASE_SERVICE_URL: pooled('service_login', passwords.service),
      PORT: '8000',
      METRICS_PORT: '9090',
      METER_FOLDER: '/data/meter',
      TRUST_PROXY: NGINX,
      // By its name from outside, by its address from the portal, and from its own health check.
      ALLOWED_HOSTS: [apiName, ...APIS.map((address) => address.split(':')[0]), '127.0.0.1'].join(','),
      DRAIN_SECONDS: '5',
      AUDIT_PUBLIC_KEYS: auditPublicKeysOf(parseSealingKeys(auditSigningKeys)),
      KEY_PEPPER: `v1:${secret()}`,
      CURSOR_SECRET: secret(),
      AUTH_SECRET: secret(),
    }),
  )
  write(
    'workers.env',
    lines({
      ...shared,
      ...addresses,
      ...mail,
      DATABASE_URL: pooled('worker_login', passwords.worker),
      HEALTH_PORT: '8001',
      EDGAR_USER_AGENT: wanted.edgarUserAgent,
      AUDIT_SIGNING_KEYS: auditSigningKeys,
      // Who gets the digest of the day: addresses, separated by commas.
      OPERATIONS_MAIL_TO: '',
    }),
  )
  write(
    'queue-dashboard.env',
    lines({
      LATENT_ENV: shared.LATENT_ENV,
      LOG_LEVEL: shared.LOG_LEVEL,
      REDIS_QUEUE_URL: shared.REDIS_QUEUE_URL,
      ADMIN_TOKEN: secret(),
      QUEUE_DASHBOARD_PORT: '8005',
      QUEUE_DASHBOARD_HOST: '0.0.0.0',
    }),
  )
  write(
    'backup.env',
    lines({
      ...shared,
      ...backups,
      DATABASE_URL: pooled('worker_login', passwords.worker),
      // Past PgBouncer, which carries no replication.
      BACKUP_DATABASE_URL: `postgres://${BACKUP_LOGIN}:${passwords.backup}@postgres:5432/${DATABASE}`,
      RECOVERY_SCRATCH: '/data/scratch',
      AUDIT_SIGNING_KEYS: auditSigningKeys,
      EDGAR_USER_AGENT: wanted.edgarUserAgent,
    }),
  )
  write(
    'portal.env',
    lines({
      PORT: '3000',
      NEXT_PUBLIC_API_URL: addresses.PUBLIC_API_URL,
      PORTAL_API_URL: `http://${APIS[0]}`,
      PORTAL_URL: addresses.PORTAL_URL,
    }),
  )
  write(
    'owner.env',
    lines({ DATABASE_URL: `postgres://${OWNER}:${passwords.owner}@postgres:5432/${DATABASE}` }),
  )
  write(
    'postgres.env',
    lines({
      POSTGRES_USER: OWNER,
      POSTGRES_PASSWORD: passwords.owner,
      POSTGRES_DB: DATABASE,
      POSTGRES_INITDB_ARGS: '--data-checksums --auth-host=scram-sha-256',
      LATENT_ENV: 'production',
      ...backups,
    }),
  )
  writeMounted(
    'logins.sql',
    [...loginStatements(logins), ...backupLogin(scramVerifier(passwords.backup))]
      .map((statement) => `${statement};\n`)
      .join(''),
  )
  const consoles = [ADMIN_USER, STATS_USER].map((name) => ({ name, verifier: scramVerifier(secret()) }))
  writeMounted('userlist.txt', userlist([...logins, ...consoles]))
  writeMounted('pgbouncer.ini', poolerConfiguration())
  writeMounted('pg_hba.conf', HOST_BASED_ACCESS)
  writeMounted('redis-queue.conf', redisConfiguration(redis.queue, QUEUE_DIRECTIVES))
  writeMounted('redis-cache.conf', redisConfiguration(redis.cache, CACHE_DIRECTIVES))
  writeMounted('nginx.conf', frontConfiguration(apiName, portalName))
  placeCertificate(wanted)
}

/** Who may come from where; the image's own file lets nobody replicate over the network, which a backup does. */
const HOST_BASED_ACCESS = [
  'local all all scram-sha-256',
  'host all all 127.0.0.1/32 scram-sha-256',
  'host all all samenet scram-sha-256',
  `host replication ${BACKUP_LOGIN} samenet scram-sha-256`,
  '',
].join('\n')

/** May be run again; the role reads no table. */
function backupLogin(verifier: string): string[] {
  return [
    `do $$ begin create role ${BACKUP_LOGIN} login; exception when duplicate_object then null; end $$`,
    `alter role ${BACKUP_LOGIN} with login replication nosuperuser nocreatedb nocreaterole connection limit 5 password '${verifier}'`,
    `grant pg_read_all_settings to ${BACKUP_LOGIN}`,
  ]
}

const QUEUE_DIRECTIVES = [
  'maxmemory 1536mb',
  'maxmemory-policy noeviction',
  'appendonly yes',
  'appendfsync everysec',
]
const CACHE_DIRECTIVES = ['maxmemory 1gb', 'maxmemory-policy allkeys-lru', 'appendonly no', 'save ""']

function sharedSettings(redis: { queue: string; cache: string }) {
  return {
    LATENT_ENV: 'production',
    LOG_LEVEL: 'info',
    DATABASE_ROLES: 'off',
    REDIS_QUEUE_URL: `redis://:${redis.queue}@redis-queue:6379/0`,
    REDIS_CACHE_URL: `redis://:${redis.cache}@redis-cache:6379/0`,
    OBJECT_STORE_URL: 'file:///data/objects',
    SEALING_KEYS: sealingKey(),
    // Where errors and traces are told; empty, only the log tells.
    SENTRY_DSN: '',
    OTEL_EXPORTER_OTLP_ENDPOINT: '',
    OTEL_EXPORTER_OTLP_HEADERS: '',
    OTEL_TRACES_SAMPLER_ARG: '1',
  }
}

function poolerConfiguration(): string {
  return renderPgbouncer({
    databases: [{ name: DATABASE, host: 'postgres', port: 5432, database: DATABASE }],
    listenAddress: '*',
    listenPort: 6432,
    authFile: '/etc/pgbouncer/userlist.txt',
    serverTls: { mode: 'disable' },
  })
}

function frontConfiguration(apiName: string, portalName: string): string {
  return renderNginx({
    folder: '/tmp',
    httpsPort: 8443,
    httpPort: 8080,
    statusListen: '127.0.0.1:8081',
    certificate: '/etc/nginx/tls/tls.crt',
    certificateKey: '/etc/nginx/tls/tls.key',
    portalUrl: `https://${portalName}`,
    api: { names: [apiName], servers: APIS },
    portal: { names: [portalName], servers: [PORTAL] },
  })
}

function placeCertificate({ folder, certificate, certificateKey, apiName, portalName }: Preparation): void {
  const given = certificate && certificateKey ? { certificate, certificateKey } : undefined
  const pair = given ?? selfSigned(folder, [apiName, portalName])
  copyFileSync(pair.certificate, join(folder, 'tls.crt'))
  copyFileSync(pair.certificateKey, join(folder, 'tls.key'))
}

function redisConfiguration(password: string, directives: string[]): string {
  return [
    'bind * -::*',
    'protected-mode yes',
    `requirepass ${password}`,
    'dir /data',
    ...directives,
    '',
  ].join('\n')
}

function lines(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => {
      if (/[\n\r'"]/.test(value)) throw new Error(`${name} cannot stand in a file of settings.`)
      return `${name}=${value}\n`
    })
    .join('')
}

/** Safe in a URL, in a file of settings and in SQL. */
function secret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

function sealingKey(): string {
  return `v1:${randomBytes(SECRET_BYTES).toString('base64')}`
}
