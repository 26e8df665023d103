import { takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges } from '@sec-latent/core/changes/store'
import { EVENT_API_VERSION } from '@sec-latent/core/webhooks/event'
import { eventTypeNames } from '@sec-latent/core/webhooks/event-types'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { CURRENT_VERSION } from '../version.ts'

const URL = 'https://hooks.example.com/sec'
let api: TestApp
let keys: { live: string; test: string; reader: string; foreign: string }

beforeAll(async () => {
  api = await testApp()
  const scopes = ['webhooks:read', 'webhooks:write']
  const [live, test, reader, foreign] = await Promise.all([
    api.makeKey({ scopes }),
    api.makeKey({ scopes, mode: 'test' }),
    api.makeKey({ scopes: ['webhooks:read'] }),
    api.makeKey({ scopes, organisation_id: api.other.id }),
  ])
  keys = { live: live.key, test: test.key, reader: reader.key, foreign: foreign.key }
})
afterAll(async () => {
  await api.close()
})

const call = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  { body, key = keys.live, headers = {} }: { body?: object; key?: string; headers?: object } = {},
) =>
  api.app.inject({
    method,
    url: `/v1${url}`,
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(body ? { payload: body } : {}),
  })
const create = async (body: object = {}, key = keys.live) =>
  (
    await call('POST', '/webhook-endpoints', {
      body: { url: URL, event_types: ['filing.published', 'signal.created'], ...body },
      key,
    })
  ).json()

