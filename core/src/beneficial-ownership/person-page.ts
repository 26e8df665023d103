import { amountIn, amounts, percentIn } from './amounts.ts'
import type { ReportingPerson } from './beneficial-ownership.ts'
import { isMarked, markedGroup } from './check-boxes.ts'
import { oneLineOf } from './schedule-text.ts'

type Row =
  | 'name'
  | 'group'
  | 'sec_use'
  | 'source_of_funds'
  | 'legal_proceedings'
  | 'citizenship'
  | 'sole_voting'
  | 'shared_voting'
  | 'sole_dispositive'
  | 'shared_dispositive'
  | 'aggregate'
  | 'excludes'
  | 'percent'
  | 'type'

/** The rows of a cover page in their order, by the words every version of the form prints, with their numbers in 13G and 13D. */
const ROWS: { row: Row; label: RegExp; numbers: [g: number | null, d: number] }[] = [
  {
    row: 'name',
    label:
      /\bnames?\s+(?:(?:and|or)\s+(?:s\.?s\.?\s+or\s+)?i\.?r\.?s\.?\s+identification\s+(?:nos?|numbers?)\.?\s+)?of\s+(?:(?:each|the)\s+)?reporting\s+persons?(?:\(s\))?/gi,
    numbers: [1, 1],
  },
  {
    row: 'group',
    label: /check\s+the\s+appropriate\s+(?:box|\[?line\]?|space)\s+if\s+a\s+member\s+of\s+a\s+group/gi,
    numbers: [2, 2],
  },
  { row: 'sec_use', label: /\bsec\s+use\s+only/gi, numbers: [3, 3] },
  { row: 'source_of_funds', label: /\bsources?\s+of\s+funds/gi, numbers: [null, 4] },
  {
    row: 'legal_proceedings',
    label:
      /check\s+(?:box\s+|here\s+)?if\s+disclosure\s+of\s+legal\s+proceedings?\s+is\s+required(?:\s+pursuant\s+to\s+items?\s+2\s*\(?d\)?\s*(?:or|and)\s*2\s*\(?e\)?)?/gi,
    numbers: [null, 5],
  },
  { row: 'citizenship', label: /\bcitizenship\s+o[rf]\s+place\s+of\s+organization/gi, numbers: [4, 6] },
  { row: 'sole_voting', label: /\bsole\s+voting\s+power/gi, numbers: [5, 7] },
  { row: 'shared_voting', label: /\bshared\s+voting\s+power/gi, numbers: [6, 8] },
  { row: 'sole_dispositive', label: /\bsole\s+dispositive\s+power/gi, numbers: [7, 9] },
  { row: 'shared_dispositive', label: /\bshared\s+dispositive\s+power/gi, numbers: [8, 10] },
  {
    row: 'aggregate',
    label:
      /\baggregate\s+amount\s+(?:of\s+shares\s+)?beneficially\s+owned(?:\s+by\s+(?:each\s+)?(?:the\s+)?reporting\s+persons?)?/gi,
    numbers: [9, 11],
  },
  {
    row: 'excludes',
    label:
      /check\s+(?:box\s+|here\s+)?if\s+(?:the\s+)?aggregate\s+amount\s+in\s+row\s*\(?\d{1,2}\)?\s*excludes\s+certain\s+shares/gi,
    numbers: [10, 12],
  },
  {
    row: 'percent',
    label:
      /\bpercent(?:age)?\s+of\s+class\s+represented\s+by\s+(?:the\s+)?amount\s+in\s+row\s*\(?\d{1,2}\)?/gi,
    numbers: [11, 13],
  },
  { row: 'type', label: /\btype\s+of\s+reporting\s+persons?/gi, numbers: [12, 14] },
]

