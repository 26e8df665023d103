import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Pepper, parsePeppers } from '@sec-latent/core/accounts/key-format'
import type { UnkeySettings } from '@sec-latent/core/accounts/unkey/unkey-client'
import { type AuditPublicKey, parseAuditPublicKeys } from '@sec-latent/core/audit/public-keys'
import { ConfigError, dataSettings, parseConfig, sealingKeysOf } from '@sec-latent/core/config'
import { egressRulesOf, egressSettings } from '@sec-latent/core/egress/settings'
import { errorReportSettings } from '@sec-latent/core/error-reports/settings'
import { lexiconSettings } from '@sec-latent/core/lexicons/settings'
import { mailSettings } from '@sec-latent/core/mail/settings'
import { environmentProblems, plainAddressProblems, secretProblems } from '@sec-latent/core/production'
import { sha256 } from '@sec-latent/core/sha256'
import { traceSettings } from '@sec-latent/core/traces/settings'
import { type Static, Type } from 'typebox'
import { parseProviders, type SignInProviders } from './identity/providers.ts'
import { DEVELOPMENT_AUTH_SECRET } from './identity/settings.ts'

const DEVELOPMENT_PEPPER = 'dev:not-a-secret-development-pepper'
const DEVELOPMENT_CURSOR_SECRET = 'not-a-secret-development-cursor-secret'
const SECRET_LENGTH = 24

