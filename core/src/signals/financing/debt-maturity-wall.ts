import { Type } from 'typebox'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { inapplicability } from '../accounting/applicability.ts'
import { ACCOUNTING_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import { evidenceOf, inputOf } from '../reported-facts/stated.ts'
import type { SignalType } from '../signal.ts'

const config = {
  first_year: 'us-gaap:LongTermDebtMaturitiesRepaymentsOfPrincipalInNextTwelveMonths',
  second_year: 'us-gaap:LongTermDebtMaturitiesRepaymentsOfPrincipalInYearTwo',
  cash: 'us-gaap:CashAndCashEquivalentsAtCarryingValue',
  assets: 'us-gaap:Assets',
  /** More falls due within two years than the company has in cash. */
  adverse_from: 1,
  negligible_share_of_assets: 0.001,
} as const

const FORMS = ['10-K', '10-K/A', '10-KT'] as const

const debtMaturityWall: SignalType = {
  signal_type: 'debt_maturity_wall',
  family: 'financing',
  title: 'Debt due within two years, against cash',
  description:
    'Principal of long-term debt due in the first and second year after the balance sheet date, divided by cash and cash equivalents. Short-term investments and credit lines are not in the denominator, and short-term borrowings and leases not in the numerator. Only where the schedule of maturities is tagged for the whole company.',
  unit: 'ratio',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'Regulation S-X and FASB ASC 470-10-50-1, schedule of maturities',
  formula:
    '(LongTermDebtMaturitiesRepaymentsOfPrincipalInNextTwelveMonths + …InYearTwo) / CashAndCashEquivalentsAtCarryingValue, all at the balance sheet date. Direction −1 from 1 on, otherwise 0.',
  history: null,
  covers_from: '2009-06-15',
  payload_schema: Type.Object(
    {
      due_first_year: Type.Number({ description: 'US dollars.' }),
      due_second_year: Type.Number({ description: 'US dollars.' }),
      cash: Type.Number({ description: 'US dollars.' }),
      period_end: Type.String({ description: 'Balance sheet date, `YYYY-MM-DD`.' }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...ACCOUNTING_CASES,
    first_filings: 'Makes no difference.',
    fiscal_year_changes: 'Makes no difference.',
  },
}

/** What of the debt falls due soon, in terms of the cash at hand. */
export const debtMaturityWallRule = defineExtractor({
  name: 'debt_maturity_wall',
  version: '1.0.0',
  signal_types: [debtMaturityWall],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,

  extract({ filing, facts }) {
    const none = inapplicability(filing, facts)
    if (none) return none
    const cashes = whole(facts, config.cash)
    // The balance sheet of the year before is in the report too.
    const end = cashes.reduce<string | null>(
      (latest, { period_end: at }) => (at !== null && (latest === null || at > latest) ? at : latest),
      null,
    )
    const at = (concept: string) =>
      oneValue(whole(facts, concept).filter(({ period_end }) => period_end === end))
    const cash = at(config.cash)
    const first = at(config.first_year)
    const second = at(config.second_year)
    if (end === null || !cash || !first || !second) {
      const missing = Object.entries({ cash, due_first_year: first, due_second_year: second })
      return {
        status: 'insufficient_data',
        missing: missing.flatMap(([name, fact]) => (fact ? [] : [name])),
        reason: 'maturities_not_tagged',
      }
    }
    const assets = at(config.assets)
    const floor = (assets?.value ?? 0) * config.negligible_share_of_assets
    if ((cash.value ?? 0) <= 0 || (cash.value ?? 0) < floor)
      return { status: 'insufficient_data', missing: ['cash'], reason: 'denominator_negligible' }
    const value = ((first.value ?? 0) + (second.value ?? 0)) / (cash.value ?? 1)
    if (value < 0)
      return { status: 'insufficient_data', missing: ['due_first_year'], reason: 'maturities_not_tagged' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'debt_maturity_wall',
          subject: null,
          value,
          unit: 'ratio',
          direction: value >= config.adverse_from ? -1 : 0,
          payload: {
            due_first_year: first.value,
            due_second_year: second.value,
            cash: cash.value,
            period_end: end,
          },
          evidence: [first, second, cash].map((fact) => evidenceOf(fact, filing)),
          inputs: [
            inputOf('due_first_year', first, 1),
            inputOf('due_second_year', second, 1),
            inputOf('cash', cash, 1),
            ...(assets ? [inputOf('assets', assets, 1)] : []),
          ],
        },
      ],
    }
  },
})

/** Dollar amounts of the whole company at a moment. */
function whole(facts: readonly StatedFact[], concept: string): StatedFact[] {
  return facts.filter(
    (fact) =>
      fact.concept === concept &&
      fact.dimensions.length === 0 &&
      fact.period_start === null &&
      fact.value !== null &&
      fact.unit === 'USD',
  )
}

/** The fact when all that are stated agree; rounded repetitions count as agreeing with the most exact one. */
function oneValue(facts: readonly StatedFact[]): StatedFact | null {
  const exact = facts.toSorted((a, b) => (b.decimals ?? -99) - (a.decimals ?? -99))[0]
  if (!exact) return null
  const agree = facts.every((fact) => {
    const step = fact.decimals === null || fact.decimals > 0 ? 0 : 10 ** -fact.decimals
    return Math.abs((fact.value ?? 0) - (exact.value ?? 0)) <= step / 2
  })
  return agree ? exact : null
}
