import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_WORD_CHARS, wordsOf } from './words.ts'

const words = (text: string) => [...wordsOf(text)].map(({ word }) => word)

describe('words', () => {
  test.each([
    ['The Company’s 10b5-1 plan', ['the', 'company', 's', '10b5', '1', 'plan']],
    ['$1,234.50 (U.S.)', ['1', '234', '50', 'u', 's']],
    ['Nestlé S.A. — ﬁnance', ['nestle', 's', 'a', 'finance']],
    ['STRASSE straße İstanbul', ['strasse', 'straße', 'istanbul']],
    ['株式会社 Ω 🤖', ['株式会社', 'ω']],
    ['\u0301\u0301', []],
    ['', []],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('stand where they say, are folded to letters and digits alone, and never are too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0
        for (const { start, end, word } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
          expect([...word].length).toBeLessThanOrEqual(MAX_WORD_CHARS)
          last = end
        }
      }),
      { numRuns: 1_000 },
    )
    expect(words('x'.repeat(5_000))).toEqual(['x'.repeat(MAX_WORD_CHARS)])
  })

  test('folding a folded word changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of words(text)) expect(words(word)).toEqual([word])
      }),
      { numRuns: 1_000 },
    )
  })
})
