import { FORMS } from '../../api/src/bench-lists/forms.ts'
import { perFiling, takeovers } from './engines.ts'
import { mixOf } from './families.ts'
import { EDGAR, FOUNDING, SERVICES } from './founding.ts'
import type { MeasuredFilings } from './measured.ts'
import {
  type Assumptions,
  averageFiling,
  backfillOf,
  costOf,
  filingsThatFit,
  type Load,
  type Prices,
  processorsOf,
  replicasOf,
  savingsOf,
  storageOf,
  type Throughput,
} from './model.ts'

export interface Inputs {
  measured: MeasuredFilings
  throughput: Pick<Throughput, 'api_cached_us' | 'api_uncached_us' | 'postgres_uncached_us'>
  assumed: Assumptions
  prices: Prices
  /** The year that runs. */
  year: number
}

const yearsOfEdgar = (year: number) => year - EDGAR.firstYear

/** The loads that are asked about. What is kept of the founding ones is seven years of what EDGAR receives. */
export function loadsOf(year: number): Load[] {
  const sevenYears = Math.round((EDGAR.filings / yearsOfEdgar(year)) * FOUNDING.years)
  const { now, target } = FOUNDING
  const rates = ({ requestsPerSecond, filingsPerHour }: typeof now | typeof target) => ({
    requestsPerSecond,
    filingsPerHour,
  })
  return [
    { name: 'founding, current', filings: sevenYears, ...rates(now) },
    { name: 'founding, target', filings: sevenYears, ...rates(target) },
    { name: 'all of EDGAR', filings: EDGAR.filings, ...rates(target) },
  ]
}

const loadOfEdgar = (year: number) => loadsOf(year).at(-1) as Load

/** Everything the page says, out of what was measured, assumed and published. */
export function capacityOf({ measured, throughput: rates, assumed, prices, year }: Inputs) {
  const filing = averageFiling(measured, mixOf(FORMS, assumed.xbrl_share))
  const throughput: Throughput = {
    ...rates,
    request_log_bytes: measured.request_log_bytes,
    bytes_per_filer: measured.bytes_per_filer,
  }
  const counts = perFiling(filing, measured)
  const loads = loadsOf(year).map((load) => {
    const peak = processorsOf(load, filing, throughput, assumed, 'peak')
    return {
      load,
      storage: storageOf(load, filing, throughput, assumed),
      peak,
      replicas: {
        api: replicasOf('api', peak.api, assumed),
        workers: replicasOf('workers', peak.workers, assumed),
      },
      used: costOf(load, filing, throughput, assumed, prices, 'used'),
      capped: costOf(load, filing, throughput, assumed, prices, 'capped'),
    }
  })
  return {
    filing,
    loads,
    fit_in_founding_disk: filingsThatFit(FOUNDING.storageGb.postgres, filing),
    requests_per_core: {
      cached: 1e6 / rates.api_cached_us,
      uncached: 1e6 / rates.api_uncached_us,
    },
    filings_per_core_hour: 3_600_000 / filing.cpu_ms,
    backfill: backfillOf(
      EDGAR.filings,
      yearsOfEdgar(year),
      filing,
      assumed,
      SERVICES.workers.most * SERVICES.workers.vcpu,
    ),
    takeovers: takeovers(counts, EDGAR.filings),
    savings: savingsOf(loadOfEdgar(year), filing, throughput, assumed, prices),
  }
}
export type Capacity = ReturnType<typeof capacityOf>
