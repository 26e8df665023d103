import type { OwnershipRow } from './ownership-document.ts'

/** A line of a form, and the line of a later form that states it again. */
export interface RestatedRow {
  position: number
  restated_by: number
}

type Line = Pick<
  OwnershipRow,
  | 'position'
  | 'row_kind'
  | 'table'
  | 'security_title'
  | 'transaction_date'
  | 'transaction_code'
  | 'acquired_disposed'
  | 'shares'
  | 'price_per_share'
  | 'shares_owned_following'
  | 'direct_or_indirect'
  | 'nature_of_ownership'
  | 'exercise_price'
  | 'expiration_date'
>

/** What says which transaction a line is, and what says how large it was. */
const IDENTITY = [
  'security_title',
  'transaction_date',
  'transaction_code',
  'acquired_disposed',
  'direct_or_indirect',
  'nature_of_ownership',
  'exercise_price',
  'expiration_date',
] as const
const SIZE = ['shares', 'price_per_share', 'shares_owned_following'] as const
/** A correction changes one thing that names the line; what differs in more is another line. */
const MAX_DIFFERENT_IDENTITY = 1

/**
 * Which lines of a form an amendment of it restates. By General Instruction 9 of Form 4 an amendment repeats only the lines
 * it corrects, complete, and the lines it adds: so a line it has no counterpart for stands, and a holdings-only amendment
 * takes no transaction away. Lines are matched best first, each at most once.
 */
export function restatedRows(earlier: readonly Line[], later: readonly Line[]): RestatedRow[] {
  const candidates: { score: number; one: Line; other: Line }[] = []
  for (const one of earlier) {
    for (const other of later) {
      const score = likeness(one, other, earlier, later)
      if (score !== null) candidates.push({ score, one, other })
    }
  }
  candidates.sort(
    (a, b) => b.score - a.score || a.one.position - b.one.position || a.other.position - b.other.position,
  )
  const restated = new Map<number, number>()
  const used = new Set<number>()
  for (const { one, other } of candidates) {
    if (restated.has(one.position) || used.has(other.position)) continue
    restated.set(one.position, other.position)
    used.add(other.position)
  }
  return [...restated]
    .map(([position, restated_by]) => ({ position, restated_by }))
    .sort((a, b) => a.position - b.position)
}

/** How alike two lines are; null when they cannot be the same line. */
function likeness(one: Line, other: Line, earlier: readonly Line[], later: readonly Line[]): number | null {
  if (one.table !== other.table || one.row_kind !== other.row_kind) return null
  const different = IDENTITY.filter((field) => !same(one[field], other[field])).length
  if (different > MAX_DIFFERENT_IDENTITY) return null
  const sizes = SIZE.filter((field) => stated(one[field]) && one[field] === other[field]).length
  const score = sizes - different
  if (one.row_kind === 'holding') return different === 0 || sizes > 0 ? score : null
  if (sizes > 0) return score
  // Lots of one sale differ in every amount. A line none of whose amounts is left is the same line only where the
  // amendment evidently repeats the whole table.
  return different === 0 && isSamePlace(one, other, earlier, later) ? score : null
}

/** An amount of zero is what many lines share: grants and gifts have no price. */
function stated(amount: number | null): boolean {
  return amount !== null && amount !== 0
}

function same(one: string | number | null, other: string | number | null): boolean {
  return typeof one === 'string' && typeof other === 'string' ? words(one) === words(other) : one === other
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * True when both lines stand at the same place of tables of one length, and the amendment repeats the table: it is the
 * only line, or another line of it is repeated unchanged.
 */
function isSamePlace(one: Line, other: Line, earlier: readonly Line[], later: readonly Line[]): boolean {
  const before = earlier.filter((line) => line.table === one.table && line.row_kind === one.row_kind)
  const after = later.filter((line) => line.table === one.table && line.row_kind === one.row_kind)
  if (before.length !== after.length || before.indexOf(one) !== after.indexOf(other)) return false
  return before.length === 1 || before.some((line, place) => isUnchanged(line, after[place] as Line))
}

function isUnchanged(one: Line, other: Line): boolean {
  return [...IDENTITY, ...SIZE].every((field) => same(one[field], other[field]))
}
