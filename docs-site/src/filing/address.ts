/** What the address of a filing page chooses. */
export interface Choice {
  /** Key of what is read; the page decides when it is missing. */
  section?: string | undefined
  /** Part of a long section, from 1. */
  part?: number | undefined
  signal?: string | undefined
  evidence?: string | undefined
  /** Any stretch of any text of the filing: `{sequence}:{start}-{end}` in code points. */
  quote?: Quote | undefined
  /** The moment the page is true for. */
  as_of?: string | undefined
}

export interface Quote {
  sequence: number
  start: number
  end: number
}

type Given = Record<string, string | string[] | undefined>

/** Reads an address; what does not make sense is left out. */
export function readChoice(given: Given): Choice {
  const one = (name: string) => {
    const value = given[name]
    const text = (Array.isArray(value) ? value[0] : value)?.trim()
    return text ? text.slice(0, 120) : undefined
  }
  const matching = (name: string, pattern: RegExp) => {
    const value = one(name)
    return value && pattern.test(value) ? value : undefined
  }
  const part = matching('part', /^[1-9]\d{0,5}$/)
  return {
    section: matching('section', /^[0-9a-z._]+$/),
    part: part ? Number(part) : undefined,
    signal: matching('signal', /^sig_[0-9a-z]+$/),
    evidence: matching('evidence', /^evd_[0-9a-z]+$/),
    quote: readQuote(one('quote')),
    as_of: one('as_of'),
  }
}

function readQuote(text: string | undefined): Quote | undefined {
  const [, sequence, start, end] = /^(\d{1,9}):(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? []
  const quote = { sequence: Number(sequence), start: Number(start), end: Number(end) }
  return quote.end > quote.start ? quote : undefined
}

export type FilingView = 'text' | 'changes' | 'signals' | 'figures' | 'processing'

/** The address of a page about a filing, with what it chooses; the fragment is the caller's. */
export function filingHref(accessionNumber: string, choice: Choice = {}, view: FilingView = 'text'): string {
  const query = new URLSearchParams()
  const { quote, ...rest } = choice
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
  if (quote) query.set('quote', `${quote.sequence}:${quote.start}-${quote.end}`)
  const path = `/filings/${accessionNumber}${view === 'text' ? '' : `/${view}`}`
  const text = query.toString().replaceAll('%3A', ':')
  return text ? `${path}?${text}` : path
}

/** Leads to the quote itself, also for a reader without JavaScript: the server opens the section it stands in. */
export function evidenceHref(accessionNumber: string, evidence: string, as_of?: string): string {
  return `${filingHref(accessionNumber, { evidence, as_of })}#evidence-${evidence}`
}

export function signalHref(accessionNumber: string, signal: string, as_of?: string): string {
  return `${filingHref(accessionNumber, { signal, as_of })}#signal-${signal}`
}
