import type { CanonicalText } from '../documents/document.ts'
import { numberOf } from '../form-xml/values.ts'
import type { Subsidiary } from './subsidiary.ts'

const MAX_SUBSIDIARIES = 20_000
const MAX_NAME_CHARS = 250

/** Words of headings, none of which is a place. */
const HEADING =
  /\b(?:jurisdictions?|voting securities|immediate parent|subsidiaries of|incorporat(?:ed|ion)|organi[sz](?:ed|ation)|formation|percent(?:age)?|ownership|owned|domicile|% of|(?:state|country|place)\s*(?:\/|or|of|and)\b(?! (?:delaware|new|california)))/i
const NAME_HEADING =
  /^(?:legal |entity |full |company |corporate )*(?:names?|subsidiar(?:y|ies)|entit(?:y|ies)|company)\b/i
/** What a company's name ends with. */
const ENDINGS = String.raw`inc|incorporated|corp|corporation|company|co|llc|l\.l\.c|lp|l\.p|llp|ltd|limited|plc|gmbh|ag|kg|s\.?a|s\.?a\.?s|s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|a\.?b|oy|a\/s|k\.?k|pty|pte|sdn|bhd|trust|bank|partnership|s\.? de r\.?l\.? de c\.?v|ltda|kft|sp\. z o\.o|association|n\.a`
const COMPANY_ENDING = new RegExp(String.raw`\b(?:${ENDINGS})\.?\)?$`, 'i')
const FOOTNOTE = /(?:\s*(?:\(\d{1,2}\)|\([a-z]\)|\[\d{1,2}\]|[*†‡§¹²³]))+$/
/** `Name, a Delaware corporation` */
const IN_PROSE =
  /^(.{3,200}?),? (?:an?|organized (?:in|under the laws of)) ([A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,3}) (?:corporation|limited liability company|company|limited partnership|general partnership|trust|bank|LLC)\b/
/** `Name (Delaware)` */
const IN_BRACKETS = /^(.{3,200}?) \(([A-Z][A-Za-z. ]{2,40})\)$/
/** `Name Inc. Delaware`: a typed list whose columns lost their white space. */
const IN_LINE = new RegExp(String.raw`^(.{3,200}\b(?:${ENDINGS})\.?) ([A-Z][A-Za-z., ]{2,40})$`, 'i')

interface Line {
  cells: string[]
  start: number
  end: number
}

/** The subsidiaries a list names: the rows of its tables, or, without a table, its lines. */
export function readSubsidiaries(text: CanonicalText): Subsidiary[] {
  const tables = text.tables.map((table) => linesOf(text.text, table.start, table.end, cellsOfRow))
  const rows = tables.flatMap(tableRows)
  const found = rows.length > 0 ? rows : listRows(linesOf(text.text, 0, text.text.length, cellsOfLine))
  return found.slice(0, MAX_SUBSIDIARIES).map((row, index) => ({ position: index + 1, ...row }))
}

type Row = Omit<Subsidiary, 'position'>

/** In the canonical text a bar stands between the cells of a row. */
function cellsOfRow(line: string): string[] {
  return line.split(' | ').map(tidy)
}

/** Typed lists set their columns apart by white space or leaders. */
function cellsOfLine(line: string): string[] {
  return line
    .split(/ \| |\s{3,}|\t|\s?\.{3,}\s?|(?:\. ){3,}/)
    .map(tidy)
    .filter((cell) => cell !== '')
}

function tidy(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}

function linesOf(text: string, from: number, to: number, cellsOf: (line: string) => string[]): Line[] {
  const lines: Line[] = []
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline > to ? to : newline
    const line = text.slice(start, Math.min(end, start + 2000))
    if (line.trim() !== '') lines.push({ cells: cellsOf(line), start, end })
    start = end + 1
  }
  return lines
}

function tableRows(lines: Line[]): Row[] {
  const paired = lines.filter(({ cells }) => cells.length > 1 && !isHeading(cells)).length
  const rows: Row[] = []
  let wrapped: Line | null = null
  for (const line of lines) {
    if (isHeading(line.cells)) continue
    const [name = ''] = line.cells
    if (line.cells.length === 1) {
      if (isWrapped(name)) wrapped = line
      else if (paired === 0 || COMPANY_ENDING.test(withoutFootnotes(name))) push(rows, line, null)
      continue
    }
    push(rows, line, wrapped)
    wrapped = null
  }
  return rows
}

/** A list without a table: lines with two columns, or with the place in words or brackets after the name. */
function listRows(lines: Line[]): Row[] {
  const rows: Row[] = []
  for (const line of lines) {
    const [only = ''] = line.cells
    const told =
      line.cells.length === 1 ? (IN_PROSE.exec(only) ?? IN_BRACKETS.exec(only) ?? IN_LINE.exec(only)) : null
    if (told && !isHeading([only])) push(rows, { ...line, cells: [told[1] ?? '', told[2] ?? ''] }, null)
    else if (line.cells.length > 1 && line.cells.length < 5 && !isHeading(line.cells)) push(rows, line, null)
  }
  return rows
}

function push(rows: Row[], line: Line, before: Line | null): void {
  const [first = '', ...rest] = line.cells
  const name = withoutFootnotes(before ? `${before.cells[0]} ${first}` : first)
  if (
    !/[A-Za-z\u00c0-\uffff]{2}/.test(name) ||
    name.length > MAX_NAME_CHARS ||
    /^(?:page|exhibit)\b/i.test(name)
  )
    return
  const places = rest.filter((cell) => percentOf(cell) === null && /[A-Za-z]{2}/.test(cell))
  const jurisdiction = places.at(-1)
  // Notes below a table are set as rows, too: a number, then a sentence.
  if (jurisdiction && jurisdiction.length > 100) return
  rows.push({
    name,
    jurisdiction: jurisdiction === undefined ? null : withoutFootnotes(jurisdiction) || null,
    ownership_percent: rest.map(percentOf).find((percent) => percent !== null) ?? null,
    start: before?.start ?? line.start,
    end: line.end,
  })
}

function isHeading(cells: string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 0) return true
  if (filled.length === 1) return HEADING.test(filled[0] ?? '') || NAME_HEADING.test(filled[0] ?? '')
  return (
    HEADING.test(filled.at(-1) ?? '') ||
    (NAME_HEADING.test(filled[0] ?? '') && filled.slice(1).some((cell) => HEADING.test(cell)))
  )
}

/** The first line of a name that goes on in the next row. */
function isWrapped(name: string): boolean {
  return /[,&-]$|\b(?:and|of|the|de)$/i.test(name)
}

function withoutFootnotes(cell: string): string {
  return cell.replace(FOOTNOTE, '').trim()
}

/** `87.5`, `100%`, `100% (1)`, `99.9`; null for anything else. */
function percentOf(cell: string): number | null {
  const percent = numberOf(withoutFootnotes(cell).replace(/\s*%$/, ''))
  return percent !== null && percent >= 0 && percent <= 100 ? percent : null
}
