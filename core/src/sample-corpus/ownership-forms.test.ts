import { expect, test } from 'vitest'
import type { ScheduleReading } from '../beneficial-ownership/reader.ts'
import { readFiling } from '../filings/reading.ts'
import type { NoticeReading } from '../proposed-sales/reader.ts'
import { sampleCorpusFilings } from './corpus.ts'

function read<Content>(form: string, reader: string): Content {
  const sample = sampleCorpusFilings().find((filing) => filing.form === form)
  if (!sample) throw new Error(`the corpus has no ${form}`)
  const { outcomes } = readFiling(sample.submission, sample.filing_date)
  const outcome = outcomes.find((one) => one.reader.name === reader)
  expect(outcome?.status).toBe('ok_found')
  return outcome?.content as Content
}

test('a Form 144 names the seller, what is for sale, and the plan', () => {
  const [reading] = read<NoticeReading[]>('144', 'proposed_sales')
  expect(reading?.notice).toMatchObject({
    issuer_cik: '0009990001',
    seller_ciks: ['0009991004'],
    securities: [{ units_to_be_sold: 6_000, approximate_sale_date: '2025-05-20' }],
    plan_adoption_dates: ['2024-12-06'],
    warnings: [],
  })
})

test('a typed Schedule 13G has its person, with the CIK of the one filer', () => {
  const { report } = read<ScheduleReading>('SC 13G', 'beneficial_ownership')
  expect(report).toMatchObject({
    source: 'text',
    issuer_cik: '0009990001',
    issuer_name: 'Tarnwick Tidal Instruments, Inc.',
    cusips: ['9Z0001109'],
    event_date: '2023-12-31',
    rules: ['13d-1(b)'],
    warnings: [],
  })
  expect(report.reporting_persons).toMatchObject([
    {
      name: 'Harrowgate Vale Capital LLC',
      cik: '0009990071',
      sole_voting_power: 2_104_550,
      shared_voting_power: 0,
      percent_of_class: 5.3,
      person_types: ['IA'],
    },
  ])
})

test('a Schedule 13D in XML has both persons', () => {
  const { report } = read<ScheduleReading>('SCHEDULE 13D', 'beneficial_ownership')
  expect(report.reporting_persons.map(({ name, percent_of_class }) => [name, percent_of_class])).toEqual([
    ['Harrowgate Vale Capital LLC', 8.9],
    ['Leontyne Marsh-Ware', 8.9],
  ])
})
