/** The longest value kept: hostile headers must not fill a table's row. */
const MAX_VALUE_LENGTH = 2000

/** `YYYYMMDD` as `YYYY-MM-DD`, null when the calendar has no such day. */
export function isoDate(digits: string): string | null {
  if (!/^\d{8}$/.test(digits)) return null
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const epochMs = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(epochMs) || new Date(epochMs).toISOString().slice(0, 10) !== date ? null : date
}

/** One line without control characters, which no database text can hold. */
export function cleanValue(value: string): string {
  return value
    .slice(0, MAX_VALUE_LENGTH)
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .toWellFormed()
    .trim()
}

/** A CIK with its leading zeros, null when the digits are none. */
export function cikOf(digits: string): string | null {
  return /^\d{1,10}$/.test(digits) && Number(digits) > 0 ? digits.padStart(10, '0') : null
}
