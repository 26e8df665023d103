import { plainLine } from './plain-text.ts'
import type { Paint } from './terminal.ts'

const GAP = 2
const NARROWEST = 8
/** What is not worth a column unless somebody asks with --json. */
const DULL =
  /^(object|.*_sha256|fingerprint|extractor|.*_source|.*_json|text_fragment_url|source_url|warnings|highlights)$/

/** Columns for entries that people look at often; the others show their first plain fields. */
const COLUMNS: Record<string, readonly string[]> = {
  filing: ['accession_number', 'form_type', 'accepted_at', 'period_of_report', 'filers.0.name'],
  signal: ['id', 'signal_type', 'value', 'unit', 'form_type', 'accepted_at', 'accession_number'],
  entity: ['cik', 'name', 'tickers.0.ticker', 'sic', 'state_of_incorporation'],
  section: ['section_key', 'status', 'title', 'start', 'end'],
  document: ['sequence', 'document_type', 'description', 'text_length', 'document_id'],
  search_hit: ['accession_number', 'form_type', 'filing_date', 'section_key', 'snippets.0.quote'],
  key: ['id', 'name', 'mode', 'last_four', 'status', 'last_used_at', 'expires_at'],
  change: ['position', 'created_at', 'change_type', 'object_id', 'cik'],
}

type Entry = Record<string, unknown>

/** Entries as a table that fits: wide columns give way first, then the last ones are left out. */
export function table(entries: readonly Entry[], width: number, paint: Paint): string {
  const names = columnsOf(entries)
  const rows = entries.map((entry) => names.map((name) => cell(valueAt(entry, name))))
  const headings = names.map((name) =>
    name
      .replace(/\.0\.?/, ' ')
      .trim()
      .toUpperCase(),
  )
  const widths = fitted(
    headings.map((heading, i) => Math.max(columns(heading), ...rows.map((row) => columns(row[i] ?? '')))),
    width,
  )
  const line = (row: string[]) =>
    widths
      .map((most, i) =>
        i === widths.length - 1 ? cut(row[i] ?? '', most) : padded(cut(row[i] ?? '', most), most),
      )
      .join(' '.repeat(GAP))
      .trimEnd()
  return `${[paint('bold', line(headings)), ...rows.map(line)].join('\n')}\n`
}

/** An object as one field a line; what is inside others is indented JSON. */
export function fields(entry: Entry, paint: Paint): string {
  const names = Object.keys(entry).filter((name) => name !== 'object')
  const most = Math.max(0, ...names.map((name) => name.length))
  return names
    .map((name) => {
      const value = entry[name]
      const shown =
        typeof value === 'object' && value !== null ? plainLine(JSON.stringify(value)) : cell(value)
      return `${paint('dim', name.padEnd(most))}  ${shown}\n`
    })
    .join('')
}

function columnsOf(entries: readonly Entry[]): string[] {
  const [first = {}] = entries
  const known = COLUMNS[String(first.object)]
  if (known) return known.filter((name) => entries.some((entry) => valueAt(entry, name) !== undefined))
  const plain = Object.keys(first).filter(
    (name) =>
      !DULL.test(name) && entries.every((entry) => typeof entry[name] !== 'object' || entry[name] === null),
  )
  return (plain.length > 0 ? plain : Object.keys(first)).slice(0, 8)
}

function valueAt(entry: Entry, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Entry | undefined)?.[key], entry)
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '-'
  return plainLine(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

/** Columns a text takes on a terminal. */
export function columns(text: string): number {
  let count = 0
  for (const character of text) count += widthOf(character)
  return count
}

function widthOf(character: string): number {
  if (/\p{Mn}/u.test(character)) return 0
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  )
    ? 2
    : 1
}

function padded(text: string, most: number): string {
  return text + ' '.repeat(Math.max(0, most - columns(text)))
}

function cut(text: string, most: number): string {
  if (columns(text) <= most) return text
  let kept = ''
  for (const character of text) {
    if (columns(kept) + widthOf(character) > most - 1) break
    kept += character
  }
  return `${kept}…`
}

/** The first column names the entry, so it stays whole as long as anything else can give way. */
function fitted(wanted: number[], width: number): number[] {
  const widths = [...wanted]
  const total = () => widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1)
  while (total() > width && widths.length > 1) {
    const widest = Math.max(...widths.slice(1))
    if (widest > NARROWEST)
      widths[widths.lastIndexOf(widest)] = Math.max(NARROWEST, widest - (total() - width))
    else widths.pop()
  }
  return total() > width ? [Math.max(1, width)] : widths
}
