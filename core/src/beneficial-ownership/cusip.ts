// Nine characters (ASC X9.6), often typed in groups: `90184L 102`, `00130H-10-5`.
const GROUPED = /(?<![0-9A-Z])[0-9A-Z]{3}[ -]?[0-9A-Z]{3}[ -]?[0-9A-Z]{2}[ -]?[0-9A-Z](?![0-9A-Z])/g
const MAX_LENGTH = 200

/**
 * The CUSIP numbers a field holds, without spaces and dashes. A field with no such number is returned as it is written when
 * it is short (a SEDOL or ISIN stands there for foreign issuers), and "None" is nothing.
 */
export function cusipsIn(text: string): string[] {
  const field = text.slice(0, MAX_LENGTH).toUpperCase()
  const found = [...field.matchAll(GROUPED)]
    .map(([match]) => match.replace(/[ -]/g, ''))
    .filter((candidate) => candidate.length === 9 && /\d/.test(candidate))
  if (found.length > 0) return [...new Set(found)]
  const other = field.trim()
  return /^[0-9A-Z]{6,12}$/.test(other) && /\d/.test(other) ? [other] : []
}
