import { openDatabase, type Sql } from '@sec-latent/core/db'
import { newId } from '@sec-latent/core/ids'
import { createLogger } from '@sec-latent/core/log'
import { sealer } from '@sec-latent/core/secrets/seal'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matchVersion, versionTag } from './if-match.ts'
import type { Account } from './plugins/auth.ts'
import { jsonBody } from './plugins/json-body.ts'
import { problemHandler } from './plugins/problem-handler.ts'
import { type ProblemCode, ProblemError } from './problems.ts'
import { writing } from './writing.ts'

interface Note {
  text: string
  /** What the effect does after it has written. */
  ends?: ProblemCode | 'break' | 'wait'
}

let database: TestDatabase
let sql: Sql
let app: FastifyInstance
let release: (() => void) | undefined
let entered: (() => void) | undefined

beforeAll(async () => {
  database = await testDatabase()
  await database.sql`create table notes (id text primary key, organisation_id text not null, text text, version int default 1)`
  await database.sql`select protect_tenant_table('notes', 'select, insert, update, delete', '', '')`
  sql = openDatabase(database.url, { max: 8, role: 'latent_api' })
  app = Fastify({ genReqId: () => newId('req') })
  const change = writing(sql, { sealer: sealer(TEST_SEALING_KEYS), portalUrl: 'http://portal.test' })
  await app.register(problemHandler, {
    portalUrl: 'http://portal.test',
    logger: createLogger('api', 'silent'),
  })
  await app.register(jsonBody)
  app.decorateRequest('account', null)
  app.addHook('onRequest', async (request) => {
    const organisation_id = String(request.headers['x-organisation'] ?? 'org_a')
    request.account = {
      organisation_id,
      key_id: 'key_1',
      actor: { type: 'key', id: 'key_1' },
      mode: 'live',
      plan: 'scale',
      scopes: [],
      dataset: request.headers['x-dataset'] === 'test' ? 'test' : 'live',
    } as Account
  })

  app.post('/notes', (request, reply) =>
    change.run(request, reply, async (tx) => {
      const { text, ends } = request.body as Note
      const id = newId('job')
      await tx`insert into notes ${tx({ id, organisation_id: request.account?.organisation_id ?? '', text })}`
      if (ends === 'break') throw new Error('broken')
      if (ends === 'wait') {
        await new Promise<void>((resolve) => {
          release = resolve
          entered?.()
        })
      } else if (ends) throw new ProblemError(ends)
      return {
        status: 201,
        body: { id, text, request_id: request.id },
        headers: { location: `/notes/${id}` },
        etag: versionTag(id, 1),
        audit: {
          action: 'note.created',
          target_type: 'note',
          target_id: text,
          before: null,
          after: { text },
        },
      }
    }),
  )
  app.patch('/notes/:id', { config: { requireIfMatch: true } as never }, (request, reply) =>
    change.run(request, reply, async (tx) => {
      const { id } = request.params as { id: string }
      const [row] = await tx<{ version: number }[]>`select version from notes where id = ${id} for update`
      if (!row) throw new ProblemError('key_not_found')
      matchVersion(request, versionTag(id, row.version))
      await tx`update notes set version = version + 1 where id = ${id}`
      const version = row.version + 1
      return { status: 200, body: { id, version }, etag: versionTag(id, version), audit: [] }
    }),
  )
  app.delete('/notes/:id', (request, reply) =>
    change.run(request, reply, async (tx) => {
      const { id } = request.params as { id: string }
      const { count } = await tx`delete from notes where id = ${id}`
      if (count === 0) throw new ProblemError('key_not_found')
      return { status: 204, body: undefined, audit: [] }
    }),
  )
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await sql.end({ timeout: 5 })
  await database.close()
})

const create = (body: Note, key?: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/notes',
    payload: body as unknown as InjectOptions['payload'],
    headers: { ...(key === undefined ? {} : { 'idempotency-key': key }), ...headers },
  })
const notes = async (text: string) => (await database.sql`select 1 from notes where text = ${text}`).length
const audited = async (text: string) =>
  (await database.sql`select 1 from audit_events where target_id = ${text}`).length

