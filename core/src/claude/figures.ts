/** A figure as a text writes it. */
export interface Figure {
  value: number
  percent: boolean
  currency: boolean
  per_share: boolean
  start: number
  end: number
}

const FIGURE =
  /(\()?\s?([-\u2212\u2013])?\s?((?:US|U\.S\.)?\s?\$|\u20ac|\u00a3)?\s?(\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)(\))?\s?(%|percent\b|percentage points?\b|basis points?\b|bps\b|thousand\b|million\b|billion\b|trillion\b)?(\s?\))?(\s+per\s+(?:diluted\s+|basic\s+)?(?:common\s+)?share\b)?/giu

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

/** Every figure of a short text, in its order. Numbers are read by us; nobody's arithmetic is trusted. */
export function figuresOf(text: string): Figure[] {
  const figures: Figure[] = []
  for (const match of text.slice(0, 2_000).matchAll(FIGURE)) {
    const [whole, open, minus, currency, digits = '', close, unit = '', closeAfter, share] = match
    const before = text[match.index - 1] ?? ''
    if (/[\p{L}\p{N}.,]/u.test(before) && /^\d/.test(whole)) continue
    // A dash between two figures is a range, not a sign.
    const isRange =
      minus !== undefined && (/[\d%)]\s?$/.test(text.slice(0, match.index)) || /\d\s?$/.test(before))
    const negative = (minus !== undefined && !isRange) || (open !== undefined && Boolean(close ?? closeAfter))
    const word = unit.toLowerCase()
    const basisPoints = /^(?:basis|bps)/.test(word)
    const value = Number(digits.replaceAll(',', '')) * (SCALES[word] ?? 1) * (basisPoints ? 0.01 : 1)
    figures.push({
      value: round(negative ? -value : value),
      percent: /^(?:%|percent)/.test(word) || basisPoints,
      currency: currency !== undefined,
      per_share: share !== undefined,
      start: match.index,
      end: match.index + whole.length,
    })
  }
  return figures
}

function round(value: number): number {
  return Number(value.toPrecision(12))
}

export interface FigureRange {
  low: number
  high: number
  percent: boolean
}

/**
 * The figure or range a text states: "$1.05 to $1.10", "8%", "1.2-1.3 billion". A scale or percent sign on the second figure
 * counts for the first as well. Null when it states none, more than two, or two of different kinds.
 */
export function rangeOf(text: string): FigureRange | null {
  const figures = figuresOf(text)
  const [first, second] = figures
  if (!first || figures.length > 2) return null
  if (!second) return { low: first.value, high: first.value, percent: first.percent }
  const scale = scaleOf(text.slice(second.start, second.end))
  const bare = scaleOf(text.slice(first.start, first.end)) === 1 && !first.percent
  const low = bare ? round(first.value * scale) : first.value
  const percent = second.percent
  if (first.percent && !second.percent) return null
  if (first.currency && second.percent) return null
  return low <= second.value ? { low, high: second.value, percent } : null
}

function scaleOf(text: string): number {
  for (const [word, scale] of Object.entries(SCALES)) if (text.toLowerCase().includes(word)) return scale
  return 1
}

/** The numbers of a text as they are written, sorted: two texts with the same list say the same numbers. */
export function numbersIn(text: string): string[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((each) => each.replaceAll(',', '')).sort()
}
