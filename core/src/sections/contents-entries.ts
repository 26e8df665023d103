import type { ContentsRange } from './contents.ts'
import type { Line } from './lines.ts'
import { isPageNumber } from './page-number.ts'
import { squeeze } from './title-match.ts'

/** A line of a table of contents: a heading and the page it stands on. */
export interface ContentsEntry {
  start: number
  title: string
}

/** A table of contents of a document without numbered items. */
export interface ContentsTable extends ContentsRange {
  entries: ContentsEntry[]
}

const MIN_ENTRIES = 5
const MAX_ENTRIES = 400
// Sub-headings without a page of their own, "Page", the name of a part.
const MAX_BETWEEN = 4
const MAX_ENTRY = 240
const PAGE = /^(?:(?:[A-Z]{1,3}|\d{1,2})-\d{1,3}|\d{1,3}|[ivxlc]{1,7})$/i

/**
 * Tables of contents: runs of lines that end in a page number, which rises. A table of figures has more than one number in
 * its lines, and its numbers do not rise.
 */
export function contentsTables(lines: Line[], text: string): ContentsTable[] {
  const tables: ContentsTable[] = []
  let run: { at: number; entry: ContentsEntry; page: number; end: number }[] = []
  const close = () => {
    const rising = run.filter(({ page }, index) => index === 0 || page >= (run[index - 1]?.page ?? 0)).length
    if (run.length >= MIN_ENTRIES && rising >= 0.8 * run.length) {
      tables.push({
        start: run[0]?.entry.start ?? 0,
        end: run.at(-1)?.end ?? 0,
        entries: run.map(({ entry }) => entry),
      })
    }
    run = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line
    const last = run.at(-1)
    if (last && (at - last.at > MAX_BETWEEN + 1 || run.length >= MAX_ENTRIES)) close()
    if (line.end - line.start > MAX_ENTRY || line.kind === 'page_furniture') continue
    const entry = entryOf(lines, at, text)
    if (entry)
      run.push({
        at: entry.at,
        entry: { start: line.start, title: entry.title },
        page: entry.page,
        end: entry.end,
      })
    if (entry && entry.at > at) at = entry.at
  }
  close()
  return tables
}

function entryOf(lines: Line[], at: number, text: string) {
  const line = lines[at] as Line
  const content = text.slice(line.start, line.end)
  const cut = pageAtEnd(content)
  if (cut) return hasWords(cut.title) ? { at, end: line.end, ...cut } : undefined
  const next = lines[at + 1]
  if (!next || next.end - next.start > 8 || next.kind === 'page_furniture' || !hasWords(content))
    return undefined
  // Short of a layout table, the page number is a line of its own.
  const page = text.slice(next.start, next.end).trim()
  if (!PAGE.test(page) || !isPageNumber(page) || line.end - line.start > 120) return undefined
  return { at: at + 1, end: next.end, title: content.trim(), page: pageOf(page) }
}

/** `Risk Factors | 12`, `Use of Proceeds ...... S-14`: the title and the page. */
function pageAtEnd(content: string): { title: string; page: number } | undefined {
  let end = content.length
  while (end > 0 && /[\s|.]/.test(content.charAt(end - 1))) end -= 1
  let start = end
  while (start > 0 && end - start < 9 && /[A-Za-z0-9-]/.test(content.charAt(start - 1))) start -= 1
  const page = content.slice(start, end)
  const before = content.charAt(start - 1)
  if (start === 0 || end - start > 7 || !PAGE.test(page) || !/[\s|.…]/.test(before)) return undefined
  let title = content.slice(0, start)
  const leader = /[.…|]\s*$/.test(title) || /\s{2,}$/.test(title)
  title = title.replace(/[\s|.…·_]+$/, '')
  // "Year ended December 31" ends in a number that is no page; a figure stands in a row of figures.
  if (/\d$/.test(title.replace(/\(.{0,12}\)$/, '')) && /[|$]/.test(title)) return undefined
  if (!leader && !/^\d|^[A-Z]{1,2}-\d/.test(page)) return undefined
  return { title: title.trim(), page: pageOf(page) }
}

/** Pages count on over prefixes: `S-12` is 12, `ii` comes before 1. */
function pageOf(page: string): number {
  const digits = /(\d{1,3})$/.exec(page)
  return digits ? Number(digits[1]) : 0
}

function hasWords(title: string): boolean {
  return squeeze(title).replace(/\d/g, '').length >= 4
}
