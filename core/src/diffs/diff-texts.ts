import { commonRuns } from './common-runs.ts'
import type { Diff, DiffHunk, DiffOperation } from './diff.ts'
import { type MovedUnits, movedUnits } from './moved-units.ts'
import { similarUnits } from './similar-units.ts'
import { operationOf, tidied } from './tidy.ts'
import { type Unit, type UnitLevel, unitsOf } from './units.ts'
import { wordBags } from './word-bags.ts'
import { workBudget } from './work-budget.ts'

/** Some tenths of a second on one core; two risk factor sections of a real company take a small part of it. */
const MAX_WORK = 40_000_000

const FINER = { block: 'sentence', sentence: 'word' } as const

/**
 * The difference of two texts, as hunks that tile both. Blocks are compared first; of those that differ, versions of one
 * another are paired and compared sentence by sentence, and these word by word. Blocks that stand elsewhere word for word
 * have moved. Pure: the same texts give the same hunks.
 */
export function diffTexts(left: string, right: string): Diff {
  const budget = workBudget(MAX_WORK)
  const bags = wordBags()
  let coarse = false

  const whole = [
    { start: 0, end: left.length },
    { start: 0, end: right.length },
  ] as const
  const hunks = joined(compare('block', ...whole))
  return { hunks: withWholeMoves(hunks), complete: !coarse && !budget.exhausted }

  function compare(level: UnitLevel, ours: Unit, theirs: Unit): DiffHunk[] {
    const a = unitsOf(left, ours.start, ours.end, level)
    const b = unitsOf(right, theirs.start, theirs.end, level)
    const [symbolsOfA, symbolsOfB] = interned(a, b)
    const runs = commonRuns(symbolsOfA, symbolsOfB, budget)
    const moved =
      level === 'block'
        ? movedUnits(symbolsOfA, symbolsOfB, runs, (unit) => bags.of(left, a[unit] as Unit).length)
        : undefined
    const found: DiffHunk[] = []
    let [i, j] = [0, 0]
    for (const run of [...runs, { left: a.length, right: b.length, length: 0 }]) {
      const gap = { a: a.slice(i, run.left), b: b.slice(j, run.right) }
      const movedInGap = moved && {
        left: moved.left.subarray(i, run.left),
        right: moved.right.subarray(j, run.right),
      }
      const at = { left: a[i]?.start ?? ours.end, right: b[j]?.start ?? theirs.end }
      for (const hunk of changes(level, gap.a, gap.b, at, movedInGap)) found.push(hunk)
      if (run.length > 0) {
        const [leftEnd, rightEnd] = [run.left + run.length, run.right + run.length]
        found.push(hunkOf('equal', null, spanOf(a, run.left, leftEnd), spanOf(b, run.right, rightEnd)))
      }
      i = run.left + run.length
      j = run.right + run.length
    }
    return level === 'word' ? tidied(found) : found
  }

  /** The hunks of units that have no equal on the other side; `at` is where the gap begins. */
  function changes(
    level: UnitLevel,
    a: Unit[],
    b: Unit[],
    at: { left: number; right: number },
    moved: MovedUnits | undefined,
  ): DiffHunk[] {
    if (a.length === 0 && b.length === 0) return []
    const ours = a.length > 0 ? spanOf(a, 0, a.length) : { start: at.left, end: at.left }
    const theirs = b.length > 0 ? spanOf(b, 0, b.length) : { start: at.right, end: at.right }
    const plain = (as: DiffHunk['level']) => hunkOf(operationOf(ours, theirs), as, ours, theirs)
    if (level === 'word') return [plain('word')]

    const partners = partnersOf(a, b, moved)
    if (!partners) {
      coarse = true
      return [plain('coarse')]
    }
    const found: DiffHunk[] = []
    let [i, j] = [0, 0]
    const flush = (leftEnd: number, rightEnd: number) => {
      const place = { left: a[i]?.start ?? ours.end, right: b[j]?.start ?? theirs.end }
      found.push(
        ...unpaired(
          level,
          a.slice(i, leftEnd),
          b.slice(j, rightEnd),
          place,
          moved && {
            left: moved.left.subarray(i, leftEnd),
            right: moved.right.subarray(j, rightEnd),
          },
        ),
      )
    }
    partners.forEach((partner, unit) => {
      if (partner === -1) return
      flush(unit, partner)
      found.push(...compare(FINER[level], a[unit] as Unit, b[partner] as Unit))
      i = unit + 1
      j = partner + 1
    })
    flush(a.length, b.length)
    return found
  }

  /** For each unit on the left its version on the right, -1 for none. Units that moved take no part. */
  function partnersOf(a: Unit[], b: Unit[], moved: MovedUnits | undefined): Int32Array | undefined {
    if (a.length === 0 || b.length === 0) return new Int32Array(a.length).fill(-1)
    const staysLeft = a.map((_, unit) => unit).filter((unit) => (moved?.left[unit] ?? -1) === -1)
    const staysRight = b.map((_, unit) => unit).filter((unit) => (moved?.right[unit] ?? -1) === -1)
    const found = similarUnits(
      staysLeft.map((unit) => bags.of(left, a[unit] as Unit)),
      staysRight.map((unit) => bags.of(right, b[unit] as Unit)),
      budget,
    )
    if (!found) return undefined
    const partners = new Int32Array(a.length).fill(-1)
    found.forEach((partner, index) => {
      if (partner !== -1) partners[staysLeft[index] as number] = staysRight[partner] as number
    })
    return partners
  }

  function interned(a: Unit[], b: Unit[]): [Int32Array, Int32Array] {
    const ids = new Map<string, number>()
    const idOf = (text: string) => {
      const id = ids.get(text) ?? ids.size
      ids.set(text, id)
      return id
    }
    return [
      Int32Array.from(a, ({ start, end }) => idOf(left.slice(start, end))),
      Int32Array.from(b, ({ start, end }) => idOf(right.slice(start, end))),
    ]
  }
}

