import { parseAccessionNumber } from '@sec-latent/core/edgar/accession-number'
import { parseCik } from '@sec-latent/core/edgar/cik'

/** The tag of answers that any change of their dataset may alter. */
export const EVERYTHING = '*'

export function accessionTag(accessionNumber: string): string {
  return `accession ${parseAccessionNumber(accessionNumber) ?? accessionNumber}`
}

export function cikTag(cik: string): string {
  return `cik ${parseCik(cik) ?? cik}`
}

/**
 * The tag of a form and its amendments: what an amendment amends is part of its entry in a list. The schedules were renamed
 * in December 2024, and the new ones amend the old ones.
 */
export function formTag(formType: string): string {
  return `form ${formType.replace(/\/A$/, '').replace(/^SCHEDULE /, 'SC ')}`
}
