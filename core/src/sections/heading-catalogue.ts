import { annualFortyHeadings } from './forty-f-headings.ts'
import type { CatalogueItem } from './items.ts'
import { prospectusHeadings } from './prospectus-headings.ts'
import { proxyHeadings } from './proxy-headings.ts'
import { partTwoItems } from './registration-items.ts'

/** A part of a document that filers head with words instead of a number. */
export interface CatalogueHeading {
  /** The section key after the prefix, such as `risk_factors`. */
  key: string
  /** Headings as filers print them; case, spacing and punctuation do not count. */
  titles: string[]
  /** Has its own heading inside or beside a listed one often enough to count where the table of contents leaves it out. */
  unlisted?: true
}

/** What the documents of a form are made of. */
export interface HeadingCatalogue {
  /** First part of the section keys. */
  prefix: string
  headings: CatalogueHeading[]
  /** Proposals are numbered by each filer: `def14a.proposal_2`. */
  proposals?: true
  /** The numbered items after a prospectus: Part II of a registration statement. */
  items?: CatalogueItem[]
  /** The first page is a form to fill in, and no list of contents follows it. */
  formCover?: true
}

const proxyForms = /^(?:DEF|PRE|DEFA|DEFM|DEFC|DEFR|DEFN|PREM|PREC|PRER|PREN|DFAN|DFRN)\s?-?(?:14A|14C)$/

/** The headings of a form without numbered items; undefined for a form without a structure of its own. */
export function headingCatalogueOf(formType: string): HeadingCatalogue | undefined {
  const base = formType.trim().toUpperCase().replace(/\/A$/, '')
  if (proxyForms.test(base)) return { prefix: 'def14a', headings: proxyHeadings, proposals: true }
  if (/^424(?:[ABH]\d?|I)$/.test(base)) return { prefix: '424b', headings: prospectusHeadings }
  if (base === '6-K') return { prefix: '6k', headings: [], formCover: true }
  if (/^40-?F$/.test(base)) return { prefix: '40f', headings: annualFortyHeadings, formCover: true }
  const registration = registrationForm(base)
  if (!registration) return undefined
  return {
    prefix: registration.toLowerCase().replace('-', ''),
    headings: prospectusHeadings,
    items: partTwoItems(registration),
  }
}

/** `S-3` for S-3ASR, S-3D and S-3MEF; drafts and amendments after effect are filed under names of their own. */
function registrationForm(base: string): string | undefined {
  const form = /^(S-1|S-3|S-4|S-11|SF-1|SF-3|F-1|F-3|F-4|F-10)(?:ASR|DPOS|D|MEF|EF|POS)?$/.exec(base)
  if (form) return form[1]
  if (base === 'SB-1' || base === 'SB-2') return 'SB-2'
  return undefined
}
