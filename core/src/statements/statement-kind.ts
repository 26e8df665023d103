import type { PresentedLine } from './presentation-tree.ts'

/** Which statement a role of a filing presents. */
export const STATEMENT_KINDS = [
  'balance_sheet',
  'income_statement',
  'comprehensive_income',
  'cash_flow',
  'equity',
  'cover',
  'notes',
  'other',
] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

/** A definition of a role, taken apart: `0000002 - Statement - CONSOLIDATED BALANCE SHEETS` (EDGAR Filer Manual, 6.7.12). */
export interface RoleTitle {
  sort_code: string | null
  /** `Statement`, `Document`, `Disclosure`, `Schedule`; null where the definition has no such part. */
  type: string | null
  title: string
  parenthetical: boolean
}

export function roleTitle(definition: string): RoleTitle {
  const match = /^\s*(\S{1,20})\s+-\s+([A-Za-z]{1,20})\s+-\s*(.*)$/.exec(definition.slice(0, 1_000))
  const title = (match?.[3] ?? spokenUri(definition)).trim()
  return {
    sort_code: match?.[1] ?? null,
    type: match?.[2] ? match[2].charAt(0).toUpperCase() + match[2].slice(1).toLowerCase() : null,
    title,
    parenthetical: /\(parenthetical/i.test(title) || /\bparenthetical\b/i.test(title),
  }
}

/** A role without a definition is named by the last step of its URI: `…/role/ConsolidatedBalanceSheet`. */
function spokenUri(definition: string): string {
  if (!/^https?:\/\/\S+$/.test(definition)) return definition
  const step = definition.slice(definition.lastIndexOf('/') + 1)
  return step.replace(/([a-z0-9])(?=[A-Z])/g, '$1 ').replaceAll('_', ' ')
}

const NOTE_TITLE = /(?:details?|tables?|policies|policy)\d*$/i
const COVER = /\bcover\b|document and entity|entity information|audit(?:or)? information/i
const TITLES: readonly [StatementKind, RegExp][] = [
  ['cash_flow', /cash\s*flow/i],
  [
    'equity',
    /(?:changes|statements?) (?:in|of) (?:[\w'’,&-]+ ){0,6}(?:equity|capital|deficit|deficiency|net assets|investment)|(?:stockholders|shareholders|shareowners|members|partners|owners)[’']? ?(?:equity|deficit|capital|investment)/i,
  ],
  [
    'balance_sheet',
    /balance\s*sheet|financial (?:condition|position)|assets (?:and|&) liabilities|statements? of condition/i,
  ],
  ['income_statement', /operations|income|earnings|profit|loss/i],
]

/** Concepts of which a statement of the kind always has one, in the standard taxonomies. */
const CONCEPTS: readonly [StatementKind, RegExp][] = [
  ['cover', /^dei:(?:DocumentType|EntityRegistrantName|DocumentPeriodEndDate)$/],
  [
    'balance_sheet',
    /^(?:us-gaap:(?:LiabilitiesAndStockholdersEquity|AssetsNet)|ifrs-full:(?:EquityAndLiabilities|AssetsLessLiabilities))$/,
  ],
  [
    'cash_flow',
    /:(?:NetCashProvidedByUsedInOperatingActivities(?:ContinuingOperations)?|CashFlowsFromUsedInOperatingActivities)$/,
  ],
  [
    'equity',
    /:(?:StatementOfStockholdersEquityAbstract|StatementOfChangesInEquityAbstract|StatementEquityComponentsAxis|IncreaseDecreaseInStockholdersEquityRollForward)$/,
  ],
  [
    'income_statement',
    /:(?:IncomeStatementAbstract|EarningsPerShareBasic|EarningsPerShareBasicAndDiluted|IncomeTaxExpenseBenefit|BasicEarningsLossPerShare|IncomeTaxExpenseContinuingOperations)$/,
  ],
  [
    'comprehensive_income',
    /:(?:ComprehensiveIncomeNetOfTax(?:IncludingPortionAttributableToNoncontrollingInterest)?|ComprehensiveIncome|StatementOfIncomeAndComprehensiveIncomeAbstract)$/,
  ],
]

/**
 * The kind of a role, by its title and, where that leaves it open, by the concepts in it. A statement of operations that goes
 * on to comprehensive income is an income statement.
 */
export function statementKind(definition: string, lines: readonly PresentedLine[]): StatementKind {
  const { type, title } = roleTitle(definition)
  if (type === 'Disclosure' || type === 'Schedule') return 'notes'
  if (type === 'Document' || (COVER.test(title) && has(lines, 'cover'))) return 'cover'
  const byTitle = kindByTitle(title)
  // Without a type, as where the schema is not at hand, the concepts must agree: notes have such titles too.
  if (type === null) return byTitle && !NOTE_TITLE.test(title) && has(lines, byTitle) ? byTitle : 'notes'
  if (byTitle === 'comprehensive_income' && has(lines, 'income_statement')) return 'income_statement'
  return byTitle ?? kindByConcepts(lines) ?? 'other'
}

function kindByTitle(title: string): StatementKind | null {
  for (const [kind, pattern] of TITLES) {
    if (!pattern.test(title)) continue
    if (kind !== 'income_statement') return kind
    const rest = title.replace(
      /\b(?:other )?comprehensive (?:income|loss|earnings)(?: \(loss\)| \(income\))?/gi,
      '',
    )
    return rest.length < title.length && !pattern.test(rest) ? 'comprehensive_income' : 'income_statement'
  }
  return null
}

function kindByConcepts(lines: readonly PresentedLine[]): StatementKind | null {
  return CONCEPTS.find(([kind]) => has(lines, kind))?.[0] ?? null
}

function has(lines: readonly PresentedLine[], kind: StatementKind): boolean {
  const pattern = CONCEPTS.find(([known]) => known === kind)?.[1]
  return pattern !== undefined && lines.some(({ concept }) => pattern.test(concept))
}
