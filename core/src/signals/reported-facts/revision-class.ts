import type { StatedFact } from '../../facts/stated-fact.ts'
import type { RevisedFact } from '../../facts/stated-facts-store.ts'
import { daysBetween, halfStep, WholeEntity } from './stated.ts'

/** Why a number differs from what was stated before, in the order in which it is asked; the first that fits is taken. */
export const REVISION_CLASSES = [
  'scale_error',
  'sign_change',
  'split_adjusted',
  'accounting_change',
  'discontinued_ops',
  'reclass',
  'announced',
  'unexplained',
] as const
export type RevisionClass = (typeof REVISION_CLASSES)[number]

/** Off a power of 1,000 by less than this, a change is one of scale. */
const SCALE_TOLERANCE = 0.01
const SCALES = [1e3, 1e6, 1e9]

/** Whether two numbers are the same in another scale: thousands for dollars. */
export function isScaleError(before: number, now: number): boolean {
  if (before === 0 || now === 0) return false
  const ratio = Math.abs(now / before)
  return SCALES.some(
    (scale) =>
      Math.abs(ratio / scale - 1) <= SCALE_TOLERANCE || Math.abs(ratio * scale - 1) <= SCALE_TOLERANCE,
  )
}

/** How far two statements of a number may lie apart: half of the last digit of either, or a share of the earlier one. */
export function revisionTolerance(before: StatedFact, now: StatedFact, share: number): number {
  return Math.max(halfStep(before), halfStep(now), share * Math.abs(before.value ?? 0))
}

const SPLIT_RATIO = 'us-gaap:StockholdersEquityNoteStockSplitConversionRatio1'
/** Ratios in which shares are split without being said in a tag. */
const USUAL_SPLITS = [
  1.25,
  4 / 3,
  1.5,
  5 / 3,
  2,
  2.5,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  12,
  15,
  20,
  25,
  30,
  40,
  50,
  100,
  200,
]
const SPLIT_TOLERANCE = 0.01
/** Fewer share counts than this in the same ratio can be a coincidence, unless the ratio is tagged. */
const LEAST_IN_RATIO = 2

/**
 * The ratio in which shares were split between the earlier filings and this one: new shares for each old one. Null when
 * share counts moved in no common ratio.
 */
export function splitRatio(revised: readonly RevisedFact[], facts: readonly StatedFact[]): number | null {
  const counts = revised.filter(({ now, before }) => now.unit === 'shares' && (before.value ?? 0) !== 0)
  const ratios = counts.map(({ now, before }) => (now.value as number) / (before.value as number))
  const tagged = facts.flatMap(({ concept, value }) =>
    concept === SPLIT_RATIO && value !== null && value > 0 && value !== 1 ? [value] : [],
  )
  const near = (ratio: number) => ratios.filter((one) => Math.abs(one / ratio - 1) <= SPLIT_TOLERANCE).length
  const best = (candidates: number[], least: number) =>
    candidates
      .flatMap((ratio) => [ratio, 1 / ratio])
      .map((ratio) => ({ ratio, count: near(ratio) }))
      .filter(({ count }) => count >= least)
      .sort((one, other) => other.count - one.count)[0]?.ratio ?? null
  const stated = best(tagged, 1)
  if (stated !== null) return stated
  // Earnings per share alone, in filings that tag no share count that moved.
  if (ratios.length === 0 && tagged[0] !== undefined) return tagged[0]
  return best(USUAL_SPLITS, LEAST_IN_RATIO)
}

function isSplit({ now, before }: RevisedFact, ratio: number | null): boolean {
  if (ratio === null || now.value === null || before.value === null) return false
  if (now.unit === 'shares') return within(now.value, before.value * ratio, now, before, ratio)
  if (!/^[A-Z]{3}\/shares?$/.test(now.unit ?? '')) return false
  return within(now.value, before.value / ratio, now, before, 1 / ratio)
}

/** Rounding of a number before a split grows with the split. */
function within(
  value: number,
  expected: number,
  now: StatedFact,
  before: StatedFact,
  factor: number,
): boolean {
  const rounding = halfStep(now) + halfStep(before) * factor
  return Math.abs(value - expected) <= Math.max(rounding, SPLIT_TOLERANCE * Math.abs(expected)) * 1.0001
}

