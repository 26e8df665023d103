import { describe, expect, it } from 'vitest'
import { indexText } from './indexed-text.ts'
import { type Block, blocksOf, type Piece } from './marked-text.ts'
import type { Range } from './text-parts.ts'

const piecesOf = (block: Block): Piece[] => (block.kind === 'table' ? block.rows.flat(2) : block.pieces)
const join = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')

/** The quotes of all places, put together from the pieces that are drawn. */
function quotesOf(blocks: Block[], places: Range[]): string[] {
  const pieces = blocks.flatMap(piecesOf)
  return places.map((_, place) => join(pieces.filter((piece) => piece.places.includes(place))))
}

function slices(text: string, places: Range[]): string[] {
  const points = Array.from(text)
  return places.map(({ start, end }) => points.slice(start, end).join(''))
}

describe('a marked text', () => {
  const text = 'A 😀 heading\n\nOne | two 😀\nthree | four\n\nLast line\nand 👩‍👧 more.'
  const whole = { start: 0, end: Array.from(text).length }

  it('is the text, whatever is marked in it', () => {
    const places = [
      { start: 0, end: 3 },
      { start: 2, end: 30 },
      { start: 2, end: 30 },
      { start: 17, end: 18 },
      { start: 40, end: whole.end },
    ]
    expect(join(blocksOf(indexText(text), whole, places).flatMap(piecesOf))).toBe(text)
  })

  it('marks exactly the quotes, also those that overlap, repeat, cut a surrogate pair free or cross blocks', () => {
    for (let start = 0; start < whole.end; start++) {
      for (let end = start + 1; end <= whole.end; end++) {
        const places = [
          { start, end },
          { start: 2, end: 3 },
          { start: Math.max(0, start - 4), end: Math.min(end + 2, whole.end) },
        ]
        expect(quotesOf(blocksOf(indexText(text), whole, places), places)).toEqual(slices(text, places))
      }
    }
  })

  it('keeps to its part, and a place that began before it begins no second time', () => {
    const part = { start: 4, end: 20 }
    const places = [
      { start: 0, end: 6 },
      { start: 18, end: 25 },
      { start: 30, end: 31 },
    ]
    const blocks = blocksOf(indexText(text), part, places)
    expect(join(blocks.flatMap(piecesOf))).toBe(slices(text, [part])[0])
    expect(quotesOf(blocks, places)).toEqual([
      ...slices(text, [
        { start: 4, end: 6 },
        { start: 18, end: 20 },
      ]),
      '',
    ])
    expect(blocks.flatMap(piecesOf).flatMap(({ begins }) => begins)).toEqual([1])
  })

  it('tells tables, paragraphs and typed columns apart', () => {
    const typed = 'Revenue        1,200     1,100\nCosts            900       800'
    const kinds = blocksOf(indexText(`${text}\n\n${typed}`), { start: 0, end: 1000 }, [])
    expect(kinds.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph', 'typed'])
    const table = kinds[1]
    if (table?.kind !== 'table') throw new Error('no table')
    expect(
      table.rows.map((cells) => cells.map((cell) => join(cell.filter((piece) => !piece.separator)))),
    ).toEqual([
      ['One', 'two 😀'],
      ['three', 'four'],
    ])
  })

  it('every place that is here begins and ends once', () => {
    const places = [
      { start: 1, end: 5 },
      { start: 1, end: 5 },
      { start: 3, end: 25 },
    ]
    const pieces = blocksOf(indexText(text), whole, places).flatMap(piecesOf)
    expect(pieces.flatMap(({ begins }) => begins).sort()).toEqual([0, 1, 2])
    expect(pieces.flatMap(({ ends }) => ends).sort()).toEqual([0, 1, 2])
  })

  it('an empty part has nothing to draw', () => {
    expect(blocksOf(indexText(text), { start: 3, end: 3 }, [{ start: 0, end: 9 }])).toEqual([])
    expect(blocksOf(indexText(''), { start: 0, end: 0 }, [])).toEqual([])
  })
})
