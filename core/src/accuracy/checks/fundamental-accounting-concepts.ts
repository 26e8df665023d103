/**
 * The fundamental accounting concepts of Charles Hoffman (xbrlsite.com, "Fundamental Accounting Concepts"), as parse-xbrl
 * computes them: the first concept of a list that is reported and not zero, zero where there is none, then rules that fill in
 * what is still zero. They are the peer's definition, applied to our facts; the product serves none of these zeros.
 */
export type PeriodKind = 'instant' | 'duration'

/** Field, then the concepts it is looked for under. */
const REPORTED: readonly [PeriodKind, string, string][] = [
  ['instant', 'Assets', 'Assets'],
  ['instant', 'CurrentAssets', 'AssetsCurrent'],
  ['instant', 'NoncurrentAssets', 'AssetsNoncurrent'],
  ['instant', 'LiabilitiesAndEquity', 'LiabilitiesAndStockholdersEquity LiabilitiesAndPartnersCapital'],
  ['instant', 'Liabilities', 'Liabilities'],
  ['instant', 'CurrentLiabilities', 'LiabilitiesCurrent'],
  ['instant', 'NoncurrentLiabilities', 'LiabilitiesNoncurrent'],
  ['instant', 'CommitmentsAndContingencies', 'CommitmentsAndContingencies'],
  [
    'instant',
    'TemporaryEquity',
    `TemporaryEquityRedemptionValue RedeemablePreferredStockCarryingAmount TemporaryEquityCarryingAmount
     TemporaryEquityValueExcludingAdditionalPaidInCapital TemporaryEquityCarryingAmountAttributableToParent
     RedeemableNoncontrollingInterestEquityFairValue`,
  ],
  [
    'instant',
    'RedeemableNoncontrollingInterest',
    'RedeemableNoncontrollingInterestEquityCarryingAmount RedeemableNoncontrollingInterestEquityCommonCarryingAmount',
  ],
  [
    'instant',
    'Equity',
    `StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest StockholdersEquity
     PartnersCapitalIncludingPortionAttributableToNoncontrollingInterest PartnersCapital CommonStockholdersEquity
     MemberEquity AssetsNet`,
  ],
  [
    'instant',
    'EquityAttributableToNoncontrollingInterest',
    'MinorityInterest PartnersCapitalAttributableToNoncontrollingInterest',
  ],
  ['instant', 'EquityAttributableToParent', 'StockholdersEquity LiabilitiesAndPartnersCapital'],
  [
    'duration',
    'Revenues',
    `Revenues SalesRevenueNet SalesRevenueServicesNet RevenuesNetOfInterestExpense RegulatedAndUnregulatedOperatingRevenue
     HealthCareOrganizationRevenue InterestAndDividendIncomeOperating RealEstateRevenueNet RevenueMineralSales
     OilAndGasRevenue FinancialServicesRevenue`,
  ],
  ['duration', 'CostOfRevenue', 'CostOfRevenue CostOfServices CostOfGoodsSold CostOfGoodsAndServicesSold'],
  ['duration', 'GrossProfit', 'GrossProfit'],
  ['duration', 'OperatingExpenses', 'OperatingExpenses OperatingCostsAndExpenses'],
  ['duration', 'CostsAndExpenses', 'CostsAndExpenses'],
  ['duration', 'OtherOperatingIncome', 'OtherOperatingIncome'],
  ['duration', 'OperatingIncomeLoss', 'OperatingIncomeLoss'],
  ['duration', 'NonoperatingIncomeLoss', 'NonoperatingIncomeExpense'],
  ['duration', 'InterestAndDebtExpense', 'InterestAndDebtExpense'],
  [
    'duration',
    'IncomeBeforeEquityMethodInvestments',
    'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
  ],
  ['duration', 'IncomeFromEquityMethodInvestments', 'IncomeLossFromEquityMethodInvestments'],
  [
    'duration',
    'IncomeFromContinuingOperationsBeforeTax',
    `IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments
     IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest`,
  ],
  [
    'duration',
    'IncomeTaxExpenseBenefit',
    'IncomeTaxExpenseBenefit IncomeTaxExpenseBenefitContinuingOperations',
  ],
  [
    'duration',
    'IncomeFromContinuingOperationsAfterTax',
    'IncomeLossBeforeExtraordinaryItemsAndCumulativeEffectOfChangeInAccountingPrinciple',
  ],
  [
    'duration',
    'IncomeFromDiscontinuedOperations',
    `IncomeLossFromDiscontinuedOperationsNetOfTax
     DiscontinuedOperationGainLossOnDisposalOfDiscontinuedOperationNetOfTax
     IncomeLossFromDiscontinuedOperationsNetOfTaxAttributableToReportingEntity`,
  ],
  ['duration', 'ExtraordinaryItems', 'ExtraordinaryItemNetOfTax'],
  [
    'duration',
    'NetIncomeLoss',
    `ProfitLoss NetIncomeLoss NetIncomeLossAvailableToCommonStockholdersBasic IncomeLossFromContinuingOperations
     IncomeLossAttributableToParent
     IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest`,
  ],
  [
    'duration',
    'NetIncomeAvailableToCommonStockholdersBasic',
    'NetIncomeLossAvailableToCommonStockholdersBasic',
  ],
  ['duration', 'PreferredStockDividendsAndOtherAdjustments', 'PreferredStockDividendsAndOtherAdjustments'],
  [
    'duration',
    'NetIncomeAttributableToNoncontrollingInterest',
    'NetIncomeLossAttributableToNoncontrollingInterest',
  ],
  ['duration', 'NetIncomeAttributableToParent', 'NetIncomeLoss'],
  ['duration', 'OtherComprehensiveIncome', 'OtherComprehensiveIncomeLossNetOfTax'],
  [
    'duration',
    'ComprehensiveIncome',
    'ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest ComprehensiveIncomeNetOfTax',
  ],
  ['duration', 'ComprehensiveIncomeAttributableToParent', 'ComprehensiveIncomeNetOfTax'],
  [
    'duration',
    'ComprehensiveIncomeAttributableToNoncontrollingInterest',
    'ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest',
  ],
  [
    'duration',
    'NetCashFlow',
    `CashAndCashEquivalentsPeriodIncreaseDecrease CashPeriodIncreaseDecrease
     NetCashProvidedByUsedInContinuingOperations`,
  ],
  ['duration', 'NetCashFlowsOperating', 'NetCashProvidedByUsedInOperatingActivities'],
  ['duration', 'NetCashFlowsInvesting', 'NetCashProvidedByUsedInInvestingActivities'],
  ['duration', 'NetCashFlowsFinancing', 'NetCashProvidedByUsedInFinancingActivities'],
  [
    'duration',
    'NetCashFlowsOperatingContinuing',
    'NetCashProvidedByUsedInOperatingActivitiesContinuingOperations',
  ],
  [
    'duration',
    'NetCashFlowsInvestingContinuing',
    'NetCashProvidedByUsedInInvestingActivitiesContinuingOperations',
  ],
  [
    'duration',
    'NetCashFlowsFinancingContinuing',
    'NetCashProvidedByUsedInFinancingActivitiesContinuingOperations',
  ],
  [
    'duration',
    'NetCashFlowsOperatingDiscontinued',
    'CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations',
  ],
  [
    'duration',
    'NetCashFlowsInvestingDiscontinued',
    'CashProvidedByUsedInInvestingActivitiesDiscontinuedOperations',
  ],
  [
    'duration',
    'NetCashFlowsFinancingDiscontinued',
    'CashProvidedByUsedInFinancingActivitiesDiscontinuedOperations',
  ],
  [
    'duration',
    'ExchangeGainsLosses',
    `EffectOfExchangeRateOnCashAndCashEquivalents EffectOfExchangeRateOnCashAndCashEquivalentsContinuingOperations
     CashProvidedByUsedInFinancingActivitiesDiscontinuedOperations`,
  ],
]

