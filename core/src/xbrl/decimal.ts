/**
 * Decimal numbers as text, exact at any size: a filed value never passes through a double. The canonical form is plain
 * notation without leading zeros, trailing zeros of the fraction or a negative zero, so that equal numbers are equal texts.
 */

/** No filed number comes near; what is longer is not a number but an attack on whoever computes with it. */
const MAX_DIGITS = 1000
/** Beyond this a power of ten has no meaning in a filing. */
export const MAX_SCALE = 400

const ZERO = 0x30
const NINE = 0x39
const MINUS = 0x2d
const PLUS = 0x2b
const POINT = 0x2e

/** The canonical form of `xs:decimal` and `xs:double` notation; null for anything else, and for what is out of bounds. */
export function canonicalDecimal(text: string): string | null {
  const first = text.charCodeAt(0)
  const negative = first === MINUS
  const start = negative || first === PLUS ? 1 : 0
  let point = -1
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) continue
    if (code === POINT && point < 0) point = at
    else break
  }
  const whole = text.slice(start, point < 0 ? at : point)
  const fraction = point < 0 ? '' : text.slice(point + 1, at)
  const digits = whole.length + fraction.length
  if (digits === 0 || digits > MAX_DIGITS) return null
  const exponent = at === text.length ? 0 : exponentOf(text, at)
  return exponent === null ? null : shifted(negative, whole, fraction, exponent)
}

function exponentOf(text: string, at: number): number | null {
  if (text[at] !== 'e' && text[at] !== 'E') return null
  return scaleOf(text.slice(at + 1))
}

/** An integer of at most three digits as a power of ten; null when it is none or out of bounds. */
export function scaleOf(text: string): number | null {
  if (text.length === 0 || text.length > 4) return null
  const sign = text.charCodeAt(0)
  const start = sign === MINUS || sign === PLUS ? 1 : 0
  if (start === text.length) return null
  let value = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) return null
    value = value * 10 + code - ZERO
  }
  if (value > MAX_SCALE) return null
  return sign === MINUS && value !== 0 ? -value : value
}

/** A canonical number times a power of ten. */
export function scaled(decimal: string, scale: number): string {
  if (scale === 0) return decimal
  const negative = decimal.charCodeAt(0) === MINUS
  const point = decimal.indexOf('.')
  const whole = decimal.slice(negative ? 1 : 0, point < 0 ? undefined : point)
  return shifted(negative, whole, point < 0 ? '' : decimal.slice(point + 1), scale)
}

export function negated(decimal: string): string {
  if (decimal === '0') return decimal
  return decimal.charCodeAt(0) === MINUS ? decimal.slice(1) : `-${decimal}`
}

/** Moves the point to the right (left when negative) and brings the number to its canonical form. */
function shifted(negative: boolean, whole: string, fraction: string, places: number): string {
  let digits = whole + fraction
  let point = whole.length + places
  if (point <= 0) {
    digits = '0'.repeat(1 - point) + digits
    point = 1
  } else if (point > digits.length) {
    digits += '0'.repeat(point - digits.length)
  }
  let start = 0
  while (start < point - 1 && digits.charCodeAt(start) === ZERO) start++
  let end = digits.length
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end--
  const plain =
    end === point ? digits.slice(start, point) : `${digits.slice(start, point)}.${digits.slice(point, end)}`
  return negative && plain !== '0' ? `-${plain}` : plain
}

/**
 * True when two roundings can be of one number: the ranges they stand for (half a unit of the last correct digit to both
 * sides, XBRL 2.1 section 4.6.6) have a number in common. Null decimals mean exact.
 */
export function consistent(
  a: { value: string; decimals: number | null },
  b: { value: string; decimals: number | null },
): boolean {
  if (a.value === b.value) return true
  const places = Math.max(placesOf(a.value), placesOf(b.value), a.decimals ?? 0, b.decimals ?? 0) + 1
  const distance = integerOf(a.value, places) - integerOf(b.value, places)
  const apart = distance < 0n ? -distance : distance
  const room = halfUnit(a.decimals, places) + halfUnit(b.decimals, places)
  // An exact half may be rounded either way; two roundings that only touch, such as 12 and 13, are different numbers.
  return apart < room || (apart === room && (a.decimals === null || b.decimals === null))
}

function placesOf(decimal: string): number {
  const point = decimal.indexOf('.')
  return point < 0 ? 0 : decimal.length - point - 1
}

function integerOf(decimal: string, places: number): bigint {
  return BigInt(scaled(decimal, places))
}

function halfUnit(decimals: number | null, places: number): bigint {
  return decimals === null ? 0n : 5n * 10n ** BigInt(places - decimals - 1)
}

/**
 * The `decimals` that say the same as `precision` significant digits (XBRL 2.1 section 4.6.6); null for zero, of which no
 * digit is significant.
 */
export function decimalsOfPrecision(decimal: string, precision: number): number | null {
  const digits = decimal.charCodeAt(0) === MINUS ? decimal.slice(1) : decimal
  const point = digits.indexOf('.')
  const wholeDigits = point < 0 ? digits.length : point
  if (digits.charCodeAt(0) !== ZERO) return precision - wholeDigits
  for (let at = 2; at < digits.length; at++) {
    if (digits.charCodeAt(at) !== ZERO) return precision + at - 2
  }
  return null
}
