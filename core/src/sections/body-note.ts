import type { CanonicalText } from '../documents/document.ts'
import { type Line, lineAt } from './lines.ts'
import { isPageNumber } from './page-number.ts'

const SHORT_BODY = 2500
const MENTION = 700
// "Our stock is listed on the New York Stock Exchange." is a disclosure; "(a)" and "Part III" are none.
const MAX_OWN_WORDS = 120

/** The body of a section as far as `bodyNote` looks at it: without page numbers and running headers. */
export function shownBody(text: CanonicalText, lines: Line[], from: number, to: number): string {
  if (to - from > 2 * SHORT_BODY) return text.text.slice(from, from + 2 * SHORT_BODY)
  const shown: string[] = []
  for (let index = lineAt(lines, from); index < lines.length; index += 1) {
    const line = lines[index] as Line
    if (line.start >= to) break
    const content = text.text.slice(Math.max(line.start, from), Math.min(line.end, to))
    if (line.kind === 'page_furniture' || isPageNumber(content) || isRunningHeader(content)) continue
    shown.push(content)
  }
  return shown.join('\n')
}

function isRunningHeader(line: string): boolean {
  return line.length <= 40 && /^\W*table of contents\W*$/i.test(line)
}

/**
 * What a short item body says instead of the disclosure: `reserved`, `incorporated_by_reference`, `not_applicable`,
 * `refers_elsewhere` (to another place of the same filing); null when it says something of its own.
 */
export function bodyNote(heading: string, body: string): string | null {
  const trimmed = body.trim()
  const start = `${heading} ${trimmed.slice(0, 200)}`
  if (trimmed.length < 200 && /\b(?:removed and )?reserved\b/i.test(start)) return 'reserved'
  if (trimmed.length > SHORT_BODY) return null
  // The list of exhibits is the disclosure, however much of it refers to other filings.
  const listsExhibits = /\bexhibits\b/i.test(heading)
  if (!listsExhibits && refersElsewhere(trimmed)) return 'incorporated_by_reference'
  if (trimmed.length <= MENTION && saysNothing(trimmed)) return 'not_applicable'
  if (trimmed.length <= MENTION && pointsElsewhere(trimmed)) return 'refers_elsewhere'
  return null
}

/** The reference is what the body says: without the sentences that refer, little is left. */
function refersElsewhere(body: string): boolean {
  const sentences = body.split(/(?<=[.;:])\s+(?=[A-Z(“"*•])/)
  const own = sentences.filter((sentence) => !saysReference(sentence) && !followsReference(sentence))
  return own.join(' ').length <= MAX_OWN_WORDS && sentences.some(saysReference)
}

/** A sentence that leaves the disclosure to another document. */
export function saysReference(sentence: string): boolean {
  return (
    /incorporat(?:ed|ion|ing)\s+(?:herein\s+|therein\s+|in\s+this\s+[\w\s-]{1,40}\s+|into\s+[\w\s,.-]{1,60}\s+)?by\s+(?:this\s+)?reference/i.test(
      sentence,
    ) ||
    /\bincorporated\s+(?:herein|into)\b/i.test(sentence) ||
    /\b(?:set forth|contained|included|appear(?:s|ing)?|presented|described|found|reported|see|reference is made)\b[\s\S]{0,200}\b(?:annual report to|proxy statement|exhibit 13|annual report to (?:share|stock)[\s-]?(?:holders|owners))/i.test(
      sentence,
    )
  )
}

/** What belongs to a reference: "Such information is included in an exhibit.", "The following:", a caption of a list. */
function followsReference(sentence: string): boolean {
  return (
    /^\W*(?:such|that|this|the foregoing|the following|portions of (?:such|that|the))\s+(?:information|annual report|proxy|sections?|captions?|portions?)\b/i.test(
      sentence,
    ) ||
    /\b(?:proxy statement|annual report to|information statement|exhibit 13|form 14c|regulation 14a)\b/i.test(
      sentence,
    ) ||
    /^\W*(?:information|the information)\b[^.]{0,120}\b(?:this item|item \d)/i.test(sentence) ||
    /^\W*(?:see|see also)\b/i.test(sentence)
  )
}

const OPENS_WITH_NOTHING =
  /^\W*(?:\(?[a-c]\)\s*)?(?:not\s+applicable|none|no(?:t|ne)?\s+required|not required|n\/a|omitted|inapplicable|nothing to report|there (?:are|were|is|was) no\b|no (?:matters|unresolved|disclosures?|change|report|items)\b)/i

/** A paragraph that is the whole answer to its item: "None.", "Not applicable." */
export function isWholeAnswer(paragraph: string): boolean {
  return paragraph.length <= 120 && OPENS_WITH_NOTHING.test(paragraph)
}

function saysNothing(body: string): boolean {
  if (OPENS_WITH_NOTHING.test(body)) return body.length < 300 || !/\([b-d]\)/i.test(body)
  // "We are a smaller reporting company and are not required to provide this information."
  return body.length < 400 && !/\([b-d]\)/i.test(body) && /\bnot (?:applicable|required)\b/i.test(body)
}

function pointsElsewhere(body: string): boolean {
  return /\b(?:see|refer to|reference is made to|set forth|included|contained|presented|appear(?:s|ing)?|begin(?:s|ning)?|found|listed|discussed|described|provided|following)\b[^.]{0,160}\b(?:item\s?\d|note\s?\d|notes\b|page|pages|F-\d|exhibit|part\s(?:i|ii|iii|iv)\b|index|elsewhere|section|caption|heading|annual report|form 10-)/i.test(
    body,
  )
}
