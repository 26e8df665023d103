import { randomUUID } from 'node:crypto'
import type { Sql } from '@sec-latent/core/db'
import { sha256 } from '@sec-latent/core/sha256'
import { startApi } from './api-process.ts'
import type { Ground, Invariant, Row } from './invariant.ts'
import { type Random, randomOf } from './random.ts'
import { type Answer, makeObjects, makeTenant, type Tenant } from './tenant.ts'
import { type Operation, pathWith, tenantOperations } from './tenant-contract.ts'
import { tenantObjects, writeCases } from './tenant-operations.ts'
import { atLeast, atMost, until } from './webhook-ground.ts'

const KILLS = 20
const WRITERS = 6
type ApiProcess = Awaited<ReturnType<typeof startApi>>
/** A process is killed after so many changes at most. */
const CHANGES_PER_ROUND = 60
const PATIENCE_MS = 60_000
const LONGEST_CHANGE_MS = 40
/** A process that has just started may have to find Redis first; it says so, and is asked again. */
const PAUSE_MS = 50

export const invariant: Invariant = {
  id: 'I35',
  title: 'Every change leaves exactly its rows in the audit log, also when the process is killed',
  async run(ground) {
    const [{ url, sql }, redis] = await Promise.all([ground.database(), ground.redis()])
    const start = () => startApi(ground, { databaseUrl: url, redisUrl: redis.url })
    const api = await start()
    const contract = await (await fetch(`${api.url}/openapi.json`)).json()
    const writes = tenantOperations(contract as never).filter(({ changesState }) => changesState)
    const tenant = await makeTenant(sql, api.url, 'Audited')
    const rows = await everyOperation(ground, sql, tenant, writes)
    return [...rows, ...(await underKills(ground, sql, tenant, api, start))]
  },
}

/** Each operation once as it should be and once as it must be refused, counting the rows of that request. */
async function everyOperation(ground: Ground, sql: Sql, tenant: Tenant, writes: Operation[]): Promise<Row[]> {
  let tried = 0
  let wrong = 0
  let stray = 0
  for (const operation of writes) {
    const known = writeCases[operation.operationId]
    if (!known) ground.say(`no case for ${operation.operationId}`)
    if (known?.skipped) continue
    // What an operation may end is made for it alone.
    const ids = await makeObjects(ground, tenant, new Set(operation.owned))
    if (!known || operation.owned.some((name) => !(name in ids))) {
      wrong += 1
      continue
    }
    const before = await eventsOf(sql, tenant)
    const answer = await ask(tenant, operation, ids, known.body?.())
    const left = await eventsOfRequest(sql, tenant, answer.requestId)
    const added = (await eventsOf(sql, tenant)) - before
    tried += 1
    const expected = known.events ?? 1
    if (answer.status >= 300 || left !== expected || added !== expected) {
      wrong += 1
      ground.say(
        `${operation.operationId}: ${answer.status}, ${left} rows of the request, ${added} in all, not ${expected}: ${answer.text.slice(0, 200)}`,
      )
    }
    const refused = await ask(tenant, operation, ids, { not_a_field: true })
    if (refused.status < 400) continue
    stray += await eventsOfRequest(sql, tenant, refused.requestId)
  }
  return [
    atLeast('operations that change something', tried, 1, 'operations'),
    none('that left other rows than they should, or have no case', wrong, 'operations'),
    none('rows left by requests that were refused', stray, 'rows'),
  ]
}

function none(check: string, value: number, unit: string): Row {
  return atMost(check, value, 0, unit)
}

async function ask(
  tenant: Tenant,
  operation: Operation,
  ids: Record<string, string>,
  body: unknown,
): Promise<Answer> {
  const path = pathWith(operation.path, ids)
  const headers: Record<string, string> = operation.requireIfMatch ? { 'if-match': '*' } : {}
  return await tenant.call(operation.method, path, body, headers)
}

/**
 * Writers that never stop, and a process that is killed under them again and again: always while it works on changes, at
 * whatever step of them it is.
 */
