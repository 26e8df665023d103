import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { average, ratio } from './arithmetic.ts'
import type { Books } from './books.ts'

type Taxed = { tax: number; pretax: number }
/** The tax rate less its average over the two years before, in percentage points. */
export function taxRateAnomaly(now: Taxed, prior: Taxed, before: Taxed): number {
  const rate = ({ tax, pretax }: Taxed) => ratio(tax, pretax)
  return 100 * (rate(now) - average(rate(before), rate(prior)))
}

function taxRate(books: Books): Scored {
  const lines = ['tax', 'pretax'] as const
  const taken = take(books, { now: [...lines, 'ta'], prior: lines, before: lines })
  if ('missing' in taken) return taken
  const { now, prior, before, amounts } = taken
  const lacking = negligible(now.ta, {
    pretax: now.pretax,
    pretax_prior: prior.pretax,
    pretax_before_prior: before.pretax,
  })
  if (lacking) return lacking
  return {
    value: taxRateAnomaly(now, prior, before),
    payload: {
      tax_rate: ratio(now.tax, now.pretax),
      tax_rate_prior: ratio(prior.tax, prior.pretax),
      tax_rate_before_prior: ratio(before.tax, before.pretax),
    },
    amounts,
  }
}

function capexVersusDepreciation(books: Books): Scored {
  const taken = take(books, { now: ['capex', 'dep', 'ta'] })
  if ('missing' in taken) return taken
  const { now, amounts } = taken
  return negligible(now.ta, { dep: now.dep }) ?? { value: ratio(now.capex, now.dep), amounts }
}

function stockCompensation(books: Books): Scored {
  const taken = take(books, { now: ['sbc', 'rev', 'ta'] })
  if ('missing' in taken) return taken
  const { now, amounts } = taken
  return negligible(now.ta, { rev: now.rev }) ?? { value: ratio(now.sbc, now.rev), amounts }
}

export const incomeChecks = accountingRule({
  name: 'income_checks',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'tax_rate_anomaly',
        title: 'Tax rate against the two years before',
        description:
          'Income tax over income before tax, less the average of the two years before, for three years with a profit. Below 0 income after tax was helped by a lower rate, which may not last. `payload` has the rates. The direction is 0.',
        unit: 'percentage_points',
        source:
          'After the tax signal of Lev, Thiagarajan 1993, "Fundamental Information Analysis", Journal of Accounting Research; two years of comparison are ours',
        formula: '100 · [tax/pretax − ½·((tax/pretax)₋₁ + (tax/pretax)₋₂)]',
        payload_schema: Type.Object(
          {
            tax_rate: Type.Number({ description: 'tax/pretax' }),
            tax_rate_prior: Type.Number({ description: 'A year before' }),
            tax_rate_before_prior: Type.Number({ description: 'Two years before' }),
          },
          { additionalProperties: false },
        ),
      }),
      evaluate: taxRate,
    },
    {
      type: accountingType({
        signal_type: 'capex_vs_dep',
        title: 'Capital expenditures over depreciation',
        description:
          'Below 1 the company spends less on plant than wears out by its books. Some companies state depreciation only together with amortisation; `resolver_rank` 2 says so. The direction is 0.',
        unit: 'ratio',
        source: 'Textbook ratio',
        formula: 'capex/dep',
        cases: { first_filings: 'Makes no difference: one report is enough.' },
      }),
      evaluate: capexVersusDepreciation,
    },
    {
      type: accountingType({
        signal_type: 'sbc_intensity',
        title: 'Stock compensation over revenue',
        description:
          'Share-based compensation as stated in the cash flow statement, over revenue. The direction is 0.',
        unit: 'ratio',
        source: 'Textbook ratio',
        formula: 'ShareBasedCompensation/rev',
        cases: { first_filings: 'Makes no difference: one report is enough.' },
      }),
      evaluate: stockCompensation,
    },
  ],
})
