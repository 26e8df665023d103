import { describe, expect, it } from 'vitest'
import type { Document, EvidenceSpan, Section, Signal } from '../../../sdk/src/index.ts'
import { evidenceHref, filingHref, readChoice } from './address.ts'
import { locate } from './location.ts'
import { priorOf } from './prior-filing.ts'
import { placesIn } from './quoted-spans.ts'
import { readingUnits } from './reading-units.ts'

const ACCESSION = '0009990001-25-000003'
const SHA = 'a'.repeat(64)

const document = (sequence: number, more: Partial<Document> = {}): Document =>
  ({
    document_id: `${ACCESSION}:${sequence}`,
    sequence,
    document_type: '10-K',
    description: null,
    file_name: 'a.htm',
    text_sha256: SHA,
    text_length: 100,
    ...more,
  }) as Document

const section = (key: string, start: number, end: number, more: Partial<Section> = {}): Section =>
  ({
    document_id: `${ACCESSION}:1`,
    sequence: 1,
    section_key: `10k.${key}`,
    title: null,
    status: 'ok',
    disposition: 'extracted',
    note: null,
    confidence: 1,
    start,
    end,
    text_sha256: SHA,
    ...more,
  }) as Section

const span = (start: number, end: number, document_id = `${ACCESSION}:1`) =>
  ({ document_id, start, end, text_sha256: SHA }) as EvidenceSpan

const signal = (id: string, evidence: object[], more: Partial<Signal> = {}): Signal =>
  ({ id, accession_number: ACCESSION, direction: 0, status: 'ok', evidence, ...more }) as unknown as Signal

const units = readingUnits(
  [document(1), document(2, { document_type: 'EX-21.1' }), document(3, { document_type: 'EX-101.SCH' })],
  [
    section('cover', 0, 10),
    section('gap_1', 10, 14),
    section('item_1', 14, 50, { title: 'Item 1. Business' }),
    section('item_1a', 50, 98, { title: 'Item 1A. Risk Factors' }),
    section('item_4', 98, 98, { status: 'failed', title: null }),
    section('gap_2', 98, 100),
  ],
)
const texts = units.flatMap((one) => one.units)

describe('what there is to read', () => {
  it('tiles the text: short gaps are read with what follows, or with the last', () => {
    expect(texts.filter((unit) => unit.sequence === 1).map(({ start, end }) => [start, end])).toEqual([
      [0, 10],
      [10, 50],
      [50, 100],
    ])
  })

  it('a document without sections is read whole, data for machines is not, and what is missing says why', () => {
    expect(texts.map(({ key }) => key)).toEqual(['10k.cover', '10k.item_1', '10k.item_1a', '2'])
    expect(units[2]?.units).toEqual([])
    expect(units[0]?.missing).toEqual([
      { section_key: '10k.item_4', title: 'Item 4', reason: 'it should be there, and we did not find it' },
    ])
  })

  it('a key that comes back is told apart by its document', () => {
    const again = readingUnits(
      [document(1), document(2)],
      [section('item_1', 0, 100), section('item_1', 0, 100, { sequence: 2, document_id: `${ACCESSION}:2` })],
    )
    expect(again.flatMap((one) => one.units).map(({ key }) => key)).toEqual(['10k.item_1', '2.10k.item_1'])
  })
})

