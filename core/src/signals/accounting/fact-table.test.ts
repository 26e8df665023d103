import { describe, expect, it } from 'vitest'
import { statedFact } from './books-fixture.ts'
import { factTable } from './fact-table.ts'

const END = { start: null, end: '2023-12-31' }
const inUnit = (unit: string, value: number) => statedFact('Assets', END.end, value, { unit })

describe('the numbers of a filing', () => {
  it('are those of the whole entity: facts with a dimension, restatement adjustments above all, never enter', () => {
    const adjusted = statedFact('Assets', END.end, 5, {
      dimensions: [
        { axis: 'srt:RestatementAxis', member: 'srt:RestatementAdjustmentMember', typed_value: null },
      ],
    })
    expect(
      factTable([adjusted, statedFact('Liabilities', END.end, 1)]).find('us-gaap:Assets', 'money', END),
    ).toBe(null)
  })

  it('are the most precise of several for the same thing, with a note of one that disagrees', () => {
    const rough = statedFact('Assets', END.end, 12_300, { decimals: -2 })
    const exact = statedFact('Assets', END.end, 12_345, { decimals: 0 })
    const wrong = statedFact('Assets', END.end, 12_445, { decimals: 0 })
    const find = (...facts: (typeof rough)[]) => factTable(facts).find('us-gaap:Assets', 'money', END)
    // Rounding explains the first, nothing explains the last; of equals the first is taken.
    expect(find(rough, exact)).toEqual({ fact: exact, other: null })
    expect(find(rough, exact, wrong)).toEqual({ fact: exact, other: wrong })
    expect(find(wrong, exact)).toEqual({ fact: wrong, other: exact })
  })

  it('are in the currency of the whole filing, not in that of a convenience translation', () => {
    const table = factTable([
      inUnit('JPY', 700),
      statedFact('Cash', END.end, 1, { unit: 'JPY' }),
      inUnit('USD', 5),
    ])
    expect(table.currency).toBe('JPY')
    expect(table.find('us-gaap:Assets', 'money', END)?.fact.value).toBe(700)
  })

  it('have no value where the fact is nil', () => {
    const nil = { ...statedFact('Assets', END.end, 0), value: null, nil: true }
    expect(factTable([nil, statedFact('Cash', END.end, 1)]).find('us-gaap:Assets', 'money', END)).toBe(null)
  })
})
