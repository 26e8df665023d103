import { afterEach, expect, it, vi } from 'vitest'
import { GET } from '../app/api/metrics/route.ts'

afterEach(() => vi.unstubAllEnvs())
const ask = (authorization?: string) =>
  GET(new Request('http://portal.test/api/metrics', authorization ? { headers: { authorization } } : {}))

it('metrics of the portal are there for whoever shows the token, and nobody else', async () => {
  expect(ask('Bearer undefined').status).toBe(404)
  vi.stubEnv('METRICS_TOKEN', 'a-token-for-metrics')
  expect(ask().status).toBe(404)
  expect(ask('Bearer a-token-for-metricx').status).toBe(404)
  const answer = ask('Bearer a-token-for-metrics')
  expect(answer.headers.get('content-type')).toContain('version=0.0.4')
  const text = await answer.text()
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+ [\d.e+-]+)$/)
  expect(text).toMatch(/^process_cpu_seconds_total \d/m)
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m)
})
