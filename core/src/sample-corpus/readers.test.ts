import { describe, expect, test } from 'vitest'
import type { FilingReading } from '../filings/reading.ts'
import { readFiling } from '../filings/reading.ts'
import { parseOwnershipDocument } from '../insider-transactions/parse-ownership.ts'
import { sampleCorpusFilings } from './corpus.ts'
import { newYorkToUtc } from './new-york-clock.ts'
import { ownersOf } from './ownership-report.ts'

const readings = sampleCorpusFilings().map((sample) => ({
  sample,
  reading: readFiling(sample.submission, sample.filing_date),
}))

const ANNUAL = [
  ...['1', '1a', '1b', '2', '3', '4', '5', '6', '7', '7a', '8', '9', '9a', '9b', '9c'],
  ...['10', '11', '12', '13', '14', '15', '16'],
].map((item) => `10k.item_${item}`)
const QUARTERLY = [
  ...['1', '2', '3', '4'].map((item) => `10q.part1_item_${item}`),
  ...['1', '1a', '2', '3', '4', '5', '6'].map((item) => `10q.part2_item_${item}`),
]

describe('every filing of the corpus', () => {
  test.each(readings.map((read) => [read.sample.accession_number, read] as const))(
    '%s reads without a warning',
    (_accession, { sample, reading }) => {
      const { header } = reading.submission
      expect(reading.warnings).toEqual([])
      expect(header).toMatchObject({
        accession_number: sample.accession_number,
        form_type: sample.form,
        filing_date: sample.filing_date,
        period_of_report: sample.period,
        accepted_at_source: 'sgml_header',
        items: sample.items,
      })
      expect(Date.parse(header.accepted_at ?? '')).toBe(newYorkToUtc(sample.accepted).getTime())
      expect(reading.documents.filter(({ text_status }) => text_status === 'failed')).toEqual([])
    },
  )
})

describe('sections', () => {
  test('every item of a 10-K is found; 1C is there for fiscal years that end on or after December 15, 2023', () => {
    for (const { sample, reading } of readings.filter(({ sample }) => sample.form === '10-K')) {
      const sections = new Map(
        reading.documents[0]?.sections.map((section) => [section.section_key, section]),
      )
      for (const key of ANNUAL)
        expect(sections.get(key)?.status, `${sample.accession_number} ${key}`).toBe('ok')
      const cybersecurity = sections.get('10k.item_1c')?.status ?? 'absent'
      expect(cybersecurity, sample.accession_number).toBe(
        (sample.period ?? '') >= '2023-12-15' ? 'ok' : 'absent',
      )
      expect(sections.get('10k.item_6')?.note).toBe('reserved')
      expect(sections.get('10k.item_10')?.note).toBe('incorporated_by_reference')
    }
  })

  test('every item of a 10-Q is found', () => {
    for (const { sample, reading } of readings.filter(({ sample }) => sample.form === '10-Q')) {
      const sections = new Map(
        reading.documents[0]?.sections.map((section) => [section.section_key, section]),
      )
      for (const key of QUARTERLY) {
        expect(sections.get(key)?.status, `${sample.accession_number} ${key}`).toBe('ok')
      }
    }
  })

  test('an amendment has Part III and leaves the other items out', () => {
    const amendment = readings.find(({ sample }) => sample.form === '10-K/A')
    const sections = amendment?.reading.documents[0]?.sections ?? []
    const ok = sections.filter(
      ({ status, section_key }) => status === 'ok' && section_key.startsWith('10k.item'),
    )
    expect(ok.map(({ section_key }) => section_key)).toEqual(
      ['10', '11', '12', '13', '14', '15'].map((item) => `10k.item_${item}`),
    )
    expect(sections.find(({ section_key }) => section_key === '10k.item_1a')?.status).toBe('absent')
  })

  test('an 8-K has a section for each item of its header', () => {
    for (const { sample, reading } of readings.filter(({ sample }) => sample.form === '8-K')) {
      const found = reading.documents[0]?.sections
        .filter(({ section_key, status }) => status === 'ok' && section_key.startsWith('8k.item'))
        .map(({ section_key }) => section_key.replace('8k.item_', '').replace('_', '.'))
      expect(found, sample.accession_number).toEqual(sample.items)
    }
  })

  test('page numbers and running headers inside the risk factors are known for what they are', () => {
    for (const { sample, reading } of readings.filter(({ sample }) => sample.form === '10-K')) {
      const text = reading.documents[0]?.text
      const section = reading.documents[0]?.sections.find(({ section_key }) => section_key === '10k.item_1a')
      if (!text || !section) throw new Error(`${sample.accession_number} has no risk factors`)
      const inside = text.blocks.filter(({ start, end }) => start >= section.start && end <= section.end)
      const furniture = /^(\d+|-\s?\d+\s?-|Table of Contents|.* \| Form 10-K)$/
      const lines = inside.filter(({ start, end }) => furniture.test(text.text.slice(start, end)))
      expect(lines.every(({ kind }) => kind === 'page_furniture')).toBe(true)
      expect(lines.length > 4 || sample.company.smaller_reporting).toBe(true)
    }
  })
})

function ownershipOf({ documents }: FilingReading) {
  const [first] = documents
  return first?.kind === 'xml' ? parseOwnershipDocument(first.content) : undefined
}

describe('ownership reports', () => {
  test('every row is read as it was written', () => {
    for (const { sample, reading } of readings.filter(({ sample }) => sample.form === '4')) {
      const report = sample.company.trades.find(({ accepted }) => accepted === sample.accepted)
      const document = ownershipOf(reading)
      if (!report || !document) throw new Error(`${sample.accession_number} was not read`)
      const owners = ownersOf(sample.company, report)
      const first = document.rows
      const written = [...report.rows].sort((one, other) => other.table.localeCompare(one.table))
      expect(first.map(({ transaction_code }) => transaction_code)).toEqual(written.map(({ code }) => code))
      expect(first.map(({ shares }) => shares)).toEqual(written.map(({ shares }) => shares))
      expect(first.map(({ aff10b5_one }) => aff10b5_one)).toEqual(written.map(() => report.plan))
      expect(document.owners.map(({ owner_cik }) => owner_cik)).toEqual(owners.map(({ cik }) => cik))
    }
  })

  test('purchases, sales under a plan and outside, awards, taxes, exercises and gifts all occur', () => {
    const seen = new Set<string>()
    for (const { reading } of readings.filter(({ sample }) => sample.form === '4')) {
      for (const row of ownershipOf(reading)?.rows ?? []) {
        seen.add(`${row.transaction_code}${row.aff10b5_one ? ' plan' : ''}`)
      }
    }
    for (const kind of ['P', 'S', 'S plan', 'A', 'F', 'M plan', 'G']) expect(seen).toContain(kind)
  })
})

describe('the company whose quarterly reports repeat themselves', () => {
  test('changes nothing but figures between fiscal 2023 and 2024', () => {
    const words = (period: string) => {
      const read = readings.find(({ sample }) => sample.company.ticker === 'VGLS' && sample.period === period)
      return read?.reading.documents[0]?.text?.text.replace(/[\d.,$%()]+/g, '#')
    }
    for (const [earlier, later] of [
      ['2022-12-31', '2023-12-31'],
      ['2023-03-31', '2024-03-31'],
      ['2023-06-30', '2024-06-30'],
    ] as const) {
      expect(withoutTables(words(later))).toEqual(withoutTables(words(earlier)))
    }
  })
})

/** Lines of running text; the signing date is a figure of another kind. */
function withoutTables(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => !line.includes(' | ') && !line.startsWith('Date:'))
}
