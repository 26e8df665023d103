import { FAMILIES, type Family } from './families.ts'
import { SERVICES, type Service } from './founding.ts'
import type { MeasuredFamily, MeasuredFilings } from './measured.ts'

/** Bytes of a gigabyte, as prices and the founding document count them. */
export const GB = 1e9
const HOUR_MS = 3_600_000
const DAY_SECONDS = 86_400
const SEC_REQUESTS_PER_SECOND = 10
const TRADING_DAYS_OF_A_YEAR = 250

/** What nobody measured, each with the reason in `assumptions.json`. */
export interface Assumptions {
  /** Of all 10-Ks and 10-Qs ever, how many came with XBRL. */
  xbrl_share: number
  /** Of the requests at the busiest second, how many come in an average one. */
  average_share_of_peak: number
  cache_hit_share: number
  /** Bytes that leave for one answer. */
  answer_bytes: number
  /** How full a processor may be before another is wanted. */
  utilisation: number
  /** Of the SEC's ten requests a second, how many a backfill by single filings gets. */
  backfill_requests_per_second: number
  download_bytes_per_second: number
  /** How much smaller a backup is than the database. */
  backup_ratio: number
  request_log_days: number
  daily_backups: number
  monthly_backups: number
  /** Whole backups that are made and leave for their bucket in a month. */
  backups_made_a_month: number
  filers: number
  /** Memory of Postgres, as a share of what it keeps; never less than the founding table gives it. */
  postgres_memory_share: number
}

/** Measured: the first three by commands that `throughput.json` names, the last beside the filings. */
export interface Throughput {
  api_cached_us: number
  api_uncached_us: number
  postgres_uncached_us: number
  request_log_bytes: number
  bytes_per_filer: number
}

export interface Prices {
  plan_month: number
  vcpu_minute: number
  memory_gb_minute: number
  volume_gb_minute: number
  bucket_gb_month: number
  service_egress_gb: number
  minutes_of_a_month: number
}

/** One filing of EDGAR on average: each family as often as it is filed, what was not measured as everything else. */
export function averageFiling({ families }: Pick<MeasuredFilings, 'families'>, mix: Record<Family, number>) {
  const of = (family: Family) => families[family] ?? families.other
  const sum = (pick: (one: MeasuredFamily) => number) =>
    FAMILIES.reduce((total, family) => {
      const one = of(family)
      return one ? total + mix[family] * pick(one) : total
    }, 0)
  const names = new Set(Object.values(families).flatMap(({ tables }) => Object.keys(tables)))
  const tables = Object.fromEntries(
    [...names].sort().map((name) => [name, sum((one) => one.tables[name] ?? 0)]),
  )
  return {
    tables,
    postgres_bytes: Object.values(tables).reduce((total, bytes) => total + bytes, 0),
    submission_bytes: sum((one) => one.submission_bytes),
    object_bytes: sum((one) => one.object_bytes),
    object_gzip_bytes: sum((one) => one.object_gzip_bytes),
    signals: sum((one) => one.signals),
    facts: sum((one) => one.facts),
    cpu_ms: sum((one) => one.cpu_ms),
    postgres_cpu_ms: sum((one) => one.postgres_cpu_ms),
  }
}
export type AverageFiling = ReturnType<typeof averageFiling>

export interface Load {
  name: string
  /** Kept, all of them. */
  filings: number
  requestsPerSecond: number
  filingsPerHour: number
}

/** Gigabytes of each store when all filings of the load are kept and its requests have come for as long as their log is kept. */
export function storageOf(load: Load, filing: AverageFiling, throughput: Throughput, assumed: Assumptions) {
  const requests =
    load.requestsPerSecond * assumed.average_share_of_peak * DAY_SECONDS * assumed.request_log_days
  const filings = (load.filings * filing.postgres_bytes + assumed.filers * throughput.bytes_per_filer) / GB
  const requestLog = (requests * throughput.request_log_bytes) / GB
  const postgres = filings + requestLog
  return {
    filings,
    request_log: requestLog,
    postgres,
    objects: (load.filings * filing.object_bytes) / GB,
    objects_compressed: (load.filings * filing.object_gzip_bytes) / GB,
    backups: postgres * assumed.backup_ratio * (assumed.daily_backups + assumed.monthly_backups),
  }
}
export type Storage = ReturnType<typeof storageOf>

/** Filings whose rows fit into so many gigabytes. */
export const filingsThatFit = (gigabytes: number, filing: AverageFiling) =>
  Math.floor((gigabytes * GB) / filing.postgres_bytes)

/** Processors that are busy all the time, at the busiest second or on average. */
export function processorsOf(
  load: Load,
  filing: AverageFiling,
  throughput: Throughput,
  assumed: Assumptions,
  when: 'peak' | 'average',
) {
  const share = when === 'peak' ? 1 : assumed.average_share_of_peak
  const requests = load.requestsPerSecond * share
  const missed = requests * (1 - assumed.cache_hit_share)
  const hits = requests - missed
  return {
    api: (hits * throughput.api_cached_us + missed * throughput.api_uncached_us) / 1e6,
    postgres:
      (missed * throughput.postgres_uncached_us) / 1e6 +
      (load.filingsPerHour * filing.postgres_cpu_ms) / HOUR_MS,
    workers: (load.filingsPerHour * filing.cpu_ms) / HOUR_MS,
  }
}