describe('an endpoint', () => {
  it('is made with a secret that is shown once and kept sealed', async () => {
    const made = await call('POST', '/webhook-endpoints', {
      body: {
        url: 'https://bücher.example:8443/x?y=1',
        event_types: ['signal.created'],
        ciks: ['CIK9990001'],
        form_types: ['10-k'],
        description: 'Ours',
      },
    })
    expect(made.statusCode).toBe(201)
    const body = made.json()
    expect(body).toMatchObject({
      object: 'webhook_endpoint',
      dataset: 'live',
      url: 'https://xn--bcher-kva.example:8443/x?y=1',
      status: 'enabled',
      ciks: ['0009990001'],
      form_types: ['10-K'],
      signal_types: [],
      disabled_reason: null,
    })
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(body.public_key).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/)
    expect(made.headers.location).toBe(`/v1/webhook-endpoints/${body.id}`)
    const read = await call('GET', `/webhook-endpoints/${body.id}`)
    const { secret: _, ...shown } = body
    expect(read.json()).toEqual(shown)
    expect(read.headers.etag).toBe(made.headers.etag)
    const rows = await api.sql`select * from webhook_endpoints where id = ${body.id}`
    expect(JSON.stringify(rows)).not.toContain(body.secret.slice(6, 40))
    const audit = await api.sql`select action, after::text from audit_events where target_id = ${body.id}`
    expect(audit).toMatchObject([{ action: 'webhook_endpoint.created' }])
    expect(JSON.stringify(audit)).not.toContain('whsec_')
  })

  it.each([
    'http://hooks.example.com/',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://①②⑦.⓪.⓪.①/',
    'https://[::ffff:127.0.0.1]/',
    'https://localhost/',
    'https://metadata.google.internal/',
    'https://postgres.railway.internal/',
    'https://inside.example.com/',
    'https://api.test/v1/filings',
    'https://user@hooks.example.com/',
    'https://hooks.example.com/#x',
    'https://hooks.example.com:6379/',
    'gopher://hooks.example.com/',
    `https://hooks.example.com/${'x'.repeat(5_000)}`,
    'hooks.example.com',
  ])('is refused at %s, when made and when changed', async (url) => {
    const made = await call('POST', '/webhook-endpoints', { body: { url, event_types: ['webhook.test'] } })
    expect([made.statusCode, made.json().code]).toEqual([422, 'webhook_url_not_allowed'])
    expect(made.json().errors[0].pointer).toBe('/url')
    const { id } = await create()
    const changed = await call('PATCH', `/webhook-endpoints/${id}`, { body: { url } })
    expect([changed.statusCode, changed.json().code]).toEqual([422, 'webhook_url_not_allowed'])
    await call('DELETE', `/webhook-endpoints/${id}`)
  })

  it('takes only events and signals that exist, and fields that it knows', async () => {
    for (const body of [
      { event_types: [] },
      { event_types: ['filing.publisht'] },
      { event_types: ['filing.published', 'filing.published'] },
      { signal_types: ['nothing'] },
      { ciks: ['x'] },
      { secret: 'mine' },
    ]) {
      const made = await call('POST', '/webhook-endpoints', {
        body: { url: URL, event_types: ['webhook.test'], ...body },
      })
      expect([made.statusCode, body]).toEqual([400, body])
    }
  })

  it('changes only for those who saw its latest version', async () => {
    const { id } = await create()
    const { etag } = (await call('GET', `/webhook-endpoints/${id}`)).headers
    const first = await call('PATCH', `/webhook-endpoints/${id}`, {
      body: { status: 'disabled', description: 'Off' },
      headers: { 'if-match': etag },
    })
    expect(first.json()).toMatchObject({
      status: 'disabled',
      disabled_reason: 'customer',
      description: 'Off',
    })
    const second = await call('PATCH', `/webhook-endpoints/${id}`, {
      body: { status: 'enabled' },
      headers: { 'if-match': etag },
    })
    expect([second.statusCode, second.json().code]).toEqual([412, 'version_conflict'])
    const third = await call('PATCH', `/webhook-endpoints/${id}`, {
      body: { status: 'enabled' },
      headers: { 'if-match': first.headers.etag },
    })
    expect(third.json()).toMatchObject({ status: 'enabled', disabled_reason: null, disabled_at: null })
    expect((await call('DELETE', `/webhook-endpoints/${id}`)).statusCode).toBe(204)
    expect((await call('GET', `/webhook-endpoints/${id}`)).json().code).toBe('webhook_endpoint_not_found')
    const [row] = await api.sql`select url, secret_sealed from webhook_endpoints where id = ${id}`
    expect(row).toEqual({ url: '', secret_sealed: '' })
  })

  it('gets a new secret, and both are valid for the time of grace', async () => {
    const { id, secret, public_key } = await create()
    const rotated = (await call('POST', `/webhook-endpoints/${id}/rotate-secret`, { body: {} })).json()
    expect(rotated.secret).not.toBe(secret)
    expect(rotated.previous_public_key).toBe(public_key)
    const left = Date.parse(rotated.previous_secret_expires_at) - Date.now()
    expect(Math.round(left / 3_600_000)).toBe(24)
    const at_once = (
      await call('POST', `/webhook-endpoints/${id}/rotate-secret`, { body: { grace_seconds: 0 } })
    ).json()
    expect(at_once).toMatchObject({ previous_secret_expires_at: null, previous_public_key: null })
    const over = await call('POST', `/webhook-endpoints/${id}/rotate-secret`, {
      body: { grace_seconds: 604_801 },
    })
    expect(over.statusCode).toBe(400)
  })

  it('belongs to one organisation and one world', async () => {
    const { id } = await create()
    const test = await create({}, keys.test)
    expect(test.dataset).toBe('test')
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/rotate-secret'],
      ['POST', '/test'],
      ['POST', '/replay'],
      ['GET', '/deliveries'],
    ] as const) {
      for (const key of [keys.foreign, keys.test]) {
        const body =
          method === 'PATCH'
            ? { description: 'x' }
            : path === '/replay'
              ? { since: new Date(Date.now() - 60_000).toISOString() }
              : {}
        const answer = await call(method, `/webhook-endpoints/${id}${path}`, {
          key,
          ...(method === 'GET' || method === 'DELETE' ? {} : { body }),
        })
        expect([method, path, answer.statusCode, answer.json().code]).toEqual([
          method,
          path,
          404,
          'webhook_endpoint_not_found',
        ])
      }
    }
    const ids = async (key: string) =>
      (await call('GET', '/webhook-endpoints?limit=500', { key }))
        .json()
        .data.map((one: { id: string }) => one.id)
    expect(await ids(keys.foreign)).toEqual([])
    expect(await ids(keys.test)).toEqual([test.id])
    expect(await ids(keys.live)).toContain(id)
    const refused = await call('POST', `/webhook-endpoints/${id}/test`, { key: keys.reader })
    expect(refused.json().code).toBe('insufficient_scope')
  })
})

describe('an organisation', () => {
  it('has fifty endpoints at most, however fast it asks', async () => {
    const owner = await api.accounts.createOrganisation({ name: 'Many', plan: 'scale' })
    const { key } = await api.makeKey({ organisation_id: owner.id, scopes: ['webhooks:*'] })
    const made = await Promise.all(
      Array.from({ length: 60 }, () =>
        call('POST', '/webhook-endpoints', { body: { url: URL, event_types: ['webhook.test'] }, key }),
      ),
    )
    const codes = made.map((one) => one.statusCode)
    expect(codes.filter((code) => code === 201)).toHaveLength(50)
    expect(codes.filter((code) => code === 409)).toHaveLength(10)
    expect(made.find((one) => one.statusCode === 409)?.json().code).toBe('limit_of_objects_reached')
    const first = (await call('GET', '/webhook-endpoints?limit=30', { key })).json()
    const second = (
      await call('GET', `/webhook-endpoints?limit=30&cursor=${first.next_cursor}`, { key })
    ).json()
    const ids = [...first.data, ...second.data].map((one: { id: string }) => one.id)
    expect(new Set(ids).size).toBe(50)
  })
})

