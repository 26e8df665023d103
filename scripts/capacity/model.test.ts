import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute } from './attribute.ts'
import { takeovers } from './engines.ts'
import { FAMILIES, familyOf, mixOf } from './families.ts'
import type { MeasuredFamily } from './measured.ts'
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

const family = (more: Partial<MeasuredFamily>): MeasuredFamily => ({
  filings: 10,
  submission_bytes: 100_000,
  object_bytes: 200_000,
  object_gzip_bytes: 50_000,
  objects: 3,
  signals: 2,
  facts: 0,
  cpu_ms: 100,
  postgres_cpu_ms: 50,
  tables: { filings: 1_000 },
  ...more,
})
const assumed: Assumptions = {
  xbrl_share: 0.5,
  average_share_of_peak: 0.1,
  cache_hit_share: 0.9,
  answer_bytes: 1_000,
  utilisation: 0.5,
  backfill_requests_per_second: 8,
  download_bytes_per_second: 1e6,
  backup_ratio: 0.5,
  request_log_days: 30,
  daily_backups: 10,
  monthly_backups: 10,
  backups_made_a_month: 30,
  filers: 1_000,
  postgres_memory_share: 0.01,
}
const throughput: Throughput = {
  api_cached_us: 100,
  api_uncached_us: 1_000,
  postgres_uncached_us: 100,
  request_log_bytes: 500,
  bytes_per_filer: 1_000,
}
const prices: Prices = {
  plan_month: 20,
  vcpu_minute: 20 / 43_200,
  memory_gb_minute: 10 / 43_200,
  volume_gb_minute: 0.15 / 43_200,
  bucket_gb_month: 0.015,
  service_egress_gb: 0.05,
  minutes_of_a_month: 43_200,
}
const filing = averageFiling({ families: { other: family({}) } }, mixOf([['4', 1]], 0))
const load: Load = { name: 'a load', filings: 1e6, requestsPerSecond: 1_000, filingsPerHour: 3_600 }

describe('forms', () => {
  test.each([
    ['4', 'ownership'],
    ['SC 13G/A', 'holders'],
    ['8-K/A', 'current_report'],
    ['20-F', 'foreign_report'],
    ['10-K405', 'annual_report'],
    ['10-Q', 'quarterly_report'],
    ['424B5', 'prospectus'],
    ['485BPOS', 'prospectus'],
    ['13F-HR', 'fund_holdings'],
    ['N-PORT-P', 'fund_holdings'],
    ['DEFA14A', 'proxy'],
    ['D', 'offering_notice'],
    ['DEF 14A', 'proxy'],
    ['25-NSE', 'other'],
  ])('%s belongs to %s', (form, wanted) => expect(familyOf(form, false)).toBe(wanted))

  test('of every mix add up to all filings, and only reports are divided by XBRL', () => {
    const forms = fc.array(
      fc.tuple(
        fc.constantFrom('4', '10-K', '10-Q/A', '8-K', 'D', 'ABS-15G'),
        fc.integer({ min: 1, max: 500 }),
      ),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(forms, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const mix = mixOf(list, share)
        expect(FAMILIES.reduce((sum, one) => sum + mix[one], 0)).toBeCloseTo(1, 9)
        const reports = mix.annual_report + mix.annual_report_xbrl
        expect(mix.annual_report_xbrl).toBeCloseTo(reports * share, 9)
      }),
    )
  })
})