async function underKills(
  ground: Ground,
  sql: Sql,
  tenant: Tenant,
  first: ApiProcess,
  start: () => Promise<ApiProcess>,
): Promise<Row[]> {
  const random = randomOf(ground.seed)
  const kills = ground.size ?? KILLS
  const count: Count = { refused: 0, answered: [], cutOff: [] }
  let hits = 0
  let api = first
  for (let kill = 0; kill < kills; kill++) {
    if (kill > 0) api = await start()
    tenant.talkTo(api.url)
    const before = count.cutOff.length
    const writers = Array.from({ length: WRITERS }, () => writeUntilCutOff(ground, tenant, random, count))
    // By progress and not by the clock: a slow machine must not spend the rounds with starting.
    const enough = count.answered.length + 1 + random.below(CHANGES_PER_ROUND)
    await until(() => count.answered.length >= enough, PATIENCE_MS, 1)
    // Not always right after an answer: also between a commit and its answer.
    await new Promise((resolve) => setTimeout(resolve, random.below(LONGEST_CHANGE_MS)))
    // Nobody stops before: every writer has a change under way, and they wait for each other only inside of the transaction.
    await api.kill()
    await Promise.all(writers)
    if (count.cutOff.length > before) hits += 1
  }
  const named = count.cutOff.filter((key) => key !== '')
  const happened = await rowsOfKeys(sql, tenant, named)
  const ofRequests = await rowsOfRequests(sql, tenant)
  ground.say(`${happened.length} of ${named.length} changes that were cut off and had a key had happened`)
  const delta = await changesWithoutRows(ground, sql, tenant)
  return [
    atLeast('changes answered', count.answered.length, kills * WRITERS, 'changes'),
    atLeast('kills in the midst of changes', hits, kills, 'kills'),
    atLeast('changes cut off by them', count.cutOff.length, kills, 'changes'),
    none('changes refused', count.refused, 'changes'),
    none(
      'answered changes with other than one row',
      count.answered.filter((id) => ofRequests.get(id) !== 1).length,
      'changes',
    ),
    none(
      'cut off changes that happened with other than one row',
      happened.filter((rows) => rows !== 1).length,
      'changes',
    ),
    none('changes without their row, and rows without their change', delta, 'rows'),
  ]
}

interface Count {
  refused: number
  /** `Request-Id`s of the changes that were answered. */
  answered: string[]
  /** Idempotency-Keys of the changes whose answer never came; empty for those that had none. */
  cutOff: string[]
}

