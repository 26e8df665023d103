import type { AddressInfo } from 'node:net'
import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { createLogger } from '@sec-latent/core/log'
import { journalMeter } from '@sec-latent/core/metering/journal-meter'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { sealer } from '@sec-latent/core/secrets/seal'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { buildApp } from '../app.ts'
import { makeServices, openLimitsRedis } from '../services.ts'
import { ask } from './client.ts'
import { randomOf } from './load.ts'
import { type Example, type Question, questions } from './questions.ts'

const LAST_YEAR = 2026

/** An API in this process, whose statements we see. */
async function startApi(at: { databaseUrl: string; redisUrl: string; folder: (name: string) => string }) {
  const logger = createLogger('api', 'warn')
  const statements: { text: string; parameters: unknown[] }[] = []
  const sql = openDatabase(at.databaseUrl, {
    role: 'latent_api',
    onStatement: (text, parameters) => statements.push({ text, parameters }),
  })
  const service = openDatabase(at.databaseUrl, { role: 'latent_service' })
  const redis = openLimitsRedis(at.redisUrl, logger)
  const peppers = parsePeppers('v1:a-pepper-of-one-measurement')
  const [pepper] = peppers
  if (!pepper) throw new Error('no pepper')
  const accounts = accountStore(service)
  const organisation = await accounts.createOrganisation({ name: 'Plans', plan: 'scale' })
  const { key } = await accounts.createKey(
    { organisation_id: organisation.id, name: 'plans', mode: 'live' },
    pepper,
  )
  const app = await buildApp(
    makeServices(
      { sql, service, replica: sql, redis, objects: openObjectStore(`file://${at.folder('objects')}`) },
      {
        peppers,
        sealer: sealer(TEST_SEALING_KEYS),
        logger,
        meter: journalMeter({ folder: at.folder('plans-meter'), sql: service, logger }),
        isDraining: () => false,
        settings: {
          portalUrl: 'http://localhost:3000',
          publicUrl: 'http://localhost',
          cursorSecret: 'a-cursor-secret-of-one-measurement',
          allowedHosts: [],
          trustProxy: false,
          failedAttemptsPerMinute: 100,
          metricsToken: undefined,
        },
      },
    ),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    statements,
    async close() {
      await app.close()
      redis.disconnect()
      await Promise.all([sql.end({ timeout: 5 }), service.end({ timeout: 5 })])
    },
  }
}

/** The plan of every statement of the first page of every filter, without costs: it changes only when the plan does. */
export async function plansOf(
  database: { url: string; sql: Sql },
  redisUrl: string,
  folder: (name: string) => string,
  examples: Record<Question['list'], Example[]>,
  about: string,
): Promise<string> {
  const random = randomOf(7)
  const api = await startApi({ databaseUrl: database.url, redisUrl, folder })
  const parts = ['# Plans of the lists', `${about}; written by \`npm run bench:lists -- --write\`.`]
  for (const { list, name, query } of questions) {
    api.statements.length = 0
    await ask(api, list, query(random, examples[list][0] as Example))
    parts.push(`## ${list}: ${name}`)
    for (const { text, parameters } of api.statements.filter(
      ({ text }) =>
        /^\s*(?:select|with)/i.test(text) &&
        /\b(?:filings|signals|published_counts|answers_at|intake)\b/.test(text),
    )) {
      const plan = await database.sql.unsafe(`explain (costs off) ${text}`, parameters as never[])
      parts.push(['```', ...plan.map((row) => withoutNow(row['QUERY PLAN'])), '```'].join('\n'))
    }
  }
  await api.close()
  return `${parts.join('\n\n')}\n`
}

/** Moments after the last of the invented filings are those of the request. */
function withoutNow(line: string): string {
  return line.replace(/'(\d{4})-\d\d-\d\d \d\d:[^']*'/g, (moment, year) =>
    Number(year) >= LAST_YEAR ? "'now'" : moment,
  )
}
