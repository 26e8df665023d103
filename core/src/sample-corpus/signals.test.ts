import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statedFactStore } from '../facts/stated-facts-store.ts'
import { openObjectStore } from '../objects/open.ts'
import { knownFilingOf } from '../signals/known-filing.ts'
import { loadFiling } from '../signals/load-filing.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { testObjectStore } from '../testing/object-store.ts'
import { type ReadSample, readSampleCorpus } from './reading-fixture.ts'

/** `10-K` of a company by fiscal year: how many risk factors were added, removed and worded anew. */
const RISK_FACTORS: [ticker: string, period: string, outcome: string, counts: Record<string, number>][] = [
  ['TWTI', '2022-12-31', 'not_applicable no_prior_filing', {}],
  ['TWTI', '2023-12-31', 'ok_found', { rf_added: 1, rf_removed: 1, rf_modified: 1 }],
  ['TWTI', '2024-12-31', 'ok_found', { rf_added: 3, rf_removed: 1, rf_modified: 1 }],
  ['QFPV', '2023-01-28', 'not_applicable no_prior_filing', {}],
  ['QFPV', '2024-02-03', 'ok_found', { rf_added: 2, rf_removed: 1, rf_modified: 1 }],
  // Word for word the section of the year before.
  ['QFPV', '2025-02-01', 'ok_none risk_factors_unchanged', {}],
  ['VGLS', '2022-09-30', 'not_applicable not_required_of_filer', {}],
  ['VGLS', '2023-09-30', 'not_applicable not_required_of_filer', {}],
  ['VGLS', '2024-09-30', 'not_applicable not_required_of_filer', {}],
]

const SIMILARITIES = [
  'text_change_score',
  'text_sim_cosine',
  'text_sim_jaccard',
  'text_sim_min_edit',
  'text_sim_simple',
]

let read: ReadSample[]
let database: TestDatabase
let objects: Awaited<ReturnType<typeof testObjectStore>>
beforeAll(async () => {
  database = await testDatabase()
  objects = await testObjectStore()
  read = await readSampleCorpus(database.sql, openObjectStore(objects.url))
})
afterAll(async () => {
  await Promise.all([database.close(), objects.close()])
})

test('what was just read is, to the rules, what would be loaded', async () => {
  const sources = { sql: database.sql, objects: openObjectStore(objects.url) }
  for (const { sample, reading } of read) {
    const known = knownFilingOf(sample.submission, reading)
    const loaded = await loadFiling(sample.accession_number, sources)
    const kept = await loadFiling(sample.accession_number, sources, known)
    expect(JSON.parse(JSON.stringify(kept))).toEqual(JSON.parse(JSON.stringify(loaded)))
    const facts = known.facts({ ...loaded, filing_date: reading.submission.header.filing_date ?? '' })
    expect(facts).toEqual(await statedFactStore(database.sql).ofFiling(sample.accession_number))
  }
})

