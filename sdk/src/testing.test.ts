import { afterEach, expect, test } from 'vitest'
import { ConnectionError, RateLimitError, TimeoutError } from './errors.ts'
import { fakeApi, fakeClock, faults, page } from './testing.ts'

let clock: ReturnType<typeof fakeClock> | undefined
afterEach(() => {
  clock?.restore()
  clock = undefined
})

test('a fake API answers by route, in turn, and takes down what was asked', async () => {
  const api = fakeApi({
    'GET /v1/filings': [
      page([{ n: 1 }], 'more'),
      ({ query }) => page([{ n: 2, cursor: query.get('cursor') }]),
    ],
    'GET /v1/filings/*': { accession_number: '0009990001-23-000005' },
    'POST /v1/monitors': ({ body }) => ({ made: body }),
  })
  const client = api.client()
  expect(await client.filings.list().toArray()).toEqual([{ n: 1 }, { n: 2, cursor: 'more' }])
  expect((await client.filings.get('x')).accession_number).toBe('0009990001-23-000005')
  expect(await client.monitors.create({ name: 'mine' } as never)).toEqual({ made: { name: 'mine' } })
  await expect(client.signals.list()).rejects.toMatchObject({ status: 404, code: 'route_not_found' })
  expect(api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1/filings',
    'GET /v1/filings',
    'GET /v1/filings/x',
    'POST /v1/monitors',
    'GET /v1/signals',
  ])
})

test('faults are those of real servers, and a clock in the hand of the test makes waiting free', async () => {
  clock = fakeClock()
  const api = fakeApi({ 'GET /v1/filings': [faults.rateLimited(30_000), faults.reset(), page([])] })
  let done = false
  const call = api
    .client()
    .filings.list()
    .then(() => {
      done = true
    })
  await clock.advance(29_999)
  expect([api.requests.length, done]).toEqual([1, false])
  await clock.advance(1)
  expect(api.requests.length).toBe(2)
  await clock.advance(8_000)
  await call
  expect(api.requests.length).toBe(3)
})

test.each([
  ['reset', faults.reset(), ConnectionError],
  ['silence', faults.silence(), TimeoutError],
  ['truncated', faults.truncated(page([{ n: 1 }])), ConnectionError],
  ['rate limit', faults.rateLimited(1), RateLimitError],
])('%s is the error it should be', async (_, fault, kind) => {
  const client = fakeApi({ 'GET /v1/filings': fault }).client({ maxRetries: 0, timeoutMs: 400 })
  await expect(client.filings.list()).rejects.toThrow(kind)
})
