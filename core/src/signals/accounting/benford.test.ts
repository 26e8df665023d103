import { describe, expect, it } from 'vitest'
import { benford, benfordMad, benfordShare, leadingDigits } from './benford.ts'
import { answerOf, company, outcomeOf, statedFact, YEARS } from './books-fixture.ts'

describe('the first digits of amounts', () => {
  it('are read off any number', () => {
    expect([123, -0.00456, 9_990_000, 1e-12].map((value) => leadingDigits(value, 'first'))).toEqual([
      1, 4, 9, 1,
    ])
    expect([123, -0.00456, 7].map((value) => leadingDigits(value, 'first_two'))).toEqual([12, 45, 70])
    expect([123, 7].map((value) => leadingDigits(value, 'second'))).toEqual([2, 0])
    expect(leadingDigits(0, 'first')).toBeNull()
  })

  it('are expected in shares that add up to one', () => {
    const sum = (from: number, to: number, which: 'first' | 'first_two' | 'second') => {
      let total = 0
      for (let digits = from; digits <= to; digits++) total += benfordShare(digits, which)
      return total
    }
    expect(sum(1, 9, 'first')).toBeCloseTo(1, 12)
    expect(sum(10, 99, 'first_two')).toBeCloseTo(1, 12)
    expect(sum(0, 9, 'second')).toBeCloseTo(1, 12)
    // Nigrini, "Benford's Law" (2012), table of second digits.
    expect(benfordShare(0, 'second')).toBeCloseTo(0.11968, 5)
  })

  it('are as far from the law as a calculation by hand says', () => {
    // Ten ones: |1 − 0.30103| and the shares of the other eight digits, over nine.
    const ones = Array.from({ length: 10 }, () => 1)
    expect(benfordMad(ones)).toBeCloseTo((2 * (1 - Math.log10(2))) / 9, 12)
    // Five each of 1 and 2.
    const both = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2]
    const expected = (0.5 - Math.log10(2) + (0.5 - Math.log10(1.5)) + Math.log10(10 / 3)) / 9
    expect(benfordMad(both)).toBeCloseTo(expected, 12)
    // Powers of two follow the law.
    const powers = Array.from({ length: 1000 }, (_, index) => 2 ** index)
    expect(benfordMad(powers)).toBeLessThan(0.001)
    expect(benfordMad(powers, 'first_two')).toBeLessThan(0.001)
    expect(benfordMad([])).toBeNull()
  })

  it('count each amount of the year once, and need a hundred', () => {
    const data = company()
    expect(answerOf(outcomeOf(benford, data), 'benford_mad')).toBe('too_few_amounts: amounts')
    const more = Array.from({ length: 120 }, (_, index) =>
      statedFact(`Amount${index}`, YEARS[0].end, (index % 9) + 1),
    )
    const repeated = [
      ...more,
      ...more,
      statedFact('Zero', YEARS[0].end, 0),
      statedFact('Old', YEARS[1].end, 5),
    ]
    const outcome = outcomeOf(benford, { ...data, facts: [...data.facts, ...repeated] })
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    const own = data.facts.filter(
      ({ unit, value, period_end: end, concept }) =>
        unit === 'USD' && value !== 0 && end === YEARS[0].end && concept.startsWith('us-gaap:'),
    )
    expect(outcome.findings[0]?.payload).toMatchObject({ amounts: own.length + 120 })
    expect(outcome.findings[0]).toMatchObject({ direction: 0 })
    expect(outcome.findings[0]?.evidence).toHaveLength(10)
  })
})
