import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../../testing/database.ts'
import { seedFiling } from '../../testing/seed-filing.ts'
import { departures } from '../events/departures.ts'
import { event8k } from '../events/event-8k.ts'
import { eventLabels } from '../events/labels.ts'
import { filingFixture } from '../filing-fixture.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { meetNeeds } from '../meet-needs.ts'
import { runExtractor } from '../run-extractor.ts'
import { replaceSignals } from '../store.ts'
import { deregistrationRule } from './deregistration.ts'
import { filingLagRule } from './filing-lag.ts'
import { lateFilingRule } from './late-filing.ts'

const CIK = '0009990001'

forEachPostgres((version) => {
  describe('rules over stored filings', () => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await testDatabase({ version })
      const { sql } = database
      const stored: [string, string, string, string | null][] = [
        ['0009990001-23-000001', '10-K', '2023-02-14T21:00:00Z', '2022-12-31'],
        ['0009990001-24-000002', 'NT 10-K', '2024-04-01T21:00:00Z', '2023-12-31'],
        ['0009990001-24-000003', '10-K', '2024-04-17T21:00:00Z', '2023-12-31'],
        // Accepted later than every filing under read: no rule may see it.
        ['0009990001-24-000009', '8-K', '2024-12-01T21:00:00Z', '2024-11-30'],
      ]
      for (const [accession_number, form_type, accepted_at, period_of_report] of stored) {
        await seedFiling(sql, { accession_number, form_type, accepted_at, period_of_report, cik: CIK })
      }
    })
    afterAll(() => database.close())

    function under(form_type: string, filing_date: string, period: string | null): FilingUnderRead {
      const { filing } = filingFixture({
        accession_number: '0009990001-24-000003',
        form_type,
        filing_date,
        period_of_report: period,
        header_lines: [
          `CONFORMED PERIOD OF REPORT:\t${(period ?? '').replaceAll('-', '')}`,
          `FILED AS OF DATE:\t\t${filing_date.replaceAll('-', '')}`,
        ],
        blocks: ['A filing.'],
      })
      return filing
    }
    const outcomeOf = async (rule: typeof filingLagRule, filing: FilingUnderRead) => {
      const met = await meetNeeds([rule], filing, {
        sql: database.sql,
        objects: undefined as never,
        loadFiling: undefined as never,
      })
      return rule.extract({ filing, as_of: filing.accepted_at, ...met.of(rule) })
    }

    test('find the reports and notices before, and nothing after', async () => {
      const report = under('10-K', '2024-04-17', '2023-12-31')
      expect(await outcomeOf(filingLagRule, report)).toMatchObject({
        findings: [{ value: 108, payload: { earlier_reports: 1, median_of_earlier: 45, change: 63 } }],
      })
      expect(await outcomeOf(lateFilingRule, report)).toMatchObject({
        findings: [{ value: 'grace_missed', payload: { notice_accession_number: '0009990001-24-000002' } }],
      })
      expect(await outcomeOf(deregistrationRule, under('15-12G', '2024-05-06', null))).toMatchObject({
        findings: [{ signal_type: 'deregistration' }, { signal_type: 'going_dark' }],
      })
    })

    test('are graded by the items of headers', async () => {
      const { sql } = database
      const said: [string, string[], string][] = [
        ['0009990001-24-000021', ['5.02'], 'Jane Roe resigned from the Board of the Company.'],
        ['0009990001-24-000022', ['8.01'], 'Jane Roe resigned from the Board of the Company.'],
        ['0009990001-24-000023', ['4.02'], 'The Company gives notice.'],
      ]
      for (const [accession_number, items, text] of said) {
        await seedFiling(sql, {
          accession_number,
          form_type: '8-K',
          accepted_at: '2024-05-06T21:00:00Z',
          cik: CIK,
        })
        await sql`update filings set items = ${items} where accession_number = ${accession_number}`
        const { filing, sources } = filingFixture({
          accession_number,
          form_type: '8-K',
          filing_date: '2024-05-06',
          items,
          header_lines: items.map((item) => `ITEM INFORMATION:\t\t${item}`),
          blocks: [{ text: 'Item 5.02 Departure of Directors.', section: '8k.item_5_02' }, text],
        })
        for (const rule of [event8k, departures]) {
          const met = await meetNeeds([rule], filing, {
            sql,
            objects: undefined as never,
            loadFiling: undefined as never,
          })
          const run = await runExtractor(rule, filing, met, sources)
          await sql.begin((tx) =>
            replaceSignals(
              tx,
              { accession_number, extractor: rule.name },
              run.signals.map((signal) => ({ ...signal, dataset: 'test' as const })),
            ),
          )
        }
      }
      const corpus = { sql, objects: undefined as never, dataset: 'test' as const }
      const label = (name: string) => eventLabels.find((one) => one.name.startsWith(name))?.cases(corpus)
      expect(await label('non_reliance')).toEqual([
        { accession_number: '0009990001-24-000021', subject: null, label: false, signal: false },
        { accession_number: '0009990001-24-000022', subject: null, label: false, signal: false },
        { accession_number: '0009990001-24-000023', subject: null, label: true, signal: false },
      ])
      expect(await label('director_departure')).toEqual([
        { accession_number: '0009990001-24-000021', subject: null, label: true, signal: true },
        { accession_number: '0009990001-24-000022', subject: null, label: false, signal: true },
      ])
      const items = await label('event_8k')
      expect(items?.filter(({ accession_number: number }) => number.endsWith('22'))).toEqual([
        { accession_number: '0009990001-24-000022', subject: '5.02', label: false, signal: true },
        { accession_number: '0009990001-24-000022', subject: '8.01', label: true, signal: false },
      ])
    })
  })
})
