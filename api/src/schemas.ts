import { PROCESSING_STATUSES, type ProcessingStatus } from '@sec-latent/core/processing/status'
import {
  type Static,
  type TInteger,
  type TObject,
  type TOptional,
  type TSchema,
  type TString,
  Type,
} from 'typebox'
import { named, nullable, stringEnum } from './openapi.ts'

/** A moment, RFC 3339. Answers are in UTC; requests need a zone. */
export const Instant = (description: string, examples = ['2025-10-31T10:01:26Z']) =>
  Type.String({ format: 'date-time', description, examples })

/** A day of the calendar, `YYYY-MM-DD`. */
export const Day = (description: string, examples = ['2025-10-31']) =>
  Type.String({ format: 'date', description, examples })

export const CIK_PATTERN = '^(?:[Cc][Ii][Kk])?0*[1-9][0-9]{0,9}$'
export const ACCESSION_PATTERN = '^(?:\\d{10}-\\d{2}-\\d{6}|\\d{18})$'
export const SHA256_PATTERN = '^[0-9a-f]{64}$'

export const CikInput = Type.String({
  pattern: CIK_PATTERN,
  maxLength: 24,
  description: 'Central Index Key, with or without leading zeros.',
  examples: ['0009990001'],
})
export const AccessionInput = Type.String({
  pattern: ACCESSION_PATTERN,
  description: 'Accession number, with dashes or as 18 digits.',
  examples: ['0009990001-25-000003'],
})
export const Cik = Type.String({ description: 'Central Index Key: ten digits.', examples: ['0009990001'] })
export const AccessionNumber = Type.String({
  description: 'SEC accession number. Its first ten digits are the submitter, not the company.',
  examples: ['0009990001-25-000003'],
})
export const Sha256 = (description: string) =>
  Type.String({
    pattern: SHA256_PATTERN,
    description,
    examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  })

/** Any of several values: repeat the parameter or separate the values by commas. */
export function anyOf<S extends TSchema>(items: S, description: string, maxItems = 100) {
  return Type.Optional(
    Type.Array(items, {
      description: `${description} Several values mean any of them.`,
      minItems: 1,
      maxItems,
    }),
  )
}

type RangeOf<N extends string> = { [K in `${N}_${'gte' | 'gt' | 'lte' | 'lt'}`]: TOptional<TString> }

/** The four bounds of a field, as `<field>_gte`, `_gt`, `_lte` and `_lt`. */
export function rangeParameters<N extends string>(
  field: N,
  bound: (description: string) => TString,
): RangeOf<N> {
  return {
    [`${field}_gte`]: Type.Optional(bound(`\`${field}\` at or after this value.`)),
    [`${field}_gt`]: Type.Optional(bound(`\`${field}\` after this value.`)),
    [`${field}_lte`]: Type.Optional(bound(`\`${field}\` at or before this value.`)),
    [`${field}_lt`]: Type.Optional(bound(`\`${field}\` before this value.`)),
  } as RangeOf<N>
}

export const DEFAULT_LIMIT = 50
export const MAX_LIMIT = 500

export const pageParameters = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_LIMIT,
      default: DEFAULT_LIMIT,
      description: 'Entries per page.',
    }),
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1024,
      description: '`next_cursor` of the page before, unchanged.',
    }),
  ),
}

export const asOfParameter = {
  as_of: Type.Optional(
    Instant(
      'Answer as this API would have answered at this moment. Default: now. Must not be in the future.',
    ),
  ),
}

