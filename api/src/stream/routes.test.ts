import type { AddressInfo } from 'node:net'
import { takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges } from '@sec-latent/core/changes/store'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

interface Event {
  id?: string
  event?: string
  data?: { position: number; cik: string | null; object_id: string }
}

forEachPostgres((version) => {
  let api: TestApp
  let second: TestApp
  let address: string
  beforeAll(async () => {
    api = await testApp({ version, settings: { stream: { heartbeatMs: 300, maxMs: 60_000 } } })
    second = await testApp({ version, settings: { stream: { maxMs: 400 } } })
    for (const one of [api, second]) await one.app.listen({ port: 0, host: '127.0.0.1' })
    address = addressOf(api)
  })
  afterAll(async () => {
    for (const one of [api, second]) {
      // A client may open a connection ahead of its next request; nobody needs to wait for that one.
      one.app.server.closeAllConnections()
      await one.close()
    }
  })
  const addressOf = (one: TestApp) => `http://127.0.0.1:${(one.app.server.address() as AddressInfo).port}`

  let made = 0
  /** Appends changes that are visible at once. */
  async function publish(cik: string, count: number): Promise<void> {
    await api.sql.begin(async (tx) => {
      const turn = await takePublishTurn(tx)
      const changes = Array.from({ length: count }, () => ({
        dataset: 'live' as const,
        change_type: 'signal.created' as const,
        accession_number: '0009900001-25-000001',
        cik,
        object_id: `sig_${++made}`,
      }))
      await appendChanges(tx, { ...turn, moment: new Date(Date.now() - 1_000).toISOString() }, changes)
    })
  }

  /** Reads events until `enough` says so; comments come as events without data. */
  async function read(
    query: string,
    options: { lastEventId?: string; base?: string; key?: string; enough: (events: Event[]) => boolean },
  ): Promise<{ events: Event[]; text: string; status: number; type: string | null }> {
    const stop = new AbortController()
    const response = await fetch(`${options.base ?? address}/v1/stream${query}`, {
      signal: stop.signal,
      headers: {
        authorization: `Bearer ${options.key ?? api.keys.live.key}`,
        ...(options.lastEventId ? { 'last-event-id': options.lastEventId } : {}),
      },
    })
    const events: Event[] = []
    let text = ''
    let parsed = 0
    const finish = () => ({
      events,
      text,
      status: response.status,
      type: response.headers.get('content-type'),
    })
    try {
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString()
        for (let end = text.indexOf('\n\n', parsed); end !== -1; end = text.indexOf('\n\n', parsed)) {
          const fields = Object.fromEntries(
            text
              .slice(parsed, end)
              .split('\n')
              .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
          )
          parsed = end + 2
          events.push({ ...fields, ...(fields.data ? { data: JSON.parse(fields.data) } : {}) })
        }
        if (options.enough(events)) break
      }
    } finally {
      stop.abort()
    }
    return finish()
  }
  const dataOf = (events: Event[]) => events.flatMap((event) => (event.data ? [event.data] : []))

  describe('the stream', () => {
    it('sends what is new from now on, in order, as the feed has it', async () => {
      await publish('0009900001', 3)
      const reading = read('', { enough: (events) => dataOf(events).length >= 4 })
      await new Promise((resolve) => setTimeout(resolve, 400))
      await publish('0009900001', 2)
      await publish('0009900002', 2)
      const { events, status, type, text } = await reading
      expect([status, type]).toEqual([200, 'text/event-stream; charset=utf-8'])
      expect(text.startsWith('retry: 2000\n\n')).toBe(true)
      expect(dataOf(events).map((change) => change.object_id)).toEqual(['sig_4', 'sig_5', 'sig_6', 'sig_7'])
      const feed = (await api.get('/v1/changes?after=3')).json().data
      expect(dataOf(events)).toEqual(feed)
      expect(events.filter((event) => event.data).map((event) => event.id)).toEqual(
        feed.map((change: { position: number }) => String(change.position)),
      )
    })

    it('goes on after Last-Event-ID without a gap or a repetition, far behind or on another server', async () => {
      await publish('0009900001', 1_200)
      const first = await read('?after=0', { enough: (events) => dataOf(events).length >= 700 })
      const lastEventId = String(dataOf(first.events)[699]?.position)
      const rest = await read('?after=5', { lastEventId, enough: (events) => dataOf(events).length >= 507 })
      const positions = [...dataOf(first.events).slice(0, 700), ...dataOf(rest.events)].map(
        (one) => one.position,
      )
      expect(positions).toEqual(Array.from({ length: 1_207 }, (_, index) => index + 1))
    })

    it('keeps to its filter, and moves its id on where nothing matches', async () => {
      const reading = read('?cik=9900007', {
        enough: (events) => dataOf(events).length === 1 && events.some((one) => one.id === '1210'),
      })
      await new Promise((resolve) => setTimeout(resolve, 400))
      await publish('0009900002', 2)
      await publish('0009900007', 1)
      const { events } = await reading
      expect(dataOf(events)).toHaveLength(1)
      expect(dataOf(events)[0]?.cik).toBe('0009900007')
    })

    it('of a test key shows nothing of the live feed, but that it is alive', async () => {
      const { events } = await read('?after=0', {
        key: api.keys.test.key,
        enough: (all) => all.filter((event) => !event.data).length >= 3,
      })
      expect(dataOf(events)).toEqual([])
    })

    it('ends by itself after its time, and on shutdown', async () => {
      const { text } = await read('', {
        base: addressOf(second),
        key: second.keys.live.key,
        enough: () => false,
      })
      expect(text).toContain('retry:')
    })

    it.each(['x', '-1', '1.5', '99999999999999999999'])('refuses Last-Event-ID %s', async (id) => {
      const response = await api.get('/v1/stream', { headers: { 'last-event-id': id } })
      expect(response.statusCode).toBe(400)
      expect(response.json().errors[0].header).toBe('Last-Event-ID')
    })
  })
})
