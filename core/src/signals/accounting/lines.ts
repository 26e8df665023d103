/**
 * The lines accounting scores are computed from, and the concepts companies state them under, best first. The place in the
 * list, from 1, is the `resolver_rank` of an input. A name without prefix is one of `us-gaap`; terms with a sign are a
 * sum, of which every term must be stated, but those in brackets may be missing; a name in lower case is another line.
 */
export interface Line {
  /** A balance holds at the end of a day, a flow over a period; a cover fact has the date its filer gave it. */
  kind: 'flow' | 'balance'
  measure: 'money' | 'shares'
  alternatives: readonly LineTerm[][]
  /**
   * Place of the alternative that is the whole, where an earlier one may be a part of it: a filing that states both, and the
   * earlier one smaller, is read by the whole.
   */
  whole?: number
}

export interface LineTerm {
  /** Qualified concept, or null where the term is another line. */
  concept: string | null
  line: string | null
  weight: 1 | -1
  optional: boolean
}

export const LINES = {
  // Revenue from contracts leaves out that from leases, loans and the like: of a carmaker with a bank, a tenth of all.
  rev: {
    ...flow(
      'RevenueFromContractWithCustomerExcludingAssessedTax',
      'Revenues',
      'RevenueFromContractWithCustomerIncludingAssessedTax',
      'SalesRevenueNet',
      'SalesRevenueGoodsNet',
    ),
    whole: 2,
  },
  cogs: flow('CostOfRevenue', 'CostOfGoodsAndServicesSold', 'CostOfGoodsSold', 'CostOfServices'),
  gp: flow('GrossProfit', 'rev - cogs'),
  sga: flow(
    'SellingGeneralAndAdministrativeExpense',
    'SellingAndMarketingExpense + GeneralAndAdministrativeExpense',
  ),
  ebit: flow('OperatingIncomeLoss', 'pretax + interest'),
  pretax: flow(
    'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest',
    'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
  ),
  interest: flow('InterestExpense', 'InterestExpenseNonoperating'),
  tax: flow('IncomeTaxExpenseBenefit'),
  ib: flow('IncomeLossFromContinuingOperations', 'NetIncomeLoss'),
  ni: flow('NetIncomeLoss', 'ProfitLoss'),
  cfo: flow('NetCashProvidedByUsedInOperatingActivities'),
  capex: flow('PaymentsToAcquirePropertyPlantAndEquipment', 'PaymentsToAcquireProductiveAssets'),
  dep: flow('Depreciation', 'DepreciationDepletionAndAmortization'),
  sbc: flow('ShareBasedCompensation'),
  gwi: flow('GoodwillImpairmentLoss'),
  imp: flow('AssetImpairmentCharges'),
  sstk: flow('ProceedsFromIssuanceOfCommonStock'),
  prstk: flow('PaymentsForRepurchaseOfCommonStock'),
  dltis: flow('ProceedsFromIssuanceOfLongTermDebt'),
  dltr: flow('RepaymentsOfLongTermDebt'),
  weighted_shares: shares('flow', 'WeightedAverageNumberOfSharesOutstandingBasic'),

  ta: balance('Assets'),
  ca: balance('AssetsCurrent'),
  cl: balance('LiabilitiesCurrent'),
  tl: balance('Liabilities', 'LiabilitiesAndStockholdersEquity - total_equity - [temporary_equity]'),
  total_equity: balance(
    'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
    'StockholdersEquity + [MinorityInterest]',
  ),
  temporary_equity: balance(
    'TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests',
    'TemporaryEquityCarryingAmountAttributableToParent + [RedeemableNoncontrollingInterestEquityCarryingAmount]',
    'RedeemableNoncontrollingInterestEquityCarryingAmount',
  ),
  ceq: balance('StockholdersEquity'),
  re: balance('RetainedEarningsAccumulatedDeficit'),
  preferred: balance('PreferredStockValue'),
  cash: balance('CashAndCashEquivalentsAtCarryingValue'),
  sti: balance('ShortTermInvestments', 'MarketableSecuritiesCurrent'),
  lti: balance('LongTermInvestments', 'MarketableSecuritiesNoncurrent'),
  rec: balance('AccountsReceivableNetCurrent', 'ReceivablesNetCurrent'),
  inv: balance('InventoryNet'),
  oca: balance('OtherAssetsCurrent', 'PrepaidExpenseAndOtherAssetsCurrent'),
  ppe: balance('PropertyPlantAndEquipmentNet'),
  ppeg: balance('PropertyPlantAndEquipmentGross'),
  std: balance('DebtCurrent', 'LongTermDebtCurrent + ShortTermBorrowings'),
  ltd: balance('LongTermDebtNoncurrent', 'LongTermDebt - LongTermDebtCurrent'),
  ap: balance('AccountsPayableCurrent'),
  txp: balance('TaxesPayableCurrent', 'AccruedIncomeTaxesCurrent'),
  gw: balance('Goodwill'),
  defrev: balance('ContractWithCustomerLiabilityCurrent', 'DeferredRevenueCurrent'),
  rpo: balance('RevenueRemainingPerformanceObligation'),
  shares_outstanding: shares('balance', 'CommonStockSharesOutstanding'),
} as const satisfies Record<string, Line>

export type LineName = keyof typeof LINES

/** Everything a score may ask earlier filings for, in one question. */
export const EARLIER_CONCEPTS: readonly string[] = [
  ...new Set(
    Object.values(LINES).flatMap(({ alternatives }) =>
      alternatives.flatMap((terms) => terms.flatMap(({ concept }) => concept ?? [])),
    ),
  ),
].sort()

function flow(...alternatives: string[]): Line {
  return { kind: 'flow', measure: 'money', alternatives: alternatives.map(termsOf) }
}

function balance(...alternatives: string[]): Line {
  return { kind: 'balance', measure: 'money', alternatives: alternatives.map(termsOf) }
}

function shares(kind: Line['kind'], ...alternatives: string[]): Line {
  return { kind, measure: 'shares', alternatives: alternatives.map(termsOf) }
}

function termsOf(formula: string): LineTerm[] {
  return formula
    .replaceAll('- ', '-')
    .replaceAll('+ ', '')
    .split(' ')
    .map((term) => {
      const name = term.replace(/[-[\]]/g, '')
      const isLine = /^[a-z_]+$/.test(name)
      return {
        concept: isLine ? null : `us-gaap:${name}`,
        line: isLine ? name : null,
        weight: term.startsWith('-') ? -1 : 1,
        optional: term.includes('['),
      }
    })
}