// A page with long footnotes inside its rows is a few thousand characters; what follows the last page is the schedule itself.
const MAX_PAGE_CHARS = 20_000
const MAX_PERSONS = 1_000
const MAX_NAME_CHARS = 1_000
const MAX_LAST_ROW_CHARS = 300
/** Rows that only a cover page has together: a text that lacks them merely mentions the words. */
const TELLING: Row[] = ['sole_voting', 'shared_voting', 'sole_dispositive', 'shared_dispositive', 'aggregate']
const MIN_TELLING = 3

export interface PersonPage {
  start: number
  end: number
  person: ReportingPerson
}

/** The cover pages of a schedule's text, one for each reporting person, in order. */
export function personPages(text: string, schedule: '13D' | '13G'): PersonPage[] {
  const starts = [...text.matchAll(ROWS[0]?.label ?? /$^/g)].map(({ index }) => index)
  const pages: PersonPage[] = []
  starts.forEach((start, index) => {
    const limit = Math.min(starts[index + 1] ?? text.length, start + MAX_PAGE_CHARS)
    const rows = rowsOf(text.slice(start, limit), schedule)
    if (pages.length === MAX_PERSONS) return
    if (TELLING.filter((row) => rows.has(row)).length < MIN_TELLING) return
    const labels = [...rows.values()].map(({ labelEnd }) => labelEnd)
    pages.push({ start, end: start + Math.max(0, ...labels), person: personOf(rows, pages.length + 1) })
  })
  return pages
}

interface RowText {
  value: string
  /** Where the words of the row end and its value begins. */
  labelEnd: number
}

/** Each row's text up to the label of the next, without the number that stands before that label. */
function rowsOf(page: string, schedule: '13D' | '13G'): Map<Row, RowText> {
  const found: { row: Row; start: number; end: number; number: number | null }[] = []
  let from = 0
  for (const { row, label, numbers } of ROWS) {
    label.lastIndex = from
    const match = label.exec(page)
    if (!match) continue
    from = match.index + match[0].length
    found.push({ row, start: match.index, end: from, number: numbers[schedule === '13G' ? 0 : 1] })
  }
  const rows = new Map<Row, RowText>()
  found.forEach(({ row, end }, index) => {
    const next = found[index + 1]
    const stop = next?.start ?? end + MAX_LAST_ROW_CHARS
    const value = page.slice(end, stop).replace(/^\s*\(\s*see\s+instructions?[^)]{0,40}\)/i, '')
    rows.set(row, { value: next ? withoutRowNumber(value, next.number) : value, labelEnd: end })
  })
  return rows
}

/** A row ends with the number of the next one: `Delaware 5.`, `0 (6)`, `None : 9 : : :`. */
function withoutRowNumber(value: string, number: number | null): string {
  const match = /(?:^|[\s:(])(\d{1,2})[\s.):]*$/.exec(value)
  return match && Number(match[1]) === number ? value.slice(0, match.index) : value
}

function personOf(rows: Map<Row, RowText>, position: number): ReportingPerson {
  const value = (row: Row) => rows.get(row)?.value ?? ''
  const marked = (row: Row) => (rows.has(row) ? isMarked(value(row)) : null)
  return {
    position,
    name: personName(value('name')),
    cik: null,
    member_of_group: markedGroup(value('group')),
    source_of_funds: fundCodes(value('source_of_funds')),
    legal_proceedings: marked('legal_proceedings'),
    citizenship: citizenshipOf(value('citizenship')),
    ...amounts({
      sole_voting_power: amountIn(numberRow(value('sole_voting'))),
      shared_voting_power: amountIn(numberRow(value('shared_voting'))),
      sole_dispositive_power: amountIn(numberRow(value('sole_dispositive'))),
      shared_dispositive_power: amountIn(numberRow(value('shared_dispositive'))),
      aggregate_amount: amountIn(numberRow(value('aggregate'))),
      percent_of_class: percentIn(numberRow(value('percent'))),
    }),
    excludes_certain_shares: marked('excludes'),
    person_types: typeCodes(value('type')),
    comment: null,
  }
}

