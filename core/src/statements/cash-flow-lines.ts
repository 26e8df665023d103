import { standardLines } from './standard-line.ts'

export const CASH_FLOW_LINES = standardLines('cash_flow', [
  [
    'depreciation_and_amortization',
    'Depreciation and amortisation',
    `DepreciationDepletionAndAmortization DepreciationAmortizationAndAccretionNet
    DepreciationAndAmortization OtherDepreciationAndAmortization Depreciation ifrs:DepreciationAndAmortisationExpense
    ifrs:AdjustmentsForDepreciationAndAmortisationExpense`,
  ],
  [
    'share_based_compensation',
    'Share-based compensation',
    'ShareBasedCompensation ifrs:AdjustmentsForSharebasedPayments',
  ],
  [
    'deferred_income_tax',
    'Deferred income taxes',
    `DeferredIncomeTaxExpenseBenefit DeferredIncomeTaxesAndTaxCredits`,
  ],
  [
    'cash_flow_operating',
    'Net cash from operating activities',
    `NetCashProvidedByUsedInOperatingActivities
    NetCashProvidedByUsedInOperatingActivitiesContinuingOperations ifrs:CashFlowsFromUsedInOperatingActivities`,
  ],
  [
    'capital_expenditures',
    'Purchases of property, plant and equipment',
    `PaymentsToAcquirePropertyPlantAndEquipment PaymentsToAcquireProductiveAssets
    PaymentsForCapitalImprovements PaymentsToAcquireOtherPropertyPlantAndEquipment ifrs:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities`,
  ],
  ['acquisitions', 'Acquisitions of businesses', 'PaymentsToAcquireBusinessesNetOfCashAcquired'],
  [
    'cash_flow_investing',
    'Net cash from investing activities',
    `NetCashProvidedByUsedInInvestingActivities
    NetCashProvidedByUsedInInvestingActivitiesContinuingOperations ifrs:CashFlowsFromUsedInInvestingActivities`,
  ],
  [
    'dividends_paid',
    'Dividends paid',
    `PaymentsOfDividends PaymentsOfDividendsCommonStock PaymentsOfOrdinaryDividends
    ifrs:DividendsPaidClassifiedAsFinancingActivities`,
  ],
  [
    'stock_repurchased',
    'Repurchases of common stock',
    'PaymentsForRepurchaseOfCommonStock PaymentsForRepurchaseOfEquity ifrs:PaymentsToAcquireOrRedeemEntitysShares',
  ],
  [
    'stock_issued',
    'Issuance of common stock',
    'ProceedsFromIssuanceOfCommonStock ProceedsFromIssuanceOrSaleOfEquity ifrs:ProceedsFromIssuingShares',
  ],
  [
    'debt_issued',
    'Issuance of long-term debt',
    'ProceedsFromIssuanceOfLongTermDebt ProceedsFromIssuanceOfDebt ProceedsFromDebtNetOfIssuanceCosts',
  ],
  ['debt_repaid', 'Repayment of long-term debt', 'RepaymentsOfLongTermDebt RepaymentsOfDebt'],
  [
    'cash_flow_financing',
    'Net cash from financing activities',
    `NetCashProvidedByUsedInFinancingActivities
    NetCashProvidedByUsedInFinancingActivitiesContinuingOperations ifrs:CashFlowsFromUsedInFinancingActivities`,
  ],
  [
    'cash_flow_discontinued',
    'Net cash from discontinued operations',
    'NetCashProvidedByUsedInDiscontinuedOperations CashProvidedByUsedInDiscontinuedOperations NetCashChangeOfDiscontinuedAndHeldForSaleBusinesses',
  ],
  [
    'exchange_rate_effect',
    'Effect of exchange rates on cash',
    `EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents
    EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsIncludingDisposalGroupAndDiscontinuedOperations
    EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsDisposalGroupIncludingDiscontinuedOperations
    EffectOfExchangeRateOnCashAndCashEquivalents EffectOfExchangeRateOnCashAndCashEquivalentsContinuingOperations EffectOfExchangeRateOnCash
    ifrs:EffectOfExchangeRateChangesOnCashAndCashEquivalents`,
  ],
  [
    'net_change_in_cash',
    'Net change in cash',
    `CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect
    CashAndCashEquivalentsPeriodIncreaseDecrease CashPeriodIncreaseDecrease
    CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect
    CashAndCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect
    ifrs:IncreaseDecreaseInCashAndCashEquivalents`,
    ['cash_flow_operating + cash_flow_investing + cash_flow_financing + [exchange_rate_effect]'],
  ],
  ['interest_paid', 'Interest paid', 'InterestPaidNet InterestPaid'],
  ['income_taxes_paid', 'Income taxes paid', 'IncomeTaxesPaidNet IncomeTaxesPaid'],
])
