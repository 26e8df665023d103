import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { FormType } from '../filings/schema.ts'
import { named, nullable, openEnum, stringEnum } from '../openapi.ts'
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
  Sha256,
} from '../schemas.ts'

const FRAME_PATTERN = '^CY\\d{4}(Q[1-4]I?)?$'
const Taxonomy = (description: string) =>
  Type.String({ pattern: '^[A-Za-z0-9_.-]{1,64}$', description, examples: ['us-gaap'] })
const Tag = (description: string) =>
  Type.String({ pattern: '^[^\\s:]{1,256}$', description, examples: ['Assets'] })
const Unit = (description: string) =>
  Type.String({ pattern: '^[^\\s]{1,256}$', description, examples: ['USD'] })
const Frame = (description: string) =>
  Type.String({ pattern: FRAME_PATTERN, description, examples: ['CY2024'] })

/** What a reader can notice about a fact; more can be added. */
const FLAGS = [
  'duplicate',
  'inconsistent_duplicate',
  'long_text',
  'invalid_number',
  'invalid_text',
  'unknown_format',
  'scale_out_of_range',
  'missing_context',
  'missing_unit',
  'missing_decimals',
  'missing_continuation',
  'cyclic_continuation',
  'fraction',
  'not_finite',
  'in_tuple',
]

export const FactDimension = Type.Object(
  {
    axis: Type.String({ examples: ['us-gaap:StatementBusinessSegmentsAxis'] }),
    member: nullable(
      Type.String({ description: 'Null for a typed dimension.', examples: ['srt:AmericasMember'] }),
    ),
    typed_value: nullable(
      Type.String({ description: 'Value of a typed dimension; null for an explicit one.' }),
    ),
  },
  { $id: 'FactDimension', description: 'Which part of the entity a fact is about, on one axis.' },
)

const spanFields = {
  start: Type.Integer({ description: 'First code point.' }),
  end: Type.Integer({ description: 'Code point after the last.' }),
  byte_start: Type.Integer({ description: 'First UTF-8 byte.' }),
  byte_end: Type.Integer({ description: 'UTF-8 byte after the last.' }),
}

