import { notify } from '@sec-latent/core/accounts/notification-store'
import { takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges } from '@sec-latent/core/changes/store'
import type { Sql } from '@sec-latent/core/db'
import { egressClient } from '@sec-latent/core/egress/client'
import { egressRules } from '@sec-latent/core/egress/rules'
import { startReceiver, TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import { createLogger } from '@sec-latent/core/log'
import { sealer } from '@sec-latent/core/secrets/seal'
import { forEachPostgres, type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { dispatchStore } from '@sec-latent/core/webhooks/dispatch-store'
import { type EndpointWish, endpointStore } from '@sec-latent/core/webhooks/endpoint-store'
import { enqueueEvent } from '@sec-latent/core/webhooks/enqueue'
import { fanOut } from '@sec-latent/core/webhooks/fan-out'
import { publishNotifications } from '@sec-latent/core/webhooks/publish-notifications'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startWebhooks } from './deliver.ts'

const seals = sealer(TEST_SEALING_KEYS)
const egress = egressClient({ rules: egressRules({ ports: null, allowCidrs: '127.0.0.1' }), ca: TEST_CA })
const log = createLogger('test', 'silent')

forEachPostgres((version) => {
  let database: TestDatabase
  let sql: Sql
  let organisation = 0

  beforeAll(async () => {
    database = await testDatabase({ version, max: 8 })
    sql = database.sql
  })
  afterAll(async () => {
    await database.close()
  })

  async function newOrganisation(): Promise<string> {
    const id = `org_${++organisation}`
    await sql`insert into organisations (id, name, plan) values (${id}, ${id}, 'free')`
    return id
  }

  async function newEndpoint(
    organisation_id: string,
    wish: Partial<EndpointWish> & { dataset?: 'live' | 'test' },
  ) {
    const { dataset = 'live', ...rest } = wish
    return await endpointStore(sql, seals).create(
      { organisation_id, dataset },
      {
        url: 'https://127.0.0.1:1/',
        description: '',
        event_types: ['filing.published'],
        ciks: [],
        form_types: [],
        signal_types: [],
        ...rest,
      },
    )
  }

  let sequence = 0
  async function publish(change: { cik?: string; dataset?: 'live' | 'test'; visibleInMs?: number } = {}) {
    const accession_number = `0009900001-25-${String(++sequence).padStart(6, '0')}`
    await sql.begin(async (tx) => {
      const turn = await takePublishTurn(tx)
      const moment = new Date(Date.now() + (change.visibleInMs ?? 0)).toISOString()
      await appendChanges(tx, { ...turn, moment }, [
        {
          dataset: change.dataset ?? 'live',
          change_type: 'filing.published',
          accession_number,
          cik: change.cik ?? '0009900001',
          object_id: accession_number,
        },
      ])
    })
    return accession_number
  }

  const deliveriesTo = async (endpointId: string) =>
    await sql<{ event_id: string; payload: string; status: string; attempts: number }[]>`
      select event_id, payload, status, attempts from webhook_deliveries where endpoint_id = ${endpointId} order by position, event_type`
  const handOutAll = async () => {
    for (const dataset of ['live', 'test'] as const) while ((await fanOut(sql, dataset)).changes > 0);
  }

  describe('the feed', () => {
    it('reaches the endpoints that want it, each once, however often it is handed out', async () => {
      const owner = await newOrganisation()
      await publish()
      const all = (await newEndpoint(owner, {})).endpoint
      const one = (await newEndpoint(owner, { ciks: ['0009900007'] })).endpoint
      const other = (await newEndpoint(owner, { event_types: ['signal.created'] })).endpoint
      const test = (await newEndpoint(owner, { dataset: 'test' })).endpoint
      const off = (await newEndpoint(owner, {})).endpoint
      await endpointStore(sql, seals).update(off.id, {
        ...off,
        status: 'disabled',
        disabled_reason: 'customer',
      })
      const accessions = [await publish(), await publish({ cik: '0009900007' })]
      await publish({ dataset: 'test' })
      const later = await publish({ visibleInMs: 600 })
      await Promise.all([handOutAll(), handOutAll()])
      await sql`update webhook_cursors set position = 0`
      await handOutAll()
      const named = async (id: string) =>
        (await deliveriesTo(id)).map((row) => JSON.parse(row.payload).data.accession_number)
      expect(await named(all.id)).toEqual(accessions)
      expect(await named(one.id)).toEqual([accessions[1]])
      expect([await named(other.id), await named(off.id)]).toEqual([[], []])
      expect(await named(test.id)).toHaveLength(1)
      await new Promise((resolve) => setTimeout(resolve, 700))
      await handOutAll()
      expect(await named(all.id)).toEqual([...accessions, later])
    })
  })

  describe('an event of the account', () => {
    it('is queued with the transaction that makes it, once, and for those who asked', async () => {
      const owner = await newOrganisation()
      const wants = (await newEndpoint(owner, { event_types: ['api_key.expiring'] })).endpoint
      await newEndpoint(owner, {})
      await newEndpoint(await newOrganisation(), { event_types: ['api_key.expiring'] })
      const event = {
        organisation_id: owner,
        type: 'api_key.expiring' as const,
        data: { object: 'key', id: 'key_1', name: 'a', expires_at: '2026-12-01T00:00:00Z', days_left: 7 },
        dedupe: 'key_1:7',
      }
      await sql
        .begin(async (tx) => {
          await enqueueEvent(tx, event)
          throw new Error('undone')
        })
        .catch(() => {})
      expect(await deliveriesTo(wants.id)).toEqual([])
      expect(await sql.begin((tx) => enqueueEvent(tx, event))).toBe(1)
      expect(await sql.begin((tx) => enqueueEvent(tx, event))).toBe(0)
      expect(await sql.begin((tx) => enqueueEvent(tx, { ...event, dedupe: 'key_1:1' }))).toBe(1)
      expect(await deliveriesTo(wants.id)).toHaveLength(2)
      await expect(
        sql.begin((tx) =>
          enqueueEvent(tx, { ...event, data: { object: 'x'.repeat(30_000) }, dedupe: 'big' }),
        ),
      ).rejects.toThrow('larger than')
    })
  })

  describe('what an organisation is told of its keys', () => {
    it('becomes one event', async () => {
      const owner = await newOrganisation()
      const { endpoint } = await newEndpoint(owner, { event_types: ['api_key.expiring'] })
      const told = {
        organisation_id: owner,
        kind: 'api_key.expiring' as const,
        dedupe_key: `expiring ${owner}`,
        payload: { key_id: 'key_1', name: 'a', expires_at: '2026-12-01T00:00:00Z', days_left: 7 },
      }
      await notify(sql, told)
      await notify(sql, told)
      await notify(sql, { ...told, kind: 'webhook_endpoint.disabled', dedupe_key: `disabled ${owner}` })
      await Promise.all([publishNotifications(sql), publishNotifications(sql)])
      expect(await publishNotifications(sql)).toBe(0)
      const [event, ...more] = await deliveriesTo(endpoint.id)
      expect(more).toEqual([])
      expect(JSON.parse(String(event?.payload)).data).toEqual({
        object: 'key',
        id: 'key_1',
        name: 'a',
        expires_at: '2026-12-01T00:00:00Z',
        days_left: 7,
      })
    })
  })

  describe('a claim', () => {
    it('finds what is due, and due again, though the clocks of who queued and who sent are fast', async () => {
      const owner = await newOrganisation()
      const { endpoint } = await newEndpoint(owner, { event_types: ['webhook.test'] })
      const store = dispatchStore(sql, { schedule: [0, 0, 60_000] })
      const claimed = async () => (await store.claim(100)).filter((one) => one.endpoint_id === endpoint.id)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 })
      try {
        const data = { object: 'x' }
        await enqueueEvent(sql, { organisation_id: owner, type: 'webhook.test', data, dedupe: 'fast' })
        const [first] = await claimed()
        const outcome = {
          started_at: new Date(),
          finished_at: new Date(),
          duration_ms: 1,
          request_headers: {},
          response: null,
          error: 'timeout' as const,
          error_detail: null,
          retry_after_ms: undefined,
        }
        expect(await store.record(first as never, outcome)).toBe('will_retry')
        expect((await claimed()).map(({ id }) => id)).toEqual([first?.id])
      } finally {
        vi.useRealTimers()
      }
    })

    it('gives each delivery to one process, a few per endpoint, and again when its lease is over', async () => {
      const owner = await newOrganisation()
      const { endpoint } = await newEndpoint(owner, { event_types: ['webhook.test'] })
      const fill = async (id: string) => {
        for (let i = 0; i < 20; i++) {
          const data = { object: 'x' }
          await enqueueEvent(sql, { organisation_id: owner, type: 'webhook.test', data, dedupe: `${id}${i}` })
        }
      }
      await fill('a')
      let now = new Date(Date.now() + 60_000)
      const stores = [0, 1, 2, 3].map(() => dispatchStore(sql, { now: () => now }))
      const claims = (await Promise.all(stores.map((store) => store.claim(100)))).flat()
      claims.push(...((await stores[0]?.claim(100)) ?? []))
      const mine = claims.filter((one) => one.endpoint_id === endpoint.id)
      expect(mine).toHaveLength(8)
      expect(new Set(mine.map((one) => one.id)).size).toBe(8)
      now = new Date(now.getTime() + 19_000)
      expect((await stores[0]?.claim(100))?.filter((one) => one.endpoint_id === endpoint.id)).toEqual([])
      now = new Date(now.getTime() + 2_000)
      const again = (await stores[0]?.claim(100))?.filter((one) => one.endpoint_id === endpoint.id)
      expect(again?.map((one) => one.id).sort()).toEqual(mine.map((one) => one.id).sort())
      // Whoever had it before has nothing to say any more.
      const outcome = {
        started_at: now,
        finished_at: now,
        duration_ms: 1,
        request_headers: {},
        response: { status: 200, headers: {}, body: '' },
        error: null,
        error_detail: null,
        retry_after_ms: undefined,
      }
      expect(await stores[0]?.record(mine[0] as never, outcome)).toBe('lost')
      expect(await stores[0]?.record(again?.[0] as never, outcome)).toBe('succeeded')
      await sql`update webhook_endpoints set status = 'disabled', disabled_reason = 'customer' where id = ${endpoint.id}`
    })
  })

  describe('a worker', () => {
    it('sends, signed with both secrets while they rotate, logs every attempt, and tells others of an endpoint that is gone', async () => {
      const owner = await newOrganisation()
      let fails = 1
      const good = await startReceiver((request, response) => {
        response
          .writeHead(request.body.includes('webhook.test') && fails-- > 0 ? 503 : 204, { 'x-seen': '\u00ff' })
          .end()
      })
      const gone = await startReceiver((_request, response) => response.writeHead(410).end('a\0b'))
      const made = await newEndpoint(owner, {
        url: good.url,
        event_types: ['webhook.test', 'webhook_endpoint.disabled'],
      })
      const ended = await newEndpoint(owner, { url: gone.url, event_types: ['usage.threshold_reached'] })
      const { secret } = await endpointStore(sql, seals).rotateSecret(made.endpoint.id, 3_600)
      for (const type of ['webhook.test', 'usage.threshold_reached'] as const) {
        await enqueueEvent(sql, { organisation_id: owner, type, data: { object: 'x' }, dedupe: type })
      }
      const webhooks = startWebhooks({
        databaseUrl: database.url,
        concurrency: 8,
        schedule: [0, 50, 50],
        sealer: seals,
        egress,
        log,
      })
      try {
        await expect.poll(() => good.requests.length, { timeout: 15_000 }).toBe(3)
        await expect
          .poll(async () => (await deliveriesTo(made.endpoint.id)).map((one) => one.status), {
            timeout: 5_000,
          })
          .toEqual(['succeeded', 'succeeded'])
      } finally {
        await webhooks.stop()
        await Promise.all([good.close(), gone.close()])
      }
      for (const { headers, body } of good.requests) {
        for (const one of [secret, made.secret]) {
          expect(new Webhook(one).verify(body, headers as Record<string, string>)).toBeTruthy()
        }
        expect(headers).toMatchObject({ 'content-type': 'application/json' })
      }
      const first = (await deliveriesTo(made.endpoint.id)).find((one) => one.payload.includes('webhook.test'))
      const same = good.requests.filter((one) => one.headers['webhook-id'] === first?.event_id)
      expect(same.map((one) => one.body)).toEqual([first?.payload, first?.payload])
      const told = good.requests
        .map((one) => JSON.parse(one.body))
        .find((one) => one.type.endsWith('disabled'))
      expect(told.data).toMatchObject({ id: ended.endpoint.id, disabled_reason: 'gone' })
      expect(gone.requests).toHaveLength(1)
      const attempts = await sql`
        select a.number, a.response_status, a.response_body, a.error from webhook_attempts a
        join webhook_deliveries d on d.id = a.delivery_id where d.organisation_id = ${owner}
        order by d.event_type, a.number`
      expect(attempts).toEqual([
        { number: 1, response_status: 410, response_body: 'a\ufffdb', error: 'status' },
        { number: 1, response_status: 503, response_body: '', error: 'status' },
        { number: 2, response_status: 204, response_body: '', error: null },
        { number: 1, response_status: 204, response_body: '', error: null },
      ])
      const [audit] = await sql`select actor_type, action from audit_events where organisation_id = ${owner}`
      expect(audit).toEqual({ actor_type: 'system', action: 'webhook_endpoint.disabled' })
    })
  })
})
