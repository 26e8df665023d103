import { type OffsetMap, offsetMap } from '../documents/offsets.ts'
import { itemTitle } from '../filings/item-codes.ts'
import type { DocumentUnderRead, FilingUnderRead } from '../readers/reader.ts'
import type { Section } from '../sections/section.ts'
import type { Event } from './event.ts'
import { eventTypeOf } from './event-type.ts'

const SECTION_KEY = /^8k\.item_(\d{1,2})(?:_(\d{2}))?$/

/**
 * The events of a current report: every item its header names, and every one its text has a heading for. Header and text
 * do not always agree, and each event says which of them names it.
 */
export function readEvents({ header, main }: FilingUnderRead): Event[] {
  const sections = new Map<string, Section>()
  for (const section of main?.sections ?? []) {
    const key = SECTION_KEY.exec(section.section_key)
    if (!key || section.status === 'absent' || section.status === 'failed') continue
    sections.set(key[2] === undefined ? (key[1] as string) : `${key[1]}.${key[2]}`, section)
  }
  const codes = [...new Set([...header.items, ...sections.keys()])].filter((code) => eventTypeOf(code))
  const offsets = main?.text && sections.size > 0 ? offsetMap(main.text.text) : undefined
  return codes.map((code, index) => {
    const section = sections.get(code)
    return {
      position: index + 1,
      item_code: code,
      event_type: eventTypeOf(code) as string,
      label: itemTitle(code) ?? code,
      event_date: header.period_of_report,
      named_in: section ? (header.items.includes(code) ? 'both' : 'text') : 'header',
      ...place(main, section, offsets),
    }
  })
}

function place(
  main: DocumentUnderRead | undefined,
  section: Section | undefined,
  offsets: OffsetMap | undefined,
): Pick<Event, 'document_id' | 'section_id' | 'section_title' | 'span'> {
  if (!main || !section || !offsets)
    return { document_id: null, section_id: null, section_title: null, span: null }
  const { start, end } = section
  return {
    document_id: main.document_id,
    section_id: `${main.document_id}:${section.section_key}`,
    section_title: section.title,
    span:
      end > start
        ? {
            start: offsets.codePointOf(start),
            end: offsets.codePointOf(end),
            unit: 'code_point',
            byte_start: offsets.byteOf(start),
            byte_end: offsets.byteOf(end),
          }
        : null,
  }
}
