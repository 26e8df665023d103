import { Type } from 'typebox'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { accountingRule, accountingType, type Scored } from './accounting-rule.ts'
import type { Amount, Books } from './books.ts'

const MINIMUM_AMOUNTS = 100
/** As many facts are shown as evidence; the count of all is in the payload. */
const SHOWN = 10

/**
 * Where in Benford's law a number belongs: its first digit, its first two, or its second. Null for zero and for a number with
 * fewer digits than asked for.
 */
export function leadingDigits(value: number, which: 'first' | 'first_two' | 'second'): number | null {
  if (!Number.isFinite(value) || value === 0) return null
  const digits = Math.abs(value).toExponential(15).replace('.', '')
  if (which === 'first') return Number(digits[0])
  return which === 'first_two' ? Number(digits.slice(0, 2)) : Number(digits[1])
}

/** What Benford's law expects: the share of numbers that begin with these digits, or have this second digit. */
export function benfordShare(digits: number, which: 'first' | 'first_two' | 'second'): number {
  if (which !== 'second') return Math.log10(1 + 1 / digits)
  let share = 0
  for (let first = 1; first <= 9; first++) share += Math.log10(1 + 1 / (10 * first + digits))
  return share
}

/** Mean absolute deviation of the shares of digits from those Benford's law expects; null without numbers. */
export function benfordMad(
  values: readonly number[],
  which: 'first' | 'first_two' | 'second' = 'first',
): number | null {
  const [from, to] = which === 'first' ? [1, 9] : which === 'first_two' ? [10, 99] : [0, 9]
  const counts = new Map<number, number>()
  let total = 0
  for (const value of values) {
    const digits = leadingDigits(value, which)
    if (digits === null) continue
    counts.set(digits, (counts.get(digits) ?? 0) + 1)
    total++
  }
  if (total === 0) return null
  let sum = 0
  for (let digits = from; digits <= to; digits++) {
    sum += Math.abs((counts.get(digits) ?? 0) / total - benfordShare(digits, which))
  }
  return sum / (to - from + 1)
}

/** Amounts of the reported year and of its end, each thing once: no parts by dimension, no comparatives, no zeros. */
export function statementAmounts({ facts, currency, years }: Books): StatedFact[] {
  const year = years[0]
  if (!year) return []
  const seen = new Set<string>()
  return facts.filter((fact) => {
    if (fact.dimensions.length > 0 || fact.unit !== currency || fact.value === null || fact.value === 0)
      return false
    if (fact.period_end !== year.end) return false
    if (fact.period_start !== null && fact.period_start !== year.start) return false
    if (!fact.concept.startsWith('us-gaap:') && !fact.is_extension) return false
    const key = `${fact.concept} ${fact.period_start ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function evaluate(books: Books): Scored {
  if (books.years.length === 0) return { missing: ['amounts'] }
  const amounts = statementAmounts(books)
  if (amounts.length < MINIMUM_AMOUNTS) return { missing: ['amounts'], reason: 'too_few_amounts' }
  const values = amounts.map(({ value }) => value as number)
  const firsts = values.map((value) => leadingDigits(value, 'first'))
  const counts = Array.from({ length: 9 }, (_, index) => ({
    digit: index + 1,
    count: firsts.filter((digit) => digit === index + 1).length,
  }))
  const shown: Amount[] = amounts.slice(0, SHOWN).map((fact, index) => ({
    name: `amount_${index + 1}`,
    value: fact.value as number,
    rank: 1,
    parts: [{ fact, other: null, weight: 1 }],
    period: { start: fact.period_start, end: fact.period_end as string },
  }))
  return {
    value: benfordMad(values) as number,
    payload: { amounts: amounts.length, first_digits: counts },
    amounts: shown,
    notes: [{ name: 'amounts', value: amounts.length, accession_number: books.filing.accession_number }],
  }
}

export const benford = accountingRule({
  name: 'benford',
  version: '1.0.0',
  config: { minimum_amounts: MINIMUM_AMOUNTS },
  scores: [
    {
      type: accountingType({
        signal_type: 'benford_mad',
        title: 'Distance of first digits from Benford’s law',
        description:
          'How far the first digits of the amounts of the reported year are from what Benford’s law expects, on average over the nine digits. All tagged amounts of the whole entity count once, zeros and comparatives not; at least 100. It is no grade: the distance falls with the number of amounts, and honest reports differ. The literature calls up to 0.006 close, 0.012 acceptable, 0.015 marginal. Evidence shows the first ten amounts. Direction 0.',
        unit: 'ratio',
        range: { minimum: 0, maximum: 0.2 },
        source:
          'Amiram, Bozanic, Rouen 2015, "Financial Statement Errors: Evidence from the Distributional Properties of Financial Statement Numbers", Review of Accounting Studies',
        formula: 'mean of |share(d) − log₁₀(1 + 1/d)|, d = 1 … 9',
        history: 'That the measure finds errors was disputed in 2025.',
        payload_schema: Type.Object(
          {
            amounts: Type.Integer({ description: 'Number of amounts.' }),
            first_digits: Type.Array(
              Type.Object(
                {
                  digit: Type.Integer({ description: '1 to 9' }),
                  count: Type.Integer({ description: 'Amounts that begin with it.' }),
                },
                { additionalProperties: false },
              ),
              { description: 'How many amounts begin with each digit.', minItems: 9, maxItems: 9 },
            ),
          },
          { additionalProperties: false },
        ),
        cases: {
          first_filings: 'Makes no difference: one report is enough.',
          splits: 'Only amounts of money count.',
        },
      }),
      evaluate,
    },
  ],
})
