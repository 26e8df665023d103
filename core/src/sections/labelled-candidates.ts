import { breaksSentence, type Candidate, CONTINUED, HEADING_WINDOW, lineText } from './candidate.ts'
import { itemLabels } from './item-label.ts'
import { type CatalogueItem, isCredible, isInForce } from './items.ts'
import type { Line } from './lines.ts'
import { endsInPageNumber } from './page-number.ts'
import type { Slot, SlotList } from './slots.ts'
import { matchTitle, squeeze } from './title-match.ts'

const RUN_IN = 260

const PROSE_AFTER_NUMBER =
  /^(?:\([a-z0-9]{1,4}\)\s*)*(?:of|in|above|below|and|or|to|under|herein|hereof|is|are|was|were|has|have|shall|should|will|which|that|for|on|with|by|as|also|set|section|sections|contained|included|entitled|captioned|we|our|discussion|disclosure under|information set|information required|pursuant)\b/
const PROSE_AFTER_TITLE =
  /^\s*["”’')\]]*\s*[,;]?\s*(?:\(?(?:of|in|above|below|herein|hereof|under|section|included|contained|beginning|appearing|set forth|elsewhere|and elsewhere|and in|and under|and the)\b|and (?:part|item|["“])|[-–—]\s*["“])/i
const QUOTED = /^["“‘]/

/** Readings of a line that begins with an item number, the best for each slot. */
export function labelledCandidates(
  text: string,
  lines: Line[],
  index: number,
  raw: string,
  list: SlotList,
  byNumber: Map<string, number[]>,
): Candidate[] {
  const line = lines[index] as Line
  const best = new Map<number, Candidate>()
  for (const label of itemLabels(raw, list.style)) {
    const first = label.numbers[0] ?? ''
    for (const slot of byNumber.get(first) ?? []) {
      const { item, part } = list.slots[slot] as Slot
      if (!item || (label.part !== null && part !== null && label.part !== part)) continue
      const alsoCovers = label.numbers.slice(1).flatMap((number) => {
        const same = byNumber.get(number) ?? []
        const other = same.find((one) => list.slots[one]?.part === part) ?? same[0]
        return other === undefined || other === slot ? [] : [other]
      })
      const head = headingText(text, lines, index, raw, label.rest)
      const title = combinedTitle(
        head.text,
        [slot, ...alsoCovers].map((one) => list.slots[one] as Slot),
      )
      if (!label.hasWord && (title.similarity < 1 || raw.length > 160)) continue
      alsoCovers.push(...itemsAfterTitle(head.text.slice(title.end), title.end, list, byNumber, part))
      const after = title.end ? head.text.slice(title.end) : ''
      const rest = raw.slice(label.rest)
      const prose =
        PROSE_AFTER_NUMBER.test(rest) ||
        QUOTED.test(rest) ||
        /^[“"]/.test(raw.trimStart()) ||
        (title.end > 0 && PROSE_AFTER_TITLE.test(after)) ||
        (!line.opensParagraph && breaksSentence(text, lines, index) && title.similarity < 1)
      const long = line.end - line.start > RUN_IN
      const heading = long && title.end ? raw.slice(0, label.rest + title.end) : raw
      const candidate: Candidate = {
        slot,
        alsoCovers,
        line: index,
        lastLine: head.lastLine,
        start: line.start,
        headingEnd: long
          ? line.start + Math.min(raw.length, label.rest + title.end)
          : (lines[head.lastLine]?.end ?? line.end),
        heading:
          head.lastLine > index && !long
            ? `${raw} ${lineText(text, lines, index + 1, head.lastLine)}`
            : heading,
        similarity: title.similarity,
        found: 'label',
        score: 0,
        prose,
        continued: CONTINUED.test(raw),
        inContents: false,
        leftOut: /(?:[|\s](?:n\/?a|not applicable|none|omitted)|\*)[\s|.]*$/i.test(raw),
        pageNumber: !long && endsInPageNumber(text, lines, index, head.lastLine, raw, label.rest),
      }
      candidate.score = lookScore(
        candidate,
        line,
        raw,
        label.hasWord,
        long,
        list.filedOn,
        item,
        rest.trim() === '',
      )
      const rival = best.get(slot)
      if (!rival || rival.score < candidate.score) best.set(slot, candidate)
    }
  }
  return [...best.values()].filter((candidate) => candidate.score > 0)
}

/** The further items of "Item 1. Business and Item 2. Properties". */
function itemsAfterTitle(
  rest: string,
  titleEnd: number,
  list: SlotList,
  byNumber: Map<string, number[]>,
  part: number | null,
): number[] {
  const number =
    titleEnd > 0 ? /^\W{0,4}(?:and|&)?\s{0,3}items?\s{1,3}(\d{1,2}[A-C]?)\b/i.exec(rest)?.[1] : undefined
  const same = number ? (byNumber.get(number.toUpperCase()) ?? []) : []
  const slot = same.find((one) => list.slots[one]?.part === part)
  return slot === undefined ? [] : [slot]
}

/** Points for a labelled line: its title, its look, and signs that it is a sentence. */
function lookScore(
  candidate: Candidate,
  line: Line,
  raw: string,
  hasWord: boolean,
  long: boolean,
  filedOn: string,
  item: CatalogueItem,
  bareLabel: boolean,
): number {
  let score = hasWord ? 1.2 : 0.3
  if (candidate.similarity >= 0.3) score += 2.5 * candidate.similarity
  else if (!bareLabel) score -= 0.6
  if (line.kind === 'heading') score += 0.5
  if (line.bold) score += 0.4
  if (/^\W*(?:PART\b.*)?I\s?T\s?E\s?M/.test(raw)) score += 0.2
  if (line.kind === 'page_furniture') score -= 1.2
  if (long) score -= candidate.similarity === 1 ? 0.3 : 1.2
  if (candidate.prose) score -= 2.6
  if (candidate.continued) score -= 1.5
  if (!line.opensParagraph && !line.bold && line.kind === 'paragraph') score -= 0.3
  if (!isInForce(item, filedOn)) score -= isCredible(item, filedOn) ? 0.3 : 2
  return score
}

/** The title text of a heading: the rest of the line and, when the title is cut or missing there, the next lines. */
function headingText(
  text: string,
  lines: Line[],
  index: number,
  raw: string,
  rest: number,
): { text: string; lastLine: number } {
  let heading = raw.slice(rest).replaceAll('|', ' ').trim()
  let lastLine = index
  const line = lines[index] as Line
  if (line.end - line.start > RUN_IN) return { text: heading, lastLine }
  for (let next = index + 1; next <= index + 3 && next < lines.length; next += 1) {
    const following = lines[next] as Line
    const missing = squeeze(heading).length < 3
    const runsOn =
      !following.opensParagraph && following.end - following.start < 160 && !/[.:]\s*$/.test(heading)
    if (!missing && !runsOn) break
    if (following.end - following.start > HEADING_WINDOW) break
    const slice = text.slice(following.start, Math.min(following.end, following.start + HEADING_WINDOW))
    if (/^\W*(?:items?\s*\d|part\s+[iv1-4]+\b)/i.test(slice)) break
    heading = `${heading} ${slice.replaceAll('|', ' ').trim()}`.trim()
    lastLine = next
    if (heading.length > 200) break
  }
  return { text: heading, lastLine: missingOnly(lastLine, index, raw, rest) }
}

/** Lines joined only to compare the title do not belong to the heading unless the label stood alone or was cut. */
function missingOnly(lastLine: number, index: number, raw: string, rest: number): number {
  return squeeze(raw.slice(rest)).length < 3 ? Math.min(lastLine, index + 1) : index
}

/** For "Items 1 and 2. Business and Properties" any of the titles may come first; for one slot it is its own. */
function combinedTitle(heading: string, slots: Slot[]): { similarity: number; end: number } {
  let best = { similarity: 0, end: 0 }
  for (const { item } of slots) {
    if (!item) continue
    const match = matchTitle(heading, item)
    if (match.similarity > best.similarity) best = match
  }
  return best
}
