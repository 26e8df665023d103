const SHORT_BODY = 2500
const MENTION = 700
const MAX_OWN_WORDS = 350

/**
 * What a short item body says instead of the disclosure: `reserved`, `incorporated_by_reference`, `not_applicable`,
 * `refers_elsewhere` (to another place of the same filing); null
 * when it says something of its own.
 */
export function bodyNote(heading: string, body: string): string | null {
  const trimmed = body.trim()
  const start = `${heading} ${trimmed.slice(0, 200)}`
  if (trimmed.length < 200 && /\b(?:removed and )?reserved\b/i.test(start)) return 'reserved'
  if (trimmed.length > SHORT_BODY) return null
  if (refersElsewhere(trimmed)) return 'incorporated_by_reference'
  if (trimmed.length <= MENTION && saysNothing(trimmed)) return 'not_applicable'
  if (trimmed.length <= MENTION && pointsElsewhere(trimmed)) return 'refers_elsewhere'
  return null
}

/** The reference is what the body says: without the sentences that refer, little is left. */
function refersElsewhere(body: string): boolean {
  const sentences = body.split(/(?<=[.;])\s+(?=[A-Z(“"])/)
  const own = sentences.filter((sentence) => !isReference(sentence)).join(' ')
  return own.length < body.length && own.length <= MAX_OWN_WORDS
}

function isReference(sentence: string): boolean {
  return (
    /incorporat(?:ed|ion)\s+(?:herein\s+|in\s+this\s+[\w\s-]{1,40}\s+)?by\s+(?:this\s+)?reference/i.test(
      sentence,
    ) ||
    /\bincorporated\s+(?:herein|into)\b/i.test(sentence) ||
    /\b(?:set forth|contained|included|appear(?:s|ing)?|presented|described|found|reported|see|reference is made)\b[\s\S]{0,200}\b(?:annual report to|proxy statement|exhibit 13|annual report to (?:share|stock)[\s-]?(?:holders|owners))/i.test(
      sentence,
    )
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