const NEW_STANDARD_AXIS = 'us-gaap:AdjustmentsForNewAccountingPronouncementsAxis'
const RESTATEMENT_AXES = new Set([
  'srt:RestatementAxis',
  'us-gaap:RestatementAxis',
  'us-gaap:StatementScenarioAxis',
  'us-gaap:ScenarioUnspecifiedDomain',
])
const NEW_STANDARD_MEMBER = /AccountingStandardsUpdate|NewAccountingPronouncement|NewAccountingPrinciple/
const RESTATED_MEMBER = /PreviouslyReported|RestatementAdjustment|ErrorCorrection/

/** Concepts whose change the filing itself ascribes to something, by the axis or member it tags them with. */
function ascribed(facts: readonly StatedFact[]) {
  const newStandard = new Set<string>()
  const restated = new Set<string>()
  for (const { concept, dimensions } of facts) {
    for (const { axis, member } of dimensions) {
      const name = member ?? ''
      if (axis === NEW_STANDARD_AXIS || (RESTATEMENT_AXES.has(axis) && NEW_STANDARD_MEMBER.test(name)))
        newStandard.add(concept)
      else if (RESTATEMENT_AXES.has(axis) && RESTATED_MEMBER.test(name)) restated.add(concept)
    }
  }
  return { newStandard, restated }
}

/** Results of operations that were given up, and what belongs to them in a balance sheet. */
export const DISCONTINUED = [
  'us-gaap:IncomeLossFromDiscontinuedOperationsNetOfTax',
  'us-gaap:IncomeLossFromDiscontinuedOperationsNetOfTaxAttributableToReportingEntity',
  'us-gaap:DiscontinuedOperationIncomeLossFromDiscontinuedOperationBeforeIncomeTax',
  'us-gaap:DisposalGroupIncludingDiscontinuedOperationRevenue',
  'us-gaap:AssetsOfDisposalGroupIncludingDiscontinuedOperation',
  'us-gaap:AssetsOfDisposalGroupIncludingDiscontinuedOperationCurrent',
  'us-gaap:DisposalGroupIncludingDiscontinuedOperationAssets',
  'us-gaap:DisposalGroupIncludingDiscontinuedOperationAssetsCurrent',
  'us-gaap:AssetsHeldForSaleNotPartOfDisposalGroupCurrent',
] as const

/** What neither a disposal nor a change of lines can move. */
const BOTTOM_LINES = new Set([
  'us-gaap:NetIncomeLoss',
  'us-gaap:ProfitLoss',
  'us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic',
  'us-gaap:ComprehensiveIncomeNetOfTax',
  'us-gaap:EarningsPerShareBasic',
  'us-gaap:EarningsPerShareDiluted',
  'us-gaap:Assets',
  'us-gaap:LiabilitiesAndStockholdersEquity',
  'us-gaap:StockholdersEquity',
  'us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
  'us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect',
  'us-gaap:CashAndCashEquivalentsPeriodIncreaseDecrease',
])

/** Whether a disposal of the period, not stated for it before, took the number out of the lines above it. */
function movedByDisposal({ now, before }: RevisedFact, current: WholeEntity, earlier: Earlier): boolean {
  if (BOTTOM_LINES.has(now.concept) || now.unit === 'shares') return false
  const period = { start: now.period_start, end: now.period_end }
  return DISCONTINUED.some((concept) => {
    const stated = current.find(concept, period, now.unit)
    if (!stated || stated.value === 0) return false
    const known = earlier.of(before.accession_number).find(concept, period, now.unit)
    return !known || known.value !== stated.value
  })
}

const CURRENT_ASSETS = 'us-gaap:AssetsCurrent'
const CURRENT_LIABILITIES = 'us-gaap:LiabilitiesCurrent'
const OPERATING = 'us-gaap:NetCashProvidedByUsedInOperatingActivities'
const INVESTING = 'us-gaap:NetCashProvidedByUsedInInvestingActivities'
const FINANCING = 'us-gaap:NetCashProvidedByUsedInFinancingActivities'
const CASH_CHANGE = [
  'us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect',
  'us-gaap:CashAndCashEquivalentsPeriodIncreaseDecrease',
]
const RESULT = ['us-gaap:OperatingIncomeLoss', 'us-gaap:NetIncomeLoss', 'us-gaap:ProfitLoss']

