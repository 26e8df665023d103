import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, PERIODIC_FORMS, type Scored } from './accounting-rule.ts'
import { ratio, slope } from './arithmetic.ts'
import type { Books } from './books.ts'
import { quarterlyAmounts } from './quarters.ts'

const QUARTERS = 8

/** Percentage points of margin a quarter, by the least-squares line through margins in the order of time. */
export function grossMarginDrift(quarters: readonly { gp: number; rev: number }[]): number {
  return 100 * slope(quarters.map(({ gp, rev }) => ratio(gp, rev)))
}

function evaluate(books: Books): Scored {
  const revenues = quarterlyAmounts(books, 'rev', QUARTERS)
  const profits = quarterlyAmounts(books, 'gp', QUARTERS)
  const missing = (['rev', 'gp'] as const).flatMap((line) => {
    const had = (line === 'rev' ? revenues : profits).length
    return had < QUARTERS ? [`${line} of ${QUARTERS} quarters`] : []
  })
  if (missing.length > 0) return { missing, reason: 'quarters_missing' }
  const assets = books.closing('ta')
  if (!assets) return { missing: ['ta'] }
  const quarters = revenues
    .map((rev, index) => ({ rev, gp: profits[index] as (typeof profits)[number] }))
    .reverse()
  if (
    quarters.some(({ rev, gp }) => rev.period.start !== gp.period.start || rev.period.end !== gp.period.end)
  ) {
    return { missing: ['gp and rev of the same quarters'], reason: 'quarters_missing' }
  }
  const smallest = Math.min(...quarters.map(({ rev }) => rev.value))
  const lacking = negligible(assets.value, { 'rev of a quarter': smallest })
  if (lacking) return lacking
  const margins = quarters.map(({ rev, gp }) => ({ rev: rev.value, gp: gp.value }))
  return {
    value: grossMarginDrift(margins),
    payload: {
      margins: quarters.map(({ rev, gp }) => ({
        period_start: rev.period.start as string,
        period_end: rev.period.end,
        gross_margin: ratio(gp.value, rev.value),
      })),
    },
    amounts: [...quarters.toReversed().flatMap(({ rev, gp }) => [rev, gp]), assets],
  }
}

export const grossMarginDriftRule = accountingRule({
  name: 'gross_margin_drift',
  version: '1.0.0',
  config: { quarters: QUARTERS },
  scores: [
    {
      type: accountingType({
        signal_type: 'gross_margin_drift',
        form_types: PERIODIC_FORMS,
        title: 'Drift of the gross margin',
        description:
          'By how many percentage points the gross margin moves each quarter, over the last eight. Each quarter is taken as it was stated last; a fourth quarter is the year less its first nine months, if no revision of either lies in between, and otherwise there is no value. Falling margins are not adverse by themselves; the direction is 0.',
        unit: 'percentage_points',
        source: 'Textbook ratio; the slope over eight quarters is ours',
        formula: '100 · slope of the least-squares line through gp/rev of eight quarters',
        payload_schema: Type.Object(
          {
            margins: Type.Array(
              Type.Object(
                {
                  period_start: Type.String({ description: 'First day of the quarter, `YYYY-MM-DD`.' }),
                  period_end: Type.String({ description: 'Last day of the quarter, `YYYY-MM-DD`.' }),
                  gross_margin: Type.Number({ description: 'gp/rev' }),
                },
                { additionalProperties: false },
              ),
              { description: 'The eight quarters in the order of time.', minItems: 8, maxItems: 8 },
            ),
          },
          { additionalProperties: false },
        ),
        cases: {
          first_filings: '`insufficient_data`: eight quarters take two years of reports.',
          missing_years: '`insufficient_data` where a quarter cannot be had from the reports that are held.',
          fiscal_year_changes: 'Quarters of 80 to 100 days without a gap; otherwise `insufficient_data`.',
        },
      }),
      evaluate,
    },
  ],
})
