import { describe, expect, it } from 'vitest'
import { indexText } from './indexed-text.ts'
import { partAt, partsOf } from './text-parts.ts'

describe('positions of a text', () => {
  it('are the same counted both ways', () => {
    const text = `${'ab😀'.repeat(2000)}end`
    const points = Array.from(text)
    const indexed = indexText(text)
    expect(indexed.length).toBe(points.length)
    let unit = 0
    for (const [at, point] of points.entries()) {
      if (indexed.unitOf(at) !== unit || indexed.codePointOf(unit) !== at) throw new Error(`differs at ${at}`)
      unit += point.length
    }
    expect([indexed.unitOf(points.length), indexed.unitOf(1e9), indexed.unitOf(-5)]).toEqual([unit, unit, 0])
    expect(indexed.codePointOf(unit)).toBe(points.length)
  })
})

describe('the parts of a text', () => {
  const paragraph = `${'word 😀 '.repeat(30)}\nsecond line`
  const text = Array.from({ length: 40 }, () => paragraph).join('\n\n')
  const indexed = indexText(text)

  it('tile the range, are never longer than asked, and begin with paragraphs', () => {
    const range = { start: 7, end: indexed.length - 3 }
    const parts = partsOf(indexed, range, 1000)
    expect(parts.length).toBeGreaterThan(5)
    expect(parts[0]?.start).toBe(7)
    expect(parts.at(-1)?.end).toBe(range.end)
    for (const [index, part] of parts.entries()) {
      expect(part.end - part.start).toBeLessThanOrEqual(1000)
      if (index === 0) continue
      expect(part.start).toBe(parts[index - 1]?.end)
      expect(text.slice(0, indexed.unitOf(part.start)).endsWith('\n\n')).toBe(true)
    }
  })

  it('are cut between lines, or anywhere between characters, where there are no paragraphs', () => {
    const lines = indexText('12345678\n'.repeat(10))
    expect(partsOf(lines, { start: 0, end: 90 }, 20).map(({ end }) => end)).toEqual([18, 36, 54, 72, 90])
    const solid = indexText('😀'.repeat(25))
    expect(partsOf(solid, { start: 0, end: 25 }, 10)).toEqual([
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 20, end: 25 },
    ])
  })

  it('an empty range is one empty part, and every position is in a part', () => {
    expect(partsOf(indexed, { start: 5, end: 5 }, 10)).toEqual([{ start: 5, end: 5 }])
    const parts = [
      { start: 10, end: 20 },
      { start: 20, end: 30 },
    ]
    expect([0, 10, 19, 20, 29, 30, 99].map((at) => partAt(parts, at))).toEqual([0, 0, 0, 1, 1, 1, 1])
  })
})
