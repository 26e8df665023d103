import { describe, expect, it } from 'vitest'
import { syllablesOf } from './syllables.ts'

describe('the syllables of a word', () => {
  it.each([
    [
      'the most frequent words of filings',
      'company 3 financial 3 material 4 obligations 4 revenue 3 operating 4 interest 3 business 2 businesses 3 management 3 securities 4 liabilities 5 customers 3 information 4 capital 3 december 3',
    ],
    [
      'a silent e at the end, in -es, -ed, -ely and -ement',
      'rate 1 rates 1 based 1 required 2 approximately 5 statement 2 requirement 3 involvement 3 useful 2 usefulness 3 wholly 2',
    ],
    [
      'an e that is spoken',
      'table 2 variables 4 settled 2 changes 2 services 3 taxes 2 processes 3 united 3 element 3 implement 3 settlement 3 hundred 2',
    ],
    [
      'vowels that are spoken apart',
      'various 3 period 3 created 3 area 3 actual 3 annual 3 individual 5 continuing 4 annuity 4 employee 3 royalty 3 payable 3 carrying 3 client 2 experience 4 variety 4 associated 5',
    ],
    [
      'vowels that are spoken together',
      'nation 2 million 2 commercial 3 sufficient 3 quality 3 frequent 2 building 2 believe 2 unique 2 league 1 year 1',
    ],
    ['what has no rule', 'mr 1 x 1 rhythm 2 mechanism 4'],
  ])('with %s', (_, list) => {
    const pairs = list.split(' ')
    for (let index = 0; index < pairs.length; index += 2) {
      expect([pairs[index], syllablesOf(pairs[index] ?? '')]).toEqual([
        pairs[index],
        Number(pairs[index + 1]),
      ])
    }
  })

  it('does not count a possessive, and takes a word of thousands of letters', () => {
    expect(syllablesOf("company's")).toBe(3)
    expect(syllablesOf('ab'.repeat(10_000))).toBe(10_000)
  })
})
