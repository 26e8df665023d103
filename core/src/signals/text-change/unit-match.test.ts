import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedWords } from '../words.ts'
import { matchUnits as matchNumbered } from './unit-match.ts'

const OPTIONS = { sameFrom: 0.9, modifiedFrom: 0.5 }

interface Unit {
  start: number
  words: string[]
}

function matchUnits(left: Unit[], right: Unit[], options: typeof OPTIONS) {
  const { vocabulary } = numberedWords(
    left.flatMap(({ words }) => words),
    right.flatMap(({ words }) => words),
  )
  const numbers = new Map(vocabulary.map((word, number) => [word, number]))
  const numbered = (units: Unit[]) =>
    units.map((unit) => ({ ...unit, words: unit.words.map((word) => numbers.get(word) ?? -1) }))
  return matchNumbered(numbered(left), numbered(right), vocabulary, options)
}

const units = (texts: string[]): Unit[] =>
  texts.map((text, index) => ({ start: index * 1000, words: text.split(' ') }))
const counts = (left: Unit[], right: Unit[]) => {
  const match = matchUnits(left, right, OPTIONS)
  return {
    same: match.same.length,
    modified: match.modified.length,
    added: match.added.length,
    removed: match.removed.length,
  }
}

const unitTexts = fc.array(
  fc
    .array(
      fc.constantFrom('supply', 'demand', 'fire', 'flood', 'credit', 'of', 'the', 'may', 'loss', 'data'),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((words) => words.join(' ')),
  { maxLength: 12 },
)

describe('units matched from one year to the next', () => {
  it('are conserved: every unit of either side is in exactly one group', () => {
    fc.assert(
      fc.property(unitTexts, unitTexts, (left, right) => {
        const { same, modified, added, removed } = counts(units(left), units(right))
        expect(added + modified + same).toBe(right.length)
        expect(removed + modified + same).toBe(left.length)
      }),
    )
  })

  it('are all the same when nothing changed', () => {
    fc.assert(
      fc.property(unitTexts, (texts) => {
        expect(counts(units(texts), units(texts))).toEqual({
          same: texts.length,
          modified: 0,
          added: 0,
          removed: 0,
        })
      }),
    )
  })

  it('give the same counts in whatever order the filer put them', () => {
    fc.assert(
      fc.property(
        unitTexts.chain((texts) =>
          fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
        ),
        unitTexts,
        ([texts, shuffled], other) => {
          expect(counts(units(shuffled), units(other))).toEqual(counts(units(texts), units(other)))
          expect(counts(units(other), units(shuffled))).toEqual(counts(units(other), units(texts)))
        },
      ),
    )
  })

  it('swap added and removed when the years are swapped', () => {
    fc.assert(
      fc.property(unitTexts, unitTexts, (left, right) => {
        const forward = matchUnits(units(left), units(right), OPTIONS)
        const backward = matchUnits(units(right), units(left), OPTIONS)
        const total = (match: typeof forward) =>
          [...match.same, ...match.modified].reduce((sum, pair) => sum + pair.similarity, 0)
        expect(total(backward)).toBeCloseTo(total(forward), 9)
      }),
    )
  })

  it('are told apart by how much of their wording is shared', () => {
    const old = units([
      'our plants may be damaged by fire or flood and we may be unable to deliver products to customers in time',
      'we depend on a single supplier of lithium cells for every vehicle that we build and sell',
      'changes in tax law could raise the rate we pay',
    ])
    const now = units([
      'we depend on a single supplier of lithium cells for every vehicle that we build and lease',
      'attackers who enter information systems could steal personal records kept about patients',
      'our plants may be damaged by fire or flood or earthquake and then we might be late in shipping our goods to buyers',
    ])
    const match = matchUnits(old, now, OPTIONS)
    expect(match.same.map(({ left, right }) => [left.start, right.start])).toEqual([[1000, 0]])
    expect(match.modified.map(({ left, right }) => [left.start, right.start])).toEqual([[0, 2000]])
    expect(match.added.map(({ start }) => start)).toEqual([1000])
    expect(match.removed.map(({ start }) => start)).toEqual([2000])
  })
})
