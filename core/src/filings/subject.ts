import type { Filer, FilerRole } from './filing.ts'

/** Whom a filing is about, in this order: Section 16 forms name an issuer, tender offers and 13D/G a subject company. */
const SUBJECT_ROLES: FilerRole[] = [
  'issuer',
  'subject_company',
  'filer',
  'serial_company',
  'filed_by',
  'reporting_owner',
  'depositor',
  'securitizer',
  'issuing_entity',
  'sponsor',
  'underwriter',
]

/** The filer a filing's signals belong to, or `undefined` when the header names nobody. */
export function subjectOf(filers: Filer[]): Filer | undefined {
  for (const role of SUBJECT_ROLES) {
    const found = filers.find((filer) => filer.role === role)
    if (found) return found
  }
  return undefined
}
