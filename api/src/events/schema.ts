import { eventTypes } from '@sec-latent/core/events/event-type'
import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { nullable, openEnum, stringEnum } from '../openapi.ts'
import {
  AccessionInput,
  AccessionNumber,
  anyOf,
  asOfParameter,
  Cik,
  CikInput,
  Day,
  Instant,
  listOf,
  pageParameters,
  rangeParameters,
} from '../schemas.ts'

export const EVENT_FORMS = [
  '8-K',
  '8-K/A',
  '8-K12B',
  '8-K12B/A',
  '8-K12G3',
  '8-K12G3/A',
  '8-K15D5',
  '8-K15D5/A',
] as const

export const Event = Type.Object(
  {
    object: Type.Literal('event'),
    accession_number: AccessionNumber,
    position: Type.Integer({ description: 'Order in the report, from 1.' }),
    cik: Cik,
    company_name: nullable(Type.String()),
    form_type: Type.String({ examples: ['8-K'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    item_code: Type.String({
      description: 'Item of Form 8-K; `1` to `12` before August 23, 2004.',
      examples: ['5.02'],
    }),
    event_type: openEnum(eventTypes, { description: 'What the item reports, under either numbering.' }),
    label: Type.String({ description: "The item's official title." }),
    event_date: nullable(Day('Date of the report: of the earliest event in it.')),
    named_in: stringEnum(['header', 'text', 'both'], {
      description:
        'Whether the header of the submission names the item, the text has a heading for it, or both.',
    }),
    document_id: nullable(DocumentId),
    section_id: nullable(
      Type.String({
        description: 'The section with what the company wrote.',
        examples: ['0009990001-25-000003:1:8k.item_5_02'],
      }),
    ),
    section_title: nullable(Type.String({ description: 'The heading as filed.' })),
    span: nullable(
      Type.Object(
        {
          start: Type.Integer(),
          end: Type.Integer(),
          unit: Type.Literal('code_point'),
          byte_start: Type.Integer(),
          byte_end: Type.Integer(),
        },
        { description: 'The section in the canonical text of the document. Null when the item has no text.' },
      ),
    ),
  },
  { $id: 'Event', description: 'An item of a current report.' },
)

export const EventList = listOf('EventList', Event, 'A page of events.')

export const EventQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of a company the report is about.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['TWTI'] }),
      'Ticker of the company as it is today.',
    ),
    event_type: anyOf(stringEnum(eventTypes), 'What the items report.'),
    item_code: anyOf(
      Type.String({ pattern: '^\\d{1,2}(?:\\.\\d{2})?$', examples: ['5.02'] }),
      'Item of Form 8-K.',
    ),
    form_type: anyOf(stringEnum(EVENT_FORMS), 'Form type.'),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    ...rangeParameters('event_date', (description) => Day(description)),
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    sort: Type.Optional(
      stringEnum(['-accepted_at', 'accepted_at'], {
        default: '-accepted_at',
        description: 'Latest first, or earliest.',
      }),
    ),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)
