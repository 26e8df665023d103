import type { AddressInfo } from 'node:net'
import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import type { EgressClient } from '@sec-latent/core/egress/client'
import { createLogger } from '@sec-latent/core/log'
import { journalMeter } from '@sec-latent/core/metering/journal-meter'
import { testMeterFolder } from '@sec-latent/core/metering/testing/meter-folder'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { sealer } from '@sec-latent/core/secrets/seal'
import { testDatabase } from '@sec-latent/core/testing/database'
import { testObjectStore } from '@sec-latent/core/testing/object-store'
import { testRedis } from '@sec-latent/core/testing/redis'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { seedFiling } from '@sec-latent/core/testing/seed-filing'
import { buildApp } from '../api/src/app.ts'
import { developmentIdentity } from '../api/src/identity/settings.ts'
import { makeServices } from '../api/src/services.ts'

export interface RunningApi {
  url: string
  /** A key of the test mode. */
  key: string
  /** A filing the key can see. */
  accession_number: string
  /** Its database, for what only time brings about otherwise. */
  sql: Sql
  databaseUrl: string
  close(): Promise<void>
}

const FILING = { accession_number: '0009990001-25-000001', available_at: '2025-11-01T10:02:00Z' }

/**
 * The real API on a real Postgres and Redis, listening on loopback, with one filing in it. Pages of `portalUrl` may act for
 * somebody who is signed in.
 */
export async function startApi({
  portalUrl = 'http://localhost:3000',
  mailUrl,
  egress,
}: {
  portalUrl?: string
  /** Where mails go; without it none can be sent. */
  mailUrl?: string
  /** Where webhooks may go; public addresses without it. */
  egress?: Pick<EgressClient, 'checkDestination'>
} = {}): Promise<RunningApi> {
  const database = await testDatabase()
  const redis = await testRedis()
  const objects = await testObjectStore()
  const peppers = parsePeppers('test:pepper-of-the-portal-test')
  const [pepper] = peppers
  if (!pepper) throw new Error('no pepper')

  const accounts = accountStore(database.sql)
  const organisation = await accounts.createOrganisation({ name: 'Portal test', plan: 'pro' })
  const { key } = await accounts.createKey(
    { organisation_id: organisation.id, name: 'Portal test', mode: 'test', expiresInDays: 1 },
    pepper,
  )
  await seedFiling(database.sql, FILING)

  const meterFolder = testMeterFolder()
  const logger = createLogger('api', 'silent')
  const app = await buildApp(
    makeServices(
      {
        sql: database.sql,
        service: database.sql,
        replica: database.sql,
        redis: redis.redis,
        objects: openObjectStore(objects.url),
      },
      {
        peppers,
        sealer: sealer(TEST_SEALING_KEYS),
        logger,
        meter: journalMeter({ folder: meterFolder.path, sql: database.sql, logger }),
        isDraining: () => false,
        ...(egress ? { egress } : {}),
        settings: {
          portalUrl,
          publicUrl: 'http://localhost:8000',
          cursorSecret: 'cursor-secret-of-the-portal-test',
          allowedHosts: [],
          trustProxy: false,
          failedAttemptsPerMinute: 30,
          metricsToken: undefined,
          ...(mailUrl ? { identity: { ...developmentIdentity('http://localhost:8000'), mailUrl } } : {}),
        },
      },
    ),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    accession_number: FILING.accession_number,
    sql: database.sql,
    databaseUrl: database.url,
    async close() {
      await app.close()
      await Promise.all([database.close(), redis.close(), objects.close()])
      meterFolder.remove()
    },
  }
}
