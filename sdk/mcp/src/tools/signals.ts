import type { Evidence, Signal } from '../../../src/index.ts'
import { shortened } from '../budget.ts'
import { limitSchema, parameters } from '../schemas.ts'
import { defineTool } from '../tool.ts'
import { UNTRUSTED } from '../untrusted.ts'
import { type Listed, listed, only } from './filings.ts'

const MAX_QUOTE_CHARS = 400
const MAX_EVIDENCE = 3

interface ListSignals {
  limit: number
  [filter: string]: unknown
}

export const listSignals = defineTool<ListSignals>({
  name: 'list_signals',
  title: 'List signals with their evidence',
  description:
    'Signals found in filings, each with the quotes it rests on and where they stand. What a signal type means is on the page /docs/signals/{signal_type}. Costs 1 unit.',
  inputSchema: {
    type: 'object',
    properties: {
      ...parameters(
        'listSignals',
        'ticker',
        'cik',
        'signal_type',
        'form_type',
        'accession_number',
        'status',
        'direction',
        'accepted_at_gte',
        'accepted_at_lte',
        'period_of_report_gte',
        'period_of_report_lte',
        'sort',
        'as_of',
        'cursor',
      ),
      limit: limitSchema(10, 25),
    },
  },
  async run(input, { client, signal }) {
    const page = await client().request<Listed<Signal>>('GET', '/v1/signals', { query: input, signal })
    return { structured: { untrusted: UNTRUSTED, ...listed(page, page.data.map(signalInShort)) } }
  },
})

export function signalInShort(signal: Signal) {
  return {
    ...only(
      signal,
      'id',
      'signal_type',
      'value',
      'unit',
      'direction',
      'status',
      'subject',
      'cik',
      'accession_number',
      'form_type',
      'period_of_report',
      'accepted_at',
    ),
    evidence: signal.evidence.slice(0, MAX_EVIDENCE).map(evidenceInShort),
    evidence_total: signal.evidence.length,
  }
}

const PLACE = ['document_id', 'section_id', 'text_sha256', 'start', 'end'] as const

export function evidenceInShort(evidence: Evidence): Record<string, unknown> {
  const head = { kind: evidence.kind, verification: evidence.verification }
  if (evidence.kind === 'pair')
    return { ...head, left: spanInShort(evidence.left), right: spanInShort(evidence.right) }
  if (evidence.kind === 'text_span') return { ...head, ...spanInShort(evidence) }
  if (evidence.kind === 'xbrl_fact') {
    const fact = only(evidence, 'concept', 'unit', 'period_start', 'period_end', 'value')
    return { ...head, ...fact, document_id: evidence.document_id, span: spanInShort(evidence.span) }
  }
  const value = shortened(evidence.value, MAX_QUOTE_CHARS)
  return { ...head, ...only(evidence, 'field', 'path', 'submission_sha256', 'document_id'), value }
}

function spanInShort(span: { quote: string } | null) {
  return span && { ...only(span, ...PLACE), quote: shortened(span.quote, MAX_QUOTE_CHARS) }
}
