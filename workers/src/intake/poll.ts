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
      return await services.discovery.indexesMissing(dataset, daysBefore(INDEX_DAYS))
    case 'company_tickers':
      return ['all']
    default:
      return []
  }
}

/** So long nobody may have polled without a gap that stays. */
const INDEX_DAYS = 7

/** The last days before today in New York, the latest first. */
export function daysBefore(count: number, now = Date.now()): string[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })
  return Array.from({ length: count }, (_, day) => format.format(now - (day + 1) * 86_400_000))
}