describe('what a table takes', () => {
  test('is divided among its filings by the bytes of their rows, and nothing is lost', () => {
    const portion = fc.record({
      accession_number: fc.constantFrom('a', 'b', 'c'),
      rows: fc.integer({ min: 1, max: 100 }),
      bytes: fc.integer({ min: 0, max: 10_000 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.array(portion, { minLength: 1 }),
        (bytes, portions) => {
          const sum = [...attribute(bytes, portions).values()].reduce((all, one) => all + one, 0)
          expect(sum).toBeCloseTo(bytes, 2)
        },
      ),
    )
    const shares = attribute(1_000, [
      { accession_number: 'large', rows: 1, bytes: 272 },
      { accession_number: 'small', rows: 1, bytes: 72 },
    ])
    expect(shares).toEqual(
      new Map([
        ['large', 750],
        ['small', 250],
      ]),
    )
  })
})

describe('the average filing', () => {
  test('weighs families by how often they are filed, and an unmeasured one is as everything else', () => {
    const families = {
      ownership: family({ tables: { filings: 1_000 }, signals: 1 }),
      annual_report_xbrl: family({ tables: { filings: 1_000, facts: 100_000 }, signals: 9, facts: 400 }),
      other: family({ tables: { filings: 500 }, signals: 3 }),
    }
    const average = averageFiling(
      { families },
      mixOf(
        [
          ['4', 80],
          ['10-K', 10],
          ['8-K', 10],
        ],
        1,
      ),
    )
    expect(average.tables).toEqual({ facts: 10_000, filings: 950 })
    expect(average.postgres_bytes).toBeCloseTo(10_950)
    expect(average.signals).toBeCloseTo(0.8 + 0.9 + 0.3)
    expect(average.facts).toBeCloseTo(40)
  })
})

test('storage is filings, filers and the log of requests; backups are as many as are kept', () => {
  const storage = storageOf(load, filing, throughput, assumed)
  expect(storage.filings).toBeCloseTo((1e6 * 1_000 + 1_000 * 1_000) / 1e9)
  expect(storage.request_log).toBeCloseTo((100 * 86_400 * 30 * 500) / 1e9)
  expect(storage.objects).toBeCloseTo(200)
  expect(storage.objects_compressed).toBeCloseTo(50)
  expect(storage.backups).toBeCloseTo((storage.filings + storage.request_log) * 0.5 * 20)
  expect(filingsThatFit(100, filing)).toBe(100_000_000)
})

test('processors follow requests, misses and filings; replicas leave room and are never one', () => {
  const peak = processorsOf(load, filing, throughput, assumed, 'peak')
  expect(peak.api).toBeCloseTo((900 * 100 + 100 * 1_000) / 1e6)
  expect(peak.postgres).toBeCloseTo(0.01 + (3_600 * 0.05) / 3_600)
  expect(peak.workers).toBeCloseTo(0.1)
  expect(processorsOf(load, filing, throughput, assumed, 'average').api).toBeCloseTo(peak.api / 10)
  expect(replicasOf('api', 0.1, assumed)).toBe(2)
  expect(replicasOf('api', 3.1, assumed)).toBe(7)
  expect(replicasOf('workers', 3.1, assumed)).toBe(4)
})

test('a backfill lasts as long as the slowest of asking, downloading and reading', () => {
  const { single, archives } = backfillOf(20_000_000, 33, filing, assumed, 16)
  expect(single.fetching_days).toBeCloseTo(20_000_000 / 8 / 86_400)
  expect(single.processing_days).toBeCloseTo((20_000_000 * 0.1) / 16 / 86_400)
  expect(single.days).toBe(single.fetching_days)
  expect(archives.requests).toBe(8_250)
  // A quarter of the submissions' bytes comes over the line.
  expect(archives.fetching_days).toBeCloseTo((20_000_000 * 25_000) / 1e6 / 86_400)
  expect(archives.days).toBe(Math.max(archives.fetching_days, archives.processing_days))
})

describe('cost', () => {
  const used = costOf(load, filing, throughput, assumed, prices, 'used')
  const capped = costOf(load, filing, throughput, assumed, prices, 'capped')

  test('at the limits is the founding table at the published prices', () => {
    expect(capped.replicas).toEqual({ api: 2, workers: 2 })
    expect(capped.lines.api).toBeCloseTo(2 * 20 + 2 * 2 * 10)
    expect(capped.lines.workers).toBeCloseTo(2 * 2 * 20 + 2 * 4 * 10)
    expect(capped.lines.portal).toBeCloseTo(20 + 10)
    expect(capped.lines['disk of Postgres']).toBeCloseTo(
      storageOf(load, filing, throughput, assumed).postgres * 0.15,
    )
    expect(capped.lines.answers).toBeCloseTo(((100 * 86_400 * 30 * 1_000) / 1e9) * 0.05)
  })

  test('by use is never more than at the limits, and adds up', () => {
    for (const name of Object.keys(used.lines) as (keyof typeof used.lines)[])
      expect(used.lines[name], name).toBeLessThanOrEqual(capped.lines[name])
    expect(used.total).toBeCloseTo(Object.values(used.lines).reduce((sum, one) => sum + one, 0))
    expect(used.lines.api).toBeCloseTo(0.019 * 20 + 40)
  })

  test('falls by what is saved, and the ways to save are sorted by it', () => {
    const savings = savingsOf(load, filing, throughput, assumed, prices)
    const of = Object.fromEntries(savings.map(({ way, dollars }) => [way, dollars]))
    expect(savings.map(({ dollars }) => dollars)).toEqual(
      savings.map(({ dollars }) => dollars).toSorted((one, other) => other - one),
    )
    const { postgres } = storageOf(load, filing, throughput, assumed)
    expect(of.weekly).toBeCloseTo(postgres * 0.5 * (5 * 0.015 + (30 - 30 / 7) * 0.05))
    expect(of.compressed).toBeCloseTo(150 * 0.015 + (3_600 * 720 * 150_000 * 0.05) / 1e9)
    expect(of.cdn).toBeCloseTo(used.lines.answers * 0.7)
    // There is no index of words in this filing.
    expect(of.search).toBeCloseTo(0)
  })

  test('is at least the plan', () => {
    const nothing: Load = { name: 'nothing', filings: 0, requestsPerSecond: 0, filingsPerHour: 0 }
    const free = { ...prices, vcpu_minute: 0, memory_gb_minute: 0, volume_gb_minute: 0 }
    expect(costOf(nothing, filing, throughput, { ...assumed, filers: 0 }, free, 'used').total).toBe(20)
  })
})

test('an engine takes over at the filings whose texts or facts reach its limit', () => {
  const by = Object.fromEntries(
    takeovers({ texts: 1, facts: 10, filings: 1 }, 20_000_000).map((one) => [one.engine, one]),
  )
  expect(by.OpenSearch).toMatchObject({ at_filings: 100_000, reached: true })
  expect(by.ClickHouse).toMatchObject({ at_filings: 100_000_000, kept: 200_000_000, reached: false })
  expect(by.Citus).toMatchObject({ at_filings: 200_000_000, reached: false })
})
