import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import type { SignalInput } from '../signal.ts'
import { mostChangedBlocks } from './changed-blocks.ts'
import type { ComparedBlock, ComparedPair } from './comparison-basis.ts'
import type { ReadText } from './item-reading.ts'
import { cosineSimilarity, countsOf } from './similarity.ts'

/** 1 − cosine of raw word counts, 0 to 1. */
export function cosineDistance({ leftWords, rightWords, vocabulary }: ComparedPair): number {
  return 1 - cosineSimilarity(countsOf(leftWords, vocabulary.length), countsOf(rightWords, vocabulary.length))
}

/** The most changed blocks of a pair on both sides; the first of both where no word changed. */
export function changedPairs(
  pair: ComparedPair,
  earlier: ReadText,
  current: ReadText,
  options: {
    evidence_per_kind: number
    evidence_blocks_considered: number
    evidence_modified_from: number
    maximum_quote_length: number
  },
): Evidence[] {
  const span = (document: ReadText, block: ComparedBlock) => {
    const section = document.sections.find(({ start, end }) => start <= block.start && block.start < end)
    return cappedTextSpan(document, section ?? null, block.start, block.end, options.maximum_quote_length)
  }
  const changes = mostChangedBlocks(pair, {
    considered: options.evidence_blocks_considered,
    modifiedFrom: options.evidence_modified_from,
    limit: options.evidence_per_kind,
  })
  const [left, right] = [pair.left.blocks[0], pair.right.blocks[0]]
  if (changes.length === 0 && left && right) {
    return [{ kind: 'pair', left: span(earlier, left), right: span(current, right) }]
  }
  return changes.map((change) => ({
    kind: 'pair',
    left: change.left && span(earlier, change.left),
    right: change.right && span(current, change.right),
  }))
}

/** A count of words with the text they were counted in. */
export function wordCount(name: string, value: number, accession: string, { text }: ReadText): SignalInput {
  return { name, value, accession_number: accession, text_sha256: text.text_sha256 }
}