describe('an address', () => {
  const quoting = signal('sig_a', [{ id: 'evd_a', kind: 'text_span', ...span(60, 70) }])
  const comparing = signal(
    'sig_b',
    [
      { id: 'evd_b', kind: 'pair', left: span(5, 9, '0009990001-24-000012:1'), right: span(20, 30) },
      { id: 'evd_c', kind: 'header_field' },
      { id: 'evd_d', kind: 'text_span', ...span(60, 70) },
    ],
    { direction: -1 },
  )
  const signals = [quoting, comparing]
  const found = (choice: Parameters<typeof locate>[0]) => {
    const location = locate(choice, units, signals)
    return location && { ...location, unit: location.unit.key }
  }

  it('of a quote, a signal, a stretch or a section leads to what holds it', () => {
    expect(found({ evidence: 'evd_a' })).toMatchObject({
      unit: '10k.item_1a',
      position: 60,
      current: ['evd_a'],
    })
    expect(found({ evidence: 'evd_b' })).toMatchObject({ unit: '10k.item_1', position: 20 })
    expect(found({ signal: 'sig_b' })).toMatchObject({
      unit: '10k.item_1',
      position: 20,
      current: ['evd_b', 'evd_d'],
    })
    expect(found({ quote: { sequence: 2, start: 3, end: 4 } })).toMatchObject({
      unit: '2',
      quote: { start: 3, end: 4 },
    })
    expect(found({ section: '10k.cover' })).toMatchObject({ unit: '10k.cover', position: undefined })
  })

  it('without a choice leads to what most adverse signals quote, else to the first text that is not a cover', () => {
    const adverse = signal('sig_c', [{ id: 'evd_e', kind: 'text_span', ...span(55, 56) }], { direction: -1 })
    expect(locate({}, units, [quoting, comparing, adverse])?.unit.key).toBe('10k.item_1a')
    expect(locate({}, units, [quoting])?.unit.key).toBe('10k.item_1')
    expect(locate({}, units.slice(1), [])?.unit.key).toBe('2')
    expect(locate({}, [], signals)).toBeUndefined()
  })

  it('of what is not there, or stands in no text, leads nowhere', () => {
    for (const choice of [
      { evidence: 'evd_c' },
      { evidence: 'evd_x' },
      { signal: 'sig_x' },
      { section: '10k.item_99' },
    ]) {
      expect(found(choice)).toBeUndefined()
    }
  })

  it('is read as it is written, and what makes no sense is left out', () => {
    const choice = {
      section: '10k.item_1a',
      part: 2,
      as_of: '2025-06-30T00:00:00Z',
      quote: { sequence: 1, start: 5, end: 9 },
    }
    const query = new URL(filingHref(ACCESSION, choice), 'http://x').searchParams
    expect(readChoice(Object.fromEntries(query))).toMatchObject(choice)
    const nonsense = {
      section: '<b>',
      part: '0',
      quote: '1:9-9',
      evidence: "evd_'",
      signal: ['sig_a', 'sig_b'],
    }
    expect(readChoice(nonsense)).toEqual({
      section: undefined,
      part: undefined,
      quote: undefined,
      evidence: undefined,
      signal: 'sig_a',
      as_of: undefined,
    })
    expect(evidenceHref(ACCESSION, 'evd_a')).toBe(`/filings/${ACCESSION}?evidence=evd_a#evidence-evd_a`)
  })

  it('signals that quote exactly the same share a place, and texts of other filings have none', () => {
    expect(placesIn(signals, `${ACCESSION}:1`, { start: 50, end: 100 })).toEqual([
      { start: 60, end: 70, evidence_ids: ['evd_a', 'evd_d'], signal_ids: ['sig_a', 'sig_b'] },
    ])
    expect(placesIn(signals, `${ACCESSION}:1`, { start: 0, end: 20 })).toEqual([])
  })
})

describe('the report a year earlier', () => {
  const report = (accession_number: string, form_type: string, period_of_report: string | null) => ({
    accession_number,
    form_type,
    period_of_report,
    accepted_at: `${period_of_report ?? '2020-01-01'}T10:00:00Z`,
  })
  const filings = [
    report('q3-24', '10-Q', '2024-09-28'),
    report('q2-24', '10-Q', '2024-06-29'),
    report('q3-23', '10-Q', '2023-09-30'),
    report('q3-23a', '10-Q/A', '2023-09-30'),
    report('q3-25', '10-Q', '2025-09-27'),
  ]

  it('is that of the same quarter, not the latest', () => {
    expect(priorOf(report('new', '10-Q', '2024-09-28'), filings)?.accession_number).toBe('q3-23')
    expect(priorOf(report('new', '10-Q/A', '2025-09-27'), filings)?.accession_number).toBe('q3-24')
  })

  it('is the latest before where none is a year old, and nothing where there is none before', () => {
    expect(priorOf(report('new', '10-Q', '2024-12-28'), filings)?.accession_number).toBe('q3-24')
    expect(priorOf(report('new', '10-Q', '2019-12-28'), filings)).toBeUndefined()
  })
})
