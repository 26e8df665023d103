import type { StatedFact } from '../../facts/stated-fact.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'

/** Concepts on the face of banks and insurers, by which a filing whose header has no industry is told. */
const FINANCIAL_CONCEPTS = new Set([
  'us-gaap:Deposits',
  'us-gaap:InterestAndDividendIncomeOperating',
  'us-gaap:InterestAndFeeIncomeLoansAndLeases',
  'us-gaap:InterestExpenseDeposits',
  'us-gaap:InterestIncomeExpenseAfterProvisionForLoanLoss',
  'us-gaap:NoninterestIncome',
  'us-gaap:PremiumsEarnedNet',
  'us-gaap:PolicyholderBenefitsAndClaimsIncurredNet',
  'us-gaap:RevenuesNetOfInterestExpense',
])
const FUND_CONCEPTS = new Set(['us-gaap:NetAssetValuePerShare', 'us-gaap:InvestmentCompanyTotalReturn'])
const US_GAAP_ASSETS = new Set(['us-gaap:Assets'])
const SHELL_SIC = '6770'
/** Management investment companies and unit trusts. */
const FUND_SIC = new Set(['6722', '6726'])
/** Registration numbers of investment companies and of business development companies. */
const FUND_FILE_NUMBER = /^81[14]-/

/** Why accounting scores say nothing about a filer; null where they do. */
export function inapplicability(
  filing: FilingUnderRead,
  facts: readonly StatedFact[],
): { status: 'not_applicable'; reason: string } | null {
  const because = (said: { reason: string }) => ({ status: 'not_applicable' as const, ...said })
  const { filers } = filing.submission.header
  const filer =
    filers.find(({ cik }) => cik === filing.cik) ??
    filers.find(({ role }) => role === 'filer' || role === 'subject_company') ??
    filers[0]
  const sic = filer?.sic?.trim() || null
  if (sic === SHELL_SIC || isShell(facts)) return because({ reason: 'shell' })
  if ((sic !== null && FUND_SIC.has(sic)) || FUND_FILE_NUMBER.test(filer?.file_number ?? ''))
    return because({ reason: 'fund' })
  if (sic !== null) {
    if (/^6\d{3}$/.test(sic)) return because({ reason: 'financial_firm' })
  } else {
    if (states(facts, FUND_CONCEPTS)) return because({ reason: 'fund' })
    if (states(facts, FINANCIAL_CONCEPTS)) return because({ reason: 'financial_firm' })
  }
  const ifrs = facts.some(({ concept }) => concept.startsWith('ifrs-full:'))
  return ifrs && !states(facts, US_GAAP_ASSETS) ? because({ reason: 'ifrs' }) : null
}

function isShell(facts: readonly StatedFact[]): boolean {
  return facts.some(
    ({ concept, dimensions, value_text: text }) =>
      concept === 'dei:EntityShellCompany' &&
      dimensions.length === 0 &&
      /^(?:true|1)$/i.test(text?.trim() ?? ''),
  )
}

function states(facts: readonly StatedFact[], concepts: ReadonlySet<string>): boolean {
  return facts.some(({ concept, dimensions }) => dimensions.length === 0 && concepts.has(concept))
}
