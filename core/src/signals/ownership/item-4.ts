import type { ReadDocument } from '../filing-under-read.ts'

export const ITEM_4_CLASSES = ['control', 'board', 'strategic', 'passive_investment', 'other'] as const
export type Item4Class = (typeof ITEM_4_CLASSES)[number]

/** Words that commit to something, by class; the class that comes first wins. */
const CUES: readonly { class: Item4Class; cue: RegExp }[] = [
  {
    class: 'control',
    cue: /\b(?:merger agreement|agreement and plan of merger|business combination agreement|tender offer|exchange offer|going[- ]private|take[- ]private|acquire (?:all|100%) of the|acquire (?:the )?(?:remaining|control)|acquisition of (?:all|control)|change (?:of|in) control|obtain(?:ed|ing)? control|controlling (?:share|stock)holder|majority (?:of the )?voting power|non-?binding (?:proposal|indication|offer|letter))\b/i,
  },
  {
    class: 'board',
    cue: /\b(?:nominat(?:e|ed|es|ing|ion|ions)|nominees?|board (?:representation|designees?|observer)|seats? on the (?:issuer.s |company.s )?board|designat(?:e|ed|es) (?:\w+ ){0,6}(?:directors?|(?:to|on) the board)|director designees?|right to (?:appoint|designate|nominate)|solicit(?:ation of)? proxies|proxy (?:contest|solicitation|statement)|cooperation agreement|(?:elected|appointed|election|appointment) (?:\w+ ){0,6}(?:to|on) the (?:issuer.s |company.s )?board|serv(?:es|ing) (?:\w+ ){0,4}(?:as a director|on the (?:issuer.s |company.s )?board)|consent solicitation|special meeting of (?:share|stock)holders)\b/i,
  },
  {
    class: 'strategic',
    cue: /\b(?:strategic alternatives|strategic (?:review|transaction|options|direction)|sale of the (?:company|issuer)|(?:enhanc|maximiz|unlock|increas)\w+ (?:share|stock)holder value|undervalued|letter to (?:the )?(?:board|management|chairman|issuer|company)|(?:discussions?|communicat\w+|dialogue|engaged?|met|meetings?|conversations?) with (?:\w+[,'\u2019]? ){0,6}(?:management|board|directors)|operational (?:improvements?|matters)|capital allocation|spin-?off|cost (?:reductions?|structure))\b/i,
  },
]
const PASSIVE =
  /\b(?:(?:for|as an?) investments?(?! (?:compan|advis|fund|manag|vehicle|strateg|bank))|investment purposes?|purposes? of investment|passive investment|in the ordinary course of (?:its |their |his |her |the )?(?:investment )?business)/i

/**
 * What a sentence of possibilities is made of. Nearly every Item 4 lists all that the form asks about as something that may
 * happen or is not planned; such a sentence commits to nothing.
 */
const POSSIBLE =
  /\b(?:may(?! \d)|might|could|would|reserves?|reserved|no (?:present|current|specific|definitive)? ?(?:plans?|intentions?|proposals?|agreements?)|(?:does|do|did|has|have|had) not|not (?:have|has|presently|currently)|neither|none of|nor|except as|other than as|otherwise described|items? ?(?:4 ?)?\(?a\)? ?(?:through|to|-|\u2013) ?\(?j\)?|clauses? \(a\)|matters (?:set forth|described|specified|referred)|depending (?:on|upon)|from time to time|whether or not|if any|in the future)\b/i

/** A sentence of Item 4 that decides its class. */
export interface Item4Reading {
  class: Item4Class
  start: number
  end: number
  /** Whether the item is longer than what was looked at. */
  is_cut: boolean
}

const HEADING = /(?:^|\n)[ \t|*]*item[ \t\u00a0]*4\b/gi
const NEXT_HEADING = /\n[ \t|*]*item[ \t\u00a0]*5\b/gi
const MAX_ITEM_CHARS = 40_000
/** Less than this between two headings is a table of contents. */
const MIN_ITEM_CHARS = 60

/** Shorter sentences are headings: "Item 4.", "Purpose of Transaction." */
const MIN_TOLD_CHARS = 40

/** Where Item 4 stands in a typed schedule: the last heading of it that Item 5 follows. */
export function item4Range(text: string): { start: number; end: number } | null {
  let found: { start: number; end: number } | null = null
  let next = -1
  for (const match of text.matchAll(HEADING)) {
    const start = match.index + match[0].search(/item/i)
    if (next < start) {
      NEXT_HEADING.lastIndex = start
      const heading = NEXT_HEADING.exec(text)
      if (!heading) break
      next = heading.index
    }
    if (next - start > MIN_ITEM_CHARS) found = { start, end: next }
  }
  return found
}

/** The longest schedules have some hundred thousand characters. */
const MAX_SEARCHED_CHARS = 4_000_000

/** Where the words of an XML schedule's Item 4 stand in the canonical text of it, white space apart. */
export function findCollapsed(text: string, wanted: string): { start: number; end: number } | null {
  const needle = wanted.replace(/\s+/g, ' ').trim()
  if (needle === '' || text.length > MAX_SEARCHED_CHARS) return null
  const at: number[] = []
  let collapsed = ''
  for (let index = 0; index < text.length; index++) {
    const isSpace = /\s/.test(text[index] as string)
    if (isSpace && (collapsed === '' || collapsed.endsWith(' '))) continue
    collapsed += isSpace ? ' ' : text[index]
    at.push(index)
  }
  const found = collapsed.indexOf(needle)
  if (found < 0) return null
  return { start: at[found] as number, end: (at[found + needle.length - 1] as number) + 1 }
}

/** Classes Item 4 by its sentences; the first sentence that decides is what a reader is shown. */
export function classifyItem4(text: string, start: number, end: number): Item4Reading {
  const last = Math.min(end, start + MAX_ITEM_CHARS)
  const sentences = sentencesOf(text, start, last)
  const firm = sentences.filter((one) => !POSSIBLE.test(text.slice(one.start, one.end)))
  for (const { class: name, cue } of CUES) {
    const sentence = firm.find((one) => cue.test(text.slice(one.start, one.end)))
    if (sentence) return { class: name, ...sentence, is_cut: last < end }
  }
  const passive = sentences.find((one) => PASSIVE.test(text.slice(one.start, one.end)))
  if (passive) return { class: 'passive_investment', ...passive, is_cut: last < end }
  const told = sentences.find((one) => one.end - one.start > MIN_TOLD_CHARS)
  return { class: 'other', ...(told ?? { start, end: last }), is_cut: last < end }
}

/** Sentences between two places: they end at a full stop before a capital letter, and with a paragraph. */
export function sentencesOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const BREAK = /[.;!?]["'\u2019\u201d)]*\s+(?=["'\u201c(]*[A-Z])|\n\s*\n/g
  BREAK.lastIndex = start
  let from = start
  for (;;) {
    const match = BREAK.exec(text)
    if (!match || match.index >= end) break
    const to = match.index + match[0].trimEnd().length
    // "Mr. Icahn", "No. 4", "Inc. The" end no sentence before a few letters.
    if (
      match[0].startsWith('.') &&
      /\b(?:Mr|Mrs|Ms|Dr|No|Messrs|St|vs|Inc|Corp|Co|Ltd|[A-Z])$/.test(
        text.slice(Math.max(from, match.index - 8), match.index),
      )
    )
      continue
    push(found, text, from, to)
    from = match.index + match[0].length
  }
  push(found, text, from, end)
  return found
}

function push(found: { start: number; end: number }[], text: string, from: number, to: number) {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start] as string)) start++
  while (end > start && /\s/.test(text[end - 1] as string)) end--
  if (end - start > 2) found.push({ start, end })
}

/** Where Item 4 stands in the document. */
export function item4In(
  document: ReadDocument,
  source: 'xml' | 'text',
  itemText: string | null,
): { start: number; end: number } | null {
  const text = document.text?.text
  if (!text) return null
  return source === 'xml' ? (itemText === null ? null : findCollapsed(text, itemText)) : item4Range(text)
}
