import { isMarked, markedRules } from './check-boxes.ts'
import { cusipsIn } from './cusip.ts'
import { oneLineOf } from './schedule-text.ts'
import { writtenDate } from './written-date.ts'

/** What the first page of a schedule says of the issuer and the event. */
export interface CoverPage {
  issuer_name: string | null
  security_title: string | null
  cusips: string[]
  notices_to: string | null
  event_date: string | null
  amendment_number: number | null
  rules: string[]
  previously_filed_13g: boolean | null
}

type Field = 'issuer_name' | 'security_title' | 'cusip' | 'notices_to' | 'event_date'

/** The form prints each value above its caption in parentheses; the captions are in this order. */
const CAPTIONS: { field: Field; caption: RegExp; leading: RegExp }[] = [
  {
    field: 'issuer_name',
    caption: /\(\s*name\s+of\s+(?:the\s+)?(?:issuer|subject\s+company)\s*\)/gi,
    leading: /(?:^|\n) ?name\s+of\s+(?:the\s+)?issuer ?: ?([^\n]+)/i,
  },
  {
    field: 'security_title',
    caption: /\(\s*titles?\s+of\s+(?:each\s+)?class(?:es)?\s+of\s+securit(?:y|ies)\s*\)/gi,
    leading: /(?:^|\n) ?title\s+of\s+class\s+of\s+securities ?: ?([^\n]+)/i,
  },
  {
    field: 'cusip',
    caption:
      /\(\s*(?:cusip|sedol|isin|cins)(?:\s*(?:\/|or)\s*(?:cusip|sedol|isin|cins))*\s*(?:numbers?|nos?\.?|#)?(?:\s+of\s+class\s+of\s+securities)?\s*\)/gi,
    leading: /(?:^|\n) ?cusip\s*(?:numbers?|nos?\.?|#) ?[:.]? ?([^\n]+)/i,
  },
  {
    field: 'notices_to',
    caption:
      /\(\s*names?,\s+address(?:es)?,?\s+and\s+telephone\s+numbers?\s+of\s+(?:the\s+)?persons?\s+authorized\s+to\s+receive\s+notices\s+and\s+communications\s*\)/gi,
    leading: /$^/,
  },
  {
    field: 'event_date',
    caption:
      /\(\s*dates?\s+of\s+event\s+which\s+requires\s+(?:the\s+)?filing\s+of\s+this\s+(?:statement|schedule)\s*\)/gi,
    leading: /(?:^|\n) ?date\s+of\s+event\s+which\s+requires\s+filing\s+of\s+this\s+statement ?: ?([^\n]+)/i,
  },
]

// The first page is short; what follows are the persons' pages or, in the shortest schedules, the items.
const MAX_COVER_CHARS = 12_000
const MAX_FORM_LINE_CHARS = 120
/** Lines of the form itself that may stand right above the name of the issuer. */
const FORM_LINE =
  /^\W*(?:(?:united states\s*)?(?:securities and exchange commission)?\W*(?:washington,?\s*d\.?\s?c\.?\W*\d*)?|schedule\s+13[dg]\b.*|under the securities (?:and )?(?:exchange )?act of 1934.*|\(?\s*amendment\s*no\b.*|\(?rule\s+13d-10\d.*|.*\bpursuant\s+to\s+(?:rules?\s+)?13d-[12].*|.*\bfiled\s+pursuant\s+to\s*|.*\bto be included in statements\b.*|initial filing|\(?final amendment\)?\*?|[\w.-]+\.(?:txt|htm))\W*$/i

/** Reads the first page: the part of the text before the first person's page. */
export function coverPage(text: string): CoverPage {
  const cover = text.slice(0, MAX_COVER_CHARS)
  const values = captioned(cover)
  const value = (field: Field) => values.get(field) ?? led(cover, field)
  const cusip = value('cusip')
  const day = value('event_date')
  return {
    issuer_name: nameOf(values.get('issuer_name')) ?? single(led(cover, 'issuer_name')),
    security_title: single(value('security_title')),
    cusips: cusip === null ? [] : cusipsIn(oneLineOf(cusip)),
    notices_to: withCommas(values.get('notices_to') ?? null),
    event_date: day === null ? null : writtenDate(day),
    amendment_number: amendmentNumber(cover),
    rules: markedRules(cover),
    previously_filed_13g: previouslyFiled(cover),
  }
}

/** The text above each caption, back to the caption before it. */
function captioned(cover: string): Map<Field, string> {
  const values = new Map<Field, string>()
  let from = 0
  for (const { field, caption } of CAPTIONS) {
    caption.lastIndex = from
    const match = caption.exec(cover)
    if (!match) continue
    values.set(field, cover.slice(from, match.index))
    from = match.index + match[0].length
  }
  return values
}

/** The value on the line of a caption that comes first: `Name of issuer: …`. */
function led(cover: string, field: Field): string | null {
  const { leading } = CAPTIONS.find((one) => one.field === field) ?? {}
  return leading?.exec(cover)?.[1] ?? null
}

/** The last paragraph above the caption, without the lines of the form. */
function nameOf(above: string | undefined): string | null {
  if (above === undefined) return null
  const lines = above.trimEnd().split('\n')
  const name: string[] = []
  for (const line of lines.reverse()) {
    if (line.trim() === '' ? name.length > 0 : FORM_LINE.test(line.slice(0, MAX_FORM_LINE_CHARS))) break
    if (line.trim() !== '') name.unshift(line)
  }
  return single(name.join(' '))
}

function single(text: string | null): string | null {
  const line = oneLineOf(text ?? '').slice(0, 300)
  return line === '' ? null : line
}

function withCommas(text: string | null): string | null {
  const line = oneLineOf((text ?? '').trim().replace(/,?\s*\n\s*/g, ', ')).slice(0, 1000)
  return line === '' ? null : line
}

/** "… on Schedule 13G to report the acquisition …, check the following box [ ]." */
function previouslyFiled(cover: string): boolean | null {
  const box =
    /\bpreviously\s+filed\s+a\s+statement\s+on\s+schedule\s+13g\b[^\n]{0,400}?check\s+the\s+following\s+box\s*[.:]?([^\n]{0,12})/i
  const match = box.exec(cover.replace(/\n(?!\n)/g, ' '))
  return match ? isMarked(match[1] ?? '') : null
}

function amendmentNumber(cover: string): number | null {
  const match = /\bamendment\s+(?:no\.?|number)\s*[:.]?\s*(\d{1,3})\b/i.exec(cover)
  return match ? Number(match[1]) : null
}
