import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { nullable, stringEnum } from '../openapi.ts'
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

/** Forms that carry Exhibit 21. */
export const SUBSIDIARY_FORMS = [
  '10-K',
  '10-K/A',
  '10-K405',
  '10-KT',
  '20-F',
  '20-F/A',
  'S-1',
  'S-1/A',
  'S-4',
  'S-4/A',
] as const

export const Subsidiary = Type.Object(
  {
    object: Type.Literal('subsidiary'),
    document_id: DocumentId,
    position: Type.Integer({ description: 'Order in the exhibit, from 1.' }),
    accession_number: AccessionNumber,
    cik: Cik,
    form_type: Type.String({ examples: ['10-K'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    period_of_report: nullable(Day('End of the period of the report.')),
    name: Type.String({ description: 'As listed, without footnote marks.' }),
    jurisdiction: nullable(Type.String({ description: 'Where it is incorporated, as listed.' })),
    ownership_percent: nullable(Type.Number({ description: 'Percent owned; most lists give none.' })),
    start: Type.Integer({ description: 'The row in the canonical text, in code points.' }),
    end: Type.Integer(),
    byte_start: Type.Integer({ description: 'The same in UTF-8 bytes.' }),
    byte_end: Type.Integer(),
  },
  { $id: 'Subsidiary', description: 'A subsidiary as Exhibit 21 lists it.' },
)

export const SubsidiaryList = listOf('SubsidiaryList', Subsidiary, 'A page of subsidiaries.')

export const SubsidiaryQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of the parent.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['TWTI'] }),
      'Ticker of the parent as it is today.',
    ),
    name: Type.Optional(
      Type.String({ minLength: 2, maxLength: 100, description: 'Beginning of the name, in any case.' }),
    ),
    jurisdiction: anyOf(Type.String({ minLength: 1, maxLength: 100 }), 'Place as listed, exactly.'),
    form_type: anyOf(stringEnum(SUBSIDIARY_FORMS), 'Form type.'),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
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
