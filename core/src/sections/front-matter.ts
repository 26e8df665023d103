import type { CanonicalText } from '../documents/document.ts'
import { coverMark, gapMark, type Mark } from './assemble.ts'
import type { ContentsRange } from './contents.ts'
import { type Line, lineAt } from './lines.ts'
import { squeeze } from './title-match.ts'

const MIN_FRONT_MATTER = 80

/** What stands before the first item: the cover, the table of contents, and a glossary or a note on looking ahead. */
export function frontMatter(
  prefix: string,
  contents: ContentsRange[],
  firstItem: number,
  lines: Line[],
  text: CanonicalText,
): Mark[] {
  if (firstItem === 0) return []
  const marks = [coverMark(prefix)]
  const table = contents.find((range) => range.end <= firstItem)
  if (!table) return marks
  const start = contentsHeading(table.start, lines, text)
  if (start > 0) marks.push(gapMark(start, 'table_of_contents'))
  if (firstItem - table.end > MIN_FRONT_MATTER) marks.push(gapMark(table.end, 'before_first_item'))
  return marks
}

/** The line "Table of Contents" or "Index" belongs to the table below it. */
export function contentsHeading(start: number, lines: Line[], text: CanonicalText): number {
  const at = lineAt(lines, start)
  for (let index = at - 1; index >= Math.max(0, at - 6); index -= 1) {
    const line = lines[index] as Line
    if (/^(?:tableofcontents|index|contents)$/.test(squeeze(text.text.slice(line.start, line.end))))
      return line.start
  }
  return start
}