/** `field = sum if conditions`, applied in order. A condition is a field that is not zero, `!field` one that is, or sums that are equal. */
const RULES = `
TemporaryEquity = TemporaryEquity + RedeemableNoncontrollingInterest if TemporaryEquity
Assets = CurrentAssets if !Assets LiabilitiesAndEquity CurrentAssets==LiabilitiesAndEquity
Assets = CurrentAssets if !Assets !NoncurrentAssets LiabilitiesAndEquity LiabilitiesAndEquity==Liabilities+Equity
NoncurrentAssets = Assets - CurrentAssets if Assets CurrentAssets
LiabilitiesAndEquity = Assets if !LiabilitiesAndEquity Assets
Equity = EquityAttributableToParent + EquityAttributableToNoncontrollingInterest if EquityAttributableToNoncontrollingInterest EquityAttributableToParent
Equity = EquityAttributableToParent + EquityAttributableToNoncontrollingInterest if !Equity
EquityAttributableToParent = Equity - EquityAttributableToNoncontrollingInterest if Equity !EquityAttributableToParent
Liabilities = LiabilitiesAndEquity - CommitmentsAndContingencies - TemporaryEquity - Equity if !Liabilities Equity
NoncurrentLiabilities = Liabilities - CurrentLiabilities if Liabilities CurrentLiabilities
Liabilities = CurrentLiabilities if !Liabilities CurrentLiabilities !NoncurrentLiabilities
NonoperatingIncomeLossPlusInterestAndDebtExpense = NonoperatingIncomeLoss + InterestAndDebtExpense if
NetIncomeAvailableToCommonStockholdersBasic = NetIncomeAttributableToParent if !NetIncomeAvailableToCommonStockholdersBasic !PreferredStockDividendsAndOtherAdjustments
IncomeFromContinuingOperationsAfterTax = NetIncomeLoss - IncomeFromDiscontinuedOperations - ExtraordinaryItems if NetIncomeLoss !IncomeFromContinuingOperationsAfterTax
NetIncomeAttributableToParent = NetIncomeLoss if !NetIncomeAttributableToParent !NetIncomeAttributableToNoncontrollingInterest
PreferredStockDividendsAndOtherAdjustments = NetIncomeAttributableToParent - NetIncomeAvailableToCommonStockholdersBasic if !PreferredStockDividendsAndOtherAdjustments NetIncomeAttributableToParent NetIncomeAvailableToCommonStockholdersBasic
ComprehensiveIncome = NetIncomeLoss if !ComprehensiveIncomeAttributableToParent !ComprehensiveIncomeAttributableToNoncontrollingInterest !ComprehensiveIncome !OtherComprehensiveIncome
OtherComprehensiveIncome = ComprehensiveIncome - NetIncomeLoss if ComprehensiveIncome !OtherComprehensiveIncome
ComprehensiveIncomeAttributableToParent = ComprehensiveIncome if !ComprehensiveIncomeAttributableToParent !ComprehensiveIncomeAttributableToNoncontrollingInterest
IncomeFromContinuingOperationsBeforeTax = IncomeBeforeEquityMethodInvestments + IncomeFromEquityMethodInvestments if IncomeBeforeEquityMethodInvestments IncomeFromEquityMethodInvestments !IncomeFromContinuingOperationsBeforeTax
IncomeFromContinuingOperationsBeforeTax = IncomeFromContinuingOperationsAfterTax + IncomeTaxExpenseBenefit if !IncomeFromContinuingOperationsBeforeTax IncomeFromContinuingOperationsAfterTax
IncomeFromContinuingOperationsAfterTax = IncomeFromContinuingOperationsBeforeTax - IncomeTaxExpenseBenefit if !IncomeFromContinuingOperationsAfterTax IncomeFromContinuingOperationsBeforeTax
GrossProfit = Revenues - CostOfRevenue if !GrossProfit Revenues CostOfRevenue
Revenues = GrossProfit + CostOfRevenue if GrossProfit !Revenues CostOfRevenue
CostOfRevenue = Revenues - GrossProfit if GrossProfit Revenues !CostOfRevenue
CostsAndExpenses = CostOfRevenue + OperatingExpenses if !CostsAndExpenses OperatingExpenses CostOfRevenue
CostsAndExpenses = Revenues - OperatingIncomeLoss - OtherOperatingIncome if !GrossProfit !CostsAndExpenses Revenues OperatingIncomeLoss OtherOperatingIncome
OperatingExpenses = CostsAndExpenses - CostOfRevenue if CostOfRevenue CostsAndExpenses !OperatingExpenses
CostOfRevenue = CostsAndExpenses - OperatingExpenses if Revenues !GrossProfit Revenues-CostsAndExpenses==OperatingIncomeLoss !OperatingExpenses !OtherOperatingIncome
IncomeBeforeEquityMethodInvestments = IncomeFromContinuingOperationsBeforeTax - IncomeFromEquityMethodInvestments if !IncomeBeforeEquityMethodInvestments IncomeFromContinuingOperationsBeforeTax
InterestAndDebtExpense = IncomeBeforeEquityMethodInvestments - OperatingIncomeLoss - NonoperatingIncomeLoss if OperatingIncomeLoss NonoperatingIncomeLoss !InterestAndDebtExpense IncomeBeforeEquityMethodInvestments
OtherOperatingIncome = OperatingIncomeLoss - GrossProfit + OperatingExpenses if GrossProfit OperatingExpenses OperatingIncomeLoss
OperatingIncomeLoss = OperatingIncomeLoss - IncomeFromEquityMethodInvestments if IncomeFromEquityMethodInvestments IncomeBeforeEquityMethodInvestments IncomeBeforeEquityMethodInvestments!=IncomeFromContinuingOperationsBeforeTax
IncomeBeforeEquityMethodInvestments = IncomeFromContinuingOperationsBeforeTax - IncomeFromEquityMethodInvestments if IncomeFromEquityMethodInvestments IncomeBeforeEquityMethodInvestments IncomeBeforeEquityMethodInvestments!=IncomeFromContinuingOperationsBeforeTax
OperatingIncomeLoss = IncomeBeforeEquityMethodInvestments + NonoperatingIncomeLoss - InterestAndDebtExpense if !OperatingIncomeLoss IncomeBeforeEquityMethodInvestments
NonoperatingIncomePlusInterestAndDebtExpensePlusIncomeFromEquityMethodInvestments = IncomeFromContinuingOperationsBeforeTax - OperatingIncomeLoss if
NonoperatingIncomeLossPlusInterestAndDebtExpense = NonoperatingIncomePlusInterestAndDebtExpensePlusIncomeFromEquityMethodInvestments - IncomeFromEquityMethodInvestments if !NonoperatingIncomeLossPlusInterestAndDebtExpense NonoperatingIncomePlusInterestAndDebtExpensePlusIncomeFromEquityMethodInvestments
NetCashFlowsOperatingContinuing = NetCashFlowsOperating - NetCashFlowsOperatingDiscontinued if NetCashFlowsOperating !NetCashFlowsOperatingContinuing
NetCashFlowsInvestingContinuing = NetCashFlowsInvesting - NetCashFlowsInvestingDiscontinued if NetCashFlowsInvesting !NetCashFlowsInvestingContinuing
NetCashFlowsFinancingContinuing = NetCashFlowsFinancing - NetCashFlowsFinancingDiscontinued if NetCashFlowsFinancing !NetCashFlowsFinancingContinuing
NetCashFlowsOperating = NetCashFlowsOperatingContinuing if !NetCashFlowsOperating !NetCashFlowsOperatingDiscontinued
NetCashFlowsInvesting = NetCashFlowsInvestingContinuing if !NetCashFlowsInvesting !NetCashFlowsInvestingDiscontinued
NetCashFlowsFinancing = NetCashFlowsFinancingContinuing if !NetCashFlowsFinancing !NetCashFlowsFinancingDiscontinued
NetCashFlowsContinuing = NetCashFlowsOperatingContinuing + NetCashFlowsInvestingContinuing + NetCashFlowsFinancingContinuing if
NetCashFlow = NetCashFlowsOperating + NetCashFlowsInvesting + NetCashFlowsFinancing if !NetCashFlow
`

