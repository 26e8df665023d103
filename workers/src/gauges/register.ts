import { buildMetrics } from '@sec-latent/core/metrics/build-metrics'
import { diskMetrics } from '@sec-latent/core/metrics/disk-metrics'
import { poolMetrics } from '@sec-latent/core/metrics/pool-metrics'
import { isMigrated } from '@sec-latent/core/migrate'
import { localFolderOf } from '@sec-latent/core/objects/open'
import { measuredSignals } from '@sec-latent/core/signals/accuracy/measured'
import { Gauge } from 'prom-client'
import type { Services } from '../services.ts'
import { certificateGauge } from './certificates.ts'
import { edgarGauges } from './edgar.ts'
import { queueGauges } from './queues.ts'
import { recordGauges } from './record.ts'
import { within } from './within.ts'

/**
 * What a process is asked for when its metrics are read: the queue, the throttle of EDGAR, the record, its pool and disk. What
 * cannot be asked at the moment is left out, and everything else is still told. What several processes tell of the same thing is
 * the same, so that whoever reads takes the greatest.
 */
export function registerGauges(services: Services): void {
  const { config, metrics, sql } = services
  const { registry } = metrics
  buildMetrics(registry, config)
  poolMetrics(registry, { worker: sql })
  diskMetrics(registry, { objects: localFolderOf(config.OBJECT_STORE_URL) })
  new Gauge({
    name: 'database_up',
    help: '1 while Postgres answers this process within two seconds.',
    registers: [registry],
    async collect() {
      const answers = isMigrated(sql).then(() => 1)
      this.set(await within(answers, 0))
    },
  })
  queueGauges(services)
  edgarGauges(services)
  recordGauges(services)
  certificateGauge(registry, [config.PUBLIC_API_URL, config.PORTAL_URL])
  accuracyGauges(services)
}

/** How well signals hold against what others say of the same filings, as last measured; see `npm run accuracy:signals`. */
function accuracyGauges({ metrics: { registry } }: Services): void {
  for (const measure of ['precision', 'recall'] as const) {
    const gauge = new Gauge({
      name: `signal_eval_${measure}`,
      help: `The ${measure} of a type of signal on the corpus of real filings, for the version that was measured.`,
      labelNames: ['type', 'version'],
      registers: [registry],
    })
    for (const [type, { extractor_version: version, checks }] of Object.entries(measuredSignals)) {
      const values = checks.flatMap((check) => check[measure] ?? [])
      // Of several labels the one that is kindest to nobody.
      if (values.length > 0) gauge.set({ type, version }, Math.min(...values))
    }
  }
}
