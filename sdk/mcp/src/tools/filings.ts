import type { Filing, FilingDetail, SearchHit } from '../../../src/index.ts'
import { shortened } from '../budget.ts'
import { limitSchema, parameters } from '../schemas.ts'
import { defineTool } from '../tool.ts'
import { UNTRUSTED } from '../untrusted.ts'

const MAX_QUOTE_CHARS = 400

interface SearchFilings {
  limit: number
  [filter: string]: unknown
}

export const searchFilings = defineTool<SearchFilings>({
  name: 'search_filings',
  title: 'Search filings',
  description:
    'Filings by company, form and time, latest first. An empty list says in `coverage` why it is empty. Costs 1 unit.',
  inputSchema: {
    type: 'object',
    properties: {
      ...parameters(
        'listFilings',
        'ticker',
        'cik',
        'form_type',
        'item_code',
        'filing_date_gte',
        'filing_date_lte',
        'period_of_report',
        'sort',
        'as_of',
        'cursor',
      ),
      limit: limitSchema(10, 50),
    },
  },
  async run(input, { client, signal }) {
    const page = await client().request<Listed<Filing>>('GET', '/v1/filings', { query: input, signal })
    return { structured: listed(page, page.data.map(filingInShort)) }
  },
})

interface SearchText {
  q: string
  limit: number
  [filter: string]: unknown
}

export const searchText = defineTool<SearchText>({
  name: 'search_text',
  title: 'Search the text of filings',
  description:
    'Documents, or sections with `section_key`, whose text fulfils a query, with the passages that show it and where they stand. Costs 1 unit.',
  inputSchema: {
    type: 'object',
    properties: {
      ...parameters(
        'searchDocuments',
        'q',
        'ticker',
        'cik',
        'form_type',
        'section_key',
        'filing_date_gte',
        'filing_date_lte',
        'sort',
        'as_of',
        'cursor',
      ),
      limit: limitSchema(5, 20),
    },
    required: ['q'],
  },
  async run(input, { client, signal }) {
    const page = await client().request<Listed<SearchHit>>('GET', '/v1/search', { query: input, signal })
    return { structured: { untrusted: UNTRUSTED, ...listed(page, page.data.map(hitInShort)) } }
  },
})

export const getFiling = defineTool<{ accession_number: string; as_of?: string }>({
  name: 'get_filing',
  title: 'Get a filing',
  description:
    'What a filing is, who filed it, when it was accepted, and its documents. To read it, list its sections. Costs 2 units.',
  inputSchema: {
    type: 'object',
    properties: parameters('getFiling', 'accession_number', 'as_of'),
    required: ['accession_number'],
  },
  async run({ accession_number, as_of }, { client, signal }) {
    const api = client()
    const [filing, documents] = await Promise.all([
      api.filings.get(accession_number, { as_of }, { signal }),
      api.documents.list(accession_number, { as_of, limit: 50 }, { signal }),
    ])
    return {
      structured: {
        ...filingInShort(filing),
        ...only(filing, 'accepted_at_source', 'amends', 'amendment_scope', 'submission_sha256', 'warnings'),
        documents: documents.data.map((document) =>
          only(
            document,
            'document_id',
            'sequence',
            'document_type',
            'description',
            'text_status',
            'text_length',
          ),
        ),
        more_documents: documents.has_more,
      },
    }
  },
})

/** A page as the API answers it. */
export interface Listed<T> {
  data: T[]
  has_more: boolean
  next_cursor: string | null
  as_of?: string
  coverage?: { status: string; reason: string | null }
}

/** The page with other entries: what an assistant needs to go on, and to know what an empty list means. */
export function listed<T>(page: Listed<T>, data: unknown[]): Record<string, unknown> {
  return {
    data,
    next_cursor: page.next_cursor,
    ...(page.as_of && { as_of: page.as_of }),
    ...(page.coverage && { coverage: only(page.coverage, 'status', 'reason') }),
  }
}

/** Some of the fields of an object. */
export function only<T extends object>(object: T, ...names: string[]): Partial<T> {
  return Object.fromEntries(
    names.filter((name) => name in object).map((name) => [name, object[name as keyof T]]),
  ) as Partial<T>
}

function filingInShort(filing: Filing | FilingDetail) {
  return {
    ...only(
      filing,
      'accession_number',
      'form_type',
      'filing_date',
      'accepted_at',
      'period_of_report',
      'items',
      'document_count',
      'amends',
      'source_url',
    ),
    filers: filing.filers.map((filer) => only(filer, 'role', 'cik', 'name')),
  }
}

function hitInShort(hit: SearchHit) {
  return {
    ...only(
      hit,
      'accession_number',
      'form_type',
      'filing_date',
      'document_id',
      'section_id',
      'section_key',
      'text_sha256',
      'source_url',
    ),
    filers: hit.filers,
    snippets: hit.snippets.map(({ start, end, quote }) => ({
      start,
      end,
      quote: shortened(quote, MAX_QUOTE_CHARS),
    })),
  }
}
