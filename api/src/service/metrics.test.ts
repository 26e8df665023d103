import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp({ settings: { responseCacheMb: 8 } })
  await api.seed.filing({ accession_number: '0009900001-25-000001' })
})
afterAll(async () => {
  await api.close()
})

it('the cache counts where its answers came from, and reading the numbers does not change them', async () => {
  const count = async (result: string) => {
    const metric = await api.services.metrics.registry.getSingleMetric('cache_requests_total')?.get()
    return metric?.values.find(({ labels }) => labels.result === result)?.value
  }
  expect([await count('miss'), await count('hit')]).toEqual([0, 0])
  const ask = () => api.get('/v1/filings/0009900001-25-000001')
  const askOften = async () => {
    await api.services.cache?.look()
    expect((await ask()).statusCode).toBe(200)
    return await count('hit')
  }
  await expect.poll(askOften, { timeout: 20_000 }).toBeGreaterThan(0)
  const misses = await count('miss')
  expect(misses).toBeGreaterThan(0)
  await ask()
  expect(await count('miss')).toBe(misses)
  expect(await count('miss')).toBe(misses)
})