export const apiSettings = Type.Object({
  DATABASE_URL: dataSettings.DATABASE_URL,
  DATABASE_ROLES: dataSettings.DATABASE_ROLES,
  DATABASE_SERVICE_URL: dataSettings.DATABASE_SERVICE_URL,
  REDIS_CACHE_URL: dataSettings.REDIS_CACHE_URL,
  OBJECT_STORE_URL: dataSettings.OBJECT_STORE_URL,
  SEALING_KEYS: dataSettings.SEALING_KEYS,
  LATENT_ENV: dataSettings.LATENT_ENV,
  RELEASE: dataSettings.RELEASE,
  LOG_LEVEL: dataSettings.LOG_LEVEL,
  ...traceSettings,
  ...errorReportSettings,
  DATABASE_REPLICA_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      description:
        'A replica for reads that decide nothing; while it lags they go to the primary. Unset: the primary.',
    }),
  ),
  DATABASE_POOL: Type.Integer({
    minimum: 1,
    maximum: 200,
    default: 10,
    description: 'Connections to Postgres of this process.',
  }),
  ...egressSettings,
  ...lexiconSettings,
  PORT: Type.Integer({ minimum: 0, maximum: 65535, default: 8000, description: 'Port of the public API.' }),
  HOST: Type.String({
    default: '::',
    description: 'Address to listen on; :: means every address, IPv4 and IPv6.',
  }),
  METRICS_PORT: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 65535,
      description: 'Port of /metrics, to be reachable only from inside. Unset: no such listener.',
    }),
  ),
  METRICS_TOKEN: Type.Optional(
    Type.String({
      minLength: 16,
      description:
        'Opens /metrics on the public port to whoever sends it as a bearer token. Unset: /metrics is not there.',
    }),
  ),
  PUBLIC_API_URL: Type.String({
    pattern: '^https?://',
    default: 'http://localhost:8000',
    description: 'Address customers call; the contract names it.',
  }),
  PORTAL_URL: Type.String({
    pattern: '^https?://',
    default: 'http://localhost:3000',
    description: 'Address of the portal; the types of problems point at its pages.',
  }),
  ALLOWED_HOSTS: Type.String({
    default: '',
    description: 'Host names this server answers for, separated by commas. Empty: any.',
  }),
  EDGE_SECRET: Type.String({
    default: '',
    description:
      'What the CDN or proxy in front sends as Latent-Edge-Secret; requests without it are refused, health excepted. Two, separated by a comma, while one takes over. Empty: anybody may ask.',
  }),
  TRUST_PROXY: Type.String({
    default: '',
    description:
      'Addresses or networks of proxies whose X-Forwarded-For is believed, separated by commas. Empty: none.',
  }),
  KEY_PEPPER: Type.String({
    default: DEVELOPMENT_PEPPER,
    description:
      'id:secret pairs for the hashes of keys, separated by commas; the first is used for new keys.',
  }),
  KEY_PROVIDER: Type.Union([Type.Literal('postgres'), Type.Literal('unkey')], {
    default: 'postgres',
    description: 'Who keeps the keys of customers: our own database, or Unkey.',
  }),
  UNKEY_ROOT_KEY: Type.Optional(
    Type.String({
      minLength: 8,
      description: 'Root key of the workspace at Unkey; may verify, read and write keys.',
    }),
  ),
  UNKEY_API_ID: Type.Optional(
    Type.String({ minLength: 4, description: 'The API at Unkey in which keys are kept.' }),
  ),
  UNKEY_BASE_URL: Type.String({
    pattern: '^https?://',
    default: 'https://api.unkey.com',
    description: 'Address of Unkey.',
  }),
  UNKEY_FAIL_MODE: Type.Union([Type.Literal('cached'), Type.Literal('closed')], {
    default: 'cached',
    description:
      'While Unkey cannot be asked: `cached` takes what it said within the last minute, `closed` refuses.',
  }),
  SECRET_SCANNING_KEYS_URL: Type.String({
    pattern: '^https?://',
    default: 'https://api.github.com/meta/public_keys/secret_scanning',
    description: 'Where GitHub publishes the keys with which it signs messages about keys found in public.',
  }),
  STRIPE_WEBHOOK_SECRET: Type.Optional(
    Type.String({
      minLength: 16,
      description:
        'Signs what Stripe says of invoices at /internal/stripe/events. Unset: that address is not there.',
    }),
  ),
  AUDIT_PUBLIC_KEYS: Type.Optional(
    Type.String({
      minLength: 1,
      description:
        'id:key pairs (32 bytes in base64), separated by commas: the public halves of AUDIT_SIGNING_KEYS, as npm run audit:keys prints them, with those that no longer sign. Unset: none are published.',
    }),
  ),
  CURSOR_SECRET: Type.String({
    minLength: 16,
    default: DEVELOPMENT_CURSOR_SECRET,
    description: 'Signs list cursors; the same in all processes.',
  }),
  METER_FOLDER: Type.Optional(
    Type.String({
      minLength: 1,
      description:
        'A folder on a local disk where what is served is journalled before it is answered; it must outlive the process. Unset, in development only: a folder for temporary files.',
    }),
  ),
  ...mailSettings,
  AUTH_SECRET: Type.String({
    minLength: 16,
    default: DEVELOPMENT_AUTH_SECRET,
    description:
      'Signs the cookies of people who are signed in and the links in mails; the same in all processes.',
  }),
  OAUTH_ISSUER: Type.Optional(
    Type.String({
      pattern: '^https?://',
      description: 'The `iss` and `aud` of access tokens, without a trailing slash. Unset: PUBLIC_API_URL.',
    }),
  ),
  AUTH_OIDC_PROVIDERS: Type.Optional(
    Type.String({
      description:
        'Sign-in providers that speak OpenID Connect, as JSON: [{"id","name","issuer","client_id","client_secret","scopes"}].',
    }),
  ),
  GITHUB_CLIENT_ID: Type.Optional(
    Type.String({ description: 'Sign-in with GitHub: the id of an OAuth app.' }),
  ),
  GITHUB_CLIENT_SECRET: Type.Optional(Type.String({ description: 'Sign-in with GitHub: its secret.' })),
  GOOGLE_CLIENT_ID: Type.Optional(
    Type.String({ description: 'Sign-in with Google: the id of an OAuth client.' }),
  ),
  GOOGLE_CLIENT_SECRET: Type.Optional(Type.String({ description: 'Sign-in with Google: its secret.' })),
  FAILED_AUTH_PER_MINUTE: Type.Integer({
    minimum: 1,
    default: 30,
    description: 'Requests without a valid key that one address may send in a minute.',
  }),
  RESPONSE_CACHE_MB: Type.Integer({
    minimum: 0,
    maximum: 16_384,
    default: 64,
    description: 'Memory for answers this process keeps, in MB. 0: every answer is made anew.',
  }),
  DRAIN_SECONDS: Type.Integer({
    minimum: 0,
    maximum: 600,
    default: 0,
    description:
      'How long the process keeps serving after SIGTERM while load balancers take it out of rotation.',
  }),
})

export type ApiConfig = ReturnType<typeof apiConfig>

