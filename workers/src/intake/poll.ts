import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'

/** Asks for the sources that are polled to be read again. Safe to repeat: a request that is open already stays one. */
export const pollSources = defineJob({
  name: 'poll-sources',
  concurrency: () => 1,

  async run({ dataset, source }, services) {
    if (!services.edgarOf(dataset)) return
    for (const key of await keysOf(source, dataset, services))
      await services.discovery.request({ dataset, source, key })
  },

  /** The next tick comes by itself. */
  async fail() {},
})

async function keysOf(source: string, dataset: 'live' | 'test', services: Services): Promise<string[]> {
  switch (source) {
    case 'latest_filings':
      return ['latest']
    case 'submissions_json':
      return await services.discovery.followed(dataset)
    case 'daily_index':
      return [yesterdayInNewYork()]
    case 'company_tickers':
      return ['all']
    default:
      return []
  }
}

/** The index of a day is complete after EDGAR closes at 22:00 in New York. */
function yesterdayInNewYork(now = Date.now()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(now - 86_400_000)
}
