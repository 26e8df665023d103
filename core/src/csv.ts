/** Formulas begin with these; a spreadsheet would run them (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/

/** A cell of CSV (RFC 4180) that no spreadsheet takes for a formula: such text gets an apostrophe in front. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  const harmless = typeof value === 'string' && FORMULA_START.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
