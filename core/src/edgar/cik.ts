/** Returns a Central Index Key as ten zero-padded digits, or `undefined` when the input is not one (1 to 9999999999). */
export function parseCik(input: string): string | undefined {
  const digits = /^(?:CIK)?0*([1-9]\d{0,9})$/i.exec(input)?.[1]
  return digits?.padStart(10, '0')
}

/** The unpadded form EDGAR uses in paths. */
export function unpaddedCik(cik: string): string {
  return cik.replace(/^0+/, '')
}
