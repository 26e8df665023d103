import type { Sql } from '@sec-latent/core/db'
import { startApi } from './api-process.ts'
import type { Ground, Invariant, Row } from './invariant.ts'
import { randomOf } from './random.ts'
import { type Answer, makeObjects, makeTenant, type Tenant } from './tenant.ts'
import { type Operation, pathWith, tenantOperations } from './tenant-contract.ts'
import { tenantObjects, writeCases } from './tenant-operations.ts'

const ROUNDS = 8
const WRITERS = 6
type ApiProcess = Awaited<ReturnType<typeof startApi>>
/** A round ends by a kill within this time. */
const MAX_ROUND_MS = 1_500

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
    {
      check: 'operations that change something',
      value: tried,
      unit: 'operations',
      at_least: 1,
      ok: tried > 0,
    },
    {
      check: 'that left other rows than they should, or have no case',
      value: wrong,
      unit: 'operations',
      at_most: 0,
      ok: wrong === 0,
    },
    {
      check: 'rows left by requests that were refused',
      value: stray,
      unit: 'rows',
      at_most: 0,
      ok: stray === 0,
    },
  ]
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

/** Writers that never stop, and a process that is killed under them again and again. */
async function underKills(
  ground: Ground,
  sql: Sql,
  tenant: Tenant,
  first: ApiProcess,
  start: () => Promise<ApiProcess>,
): Promise<Row[]> {
  const random = randomOf(ground.seed)
  const rounds = ground.size ?? ROUNDS
  let answered = 0
  let lost = 0
  let api = first
  for (let round = 0; round < rounds; round++) {
    if (round > 0) api = await start()
    tenant.talkTo(api.url)
    let killed = false
    const writers = Array.from({ length: WRITERS }, async () => {
      const keys: string[] = []
      while (!killed) {
        try {
          answered += 1
          await oneChange(tenant, random.below(4), keys)
        } catch {
          // The process went away under the request: whether it happened is what is counted below.
          answered -= 1
          lost += 1
        }
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 200 + random.below(MAX_ROUND_MS)))
    killed = true
    await api.kill()
    await Promise.all(writers)
  }
  const delta = await changesWithoutRows(ground, sql, tenant)
  return [
    {
      check: `changes answered in ${rounds} rounds`,
      value: answered,
      unit: 'changes',
      at_least: 1,
      ok: answered > 0,
    },
    { check: 'kills of the process', value: rounds, unit: 'kills', at_least: 1, ok: true },
    { check: 'requests cut off by them', value: lost, unit: 'requests', at_least: 0, ok: true },
    {
      check: 'changes without their row, and rows without their change',
      value: delta,
      unit: 'rows',
      at_most: 0,
      ok: delta === 0,
    },
  ]
}

async function oneChange(tenant: Tenant, kind: number, keys: string[]): Promise<void> {
  const key = keys.at(-1)
  if (kind === 1 && key) {
    await tenant.call('PATCH', `/v1/keys/${key}`, { name: `key ${Math.random()}` })
  } else if (kind === 2 && key) {
    keys.pop()
    await tenant.call('DELETE', `/v1/keys/${key}`)
  } else if (kind === 3) {
    const id = await tenant.create('/v1/monitors', { name: 'monitor' })
    await tenant.call('DELETE', `/v1/monitors/${id}`)
  } else {
    keys.push(await tenant.create('/v1/keys', { name: 'key' }))
  }
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
