import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment } from './assignment.ts'

/** The best total over every way to give each row a column or none. */
function bestTotal(gains: number[][], taken: number[] = []): number {
  const [row, ...rest] = gains
  if (!row) return 0
  let best = bestTotal(rest, taken)
  row.forEach((gain, column) => {
    if (!taken.includes(column)) best = Math.max(best, gain + bestTotal(rest, [...taken, column]))
  })
  return best
}

const matrix = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  )

describe('the best assignment', () => {
  it('has the greatest total of all, and gives no column twice', () => {
    fc.assert(
      fc.property(matrix, (gains) => {
        const columns = bestAssignment(gains)
        expect(columns).toHaveLength(gains.length)
        const given = columns.filter((column) => column !== -1)
        expect(new Set(given).size).toBe(given.length)
        const total = columns.reduce((sum, column, row) => sum + (gains[row]?.[column] ?? 0), 0)
        expect(total).toBeCloseTo(bestTotal(gains), 9)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves a pair apart that gains nothing', () => {
    expect(
      bestAssignment([
        [0, 0],
        [0, 0.6],
      ]),
    ).toEqual([-1, 1])
    expect(bestAssignment([[0], [0]])).toEqual([-1, -1])
    expect(bestAssignment([[], []])).toEqual([-1, -1])
    expect(bestAssignment([])).toEqual([])
  })

  it('gives up a good pair for a better total', () => {
    expect(
      bestAssignment([
        [0.9, 0.8],
        [0.85, 0],
      ]),
    ).toEqual([1, 0])
  })

  it('takes 400 by 400 in well under a second or two', () => {
    const gains = Array.from({ length: 400 }, (_, row) =>
      Array.from({ length: 400 }, (__, column) => ((row * 7919 + column * 104729) % 1009) / 1009),
    )
    const started = performance.now()
    expect(new Set(bestAssignment(gains)).size).toBe(400)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
