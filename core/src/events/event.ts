import type { TextSpan } from '../evidence/evidence.ts'

/** An item of a current report as an event. */
export interface Event {
  /** Order in the report, from 1. */
  position: number
  /** `5.02`, or `1` to `12` before August 23, 2004. */
  item_code: string
  event_type: string
  /** The item's official title. */
  label: string
  /** The date of the report: of the earliest event reported in it. */
  event_date: string | null
  /** Where the item was named: in the header of the submission, as a heading of the text, or both. */
  named_in: 'header' | 'text' | 'both'
  document_id: string | null
  section_id: string | null
  /** The item as the company headed it. */
  section_title: string | null
  /** The section in the canonical text; null when the item has no text of its own. */
  span: Pick<TextSpan, 'start' | 'end' | 'unit' | 'byte_start' | 'byte_end'> | null
}
