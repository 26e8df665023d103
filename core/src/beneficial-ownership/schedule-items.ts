import { type ScheduleItem, scheduleItem } from './beneficial-ownership.ts'

const HEADING = /(?:^|\n) ?item ?(\d{1,2})\b/gi
const END = /\n ?signatures? ?(?:\n|$)/i
const LAST_ITEM = { '13D': 7, '13G': 10 }

/** The items below the cover pages, each from its heading to that of a later item, as far as the signatures. */
export function scheduleItems(text: string, schedule: '13D' | '13G'): ScheduleItem[] {
  const headings: { item: number; start: number }[] = []
  for (const match of text.matchAll(HEADING)) {
    const item = Number(match[1])
    const last = headings.at(-1)?.item ?? 0
    // Item 1(b) belongs to item 1; a smaller number is a reference at the beginning of a line.
    if (item > last && item <= LAST_ITEM[schedule]) headings.push({ item, start: match.index })
  }
  return headings.map(({ item, start }, index) => {
    const next = headings[index + 1]?.start
    const rest = text.slice(start, next)
    const end = next === undefined ? rest.search(END) : -1
    return scheduleItem(String(item), (end < 0 ? rest : rest.slice(0, end)).trim())
  })
}

/** What Items 1 and 2 of a Schedule 13G say again of the issuer. */
export interface IssuerItems {
  issuer_name: string | null
  issuer_address: string | null
  person_name: string | null
  citizenship: string | null
  security_title: string | null
  cusip: string | null
}

/** The captions of Items 1 and 2 in their order; a letter in parentheses stands before them, and a value after them. */
const LABELS: [keyof IssuerItems | 'person_address' | 'end', RegExp][] = [
  ['issuer_name', /\bname\s+of\s+(?:the\s+)?issuer\b/gi],
  [
    'issuer_address',
    /\b(?:address|name)\s+(?:of|or)\s+(?:the\s+)?issuer'?s\s+principal\s+(?:executive\s+)?offices?\b/gi,
  ],
  ['person_name', /\bnames?\s+of\s+persons?(?:\(s\))?\s+filing\b/gi],
  [
    'person_address',
    /\baddress(?:es)?\s+(?:of|or)\s+(?:the\s+)?principal\s+(?:business\s+)?offices?\b(?:\s*,?\s*or,?\s+if\s+none,?\s+residence)?/gi,
  ],
  ['citizenship', /\bcitizenship\b/gi],
  ['security_title', /\btitle\s+of\s+class(?:es)?\s+of\s+securit(?:y|ies)\b/gi],
  ['cusip', /\b(?:cusip|sedol)\s*(?:number|no\.?|#)/gi],
  ['end', /\n ?item ?[34]\b/gi],
]
const MAX_VALUE_CHARS = 600

/** Reads Items 1 and 2 of a Schedule 13G below the cover pages. "See cover page" is no answer. */
export function issuerItems(text: string): IssuerItems {
  const found: { label: string; start: number; end: number }[] = []
  let from = Math.max(0, text.search(/(?:^|\n) ?item ?1\b/i))
  for (const [label, pattern] of LABELS) {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (!match) continue
    from = match.index + match[0].length
    found.push({ label, start: match.index, end: from })
  }
  const valueAfter = (label: keyof IssuerItems) => {
    const index = found.findIndex((one) => one.label === label)
    const at = found[index]
    if (!at) return null
    const stop = Math.min(found[index + 1]?.start ?? at.end + MAX_VALUE_CHARS, at.end + MAX_VALUE_CHARS)
    return answer(text.slice(at.end, stop), label === 'issuer_address' ? ', ' : ' ')
  }
  return {
    issuer_name: valueAfter('issuer_name'),
    issuer_address: valueAfter('issuer_address'),
    person_name: valueAfter('person_name'),
    citizenship: valueAfter('citizenship'),
    security_title: valueAfter('security_title'),
    cusip: valueAfter('cusip'),
  }
}

const NEXT_LETTER = /(?:item ?)?\d? ?\(?\b[a-e][).] ?[-.:\u2013]? ?$/i

/** A value: its lines joined, without the heading that begins the next one. */
function answer(raw: string, joint: string): string | null {
  const value = raw
    .replace(/\n ?item ?\d.*$/is, '')
    .replace(NEXT_LETTER, '')
    .trim()
    .replace(/^[\s:;.,*)\u2013-]+/, '')
    .replace(/,?\s*\n\s*/g, (ending) => (ending.startsWith(',') ? ', ' : joint))
    .replace(/[\s:;,]+$/, '')
  if (value === '' || /^\(?see\b|^not applicable\b|^n\/a\b/i.test(value)) return null
  return value
}
