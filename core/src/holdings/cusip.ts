const NINE = /^[0-9A-Z]{6}[0-9A-Z*@#]{2}[0-9]$/

/**
 * The CUSIP in a field: spaces and dashes are dropped, and leading zeros that a spreadsheet lost are given back when the
 * check digit then holds. Null when the field holds none.
 */
export function cusipOf(written: string): string | null {
  const plain = written.replace(/[\s-]/g, '').toUpperCase()
  if (NINE.test(plain)) return plain
  if (plain.length < 6 || plain.length > 8) return null
  const padded = plain.padStart(9, '0')
  return NINE.test(padded) && hasCheckDigit(padded) ? padded : null
}

/** The check digit of a CUSIP: modulus 10 double-add-double over its first eight characters (ANSI X9.6). */
export function hasCheckDigit(cusip: string): boolean {
  let sum = 0
  for (let at = 0; at < 8; at++) {
    const value = characterValue(cusip.charCodeAt(at)) * (at % 2 === 0 ? 1 : 2)
    sum += Math.floor(value / 10) + (value % 10)
  }
  return String((10 - (sum % 10)) % 10) === cusip[8]
}

function characterValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 65 && code <= 90) return code - 55
  return code === 42 ? 36 : code === 64 ? 37 : 38
}