export const Fact = Type.Object(
  {
    object: Type.Literal('fact'),
    document_id: DocumentId,
    position: Type.Integer({
      description: 'Place among the facts of the document, from 1; hidden facts included.',
    }),
    accession_number: AccessionNumber,
    form_type: Type.String({ examples: ['10-K'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing that states the fact.'),
    cik: Cik,
    document_fiscal_year: nullable(
      Type.Integer({ description: 'Fiscal year of the document, from its cover page. Not of the fact.' }),
    ),
    document_fiscal_period: nullable(
      Type.String({
        description: 'Fiscal period of the document, as filed: `FY`, `Q1`. Not of the fact.',
        examples: ['FY'],
      }),
    ),
    taxonomy: Type.String({
      description: 'Customary prefix of the taxonomy; for an extension the prefix of the filer.',
      examples: ['us-gaap'],
    }),
    tag: Type.String({ examples: ['Assets'] }),
    namespace: Type.String({ description: 'Namespace URI of the taxonomy as declared, its edition in it.' }),
    is_extension: Type.Boolean({ description: "The tag is of the filer's own taxonomy." }),
    unit: nullable(
      Type.String({
        description: '`USD`, `shares`, `USD/shares`, `pure`, or a unit of the filer. Null for text.',
        examples: ['USD'],
      }),
    ),
    value: nullable(
      Type.Number({
        description: 'The number, scale and sign applied: the nearest double. Null for text and nil.',
      }),
    ),
    value_text: nullable(
      Type.String({
        description:
          'The exact value: a number in plain decimal notation, a text on one line. Null for nil, for a number that cannot be read, and for a text that is long or drawn with much markup (`long_text`): its place says where it stands.',
      }),
    ),
    decimals: nullable(
      Type.Integer({
        description:
          'Decimal places to which the value is correct, negative for thousands. Null when not stated, or exact.',
      }),
    ),
    decimals_exact: Type.Boolean({ description: 'The value is exact (`decimals="INF"`).' }),
    nil: Type.Boolean({ description: 'Reported as having no value.' }),
    period_start: nullable(Day('First day of a duration.', ['2024-01-01'])),
    period_end: nullable(Day('Last day of a duration, included.', ['2024-12-31'])),
    instant: nullable(Day('Day at whose end a balance holds.', ['2024-12-31'])),
    frame: nullable(
      Type.String({
        description:
          'Calendar frame of the period as the SEC assigns it; null for other lengths than a quarter or a year.',
        examples: ['CY2024'],
      }),
    ),
    dimensions: Type.Array(named(FactDimension), { description: 'Empty for the whole entity.' }),
    context_id: Type.String(),
    fact_id: nullable(Type.String()),
    footnotes: Type.Array(Type.String(), { description: 'Footnotes tied to the fact.' }),
    hidden: Type.Boolean({ description: 'Not shown on the page.' }),
    flags: Type.Array(openEnum(FLAGS), {
      description:
        'What was noticed. `duplicate`: another fact of the filing says the same at least as exactly. `inconsistent_duplicate`: the filing contradicts itself.',
    }),
    text_sha256: nullable(Sha256('Hash of the canonical text that the place points into.')),
    start: nullable(
      Type.Integer({
        description: 'First code point of the fact in the text; null when it is not shown there.',
      }),
    ),
    end: nullable(Type.Integer({ description: 'Code point after the last.' })),
    byte_start: nullable(Type.Integer({ description: 'First UTF-8 byte.' })),
    byte_end: nullable(Type.Integer({ description: 'UTF-8 byte after the last.' })),
    continuations: Type.Array(Type.Object(spanFields), {
      description: 'Where a text goes on that is interrupted by others.',
    }),
  },
  { $id: 'Fact', description: 'A statement of a filing in XBRL, as filed.' },
)

export const FactList = listOf('FactList', Fact, 'A page of facts.')

const matching = {
  taxonomy: anyOf(
    Taxonomy('Prefix of a taxonomy.'),
    'Taxonomy: `us-gaap`, `dei`, `ifrs-full`, the prefix of an extension.',
  ),
  tag: anyOf(Tag('Name of a tag.'), 'Tag, without a prefix.'),
  unit: anyOf(Unit('Name of a unit.'), 'Unit.'),
  dimensions: Type.Optional(
    stringEnum(['none', 'any'], {
      default: 'any',
      description: '`none`: only facts about the whole entity.',
    }),
  ),
}

const periods = {
  frame: anyOf(
    Frame('A calendar frame.'),
    'Calendar frame of the period: `CY2024`, `CY2024Q1`, `CY2024Q1I`.',
  ),
  ...rangeParameters('period_start', (description) => Day(description)),
  ...rangeParameters('period_end', (description) => Day(description)),
  ...rangeParameters('instant', (description) => Day(description)),
}

export const FilingFactQuery = Type.Object(
  {
    ...matching,
    sequence: Type.Optional(Type.Integer({ minimum: 1, description: 'Only facts of this document.' })),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)

export const FactQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of the entity the facts are about.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['TWTI'] }),
      'Ticker of the entity as it is today.',
    ),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    form_type: anyOf(FormType, 'Form type as EDGAR writes it; `10-K` does not include `10-K/A`.'),
    ...matching,
    ...periods,
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    sort: Type.Optional(
      stringEnum(['-accepted_at', 'accepted_at'], {
        default: '-accepted_at',
        description: 'Latest filing first, or earliest.',
      }),
    ),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)

export const FrameQuery = Type.Object(
  {
    taxonomy: Type.Optional({ ...Taxonomy('Taxonomy of the tag.'), default: 'us-gaap' }),
    tag: Tag('Tag, without a prefix.'),
    unit: Type.Optional({ ...Unit('Unit.'), default: 'USD' }),
    period: Frame(
      'Calendar frame of the period: `CY2024` for years (365 days, give or take 30), `CY2024Q1` for quarters (91 days, give or take 30), `CY2024Q1I` for moments.',
    ),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)