describe('a change with an Idempotency-Key', () => {
  it('happens once, and the same bytes are answered again', async () => {
    const first = await create({ text: 'once' }, 'once')
    const again = await create({ text: 'once' }, '"once"')
    expect(first.statusCode).toBe(201)
    expect(first.headers).not.toHaveProperty('idempotency-replayed')
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body])
    for (const name of ['content-type', 'location', 'etag', 'cache-control'])
      expect(again.headers[name]).toBe(first.headers[name])
    expect([await notes('once'), await audited('once')]).toEqual([1, 1])
  })

  it('is refused when the key comes with something else', async () => {
    await create({ text: 'this' }, 'two')
    const other = await create({ text: 'that' }, 'two')
    expect(other.statusCode).toBe(422)
    expect(other.json().code).toBe('idempotency_key_reused')
    expect(await notes('that')).toBe(0)
  })

  it('of another organisation, or in the other world, is another change', async () => {
    const answers = [
      await create({ text: 'three' }, 'three'),
      await create({ text: 'three' }, 'three', { 'x-organisation': 'org_b' }),
      await create({ text: 'three' }, 'three', { 'x-dataset': 'test' }),
    ]
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201])
    expect(await notes('three')).toBe(3)
  })

  it('that is still running is a conflict, and is answered when it has ended', async () => {
    const inside = new Promise<void>((resolve) => {
      entered = resolve
    })
    const first = create({ text: 'slow', ends: 'wait' }, 'slow')
    await inside
    const second = await create({ text: 'slow', ends: 'wait' }, 'slow')
    expect(second.statusCode).toBe(409)
    expect(second.headers['retry-after']).toBe('1')
    expect(second.json()).toMatchObject({ code: 'idempotency_in_progress', retryable: true })
    release?.()
    const done = await first
    expect((await create({ text: 'slow', ends: 'wait' }, 'slow')).body).toBe(done.body)
    expect(await notes('slow')).toBe(1)
  })

  it('50 at once have one effect; the others are told to come back, or get the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => create({ text: 'fifty' }, 'fifty')))
    const good = answers.filter((answer) => answer.statusCode === 201)
    expect(new Set(good.map((answer) => answer.body)).size).toBe(1)
    expect(answers.every(({ statusCode }) => statusCode === 201 || statusCode === 409)).toBe(true)
    expect([await notes('fifty'), await audited('fifty')]).toEqual([1, 1])
  })

  it('that is refused leaves nothing behind but the refusal', async () => {
    const first = await create({ text: 'refused', ends: 'limit_of_objects_reached' }, 'refused')
    const again = await create({ text: 'refused', ends: 'limit_of_objects_reached' }, 'refused')
    expect(first.statusCode).toBe(409)
    expect(first.headers['content-type']).toContain('application/problem+json')
    expect([again.statusCode, again.body, again.headers['idempotency-replayed']]).toEqual([
      409,
      first.body,
      'true',
    ])
    expect([await notes('refused'), await audited('refused')]).toEqual([0, 0])
  })

  it.each([
    ['rate_limited', 429],
    ['request_timeout', 408],
    ['unavailable', 503],
    ['break', 500],
  ] as const)('that ends with %s is tried again', async (ends, status) => {
    const first = await create({ text: ends, ends }, ends)
    const again = await create({ text: ends, ends }, ends)
    expect([first.statusCode, again.statusCode]).toEqual([status, status])
    expect(again.headers).not.toHaveProperty('idempotency-replayed')
    expect(again.body).not.toBe(first.body)
    expect(await notes(ends)).toBe(0)
  })

  it('without a body is repeated without one', async () => {
    const { id } = (await create({ text: 'gone' })).json()
    const remove = () =>
      app.inject({ method: 'DELETE', url: `/notes/${id}`, headers: { 'idempotency-key': 'gone' } })
    expect((await remove()).statusCode).toBe(204)
    const again = await remove()
    expect([again.statusCode, again.body, again.headers['idempotency-replayed']]).toEqual([204, '', 'true'])
  })

  it.each(['', '""', 'two words', 'é', 'x'.repeat(256), 'tab\there'])(
    'B92: the key %j is refused before anything happens',
    async (key) => {
      const answer = await create({ text: 'bad key' }, key)
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({
        code: 'idempotency_key_invalid',
        errors: [{ header: 'Idempotency-Key' }],
      })
      expect(await notes('bad key')).toBe(0)
    },
  )

  it('takes 255 characters', async () => {
    expect((await create({ text: 'long' }, 'x'.repeat(255))).statusCode).toBe(201)
  })
})

describe('a change without an Idempotency-Key', () => {
  it('happens as often as it is asked for', async () => {
    await create({ text: 'twice' })
    await create({ text: 'twice' })
    expect([await notes('twice'), await audited('twice')]).toEqual([2, 2])
  })

  it('that is refused leaves nothing behind', async () => {
    expect((await create({ text: 'no', ends: 'limit_of_objects_reached' })).statusCode).toBe(409)
    expect([await notes('no'), await audited('no')]).toEqual([0, 0])
  })
})

describe('If-Match', () => {
  const patch = (id: string, headers: Record<string, string>) =>
    app.inject({ method: 'PATCH', url: `/notes/${id}`, headers })

  it('B91: lets the change through that knows the version, and only the first of two', async () => {
    const created = await create({ text: 'versioned' })
    const { id } = created.json()
    const tag = String(created.headers.etag)
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
    const first = await patch(id, { 'if-match': tag })
    expect(first.statusCode).toBe(200)
    const second = await patch(id, { 'if-match': tag })
    expect(second.statusCode).toBe(412)
    expect(second.json().code).toBe('version_conflict')
    expect(second.headers.etag).toBe(first.headers.etag)
    expect((await patch(id, { 'if-match': `"other", ${first.headers.etag}` })).statusCode).toBe(200)
    expect((await patch(id, { 'if-match': '*' })).statusCode).toBe(200)
  })

  it('B91: is required where the route says so', async () => {
    const { id } = (await create({ text: 'careful' })).json()
    const answer = await patch(id, {})
    expect(answer.statusCode).toBe(428)
    expect(answer.json()).toMatchObject({
      code: 'precondition_required',
      errors: [{ header: 'If-Match' }],
    })
  })

  it('with another version is another request to an Idempotency-Key', async () => {
    const created = await create({ text: 'both' })
    const { id } = created.json()
    const tag = String(created.headers.etag)
    await patch(id, { 'if-match': '"stale"', 'idempotency-key': 'both' })
    expect((await patch(id, { 'if-match': tag, 'idempotency-key': 'both' })).statusCode).toBe(422)
    expect((await patch(id, { 'if-match': tag, 'idempotency-key': 'both-2' })).statusCode).toBe(200)
  })
})