type Fields = Map<string, number>

/** Every concept and ratio, from whatever looks up a reported fact. */
export function fundamentalConcepts(
  find: (concept: string, kind: PeriodKind) => number | null | undefined,
): Fields {
  const fields: Fields = new Map()
  for (const [kind, field, concepts] of REPORTED) {
    const values = concepts.split(/\s+/).map((concept) => find(`us-gaap:${concept}`, kind) ?? 0)
    fields.set(field, values.find((value) => value !== 0) ?? 0)
  }
  for (const rule of RULES.trim().split('\n')) apply(rule, fields)
  for (const [name, value] of ratios(fields)) fields.set(name, value)
  return fields
}

function apply(rule: string, fields: Fields): void {
  const [assignment = '', conditions = ''] = rule.split(/ if ?/)
  const [field = '', sum = ''] = assignment.split(' = ')
  if (
    conditions
      .split(' ')
      .filter(Boolean)
      .every((condition) => holds(condition, fields))
  )
    fields.set(field, sumOf(sum, fields))
}

function holds(condition: string, fields: Fields): boolean {
  const [left = '', relation, right = ''] = condition.split(/(==|!=)/)
  if (relation !== undefined) return (sumOf(left, fields) === sumOf(right, fields)) === (relation === '==')
  return condition.startsWith('!') ? sumOf(condition.slice(1), fields) === 0 : sumOf(condition, fields) !== 0
}

function sumOf(sum: string, fields: Fields): number {
  const terms = sum.replaceAll(' ', '').match(/[+-]?\w+/g) ?? []
  return terms.reduce((total, term) => {
    const value = fields.get(term.replace(/^[+-]/, '')) ?? 0
    return term.startsWith('-') ? total - value : total + value
  }, 0)
}

function ratios(fields: Fields): [string, number][] {
  const [income, revenues, assets, equity] = ['NetIncomeLoss', 'Revenues', 'Assets', 'Equity'].map(
    (name) => fields.get(name) ?? 0,
  ) as [number, number, number, number]
  const margin = income / revenues
  const leverage = 1 + (assets - equity) / equity
  return [
    ['ROA', income / assets],
    ['ROE', income / equity],
    ['ROS', margin],
    // Sustainable growth rate.
    ['SGR', (margin * leverage) / (assets / revenues - margin * leverage)],
  ]
}