// The caption left of rows 5 to 8 is read between them, a word or two at a time.
const CAPTION =
  /\b(?:number\s+of|shares(?!\s+of\b)|beneficially|beneficiall\b|y\s+owned\s+by|owned(?:\s+by)?|each|reporting|person|with)\b[\s:]*/gi

/** A row that holds a number, without the scattered words of the caption beside it. */
function numberRow(value: string): string {
  const row = value.replace(/\s+/g, ' ').replace(/^[\s:;.,*)]+/, '')
  const cleaned = row
    .replace(CAPTION, ' ')
    .replace(/[\s:;,(]+$/, '')
    .trim()
  // "- 4,444,899": a dash that joins label and number; a dash alone means none.
  return cleaned.replace(/^[-\u2013\u2014]\s+(?=[\d(])/, '').trim()
}

const IDENTIFICATION =
  /(?:s\.?\s?s\.?\s+or\s+)?i\.?\s?r\.?\s?s\.?\s+identification\s+no(?:\(s\)|s)?\.?(?:\s+of\s+(?:the\s+)?(?:above\s+)?(?:reporting\s+)?persons?(?:\(s\))?)?\s*(?:\(entities\s+only\))?/gi
const IDENTIFICATION_NUMBER =
  /[\s\-\u2013(,;*]*(?:\b(?:i\.?r\.?s\.?|tax|s\.?s\.?)?\s?(?:i\.?d\.?|ein|fein|identification)?\s?(?:no\.?|number|nos\.?)?\s?[:#]*\s?)\d{2}-\d{7}\b.*$/i

function personName(value: string): string {
  const name = oneLineOf(
    value
      .slice(0, MAX_NAME_CHARS)
      .replace(IDENTIFICATION, ' ')
      .replace(/\(entities\s+only\)/gi, ' '),
  )
    .replace(/^\(?1\)\s?/, '')
    .replace(/^(?:and|or)\s*:\s*/i, '')
  return oneLineOf(
    name
      .replace(IDENTIFICATION_NUMBER, '')
      // What the schedule calls the person from here on: (the "Fund").
      .replace(/\s*\((?:the\s+)?"[^"()]{1,60}"[^()]{0,40}\)\s*$/, '')
      .replace(/[\s*]*\([a-z0-9]\)\s*$/i, '')
      .slice(0, 300),
  )
}

function citizenshipOf(value: string): string | null {
  const end = value.search(/\bnumber\s+of\b|\(for\s+questions\b/i)
  const words = oneLineOf(end < 0 ? value : value.slice(0, end)).replace(/\.$/, '')
  return words === '' ? null : words.slice(0, 200)
}

const TYPES = 'BD|BK|IC|IV|IA|EP|HC|SA|CP|CO|PN|IN|FI|OO|00'
const TYPE_CODES = new RegExp(`^(?:(?:${TYPES})(?:[\\s,;/&.*+-]|and\\b|\\([^()]{0,40}\\))*)+`)
const FUND_CODES = /^(?:(?:SC|BK|AF|WC|PF|OO|00)(?:[\s,;/&.*+-]|and\b|or\b|\([^()]{0,40}\))*)+/

/** The codes a row begins with; the words that may follow explain them. */
function typeCodes(value: string): string[] {
  const leading =
    TYPE_CODES.exec(oneLineOf(value.slice(0, MAX_LAST_ROW_CHARS).replace(/\*/g, ' ')))?.[0] ?? ''
  return codesIn(leading, new RegExp(`\\b(?:${TYPES})\\b`, 'g'))
}

function fundCodes(value: string): string[] {
  const leading =
    FUND_CODES.exec(oneLineOf(value.slice(0, MAX_LAST_ROW_CHARS).replace(/\*/g, ' ')))?.[0] ?? ''
  return codesIn(leading, /\b(?:SC|BK|AF|WC|PF|OO|00)\b/g)
}

/** "00", typed with zeros, is how many write OO. */
function codesIn(text: string, code: RegExp): string[] {
  const codes = text.match(code) ?? []
  return [...new Set(codes.map((code) => (code === '00' ? 'OO' : code)))]
}
