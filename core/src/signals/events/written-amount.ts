/** An amount of dollars as a sentence writes it. */
export interface WrittenAmount {
  usd: number
  start: number
  end: number
}

const AMOUNT =
  /(?<![\p{L}\d])(?:US ?|USD ?)?\$ ?(\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?|\d{1,9}(?:\.\d{1,3})?)(?: ?(thousand|million|billion|MM|M\b|B\b))?/gu
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  MM: 1e6,
  M: 1e6,
  billion: 1e9,
  B: 1e9,
}

/** Dollar amounts of a text on one line, in order. Amounts of other dollars (`C$`, `A$`) and of other money are none. */
export function writtenAmounts(text: string): WrittenAmount[] {
  return [...text.matchAll(AMOUNT)].map((match) => {
    const [found, digits = '', scale] = match
    const amount = Number(digits.replaceAll(',', '')) * (SCALES[scale ?? ''] ?? 1)
    // 1.1 × 1,000,000 is not exact in binary; cents are as fine as such amounts get.
    return { usd: Math.round(amount * 100) / 100, start: match.index, end: match.index + found.length }
  })
}

/**
 * The smallest and largest of the amounts when they can only be one figure or one range: a single amount, or two with "to"
 * or "and" between them. Null when there are others, of which nobody could say which is meant.
 */
export function oneAmountOrRange(text: string): { low: number; high: number } | null {
  const amounts = writtenAmounts(text)
  const [first, second] = amounts
  if (!first) return null
  if (amounts.every(({ usd }) => usd === first.usd)) return { low: first.usd, high: first.usd }
  if (!second || amounts.length > 2) return null
  const between = text.slice(first.end, second.start)
  if (!/^ ?(?:to|and|-|–|—) ?(?:approximately |about )?$/.test(between)) return null
  // "$5 to $7 million": the scale stands behind the second figure alone.
  const scaled = /\b(thousand|million|billion)$/.exec(text.slice(second.start, second.end))?.[1]
  const bare = !/\b(?:thousand|million|billion)$/.test(text.slice(first.start, first.end))
  const low = scaled && bare && first.usd < 1000 ? first.usd * (SCALES[scaled] ?? 1) : first.usd
  return low <= second.usd ? { low, high: second.usd } : null
}
