import { createMetrics } from '@sec-latent/api/service/metrics'
import { buildMetrics } from '@sec-latent/core/metrics/build-metrics'
import { diskMetrics } from '@sec-latent/core/metrics/disk-metrics'
import { workerConfig } from '@sec-latent/workers/config'
import { registerGauges } from '@sec-latent/workers/gauges/register'
import { openServices } from '@sec-latent/workers/services'
import type { Registry } from 'prom-client'
import { processMetrics } from '../../docs-site/src/process-metrics.ts'
import { recordingRules } from './rule-files.ts'

/** Every scraped series has these. */
const TARGET_LABELS = ['job', 'instance']
/** What Prometheus itself and the node exporter tell, as far as it is used. */
const OTHERS: Record<string, string[]> = {
  up: [],
  ALERTS: ['alertname', 'alertstate', 'severity'],
  node_filesystem_avail_bytes: ['fstype', 'mountpoint', 'device'],
  node_filesystem_size_bytes: ['fstype', 'mountpoint', 'device'],
  node_cpu_seconds_total: ['mode', 'cpu'],
  node_memory_MemAvailable_bytes: [],
  node_memory_MemTotal_bytes: [],
}

/** The names of all series that can be asked for, with their labels: out of the processes themselves, none of which is started. */
export async function exportedMetrics(): Promise<Map<string, Set<string>>> {
  const exported = new Map<string, Set<string>>()
  const add = (name: string, labels: readonly string[]) => {
    exported.set(name, new Set([...(exported.get(name) ?? []), ...labels, ...TARGET_LABELS]))
  }
  const addRegistry = (registry: Registry) => {
    for (const metric of registry.getMetricsAsArray()) {
      const { name, labelNames = [] } = metric as unknown as { name: string; labelNames?: string[] }
      if (!('buckets' in metric) && name !== 'http_server_request_duration_seconds') add(name, labelNames)
      else {
        const labels = labelNames.length > 0 ? labelNames : ['route', 'method', 'status']
        add(`${name}_bucket`, [...('buckets' in metric ? labelNames : labels), 'le'])
        for (const part of ['sum', 'count']) add(`${name}_${part}`, 'buckets' in metric ? labelNames : labels)
      }
    }
  }

  const { registry } = createMetrics({
    limiter: { counts: () => ({ fallbacks: 0, redisCalls: 0 }) } as never,
    pools: {},
    checkDatabase: async () => 'unreachable',
  })
  diskMetrics(registry, { meter: '/' })
  buildMetrics(registry, { RELEASE: 'test', LATENT_ENV: 'development' })
  addRegistry(registry)

  const services = openServices(
    workerConfig({
      DATABASE_URL: 'postgres://localhost:1/nowhere',
      REDIS_QUEUE_URL: 'redis://127.0.0.1:1',
      REDIS_CACHE_URL: 'redis://127.0.0.1:1',
      OBJECT_STORE_URL: 'file:///nowhere',
      EDGAR_BASE_URL: 'http://127.0.0.1:1',
      DISCOVERY_SCOPE: 'all',
      PUBLIC_API_URL: 'https://127.0.0.1:1',
      LOG_LEVEL: 'silent',
    }),
    'workers',
  )
  registerGauges(services)
  addRegistry(services.metrics.registry)
  await services.close().catch(() => {})

  for (const [, name] of processMetrics().matchAll(/^# TYPE (\w+)/gm)) add(name as string, [])
  for (const { record, labels } of recordingRules()) add(record, Object.keys(labels ?? {}))
  for (const [name, labels] of Object.entries(OTHERS)) add(name, labels)
  return exported
}
