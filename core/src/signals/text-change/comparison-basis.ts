import type { CanonicalText, TextBlock } from '../../documents/document.ts'
import { wordsOf } from '../words.ts'

/** A block of the text that takes part in a comparison, with its words. UTF-16 indexes into the canonical text. */
export interface ComparedBlock {
  start: number
  end: number
  words: string[]
}

/**
 * What of a document is compared: every block but page furniture (page numbers, running headers) and tables of figures.
 * A table, or a stretch of preformatted text, is one of figures when more than `maximumDigitShare` of its letters and
 * digits are digits.
 */
export function comparedBlocks(document: CanonicalText, maximumDigitShare: number): ComparedBlock[] {
  const blocks: ComparedBlock[] = []
  for (const block of document.blocks) {
    if (block.kind === 'page_furniture') continue
    const text = document.text.slice(block.start, block.end)
    if (canHoldFigures(block) && digitShare(text) > maximumDigitShare) continue
    const words = wordsOf(text)
    if (words.length > 0) blocks.push({ start: block.start, end: block.end, words })
  }
  return blocks
}

function canHoldFigures(block: TextBlock): boolean {
  return block.kind === 'table' || block.kind === 'preformatted'
}

function digitShare(text: string): number {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return digits === 0 ? 0 : digits / (digits + letters)
}