describe('where the signals fire and where they are silent', () => {
  test('no extractor fails on any filing', () => {
    const failed = read.flatMap(({ sample, runs }) =>
      Object.entries(runs)
        .filter(([, run]) => run.status === 'failed')
        .map(([name, run]) => `${sample.accession_number} ${name} ${run.reason}`),
    )
    expect(failed).toEqual([])
  })

  test('event_8k: one for each item of an 8-K, on no other form', () => {
    for (const { sample, runs } of read) {
      const signals = runs.event_8k?.signals ?? []
      expect(signals.map(({ value }) => value).sort(), sample.accession_number).toEqual(
        [...sample.items].sort(),
      )
      expect(runs.event_8k?.status).toBe(sample.form === '8-K' ? 'ok_found' : 'not_applicable')
    }
    const codes = new Set(read.flatMap(({ sample }) => sample.items))
    for (const code of ['1.01', '1.05', '2.02', '2.03', '4.01', '5.02', '5.07', '7.01', '8.01', '9.01']) {
      expect(codes).toContain(code)
    }
  })

  // It measures the complete submission, which every filing of the corpus has: it could only be silent without one.
  test('filing_size_log: on every filing, the logarithm of its megabytes', () => {
    for (const { sample, runs } of read) {
      const [signal] = runs.filing_size?.signals ?? []
      expect(signal?.value).toBeCloseTo(Math.log(sample.submission.length / 1_000_000), 10)
    }
  })

  test('text_sim_*: on a report with one a year before, silent on the first and on other forms', () => {
    for (const { sample, runs } of read) {
      const signals = runs.text_similarity?.signals ?? []
      const compared =
        sample.form === '10-K' || sample.form === '10-Q' ? hasPrior(sample.accession_number) : false
      expect(signals.map(({ signal_type }) => signal_type).sort(), sample.accession_number).toEqual(
        compared ? SIMILARITIES : [],
      )
    }
  })

  test('text_sim_*: exactly 1 where only figures changed, below 1 where sentences did', () => {
    const textSignals = (ticker: string, period: string) => {
      const found = read.find(({ sample }) => sample.company.ticker === ticker && sample.period === period)
      return found?.runs.text_similarity?.signals ?? []
    }
    const similarities = (ticker: string, period: string) =>
      textSignals(ticker, period)
        .filter(({ signal_type }) => signal_type.startsWith('text_sim_'))
        .map(({ value }) => Number(value))
    for (const period of ['2023-12-31', '2024-03-31', '2024-06-30']) {
      expect(similarities('VGLS', period)).toEqual([1, 1, 1, 1])
      const score = textSignals('VGLS', period).find(({ signal_type }) => signal_type === 'text_change_score')
      expect(score?.value).toBe(0)
    }
    for (const period of ['2023-09-30', '2024-09-30']) {
      for (const value of similarities('VGLS', period)) expect(value).toBeLessThan(1)
    }
    for (const value of similarities('TWTI', '2024-12-31')) {
      expect(value).toBeGreaterThan(0.8)
      expect(value).toBeLessThan(0.9999)
    }
  })

  test.each(RISK_FACTORS)('rf_*: %s, year ended %s: %s %o', (ticker, period, outcome, counts) => {
    const found = read.find(
      ({ sample }) => sample.form === '10-K' && sample.company.ticker === ticker && sample.period === period,
    )
    const run = found?.runs.risk_factor_diff
    expect([run?.status, run?.reason].filter(Boolean).join(' ')).toBe(outcome)
    const values = run?.signals.map(({ signal_type, value }) => [signal_type, value]) ?? []
    expect(Object.fromEntries(values)).toEqual(counts)
  })

  test('rf_*: a quarterly report that says nothing changed is silent', () => {
    const quiet = read.filter(
      ({ sample }) =>
        sample.form === '10-Q' && sample.company.ticker === 'TWTI' && (sample.period ?? '') < '2025-06-30',
    )
    expect(quiet).toHaveLength(7)
    for (const { runs } of quiet) expect(runs.risk_factor_diff?.signals).toEqual([])
  })

  test('rf_update_10q: false where a quarterly report says nothing changed, true where it sets forth an exception', () => {
    const updates = read
      .filter(({ sample }) => sample.form === '10-Q' && sample.company.ticker === 'TWTI')
      .map(({ sample, runs }) => [sample.period, runs.risk_factor_update?.signals[0]?.value])
    expect(updates.filter(([, value]) => value === true).map(([period]) => period)).toEqual([
      '2025-06-30',
      '2025-09-30',
    ])
    expect(updates.filter(([, value]) => value === false)).toHaveLength(7)
  })

  test('section_length_delta, stickiness: on every report with one a year before, on no other', () => {
    for (const { sample, runs } of read) {
      const compared =
        sample.form === '10-K' || sample.form === '10-Q' ? hasPrior(sample.accession_number) : false
      expect(runs.section_length?.signals.length ?? 0, sample.accession_number).toBeGreaterThanOrEqual(
        compared ? 1 : 0,
      )
      expect(runs.stickiness?.signals.length, sample.accession_number).toBe(compared ? 1 : 0)
    }
  })

  test('rf_added: a factor that a quarterly report sets forth as the exception is one more', () => {
    for (const period of ['2025-06-30', '2025-09-30']) {
      const run = read.find(
        ({ sample }) =>
          sample.form === '10-Q' && sample.company.ticker === 'TWTI' && sample.period === period,
      )?.runs.risk_factor_diff
      expect(run?.signals.map(({ signal_type, value }) => [signal_type, value])).toEqual([['rf_added', 1]])
    }
  })
})

function hasPrior(accession: string): boolean {
  const current = read.find(({ sample }) => sample.accession_number === accession)?.sample
  return read.some(
    ({ sample }) =>
      sample.company === current?.company &&
      sample.form === current.form &&
      Math.abs(Date.parse(current.period ?? '') - Date.parse(sample.period ?? '') - 365 * 86_400_000) <
        10 * 86_400_000,
  )
}
