import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedWords, wordsOf } from '../words.ts'
import {
  changeRate,
  cosineSimilarity as cosineOfCounts,
  countsOf,
  jaccardSimilarity as jaccardOfCounts,
  minimumEditSimilarity,
} from './similarity.ts'
import { wordDistance } from './word-distance.ts'

const EXPECT_DEMAND = wordsOf('We expect demand to increase.')
const EXPECT_WORLDWIDE_DEMAND = wordsOf('We expect worldwide demand to increase.')
const EXPECT_WEAKNESS = wordsOf('We expect weakness in sales.')

const counted = (measure: typeof cosineOfCounts) => (a: string[], b: string[]) => {
  const { left, right, vocabulary } = numberedWords(a, b)
  return measure(countsOf(left, vocabulary.length), countsOf(right, vocabulary.length))
}
const cosineSimilarity = counted(cosineOfCounts)
const jaccardSimilarity = counted(jaccardOfCounts)
const distance = (a: string[], b: string[]) => {
  const { left, right, vocabulary } = numberedWords(a, b)
  const found = wordDistance(left, right, vocabulary.length, Number.POSITIVE_INFINITY)
  if (!found) throw new Error('unbounded')
  return found
}
const minEdit = (a: string[], b: string[]) =>
  minimumEditSimilarity(distance(a, b).inserts_and_deletes, a.length + b.length)
const simple = (a: string[], b: string[]) =>
  1 - changeRate(distance(a, b).changed_words, a.length + b.length) / 2

describe('the published example sentences', () => {
  it('V01: one word inserted', () => {
    expect(cosineSimilarity(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND)).toBeCloseTo(0.9128709, 7)
    expect(jaccardSimilarity(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND)).toBeCloseTo(0.8333333, 7)
    expect(distance(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND).inserts_and_deletes).toBe(1)
    expect(minEdit(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND)).toBeCloseTo(1 - 1 / 11, 15)
  })

  it('V02: another sentence, at distance 6 and neither 2 nor 4', () => {
    expect(cosineSimilarity(EXPECT_DEMAND, EXPECT_WEAKNESS)).toBeCloseTo(0.4, 15)
    expect(jaccardSimilarity(EXPECT_DEMAND, EXPECT_WEAKNESS)).toBeCloseTo(0.25, 15)
    expect(distance(EXPECT_DEMAND, EXPECT_WEAKNESS).inserts_and_deletes).toBe(6)
  })

  it('V03: change rate of the first pair', () => {
    const { changed_words: changed } = distance(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND)
    expect(changeRate(changed, EXPECT_DEMAND.length + EXPECT_WORLDWIDE_DEMAND.length)).toBeCloseTo(
      0.181818,
      6,
    )
  })
})

describe('every similarity', () => {
  const words = fc.array(fc.constantFrom('the', 'plant', 'closed', 'risk', 'of', 'demand', 'we', 'may'), {
    minLength: 1,
    maxLength: 80,
  })
  const measures = { cosineSimilarity, jaccardSimilarity, minEdit, simple }

  it.each(Object.entries(measures))('%s is symmetric, within 0 and 1, and 1 with itself', (_, measure) => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const value = measure(a, b)
        expect(value).toBe(measure(b, a))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        expect(measure(a, a)).toBe(1)
        if (a.join(' ') !== b.join(' ')) {
          expect(minEdit(a, b)).toBeLessThan(1)
          expect(simple(a, b)).toBeLessThan(1)
        }
      }),
    )
  })

  it.each(Object.entries({ cosineSimilarity, jaccardSimilarity }))(
    '%s counts words and not their order',
    (_, measure) => {
      fc.assert(
        fc.property(words, words, fc.infiniteStream(fc.nat()), (a, b, order) => {
          const keys = a.map((word) => ({ word, key: order.next().value as number }))
          const shuffled = keys.sort((x, y) => x.key - y.key).map(({ word }) => word)
          expect(measure(shuffled, b)).toBe(measure(a, b))
        }),
      )
    },
  )

  it('is 0 for texts without a word in common', () => {
    for (const measure of Object.values({ cosineSimilarity, jaccardSimilarity, minEdit })) {
      expect(measure(['a', 'b'], ['c', 'd'])).toBe(0)
    }
  })
})

describe('the words of a text', () => {
  it('are compatibility-normalised, in lower case, without figures and punctuation', () => {
    expect(wordsOf('The ﬁrm’s Q3-2024 revenue rose 12.5% to $1,204 — “well-known” U.S. risks.')).toEqual([
      'the',
      "firm's",
      'q3-2024',
      'revenue',
      'rose',
      'to',
      'well-known',
      'u',
      's',
      'risks',
    ])
    expect(wordsOf('ＦＵＬＬ ＷＩＤＴＨ naïve Zürich 漢字')).toEqual([
      'full',
      'width',
      'naïve',
      'zürich',
      '漢字',
    ])
    expect(wordsOf('12 345 -- 6')).toEqual([])
  })
})
