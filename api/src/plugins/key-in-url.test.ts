import { generateKey } from '@sec-latent/core/accounts/key-format'
import { keysInUrls } from '@sec-latent/core/accounts/keys-in-urls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
})
afterAll(async () => {
  await api.close()
})

const ask = (key: string, path = '/v1/filings?key=') =>
  api.get(`${path}${key}`, { key: null }).then((answer) => answer.json())
const news = (keyId: string) =>
  api.sql`select payload from notifications where kind = 'api_key.sent_in_url' and payload->>'key_id' = ${keyId}`
const trail = (keyId: string) =>
  api.sql`select request_id from audit_events where action = 'key.sent_in_url' and target_id = ${keyId}`

it('a key in a URL is refused, and its owner told once that day, by every process together', async () => {
  const { key, record } = await api.makeKey({ name: 'production' })
  const { id } = record
  const refused = await ask(key)
  expect(refused.code).toBe('key_in_url')
  await Promise.all([ask(key), ask(key, '/v1/filings?q=a&x='), ask(key, '/v1/entities/')])
  await api.services.keysInUrls.close()
  const today = new Date().toISOString().slice(0, 10)
  expect(await news(id)).toMatchObject([
    { payload: { key_id: id, name: 'production', last_four: key.slice(-4), day: today } },
  ])
  expect(await trail(id)).toHaveLength(1)
  expect(JSON.stringify(await news(id))).not.toContain(key)
  expect(api.lines.join()).not.toContain(key)

  const { sql: service } = api.services.identity
  const { keys, logger } = api.services
  const other = keysInUrls(service, keys, logger)
  other.note(`/v1/filings?key=${key}`, 'req_2')
  await other.close()
  expect(await news(id)).toHaveLength(1)
  const tomorrow = keysInUrls(service, keys, logger, () => new Date(Date.now() + 86_400_000))
  tomorrow.note(`/v1/filings?key=${key}`, 'req_3')
  await tomorrow.close()
  expect([(await news(id)).length, (await trail(id)).length]).toEqual([2, 2])
})

it('nobody is told of what is no key, or of one that is revoked', async () => {
  const { key, record } = await api.makeKey()
  const { id } = record
  await api.sql`update api_keys set revoked_at = now(), revoked_reason = 'customer' where id = ${id}`
  const before = (await api.sql`select 1 from notifications`).length
  for (const text of [key, generateKey('live'), `${key}x`, key.slice(0, 40), 'slp_live_'])
    expect((await ask(text)).code).toBe('key_in_url')
  await api.services.keysInUrls.close()
  expect(await api.sql`select 1 from notifications`).toHaveLength(before)
})

it('what could not be told is told by the next request, and strangers do not keep the database busy', async () => {
  const { key, record } = await api.makeKey()
  const { id } = record
  const { sql: service } = api.services.identity
  const { keys, logger } = api.services
  let asked = 0
  const failing = {
    findBySecret: async (text: string) => {
      asked += 1
      if (asked === 1) throw new Error('the database is away')
      return await keys.findBySecret(text)
    },
  }
  const notes = keysInUrls(service, failing, logger)
  for (let tries = 0; tries < 2; tries++) {
    notes.note(`/v1/filings?key=${key}`, `req_${tries}`)
    await notes.close()
    expect(await news(id)).toHaveLength(tries)
  }
  asked = 1
  for (let i = 0; i < 50; i++) notes.note(`/v1/filings?key=${generateKey('live')}`, 'req_x')
  await notes.close()
  expect(asked).toBe(1 + 4)
})
