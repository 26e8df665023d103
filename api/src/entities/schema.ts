import { Type } from 'typebox'
import { named, nullable, stringEnum } from '../openapi.ts'
import {
  AccessionNumber,
  anyOf,
  Cik,
  CikInput,
  Day,
  Instant,
  listOf,
  pageParameters,
  Total,
} from '../schemas.ts'

export const Ticker = Type.Object(
  {
    ticker: Type.String({ examples: ['TWTI'] }),
    exchange: nullable(Type.String({ examples: ['Nasdaq'] })),
  },
  { $id: 'Ticker', description: 'A ticker as it is today.' },
)

export const Entity = Type.Object(
  {
    object: Type.Literal('entity'),
    cik: Cik,
    name: Type.String({ description: 'As the latest filing names it.' }),
    sic: nullable(Type.String({ description: 'Standard Industrial Classification.', examples: ['3570'] })),
    state_of_incorporation: nullable(Type.String({ examples: ['DE'] })),
    fiscal_year_end: nullable(Type.String({ description: 'Month and day, `MMDD`.', examples: ['1231'] })),
    tickers: Type.Array(named(Ticker)),
    source_accession_number: AccessionNumber,
    source_accepted_at: Instant('When the filing this row was taken from was accepted.'),
  },
  { $id: 'Entity', description: 'A company, fund or person that filings name.' },
)
export const EntityList = listOf('EntityList', Entity, 'A page of entities.', {
  total: Type.Optional(named(Total)),
})

export const EntityName = Type.Object(
  {
    object: Type.Literal('entity_name'),
    cik: Cik,
    name: Type.String(),
    changed_on: nullable(Day('The day the entity stopped using the name; null for the current one.')),
  },
  { $id: 'EntityName', description: 'A present or former name.' },
)
export const EntityNameList = listOf(
  'EntityNameList',
  EntityName,
  'All names of an entity, the current one first.',
)

export const EntityTicker = Type.Object(
  {
    object: Type.Literal('entity_ticker'),
    cik: Cik,
    ticker: Type.String({ examples: ['TWTI'] }),
    exchange: nullable(Type.String({ examples: ['Nasdaq'] })),
  },
  { $id: 'EntityTicker', description: 'A ticker of an entity.' },
)
export const EntityTickerList = listOf('EntityTickerList', EntityTicker, 'The tickers of an entity.')

export const EntityQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description:
          'Beginning of any word of a present or former name, and what follows it. Case does not matter.',
        examples: ['harbor light'],
      }),
    ),
    cik: anyOf(CikInput, 'Central Index Key, with or without leading zeros.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['TWTI'] }),
      'Ticker as it is today.',
    ),
    sic: anyOf(
      Type.String({ pattern: '^\\d{4}$', examples: ['3570'] }),
      'Standard Industrial Classification.',
    ),
    state_of_incorporation: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9]{2}$', examples: ['DE'] }),
      "State or country of incorporation in EDGAR's codes.",
    ),
    exchange: anyOf(
      Type.String({ pattern: '^[A-Za-z][A-Za-z ]{0,19}$', examples: ['Nasdaq'] }),
      'Exchange on which a ticker of the entity is traded today. Case does not matter.',
    ),
    include: Type.Optional(
      Type.Array(stringEnum(['total']), { description: 'Adds `total`, the number of matches.' }),
    ),
    ...pageParameters,
  },
  { additionalProperties: false },
)
export const EntityParams = Type.Object({ cik: CikInput }, { additionalProperties: false })
export const NoQuery = Type.Object({}, { additionalProperties: false })

export const MAX_IDENTIFIERS = 100

export const ResolveBody = Type.Object(
  {
    identifiers: Type.Array(Type.String({ minLength: 1, maxLength: 200, examples: ['TWTI'] }), {
      minItems: 1,
      maxItems: MAX_IDENTIFIERS,
      description: 'CIKs, tickers and names, in any mixture.',
    }),
  },
  { additionalProperties: false },
)

export const ResolvedEntity = Type.Object(
  {
    object: Type.Literal('resolved_entity'),
    identifier: Type.String({ description: 'As it was given.' }),
    status: stringEnum(['resolved', 'ambiguous', 'not_found'], {
      description:
        '`ambiguous`: several entities answer to it, and `candidates` lists them; none is chosen for you.',
    }),
    matched_by: nullable(
      stringEnum(['cik', 'ticker', 'name', 'former_name'], {
        description:
          'What it was taken for: a CIK before a ticker, a ticker before a name, a present name before a former one.',
      }),
    ),
    entity: Type.Unsafe<Record<string, unknown> | null>({ anyOf: [{ $ref: 'Entity#' }, { type: 'null' }] }),
    candidates: Type.Array(named(Entity), { description: 'Only when ambiguous.' }),
  },
  { $id: 'ResolvedEntity', description: 'What one identifier stands for.' },
)
export const ResolvedEntityList = listOf(
  'ResolvedEntityList',
  ResolvedEntity,
  'One entry for each identifier, in the order given.',
)
