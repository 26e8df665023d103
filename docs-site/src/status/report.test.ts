import { expect, it } from 'vitest'
import type { ServiceStatus } from '../../../sdk/src/index.ts'
import type { Sample } from './history.ts'
import type { Snapshot } from './monitor.ts'
import { statusReport } from './report.ts'

const NOW = Date.parse('2026-11-02T12:00:00Z')
const service = {
  status: 'ok',
  version: '2026-11-01',
  components: { database: 'ok', limits: 'ok' },
  pipeline: {
    last_accepted_at: '2026-11-02T11:58:20Z',
    last_published_at: '2026-11-02T11:58:25Z',
    pending: 2,
    failed: 0,
    oldest_pending_at: '2026-11-02T11:59:48Z',
  },
} as ServiceStatus

function snapshot(samples: Sample[], more: Partial<Snapshot> = {}): Snapshot {
  const component = { id: 'readiness' as const, name: 'API', request: 'GET /readyz', samples }
  return {
    measured_since: NOW - 60_000,
    components: [component],
    service,
    latest: null,
    reads: false,
    ...more,
  }
}
const sample = (secondsAgo: number, ok = true): Sample => ({ at: NOW - secondsAgo * 1000, ok, ms: 3 })

it('says what was measured, and how far the data has come in seconds', () => {
  const report = statusReport(snapshot([sample(30), sample(1)]), NOW, [])
  expect(report).toMatchObject({
    status: 'operational',
    measured_since: '2026-11-02T11:59:00Z',
    pipeline: { lag_seconds: 5, since_last_accepted_seconds: 100, queue_age_seconds: 12, pending: 2 },
    components: [{ up: true, probes: 2, uptime: 1, latency_ms: { p50: 3, p95: 3 } }],
  })
  const states = report.components[0]?.last_24_hours.map(({ state }) => state)
  expect(states?.slice(0, -1)).toEqual(Array.from({ length: 47 }, () => 'none'))
  expect(states?.at(-1)).toBe('up')
})

it('is not operational when something is wrong, and knows nothing before the first probe', () => {
  const ongoing = {
    id: 'x',
    title: 'x',
    impact: 'minor' as const,
    started_at: 'x',
    resolved_at: null,
    updates: [],
  }
  expect(statusReport(snapshot([sample(1, false)]), NOW, []).status).toBe('down')
  expect(statusReport(snapshot([sample(1)]), NOW, [ongoing]).status).toBe('degraded')
  expect(
    statusReport(snapshot([sample(1)], { service: { ...service, status: 'degraded' } }), NOW, []).status,
  ).toBe('degraded')
  expect(statusReport(snapshot([sample(1)], { service: null }), NOW, []).status).toBe('degraded')
  expect(statusReport(snapshot([]), NOW, []).status).toBe('unknown')
})

it('says what the last probe found wrong', () => {
  const failed = { ...sample(1, false), fault: 'status 503, database not migrated' }
  const [component] = statusReport(snapshot([sample(30), failed]), NOW, []).components
  expect(component).toMatchObject({ up: false, fault: 'status 503, database not migrated', uptime: 0.5 })
})
