import type { CompanyProfile } from '@sec-latent/core/edgar/company-submissions'
import type { DiscoveredFiling } from '@sec-latent/core/edgar/discovered-filing'
import { EdgarError } from '@sec-latent/core/edgar/errors'
import type { FeedArchiveCounts } from '@sec-latent/core/edgar/feed-archive'
import type { EdgarGateway } from '@sec-latent/core/edgar/gateway'
import type { DiscoveryRequest } from '@sec-latent/core/intake/discovery-store'
import { defineJob, PermanentFailure, WaitUntil } from '../job.ts'
import type { Services } from '../services.ts'
import { takeInFeedEntry } from './feed-entry.ts'
import { translate } from './fetch.ts'

/** The feed lists at most this many entries a page, and EDGAR stops paging after some two thousand. */
const FEED_PAGE = 100
const FEED_PAGES = 20

/**
 * Reads one discovery source and records every filing it names. Safe to repeat: a filing is recorded once, whichever
 * source names it first.
 */
export const discoverFilings = defineJob({
  name: 'discover-filings',
  concurrency: () => 2,
  run: discover,
  fail: giveUp,
})

/** So many filings of history may be on their way before another quarter or day is read: Redis holds a job for each. */
const HISTORY_AT_ONCE = 100_000
const LOOK_AGAIN_MS = 30_000

/** Sources that take minutes, apart from those of new filings, and not before earlier history is mostly taken in. */
export const discoverHistory = defineJob({
  name: 'discover-history',
  concurrency: () => 1,

  async run(request, services) {
    if (await services.intake.historyWaits(HISTORY_AT_ONCE))
      throw new WaitUntil(Date.now() + LOOK_AGAIN_MS, 'enough history is on its way')
    await discover(request, services)
  },

  fail: giveUp,
})

async function discover(request: DiscoveryRequest, services: Services): Promise<void> {
  const edgar = services.edgarOf(request.dataset)
  if (!edgar) {
    throw new PermanentFailure(
      'edgar_not_configured',
      `no EDGAR is configured for the ${request.dataset} dataset`,
    )
  }
  try {
    const seen = await read(request, edgar.gateway, services)
    await services.discovery.complete(request, seen)
  } catch (error) {
    throw error instanceof EdgarError ? translate(error) : error
  }
}

/** A day without an archive, or with a broken one, may have filings all the same: its index names them. */
async function giveUp(request: DiscoveryRequest, reason: string, services: Services): Promise<void> {
  if (request.source === 'feed_archive')
    await services.discovery.request({ ...request, source: 'daily_index' })
  await services.discovery.giveUp(request, reason)
}

async function read(request: DiscoveryRequest, gateway: EdgarGateway, services: Services): Promise<number> {
  const { dataset, source, key } = request
  switch (source) {
    case 'latest_filings':
      return await readFeed(request, gateway, services)
    case 'submissions_json': {
      const company = await gateway.fetchCompanySubmissions(key)
      const wanted = company.filings.filter((filing) => filing.filing_date >= followedSince(services))
      await services.entities.recordTickers(dataset, tickersOf(company.profile))
      await services.intake.record(dataset, source, wanted)
      return wanted.length
    }
    case 'company_tickers': {
      const tickers = await gateway.fetchCompanyTickers()
      await services.entities.recordTickers(dataset, tickers)
      return tickers.length
    }
    case 'daily_index': {
      const index = await gateway.fetchDailyIndex(key)
      return await recordWanted(request, index.filings, services)
    }
    case 'feed_archive':
      return await readArchive(request, gateway, services)
    case 'full_index': {
      const [year, quarter] = key.split('-Q').map(Number) as [number, number]
      const index = await gateway.fetchFullIndex(year, quarter)
      return await recordWanted(request, index.filings, services)
    }
  }
}

function tickersOf({ cik, tickers, exchanges }: CompanyProfile) {
  return tickers.map((ticker, index) => ({ cik, ticker, exchange: exchanges[index] ?? null }))
}

/**
 * Pages back through the feed until a page brings nothing new, and records the oldest page first: whatever breaks on the way,
 * what is not recorded yet lies above everything that is, and the next reading comes to it before it stops.
 */
async function readFeed(
  request: DiscoveryRequest,
  gateway: EdgarGateway,
  services: Services,
): Promise<number> {
  const pages: DiscoveredFiling[][] = []
  for (let page = 0; page < FEED_PAGES; page++) {
    const feed = await gateway.fetchLatestFilings({ start: page * FEED_PAGE, count: FEED_PAGE })
    const wanted = await inScope(request, feed.filings, services)
    pages.push(wanted)
    const known = await services.intake.known(wanted.map(numberOf))
    if (feed.filings.length < FEED_PAGE || known.size === new Set(wanted.map(numberOf)).size) break
  }
  for (const page of pages.reverse()) await services.intake.record(request.dataset, request.source, page)
  return pages.reduce((sum, page) => sum + page.length, 0)
}

/**
 * One after another as they come: what was taken in before the archive broke off stays, and is passed over next time. What only
 * the index of the day names is fetched one by one.
 */
async function readArchive(
  { dataset, key }: DiscoveryRequest,
  gateway: EdgarGateway,
  services: Services,
): Promise<number> {
  const everything = dataset === 'test' || services.config.DISCOVERY_SCOPE === 'all'
  const followed = everything ? null : new Set(await services.discovery.followed(dataset))
  const counts: FeedArchiveCounts = { entries: 0, others: 0 }
  let unreadable = 0
  for await (const entry of gateway.readFeedArchive(key, counts)) {
    const outcome = await takeInFeedEntry(entry, { dataset, date: key, followed }, services)
    if (outcome === 'unreadable') unreadable++
  }
  if (unreadable + counts.others > 0)
    services.log.warn({
      action: 'read-feed-archive',
      status: 'incomplete',
      message: 'entries of an archive were left to be fetched one by one',
      metadata: { date: key, filings: counts.entries, unreadable, other_entries: counts.others },
    })
  await services.discovery.request({ dataset, source: 'daily_index', key })
  return counts.entries
}

function numberOf({ accession_number }: DiscoveredFiling): string {
  return accession_number
}

async function recordWanted(
  request: DiscoveryRequest,
  filings: DiscoveredFiling[],
  services: Services,
): Promise<number> {
  const wanted = await inScope(request, filings, services)
  await services.intake.record(request.dataset, request.source, wanted)
  return wanted.length
}

/** The test dataset and a service that takes in everything keep all filings; else those of followed companies. */
async function inScope(
  { dataset }: DiscoveryRequest,
  filings: DiscoveredFiling[],
  { config, discovery }: Services,
): Promise<DiscoveredFiling[]> {
  if (dataset === 'test' || config.DISCOVERY_SCOPE === 'all') return filings
  const followed = new Set(await discovery.followed(dataset))
  return filings.filter((filing) => followed.has(filing.cik))
}

function followedSince({ config }: Services, now = new Date()): string {
  return `${now.getUTCFullYear() - config.FOLLOW_YEARS}${now.toISOString().slice(4, 10)}`
}
