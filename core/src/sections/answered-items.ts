import type { CanonicalText } from '../documents/document.ts'
import { gapMark, type Mark } from './assemble.ts'
import { isWholeAnswer } from './body-note.ts'
import { type Line, lineAt } from './lines.ts'
import { isPageNumber } from './page-number.ts'

const MIN_AFTER_ANSWER = 300

/** What follows "None." under an item that asks one question is no part of it: exhibits, reports, officers. */
export function answeredItems(marks: Mark[], lines: Line[], text: CanonicalText): Mark[] {
  const starts = marks.map((mark) => mark.start).sort((one, other) => one - other)
  return marks.flatMap((mark) => {
    if (!mark.section_key || !/^10k(?:sb)?\.item_(?:1b|4|9|9c|16)$/.test(mark.section_key)) return []
    const end = starts.find((start) => start > mark.start) ?? text.text.length
    let at = lineAt(lines, mark.headingEnd)
    const answer = lines[at]
    if (!answer || answer.end > end || !isWholeAnswer(text.text.slice(answer.start, answer.end).trim()))
      return []
    for (at += 1; at < lines.length; at += 1) {
      const line = lines[at] as Line
      if (line.start >= end) return []
      const words = text.text.slice(line.start, Math.min(line.end, line.start + 60))
      if (line.kind === 'page_furniture' || isPageNumber(words) || /^\W*table of contents\W*$/i.test(words))
        continue
      return end - line.start < MIN_AFTER_ANSWER ? [] : [gapMark(line.start, 'after_answered_item')]
    }
    return []
  })
}
