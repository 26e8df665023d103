import { canonicalDecimal } from '../decimal.ts'
import type { Transformation } from './transformation.ts'

// The SEC's own rule: a fraction of a year or month spills over into months and days of this length, nothing smaller.
const DAYS_PER_MONTH = 30.4375

type Part = [amount: number, designator: 'Y' | 'M' | 'D' | 'TH']

/** A number of years, months, weeks, days or hours as `xs:duration`: the unit itself, then what is left in smaller ones. */
function duration(partsOf: (amount: number) => Part[]): Transformation {
  return (text) => {
    const decimal = canonicalDecimal(text)
    if (decimal === null || /e/i.test(text)) return null
    const amount = Math.abs(Number(decimal))
    if (amount > Number.MAX_SAFE_INTEGER) return null
    const [first, ...smaller] = partsOf(amount) as [Part, ...Part[]]
    const shown = [first, ...smaller.filter(([value]) => value !== 0)]
    const zero = shown.every(([value]) => value === 0)
    const written = shown.map(([value, designator]) =>
      designator === 'TH' ? `T${value}H` : `${value}${designator}`,
    )
    return `${decimal.startsWith('-') && !zero ? '-' : ''}P${written.join('')}`
  }
}

export const years = duration((amount) => {
  const whole = Math.trunc(amount)
  const months = (amount - whole) * 12
  const wholeMonths = Math.trunc(months)
  return [
    [whole, 'Y'],
    [wholeMonths, 'M'],
    [Math.trunc((months - wholeMonths) * DAYS_PER_MONTH), 'D'],
  ]
})

export const months = duration((amount) => {
  const whole = Math.trunc(amount)
  return [
    [whole, 'M'],
    [Math.trunc((amount - whole) * DAYS_PER_MONTH), 'D'],
  ]
})

export const weeks = duration((amount) => [[Math.trunc(amount * 7), 'D']])

export const days = duration((amount) => {
  const whole = Math.trunc(amount)
  return [
    [whole, 'D'],
    [Math.trunc((amount - whole) * 24), 'TH'],
  ]
})

export const hours = duration((amount) => [[Math.trunc(amount), 'TH']])
