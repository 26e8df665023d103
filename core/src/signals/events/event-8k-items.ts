/** `A` adverse, `N` neutral, `A/N` adverse or neutral depending on what the item says. */
export type EventSeverity = 'A' | 'N' | 'A/N'

export interface EventItem {
  event: string
  severity: EventSeverity
}

/** Items of Form 8-K since 23 August 2004 (SEC release 33-8400; 1.04 since 2012, 1.05 since 2023). */
const currentItems: Readonly<Record<string, EventItem>> = {
  '1.01': { event: 'material_agreement', severity: 'N' },
  '1.02': { event: 'agreement_terminated', severity: 'A' },
  '1.03': { event: 'bankruptcy', severity: 'A' },
  '1.04': { event: 'mine_safety', severity: 'A' },
  '1.05': { event: 'cyber_incident', severity: 'A' },
  '2.01': { event: 'acquisition_or_disposal', severity: 'N' },
  '2.02': { event: 'earnings_release', severity: 'N' },
  '2.03': { event: 'new_obligation', severity: 'N' },
  '2.04': { event: 'debt_acceleration', severity: 'A' },
  '2.05': { event: 'exit_costs', severity: 'A' },
  '2.06': { event: 'impairment', severity: 'A' },
  '3.01': { event: 'delisting_notice_or_listing_transfer', severity: 'A/N' },
  '3.02': { event: 'unregistered_equity', severity: 'A' },
  '3.03': { event: 'rights_modified', severity: 'N' },
  '4.01': { event: 'auditor_change', severity: 'A/N' },
  '4.02': { event: 'non_reliance', severity: 'A' },
  '5.01': { event: 'control_change', severity: 'N' },
  '5.02': { event: 'officer_or_director_change', severity: 'A/N' },
  '5.03': { event: 'charter_or_fiscal_year_change', severity: 'N' },
  '5.04': { event: 'blackout', severity: 'N' },
  '5.05': { event: 'ethics_waiver', severity: 'A' },
  '5.06': { event: 'shell_change', severity: 'N' },
  '5.07': { event: 'vote_result', severity: 'N' },
  '5.08': { event: 'nomination', severity: 'N' },
  '6.01': { event: 'abs_material', severity: 'N' },
  '6.02': { event: 'abs_servicer_or_trustee_change', severity: 'N' },
  '6.03': { event: 'abs_credit_enhancement_change', severity: 'N' },
  '6.04': { event: 'abs_missed_distribution', severity: 'N' },
  '6.05': { event: 'abs_updating_disclosure', severity: 'N' },
  '6.06': { event: 'abs_static_pool', severity: 'N' },
  '6.10': { event: 'abs_alternative_filing', severity: 'N' },
  '7.01': { event: 'reg_fd', severity: 'N' },
  '8.01': { event: 'other_event', severity: 'N' },
  '9.01': { event: 'exhibits', severity: 'N' },
}

/** Items before 23 August 2004, which had no point in their number. The severities are those of their successors. */
const formerItems: Readonly<Record<string, EventItem>> = {
  '1': { event: 'control_change', severity: 'N' },
  '2': { event: 'acquisition_or_disposal', severity: 'N' },
  '3': { event: 'bankruptcy', severity: 'A' },
  '4': { event: 'auditor_change', severity: 'A/N' },
  '5': { event: 'other_event', severity: 'N' },
  '6': { event: 'director_resignation', severity: 'A/N' },
  '7': { event: 'exhibits', severity: 'N' },
  '8': { event: 'fiscal_year_change', severity: 'N' },
  '9': { event: 'reg_fd', severity: 'N' },
  '10': { event: 'ethics_waiver', severity: 'A' },
  '11': { event: 'blackout', severity: 'N' },
  '12': { event: 'earnings_release', severity: 'N' },
}

/** The event of an item code such as `5.02`, or `5` in the numbering before 2004; `undefined` for no item of the form. */
export function eventItem(code: string): EventItem | undefined {
  return Object.hasOwn(currentItems, code)
    ? currentItems[code]
    : Object.hasOwn(formerItems, code)
      ? formerItems[code]
      : undefined
}

/** Order of the items on the form: by number, not by text (`10` comes after `9`). */
export function compareItemCodes(a: string, b: string): number {
  return Number(a) - Number(b)
}

/**
 * The item code in a section key such as `8k.item_5_02` or `8k.item_5`; null for any other section. An item that comes
 * again has one more number behind it (`8k.item_8_01_2`).
 */
export function itemCodeOfSection(sectionKey: string): string | null {
  const match = /^8k\.item_(\d{1,2})(?:_(\d{2}))?(?:_\d{1,3})?$/.exec(sectionKey)
  if (!match) return null
  return match[2] === undefined ? `${match[1]}` : `${match[1]}.${match[2]}`
}
