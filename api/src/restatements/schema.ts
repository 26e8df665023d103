import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { named, nullable, stringEnum } from '../openapi.ts'
import {
  AccessionNumber,
  anyOf,
  asOfParameter,
  Cik,
  Day,
  Instant,
  listOf,
  pageParameters,
  rangeParameters,
} from '../schemas.ts'

export const FactVintage = Type.Object(
  {
    accession_number: AccessionNumber,
    form_type: Type.String({ examples: ['10-K/A'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    document_id: DocumentId,
    position: Type.Integer({ description: 'Position of the fact in the document.' }),
    value: Type.Number(),
    decimals: nullable(Type.Integer({ description: 'Digits the value is rounded to, as filed.' })),
    restated: Type.Boolean({
      description:
        'The value differs from the one of the filing before by more than the rounding of both explains.',
    }),
  },
  { $id: 'FactVintage', description: 'What one filing says a fact is.' },
)

export const Restatement = Type.Object(
  {
    object: Type.Literal('restatement'),
    cik: Cik,
    taxonomy: Type.String({ examples: ['us-gaap'] }),
    tag: Type.String({ examples: ['NetIncomeLoss'] }),
    unit: Type.String({ examples: ['USD'] }),
    period_start: nullable(Day('First day of the period; null for an instant.')),
    period_end: nullable(Day('Last day of the period; null for an instant.')),
    instant: nullable(Day('The day at whose end the value holds; null for a period.')),
    dimensions: Type.Array(
      Type.Object({
        axis: Type.String(),
        member: nullable(Type.String()),
        typed_value: nullable(Type.String()),
      }),
      { description: 'Empty for the whole entity.' },
    ),
    status: stringEnum(['restated', 'unchanged']),
    restated_at: nullable(Instant('When the filing that last said something else was accepted.')),
    first_value: Type.Number({ description: 'As first filed.' }),
    latest_value: Type.Number({ description: 'As last filed.' }),
    difference: Type.Number({ description: '`latest_value` less `first_value`.' }),
    vintages: Type.Array(named(FactVintage), {
      description: 'Every filing that states the fact, earliest first.',
    }),
  },
  {
    $id: 'Restatement',
    description:
      'A fact that several filings state - same concept, unit, period and dimensions - with what each of them says.',
  },
)
export const RestatementList = listOf('RestatementList', Restatement, 'A page of facts with their vintages.')

export const RestatementQuery = Type.Object(
  {
    taxonomy: anyOf(
      Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,63}$', examples: ['us-gaap'] }),
      'Taxonomy.',
    ),
    tag: anyOf(
      Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,255}$', examples: ['NetIncomeLoss'] }),
      'Tag.',
    ),
    unit: anyOf(Type.String({ maxLength: 64, examples: ['USD'] }), 'Unit.'),
    dimensions: Type.Optional(
      stringEnum(['none', 'any'], {
        default: 'none',
        description: '`none`: facts of the whole entity only.',
      }),
    ),
    status: Type.Optional(
      stringEnum(['restated', 'all'], {
        default: 'restated',
        description: '`all`: also facts that every filing agrees on.',
      }),
    ),
    ...rangeParameters('restated_at', (description) => Instant(description)),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)