describe('deliveries', () => {
  it('are tested, listed, shown with their payload and sent again', async () => {
    const { id } = await create()
    const tested = await call('POST', `/webhook-endpoints/${id}/test`)
    expect(tested.statusCode).toBe(202)
    expect(tested.json()).toMatchObject({ event_type: 'webhook.test', status: 'pending', attempts: 0 })
    const path = `/webhook-endpoints/${id}/deliveries/${tested.json().id}`
    expect(tested.headers.location).toBe(`/v1${path}`)
    const detail = (await call('GET', path)).json()
    expect(JSON.parse(detail.payload)).toMatchObject({
      id: detail.event_id,
      type: 'webhook.test',
      data: { id },
    })
    expect(detail.attempt_log).toEqual([])
    await api.sql`update webhook_deliveries set status = 'exhausted', next_attempt_at = null, attempts = 10, schedule_step = 10
      where id = ${detail.id}`
    const list = async (query: string) =>
      (await call('GET', `/webhook-endpoints/${id}/deliveries?${query}`)).json().data.length
    expect(
      await Promise.all(['status=exhausted', 'status=pending,failed', 'event_type=webhook.test'].map(list)),
    ).toEqual([1, 0, 1])
    const again = await call('POST', `${path}/retry`)
    expect(again.json()).toMatchObject({ status: 'failed', attempts: 10, event_id: detail.event_id })
    expect(again.json().next_attempt_at).not.toBeNull()
    const unknown = await call('POST', `${path.slice(0, -4)}0000/retry`)
    expect(unknown.json().code).toBe('delivery_not_found')
    await call('PATCH', `/webhook-endpoints/${id}`, { body: { status: 'disabled' } })
    for (const action of ['/test', `/deliveries/${detail.id}/retry`]) {
      const refused = await call('POST', `/webhook-endpoints/${id}${action}`)
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'webhook_endpoint_disabled'])
    }
  })

  it('are replayed, what was missed included, and each event keeps its id', async () => {
    const { id } = await create({ event_types: ['filing.published'] })
    const publish = async (accession_number: string) => {
      await api.sql.begin(async (tx) => {
        const turn = { ...(await takePublishTurn(tx)), moment: new Date(Date.now() - 1_000).toISOString() }
        await appendChanges(tx, turn, [
          {
            dataset: 'live',
            change_type: 'filing.published',
            accession_number,
            cik: '0009900001',
            object_id: accession_number,
          },
        ])
      })
    }
    for (const n of ['01', '02', '03']) await publish(`0009900001-25-0001${n}`)
    const since = new Date(Date.now() - 60_000).toISOString()
    const replay = async (more: object = {}) =>
      (await call('POST', `/webhook-endpoints/${id}/replay`, { body: { since, ...more } })).json()
    expect(await replay({ only_failed: true })).toMatchObject({ queued: 0 })
    expect(await replay({ event_types: ['signal.created'] })).toMatchObject({ queued: 0 })
    expect(await replay()).toMatchObject({ object: 'webhook_replay', queued: 3, continue_since: null })
    expect(await replay()).toMatchObject({ queued: 0 })
    const read = async () =>
      await api.sql`select event_id, payload from webhook_deliveries where endpoint_id = ${id} order by event_id`
    const before = await read()
    await api.sql`update webhook_deliveries set status = 'succeeded', next_attempt_at = null where endpoint_id = ${id}`
    expect(await replay()).toMatchObject({ queued: 3 })
    expect(await read()).toEqual(before)
    await api.sql`update webhook_deliveries set status = case when event_id = ${before[0]?.event_id} then 'exhausted'
      else 'succeeded' end, next_attempt_at = null where endpoint_id = ${id}`
    expect(await replay({ only_failed: true })).toMatchObject({ queued: 1 })
    for (const body of [{ since: '2020-01-01T00:00:00Z' }, { since, until: since }, { since: 'x' }, {}]) {
      const refused = await call('POST', `/webhook-endpoints/${id}/replay`, { body })
      expect([refused.statusCode, body]).toEqual([400, body])
    }
  })
})

describe('the catalogue of events', () => {
  it('has every type with an example that its schema accepts', async () => {
    const { data } = (await call('GET', '/webhook-event-types')).json()
    expect(data.map((one: { type: string }) => one.type)).toEqual([...eventTypeNames])
    const ajv = new Ajv2020()
    addFormats.default(ajv)
    for (const { payload_schema, example, type } of data) {
      const validate = ajv.compile(payload_schema)
      expect([type, validate(example), validate.errors]).toEqual([type, true, null])
    }
  })

  it('speaks the words of the current version', () => {
    expect(EVENT_API_VERSION).toBe(CURRENT_VERSION)
  })
})