const words = (text: string) => text.split(/\s+/).filter(Boolean)
/** Customary totals above the lines of the statements, nearest first. */
const PARENTS = new Map<string, readonly string[]>()
function above(parents: readonly string[], children: string) {
  for (const child of words(children)) PARENTS.set(`us-gaap:${child}`, parents)
}
above(
  [CURRENT_ASSETS, 'us-gaap:Assets'],
  `CashAndCashEquivalentsAtCarryingValue ShortTermInvestments MarketableSecuritiesCurrent AccountsReceivableNetCurrent
  ReceivablesNetCurrent InventoryNet OtherAssetsCurrent PrepaidExpenseAndOtherAssetsCurrent PrepaidExpenseCurrent
  NontradeReceivablesCurrent AccountsAndOtherReceivablesNetCurrent ContractWithCustomerAssetNetCurrent
  RestrictedCashAndCashEquivalentsAtCarryingValue RestrictedCashCurrent AssetsHeldForSaleNotPartOfDisposalGroupCurrent
  DeferredIncomeTaxAssetsNetCurrent AvailableForSaleSecuritiesCurrent AvailableForSaleSecuritiesDebtSecuritiesCurrent`,
)
above(
  ['us-gaap:AssetsNoncurrent', 'us-gaap:Assets'],
  `PropertyPlantAndEquipmentNet Goodwill IntangibleAssetsNetExcludingGoodwill FiniteLivedIntangibleAssetsNet
  OtherAssetsNoncurrent LongTermInvestments MarketableSecuritiesNoncurrent OperatingLeaseRightOfUseAsset
  DeferredIncomeTaxAssetsNet AvailableForSaleSecuritiesNoncurrent EquityMethodInvestments`,
)
above(['us-gaap:Assets'], 'AssetsCurrent AssetsNoncurrent')
above(
  [CURRENT_LIABILITIES, 'us-gaap:Liabilities', 'us-gaap:LiabilitiesAndStockholdersEquity'],
  `AccountsPayableCurrent AccruedLiabilitiesCurrent OtherLiabilitiesCurrent DebtCurrent LongTermDebtCurrent
  ShortTermBorrowings CommercialPaper ContractWithCustomerLiabilityCurrent DeferredRevenueCurrent TaxesPayableCurrent
  AccruedIncomeTaxesCurrent EmployeeRelatedLiabilitiesCurrent OperatingLeaseLiabilityCurrent AccountsPayableTradeCurrent
  AccountsPayableAndAccruedLiabilitiesCurrent InterestPayableCurrent DividendsPayableCurrent`,
)
above(
  ['us-gaap:LiabilitiesNoncurrent', 'us-gaap:Liabilities', 'us-gaap:LiabilitiesAndStockholdersEquity'],
  `LongTermDebtNoncurrent LongTermDebt OtherLiabilitiesNoncurrent DeferredIncomeTaxLiabilitiesNet
  OperatingLeaseLiabilityNoncurrent ContractWithCustomerLiabilityNoncurrent DeferredRevenueNoncurrent`,
)
above(
  ['us-gaap:Liabilities', 'us-gaap:LiabilitiesAndStockholdersEquity'],
  'LiabilitiesCurrent LiabilitiesNoncurrent',
)
above(['us-gaap:LiabilitiesAndStockholdersEquity'], 'Liabilities')
above(
  [
    'us-gaap:StockholdersEquity',
    'us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
  ],
  `CommonStockValue AdditionalPaidInCapital AdditionalPaidInCapitalCommonStock RetainedEarningsAccumulatedDeficit
  AccumulatedOtherComprehensiveIncomeLossNetOfTax TreasuryStockValue TreasuryStockCommonValue
  CommonStocksIncludingAdditionalPaidInCapital`,
)
above(
  RESULT,
  `Revenues RevenueFromContractWithCustomerExcludingAssessedTax RevenueFromContractWithCustomerIncludingAssessedTax
  SalesRevenueNet SalesRevenueGoodsNet CostOfRevenue CostOfGoodsAndServicesSold CostOfGoodsSold CostOfServices GrossProfit
  OperatingExpenses CostsAndExpenses SellingGeneralAndAdministrativeExpense SellingAndMarketingExpense
  GeneralAndAdministrativeExpense ResearchAndDevelopmentExpense DepreciationDepletionAndAmortization
  AmortizationOfIntangibleAssets RestructuringCharges OtherOperatingIncomeExpenseNet OtherCostAndExpenseOperating
  AssetImpairmentCharges LaborAndRelatedExpense`,
)
above(
  [
    'us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest',
    'us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
    'us-gaap:NetIncomeLoss',
    'us-gaap:ProfitLoss',
  ],
  `OperatingIncomeLoss InterestExpense InterestExpenseNonoperating NonoperatingIncomeExpense OtherNonoperatingIncomeExpense
  InvestmentIncomeInterest InterestIncomeExpenseNet IncomeLossFromEquityMethodInvestments`,
)
above(
  ['us-gaap:NetIncomeLoss', 'us-gaap:ProfitLoss'],
  `IncomeTaxExpenseBenefit IncomeLossFromContinuingOperations
  IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest
  IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments`,
)
above(
  [OPERATING],
  `IncreaseDecreaseInAccountsReceivable IncreaseDecreaseInInventories IncreaseDecreaseInAccountsPayable
  IncreaseDecreaseInOtherOperatingAssets IncreaseDecreaseInOtherOperatingLiabilities IncreaseDecreaseInOtherReceivables
  IncreaseDecreaseInContractWithCustomerLiability IncreaseDecreaseInDeferredRevenue IncreaseDecreaseInAccruedLiabilities
  IncreaseDecreaseInPrepaidDeferredExpenseAndOtherAssets IncreaseDecreaseInAccountsPayableAndAccruedLiabilities
  DeferredIncomeTaxExpenseBenefit ShareBasedCompensation OtherNoncashIncomeExpense OtherOperatingActivitiesCashFlowStatement
  DepreciationAndAmortization DepreciationDepletionAndAmortizationOperating IncreaseDecreaseInOtherOperatingCapitalNet
  IncreaseDecreaseInIncomeTaxes IncreaseDecreaseInAccruedIncomeTaxesPayable GainLossOnInvestments ProvisionForDoubtfulAccounts`,
)
above(
  [INVESTING],
  `PaymentsToAcquirePropertyPlantAndEquipment PaymentsToAcquireProductiveAssets PaymentsToAcquireInvestments
  ProceedsFromSaleMaturityAndCollectionsOfInvestments PaymentsForProceedsFromOtherInvestingActivities
  PaymentsToAcquireBusinessesNetOfCashAcquired PaymentsToAcquireAvailableForSaleSecuritiesDebt
  ProceedsFromSaleOfAvailableForSaleSecuritiesDebt ProceedsFromMaturitiesPrepaymentsAndCallsOfAvailableForSaleSecurities`,
)
above(
  [FINANCING],
  `ProceedsFromIssuanceOfCommonStock PaymentsForRepurchaseOfCommonStock ProceedsFromIssuanceOfLongTermDebt
  RepaymentsOfLongTermDebt PaymentsOfDividends ProceedsFromPaymentsForOtherFinancingActivities
  ProceedsFromRepaymentsOfCommercialPaper PaymentsRelatedToTaxWithholdingForShareBasedCompensation`,
)
above(
  CASH_CHANGE,
  `NetCashProvidedByUsedInOperatingActivities NetCashProvidedByUsedInInvestingActivities
  NetCashProvidedByUsedInFinancingActivities`,
)

