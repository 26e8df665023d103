import { standardLines } from './standard-line.ts'

export const INCOME_STATEMENT_LINES = standardLines('income_statement', [
  // `Revenues` is the total wherever a company also reports its revenue from contracts with customers apart.
  [
    'revenues',
    'Revenues',
    `Revenues RevenueFromContractWithCustomerExcludingAssessedTax SalesRevenueNet
    RevenuesNetOfInterestExpense RevenueFromContractWithCustomerIncludingAssessedTax SalesRevenueGoodsNet
    SalesRevenueServicesNet RegulatedAndUnregulatedOperatingRevenue ElectricUtilityRevenue UtilityRevenue HealthCareOrganizationRevenue
    RealEstateRevenueNet OilAndGasRevenue RevenueMineralSales FinancialServicesRevenue ContractsRevenue
    InterestAndDividendIncomeOperating ifrs:Revenue ifrs:RevenueFromContractsWithCustomers`,
    ['gross_profit + cost_of_revenue'],
  ],
  [
    'cost_of_revenue',
    'Cost of revenue',
    `CostOfRevenue CostOfGoodsAndServicesSold CostOfGoodsSold CostOfServices
    CostOfGoodsAndServiceExcludingDepreciationDepletionAndAmortization CostOfGoodsSoldExcludingDepreciationDepletionAndAmortization
    CostOfServicesExcludingDepreciationDepletionAndAmortization CostOfRevenueExcludingDepreciationDepletionAndAmortization
    ifrs:CostOfSales`,
    ['revenues - gross_profit'],
  ],
  ['gross_profit', 'Gross profit', 'GrossProfit ifrs:GrossProfit', ['revenues - cost_of_revenue']],
  [
    'research_and_development',
    'Research and development',
    `ResearchAndDevelopmentExpense
    ResearchAndDevelopmentExpenseExcludingAcquiredInProcessCost
    ResearchAndDevelopmentExpenseSoftwareExcludingAcquiredInProcessCost TechnologyAndDevelopmentExpense
    ifrs:ResearchAndDevelopmentExpense`,
  ],
  [
    'selling_and_marketing',
    'Selling and marketing',
    'SellingAndMarketingExpense SellingExpense MarketingExpense ifrs:DistributionCosts',
  ],
  [
    'general_and_administrative',
    'General and administrative',
    'GeneralAndAdministrativeExpense ifrs:AdministrativeExpense',
  ],
  [
    'selling_general_and_administrative',
    'Selling, general and administrative',
    `SellingGeneralAndAdministrativeExpense
    ifrs:SellingGeneralAndAdministrativeExpense`,
    ['selling_and_marketing + general_and_administrative'],
  ],
  [
    'operating_expenses',
    'Operating expenses',
    'OperatingExpenses OperatingCostsAndExpenses NoninterestExpense',
    ['costs_and_expenses - cost_of_revenue', 'gross_profit - operating_income'],
  ],
  [
    'costs_and_expenses',
    'Costs and expenses',
    'CostsAndExpenses BenefitsLossesAndExpenses',
    ['cost_of_revenue + operating_expenses'],
  ],
  ['operating_income', 'Operating income', 'OperatingIncomeLoss ifrs:ProfitLossFromOperatingActivities'],
  [
    'interest_expense',
    'Interest expense',
    `InterestExpense InterestExpenseNonoperating InterestAndDebtExpense InterestExpenseDebt
    InterestExpenseOperating ifrs:FinanceCosts ifrs:InterestExpense`,
  ],
  ['nonoperating_income', 'Nonoperating income', 'NonoperatingIncomeExpense OtherNonoperatingIncomeExpense'],
  [
    'equity_method_income',
    'Income from equity method investments',
    `IncomeLossFromEquityMethodInvestments
    ifrs:ShareOfProfitLossOfAssociatesAndJointVenturesAccountedForUsingEquityMethod`,
  ],
  [
    'pretax_income',
    'Income before income taxes',
    `IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest
    IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments
    IncomeLossIncludingPortionAttributableToNoncontrollingInterestBeforeTax ifrs:ProfitLossBeforeTax`,
    ['income_from_continuing_operations + income_tax'],
  ],
  [
    'income_tax',
    'Income tax expense',
    `IncomeTaxExpenseBenefit IncomeTaxExpenseBenefitContinuingOperations
    ifrs:IncomeTaxExpenseContinuingOperations`,
  ],
  [
    'income_from_continuing_operations',
    'Income from continuing operations',
    `IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest
    IncomeLossFromContinuingOperations IncomeLossBeforeExtraordinaryItemsAndCumulativeEffectOfChangeInAccountingPrinciple
    ifrs:ProfitLossFromContinuingOperations`,
    ['net_income_including_noncontrolling - [income_from_discontinued_operations]'],
  ],
  [
    'income_from_discontinued_operations',
    'Income from discontinued operations',
    `IncomeLossFromDiscontinuedOperationsNetOfTax
    IncomeLossFromDiscontinuedOperationsNetOfTaxAttributableToReportingEntity ifrs:ProfitLossFromDiscontinuedOperations`,
  ],
  [
    'net_income_including_noncontrolling',
    'Net income including noncontrolling interests',
    'ProfitLoss ifrs:ProfitLoss',
    ['net_income + [net_income_noncontrolling]'],
  ],
  [
    'net_income_noncontrolling',
    'Net income of noncontrolling interests',
    `NetIncomeLossAttributableToNoncontrollingInterest NetIncomeLossAttributableToNonredeemableNoncontrollingInterest
    MinorityInterestInNetIncomeLossOfConsolidatedEntities
    IncomeLossFromContinuingOperationsAttributableToNoncontrollingEntity ifrs:ProfitLossAttributableToNoncontrollingInterests`,
  ],
  [
    'net_income',
    'Net income of the parent',
    `NetIncomeLoss IncomeLossAttributableToParent ifrs:ProfitLossAttributableToOwnersOfParent`,
    ['net_income_including_noncontrolling - [net_income_noncontrolling]'],
  ],
  [
    'preferred_dividends',
    'Preferred dividends',
    'PreferredStockDividendsAndOtherAdjustments PreferredStockDividendsIncomeStatementImpact DividendsPreferredStock',
  ],
  [
    'net_income_common',
    'Net income available to common stockholders',
    `NetIncomeLossAvailableToCommonStockholdersBasic
    ifrs:ProfitLossAttributableToOrdinaryEquityHoldersOfParentEntity`,
    ['net_income - [preferred_dividends]'],
  ],
  [
    'other_comprehensive_income',
    'Other comprehensive income',
    `OtherComprehensiveIncomeLossNetOfTaxPortionAttributableToParent
    OtherComprehensiveIncomeLossNetOfTax ifrs:OtherComprehensiveIncome`,
  ],
  [
    'comprehensive_income',
    'Comprehensive income',
    `ComprehensiveIncomeNetOfTax
    ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest ifrs:ComprehensiveIncome`,
  ],
  [
    'eps_basic',
    'Earnings per share, basic',
    `EarningsPerShareBasic EarningsPerShareBasicAndDiluted
    IncomeLossFromContinuingOperationsPerBasicShare IncomeLossFromContinuingOperationsPerBasicAndDilutedShare
    ifrs:BasicEarningsLossPerShare ifrs:BasicAndDilutedEarningsLossPerShare`,
  ],
  [
    'eps_diluted',
    'Earnings per share, diluted',
    `EarningsPerShareDiluted EarningsPerShareBasicAndDiluted
    IncomeLossFromContinuingOperationsPerDilutedShare IncomeLossFromContinuingOperationsPerBasicAndDilutedShare
    ifrs:DilutedEarningsLossPerShare ifrs:BasicAndDilutedEarningsLossPerShare`,
  ],
  [
    'dividends_per_share',
    'Dividends per share',
    'CommonStockDividendsPerShareDeclared CommonStockDividendsPerShareCashPaid',
  ],
  [
    'shares_basic',
    'Weighted average shares, basic',
    `WeightedAverageNumberOfSharesOutstandingBasic
    WeightedAverageNumberOfShareOutstandingBasicAndDiluted WeightedAverageNumberOfSharesOutstandingBasicAndDiluted ifrs:WeightedAverageShares`,
  ],
  [
    'shares_diluted',
    'Weighted average shares, diluted',
    `WeightedAverageNumberOfDilutedSharesOutstanding
    WeightedAverageNumberOfShareOutstandingBasicAndDiluted WeightedAverageNumberOfSharesOutstandingBasicAndDiluted ifrs:AdjustedWeightedAverageShares`,
  ],
])
