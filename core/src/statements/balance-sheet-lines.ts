import { standardLines } from './standard-line.ts'

export const BALANCE_SHEET_LINES = standardLines('balance_sheet', [
  [
    'cash',
    'Cash and cash equivalents',
    `CashAndCashEquivalentsAtCarryingValue CashCashEquivalentsAndFederalFundsSold CashAndDueFromBanks
    Cash CashEquivalentsAtCarryingValue CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents
    ifrs:CashAndCashEquivalents ifrs:Cash`,
  ],
  [
    'short_term_investments',
    'Short-term investments',
    `ShortTermInvestments MarketableSecuritiesCurrent AvailableForSaleSecuritiesDebtSecuritiesCurrent
    AvailableForSaleSecuritiesCurrent OtherShortTermInvestments`,
  ],
  [
    'receivables',
    'Receivables',
    `AccountsReceivableNetCurrent ReceivablesNetCurrent AccountsNotesAndLoansReceivableNetCurrent
    AccountsAndOtherReceivablesNetCurrent AccountsReceivableNet ifrs:TradeAndOtherCurrentReceivables`,
  ],
  [
    'inventory',
    'Inventory',
    'InventoryNet InventoryGross InventoryNetOfAllowancesCustomerAdvancesAndProgressBillings ifrs:Inventories',
  ],
  [
    'other_current_assets',
    'Other current assets',
    'OtherAssetsCurrent PrepaidExpenseAndOtherAssetsCurrent ifrs:OtherCurrentAssets',
  ],
  ['current_assets', 'Current assets', 'AssetsCurrent ifrs:CurrentAssets'],
  [
    'property_plant_and_equipment',
    'Property, plant and equipment, net',
    `PropertyPlantAndEquipmentNet
    PropertyPlantAndEquipmentAndFinanceLeaseRightOfUseAssetAfterAccumulatedDepreciationAndAmortization
    PublicUtilitiesPropertyPlantAndEquipmentNet RealEstateInvestmentPropertyNet ifrs:PropertyPlantAndEquipment`,
  ],
  [
    'long_term_investments',
    'Long-term investments',
    'LongTermInvestments MarketableSecuritiesNoncurrent AvailableForSaleSecuritiesNoncurrent',
  ],
  ['goodwill', 'Goodwill', 'Goodwill ifrs:Goodwill'],
  [
    'intangible_assets',
    'Intangible assets',
    `IntangibleAssetsNetExcludingGoodwill FiniteLivedIntangibleAssetsNet
    ifrs:IntangibleAssetsOtherThanGoodwill`,
  ],
  [
    'noncurrent_assets',
    'Noncurrent assets',
    'AssetsNoncurrent ifrs:NoncurrentAssets',
    ['assets - current_assets'],
  ],
  ['assets', 'Assets', 'Assets ifrs:Assets', ['current_assets + noncurrent_assets']],
  [
    'payables',
    'Accounts payable',
    `AccountsPayableCurrent AccountsPayableTradeCurrent AccountsPayableAndAccruedLiabilitiesCurrent
    AccountsPayableCurrentAndNoncurrent ifrs:TradeAndOtherCurrentPayables`,
  ],
  [
    'deferred_revenue',
    'Contract liabilities, current',
    'ContractWithCustomerLiabilityCurrent DeferredRevenueCurrent DeferredRevenueAndCreditsCurrent',
  ],
  [
    'current_debt',
    'Debt due within a year',
    `DebtCurrent ifrs:CurrentBorrowings`,
    ['short_term_borrowings + long_term_debt_current', 'long_term_debt_current', 'short_term_borrowings'],
  ],
  [
    'short_term_borrowings',
    'Short-term borrowings',
    'ShortTermBorrowings CommercialPaper OtherShortTermBorrowings NotesPayableCurrent',
  ],
  [
    'long_term_debt_current',
    'Long-term debt due within a year',
    `LongTermDebtCurrent LongTermDebtAndCapitalLeaseObligationsCurrent
    LongTermDebtAndFinanceLeaseObligationsCurrent NotesPayableToBankCurrent SecuredDebtCurrent ifrs:CurrentPortionOfLongtermBorrowings`,
  ],
  ['current_liabilities', 'Current liabilities', 'LiabilitiesCurrent ifrs:CurrentLiabilities'],
  [
    'long_term_debt',
    'Long-term debt',
    `LongTermDebtNoncurrent LongTermDebtAndCapitalLeaseObligations LongTermDebtAndFinanceLeaseObligationsNoncurrent
    LongTermNotesPayable SeniorLongTermNotes SecuredLongTermDebt ConvertibleLongTermNotesPayable LongTermDebt ifrs:NoncurrentPortionOfNoncurrentBorrowings ifrs:LongtermBorrowings`,
  ],
  [
    'debt',
    'Debt',
    'DebtLongtermAndShorttermCombinedAmount ifrs:Borrowings',
    ['long_term_debt + [current_debt]', 'current_debt'],
  ],
  [
    'noncurrent_liabilities',
    'Noncurrent liabilities',
    'LiabilitiesNoncurrent ifrs:NoncurrentLiabilities',
    ['liabilities - current_liabilities'],
  ],
  [
    'liabilities',
    'Liabilities',
    'Liabilities ifrs:Liabilities',
    ['liabilities_and_equity - equity_including_noncontrolling - [temporary_equity]'],
  ],
  [
    'temporary_equity',
    'Temporary equity',
    `TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests
    TemporaryEquityCarryingAmountAttributableToParent TemporaryEquityCarryingAmount RedeemableNoncontrollingInterestEquityCarryingAmount
    RedeemableNoncontrollingInterestEquityCommonCarryingAmount RedeemablePreferredStockCarryingAmount TemporaryEquityRedemptionValue
    RedeemableNoncontrollingInterestEquityFairValue`,
  ],
  [
    'noncontrolling_interest',
    'Noncontrolling interest',
    `MinorityInterest PartnersCapitalAttributableToNoncontrollingInterest
    ifrs:NoncontrollingInterests`,
  ],
  [
    'retained_earnings',
    'Retained earnings',
    `RetainedEarningsAccumulatedDeficit DevelopmentStageEnterpriseDeficitAccumulatedDuringDevelopmentStage
    ifrs:RetainedEarnings`,
  ],
  [
    'equity',
    'Equity of the parent',
    `StockholdersEquity PartnersCapital CommonStockholdersEquity MembersEquity AssetsNet
    ifrs:EquityAttributableToOwnersOfParent`,
    ['equity_including_noncontrolling - [noncontrolling_interest]'],
  ],
  [
    'equity_including_noncontrolling',
    'Equity including noncontrolling interests',
    `StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest
    PartnersCapitalIncludingPortionAttributableToNoncontrollingInterest ifrs:Equity`,
    ['equity + [noncontrolling_interest]'],
  ],
  [
    'liabilities_and_equity',
    'Liabilities and equity',
    'LiabilitiesAndStockholdersEquity ifrs:EquityAndLiabilities',
  ],
  [
    'shares_outstanding',
    'Shares outstanding',
    'CommonStockSharesOutstanding SharesOutstanding dei:EntityCommonStockSharesOutstanding ifrs:NumberOfSharesOutstanding',
  ],
])
