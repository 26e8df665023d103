import type { Diff } from '../../../sdk/src/index.ts'

type Hunk = Diff['hunks'][number]

/** A stretch of the comparison as it is drawn, in reading order. */
export type Change =
  | { kind: 'same'; text: string }
  /** Text that both sides have and that is not shown. */
  | { kind: 'folded'; characters: number }
  | { kind: 'removed' | 'added'; text: string; move: number | null; whole: boolean }

/** Characters of what stayed that are shown before and after what did not. */
const CONTEXT = 240
/** What stayed is folded only where that spares more than a line. */
const WORTH_FOLDING = 160
/** Longer stretches are drawn in pieces, so that one replacement of half a million characters is not one page. */
const LONGEST = 6_000
/** Characters one page of a comparison shows. */
const PAGE_LENGTH = 24_000

/** The hunks as stretches to draw: most of what stayed is folded. `whole` is a stretch that begins and ends with paragraphs. */
export function changesOf(hunks: readonly Hunk[]): Change[] {
  return hunks.flatMap((hunk, index): Change[] => {
    const whole = hunk.level === 'block' || hunk.level === 'coarse'
    const removed = pieces(hunk.from.quote ?? '').map(
      (text): Change => ({ kind: 'removed', text, move: hunk.move, whole }),
    )
    const added = pieces(hunk.to.quote ?? '').map(
      (text): Change => ({ kind: 'added', text, move: hunk.move, whole }),
    )
    if (hunk.operation === 'equal') return folded(hunk.to.quote ?? '', index > 0, index < hunks.length - 1)
    return [...removed, ...added]
  })
}

/** Shows the end of what stayed before a change and the beginning after one. */
function folded(text: string, afterChange: boolean, beforeChange: boolean): Change[] {
  const points = Array.from(text)
  const head = afterChange ? CONTEXT : 0
  const tail = beforeChange ? CONTEXT : 0
  const hidden = points.length - head - tail
  if (hidden < WORTH_FOLDING) return text === '' ? [] : [{ kind: 'same', text }]
  const shown: Change[] = [{ kind: 'folded', characters: hidden }]
  if (head > 0) shown.unshift({ kind: 'same', text: points.slice(0, head).join('') })
  if (tail > 0) shown.push({ kind: 'same', text: points.slice(-tail).join('') })
  return shown
}

/** A long stretch in pieces, cut between paragraphs or lines where there are any, never inside a character. */
function pieces(text: string): string[] {
  const found: string[] = []
  let from = 0
  while (text.length - from > LONGEST) {
    const stretch = text.slice(from, from + LONGEST)
    const cut = [stretch.lastIndexOf('\n\n') + 2, stretch.lastIndexOf('\n') + 1].find(
      (at) => at > LONGEST / 2,
    )
    const to = from + (cut ?? LONGEST)
    const safe = /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) ? to - 1 : to
    found.push(text.slice(from, safe))
    from = safe
  }
  return from < text.length ? [...found, text.slice(from)] : found
}

/** The stretches by page. */
export function pagesOf(changes: readonly Change[]): Change[][] {
  const pages: Change[][] = [[]]
  let length = 0
  for (const change of changes) {
    const own = change.kind === 'folded' ? 0 : change.text.length
    if (length + own > PAGE_LENGTH && length > 0) {
      pages.push([])
      length = 0
    }
    pages.at(-1)?.push(change)
    length += own
  }
  return pages
}

/** A run of changes that read as one passage. */
export type Passage =
  | { kind: 'folded'; characters: number }
  | { kind: 'text'; changes: Exclude<Change, { kind: 'folded' }>[] }

/** Stretches between folds, drawn together. */
export function passagesOf(changes: readonly Change[]): Passage[] {
  const passages: Passage[] = []
  for (const change of changes) {
    const last = passages.at(-1)
    if (change.kind === 'folded') passages.push(change)
    else if (last?.kind === 'text') last.changes.push(change)
    else passages.push({ kind: 'text', changes: [change] })
  }
  return passages
}
