import type { HeadingCatalogue } from './heading-catalogue.ts'
import { squeeze } from './title-match.ts'

/** The key a heading has in a catalogue, null when it has none. */
export type HeadingName = (heading: string) => string | null

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const PROPOSAL =
  /^\W{0,4}(?:stockholder |shareholder |management |company |board )?proposal\s{0,3}(?:no\b\.?|number|#|item)?\s{0,3}[:–—-]?\s{0,3}#?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|[ivx]{1,4})\b/i
const ITEM = /^\W{0,4}item\s{0,3}(?:no\b\.?\s{0,3})?(\d{1,2})\s{0,3}(?:[|.:–—-]|$)/i
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** What headings are compared by: letters and digits, every year alike. */
export function nameOf(heading: string): string {
  return squeeze(heading.replace(/\(continued\)|\bcontinued\b/i, '')).replace(/20\d\d/g, '20xx')
}

/** `proposal_2` for "Proposal No. 2", "PROPOSAL TWO: …", "Item 2 – …" of a proxy statement. */
export function proposalName(heading: string): string | null {
  const window = heading.slice(0, 60)
  const found = (PROPOSAL.exec(window) ?? ITEM.exec(window))?.[1]
  if (!found) return null
  const number =
    Number(found) || NUMBER_WORDS.indexOf(found.toLowerCase()) + 1 || ROMAN.indexOf(found.toUpperCase()) + 1
  return number > 0 ? `proposal_${number}` : null
}

// "Grants of Plan-Based Awards in 2019", "Security Ownership of Certain Beneficial Owners": the name and a little more.
const MIN_OPENING = 18
const MAX_MORE = 40
const ANNEX = /^\W{0,4}(?:appendix|annex)\s{1,3}([A-Z]|\d{1,2})(?![A-Za-z])/i

export function headingNames({ headings, proposals }: HeadingCatalogue): HeadingName {
  const keys = new Map(
    headings.flatMap(({ key, titles }) => titles.map((title) => [nameOf(title), key] as const)),
  )
  const openings = [...keys].filter(([name]) => name.length >= MIN_OPENING)
  return (heading) => {
    const proposal = proposals ? proposalName(heading) : null
    if (proposal) return proposal
    const annex = ANNEX.exec(heading)?.[1]
    if (annex) return `annex_${annex.toLowerCase()}`
    const name = nameOf(heading)
    // "Our Executive Compensation", "The Merger": an article or a possessive before the name.
    const exact = keys.get(name) ?? keys.get(name.replace(/^(?:our|the)(?=\w{8})/, ''))
    if (exact) return exact
    return openings.find(([one]) => name.startsWith(one) && name.length <= one.length + MAX_MORE)?.[1] ?? null
  }
}
