import { breaksSentence, type Candidate, CONTINUED, lineText } from './candidate.ts'
import { partLabel } from './item-label.ts'
import type { Line } from './lines.ts'
import { squeeze } from './title-match.ts'

/** A line that is the heading of a part. */
export function partCandidate(
  text: string,
  lines: Line[],
  index: number,
  raw: string,
  parts: Map<number, number>,
): Candidate | null {
  const line = lines[index] as Line
  if (line.end - line.start > 120) return null
  const label = partLabel(raw)
  const slot = label ? parts.get(label.part) : undefined
  if (!label || slot === undefined) return null
  const rest = raw.slice(label.rest)
  const named = /^\W*(?:other|financial|additional)?\s*(?:financial)?\s*information/i.test(rest)
  if (squeeze(rest).length > 0 && !named && !/^[\s|.\d]*$/.test(rest) && !/continued/i.test(rest)) return null
  const continued = CONTINUED.test(raw)
  let score = 1.2
  if (named) score += 0.6
  if (line.kind === 'heading' || line.bold) score += 0.4
  if (line.kind === 'page_furniture') score -= 1
  if (continued) score -= 1
  if (!line.opensParagraph && breaksSentence(text, lines, index)) score -= 1.5
  if (score <= 0) return null
  return {
    slot,
    alsoCovers: [],
    line: index,
    lastLine: index,
    start: line.start,
    headingEnd: line.end,
    heading: raw,
    similarity: named ? 1 : 0.5,
    found: 'part',
    score,
    prose: false,
    continued,
    inContents: false,
    pageNumber: /[\s|.]\d{1,3}[\s|]*$/.test(rest),
    leftOut: false,
  }
}

/** A line that is nothing but the exact, distinctive title of an item. */
export function titleCandidates(
  text: string,
  lines: Line[],
  index: number,
  raw: string,
  byTitle: Map<string, number[]>,
): Candidate[] {
  const line = lines[index] as Line
  if (line.end - line.start > 200) return []
  let lastLine = index
  let slots = byTitle.get(squeeze(raw))
  const next = lines[index + 1]
  if (!slots && next && raw.length >= 30 && next.end - next.start < 80) {
    // A long title is broken over two lines.
    slots = byTitle.get(squeeze(raw) + squeeze(text.slice(next.start, next.end)))
    lastLine = index + 1
  }
  if (!slots) return []
  // "D. Risk Factors" looks like an entry of a list, and other headings do not.
  if (line.kind === 'list_item' && !/^\W*[A-K]\W/.test(raw)) return []
  const stands =
    line.kind === 'page_furniture' ||
    line.kind === 'heading' ||
    line.bold ||
    !/[a-z]/.test(raw) ||
    line.opensParagraph
  if (!stands) return []
  return slots.map((slot) => ({
    slot,
    alsoCovers: [],
    line: index,
    lastLine,
    start: line.start,
    headingEnd: lines[lastLine]?.end ?? line.end,
    heading: lastLine > index ? `${raw} ${lineText(text, lines, lastLine, lastLine)}` : raw,
    similarity: 1,
    found: 'title',
    score:
      (line.kind === 'page_furniture' ? 0.1 : 0.5) +
      (line.kind === 'heading' ? 0.3 : 0) +
      (line.bold || !/[a-z]/.test(raw) ? 0.3 : 0),
    prose: false,
    continued: false,
    inContents: false,
    pageNumber: false,
    leftOut: false,
  }))
}
