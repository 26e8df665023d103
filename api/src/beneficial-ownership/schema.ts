import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { named, nullable, stringEnum } from '../openapi.ts'
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

const Shares = (description: string) => nullable(Type.Number({ description }))
const FIELDS = [
  'sole_voting_power',
  'shared_voting_power',
  'sole_dispositive_power',
  'shared_dispositive_power',
  'aggregate_amount',
  'percent_of_class',
] as const

export const ReportingPerson = Type.Object(
  {
    position: Type.Integer({ description: 'Cover page of the schedule, from 1.' }),
    name: Type.String(),
    cik: nullable(
      Type.String({
        description: 'Ten digits; null when the schedule and its header do not say.',
        examples: ['0009990071'],
      }),
    ),
    member_of_group: nullable(
      stringEnum(['a', 'b'], { description: '`a`: member of a group. `b`: membership disclaimed.' }),
    ),
    source_of_funds: Type.Array(Type.String({ examples: ['WC'] }), {
      description: 'Schedule 13D: SC, BK, AF, WC, PF, OO.',
    }),
    legal_proceedings: nullable(Type.Boolean({ description: 'Schedule 13D: disclosure is required.' })),
    citizenship: nullable(
      Type.String({ description: "As filed: EDGAR's code, or words in typed schedules." }),
    ),
    sole_voting_power: Shares('Shares.'),
    shared_voting_power: Shares('Shares.'),
    sole_dispositive_power: Shares('Shares.'),
    shared_dispositive_power: Shares('Shares.'),
    aggregate_amount: Shares('Shares beneficially owned in all.'),
    excludes_certain_shares: nullable(Type.Boolean()),
    percent_of_class: nullable(Type.Number({ description: 'Per cent, such as 8.9.' })),
    person_types: Type.Array(Type.String({ examples: ['IA'] }), {
      description: 'BD, BK, IC, IV, IA, EP, HC, SA, CP, CO, PN, IN, FI, OO.',
    }),
    comment: nullable(Type.String()),
    value_status: stringEnum(['reported', 'unavailable'], {
      description: 'Whether `aggregate_amount` is there.',
    }),
    unavailable: Type.Array(
      Type.Object({
        field: stringEnum(FIELDS),
        reason: stringEnum(['not_stated', 'refers_to_text', 'bound_only', 'out_of_range'], {
          description:
            '`not_stated`: the row is blank. `refers_to_text`: it says where else to look. `bound_only`: it says "less than". `out_of_range`: what stands there cannot be such a number.',
        }),
      }),
      { description: 'The numbers that are null, each with the reason.' },
    ),
    is_latest: Type.Boolean({
      description: 'No later schedule on the issuer names the person, as of the moment asked about.',
    }),
  },
  { $id: 'ReportingPerson', description: 'A person of a Schedule 13D or 13G and what it owns.' },
)

export const BeneficialOwnership = Type.Object(
  {
    object: Type.Literal('beneficial_ownership'),
    document_id: DocumentId,
    accession_number: AccessionNumber,
    form_type: Type.String({ examples: ['SCHEDULE 13D'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    schedule: stringEnum(['13D', '13G']),
    source: stringEnum(['xml', 'text'], {
      description: '`xml`: filed in XML, since December 2024. `text`: read from the cover pages.',
    }),
    is_amendment: Type.Boolean(),
    amendment_number: nullable(Type.Integer()),
    previous_accession_number: nullable(
      Type.String({ description: 'The schedule that this one amends, as its filer names it.' }),
    ),
    filer_ciks: Type.Array(Cik, { description: 'Who filed the schedule.' }),
    issuer_cik: nullable(Cik),
    issuer_name: nullable(Type.String()),
    issuer_address: nullable(Type.String({ description: 'On one line.' })),
    cusips: Type.Array(Type.String({ examples: ['9Z0001109'] })),
    security_title: nullable(Type.String({ examples: ['Common Stock'] })),
    event_date: nullable(Day('Day of the event that requires the filing.')),
    rules: Type.Array(Type.String({ examples: ['13d-1(b)'] }), {
      description: 'Schedule 13G: the rules under which it is filed.',
    }),
    previously_filed_13g: nullable(Type.Boolean({ description: 'Schedule 13D: a 13G was filed before.' })),
    notices_to: nullable(Type.String({ description: 'Schedule 13D: whom notices go to.' })),
    reporting_persons: Type.Array(named(ReportingPerson), { description: 'Every person of the schedule.' }),
    items: Type.Optional(
      Type.Array(
        Type.Object({
          item: Type.String({ description: 'Number of the item.', examples: ['4'] }),
          text: Type.String(),
          truncated: Type.Boolean({ description: 'The text goes on in the document.' }),
        }),
        { description: 'Only with `include=items`.' },
      ),
    ),
    signatures: Type.Array(
      Type.Object({
        reporting_person: nullable(Type.String()),
        name: nullable(Type.String()),
        title: nullable(Type.String()),
        signed_on: nullable(Day('Day of the signature.')),
      }),
      { description: 'Schedules in XML only.' },
    ),
  },
  { $id: 'BeneficialOwnership', description: 'A Schedule 13D or 13G, or an amendment of one.' },
)

export const BeneficialOwnershipList = listOf(
  'BeneficialOwnershipList',
  BeneficialOwnership,
  'A page of schedules.',
)

export const BENEFICIAL_OWNERSHIP_FORMS = [
  'SC 13D',
  'SC 13D/A',
  'SC 13G',
  'SC 13G/A',
  'SCHEDULE 13D',
  'SCHEDULE 13D/A',
  'SCHEDULE 13G',
  'SCHEDULE 13G/A',
] as const

export const BeneficialOwnershipQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of the issuer, the company whose securities these are.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['TWTI'] }),
      'Ticker of the issuer as it is today.',
    ),
    person_cik: anyOf(CikInput, 'CIK of a reporting person.'),
    person_name: anyOf(
      Type.String({ minLength: 2, maxLength: 200, examples: ['Harrowgate Vale Capital'] }),
      'Name of a reporting person or the beginning of it; case, punctuation and words such as Inc. do not matter.',
      20,
    ),
    form_type: anyOf(stringEnum(BENEFICIAL_OWNERSHIP_FORMS), 'Form type.'),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    percent_of_class_gte: Type.Optional(
      Type.Number({ minimum: 0, maximum: 100, description: 'A person owns at least this many per cent.' }),
    ),
    percent_of_class_lte: Type.Optional(
      Type.Number({ minimum: 0, maximum: 100, description: 'A person owns at most this many per cent.' }),
    ),
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    ...rangeParameters('event_date', (description) => Day(description)),
    view: Type.Optional(
      stringEnum(['all', 'latest'], {
        default: 'all',
        description:
          '`latest`: only schedules that are the latest word of one of their persons on the issuer.',
      }),
    ),
    include: anyOf(stringEnum(['items']), '`items`: the texts of the items.', 1),
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
