import { BALANCE_SHEET_LINES } from './balance-sheet-lines.ts'
import { CASH_FLOW_LINES } from './cash-flow-lines.ts'
import { INCOME_STATEMENT_LINES } from './income-statement-lines.ts'
import type { StandardLine } from './standard-line.ts'

/** Every line of the standardised statements, in the order in which they are served. */
export const STANDARD_LINES: readonly StandardLine[] = [
  ...INCOME_STATEMENT_LINES,
  ...BALANCE_SHEET_LINES,
  ...CASH_FLOW_LINES,
]
