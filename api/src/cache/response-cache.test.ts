import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishFiling } from '../testing/publish.ts'
import { HARBOR, MERIDIAN } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

let api: TestApp
let next = 0
const accession = () => `0009900001-25-${String(++next).padStart(6, '0')}`

beforeAll(async () => {
  api = await testApp({ settings: { responseCacheMb: 16 } })
  for (let n = 0; n < 5; n++) await api.seed.filing({ accession_number: accession() })
  await api.services.cache?.look()
})
afterAll(async () => {
  await api.close()
})

const counts = () => ({ ...api.services.cache?.counts })

/** Counts how often a method of a store is asked, and holds each question as long as `held` is not resolved. */
function watch<T extends object>(store: T, method: keyof T & string) {
  const original = store[method] as (...args: unknown[]) => Promise<unknown>
  const state = { asked: 0, held: Promise.resolve() }
  store[method] = (async (...args: unknown[]) => {
    state.asked += 1
    const rows = await original(...args)
    await state.held
    return rows
  }) as T[keyof T & string]
  const restore = () => {
    store[method] = original as T[keyof T & string]
  }
  return { state, restore }
}

describe('an answer that is kept', () => {
  test('is given again, byte for byte, without asking the database', async () => {
    const url = '/v1/filings/0009900001-25-000001'
    // What is kept is given out while the feed is followed; where this process is not heard of for long, nothing is.
    for (let attempt = 1; ; attempt++) {
      const first = await api.get(url)
      const filings = watch(api.services.filings, 'find')
      const second = await api.get(url)
      filings.restore()
      expect(second.rawPayload.equals(first.rawPayload)).toBe(true)
      if (filings.state.asked > 0 && attempt < 10) continue
      expect(filings.state.asked).toBe(0)
      expect(second.headers['latent-as-of']).toBe(first.headers['latent-as-of'])
      break
    }
  })

  test('is read once for a hundred who ask at the same time', async () => {
    const filings = watch(api.services.filings, 'list')
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => api.get('/v1/filings?limit=3&form_type=10-K')),
    )
    filings.restore()
    expect(filings.state.asked).toBe(1)
    expect(new Set(answers.map((one) => one.body)).size).toBe(1)
  })

  test('is a 304 to who has it, and compressed to who takes that', async () => {
    const url = '/v1/filings/0009900001-25-000002'
    const plain = await api.get(url)
    const tag = String(plain.headers.etag)
    for (const [encoding, unpack] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const packed = await api.app.inject({
        url,
        headers: { authorization: `Bearer ${api.keys.live.key}`, 'accept-encoding': encoding },
      })
      expect(packed.headers).toMatchObject({ 'content-encoding': encoding, etag: tag })
      expect(unpack(packed.rawPayload).equals(plain.rawPayload)).toBe(true)
    }
    const none = await api.get(url, { headers: { 'if-none-match': tag, 'accept-encoding': 'br' } })
    expect(none.statusCode).toBe(304)
    expect(none.headers['content-encoding']).toBeUndefined()
  })

  test('goes to another organisation with a cursor of its own', async () => {
    const url = '/v1/filings?limit=2'
    const mine = (await api.get(url)).json()
    const before = counts()
    const answer = await api.get(url, { key: api.keys.foreign.key })
    expect(counts().hit).toBe((before.hit ?? 0) + 1)
    const theirs = answer.json()
    expect({ ...theirs, next_cursor: mine.next_cursor }).toEqual(mine)
    expect(theirs.next_cursor).not.toBe(mine.next_cursor)
    expect(answer.headers.link).toContain(theirs.next_cursor)
    const follow = (cursor: string) =>
      api.get(`${url}&cursor=${encodeURIComponent(cursor)}`, { key: api.keys.foreign.key })
    expect((await follow(theirs.next_cursor)).statusCode).toBe(200)
    expect((await follow(mine.next_cursor)).json().code).toBe('invalid_cursor')
  })

  test('is never given to a key of the other dataset', async () => {
    const url = '/v1/filings/0009900001-25-000003'
    expect((await api.get(url)).statusCode).toBe(200)
    expect((await api.get(url, { key: api.keys.test.key })).statusCode).toBe(404)
  })
})

describe('a publication', () => {
  test.each([
    ['all filings', '/v1/filings?limit=500', HARBOR],
    ['filings of a form', '/v1/filings?form_type=10-K&limit=500', HARBOR],
    ['filings of a company', `/v1/filings?cik=${HARBOR}&limit=500`, HARBOR],
  ])(
    'shows in the list of %s from its moment on, and what was kept shows until then',
    async (_, url, cik) => {
      const accession_number = accession()
      await api.seed.filing({ accession_number, cik, available_at: null })
      const moment = Date.parse(await publishFiling(api.sql, accession_number))
      let before = 0
      let after = 0
      const end = moment + 700
      // A busy machine may be elsewhere at that moment.
      while (Date.now() < end || after === 0) {
        const asked = Date.now()
        const answer = await api.get(url)
        const shown = answer
          .json()
          .data.some((one: { accession_number: string }) => one.accession_number === accession_number)
        if (asked >= moment) expect(shown).toBe(true)
        if (Date.now() < moment) expect(shown).toBe(false)
        if (shown) after += 1
        else before += 1
        await sleep(5)
      }
      expect(before).toBeGreaterThan(0)
      expect(after).toBeGreaterThan(0)
    },
  )

  test('leaves the lists of other companies alone', async () => {
    const url = `/v1/filings?cik=${MERIDIAN}`
    const kept = await api.get(url)
    const accession_number = accession()
    await api.seed.filing({ accession_number, cik: HARBOR, available_at: null })
    const moment = Date.parse(await publishFiling(api.sql, accession_number))
    await sleep(moment + 50 - Date.now())
    expect((await api.get(url)).headers['latent-as-of']).toBe(kept.headers['latent-as-of'])
  })

  test('that becomes visible while an answer is made keeps that answer from being kept', async () => {
    const url = '/v1/filings?limit=499'
    const accession_number = accession()
    await api.seed.filing({ accession_number, available_at: null })
    const filings = watch(api.services.filings, 'list')
    let release = () => {}
    filings.state.held = new Promise((resolve) => {
      release = resolve
    })
    const slow = api.get(url)
    while (filings.state.asked === 0) await sleep(1)
    const moment = Date.parse(await publishFiling(api.sql, accession_number))
    await sleep(moment + 20 - Date.now())
    release()
    const holds = (answer: Awaited<typeof slow>) => answer.body.includes(accession_number)
    expect(holds(await slow)).toBe(false)
    filings.restore()
    expect(holds(await api.get(url))).toBe(true)
  })
})
