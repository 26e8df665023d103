import { MAX_QUERY_CHARS, MAX_QUERY_WORDS } from '@sec-latent/core/search/parse-query'
import { MAX_RANKED } from '@sec-latent/core/search/read-store'
import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { companyParameters } from '../filings/schema.ts'
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
  Sha256,
} from '../schemas.ts'

const spanProperties = {
  start: Type.Integer({ description: 'First code point in the canonical text.' }),
  end: Type.Integer({ description: 'Code point after the last.' }),
  byte_start: Type.Integer({ description: 'First UTF-8 byte.' }),
  byte_end: Type.Integer({ description: 'Byte after the last.' }),
}

export const SearchHighlight = Type.Object(spanProperties, {
  $id: 'SearchHighlight',
  description: 'Words of the query where they stand.',
})

export const SearchSnippet = Type.Object(
  {
    section_id: nullable(Type.String({ examples: ['0009990001-25-000003:1:10k.item_1a'] })),
    ...spanProperties,
    unit: stringEnum(['code_point']),
    quote: Type.String({ description: 'The passage, verbatim.' }),
    highlights: Type.Array(named(SearchHighlight), {
      description: 'The words of the query in it; positions in the same text.',
    }),
    text_fragment_url: nullable(
      Type.String({
        description: 'A link that makes a browser scroll to the passage on sec.gov and mark it.',
      }),
    ),
  },
  {
    $id: 'SearchSnippet',
    description:
      'A passage of the text. With `document_id`, `document_sha256` and `text_sha256` of the hit it is evidence: it can be sliced out of the text again and verified.',
  },
)

export const SearchHit = Type.Object(
  {
    object: Type.Literal('search_hit'),
    accession_number: AccessionNumber,
    form_type: Type.String({ description: 'As EDGAR writes it.', examples: ['10-K'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    filers: Type.Array(
      Type.Object({
        role: Type.String({ description: 'What the filer is to this filing.', examples: ['filer'] }),
        cik: Cik,
        name: Type.String({ description: 'As the header of this filing names it.' }),
      }),
    ),
    document_id: DocumentId,
    document_type: Type.String({ description: 'As filed.', examples: ['10-K', 'EX-99.1'] }),
    sequence: Type.Integer({ description: 'Position of the document in the filing.' }),
    section_id: nullable(
      Type.String({
        description: 'The section that matches; null where the query was asked of whole documents.',
      }),
    ),
    section_key: nullable(Type.String({ examples: ['10k.item_1a'] })),
    relevance: nullable(
      Type.Number({ description: 'Only with `sort=relevance`; comparable within one search.' }),
    ),
    document_sha256: Sha256('SHA-256 of the original bytes of the document.'),
    text_sha256: Sha256('SHA-256 of the canonical text the offsets refer to.'),
    source_url: nullable(
      Type.String({ description: 'The document on sec.gov; null for fictional filings.' }),
    ),
    snippets: Type.Array(named(SearchSnippet), {
      description: 'The passages that show most of the query, in the order of the text.',
    }),
  },
  { $id: 'SearchHit', description: 'A document, or a section of one, that fulfils the query.' },
)

export const SearchHitList = listOf('SearchHitList', SearchHit, 'A page of what was found.')

const question = {
  q: Type.String({
    minLength: 1,
    maxLength: MAX_QUERY_CHARS,
    description: `Words, \`"phrases"\`, \`prefix*\`, AND, OR, NOT (or \`-\`) and parentheses; words side by side are all wanted. At most ${MAX_QUERY_WORDS} words.`,
    examples: ['"going concern" AND (liquidity OR covenant*) NOT insurance'],
  }),
  ...companyParameters,
  section_key: anyOf(
    Type.String({ pattern: '^[0-9a-z]{1,12}\\.[a-z0-9_]{1,48}$', examples: ['10k.item_1a'] }),
    'Key of a section. The section, not the whole document, must then fulfil the query.',
  ),
  ...rangeParameters('accepted_at', (description) => Instant(description)),
  filing_date: Type.Optional(Day('`filing_date` exactly.')),
  ...rangeParameters('filing_date', (description) => Day(description)),
  ...asOfParameter,
}

export const DEFAULT_HITS = 10

export const SearchQuery = Type.Object(
  {
    ...question,
    sort: Type.Optional(
      stringEnum(['-accepted_at', 'accepted_at', 'relevance'], {
        default: '-accepted_at',
        description: `Latest first, earliest first, or those that say it most often; the latest ${MAX_RANKED} documents that can match are ranked.`,
      }),
    ),
    cursor: pageParameters.cursor,
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        default: DEFAULT_HITS,
        description:
          'Entries per page. A page can hold fewer and still not be the last: rare phrases of common words are looked for in parts.',
      }),
    ),
  },
  { additionalProperties: false },
)

export const SearchCountsQuery = Type.Object(
  {
    ...question,
    interval: Type.Optional(
      stringEnum(['month', 'quarter', 'year'], { default: 'year', description: 'Length of a period.' }),
    ),
  },
  { additionalProperties: false },
)

const counts = {
  documents: Type.Integer({ description: 'Documents that match.' }),
  filings: Type.Integer({ description: 'Filings with a document that matches.' }),
}

export const SearchCount = Type.Object(
  {
    object: Type.Literal('search_count'),
    period_start: Day('First day of the period, by `filing_date`.', ['2025-01-01']),
    period_end: Day('Last day of the period.', ['2025-12-31']),
    ...counts,
    by_form: Type.Array(Type.Object({ form_type: Type.String({ examples: ['10-K'] }), ...counts })),
  },
  { $id: 'SearchCount', description: 'What matches in one period.' },
)

export const SearchCountList = listOf(
  'SearchCountList',
  SearchCount,
  'Matches over time; periods without any are left out.',
  {
    counted_all: Type.Boolean({
      description:
        'False when more documents can match than were looked at: the latest were, back to `counted_from`.',
    }),
    counted_from: nullable(Instant('`accepted_at` of the earliest document looked at; null when all were.')),
  },
)