/** Totals by which a change of lines is told from a change of substance. */
export const TOTALS: readonly string[] = [...new Set([...PARENTS.values()].flat())]

/** Whether a total above the number is stated in both filings for the same period, and is the same in both. */
function isReclass(
  { now, before }: RevisedFact,
  current: WholeEntity,
  earlier: Earlier,
  share: number,
): boolean {
  const period = { start: now.period_start, end: now.period_end }
  return (PARENTS.get(now.concept) ?? []).some((parent) => {
    const stated = current.find(parent, period, now.unit)
    const known = earlier.of(before.accession_number).find(parent, period, now.unit)
    if (!stated || !known) return false
    const apart = Math.abs((stated.value as number) - (known.value as number))
    return apart <= revisionTolerance(known, stated, share)
  })
}

/** What earlier filings state for the concepts that explain changes, by filing. */
class Earlier {
  private readonly byFiling = new Map<string, WholeEntity>()

  constructor(facts: readonly StatedFact[]) {
    const groups = new Map<string, StatedFact[]>()
    for (const fact of facts) {
      const group = groups.get(fact.accession_number)
      if (group) group.push(fact)
      else groups.set(fact.accession_number, [fact])
    }
    for (const [accession, group] of groups) this.byFiling.set(accession, new WholeEntity(group))
  }

