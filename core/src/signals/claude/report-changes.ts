import { numbersIn } from '../../claude/figures.ts'
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

function placeOf({ start, end }: { start: number; end: number }) {
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

const YEAR = /^(?:19|20)\d\d$/

/**
 * Paragraphs that say the same with other numbers, those with most of them first. A comparison of words does not see them. Years
 * count for nothing: every report moves on by one.
 */
export function renumberedParagraphs(
  earlier: CanonicalText,
  current: CanonicalText,
  options: Pick<ChangeOptions, 'perKind' | 'minimumWords' | 'skips'>,
): ParagraphChange[] {
  const waiting = new Map<string, { start: number; end: number; numbers: string[] }[]>()
  for (const each of numberedParagraphs(earlier, 'earlier', options)) {
    const list = waiting.get(each.key)
    if (list) list.push(each)
    else waiting.set(each.key, [each])
  }
  const changes: (ParagraphChange & { count: number })[] = []
  for (const { key, start, end, numbers } of numberedParagraphs(current, 'current', options)) {
    const before = waiting.get(key)?.shift()
    if (!before) continue
    const old = new Set(before.numbers)
    const count = numbers.filter((number) => !old.has(number)).length
    if (count > 0) changes.push({ earlier: placeOf(before), current: { start, end }, count })
  }
  return changes
    .sort((a, b) => b.count - a.count || (a.current?.start ?? 0) - (b.current?.start ?? 0))
    .slice(0, options.perKind)
    .map(({ earlier: left, current: right }) => ({ earlier: left, current: right }))
}

function numberedParagraphs(
  { text, blocks }: CanonicalText,
  side: 'earlier' | 'current',
  { minimumWords, skips }: Pick<ChangeOptions, 'minimumWords' | 'skips'>,
) {
  return blocks.flatMap(({ kind, start, end }) => {
    if (kind !== 'paragraph' && kind !== 'list_item') return []
    const own = text.slice(start, end)
    const numbers = numbersIn(own).filter((number) => !YEAR.test(number))
    if (numbers.length === 0 || skips?.(side, start)) return []
    const key = own
      .replace(/\d[\d,.]*/g, '0')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
    return key.split(' ').length < minimumWords ? [] : [{ key, start, end, numbers }]
  })
}
