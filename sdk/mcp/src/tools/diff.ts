import type { Diff } from '../../../src/index.ts'
import { portionOf } from '../budget.ts'
import { budgetSchema, parameters } from '../schemas.ts'
import { defineTool } from '../tool.ts'
import { UNTRUSTED } from '../untrusted.ts'
import { only } from './filings.ts'

interface DiffSection {
  from: string
  to: string
  section_key?: string
  as_of?: string
  first_change: number
  max_chars: number
}

export const diffSection = defineTool<DiffSection>({
  name: 'diff_section',
  title: 'Compare a section of two filings',
  description:
    'What was taken out, put in or replaced between two texts, in their order, with at most `max_chars` characters of quotes. `next_change` says where to go on. Costs 1 unit.',
  inputSchema: {
    type: 'object',
    properties: {
      ...parameters('getDiff', 'from', 'to', 'section_key', 'as_of'),
      first_change: {
        type: 'integer',
        minimum: 0,
        maximum: 1_000_000,
        default: 0,
        description: '`next_change` of the answer before.',
      },
      max_chars: budgetSchema(8_000, 50_000),
    },
    required: ['from', 'to'],
  },
  async run({ first_change, max_chars, ...query }, { client, signal }) {
    const diff = await client().diff.get(query, { signal })
    const changes = diff.hunks.filter(({ operation }) => operation !== 'equal')
    return {
      structured: {
        untrusted: UNTRUSTED,
        from: sideInShort(diff.from),
        to: sideInShort(diff.to),
        summary: diff.summary,
        complete: diff.complete,
        total_changes: changes.length,
        ...withinBudget(changes, first_change, max_chars),
      },
    }
  },
})

type Hunk = Diff['hunks'][number]

/** Changes from `first` on while their quotes fit; the last of them may be cut, and says so. */
function withinBudget(changes: Hunk[], first: number, maxChars: number) {
  let left = maxChars
  let next = first
  const shown: Record<string, unknown>[] = []
  for (; next < changes.length && left > 0; next++) {
    const { operation, level, move, from, to } = changes[next] as Hunk
    const sides = [from, to].map(({ start, end, quote }) => {
      const { text, returned_chars, next_offset } = portionOf(quote ?? '', 0, left)
      left -= returned_chars
      return { start, end, quote: text, ...(next_offset !== null && { cut: true }) }
    })
    shown.push({
      change: next,
      operation,
      level,
      ...(move !== null && { move }),
      from: sides[0],
      to: sides[1],
    })
  }
  return { changes: shown, next_change: next < changes.length ? next : null }
}

function sideInShort(side: Diff['from']) {
  return only(
    side,
    'accession_number',
    'form_type',
    'filing_date',
    'document_id',
    'section_id',
    'section_status',
  )
}
