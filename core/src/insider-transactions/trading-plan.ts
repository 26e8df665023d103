import type { InsiderTransaction } from './insider-transaction.ts'

/**
 * Whether a transaction was made under a Rule 10b5-1 plan. The checkbox of the form (since April 2023) decides; a footnote
 * decides only where the form has no such answer. "Rule 10b-5" is the anti-fraud rule and no plan; "not … pursuant to a
 * Rule 10b5-1 plan" in a footnote is not understood as a plan either. `null`: the filing does not say.
 */
export function underTradingPlan(row: Pick<InsiderTransaction, 'aff10b5_one' | 'footnotes'>): boolean | null {
  if (row.aff10b5_one !== null) return row.aff10b5_one
  const mentions = row.footnotes.filter((text) => /\b10b5[-\u2010-\u2014]1\b/i.test(text))
  if (mentions.length === 0) return row.footnotes.some((text) => /\b10b-5\b/i.test(text)) ? false : null
  return mentions.some((text) => !/\bnot\b[^.]{0,80}10b5[-\u2010-\u2014]1/i.test(text))
}
