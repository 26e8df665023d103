import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openAnchorStore } from '@sec-latent/core/audit/anchor-store'
import { anchorHeads } from '@sec-latent/core/audit/anchoring'
import { statementSigner } from '@sec-latent/core/audit/signing'
import { verifyAudit } from '@sec-latent/core/audit/verify'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { newId } from '@sec-latent/core/ids'
import { type ErasureLog, openErasureLog } from '@sec-latent/core/privacy/erasure-log'
import { servePrivacyRequests } from '@sec-latent/core/privacy/serve'
import { type SealingKey, sealer } from '@sec-latent/core/secrets/seal'
import { workerConfig } from '@sec-latent/workers/config'
import { Redis } from 'ioredis'
import { startApi } from './api-process.ts'
import type { Invariant, Row } from './invariant.ts'
import { makeTenant, type Tenant } from './tenant.ts'

export const invariant: Invariant = {
  id: 'I40',
  title: 'Who asks gets everything that is held, and who is erased is nowhere',
  async run(ground) {
    const [{ url, sql }, redis] = await Promise.all([ground.database(), ground.redis()])
    const api = await startApi(ground, { databaseUrl: url, redisUrl: redis.url })
    const worker = openDatabase(url, { max: 2, role: 'latent_worker' })
    const objects = pathToFileURL(ground.folder('objects')).href
    const anchors = openAnchorStore(objects)
    const erasures = openErasureLog(objects)
    const log = { sql, anchors, signer: statementSigner([{ key_id: 'a1', key: Buffer.alloc(32, 2) }]) }
    try {
      const tenant = await makeTenant(sql, api.url, canary('organisation'))
      const planted = await plant(sql, tenant)
      await anchorHeads(log)
      const places = { sql, redisUrl: redis.url, folders: [ground.folder('objects'), ground.folder('meter')] }
      const before = await found(places, planted)
      const missing = await exported(tenant, worker, planted, erasures)
      await tenant.call('POST', '/v1/privacy/erasures', { subject_type: 'organisation', grace_days: 0 })
      await servePrivacyRequests(worker, seals(), erasures)
      const after = await found(places, planted)
      for (const line of [...missing.map((name) => `not exported: ${name}`), ...after]) ground.say(line)
      const { events, faults } = await verifyAudit(log)
      return [
        {
          check: 'canaries planted',
          value: planted.length,
          unit: 'canaries',
          at_least: 10,
          ok: planted.length >= 10,
        },
        {
          check: 'places where they stand before',
          value: before.length,
          unit: 'places',
          at_least: planted.length,
          ok: before.length > 0,
        },
        {
          check: 'canaries missing in the export',
          value: missing.length,
          unit: 'canaries',
          at_most: 0,
          ok: missing.length === 0,
        },
        {
          check: 'places where one stands after the erasure',
          value: after.length,
          unit: 'places',
          at_most: 0,
          ok: after.length === 0,
        },
        {
          check: `faults of the audit log of ${events} events`,
          value: faults.length,
          unit: 'faults',
          at_most: 0,
          ok: faults.length === 0 && events > 0,
        },
      ] satisfies Row[]
    } finally {
      await worker.end({ timeout: 5 })
      await api.kill()
    }
  },
}

const canary = (name: string) => `canary${name}x7f3a9`

/** The same keys as the API: those of a development machine. */
function seals() {
  const { sealingKeys } = workerConfig({
    DATABASE_URL: 'postgres://localhost/x',
    REDIS_QUEUE_URL: 'redis://localhost',
    REDIS_CACHE_URL: 'redis://localhost',
    OBJECT_STORE_URL: 'file:///tmp/x',
  })
  return sealer(sealingKeys as [SealingKey, ...SealingKey[]])
}

/** Puts a canary wherever a person or an organisation can leave something of theirs. */
async function plant(sql: Sql, tenant: Tenant): Promise<string[]> {
  const planted = ['organisation']
  const call = async (name: string, path: string, body: unknown) => {
    const answer = await tenant.call('POST', path, body, { 'user-agent': canary('agent') })
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.text.slice(0, 200)}`)
    planted.push(name)
  }
  await call('key', '/v1/keys', { name: canary('key') })
  await call('member', '/v1/members', { email: `${canary('member')}@example.com`, role: 'viewer' })
  await call('monitor', '/v1/monitors', { name: canary('monitor') })
  await call('endpoint', '/v1/webhook-endpoints', {
    url: `https://example.com/${canary('url')}`,
    description: canary('endpoint'),
    event_types: ['filing.published'],
  })
  planted.push('agent', 'url')
  await tenant.call('GET', '/v1/keys', undefined, { 'user-agent': canary('reader') })

  const user = newId('usr')
  await sql`insert into users (id, email, name) values (${user}, ${`${canary('mail')}@example.com`}, ${canary('name')})`
  await sql`insert into members (id, organisation_id, user_id, email, role)
    values (${newId('mem')}, ${tenant.id}, ${user}, ${`${canary('mail')}@example.com`}, 'owner')`
  await sql`insert into user_sessions (id, user_id, token, expires_at, ip_address, user_agent)
    values (${newId('key')}, ${user}, ${newId('key')}, now() + interval '1 day', ${canary('ip')}, ${canary('browser')})`
  await sql`insert into notifications (organisation_id, kind, dedupe_key, payload)
    values (${tenant.id}, 'news', ${newId('evt')}, ${sql.json({ text: canary('news') })})`
  planted.push('mail', 'name', 'news')
  return planted
}

/** Canaries that are not in the bundle. Sessions are the person's own: they are in the bundle of the person. */
async function exported(
  tenant: Tenant,
  worker: Sql,
  planted: string[],
  erasures: ErasureLog,
): Promise<string[]> {
  const id = await tenant.create('/v1/privacy/exports', { subject_type: 'organisation' })
  await servePrivacyRequests(worker, seals(), erasures)
  const { text } = await tenant.call('GET', `/v1/privacy/exports/${id}/bundle`)
  return planted.filter((name) => !text.includes(canary(name)))
}

interface Places {
  sql: Sql
  redisUrl: string
  folders: string[]
}

/** Every place in the database, in Redis and in files where a canary stands. */
async function found(places: Places, planted: string[]): Promise<string[]> {
  const wanted = [...planted, 'ip', 'browser', 'reader'].map(canary)
  const hits: string[] = []
  const look = (place: string, text: string) => {
    for (const name of wanted) if (text.includes(name)) hits.push(`${name} in ${place}`)
  }
  const tables = await places.sql<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
  for (const { name } of tables) {
    for await (const rows of places.sql<
      { row: string }[]
    >`select t::text as row from ${places.sql(name)} t`.cursor(1_000)) {
      for (const { row } of rows) look(`table ${name}`, row)
    }
  }
  const redis = new Redis(places.redisUrl)
  for (const key of await redis.keys('*'))
    look(`redis ${key}`, `${key} ${JSON.stringify(await storedValue(redis, key))}`)
  redis.disconnect()
  for (const folder of places.folders)
    for (const file of filesIn(folder)) look(file, readFileSync(file, 'latin1'))
  return hits
}

async function storedValue(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return await redis.get(key)
    case 'hash':
      return await redis.hgetall(key)
    case 'list':
      return await redis.lrange(key, 0, -1)
    case 'set':
      return await redis.smembers(key)
    case 'zset':
      return await redis.zrange(key, '0', '-1')
    case 'stream':
      return await redis.xrange(key, '-', '+')
    default:
      return null
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}
