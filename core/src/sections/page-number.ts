import { lineText } from './candidate.ts'
import type { Line } from './lines.ts'
import { squeeze } from './title-match.ts'

const PAGE_AT_END =
  /(?:^|[\s|.…·_-])(?:page\s*)?(?:[A-Z]{1,2}-?)?\d{1,4}(?:\s?[-–—,]\s?(?:[A-Z]{1,2}-?)?\d{1,4})*[\s|.*]*$/i

/** A line that is only a page number, such as `12`, `F-3`, `| 12 |`. */
export function isPageNumber(line: string): boolean {
  return (
    line.length <= 24 &&
    /^[\s|.…-]*(?:page\s*)?(?:(?:[A-Z]{1,2}-)?\d{1,4}|[ivxl]{1,6})(?:\s?[-–—,]\s?(?:[A-Z]{1,2}-)?\d{1,4})?[\s|.-]*$/i.test(
      line,
    )
  )
}

export function endsAsContentsEntry(line: string): boolean {
  return line.length <= 240 && PAGE_AT_END.test(line)
}

/** Whether a heading of these lines is an entry with a page number: at its end, or alone on the next line. */
export function endsInPageNumber(
  text: string,
  lines: Line[],
  index: number,
  lastLine: number,
  raw: string,
  rest: number,
): boolean {
  const title = raw.slice(rest)
  if (PAGE_AT_END.test(title) && squeeze(title).length > 0 && !/(?:19|20)\d{2}[\s|.]*$/.test(title))
    return true
  const next = lines[lastLine + 1]
  if (!next || next.end - next.start > 24)
    return lastLine > index && PAGE_AT_END.test(lineText(text, lines, lastLine, lastLine))
  const page = text.slice(next.start, next.end)
  return (
    next.kind !== 'page_furniture' &&
    isPageNumber(page) &&
    (lines[lastLine]?.block === next.block || next.kind === 'table')
  )
}
