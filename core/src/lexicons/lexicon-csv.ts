import { type Lexicon, lexicon, TONE_CATEGORIES, type ToneCategory } from './lexicon.ts'

/** A dictionary file that cannot be used, and why. */
export class LexiconError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'LexiconError'
  }
}

/** The dictionary of Loughran and McDonald has 86,000 words in some 9 MB. */
export const MAX_LEXICON_BYTES = 64 * 1024 * 1024
const MAX_WORDS = 500_000
const MAX_WORD_LENGTH = 64
const MAX_COLUMNS = 64

const HEADINGS: Record<ToneCategory, string> = {
  negative: 'negative',
  positive: 'positive',
  uncertainty: 'uncertainty',
  litigious: 'litigious',
  weak_modal: 'weak_modal',
  constraining: 'constraining',
}

/**
 * A dictionary in the layout of Loughran and McDonald: a header row with `Word`, `Negative`, `Positive`, `Uncertainty`,
 * `Litigious`, `Weak_Modal` and `Constraining` among its columns, in any order and case, then a row for each word. In a
 * category, a positive number is the year the word entered the list, 0 or nothing means that it is not listed, and a negative
 * number the year it was taken off.
 *
 * @throws LexiconError naming the line
 */
export function parseLexiconCsv(
  csv: string,
  described: { name: string; version: string; licence: string },
): Lexicon {
  if (csv.length > MAX_LEXICON_BYTES) throw new LexiconError(`is longer than ${MAX_LEXICON_BYTES} characters`)
  const lines = csv.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const headings = cellsOf(lines[0] ?? '', 1).map((heading) => heading.toLowerCase().replaceAll(' ', '_'))
  const columnOf = (heading: string) => {
    const at = headings.indexOf(heading)
    if (at >= 0 && headings.indexOf(heading, at + 1) >= 0)
      throw new LexiconError(`line 1: column ${heading} is there twice`)
    return at
  }
  const wordColumn = columnOf('word')
  const columns = TONE_CATEGORIES.map((category) => ({ category, at: columnOf(HEADINGS[category]) }))
  const missing = [
    ...(wordColumn < 0 ? ['Word'] : []),
    ...columns.filter(({ at }) => at < 0).map(({ category }) => HEADINGS[category]),
  ]
  if (missing.length > 0) throw new LexiconError(`line 1: no column ${missing.join(', ')}`)

  const words = Object.fromEntries(TONE_CATEGORIES.map((each) => [each, [] as string[]])) as Record<
    ToneCategory,
    string[]
  >
  const seen = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const cells = cellsOf(line, index + 1)
    const word = (cells[wordColumn] ?? '').normalize('NFKC').toLowerCase()
    if (!/^\p{L}[\p{L}\p{M}'’-]*$/u.test(word) || word.length > MAX_WORD_LENGTH) {
      throw new LexiconError(`line ${index + 1}: the column Word holds no word`)
    }
    if (seen.has(word)) throw new LexiconError(`line ${index + 1}: "${word}" is there twice`)
    seen.add(word)
    if (seen.size > MAX_WORDS) throw new LexiconError(`has more than ${MAX_WORDS} words`)
    for (const { category, at } of columns) {
      const cell = cells[at] ?? ''
      const year = cell === '' ? 0 : Number(cell)
      if (!Number.isFinite(year))
        throw new LexiconError(`line ${index + 1}: ${HEADINGS[category]} is no number`)
      if (year > 0) words[category].push(word)
    }
  }
  const empty = TONE_CATEGORIES.filter((category) => words[category].length === 0)
  if (empty.length > 0) throw new LexiconError(`lists no word as ${empty.join(', ')}`)
  return lexicon(described, words)
}

/** Cells of a line. A quoted cell may hold commas; no cell holds a line break. */
function cellsOf(line: string, number: number): string[] {
  if (!line.includes('"')) {
    const cells = line.split(',', MAX_COLUMNS + 1).map((cell) => cell.trim())
    if (cells.length > MAX_COLUMNS) throw new LexiconError(`line ${number}: more than ${MAX_COLUMNS} columns`)
    return cells
  }
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (cells.length >= MAX_COLUMNS)
      throw new LexiconError(`line ${number}: more than ${MAX_COLUMNS} columns`)
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at)
      const end = comma < 0 ? line.length : comma
      cells.push(line.slice(at, end).trim())
      at = end + 1
      continue
    }
    let cell = ''
    let from = at + 1
    for (;;) {
      const quote = line.indexOf('"', from)
      if (quote < 0) throw new LexiconError(`line ${number}: a quote is not closed`)
      cell += line.slice(from, quote)
      at = quote + 1
      if (line[at] !== '"') break
      cell += '"'
      from = at + 1
    }
    cells.push(cell.trim())
    if (at < line.length && line[at] !== ',') {
      throw new LexiconError(`line ${number}: something follows a closing quote`)
    }
    at += 1
  }
  return cells
}
