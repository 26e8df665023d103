import type { Fact } from '../facts/fact.ts'
import { factsByConcept, placeFacts } from './as-filed.ts'
import { reportedDocument } from './document-period.ts'
import type { FiledStatement } from './filed-statement.ts'
import { type PresentedLine, spoken } from './presentation-tree.ts'
import type { StandardStatement } from './standard-line.ts'
import { STANDARD_LINES } from './standard-lines.ts'
import type { StatementKind } from './statement-kind.ts'

const TITLES: readonly [Extract<StatementKind, StandardStatement | 'cover'>, string][] = [
  ['cover', 'Cover page'],
  ['balance_sheet', 'Balance sheet'],
  ['income_statement', 'Income statement'],
  ['cash_flow', 'Statement of cash flows'],
]

/**
 * Statements of a filing whose presentation is not at hand: the facts for the whole entity that are of a concept known to
 * belong to a statement, in a customary order, in the document's own periods and those it is compared with. What belongs to
 * no known line stays among the facts.
 */
export function statementsWithoutPresentation(facts: readonly Fact[]): FiledStatement[] {
  const document = reportedDocument(facts)
  if (document === null) return []
  const byConcept = factsByConcept(facts.filter((fact) => fact.dimensions.length === 0))
  return TITLES.map(([kind, title]) => ({ kind, title, lines: customaryLines(kind, byConcept) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ kind, title, lines }, index) => ({
      position: index + 1,
      kind,
      title,
      role_uri: null,
      definition: null,
      parenthetical: false,
      presentation: 'unavailable' as const,
      fault: null,
      ...placeFacts(lines, byConcept, kind),
    }))
}

function customaryLines(
  kind: StandardStatement | 'cover',
  byConcept: ReadonlyMap<string, readonly Fact[]>,
): PresentedLine[] {
  const concepts =
    kind === 'cover'
      ? [...byConcept.keys()].filter((concept) => concept.startsWith('dei:'))
      : STANDARD_LINES.filter(({ statement }) => statement === kind).flatMap((line) => line.concepts)
  return [...new Set(concepts)]
    .filter((concept) => byConcept.has(concept))
    .map((concept) => ({
      concept,
      label: spoken(concept),
      label_role: 'label',
      depth: 0,
      abstract: false,
      negated: false,
      period_start: false,
    }))
}
