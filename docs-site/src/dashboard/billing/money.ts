/** Dollars as somebody types them, in cents: `12`, `12.5`, `$1,200.00`. Null when it is no amount of money. */
export function parseDollars(text: string): number | null {
  const plain = text.trim().replace(/^\$\s*/, '')
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?$/.test(plain)) return null
  const [whole = '0', cents = ''] = plain.replaceAll(',', '').split('.')
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}

/** Cents as an amount to change, without the sign of the currency. */
export function dollarsToEdit(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2)
}

/** Units that a budget buys. */
export function unitsFor(cents: number, centsPerThousand: number): number {
  return Math.floor((cents * 1000) / centsPerThousand)
}
