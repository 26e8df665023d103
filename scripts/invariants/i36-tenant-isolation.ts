import { startApi } from './api-process.ts'
import { interleaved } from './interleaved-tenants.ts'
import type { Ground, Invariant, Row } from './invariant.ts'
import { type Answer, makeObjects, makeTenant, type Tenant } from './tenant.ts'
import { type Operation, pathWith, tenantOperations, unknownParameters } from './tenant-contract.ts'
import { unknownId, writeCases } from './tenant-operations.ts'

const QUERIES = 10_000
/** Fewer connections than organisations that ask at once: each connection serves both in turn, as behind a pooler. */
const CONNECTIONS = 2

export const invariant: Invariant = {
  id: 'I36',
  title: 'No organisation sees, changes or notices what belongs to another',
  async run(ground) {
    const [{ url, sql }, redis] = await Promise.all([ground.database(), ground.redis()])
    const api = await startApi(ground, { databaseUrl: url, redisUrl: redis.url })
    try {
      const contract = await (await fetch(`${api.url}/openapi.json`)).json()
      const operations = tenantOperations(contract as never)
      const [owner, stranger] = await Promise.all([
        makeTenant(sql, api.url, 'Owner'),
        makeTenant(sql, api.url, 'Stranger'),
      ])
      return [
        ...registered(ground, operations),
        ...(await foreignIds(ground, operations, owner, stranger)),
        ...(await interleaved(url, {
          organisations: [owner.id, stranger.id],
          seed: ground.seed,
          queries: ground.size ?? QUERIES,
          connections: CONNECTIONS,
        })),
      ]
    } finally {
      await api.stop()
    }
  },
}

/** A route that nobody has put into the registry is a route that nobody has tried. */
function registered(ground: Ground, operations: Operation[]): Row[] {
  const parameters = unknownParameters(operations)
  const writes = operations.filter((one) => one.changesState && !(one.operationId in writeCases))
  for (const name of parameters) ground.say(`nobody says whose {${name}} is`)
  for (const { operationId } of writes) ground.say(`no case for ${operationId}`)
  const missing = parameters.length + writes.length
  return [
    {
      check: `of ${operations.length} operations of organisations without a case`,
      value: missing,
      unit: 'operations',
      at_most: 0,
      ok: missing === 0,
    },
  ]
}

/** Every operation with the id of somebody else's object, compared with an id that nobody has. */
async function foreignIds(
  ground: Ground,
  operations: Operation[],
  owner: Tenant,
  stranger: Tenant,
): Promise<Row[]> {
  const needed = new Set(operations.flatMap(({ owned }) => owned))
  const foreign = await makeObjects(ground, owner, needed)
  const own = await makeObjects(ground, stranger, needed)
  const missing = needed.size - Object.keys(foreign).length
  // Before the stranger asks for anything by its id: the log of requests rightly repeats what was asked.
  const leaks = await listsWithForeignRows(operations, stranger, owner, foreign)
  let cases = 0
  const different: string[] = []
  const made = (name: string) => name in foreign && name in own
  for (const operation of operations.filter(({ owned }) => owned.length > 0 && owned.every(made))) {
    for (const [label, mixed] of mixtures(operation.owned, own)) {
      const ask = (ids: Record<string, string>) => attempt(stranger, operation, { ...ids, ...mixed })
      const asked = operation.owned.filter((name) => !(name in mixed))
      const unknown = Object.fromEntries(asked.map((name) => [name, unknownId(name)]))
      const [theirs, nobodys] = [await ask(foreign), await ask(unknown)]
      cases += 1
      const same = theirs.status === nobodys.status && told(theirs, foreign) === told(nobodys, unknown)
      if (!same || theirs.status < 400) {
        different.push(
          `${operation.operationId} ${label}: ${theirs.status} ${theirs.text.slice(0, 200)} / ${nobodys.status} ${nobodys.text.slice(0, 200)}`,
        )
      }
    }
  }
  const untouched = await stillThere(operations, owner, foreign)
  for (const line of [...different, ...leaks, ...untouched.changed]) ground.say(line)
  return [
    {
      check: 'kinds of objects that could not be made',
      value: missing,
      unit: 'kinds',
      at_most: 0,
      ok: missing === 0,
    },
    {
      check: 'cases with the id of another organisation',
      value: cases,
      unit: 'cases',
      at_least: 1,
      ok: cases > 0,
    },
    {
      check: 'cases told apart from an id that nobody has, or answered',
      value: different.length,
      unit: 'cases',
      at_most: 0,
      ok: different.length === 0,
    },
    {
      check: `of ${untouched.seen} objects of the other, changed by all this`,
      value: untouched.changed.length,
      unit: 'objects',
      at_most: 0,
      ok: untouched.changed.length === 0,
    },
    {
      check: 'lists and objects that name anything foreign',
      value: leaks.length,
      unit: 'answers',
      at_most: 0,
      ok: leaks.length === 0,
    },
  ]
}

/** Where one object lies in another: also an own outer one with a foreign inner one. */
function mixtures(owned: string[], own: Record<string, string>): [string, Record<string, string>][] {
  const outer = owned.slice(0, -1)
  if (outer.length === 0) return [['alone', {}]]
  return [
    ['all foreign', {}],
    ['in an own one', Object.fromEntries(outer.map((name) => [name, own[name] ?? '']))],
  ]
}

async function attempt(tenant: Tenant, operation: Operation, ids: Record<string, string>): Promise<Answer> {
  const body =
    operation.method === 'GET' || operation.method === 'DELETE'
      ? undefined
      : writeCases[operation.operationId]?.body?.()
  const headers: Record<string, string> = operation.requireIfMatch ? { 'if-match': '*' } : {}
  return await tenant.call(operation.method, pathWith(operation.path, ids), body, headers)
}

/** An answer without what differs between any two requests: its own id, and the ids that were asked about. */
function told({ text, requestId }: Answer, ids: Record<string, string>): string {
  return Object.values(ids).reduce(
    (rest, id) => rest.replaceAll(id, '{id}'),
    text.replaceAll(requestId, '{request}'),
  )
}

/** After everything the stranger tried, the owner finds each object as it can be found. */
async function stillThere(operations: Operation[], owner: Tenant, foreign: Record<string, string>) {
  const changed: string[] = []
  let seen = 0
  for (const operation of operations) {
    const [name] = operation.owned
    if (operation.method !== 'GET' || operation.owned.length !== 1 || operation.parameters.length !== 1)
      continue
    if (!name || !operation.path.endsWith(`{${name}}`) || name === 'request_id') continue
    const { status, text } = await attempt(owner, operation, foreign)
    seen += 1
    if (status !== 200 || /"revoked_at":"|"status":"cancelled"/.test(text))
      changed.push(`${operation.operationId}: ${status}`)
  }
  return { seen, changed }
}

/** Everything that can be listed or read without naming an object holds no id of the other. */
async function listsWithForeignRows(
  operations: Operation[],
  stranger: Tenant,
  owner: Tenant,
  foreign: Record<string, string>,
) {
  const leaks: string[] = []
  for (const operation of operations) {
    if (operation.method !== 'GET' || operation.parameters.length > 0) continue
    const { status, text } = await stranger.call('GET', operation.path)
    const found = [owner.id, ...Object.values(foreign)].filter((id) => text.includes(id))
    if (found.length > 0 || status >= 500)
      leaks.push(`${operation.operationId}: ${status} ${found.join(' ')}`)
  }
  return leaks
}