/** Units without a version on the other side. Sentences of one block stand in each other's place; blocks do not. */
function unpaired(
  level: 'block' | 'sentence',
  a: Unit[],
  b: Unit[],
  at: { left: number; right: number },
  moved: MovedUnits | undefined,
): DiffHunk[] {
  const leftEnd = a.at(-1)?.end ?? at.left
  if (level === 'sentence') {
    const [ours, theirs] = [
      { start: at.left, end: leftEnd },
      { start: at.right, end: b.at(-1)?.end ?? at.right },
    ]
    return a.length + b.length === 0 ? [] : [hunkOf(operationOf(ours, theirs), level, ours, theirs)]
  }
  const deletions = a.map((unit, index) =>
    hunkOf('delete', level, unit, { start: at.right, end: at.right }, moved?.left[index]),
  )
  const insertions = b.map((unit, index) =>
    hunkOf('insert', level, { start: leftEnd, end: leftEnd }, unit, moved?.right[index]),
  )
  return [...deletions, ...insertions]
}

function spanOf(units: Unit[], from: number, to: number): Unit {
  return { start: (units[from] as Unit).start, end: (units[to - 1] as Unit).end }
}

function hunkOf(
  operation: DiffOperation,
  level: DiffHunk['level'],
  left: Unit,
  right: Unit,
  move = -1,
): DiffHunk {
  return {
    operation,
    level,
    left_start: left.start,
    left_end: left.end,
    right_start: right.start,
    right_end: right.end,
    move: move === -1 ? null : move,
  }
}

/** Neighbours that say the same become one. */
function joined(hunks: DiffHunk[]): DiffHunk[] {
  const whole: DiffHunk[] = []
  for (const hunk of hunks) {
    const last = whole.at(-1)
    if (last && last.operation === hunk.operation && last.level === hunk.level && last.move === hunk.move) {
      last.left_end = hunk.left_end
      last.right_end = hunk.right_end
    } else whole.push({ ...hunk })
  }
  return whole
}

/** Moves numbered from 1 in the order of the left text. One whose other end was swallowed by a coarse hunk is none. */
function withWholeMoves(hunks: DiffHunk[]): DiffHunk[] {
  const ends = new Map<number, { deleted: boolean; inserted: boolean }>()
  for (const { move, operation } of hunks) {
    if (move === null) continue
    const end = ends.get(move) ?? { deleted: false, inserted: false }
    ends.set(move, {
      deleted: end.deleted || operation === 'delete',
      inserted: end.inserted || operation === 'insert',
    })
  }
  const numbers = new Map<number, number>()
  for (const { move, operation } of hunks) {
    const end = move === null ? undefined : ends.get(move)
    if (move !== null && operation === 'delete' && end?.inserted) numbers.set(move, numbers.size + 1)
  }
  return joined(
    hunks.map((hunk) => ({ ...hunk, move: hunk.move === null ? null : (numbers.get(hunk.move) ?? null) })),
  )
}
