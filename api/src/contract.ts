import { scopes } from '@sec-latent/core/accounts/scopes'
import { leaseLimiter } from '@sec-latent/core/limits/lease-limiter'
import { createLogger } from '@sec-latent/core/log'
import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { Redis } from 'ioredis'
import { buildApp, type Services } from './app.ts'
import { problems } from './problems.ts'
import { createMetrics } from './service/metrics.ts'
import { servedSignalType } from './signals/signal-type.ts'

/** The address the contract names; a running server names its own. */
const PUBLIC_URL = 'https://api.sec-latent.example'
export const CONTRACT_PORTAL_URL = 'https://docs.sec-latent.example'

/** The files of `openapi/`, by name: nothing in them depends on a database, a clock or the environment. */
export async function contractFiles(): Promise<Record<string, string>> {
  return {
    'openapi.json': text(await contractDocument()),
    'problems.json': text(
      Object.entries(problems).map(([code, kind]) => ({ code, retryable: false, ...kind })),
    ),
    'signal-types.json': text(signalTypes.map(servedSignalType)),
    'scopes.json': text(scopes),
  }
}

/** The OpenAPI document, made from the routes without anything behind them. */
export async function contractDocument(): Promise<Record<string, unknown>> {
  const logger = createLogger('api', 'silent')
  const redis = new Redis({ lazyConnect: true })
  const limiter = leaseLimiter(redis, { unitsByEpoch: async () => [] }, logger)
  const app = await buildApp({
    logger,
    limiter,
    metrics: createMetrics({ limiter, pools: {}, checkDatabase: async () => 'unreachable' }),
    meter: {
      record() {},
      afterJournal: (callback: () => void) => callback(),
      isAvailable: () => true,
      flush: async () => {},
      close: async () => {},
    },
    identity: { issuer: PUBLIC_URL, peppers: [], close: async () => {} },
    keys: { close: async () => {} },
    keysInUrls: { note() {}, close: async () => {} },
    checkDatabase: async () => 'unreachable',
    isDraining: () => false,
    settings: {
      portalUrl: CONTRACT_PORTAL_URL,
      publicUrl: PUBLIC_URL,
      cursorSecret: 'unused',
      allowedHosts: [],
      trustProxy: false,
      failedAttemptsPerMinute: 1,
      metricsToken: undefined,
    },
  } as unknown as Services)
  await app.ready()
  const document = app.swagger() as unknown as Record<string, unknown>
  await app.close()
  return document
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
