import { auditSettings, auditSigningKeysOf } from '@sec-latent/core/audit/settings'
import { claudeConfig, claudeSettings } from '@sec-latent/core/claude/settings'
import { ConfigError, dataSettings, parseConfig, sealingKeysOf } from '@sec-latent/core/config'
import { egressRulesOf, egressSettings } from '@sec-latent/core/egress/settings'
import { errorReportSettings } from '@sec-latent/core/error-reports/settings'
import { lexiconSettings } from '@sec-latent/core/lexicons/settings'
import { mailSettings } from '@sec-latent/core/mail/settings'
import { digestSettings } from '@sec-latent/core/operations-events/settings'
import { environmentProblems, plainAddressProblems, secretProblems } from '@sec-latent/core/production'
import { traceSettings } from '@sec-latent/core/traces/settings'
import { type Static, Type } from 'typebox'
import { retryScheduleOf, webhookSettings } from './webhooks/settings.ts'

const HttpUrl = (description: string, options = {}) =>
  Type.String({ pattern: '^https?://', description, ...options })

/** The SEC lifts its block after ten quiet minutes. */
const SEC_PAUSE_SECONDS = 600
/** What the SEC allows everybody. */
const SEC_REQUESTS_PER_SECOND = 10

export const workerSettings = Type.Object({
  DATABASE_URL: dataSettings.DATABASE_URL,
  DATABASE_ROLES: dataSettings.DATABASE_ROLES,
  REDIS_QUEUE_URL: dataSettings.REDIS_QUEUE_URL,
  REDIS_CACHE_URL: dataSettings.REDIS_CACHE_URL,
  OBJECT_STORE_URL: dataSettings.OBJECT_STORE_URL,
  SEALING_KEYS: dataSettings.SEALING_KEYS,
  LATENT_ENV: dataSettings.LATENT_ENV,
  RELEASE: dataSettings.RELEASE,
  LOG_LEVEL: dataSettings.LOG_LEVEL,
  ...traceSettings,
  ...errorReportSettings,
  EDGAR_BASE_URL: HttpUrl('Where EDGAR archives are served; the SEC, or a mirror.', {
    default: 'https://www.sec.gov',
  }),
  EDGAR_DATA_URL: Type.Optional(
    HttpUrl('Where EDGAR serves its JSON; the SEC has a host of its own for it, a mirror has one for both.'),
  ),
  EDGAR_TEST_BASE_URL: Type.Optional(
    HttpUrl('A mirror of the sample corpus, from which the test dataset is loaded.'),
  ),
  EDGAR_USER_AGENT: Type.Optional(
    Type.String({
      minLength: 5,
      description: 'Your name and a contact e-mail, as the SEC asks of everybody who reads EDGAR by program.',
    }),
  ),
  EDGAR_MAX_REQUESTS_PER_SECOND: Type.Integer({
    minimum: 1,
    maximum: 1000,
    default: 8,
    description:
      'Requests to EDGAR in any second, over all processes. The SEC allows 10; more is only for mirrors.',
  }),
  EDGAR_PAUSE_SECONDS: Type.Integer({
    minimum: 1,
    maximum: 86_400,
    default: 600,
    description:
      'How long nobody asks EDGAR after it refused us for asking too often. The SEC wants 600; less is only for mirrors.',
  }),
  FETCH_CONCURRENCY: Type.Integer({
    minimum: 1,
    maximum: 64,
    default: 8,
    description: 'Fetches under way at once.',
  }),
  READ_CONCURRENCY: Type.Integer({
    minimum: 1,
    maximum: 16,
    default: 2,
    description: 'Filings read at once.',
  }),
  PARSE_TIMEOUT_MS: Type.Integer({
    minimum: 100,
    default: 120_000,
    description: 'How long the reading of one filing may take before it is given up, in milliseconds.',
  }),
  PARSE_MEMORY_MB: Type.Integer({
    minimum: 64,
    default: 1024,
    description: 'Memory the reading of one filing may use beside its bytes, in megabytes.',
  }),
  JOB_LOCK_MS: Type.Integer({
    minimum: 1000,
    default: 15_000,
    description: 'How long a silent worker keeps a job before another takes it over, in milliseconds.',
  }),
  RECONCILE_AFTER_MS: Type.Integer({
    minimum: 500,
    default: 20_000,
    description: 'How long work may stand still before it is announced to the queue again, in milliseconds.',
  }),
  POLL_LATEST_SECONDS: Type.Integer({
    minimum: 5,
    default: 15,
    description: 'Seconds between two reads of the feed of latest filings.',
  }),
  DISCOVERY_SCOPE: Type.Union([Type.Literal('followed'), Type.Literal('all')], {
    default: 'followed',
    description: 'followed takes in the companies that are followed; all takes in everything a source names.',
  }),
  FOLLOW_YEARS: Type.Integer({
    minimum: 1,
    maximum: 40,
    default: 3,
    description: 'How many years back the filings of a followed company are taken in.',
  }),
  ...auditSettings,
  STRIPE_SECRET_KEY: Type.Optional(
    Type.String({
      minLength: 8,
      description: 'Tells Stripe of customers, usage and invoices. Unset: nobody is told.',
    }),
  ),
  STRIPE_BASE_URL: Type.Optional(
    HttpUrl('Another server that speaks the protocol of Stripe, such as one for tests.'),
  ),
  KEY_PROVIDER: Type.Union([Type.Literal('postgres'), Type.Literal('unkey')], {
    default: 'postgres',
    description: 'Who keeps the keys of customers, and must be told of erasures; as for the API.',
  }),
  UNKEY_ROOT_KEY: Type.Optional(
    Type.String({
      minLength: 8,
      description: 'Root key of the workspace at Unkey; may read and delete keys.',
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
  ...claudeSettings,
  ...lexiconSettings,
  ...egressSettings,
  ...webhookSettings,
  PUBLIC_API_URL: Type.Optional(HttpUrl('Address customers call; no webhook goes there.')),
  PORTAL_URL: Type.Optional(HttpUrl('Address of the portal; no webhook goes there.')),
  ...mailSettings,
  ...digestSettings,
  HEALTH_PORT: Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: 8001,
    description: 'Port of the health endpoints.',
  }),
})

export type WorkerConfig = ReturnType<typeof workerConfig>

export function workerConfig(env: Record<string, string | undefined>) {
  const config = parseConfig(workerSettings, env)
  const onSec = new URL(config.EDGAR_BASE_URL).hostname.endsWith('sec.gov')
  if (onSec && config.EDGAR_PAUSE_SECONDS < SEC_PAUSE_SECONDS) {
    throw new ConfigError([`EDGAR_PAUSE_SECONDS must be ${SEC_PAUSE_SECONDS} or more for the SEC itself`])
  }
  // Whoever reads only a mirror leaves the SEC's address as it is, and has given no name to read it with.
  const readsLiveEdgar = !onSec || config.EDGAR_USER_AGENT !== undefined
  const problems = environmentProblems(env)
  if (onSec && readsLiveEdgar && config.EDGAR_MAX_REQUESTS_PER_SECOND > SEC_REQUESTS_PER_SECOND) {
    problems.push(
      `EDGAR_MAX_REQUESTS_PER_SECOND must be ${SEC_REQUESTS_PER_SECOND} or less for the SEC itself`,
    )
  }
  if (config.LATENT_ENV === 'production') problems.push(...productionProblems(config))
  if (problems.length > 0) throw new ConfigError(problems)
  return {
    ...config,
    sealingKeys: sealingKeysOf(config),
    egressRules: egressRulesOf(config, [config.PUBLIC_API_URL, config.PORTAL_URL]),
    webhookSchedule: retryScheduleOf(config),
    auditSigningKeys: auditSigningKeysOf(config),
    EDGAR_DATA_URL: config.EDGAR_DATA_URL ?? (onSec ? 'https://data.sec.gov' : config.EDGAR_BASE_URL),
    /** Nothing polls the SEC before somebody has said who is asking. */
    readsLiveEdgar,
    /** What Claude may be asked with, and what it may cost. */
    claude: claudeOf(config),
  }
}

function productionProblems(config: Static<typeof workerSettings>): string[] {
  const { DATABASE_URL, REDIS_QUEUE_URL, REDIS_CACHE_URL, OBJECT_STORE_URL } = config
  const problems = [
    ...secretProblems({}, { DATABASE_URL, REDIS_QUEUE_URL, REDIS_CACHE_URL, OBJECT_STORE_URL }, 0),
    ...plainAddressProblems({ PUBLIC_API_URL: config.PUBLIC_API_URL, PORTAL_URL: config.PORTAL_URL }),
  ]
  if (config.MAIL_URL?.startsWith('file:'))
    problems.push('MAIL_URL must not name a folder in production: nobody reads mails there')
  if (
    config.EDGAR_TEST_BASE_URL !== undefined &&
    new URL(config.EDGAR_TEST_BASE_URL).hostname.endsWith('sec.gov')
  )
    problems.push('EDGAR_TEST_BASE_URL must not be the SEC: what is read there becomes fictional')
  return problems
}

function claudeOf(config: Parameters<typeof claudeConfig>[0]) {
  try {
    return claudeConfig(config)
  } catch (error) {
    throw new ConfigError([`CLAUDE_PRICES: ${(error as Error).message}`])
  }
}
