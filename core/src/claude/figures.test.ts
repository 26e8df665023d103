import { describe, expect, it } from 'vitest'
import { figuresOf, numbersIn, rangeOf } from './figures.ts'

describe('figures', () => {
  it.each([
    ['$1.05', 1.05],
    ['$1,234.5 million', 1_234_500_000],
    ['(5)%', -5],
    ['(5%)', -5],
    ['-3.2 percent', -3.2],
    ['25 basis points', 0.25],
    ['2.1 billion', 2_100_000_000],
  ])('%s is %d', (text, value) => expect(figuresOf(text)[0]?.value).toBe(value))

  it.each([
    ['$1.05 to $1.10', 1.05, 1.1],
    ['between $4.2 billion and $4.4 billion', 4.2e9, 4.4e9],
    ['$1.2 to $1.3 billion', 1.2e9, 1.3e9],
    ['5%-7%', 5, 7],
    ['5 to 7 percent', 5, 7],
    ['approximately 8%', 8, 8],
    ['$9.0 million to $9.3 million', 9e6, 9.3e6],
  ])('%s is a range', (text, low, high) => expect(rangeOf(text)).toMatchObject({ low, high }))

  it.each(['no number', '1, 2 and 3', '10% to 5', '$5 to 10%', '$7 to $5'])('%s is none', (text) =>
    expect(rangeOf(text)).toBeNull(),
  )

  it('of two texts are the same when they are written the same', () => {
    expect(numbersIn('sold 1,200 in 2024')).toEqual(numbersIn('in 2024 we sold 1200'))
    expect(numbersIn('12%')).not.toEqual(numbersIn('13%'))
  })
})
