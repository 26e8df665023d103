import { annualItems, smallBusinessAnnualItems } from './annual-items.ts'
import { currentReportItems, formerCurrentReportItems } from './current-items.ts'
import { foreignAnnualItems } from './foreign-annual-items.ts'
import { quarterlyItems, smallBusinessQuarterlyItems } from './quarterly-items.ts'

/** A name the form gave an item, and the filing dates between which it did (`until` is the first day without it). */
export interface ItemTitle {
  title: string
  since?: string
  until?: string
}

/** An item of a form. Its number never changes meaning inside one key; its title may. */
export interface CatalogueItem {
  /** Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`, `8k.item_5` (numbering before 2004-08-23). */
  key: string
  /** Part of the form, 1 to 4; null for a form without parts. */
  part: number | null
  /** Part it stood in before a filing date. */
  formerPart?: { part: number; until: string }
  /** As printed on the form: `1A`, `9A(T)`, `5.02`. */
  number: string
  /** Letter of an item that is part of another, such as the D of 3.D; filers print it alone: "D. Risk Factors". */
  letter?: string
  titles: ItemTitle[]
  /** Names filers use that the form does not. */
  also?: string[]
  /** First filing date on which the form has the item; absent for an item that was always there. */
  since?: string
  /** First filing date on which it no longer has it. */
  until?: string
  /** The form lets every filer leave it out, or filers add it on their own: never reported as absent. */
  optional?: true
  /** The title alone is distinctive enough to find the item when the number is missing. */
  distinctive?: true
}

/** The items of a form family, in the order of the form. */
export interface ItemList {
  family: FormFamily
  /** First part of the section keys. */
  prefix: string
  items: CatalogueItem[]
}

export type FormFamily = '10-K' | '10-KSB' | '10-Q' | '10-QSB' | '8-K' | '20-F' | 'other'

/** First filing date of the numbering 1.01 to 9.01 (Release 33-8400). */
export const CURRENT_REPORT_RENUMBERED = '2004-08-23'

/** First filing date of today's numbering of Form 20-F (Release 33-7745); the old items mean other things. */
export const FOREIGN_ANNUAL_RENUMBERED = '2000-09-30'

/** Family of an EDGAR form type; amendments and transition reports share the list of their form. */
export function formFamily(formType: string): FormFamily {
  const base = formType.trim().toUpperCase().replace(/\/A$/, '')
  if (/^10-?KS?B/.test(base)) return '10-KSB'
  if (/^10-?K(?:T|405|T405)?$/.test(base)) return '10-K'
  if (/^10-?QSB/.test(base)) return '10-QSB'
  if (/^10-?QT?$/.test(base)) return '10-Q'
  if (/^8-?K(?:12B|12G3|15D5|T)?$/.test(base)) return '8-K'
  if (/^20-?F$/.test(base)) return '20-F'
  return 'other'
}

export function isAmendment(formType: string): boolean {
  return formType.trim().toUpperCase().endsWith('/A')
}

/** The item list of a form at a filing date (`YYYY-MM-DD`); undefined for a form without one. */
export function itemListOf(formType: string, filedOn: string): ItemList | undefined {
  const family = formFamily(formType)
  switch (family) {
    case '10-K':
      return { family, prefix: '10k', items: annualItems }
    case '10-KSB':
      return { family, prefix: '10ksb', items: smallBusinessAnnualItems }
    case '10-Q':
      return { family, prefix: '10q', items: quarterlyItems }
    case '10-QSB':
      return { family, prefix: '10qsb', items: smallBusinessQuarterlyItems }
    case '8-K':
      return {
        family,
        prefix: '8k',
        items: filedOn < CURRENT_REPORT_RENUMBERED ? formerCurrentReportItems : currentReportItems,
      }
    case '20-F':
      return filedOn < FOREIGN_ANNUAL_RENUMBERED
        ? undefined
        : { family, prefix: '20f', items: foreignAnnualItems }
    case 'other':
      return undefined
  }
}

/** Whether the form had the item on that filing date. */
export function isInForce(item: CatalogueItem, filedOn: string): boolean {
  return (!item.since || filedOn >= item.since) && (!item.until || filedOn < item.until)
}

/**
 * Whether a heading for the item may be believed on that date: rules are often followed a little before they bind, and
 * item numbers live on in templates after they were withdrawn.
 */
export function isCredible(item: CatalogueItem, filedOn: string): boolean {
  return !item.since || filedOn >= yearBefore(item.since)
}

/** Title of the item on that date. */
export function titleOn(item: CatalogueItem, filedOn: string): string {
  const inForce = item.titles.findLast(
    ({ since, until }) => (!since || filedOn >= since) && (!until || filedOn < until),
  )
  return (inForce ?? item.titles[0])?.title ?? ''
}

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`
}
