import type { CanonicalText } from '../../documents/document.ts'
import { documentWords, sharedVocabulary } from '../document-words.ts'
import { type BlockChange, mostChangedBlocks } from '../text-change/changed-blocks.ts'
import { type ComparedBlock, comparedPair, sectionPair } from '../text-change/comparison-basis.ts'
import type { ReadRiskFactors } from '../text-change/risk-factor-reading.ts'
import { matchUnits } from '../text-change/unit-match.ts'

/** A paragraph that changed, with its place on each side where it stands. */
export interface ParagraphChange {
  earlier: { start: number; end: number } | null
  current: { start: number; end: number } | null
}

export interface ChangeOptions {
  considered: number
  modifiedFrom: number
  perKind: number
  minimumWords: number
  /** Places of the text that do not count. */
  skips?: (side: 'earlier' | 'current', start: number) => boolean
  /** Compare these sections alone. */
  within?: { earlier: { start: number; end: number }; current: { start: number; end: number } }
}

/** The paragraphs that changed most between two reports, most words first, added before removed before rewritten. */
export function changedParagraphs(
  earlier: CanonicalText,
  current: CanonicalText,
  options: ChangeOptions,
): ParagraphChange[] {
  const whole = comparedPair(earlier, current)
  const pair = options.within ? sectionPair(whole, options.within.earlier, options.within.current) : whole
  const counts = ({ left, right }: BlockChange) => {
    const isLong = (block: ComparedBlock | null) =>
      block === null || block.last - block.first >= options.minimumWords
    if (!isLong(left) || !isLong(right)) return false
    if (left && options.skips?.('earlier', left.start)) return false
    return !(right && options.skips?.('current', right.start))
  }
  const changes = mostChangedBlocks(pair, {
    considered: options.considered,
    modifiedFrom: options.modifiedFrom,
    limit: options.considered,
  }).filter(counts)
  return (['added', 'removed', 'modified'] as const)
    .flatMap((kind) => changes.filter((change) => change.kind === kind).slice(0, options.perKind))
    .map(({ left, right }) => ({ earlier: left && placeOf(left), current: right && placeOf(right) }))
}

function placeOf({ start, end }: ComparedBlock) {
  return { start, end }
}

/** The risk factors that are new or rewritten. */
export function changedRiskFactors(
  earlier: ReadRiskFactors,
  current: ReadRiskFactors,
  options: { sameFrom: number; modifiedFrom: number },
): ParagraphChange[] {
  const { vocabulary, renumbered } = sharedVocabulary(
    documentWords(earlier.canonical),
    documentWords(current.canonical),
  )
  const units = current.units.map((unit) => ({
    ...unit,
    words: unit.words.map((word) => renumbered[word] as number),
  }))
  const match = matchUnits(earlier.units, units, vocabulary, options)
  return [
    ...match.added.map(({ start, end }) => ({ earlier: null, current: { start, end } })),
    ...match.modified.map(({ left, right }) => ({
      earlier: { start: left.start, end: left.end },
      current: { start: right.start, end: right.end },
    })),
  ]
}
