import type { IndexedText } from './indexed-text.ts'
import type { Range } from './text-parts.ts'

/** A stretch with the same highlights from end to end. */
export interface Piece {
  text: string
  /** Indexes of the places that cover it, ascending. */
  places: number[]
  /** Of these, the places whose first or last piece this is. */
  begins: number[]
  ends: number[]
  /** Part of the text but not drawn: what separates cells, rows and blocks. */
  separator: boolean
}

export type Block =
  /** `typed`: text set with spaces, as filings had before HTML. */
  { kind: 'paragraph' | 'typed'; pieces: Piece[] } | { kind: 'table'; rows: Piece[][][] }

const CELLS = ' | '
const SEPARATOR = /\n{2,}|\n| \| /g
/** Columns made of spaces. */
const TYPED_LINE = /\S {3,}\S|^ {6,}\S/

/**
 * A part of a canonical text as blocks to draw, with the places that are quoted. Nothing is lost: all pieces joined are the
 * text of the part, and all pieces of a place joined are what it quotes.
 */
export function blocksOf(indexed: IndexedText, part: Range, places: readonly Range[]): Block[] {
  const from = indexed.unitOf(part.start)
  const text = indexed.text.slice(from, indexed.unitOf(part.end))
  const marks = places.map(({ start, end }) => ({
    from: Math.max(indexed.unitOf(start) - from, 0),
    to: Math.min(indexed.unitOf(end) - from, text.length),
    startsHere: start >= part.start && start < part.end,
  }))
  const separators = [...text.matchAll(SEPARATOR)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }))
  const cuts = new Set([0, text.length])
  for (const one of [...marks, ...separators]) {
    if (one.from >= one.to) continue
    cuts.add(one.from).add(one.to)
  }
  return groupedIntoBlocks(
    text,
    piecesOf(
      text,
      [...cuts].sort((a, b) => a - b),
      marks,
    ),
    separators,
  )
}

interface Mark {
  from: number
  to: number
  startsHere: boolean
}

interface PositionedPiece extends Piece {
  from: number
}

function piecesOf(text: string, cuts: number[], marks: readonly Mark[]): PositionedPiece[] {
  const starting = byPosition(marks, 'from')
  const ending = byPosition(marks, 'to')
  let active: number[] = []
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length
    const begun = starting.get(from) ?? []
    const over = new Set(ending.get(from))
    active = [...active.filter((place) => !over.has(place)), ...begun].sort((a, b) => a - b)
    return {
      from,
      text: text.slice(from, to),
      places: active,
      begins: begun.filter((place) => marks[place]?.startsHere),
      ends: ending.get(to) ?? [],
      separator: false,
    }
  })
}

function byPosition(marks: readonly Mark[], edge: 'from' | 'to'): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [place, mark] of marks.entries()) {
    if (mark.from >= mark.to) continue
    found.set(mark[edge], [...(found.get(mark[edge]) ?? []), place])
  }
  return found
}

interface Separator {
  from: number
  to: number
  text: string
}

/** Pieces between two empty lines make a block; one with cells is a table. */
function groupedIntoBlocks(
  text: string,
  pieces: readonly PositionedPiece[],
  separators: Separator[],
): Block[] {
  const found: Block[] = []
  const kinds = new Map(separators.map((one) => [one.from, one]))
  let from = 0
  let next = 0
  for (const to of [...separators.filter(endsBlock).map((one) => one.to), text.length]) {
    const own: PositionedPiece[] = []
    for (let piece = pieces[next]; piece && piece.from < to; piece = pieces[++next]) own.push(piece)
    if (own.length > 0) found.push(blockOf(text.slice(from, to), own, kinds))
    from = to
  }
  return found
}

function endsBlock({ text }: Separator): boolean {
  return text.startsWith('\n\n')
}

function blockOf(text: string, pieces: PositionedPiece[], separators: ReadonlyMap<number, Separator>): Block {
  const isTable = text.includes(CELLS)
  const rows: Piece[][][] = [[[]]]
  let current: Separator | undefined
  for (const { from, ...piece } of pieces) {
    // The edge of a place may cut a separator in two.
    if (current && from >= current.to) {
      if (isTable) startNext(rows, current)
      current = undefined
    }
    current ??= separators.get(from)
    const separator = current !== undefined && (isTable || endsBlock(current))
    rows
      .at(-1)
      ?.at(-1)
      ?.push({ ...piece, separator })
  }
  if (isTable) return { kind: 'table', rows }
  return { kind: isTyped(text) ? 'typed' : 'paragraph', pieces: rows.flat(2) }
}

function startNext(rows: Piece[][][], { text }: Separator): void {
  if (text === CELLS) rows.at(-1)?.push([])
  else if (text === '\n') rows.push([[]])
}

function isTyped(text: string): boolean {
  const lines = text.trimEnd().split('\n')
  return lines.filter((line) => TYPED_LINE.test(line)).length * 2 > lines.length
}