export const Coverage = Type.Object(
  {
    status: stringEnum(['complete', 'partial', 'none'], {
      description:
        '`complete`: every filing known to belong to the scope of the request (its `cik`, `ticker` and `form_type`) is published and read. `partial`: some are pending or failed. `none`: no filing in the scope is known at all.',
    }),
    reason: nullable(
      stringEnum(
        [
          'no_match',
          'entity_not_covered',
          'not_yet_available_as_of',
          'pending',
          'failed',
          'unavailable',
          'insufficient_data',
          'not_applicable',
        ],
        {
          description:
            'Why the list is empty, or why it may lack entries. `no_match`: everything was read and nothing matches. `entity_not_covered`: we follow no such company. `not_yet_available_as_of`: there are entries, but later than `as_of`. `pending`: filings are still being read. `failed`: filings could not be read. `unavailable`: the signal comes from a language model that was not asked. `insufficient_data`: the filings do not report what the signal is computed from. `not_applicable`: the forms in the scope have no such data. Null: nothing to explain.',
        },
      ),
    ),
    filings: Type.Object(
      { published: Type.Integer(), pending: Type.Integer(), failed: Type.Integer() },
      {
        description:
          'Filings in the scope, by how far they are. One that names several of the companies asked about counts for each of them.',
      },
    ),
    extractors: nullable(
      Type.Array(
        Type.Object({
          extractor: Type.String({ examples: ['risk_factor_diff'] }),
          ...(Object.fromEntries(PROCESSING_STATUSES.map((status) => [status, Type.Integer()])) as Record<
            ProcessingStatus,
            TInteger
          >),
        }),
        {
          description:
            'For lists of what was extracted: filings in the scope, by the answer of each extractor. Without a company or filing in the scope the counts may be a minute old.',
        },
      ),
    ),
    from: nullable(Instant('`accepted_at` of the earliest filing in the scope.')),
    to: nullable(Instant('`accepted_at` of the latest filing in the scope.')),
  },
  { $id: 'Coverage', description: 'What the list was drawn from: it says why an empty list is empty.' },
)
export type Coverage = Static<typeof Coverage>

export const Total = Type.Object(
  {
    value: Type.Integer({ description: 'Entries that match, over all pages.' }),
    relation: stringEnum(['eq', 'gte'], {
      description: '`gte`: there are at least this many; counting stopped.',
    }),
  },
  { $id: 'Total', description: 'How many entries match; only with `include=total`.' },
)

/** The envelope of every list. */
export function listOf<S extends TSchema, E extends Record<string, TSchema> = Record<never, never>>(
  id: string,
  entry: S,
  description: string,
  extra: E = {} as E,
) {
  return Type.Object(
    {
      object: Type.Literal('list'),
      data: Type.Array(named(entry)),
      has_more: Type.Boolean({ description: 'True exactly when `next_cursor` is not null.' }),
      next_cursor: nullable(Type.String({ description: 'Pass it as `cursor` to get the next page.' })),
      as_of: Instant('The moment the answer is true for; the same on all pages.'),
      coverage: named(Coverage),
      ...extra,
    },
    { $id: id, description },
  ) as unknown as TObject<
    {
      object: ReturnType<typeof Type.Literal<'list'>>
      data: ReturnType<typeof Type.Array<ReturnType<typeof named<S>>>>
      has_more: ReturnType<typeof Type.Boolean>
      next_cursor: ReturnType<typeof nullable<TString>>
      as_of: TString
      coverage: ReturnType<typeof named<typeof Coverage>>
    } & E
  >
}

export const Problem = Type.Object(
  {
    type: Type.String({ format: 'uri', description: 'The page of the documentation about this problem.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String({ description: 'The path of the request.' }),
    code: Type.String({ description: 'Permanent name of the problem; compare this, never the texts.' }),
    request_id: Type.String(),
    retryable: Type.Boolean({ description: 'True when the same request can succeed later.' }),
    errors: Type.Array(
      Type.Object({
        parameter: Type.Optional(
          Type.String({ description: 'Name of a parameter of the path or the query.' }),
        ),
        pointer: Type.Optional(Type.String({ description: 'JSON Pointer into the body.' })),
        header: Type.Optional(Type.String({ description: 'Name of a header.' })),
        code: Type.String(),
        detail: Type.String(),
        suggestion: Type.Optional(Type.String({ description: 'What was probably meant.' })),
        allowed: Type.Optional(Type.Array(Type.String(), { description: 'The values that are allowed.' })),
        position: Type.Optional(
          Type.Integer({ description: 'Where in the value it is wrong: code points from 0.' }),
        ),
      }),
      { description: 'Everything that is wrong with the request, at once.' },
    ),
    retry_after_ms: Type.Optional(Type.Integer({ description: 'Milliseconds to wait.' })),
    required: Type.Optional(Type.Array(Type.String(), { description: 'Scopes the operation needs.' })),
    granted: Type.Optional(Type.Array(Type.String(), { description: 'Scopes the key has.' })),
    limits: Type.Optional(
      Type.Array(
        Type.Object({
          name: Type.String(),
          limit: Type.Integer(),
          remaining: Type.Integer(),
          reset_ms: Type.Integer(),
        }),
      ),
    ),
    'violated-policies': Type.Optional(Type.Array(Type.String())),
  },
  { $id: 'Problem', description: 'An error (RFC 9457, `application/problem+json`).' },
)