  of(accessionNumber: string): WholeEntity {
    return this.byFiling.get(accessionNumber) ?? NOTHING
  }
}
const NOTHING = new WholeEntity([])

/** Where a revision was announced. */
export interface Announcements {
  /** The filing is an amendment. */
  amendment: boolean
  /** Its cover says that it corrects an error. */
  error_flag: boolean
  /** Days on which the company said that earlier statements must not be relied on (8-K Item 4.02). */
  non_reliance_on: readonly string[]
}

/** An 8-K Item 4.02 speaks of statements filed within this time before it. */
const NON_RELIANCE_DAYS = 1_200

/** Sorts every revision into its class. */
export function classify(
  revised: readonly RevisedFact[],
  given: {
    facts: readonly StatedFact[]
    earlier_context: readonly StatedFact[]
    announcements: Announcements
    share: number
  },
): { revision: RevisedFact; class: RevisionClass }[] {
  const current = new WholeEntity(given.facts)
  const earlier = new Earlier(given.earlier_context)
  const ratio = splitRatio(revised, given.facts)
  const { newStandard, restated } = ascribed(given.facts)
  const { amendment, error_flag, non_reliance_on } = given.announcements
  const classified = revised.map((revision) => {
    const { now, before } = revision
    const old = before.value as number
    const value = now.value as number
    const announced = () =>
      amendment ||
      error_flag ||
      restated.has(now.concept) ||
      non_reliance_on.some((day) => {
        const age = daysBetween(before.filing_date, day)
        return age >= 0 && age <= NON_RELIANCE_DAYS
      })
    const found: RevisionClass = isScaleError(old, value)
      ? 'scale_error'
      : old !== 0 && Math.abs(old + value) <= revisionTolerance(before, now, given.share)
        ? 'sign_change'
        : isSplit(revision, ratio)
          ? 'split_adjusted'
          : newStandard.has(now.concept)
            ? 'accounting_change'
            : movedByDisposal(revision, current, earlier)
              ? 'discontinued_ops'
              : isReclass(revision, current, earlier, given.share)
                ? 'reclass'
                : announced()
                  ? 'announced'
                  : 'unexplained'
    return { revision, class: found }
  })
  return classified.map((one) =>
    one.class === 'unexplained'
      ? { ...one, class: classOfEqualMove(one.revision, classified) ?? one.class }
      : one,
  )
}

/** What a filing ascribes a change of one number to moves the totals around it by the same amount, tagged or not. */
const ASCRIBED = new Set<RevisionClass>(['accounting_change', 'announced'])

function classOfEqualMove(
  { now, before }: RevisedFact,
  classified: readonly { revision: RevisedFact; class: RevisionClass }[],
): RevisionClass | undefined {
  const moved = Math.abs((now.value as number) - (before.value as number))
  const rounding = halfStep(now) + halfStep(before)
  return classified.find(({ revision: other, class: name }) => {
    if (!ASCRIBED.has(name) || other.now.unit !== now.unit) return false
    if (other.now.period_start !== now.period_start || other.now.period_end !== now.period_end) return false
    const apart = Math.abs(moved - Math.abs((other.now.value as number) - (other.before.value as number)))
    return apart <= rounding
  })?.class
}
