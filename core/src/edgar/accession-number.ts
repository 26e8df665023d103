/** Ten digits of the submitter's CIK, two of the year, six of the sequence. The submitter is not the company. */
const DASHED = /^\d{10}-\d{2}-\d{6}$/
const UNDASHED = /^\d{18}$/

/** Returns the dashed form of a dashed or 18-digit accession number, or `undefined` when it is neither. */
export function parseAccessionNumber(input: string): string | undefined {
  if (DASHED.test(input)) return input
  if (UNDASHED.test(input)) return `${input.slice(0, 10)}-${input.slice(10, 12)}-${input.slice(12)}`
  return undefined
}

/** The 18 digits EDGAR uses as a folder name. */
export function undashed(accessionNumber: string): string {
  return accessionNumber.replaceAll('-', '')
}