/** Makes changes until the process goes away under one. */
async function writeUntilCutOff(ground: Ground, tenant: Tenant, random: Random, count: Count): Promise<void> {
  const keys: string[] = []
  const monitors: string[] = []
  for (;;) {
    const named = random.next() < 0.5 ? randomUUID() : ''
    const change = nextChange(random.below(4), keys, monitors)
    try {
      const headers: Record<string, string> = named === '' ? {} : { 'idempotency-key': named }
      const answer = await tenant.call(change.method, change.path, change.body, headers)
      if (answer.status === 503) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        continue
      }
      if (answer.status >= 300) {
        count.refused += 1
        ground.say(`${change.method} ${change.path}: ${answer.status} ${answer.text.slice(0, 200)}`)
        return
      }
      count.answered.push(answer.requestId)
      change.done?.((answer.body as { id?: string } | undefined)?.id ?? '')
    } catch (error) {
      // Whether it happened is what is counted later. What was never sent was not cut off.
      if (codeOf(error) !== 'ECONNREFUSED') count.cutOff.push(named)
      return
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return ((error as Error).cause as { code?: string } | undefined)?.code
}

interface NextChange {
  method: string
  path: string
  body?: unknown
  /** With the id that the answer names. */
  done?(id: string): void
}

/** Something is made, changed or ended; no more than a handful is there at any time. */
function nextChange(kind: number, keys: string[], monitors: string[]): NextChange {
  const [key, monitor] = [keys.at(-1), monitors.at(-1)]
  if (monitor) return { method: 'DELETE', path: `/v1/monitors/${monitor}`, done: () => monitors.pop() }
  if (kind === 1 && key) {
    return { method: 'PATCH', path: `/v1/keys/${key}`, body: { name: `key ${randomUUID()}` } }
  }
  if ((kind === 2 && key) || keys.length >= 3) {
    return { method: 'DELETE', path: `/v1/keys/${key}`, done: () => keys.pop() }
  }
  if (kind === 3) {
    return {
      method: 'POST',
      path: '/v1/monitors',
      body: { name: 'monitor' },
      done: (id) => monitors.push(id),
    }
  }
  return { method: 'POST', path: '/v1/keys', body: { name: 'key' }, done: (id) => keys.push(id) }
}

/** Rows of the audit log that each of the changes left, for those that happened: their Idempotency-Key is kept with them. */
async function rowsOfKeys(sql: Sql, { id }: Tenant, keys: readonly string[]): Promise<number[]> {
  const rows = await sql<{ events: number }[]>`
    select count(e.id)::int as events from idempotency_keys i
    left join audit_events e on e.organisation_id = i.organisation_id and e.request_id = i.request_id
    where i.organisation_id = ${id} and encode(i.key_sha256, 'hex') = any(${keys.map((key) => sha256(key))}::text[])
    group by i.key_sha256`
  return rows.map(({ events }) => events)
}

async function rowsOfRequests(sql: Sql, { id }: Tenant): Promise<Map<string, number>> {
  const rows = await sql<{ request_id: string; events: number }[]>`
    select request_id, count(*)::int as events from audit_events
    where organisation_id = ${id} and request_id is not null group by request_id`
  return new Map(rows.map(({ request_id, events }) => [request_id, events]))
}

/**
 * Rows of tables without the row that tells of their making, rows of the log that tell of objects that are not there, and keys
 * whose version counts other changes than the log.
 */
async function changesWithoutRows(ground: Ground, sql: Sql, tenant: Tenant): Promise<number> {
  const keys = await sql<{ id: string; version: number; changes: number; actions: string }[]>`
    select k.id, k.version, count(e.id)::int as changes, string_agg(e.action, ' ' order by e.seq) as actions
    from api_keys k left join audit_events e on e.organisation_id = k.organisation_id and e.target_id = k.id
    where k.organisation_id = ${tenant.id} and k.name <> 'admin'
    group by k.id, k.version
    having count(e.id) <> k.version or count(e.id) filter (where e.action like '%key.created') <> 1`
  for (const { id, version, actions } of keys) ground.say(`${id} is at version ${version} after ${actions}`)
  let delta = keys.length
  for (const { table, prefix } of Object.values(tenantObjects)) {
    if (!table) continue
    const [found] = await sql<{ untold: number; told: number }[]>`
      select
        (select count(*)::int from ${sql(table)} t where t.organisation_id = ${tenant.id} and not exists (
          select from audit_events e where e.organisation_id = t.organisation_id and e.target_id = t.id)) as untold,
        (select count(*)::int from (
          select e.target_id, count(*) filter (where e.action ~ '\\.(created|invited|added|requested)$') as made,
            count(*) filter (where e.action ~ '\\.(deleted|removed)$') as ended
          from audit_events e where e.organisation_id = ${tenant.id} and e.target_id like ${`${prefix}_%`}
          group by e.target_id) chains
          left join ${sql(table)} t on t.id = target_id
          where made <> 1 or ended > 1 or (ended = 0 and t.id is null)) as told`
    const wrong = (found?.untold ?? 0) + (found?.told ?? 0)
    if (wrong > 0) ground.say(`${table}: ${found?.untold} without a row, ${found?.told} rows without them`)
    delta += wrong
  }
  return delta
}

async function eventsOf(sql: Sql, { id }: Tenant): Promise<number> {
  const [row] = await sql<
    { events: number }[]
  >`select count(*)::int as events from audit_events where organisation_id = ${id}`
  return row?.events ?? 0
}

async function eventsOfRequest(sql: Sql, { id }: Tenant, requestId: string): Promise<number> {
  const [row] = await sql<{ events: number }[]>`
    select count(*)::int as events from audit_events where organisation_id = ${id} and request_id = ${requestId}`
  return row?.events ?? 0
}
