import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import { scopes } from '@sec-latent/core/accounts/scopes'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import { sha256 } from '@sec-latent/core/sha256'
import { Agent, request } from 'undici'
import { PEPPER, startApi } from './api-process.ts'
import type { Ground } from './invariant.ts'
import type { ApiProcess } from './killable-api.ts'

const ANSWER_TIMEOUT_MS = 15_000
const PAUSE_MS = 100
const PATIENCE_MS = 120_000

export interface Writer {
  organisation_id: string
  authorization: string
  /** The key whose name the writer changes; not the one it asks with. */
  key_id: string
}

export interface WriteAnswer {
  status: number
  body: string
  replayed: boolean
}

/** API processes on the ground, and organisations that change names of keys: the smallest write there is. */
export async function keyWrites(ground: Ground, size: { processes: number; writers: number }) {
  const { url: databaseUrl, sql } = await ground.database()
  const redis = await ground.redis()
  const apis: ApiProcess[] = []
  for (let index = 0; index < size.processes; index++) {
    apis.push(await startApi(ground, { databaseUrl, redisUrl: redis.url }))
  }
  const writers = await makeWriters(sql, size.writers)
  const agent = new Agent({
    connections: 128,
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  })
  let turn = 0

  /** Sends the change once; throws when there is no answer. */
  async function send(writer: Writer, name: string, idempotencyKey: string): Promise<WriteAnswer> {
    turn += 1
    const { url } = apis[turn % apis.length] as ApiProcess
    const answer = await request(`${url}/v1/keys/${writer.key_id}`, {
      method: 'PATCH',
      dispatcher: agent,
      headers: {
        authorization: writer.authorization,
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
      },
      body: JSON.stringify({ name }),
    })
    const body = await answer.body.text()
    return { status: answer.statusCode, body, replayed: answer.headers['idempotency-replayed'] === 'true' }
  }

  return {
    sql,
    apis,
    writers,
    send,

    /** Sends the change until it is acknowledged, as a client that retries does. */
    async insist(writer: Writer, name: string, idempotencyKey: string) {
      const deadline = Date.now() + PATIENCE_MS
      let unanswered = 0
      let waited = 0
      let last = ''
      while (Date.now() < deadline) {
        const answer = await send(writer, name, idempotencyKey).catch((error: Error) => {
          last = error.message
          return undefined
        })
        if (answer === undefined) unanswered += 1
        else if (answer.status === 200) return { ...answer, unanswered, waited }
        else if (answer.status < 500 && ![408, 409, 429].includes(answer.status)) {
          throw new Error(`the change was refused: ${answer.status} ${answer.body.slice(0, 300)}`)
        }
        if (answer) last = `${answer.status} ${answer.body.slice(0, 200)}`
        waited += 1
        await new Promise((done) => setTimeout(done, PAUSE_MS))
      }
      throw new Error(`no acknowledgement within ${PATIENCE_MS} ms: ${last}`)
    },

    /** How often each change was made, by its Idempotency-Key: rows of the audit log of the request that was answered. */
    async effects(): Promise<Map<string, number>> {
      const rows = await sql<{ key: string; times: number }[]>`
        select encode(i.key_sha256, 'hex') as key, count(a.id)::int as times
        from idempotency_keys i left join audit_events a
          on a.request_id = i.request_id and a.organisation_id = i.organisation_id
        group by 1`
      return new Map(rows.map(({ key, times }) => [key, times]))
    },

    /** Rows of the audit log, one for every change that was made. */
    async audited(): Promise<number> {
      const [row] = await sql<{ rows: number }[]>`
        select count(*)::int as rows from audit_events where action = 'key.updated'`
      return row?.rows ?? -1
    },

    /** How often each writer's key was changed, by the key itself, which counts. */
    async changes(): Promise<number> {
      const [row] = await sql<{ changes: number }[]>`
        select sum(version - 1)::int as changes from api_keys
        where id in ${sql(writers.map(({ key_id }) => key_id))}`
      return row?.changes ?? -1
    },

    async close(): Promise<void> {
      await agent.destroy()
      await Promise.all(apis.map((api) => api.kill()))
    },
  }
}
/** How `effects` names a change. */
export function effectKey(idempotencyKey: string): string {
  return sha256(idempotencyKey)
}

export type KeyWrites = Awaited<ReturnType<typeof keyWrites>>

/** Organisations with a key that may do anything and another whose name is changed. */
export async function makeWriters(sql: Sql, count: number): Promise<Writer[]> {
  const accounts = accountStore(sql)
  const [pepper] = parsePeppers(PEPPER)
  if (!pepper) throw new Error('no pepper')
  const writers: Writer[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await accounts.createOrganisation({ name: `Writer ${index}`, plan: 'scale' })
    const make = (name: string, granted: readonly string[]) =>
      accounts.createKey({ organisation_id: id, name, mode: 'admin', scopes: granted }, pepper)
    const own = await make('asks', scopes)
    const changed = await make('is changed', ['coverage:read'])
    writers.push({ organisation_id: id, authorization: `Bearer ${own.key}`, key_id: changed.record.id })
  }
  return writers
}
