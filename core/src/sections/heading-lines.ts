import type { ContentsRange } from './contents.ts'
import type { Line } from './lines.ts'
import { isPageNumber } from './page-number.ts'

/** A line that could head a part of a document. */
export interface HeadingLine {
  start: number
  end: number
  text: string
  /** Points for its look. */
  score: number
  /** Set apart by its look, not only by standing alone. */
  drawn: boolean
}

const MAX_HEADING = 160
const MAX_HEADINGS = 20_000

/** Lines short enough and set apart from the text, outside tables of contents; a heading broken in two is one. */
export function headingLines(lines: Line[], text: string, contents: ContentsRange[]): HeadingLine[] {
  const headings: HeadingLine[] = []
  let table = 0
  for (let at = 0; at < lines.length && headings.length < MAX_HEADINGS; at += 1) {
    const line = lines[at] as Line
    if (line.end - line.start > MAX_HEADING || !line.opensParagraph) continue
    while (table < contents.length && (contents[table]?.end ?? 0) <= line.start) table += 1
    const range = contents[table]
    if (range && line.start >= range.start && line.start < range.end) continue
    const content = text.slice(line.start, line.end)
    if (line.kind === 'table' && content.includes(' | ')) {
      // A table of one row may be a heading beside its mark: "Item 2 | Election of Directors".
      if (lines[at + 1]?.block === line.block || content.split(' | ').length > 2) continue
    }
    if (!/[A-Za-z]{2}/.test(content) || isPageNumber(content) || /[,;]\s*$/.test(content)) continue
    const upper = !/[a-z]/.test(content)
    const drawn = line.kind === 'heading' || line.bold || upper
    if (!drawn && (/[.!]\s*$/.test(content) || !/^\W*[A-Z]/.test(content))) continue
    const score =
      1 +
      (line.kind === 'heading' ? 0.5 : 0) +
      (line.bold ? 0.3 : 0) +
      (upper ? 0.4 : 0) -
      (line.kind === 'page_furniture' ? 0.9 : 0)
    headings.push({
      start: line.start,
      end: line.end,
      text: content,
      score,
      drawn: drawn && line.kind !== 'page_furniture',
    })
  }
  return headings
}
