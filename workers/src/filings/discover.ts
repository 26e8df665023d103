import type { CompanyProfile } from '@sec-latent/core/edgar/company-submissions'
import type { DiscoveredFiling } from '@sec-latent/core/edgar/discovered-filing'
import { EdgarError } from '@sec-latent/core/edgar/errors'
import type { EdgarGateway } from '@sec-latent/core/edgar/gateway'
import type { DiscoveryRequest } from '@sec-latent/core/intake/discovery-store'
import { defineJob, PermanentFailure } from '../job.ts'
import type { Services } from '../services.ts'
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

  async run(request, services) {
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
  },

  async fail(request, reason, services) {
    await services.discovery.giveUp(request, reason)
  },
})

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

/** Pages back through the feed until a page brings nothing new. */
async function readFeed(
  request: DiscoveryRequest,
  gateway: EdgarGateway,
  services: Services,
): Promise<number> {
  let seen = 0
  for (let page = 0; page < FEED_PAGES; page++) {
    const feed = await gateway.fetchLatestFilings({ start: page * FEED_PAGE, count: FEED_PAGE })
    const wanted = await inScope(request, feed.filings, services)
    seen += wanted.length
    const recorded = await services.intake.record(request.dataset, request.source, wanted)
    if (feed.filings.length < FEED_PAGE || recorded === 0) break
  }
  return seen
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