/** As many as the work needs at the wanted utilisation, and never fewer than two of what must not fail. */
export function replicasOf(service: 'api' | 'workers', processors: number, assumed: Assumptions) {
  const { vcpu, least } = SERVICES[service]
  return Math.max(least, Math.ceil(processors / (vcpu * assumed.utilisation)))
}

/** How long taking in so many filings takes, by each of the two ways, and what holds it up. */
export function backfillOf(
  filings: number,
  years: number,
  filing: AverageFiling,
  assumed: Assumptions,
  workerProcessors: number,
) {
  const processing = (filings * filing.cpu_ms) / 1_000 / workerProcessors / DAY_SECONDS
  const packed = filing.submission_bytes * (filing.object_gzip_bytes / filing.object_bytes)
  const single = filings / assumed.backfill_requests_per_second / DAY_SECONDS
  const archives = years * TRADING_DAYS_OF_A_YEAR
  const asking = archives / SEC_REQUESTS_PER_SECOND / DAY_SECONDS
  const download = (filings * packed) / assumed.download_bytes_per_second / DAY_SECONDS
  return {
    single: {
      requests: filings,
      fetching_days: single,
      processing_days: processing,
      days: Math.max(single, processing),
    },
    archives: {
      requests: archives,
      fetching_days: Math.max(asking, download),
      processing_days: processing,
      days: Math.max(asking, download, processing),
    },
  }
}

/** Dollars a month. `capped`: everything runs at its limits; otherwise processors by use, memory at its limit. */
export function costOf(
  load: Load,
  filing: AverageFiling,
  throughput: Throughput,
  assumed: Assumptions,
  prices: Prices,
  how: 'used' | 'capped',
) {
  const storage = storageOf(load, filing, throughput, assumed)
  const busy = processorsOf(load, filing, throughput, assumed, 'average')
  const peak = processorsOf(load, filing, throughput, assumed, 'peak')
  const vcpu = prices.vcpu_minute * prices.minutes_of_a_month
  const memory = prices.memory_gb_minute * prices.minutes_of_a_month
  const service = (
    name: Service,
    replicas: number,
    processors: number,
    memoryGb: number = SERVICES[name].memoryGb,
  ) => {
    const limit = replicas * SERVICES[name].vcpu
    const used = how === 'capped' ? limit : Math.min(processors, limit)
    return used * vcpu + replicas * memoryGb * memory
  }
  const postgresMemory = Math.max(
    SERVICES.postgres.memoryGb,
    storage.postgres * assumed.postgres_memory_share,
  )
  const replicas = {
    api: replicasOf('api', peak.api, assumed),
    workers: replicasOf('workers', peak.workers, assumed),
  }
  const answers = load.requestsPerSecond * assumed.average_share_of_peak * DAY_SECONDS * 30
  const uploads = load.filingsPerHour * 24 * 30 * filing.object_bytes
  const lines = {
    portal: service('portal', SERVICES.portal.least, 0),
    api: service('api', replicas.api, busy.api),
    workers: service('workers', replicas.workers, busy.workers),
    scheduler: service('scheduler', 1, 0),
    postgres: service('postgres', 1, busy.postgres, postgresMemory),
    redis: service('redis', SERVICES.redis.least, 0),
    helpers: service('helpers', SERVICES.helpers.least, 0),
    'disk of Postgres': storage.postgres * prices.volume_gb_minute * prices.minutes_of_a_month,
    objects: storage.objects * prices.bucket_gb_month,
    backups: storage.backups * prices.bucket_gb_month,
    answers: ((answers * assumed.answer_bytes) / GB) * prices.service_egress_gb,
    'uploads to buckets':
      (uploads / GB + backupGb(storage, assumed) * assumed.backups_made_a_month) * prices.service_egress_gb,
  }
  const usage = Object.values(lines).reduce((sum, dollars) => sum + dollars, 0)
  return { replicas, lines, usage, total: Math.max(usage, prices.plan_month) }
}

/** One whole backup. It leaves over the public network, as everything does that goes into a bucket. */
const backupGb = (storage: Storage, assumed: Assumptions) => storage.postgres * assumed.backup_ratio

/** What each way to spend less saves of a load in a month, the largest first. */
export function savingsOf(
  load: Load,
  filing: AverageFiling,
  throughput: Throughput,
  assumed: Assumptions,
  prices: Prices,
) {
  const total = (one: AverageFiling, more: Partial<Assumptions>) =>
    costOf(load, one, throughput, { ...assumed, ...more }, prices, 'used').usage
  const now = total(filing, {})
  const { search_chunks = 0, search_documents = 0 } = filing.tables
  const search = search_chunks + search_documents
  return [
    // Five lie in any thirty days, with the one before them.
    { way: 'weekly', dollars: now - total(filing, { daily_backups: 5, backups_made_a_month: 30 / 7 }) },
    { way: 'compressed', dollars: now - total({ ...filing, object_bytes: filing.object_gzip_bytes }, {}) },
    {
      way: 'search',
      dollars: now - total({ ...filing, postgres_bytes: filing.postgres_bytes - search }, {}),
    },
    // The founding document wants 70 % less of the origin's traffic by a CDN.
    { way: 'cdn', dollars: now - total(filing, { answer_bytes: assumed.answer_bytes * 0.3 }) },
  ].sort((one, other) => other.dollars - one.dollars) as {
    way: 'weekly' | 'compressed' | 'search' | 'cdn'
    dollars: number
  }[]
}
