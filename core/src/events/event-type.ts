/**
 * What an item of Form 8-K reports, under one name for the numbering since August 23, 2004 (release 33-8400) and the one
 * before. Names are permanent; what the company wrote under the item is not looked at.
 */
const TYPES = {
  '1.01': 'material_agreement_entered',
  '1.02': 'material_agreement_terminated',
  '1.03': 'bankruptcy_or_receivership',
  '1.04': 'mine_safety_violation',
  '1.05': 'cybersecurity_incident',
  '2.01': 'acquisition_or_disposition_completed',
  '2.02': 'results_of_operations',
  '2.03': 'financial_obligation_created',
  '2.04': 'financial_obligation_accelerated',
  '2.05': 'exit_or_disposal_costs',
  '2.06': 'material_impairment',
  '3.01': 'delisting_notice',
  '3.02': 'unregistered_sale_of_equity',
  '3.03': 'security_holder_rights_modified',
  '4.01': 'auditor_changed',
  '4.02': 'financial_statements_not_reliable',
  '5.01': 'control_changed',
  '5.02': 'officers_or_directors_changed',
  '5.03': 'charter_or_fiscal_year_changed',
  '5.04': 'benefit_plan_trading_suspended',
  '5.05': 'code_of_ethics_changed',
  '5.06': 'shell_company_status_changed',
  '5.07': 'shareholder_vote',
  '5.08': 'shareholder_director_nominations',
  '6.01': 'asset_backed_informational_material',
  '6.02': 'asset_backed_servicer_or_trustee_changed',
  '6.03': 'asset_backed_support_changed',
  '6.04': 'asset_backed_distribution_missed',
  '6.05': 'asset_backed_disclosure_updated',
  '6.06': 'asset_backed_static_pool',
  '6.10': 'asset_backed_alternative_filing',
  '7.01': 'regulation_fd_disclosure',
  '8.01': 'other_events',
  '9.01': 'financial_statements_and_exhibits',
  '1': 'control_changed',
  '2': 'acquisition_or_disposition_completed',
  '3': 'bankruptcy_or_receivership',
  '4': 'auditor_changed',
  '5': 'other_events',
  '6': 'officers_or_directors_changed',
  '7': 'financial_statements_and_exhibits',
  '8': 'charter_or_fiscal_year_changed',
  '9': 'regulation_fd_disclosure',
  '10': 'code_of_ethics_changed',
  '11': 'benefit_plan_trading_suspended',
  '12': 'results_of_operations',
} as const

/** Every type of event. */
export const eventTypes: readonly string[] = [...new Set(Object.values(TYPES))].sort()

/** `undefined` for a code the form never had. */
export function eventTypeOf(itemCode: string): string | undefined {
  return Object.hasOwn(TYPES, itemCode) ? TYPES[itemCode as keyof typeof TYPES] : undefined
}
