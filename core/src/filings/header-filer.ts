import { emptyAddress } from './empty-header.ts'
import type { Address, Filer, FilerRole } from './filing.ts'
import { cikOf, isoDate } from './header-values.ts'

/**
 * FILED FOR heads the letters the staff itself puts on EDGAR (UPLOAD): the company named there is what the letter is
 * about, hence a subject company.
 */
export const FILER_ROLES: Record<string, FilerRole> = {
  FILER: 'filer',
  ISSUER: 'issuer',
  'SUBJECT COMPANY': 'subject_company',
  'REPORTING OWNER': 'reporting_owner',
  'FILED BY': 'filed_by',
  'FILED FOR': 'subject_company',
  'SERIAL COMPANY': 'serial_company',
  DEPOSITOR: 'depositor',
  SECURITIZER: 'securitizer',
  'ISSUING ENTITY': 'issuing_entity',
  SPONSOR: 'sponsor',
  UNDERWRITER: 'underwriter',
}

/** A filing whose owners are more than this names them in a document. */
const MAX_FORMER_NAMES = 1000

/** Reads the lines of one filer. */
export class FilerReader {
  readonly filer: Filer
  /** A second group of data under the same heading is another filer. */
  hasData = false
  #address: Address | null = null

  constructor(filer: Filer) {
    this.filer = filer
  }

  /** Takes the heading of a group. */
  group(name: string): void {
    const { filer } = this
    if (name === 'BUSINESS ADDRESS') this.#address = filer.business_address ??= emptyAddress()
    else if (name === 'MAIL ADDRESS') this.#address = filer.mailing_address ??= emptyAddress()
    else this.#address = null
  }

  /** Takes a field that belongs to a filer; false when the name is not one of those. */
  field(name: string, value: string): boolean {
    return this.#address !== null && takeAddress(this.#address, name, value)
      ? true
      : takeField(this.filer, name, value)
  }
}

function takeAddress(address: Address, name: string, value: string): boolean {
  switch (name) {
    case 'STREET 1':
      address.street_1 ??= value
      return true
    case 'STREET 2':
      address.street_2 ??= value
      return true
    case 'CITY':
      address.city ??= value
      return true
    case 'STATE':
      address.state ??= value
      return true
    case 'ZIP':
      address.zip ??= value
      return true
    case 'BUSINESS PHONE':
      address.phone ??= value
      return true
    default:
      return false
  }
}

function takeField(filer: Filer, name: string, value: string): boolean {
  switch (name) {
    case 'COMPANY CONFORMED NAME':
      filer.name ||= value
      return true
    case 'CENTRAL INDEX KEY':
      filer.cik ||= cikOf(value) ?? ''
      return true
    case 'STANDARD INDUSTRIAL CLASSIFICATION':
      takeIndustry(filer, value)
      return true
    case 'ORGANIZATION NAME':
      filer.organization_name ??= value
      return true
    case 'RELATIONSHIP':
      filer.relationship ??= value
      return true
    case 'IRS NUMBER':
      filer.irs_number ??= value
      return true
    case 'STATE OF INCORPORATION':
      filer.state_of_incorporation ??= value
      return true
    case 'FISCAL YEAR END':
      filer.fiscal_year_end ??= /^\d{4}$/.test(value) ? value : null
      return true
    case 'FORM TYPE':
      filer.form_type ??= value
      return true
    case 'SEC ACT':
      filer.sec_act ??= value
      return true
    case 'SEC FILE NUMBER':
      filer.file_number ??= value
      return true
    case 'FILM NUMBER':
      filer.film_number ??= value
      return true
    case 'FORMER CONFORMED NAME':
      if (filer.former_names.length < MAX_FORMER_NAMES)
        filer.former_names.push({ name: value, changed_on: null })
      return true
    case 'DATE OF NAME CHANGE': {
      const last = filer.former_names.at(-1)
      if (last !== undefined) last.changed_on ??= isoDate(value)
      return true
    }
    default:
      return false
  }
}

/** `COMPUTER PERIPHERAL EQUIPMENT, NEC [3577]`, or the code alone. */
function takeIndustry(filer: Filer, value: string): void {
  if (filer.sic !== null) return
  const bracket = value.lastIndexOf('[')
  filer.sic = /^\[(\d{1,4})\]$/.exec(value.slice(bracket))?.[1] ?? /^\d{1,4}$/.exec(value)?.[0] ?? null
  if (filer.sic !== null && bracket > 0) filer.sic_description = value.slice(0, bracket).trim() || null
}
