const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const exact = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 })
const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
})

const UNITS: Record<string, (value: number) => string> = {
  count: (value) => number.format(value),
  days: (value) => `${number.format(value)} ${value === 1 ? 'day' : 'days'}`,
  years: (value) => `${number.format(value)} ${value === 1 ? 'year' : 'years'}`,
  months: (value) => `${number.format(value)} ${value === 1 ? 'month' : 'months'}`,
  quarters: (value) => `${number.format(value)} quarters`,
  percent: (value) => `${number.format(value)} %`,
  percentage_points: (value) => `${number.format(value)} percentage points`,
  grade: (value) => `grade ${number.format(value)}`,
  usd: (value) => dollars.format(value),
  score: (value) => number.format(value),
}

/** The value of a signal as people write it. What has no customary form is shown with its unit. */
export function valueInWords(value: number | string | boolean, unit: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return unit === 'label' ? value.replaceAll('_', ' ') : value
  const known = UNITS[unit]
  if (known) return known(value)
  return unit === 'ratio' ? exact.format(value) : `${exact.format(value)} ${unit.replaceAll('_', ' ')}`
}

const money = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 })

/** A fact as people write it: `$123.46M`, `0.55 USD/shares`. */
export function factInWords(value: number, unit: string | null): string {
  if (unit === 'USD') return `${value < 0 ? '−' : ''}$${money.format(Math.abs(value))}`
  const amount = Math.abs(value) >= 100_000 ? money.format(value) : exact.format(value)
  return unit === null || unit === 'pure' ? amount : `${amount} ${unit}`
}

/** `2025-10-31 10:01:26 UTC`. */
export function instantInWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`
}
