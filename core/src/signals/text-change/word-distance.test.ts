import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedWords } from '../words.ts'
import { commonColumns, replacingColumns, roomFor, wholeDistance } from './bit-columns.ts'
import { wordDistance } from './word-distance.ts'

const distanceOf = (a: string[], b: string[], maximumCells: number) => {
  const { left, right, vocabulary } = numberedWords(a, b)
  return wordDistance(left, right, vocabulary.length, maximumCells)
}

/** The textbook table, kept whole: slow and plainly right. */
function tableDistance(a: string[], b: string[], replaceCost: 1 | 2): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  )
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const line = table[row] as number[]
      const above = table[row - 1] as number[]
      line[column] = Math.min(
        (line[column - 1] as number) + 1,
        (above[column] as number) + 1,
        (above[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : replaceCost),
      )
    }
  }
  return table[a.length]?.[b.length] as number
}

const fewWords = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 140 })
const manyWords = fc.array(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 140 })
const words = fc.oneof(fewWords, manyWords)
const UNBOUNDED = Number.POSITIVE_INFINITY

describe('the distance between two texts', () => {
  it('equals the textbook table, with and without replacement', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(distanceOf(a, b, UNBOUNDED)).toEqual({
          inserts_and_deletes: tableDistance(a, b, 2),
          changed_words: tableDistance(a, b, 1),
        })
      }),
      { numRuns: 400 },
    )
  })

  it('equals the whole table where only likely cells are computed', () => {
    // Two texts of some 3,000 words, the second made from the first by moving, dropping, adding and replacing stretches.
    const text = fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 }))
    const edits = fc.array(
      fc.record({
        kind: fc.constantFrom('drop', 'add', 'replace', 'move'),
        at: fc.integer({ min: 0, max: 2900 }),
        length: fc.integer({ min: 1, max: 400 }),
        to: fc.integer({ min: 0, max: 2900 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(text, edits, fc.integer({ min: 3, max: 2000 }), (numbers, changes, variety) => {
        // Small numbers are far more frequent than large ones, as words are.
        const word = () => `w${Math.floor(variety * ((numbers.next().value as number) / 1_000_001) ** 4)}`
        const a = Array.from({ length: 3000 }, word)
        let b = [...a]
        for (const { kind, at, length, to } of changes) {
          const stretch = b.slice(at, at + length)
          if (kind !== 'add') b = [...b.slice(0, at), ...b.slice(at + length)]
          if (kind === 'add' || kind === 'replace') {
            b = [...b.slice(0, at), ...stretch.map(word), ...b.slice(at)]
          }
          if (kind === 'move') b = [...b.slice(0, to), ...stretch, ...b.slice(to)]
        }
        const { left, right, vocabulary } = numberedWords(a, b)
        const room = roomFor(vocabulary.length)
        const whole = {
          inserts_and_deletes: wholeDistance(left, right.length, commonColumns(left, right, room)),
          changed_words: wholeDistance(left, right.length, replacingColumns(left, right, room)),
        }
        expect(wordDistance(left, right, vocabulary.length, UNBOUNDED)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  it('equals the textbook table around the widths of a machine word', () => {
    for (const length of [30, 31, 32, 33, 61, 62, 63, 64, 65, 93, 96, 97, 127, 128, 129, 257, 300]) {
      for (let shift = 0; shift < 3; shift++) {
        const a = Array.from({ length }, (_, index) => String((index * 7 + shift) % 5))
        const b = Array.from({ length: length + shift }, (_, index) => String((index * 3) % 5))
        expect(distanceOf(a, b, UNBOUNDED), `${length} ${shift}`).toEqual({
          inserts_and_deletes: tableDistance(a, b, 2),
          changed_words: tableDistance(a, b, 1),
        })
      }
    }
  })

  it('is symmetric, zero only for equal texts, and bounded by the lengths', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const there = distanceOf(a, b, UNBOUNDED)
        expect(distanceOf(b, a, UNBOUNDED)).toEqual(there)
        expect(there?.inserts_and_deletes === 0).toBe(a.join(' ') === b.join(' '))
        expect(there?.inserts_and_deletes).toBeLessThanOrEqual(a.length + b.length)
        expect(there?.changed_words).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(there?.changed_words).toBeLessThanOrEqual(there?.inserts_and_deletes ?? 0)
      }),
    )
  })

  it('is refused, not estimated, above the bound, and what is equal at both ends does not count against it', () => {
    const a = Array.from({ length: 400 }, (_, index) => `a${index}`)
    const b = Array.from({ length: 400 }, (_, index) => `b${index}`)
    expect(distanceOf(a, b, 399 * 400)).toBeNull()
    expect(distanceOf(a, b, 400 * 400)).toEqual({ inserts_and_deletes: 800, changed_words: 400 })
    expect(distanceOf([...a, 'x', ...b], [...a, 'y', 'z', ...b], 2)).toEqual({
      inserts_and_deletes: 3,
      changed_words: 2,
    })
  })

  it('is exact for 20,000 quite different words a side in well under ten seconds', () => {
    const sentence = (seed: number) =>
      Array.from({ length: 20_000 }, (_, index) => `w${Math.imul(index + seed, 2654435761) >>> 22}`)
    const started = performance.now()
    const distance = distanceOf(sentence(1), sentence(7_777_777), UNBOUNDED)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(distance?.changed_words).toBeGreaterThan(0)
  })
})
