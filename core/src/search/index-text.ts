import type { CanonicalText, TextBlock } from '../documents/document.ts'
import { offsetMap } from '../documents/offsets.ts'
import type { Section } from '../sections/section.ts'
import { sha256 } from '../sha256.ts'
import type { IndexedChunk, IndexedDocument } from './indexed-text.ts'
import { MAX_QUERY_WORDS } from './parse-query.ts'
import { FrequencyDraft, VectorDraft } from './vector-draft.ts'
import { WordNumbers } from './word-numbers.ts'
import { WordPairs } from './word-pairs.ts'
import { WordWalk } from './words.ts'

/** A chunk ends with the block in which it reaches this many words: some 25 KB of prose. */
const CHUNK_WORDS = 4_000
/** Words of one document that are indexed; an annual report has 50,000 to 150,000. */
export const MAX_INDEXED_WORDS = 3_000_000
/** Blocks are apart by one position more than words, so that no phrase runs from one into the next. */
const BLOCK_GAP = 2
const REPEATED_WORDS = MAX_QUERY_WORDS - 1

/** A stretch of one block inside one section. */
interface Piece {
  start: number
  end: number
  section_key: string | null
  gap: number
}

interface ChunkDraft {
  section_key: string | null
  start: number
  end: number
  words: number
  terms: string
}

/** What the index holds of a text. Pure; the sections are those of the text, or none. */
export function indexText(
  document: { document_id: string; sequence: number },
  { text, blocks }: Pick<CanonicalText, 'text' | 'blocks'>,
  sections: readonly Section[],
): IndexedDocument {
  const numbers = new WordNumbers()
  const walk = new WordWalk(text)
  const drafts: ChunkDraft[] = []
  const vector = new VectorDraft(numbers)
  const parts = [new FrequencyDraft(numbers)]
  const pairs = new WordPairs()
  /** The words before, as far back as a chunk repeats them; `behind` of them stand in the same piece. */
  const recent = { numbers: new Int32Array(REPEATED_WORDS), starts: new Int32Array(REPEATED_WORDS) }
  let behind = 0
  let words = 0
  let chunk: ChunkDraft | undefined

  for (const piece of piecesOf(blocks, sections)) {
    if (words >= MAX_INDEXED_WORDS) break
    if (!chunk || chunk.section_key !== piece.section_key || vector.words >= CHUNK_WORDS) {
      chunk = begin(piece, piece.start)
    }
    let gap = piece.gap
    behind = 0
    walk.over(piece.start, piece.end)
    while (walk.next()) {
      const number = numbers.numberAt(walk)
      if (number < 0) continue
      if (words++ >= MAX_INDEXED_WORDS) break
      countWord(number)
      pairs.addHash(numbers.hashes[number] as number, gap === 1)
      if (!vector.add(number, gap)) chunk = beginInside(piece, number)
      chunk.end = walk.end
      gap = 1
      recent.numbers[behind % REPEATED_WORDS] = number
      recent.starts[behind % REPEATED_WORDS] = walk.start
      behind++
    }
  }
  finish()
  const map = offsetMap(text)
  const filled = drafts.filter(({ words }) => words > 0)
  return {
    ...document,
    parts: parts
      .map((draft, part) => ({
        part,
        words: draft.words,
        terms: draft.toString(),
        pairs: part === 0 ? pairs.toBytes() : null,
      }))
      .filter((part) => part.words > 0),
    chunks: filled.map(
      ({ terms, section_key, start, end }, chunk): IndexedChunk => ({
        chunk,
        section_key,
        start: map.codePointOf(start),
        end: map.codePointOf(end),
        byte_start: map.byteOf(start),
        byte_end: map.byteOf(end),
        chunk_sha256: sha256(text.slice(start, end)),
        terms,
      }),
    ),
  }

  function begin({ section_key }: Piece, start: number): ChunkDraft {
    finish()
    const draft = { section_key, start, end: start, words: 0, terms: '' }
    drafts.push(draft)
    return draft
  }

  function finish(): void {
    if (!chunk) return
    chunk.words = vector.words
    chunk.terms = vector.take()
  }

  /** A chunk that begins within a block repeats the words before it, so that any phrase is whole in one of the two. */
  function beginInside(piece: Piece, number: number): ChunkDraft {
    const first = Math.max(0, behind - REPEATED_WORDS)
    const start = first < behind ? (recent.starts[first % REPEATED_WORDS] as number) : walk.start
    const draft = begin(piece, start)
    for (let at = first; at < behind; at++) vector.add(recent.numbers[at % REPEATED_WORDS] as number, 1)
    vector.add(number, 1)
    return draft
  }

  function countWord(number: number): void {
    if (parts.at(-1)?.add(number)) return
    const next = new FrequencyDraft(numbers)
    next.add(number)
    parts.push(next)
  }
}

/** The blocks cut at the boundaries of sections. Page furniture is left out, and what it interrupts goes on behind it. */
function* piecesOf(blocks: readonly TextBlock[], sections: readonly Section[]): Generator<Piece> {
  const tiles = sections.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start)
  let tile = 0
  let gap = BLOCK_GAP
  for (const block of blocks) {
    if (block.kind === 'page_furniture') {
      gap = 1
      continue
    }
    for (let start = block.start; start < block.end; ) {
      while (tile < tiles.length && (tiles[tile] as Section).end <= start) tile++
      const section = tiles[tile]
      const inside = section !== undefined && section.start <= start
      const limit = section === undefined ? block.end : inside ? section.end : section.start
      const end = Math.min(block.end, limit)
      yield { start, end, section_key: inside ? section.section_key : null, gap }
      start = end
    }
    gap = BLOCK_GAP
  }
}
