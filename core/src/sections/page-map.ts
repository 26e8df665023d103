import type { Line } from './lines.ts'
import { isPageNumber } from './page-number.ts'

/** Where the pages of a document begin and end, from the numbers printed on them. */
export interface PageMap {
  /** The text between the number of the page before and this one: right where numbers stand at the foot. */
  foot(page: number): PageSpan | undefined
  /** The text between the number of this page and the next: right where numbers stand at the head. */
  head(page: number): PageSpan | undefined
}

export interface PageSpan {
  start: number
  end: number
}

interface PrintedNumber {
  page: number
  start: number
  end: number
}

// Blank pages and full-page pictures carry no number.
const MAX_SKIPPED = 3
const MAX_FIRST_PAGE = 12
const MIN_PAGES = 3
const MAX_FURNITURE = 160

/**
 * Reads the page numbers out of the page furniture: "12", "Acme 2023 Annual Report 67", "4 | FORM 10-K". Undefined where there are none to speak of.
 */
export function pageMap(lines: Line[], text: string): PageMap | undefined {
  const printed = printedNumbers(lines, text)
  if (printed.length < MIN_PAGES) return undefined
  const at = new Map(printed.map(({ page }, index) => [page, index]))
  const span = (index: number | undefined, before: number, after: number): PageSpan | undefined => {
    if (index === undefined) return undefined
    const start = before < 0 ? (printed[index + before]?.end ?? 0) : (printed[index]?.start ?? 0)
    const end =
      after > 0 ? (printed[index + after]?.start ?? text.length) : (printed[index]?.end ?? text.length)
    return { start, end }
  }
  return {
    foot: (page) => span(at.get(page), -1, 0),
    head: (page) => span(at.get(page), 0, 1),
  }
}

/** Of the numbers in a line of furniture the last is the page, "2023 FORM 10-K 4", or the first, "4 | Annual Report 2023". */
function printedNumbers(lines: Line[], text: string): PrintedNumber[] {
  const furniture = lines.flatMap((line) => {
    const length = line.end - line.start
    if (length > MAX_FURNITURE || (line.kind !== 'page_furniture' && length > 24)) return []
    const content = text.slice(line.start, line.end)
    if (line.kind !== 'page_furniture' && !isPageNumber(content)) return []
    const numbers = content.match(/(?<![\d.,-])\d{1,3}(?![\d.,])/g)?.map(Number) ?? []
    return numbers.length > 0 ? [{ line, numbers }] : []
  })
  const counted = (pick: 0 | -1) =>
    counting(furniture.map(({ line, numbers }) => ({ line, page: numbers.at(pick) as number })))
  const [last, first] = [counted(-1), counted(0)]
  return first.length > last.length ? first : last
}

/** The numbers that count on, from the first that is followed by the next. */
function counting(numbers: { line: Line; page: number }[]): PrintedNumber[] {
  const printed: PrintedNumber[] = []
  let last: number | null = null
  numbers.forEach(({ line, page }, index) => {
    const follows = (one: number, other: number) => other > one && other <= one + MAX_SKIPPED
    const counts =
      last === null
        ? page <= MAX_FIRST_PAGE &&
          numbers.slice(index + 1, index + 5).some((next) => follows(page, next.page))
        : follows(last, page)
    if (!counts) return
    last = page
    printed.push({ page, start: line.start, end: line.end })
  })
  return printed
}
