import type { CanonicalText, TextBlock } from '../documents/document.ts'
import { offsetMap } from '../documents/offsets.ts'
import type { Section } from '../sections/section.ts'
import { sha256 } from '../sha256.ts'
import type { IndexedChunk, IndexedDocument } from './indexed-text.ts'
import { MAX_QUERY_WORDS } from './parse-query.ts'
import { FrequencyDraft, VectorDraft } from './vector-draft.ts'
import { WordPairs } from './word-pairs.ts'
import { type PlacedWord, wordsOf } from './words.ts'

/** A chunk ends with the block in which it reaches this many words: some 25 KB of prose. */
const CHUNK_WORDS = 4_000
/** Words of one document that are indexed; an annual report has 50,000 to 150,000. */
export const MAX_INDEXED_WORDS = 3_000_000
/** Blocks are apart by one position more than words, so that no phrase runs from one into the next. */
const BLOCK_GAP = 2

/** A stretch of one block inside one section. */
interface Piece {
  start: number
  end: number
  section_key: string | null
  gap: number
}

/** What the index holds of a text. Pure; the sections are those of the text, or none. */
export function indexText(
  document: { document_id: string; sequence: number },
  { text, blocks }: Pick<CanonicalText, 'text' | 'blocks'>,
  sections: readonly Section[],
): IndexedDocument {
  const drafts: { vector: VectorDraft; section_key: string | null; start: number; end: number }[] = []
  const parts = [new FrequencyDraft()]
  const pairs = new WordPairs()
  let words = 0

  for (const piece of piecesOf(blocks, sections)) {
    if (words >= MAX_INDEXED_WORDS) break
    let chunk = drafts.at(-1)
    if (!chunk || chunk.section_key !== piece.section_key || chunk.vector.words >= CHUNK_WORDS) {
      chunk = begin(piece, piece.start)
    }
    const recent: PlacedWord[] = []
    let gap = piece.gap
    for (const placed of wordsOf(text, piece.start, piece.end)) {
      if (words++ >= MAX_INDEXED_WORDS) break
      countWord(placed.word)
      pairs.add(placed.word, gap === 1)
      if (!chunk.vector.add(placed.word, gap)) chunk = beginInside(piece, recent, placed)
      chunk.end = placed.end
      gap = 1
      recent.push(placed)
      if (recent.length >= 2 * MAX_QUERY_WORDS) recent.splice(0, MAX_QUERY_WORDS)
    }
  }
  const map = offsetMap(text)
  const filled = drafts.filter(({ vector }) => vector.words > 0)
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
      ({ vector, section_key, start, end }, chunk): IndexedChunk => ({
        chunk,
        section_key,
        start: map.codePointOf(start),
        end: map.codePointOf(end),
        byte_start: map.byteOf(start),
        byte_end: map.byteOf(end),
        chunk_sha256: sha256(text.slice(start, end)),
        terms: vector.toString(),
      }),
    ),
  }

  function begin({ section_key }: Piece, start: number) {
    const chunk = { vector: new VectorDraft(), section_key, start, end: start }
    drafts.push(chunk)
    return chunk
  }

  /** A chunk that begins within a block repeats the words before it, so that any phrase is whole in one of the two. */
  function beginInside(piece: Piece, recent: PlacedWord[], placed: PlacedWord) {
    const repeated = recent.slice(-(MAX_QUERY_WORDS - 1))
    const chunk = begin(piece, repeated[0]?.start ?? placed.start)
    for (const { word } of [...repeated, placed]) chunk.vector.add(word, 1)
    return chunk
  }

  function countWord(word: string): void {
    if (parts.at(-1)?.add(word)) return
    const next = new FrequencyDraft()
    next.add(word)
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
