import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
})
afterAll(async () => {
  await api.close()
})

it('the state of the service says how far the data has come, and since when the longest waiting filing waits', async () => {
  await api.seed.filing({
    accession_number: '0009900001-25-000001',
    accepted_at: '2025-02-20T21:05:00Z',
    available_at: '2025-02-20T21:05:40Z',
  })
  await api.seed.filing({
    accession_number: '0009900001-25-000002',
    accepted_at: '2025-02-21T21:05:00Z',
    first_seen_at: '2025-02-21T21:05:10Z',
    available_at: null,
  })
  await api.seed.filing({
    accession_number: '0009900001-25-000003',
    accepted_at: '2025-02-22T21:05:00Z',
    first_seen_at: '2025-02-22T21:05:10Z',
    available_at: null,
  })
  const { pipeline } = (await api.app.inject('/v1/status')).json()
  expect(pipeline).toEqual({
    last_accepted_at: '2025-02-20T21:05:00Z',
    last_published_at: '2025-02-20T21:05:40Z',
    pending: 2,
    failed: 0,
    oldest_pending_at: '2025-02-21T21:05:10Z',
  })
})

it('while Postgres is away the state says so at once, and does not fail with it', async () => {
  const lost = await testApp()
  try {
    expect((await lost.app.inject('/v1/status')).json()).toMatchObject({
      status: 'ok',
      components: { database: 'ok' },
    })
  } finally {
    await lost.close()
  }
  const broken = await testApp()
  try {
    await broken.loseDatabase()
    const answer = await broken.app.inject('/v1/status')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      status: 'unavailable',
      components: { database: 'unreachable' },
      pipeline: { last_published_at: null, pending: 0 },
    })
    expect((await broken.app.inject('/readyz')).statusCode).toBe(503)
  } finally {
    await broken.close()
  }
})
