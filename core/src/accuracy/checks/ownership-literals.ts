import { slashDate, warningList } from '../../insider-transactions/xml-fields.ts'

/** How a value of ours is held against the literal of a test. */
export type Likeness =
  /** The same number or the same words, white space apart. */
  | 'same'
  /** Names of people: EDGAR writes the family name first, some peers turn it round. */
  | 'name'
  /** Letters and digits: CUSIP numbers and addresses, whose spaces, commas and dashes differ. */
  | 'characters'
  /** A number that the peer cuts to a whole one. */
  | 'whole'
  /** A Central Index Key with or without leading zeros. */
  | 'cik'
  /** The literal is a part of our text, case apart. */
  | 'part'
  /** One of our values is the literal. */
  | 'one_of'

export interface Ours {
  value: unknown
  likeness: Likeness
}

/** The list of assertions holds this many characters of a literal. */
const LONGEST_LITERAL = 160

export function likeLiteral({ value, likeness }: Ours, written: string): boolean {
  if (written.length === LONGEST_LITERAL) return flat(value).startsWith(flat(written))
  const literal = literalOf(written)
  switch (likeness) {
    case 'name':
      return wordsOf(value).sort().join(' ') === wordsOf(literal).sort().join(' ')
    case 'characters':
      return wordsOf(value).join('') === wordsOf(literal).join('')
    case 'whole':
      return typeof value === 'number' && String(Math.trunc(value)) === literal
    case 'cik':
      return /^\d+$/.test(literal) && Number(value) === Number(literal)
    case 'part':
      return flat(value).toLowerCase().includes(flat(literal).toLowerCase())
    case 'one_of':
      return (value as unknown[]).some((one) => same(one, literal))
    default:
      return same(value, literal)
  }
}

/** `new DateOnly(2025, 5, 2)` and `12/31/2024` are days; a Python test writes a line break as `\n`. */
function literalOf(written: string): string {
  const csharp = /^new DateOnly\((\d{4}), (\d{1,2}), (\d{1,2})\)$/.exec(written)
  if (csharp) return `${csharp[1]}-${csharp[2]?.padStart(2, '0')}-${csharp[3]?.padStart(2, '0')}`
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(written)) return slashDate(written, '', warningList()) ?? written
  return written.replaceAll('\\n', ' ')
}

function same(value: unknown, literal: string): boolean {
  const ours = flat(value)
  const theirs = flat(literal)
  if (ours === theirs) return true
  return isNumber(ours) && isNumber(theirs) && Number(ours) === Number(theirs)
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text)
}

function flat(value: unknown): string {
  return String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

function wordsOf(value: unknown): string[] {
  return flat(value)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
