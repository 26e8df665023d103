import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKey } from '@sec-latent/core/accounts/key-format'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { publishedKeys } from './public-keys.ts'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()

let api: TestApp
let keysUrl: string
/** What the place where keys are published answers, and how often it was asked. */
const published = { status: 200, body: '', asked: 0 }
const server = createServer((_request, response) => {
  published.asked += 1
  response.writeHead(published.status, { 'content-type': 'application/json' }).end(published.body)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/meta/public_keys/secret_scanning`
  api = await testApp({ settings: { secretScanningKeysUrl: keysUrl } })
})
beforeEach(() => {
  published.status = 200
  published.body = JSON.stringify({
    public_keys: [{ key_identifier: 'current', key: pem, is_current: true }],
  })
})
afterAll(async () => {
  await api.close()
  await new Promise((resolve) => server.close(resolve))
})

function message(
  matches: unknown,
  options: { key?: KeyObject; id?: string; alter?: (body: string) => string } = {},
) {
  const body = JSON.stringify(matches)
  const signature = sign('sha256', Buffer.from(body), options.key ?? privateKey).toString('base64')
  return api.app.inject({
    method: 'POST',
    url: '/internal/secret-scanning/github',
    headers: {
      'content-type': 'application/json',
      'github-public-key-identifier': options.id ?? 'current',
      'github-public-key-signature': signature,
    },
    payload: options.alter?.(body) ?? body,
  })
}
const match = (token: string) => ({
  token,
  type: 'sec_latent_api_key',
  url: 'https://github.com/o/r/blob/1/a.ts',
  source: 'content',
})
const notifications = (keyId: string) =>
  api.sql`select kind, payload from notifications where payload->>'key_id' = ${keyId}`

it('a live key found in public is revoked at once, and its organisation told once', async () => {
  const { key, record } = await api.makeKey()
  expect((await api.get('/v1/filings', { key })).statusCode).toBe(200)
  const response = await message([match(key)])
  expect(response.statusCode).toBe(200)
  expect(response.json()).toEqual([
    { token_raw: key, token_type: 'sec_latent_api_key', label: 'true_positive' },
  ])
  expect((await api.get('/v1/filings', { key })).json().code).toBe('key_revoked')
  expect((await message([match(key)])).json()[0].label, 'told again').toBe('true_positive')
  expect(await notifications(record.id)).toEqual([
    { kind: 'api_key.leaked', payload: expect.objectContaining({ revoked: true, last_four: key.slice(-4) }) },
  ])
  const rows = await api.sql`select action, actor_type from audit_events where target_id = ${record.id}`
  expect(rows).toEqual([{ action: 'key.revoked', actor_type: 'system' }])
})

it('a test key goes on working; its organisation is told', async () => {
  const { key, record } = await api.makeKey({ mode: 'test' })
  expect((await message([match(key)])).json()[0].label).toBe('true_positive')
  expect((await api.get('/v1/filings', { key })).statusCode).toBe(200)
  expect(await notifications(record.id)).toEqual([
    { kind: 'api_key.leaked', payload: expect.objectContaining({ revoked: false }) },
  ])
})

it('what is no key of ours is called a false positive', async () => {
  const response = await message([match(generateKey('live')), match('slp_live_nonsense'), match('anything')])
  expect(response.json().map(({ label }: { label: string }) => label)).toEqual([
    'false_positive',
    'false_positive',
    'false_positive',
  ])
})

it.each([
  ['of another key', { key: generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey }],
  ['of another body', { alter: (body: string) => body.replace('content', 'comment') }],
  ['of a key that is not published', { id: 'unknown' }],
] as const)('a signature %s is refused, and nothing is revoked', async (_title, options) => {
  const { key } = await api.makeKey()
  expect((await message([match(key)], options)).statusCode).toBe(401)
  expect((await api.get('/v1/filings', { key })).statusCode).toBe(200)
})

it('without a signature, or as no list, a message is refused', async () => {
  const bare = await api.app.inject({ method: 'POST', url: '/internal/secret-scanning/github', payload: [] })
  expect(bare.statusCode).toBe(401)
  expect((await message({ token: 'x' })).statusCode).toBe(400)
  expect((await message([{ type: 'x' }])).statusCode).toBe(400)
})

it('is not in the contract', () => {
  expect(Object.keys(api.app.swagger().paths ?? {}).some((path) => path.includes('secret-scanning'))).toBe(
    false,
  )
})

it('the published keys are read once an hour, and again at most once a minute for one that is not there', async () => {
  let now = 0
  const keys = publishedKeys(keysUrl, () => now)
  const body = Buffer.from('[]')
  const signature = sign('sha256', body, privateKey).toString('base64')
  published.asked = 0
  expect(await keys.verify('current', signature, body)).toBe(true)
  expect(await keys.verify('current', signature, body)).toBe(true)
  expect(await keys.verify('next', signature, body)).toBe(false)
  expect(published.asked).toBe(1)
  now = 60_001
  published.body = JSON.stringify({ public_keys: [{ key_identifier: 'next', key: pem }] })
  expect(await keys.verify('next', signature, body)).toBe(true)
  expect(await keys.verify('current', signature, body), 'withdrawn').toBe(false)
  expect(published.asked).toBe(2)
})

it.each([
  [500, '{}'],
  [200, 'not json'],
  [200, '{"public_keys": "none"}'],
  [200, `{"public_keys": "${'x'.repeat(70_000)}"}`],
])('while the published keys cannot be read (%i %.20s) nobody can sign', async (status, text) => {
  Object.assign(published, { status, body: text })
  const keys = publishedKeys(keysUrl)
  const body = Buffer.from('[]')
  await expect(
    keys.verify('current', sign('sha256', body, privateKey).toString('base64'), body),
  ).rejects.toMatchObject({
    name: 'PublicKeysUnavailable',
  })
})
