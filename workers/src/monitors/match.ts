import { type Dataset, datasets } from '@sec-latent/core/dataset'
import type { Queryable } from '@sec-latent/core/db'
import { matchUrl } from '@sec-latent/core/monitors/match-url'
import { type MonitorMatch, matchMonitors as match } from '@sec-latent/core/monitors/store'
import { enqueueEvent } from '@sec-latent/core/webhooks/enqueue'
import { defineJob } from '../job.ts'

/** Notes which changes of the feed the monitors of customers ask for. */
export const matchMonitors = defineJob({
  name: 'match-monitors',
  concurrency: () => 1,

  async run(_, { sql }) {
    for (const dataset of datasets) {
      while (await match(sql, dataset, (tx, matches) => tell(tx, dataset, matches)));
    }
  },

  async fail() {},
})

/** One event per match, for the webhook endpoints that ask for them. */
async function tell(tx: Queryable, dataset: Dataset, matches: MonitorMatch[]): Promise<void> {
  for (const match of matches) {
    const { organisation_id, monitor_id, object_id, position } = match
    await enqueueEvent(tx, {
      organisation_id,
      dataset,
      type: 'monitor.matched',
      data: { object: 'monitor_match', monitor_id, object_id, url: matchUrl(match) },
      dedupe: `${monitor_id}:${position}`,
    })
  }
}
