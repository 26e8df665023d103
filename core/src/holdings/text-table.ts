import { numberOf } from '../form-xml/values.ts'
import { cusipOf, hasCheckDigit } from './cusip.ts'
import type { FiledHolding } from './holding.ts'
import { discretionOf, putCallOf, sharesTypeOf } from './information-table.ts'
import { columnsOf, type TableColumns } from './text-table-columns.ts'
import { closestVotes, type Word, wordsOf } from './text-table-words.ts'

const MAX_LINE_CHARS = 1000
const MAX_ROWS = 200_000
/** Words of a line that could be its CUSIP. */
const MAX_CANDIDATES = 12
const RULER = /^[\s\-=_.$]*[-=_]{3}[\s\-=_.$]*$/
const MARKERS = /<(?:S|C)>.*<C>/i
const CUSIP = /(?<![0-9A-Z])[0-9A-Z]{6}[ -]?[0-9A-Z*@#]{2}[ -]?[0-9](?![0-9A-Z,.])/gi
const SHORT_CUSIP = /(?<![0-9A-Z,.$])[0-9A-Z]{6,8}(?![0-9A-Z,.])/gi

/** What is carried from line to line of a table. */
interface State {
  columns: TableColumns
  rows: FiledHolding[]
  /** The row above, whose issuer a line of numbers alone belongs to; null after a ruler, where totals stand. */
  above: FiledHolding | null
  /** Lines of text alone since the last row or gap: the beginning of a name that goes over two lines. */
  name: string[]
  /** True once a marker line or a row was seen: before it, text is caption. */
  inside: boolean
}

/**
 * The rows of a typed information table (1999 to 2013). A row is a line with a CUSIP and numbers after it. A line of numbers
 * alone repeats the security above, unless a ruler sets it off as a total. What comes after the CUSIP has the order of the
 * form: value, shares, SH or PRN, put or call, discretion, other managers, voting authority; only the last two need the
 * positions of the headings, because their columns may be empty.
 */
export function readTextTable(text: string): FiledHolding[] {
  const state: State = { columns: columnsOf([]), rows: [], above: null, name: [], inside: false }
  let heading: string[] = []
  for (const written of text.split('\n')) {
    const line = expandTabs(written).slice(0, MAX_LINE_CHARS)
    if (state.rows.length >= MAX_ROWS) break
    if (MARKERS.test(line) || /^\s*<(?:TABLE|CAPTION)>/i.test(line)) {
      if (MARKERS.test(line)) state.inside = true
      state.above = null
      state.name = []
      continue
    }
    if (line.trim() === '') {
      state.name = []
      continue
    }
    const row = rowOf(line, state)
    if (row) {
      if (heading.length > 0) heading = []
      state.rows.push(row)
      state.above = row
      state.name = []
      state.inside = true
      continue
    }
    if (RULER.test(line)) state.above = null
    else takeText(line, state)
    heading.push(line)
    // The last line of a heading names the column "None".
    const columns = /none/i.test(line) ? columnsOf(heading) : null
    if (columns?.votes) state.columns = columns
    if (heading.length > 12) heading.shift()
  }
  return state.rows
}

function rowOf(line: string, state: State): FiledHolding | undefined {
  const found = findCusip(line)
  if (found) {
    const values = valuesOf(wordsOf(line, found.end), state.columns)
    if (!values) return undefined
    const { issuer_name, title_of_class } = nameAndClass(line.slice(0, found.start), state)
    return { issuer_name, title_of_class, cusip: found.cusip, figi: null, ...values }
  }
  if (!state.above) return undefined
  const words = wordsOf(line, 0)
  if (!words[0] || !isNumber(words[0]) || words[0].start < 12) return undefined
  const values = valuesOf(words, state.columns)
  if (!values || values.shares === null) return undefined
  const { issuer_name, title_of_class, cusip } = state.above
  return { issuer_name, title_of_class, cusip, figi: null, ...values }
}

function findCusip(line: string): { cusip: string; start: number; end: number } | undefined {
  for (const [pattern, complete] of [
    [CUSIP, true],
    [SHORT_CUSIP, false],
  ] as const) {
    let best: { cusip: string; start: number; end: number; checked: boolean } | undefined
    let tried = 0
    for (const match of line.matchAll(pattern)) {
      if (++tried > MAX_CANDIDATES) break
      const cusip = cusipOf(match[0])
      const start = match.index
      if (!cusip || line.slice(0, start).trim() === '' || !/\d/.test(cusip.slice(0, 6))) continue
      const checked = hasCheckDigit(cusip)
      if (!complete && !checked) continue
      if (!best || (checked && !best.checked)) best = { cusip, start, end: start + match[0].length, checked }
    }
    if (best) return best
  }
  return undefined
}

type Values = Omit<FiledHolding, 'issuer_name' | 'title_of_class' | 'cusip' | 'figi'>

function valuesOf(words: Word[], columns: TableColumns): Values | undefined {
  const queue = words.filter(({ text }) => text !== '$')
  const amount = () => (queue[0] && isNumber(queue[0]) ? numberOf(queue.shift()?.text ?? '') : null)
  const value_as_filed = amount()
  if (value_as_filed === null) return undefined
  const shares = amount()
  const values: Values = {
    value_as_filed,
    shares,
    shares_type: null,
    put_call: null,
    investment_discretion: null,
    other_managers: [],
    voting_sole: null,
    voting_shared: null,
    voting_none: null,
  }
  while (queue[0] && !isNumber(queue[0])) {
    const word = queue[0].text.toUpperCase()
    const type = sharesTypeOf(word)
    const side = putCallOf(word.toLowerCase().replace(/s$/, ''))
    const discretion = word === 'X' ? columns.discretionAt(queue[0]) : discretionOf(word)
    if (type && values.shares_type === null) values.shares_type = type
    else if (side && values.put_call === null) values.put_call = side
    else if (discretion && values.investment_discretion === null) values.investment_discretion = discretion
    else break
    queue.shift()
  }
  const { managers, votes } = closestVotes(queue, columns.votes, shares)
  return {
    ...values,
    other_managers: managers,
    voting_sole: votes[0] ?? null,
    voting_shared: votes[1] ?? null,
    voting_none: votes[2] ?? null,
  }
}

/** Name and class stand apart by two spaces or more; where they do not, the class is what the form calls most of them. */
function nameAndClass(before: string, state: State) {
  const parts = before
    .trim()
    .split(/\s{2,}/)
    .filter((part) => part !== '')
  const start = before.length - before.trimStart().length
  if (parts.length > 1) {
    const title_of_class = parts.at(-1) ?? null
    return { issuer_name: [...state.name, ...parts.slice(0, -1)].join(' '), title_of_class }
  }
  const [only = ''] = parts
  // One part far from the margin is the class of a name that stands on the line above.
  if (state.name.length > 0 && start >= 12) return { issuer_name: state.name.join(' '), title_of_class: only }
  const split = /^(.+?) ((?:COM|COMMON|ORD|ADR|ADS|SHS|CL [A-Z]|PFD|UNIT|NOTE)\b.*)$/i.exec(only)
  const issuer = split?.[1] ?? only
  return { issuer_name: [...state.name, issuer].join(' '), title_of_class: split?.[2] ?? null }
}

/** A line of text alone: the first line of a name, or, set in, the rest of the name of the row above. */
function takeText(line: string, state: State): void {
  if (!state.inside) return
  const indent = line.length - line.trimStart().length
  const single = !/\S\s{2,}\S/.test(line.trim())
  if (!single || line.trim().length > 60 || /\btotals?\b|^\s*\d+\s*$|<|:/i.test(line)) {
    state.name = []
    state.above = null
    return
  }
  const last = state.rows.at(-1)
  if (last && last === state.above && indent > 0 && indent < 12 && state.name.length === 0)
    last.issuer_name = `${last.issuer_name} ${line.trim()}`
  else if (indent < 12) state.name.push(line.trim())
}

function isNumber(word: Word): boolean {
  return /^\$?\(?[\d,]*\d(?:\.\d+)?\)?$/.test(word.text)
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line.trimEnd()
  let expanded = ''
  for (const character of line.trimEnd().slice(0, MAX_LINE_CHARS)) {
    expanded += character === '\t' ? ' '.repeat(8 - (expanded.length % 8)) : character
  }
  return expanded
}
