import { describe, expect, test } from 'vitest'
import { itemTitle } from '../filings/item-codes.ts'
import type { FilingUnderRead } from '../readers/reader.ts'
import type { Section } from '../sections/section.ts'
import { eventTypeOf, eventTypes } from './event-type.ts'
import { readEvents } from './read-events.ts'

const TEXT = 'Item 2.02 Results — good 🤖\nWe did well.\nItem 8.01 Other\nMore.\n'

function filing(items: string[], sections: Partial<Section>[]): FilingUnderRead {
  return {
    header: { items, period_of_report: '2025-05-01' },
    main: { document_id: '0009990001-25-000001:1', text: { text: TEXT }, sections },
  } as unknown as FilingUnderRead
}

describe('the events of a current report', () => {
  test('are the items of the header with their place in the text', () => {
    const end = TEXT.indexOf('Item 8.01')
    const [event] = readEvents(
      filing(
        ['2.02'],
        [{ section_key: '8k.item_2_02', status: 'ok', title: 'Item 2.02 Results', start: 0, end }],
      ),
    )
    expect(event).toEqual({
      position: 1,
      item_code: '2.02',
      event_type: 'results_of_operations',
      label: 'Results of operations and financial condition',
      event_date: '2025-05-01',
      named_in: 'both',
      document_id: '0009990001-25-000001:1',
      section_id: '0009990001-25-000001:1:8k.item_2_02',
      section_title: 'Item 2.02 Results',
      // The robot is two UTF-16 units and four bytes, the dash three bytes.
      span: { start: 0, end: end - 1, unit: 'code_point', byte_start: 0, byte_end: end + 4 },
    })
  })

  test('say where header and text do not agree', () => {
    const events = readEvents(
      filing(
        ['7.01', '9.01'],
        [
          { section_key: '8k.item_7_01', status: 'ok', title: null, start: 0, end: 4 },
          { section_key: '8k.item_8_01', status: 'ok', title: null, start: 4, end: 9 },
          { section_key: '8k.item_9_01', status: 'failed', title: null, start: 0, end: 0 },
          { section_key: '8k.signatures', status: 'ok', title: null, start: 9, end: 12 },
        ],
      ),
    )
    expect(
      events.map(({ item_code, named_in, section_id }) => [item_code, named_in, section_id !== null]),
    ).toEqual([
      ['7.01', 'both', true],
      ['9.01', 'header', false],
      ['8.01', 'text', true],
    ])
  })

  test('of the old numbering have the types of today', () => {
    const events = readEvents(filing(['5', '12'], []))
    expect(events.map(({ event_type }) => event_type)).toEqual(['other_events', 'results_of_operations'])
  })

  test('have a type for every item with a title, and none for other codes', () => {
    for (let first = 1; first <= 12; first++) {
      for (const code of [
        `${first}`,
        ...Array.from({ length: 11 }, (_, at) => `${first}.${String(at).padStart(2, '0')}`),
      ])
        expect(eventTypeOf(code) !== undefined, code).toBe(itemTitle(code) !== undefined)
    }
    expect(eventTypeOf('constructor')).toBeUndefined()
    expect(new Set(eventTypes).size).toBe(eventTypes.length)
  })
})