/** Reads the settings of the API. Production refuses the secrets everybody knows, and short ones. */
export function apiConfig(env: Record<string, string | undefined>) {
  const config = parseConfig(apiSettings, env)
  const problems = environmentProblems(env)
  let peppers: Pepper[] = []
  try {
    peppers = parsePeppers(config.KEY_PEPPER)
  } catch (error) {
    problems.push(`KEY_PEPPER is not valid: ${(error as Error).message}`)
  }
  let auditKeys: AuditPublicKey[] = []
  try {
    if (config.AUDIT_PUBLIC_KEYS !== undefined) auditKeys = parseAuditPublicKeys(config.AUDIT_PUBLIC_KEYS)
  } catch (error) {
    problems.push(`AUDIT_PUBLIC_KEYS is not valid: ${(error as Error).message}`)
  }
  let providers: SignInProviders | undefined
  try {
    providers = parseProviders(config)
  } catch (error) {
    problems.push((error as Error).message)
  }
  if (config.LATENT_ENV === 'production') {
    for (const name of ['KEY_PEPPER', 'CURSOR_SECRET', 'AUTH_SECRET'] as const) {
      if (config[name].includes('not-a-secret')) problems.push(`${name} must be set in production`)
    }
    if (listOf(config.EDGE_SECRET).some((secret) => secret.length < SECRET_LENGTH))
      problems.push(`EDGE_SECRET needs ${SECRET_LENGTH} characters or more in production`)
    if (config.METER_FOLDER === undefined) problems.push('METER_FOLDER must be set in production')
    if (
      config.CURSOR_SECRET.length < SECRET_LENGTH ||
      config.AUTH_SECRET.length < SECRET_LENGTH ||
      peppers.some((one) => one.secret.length < SECRET_LENGTH)
    ) {
      problems.push(
        `KEY_PEPPER, CURSOR_SECRET and AUTH_SECRET need ${SECRET_LENGTH} characters or more in production`,
      )
    }
    problems.push(...productionProblems(config, peppers))
  }
  if (config.KEY_PROVIDER === 'unkey') {
    for (const name of ['UNKEY_ROOT_KEY', 'UNKEY_API_ID'] as const) {
      if (config[name] === undefined) problems.push(`${name} must be set when KEY_PROVIDER is unkey`)
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return {
    ...config,
    peppers,
    auditKeys,
    unkey: unkeySettings(config),
    sealingKeys: sealingKeysOf(config),
    identity: {
      authSecret: config.AUTH_SECRET,
      oauthIssuer: (config.OAUTH_ISSUER ?? config.PUBLIC_API_URL).replace(/\/+$/, ''),
      providers: providers as SignInProviders,
      mailUrl: config.MAIL_URL,
      mailFrom: config.MAIL_FROM,
    },
    egressRules: egressRulesOf(config, [config.PUBLIC_API_URL, config.PORTAL_URL]),
    meterFolder: config.METER_FOLDER ?? developmentMeterFolder(config.DATABASE_URL),
    allowedHosts: listOf(config.ALLOWED_HOSTS).map((host) => host.toLowerCase()),
    edgeSecrets: listOf(config.EDGE_SECRET),
    trustProxy: config.TRUST_PROXY === '' ? (false as const) : config.TRUST_PROXY,
  }
}

function productionProblems(config: Static<typeof apiSettings>, peppers: Pepper[]): string[] {
  const secrets: Record<string, string | undefined> = {
    CURSOR_SECRET: config.CURSOR_SECRET,
    AUTH_SECRET: config.AUTH_SECRET,
    METRICS_TOKEN: config.METRICS_TOKEN,
  }
  for (const { pepper_id, secret } of peppers) secrets[`KEY_PEPPER (${pepper_id})`] = secret
  const { DATABASE_URL, DATABASE_SERVICE_URL, DATABASE_REPLICA_URL, PUBLIC_API_URL, PORTAL_URL } = config
  const addresses = {
    ...{ DATABASE_URL, DATABASE_SERVICE_URL, DATABASE_REPLICA_URL },
    ...{ REDIS_CACHE_URL: config.REDIS_CACHE_URL, OBJECT_STORE_URL: config.OBJECT_STORE_URL },
  }
  const problems = [
    ...secretProblems(secrets, addresses, SECRET_LENGTH),
    ...plainAddressProblems({ PUBLIC_API_URL, PORTAL_URL, OAUTH_ISSUER: config.OAUTH_ISSUER }),
  ]
  // Without it the errands over all organisations would run in the role of one, and find nothing.
  if (config.DATABASE_ROLES === 'off' && DATABASE_SERVICE_URL === undefined)
    problems.push('DATABASE_SERVICE_URL must be set where DATABASE_ROLES is off')
  if (config.MAIL_URL?.startsWith('file:'))
    problems.push('MAIL_URL must not name a folder in production: nobody reads mails there')
  return problems
}

/** One per database: a journal must not be shipped into another one. */
function developmentMeterFolder(databaseUrl: string): string {
  return join(tmpdir(), `sec-latent-meter-${sha256(databaseUrl).slice(0, 16)}`)
}

function unkeySettings(config: Static<typeof apiSettings>): UnkeySettings | undefined {
  const { KEY_PROVIDER, UNKEY_ROOT_KEY, UNKEY_API_ID, UNKEY_BASE_URL, UNKEY_FAIL_MODE } = config
  if (KEY_PROVIDER !== 'unkey' || UNKEY_ROOT_KEY === undefined || UNKEY_API_ID === undefined) return undefined
  return {
    rootKey: UNKEY_ROOT_KEY,
    apiId: UNKEY_API_ID,
    baseUrl: UNKEY_BASE_URL,
    failMode: UNKEY_FAIL_MODE,
  }
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
