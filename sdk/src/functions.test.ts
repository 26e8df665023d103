import { expect, test } from 'vitest'
import { createClient } from './core.ts'
import * as functions from './generated/functions.ts'
import { TABLE } from './generated/table.ts'
import { answerJson, loopbackServer } from './loopback-server.ts'

test('single functions do what the methods do', async () => {
  const server = await loopbackServer(({ url }, response) =>
    answerJson(response, 200, { data: [{ at: url.pathname }], has_more: false, next_cursor: null }),
  )
  const client = createClient({ apiKey: 'slp_test_x', baseUrl: server.url })
  const entries = await functions.listFilings(client, { ticker: 'TWTI' }).toArray()
  expect(entries).toEqual([{ at: '/v1/filings' }])
  await functions.getFiling(client, '0009990001-23-000005')
  await functions.createMonitor(client, { name: 'x' } as never, { idempotencyKey: 'mine' })
  await server.close()
  expect(
    server.seen.map(({ method, url, body }) => `${method} ${url.pathname}${url.search} ${body}`),
  ).toEqual([
    'GET /v1/filings?ticker=TWTI ',
    'GET /v1/filings/0009990001-23-000005 ',
    'POST /v1/monitors {"name":"x"}',
  ])
  expect(server.seen[2]?.headers['idempotency-key']).toBe('mine')
})

test('there is a function for every method', () => {
  const methods = Object.values(TABLE).flatMap((specs) => Object.keys(specs))
  expect(Object.keys(functions)).toHaveLength(methods.length)
})
