/** A ratio as a fraction of lines of the standardised statements of one filing and period. */
export interface RatioDefinition {
  ratio: string
  label: string
  group: 'margin' | 'return' | 'liquidity' | 'leverage' | 'efficiency' | 'cash'
  /** `ratio`: a plain number. `days`: the fraction times the days of the period. `currency`: no denominator, an amount. */
  unit: 'ratio' | 'days' | 'currency'
  numerator: string
  denominator: string | null
}

/**
 * Balances are those at the end of the period. Nothing is annualised: a quarter's return is a quarter's. Names and
 * definitions are the customary ones of financial analysis; the formula is served with every value.
 */
export const RATIOS: readonly RatioDefinition[] = [
  ratio('gross_margin', 'Gross margin', 'margin', 'gross_profit', 'revenues'),
  ratio('operating_margin', 'Operating margin', 'margin', 'operating_income', 'revenues'),
  ratio('pretax_margin', 'Pretax margin', 'margin', 'pretax_income', 'revenues'),
  ratio('net_margin', 'Net margin', 'margin', 'net_income', 'revenues'),
  ratio(
    'research_intensity',
    'Research and development to revenues',
    'margin',
    'research_and_development',
    'revenues',
  ),
  ratio(
    'sga_to_revenues',
    'Selling, general and administrative to revenues',
    'margin',
    'selling_general_and_administrative',
    'revenues',
  ),
  ratio('effective_tax_rate', 'Effective tax rate', 'margin', 'income_tax', 'pretax_income'),
  ratio('return_on_assets', 'Return on assets', 'return', 'net_income', 'assets'),
  ratio('return_on_equity', 'Return on equity', 'return', 'net_income', 'equity'),
  ratio(
    'return_on_capital',
    'Operating income to debt and equity',
    'return',
    'operating_income',
    'debt + equity_including_noncontrolling',
  ),
  ratio('current_ratio', 'Current ratio', 'liquidity', 'current_assets', 'current_liabilities'),
  ratio(
    'quick_ratio',
    'Quick ratio',
    'liquidity',
    'cash + [short_term_investments] + receivables',
    'current_liabilities',
  ),
  ratio('cash_ratio', 'Cash ratio', 'liquidity', 'cash + [short_term_investments]', 'current_liabilities'),
  ratio('debt_to_equity', 'Debt to equity', 'leverage', 'debt', 'equity_including_noncontrolling'),
  ratio('debt_to_assets', 'Debt to assets', 'leverage', 'debt', 'assets'),
  ratio('liabilities_to_assets', 'Liabilities to assets', 'leverage', 'liabilities', 'assets'),
  ratio('equity_to_assets', 'Equity to assets', 'leverage', 'equity_including_noncontrolling', 'assets'),
  ratio('interest_coverage', 'Interest coverage', 'leverage', 'operating_income', 'interest_expense'),
  ratio('asset_turnover', 'Asset turnover', 'efficiency', 'revenues', 'assets'),
  ratio('inventory_turnover', 'Inventory turnover', 'efficiency', 'cost_of_revenue', 'inventory'),
  ratio('receivables_turnover', 'Receivables turnover', 'efficiency', 'revenues', 'receivables'),
  days('days_sales_outstanding', 'Days sales outstanding', 'receivables', 'revenues'),
  days('days_inventory', 'Days of inventory', 'inventory', 'cost_of_revenue'),
  days('days_payable', 'Days payable', 'payables', 'cost_of_revenue'),
  ratio(
    'operating_cash_to_net_income',
    'Operating cash flow to net income',
    'cash',
    'cash_flow_operating',
    'net_income',
  ),
  ratio(
    'operating_cash_margin',
    'Operating cash flow to revenues',
    'cash',
    'cash_flow_operating',
    'revenues',
  ),
  ratio(
    'capital_expenditures_to_revenues',
    'Capital expenditures to revenues',
    'cash',
    'capital_expenditures',
    'revenues',
  ),
  ratio('payout_ratio', 'Dividends paid to net income', 'cash', 'dividends_paid', 'net_income'),
  {
    ratio: 'free_cash_flow',
    label: 'Free cash flow',
    group: 'cash',
    unit: 'currency',
    numerator: 'cash_flow_operating - capital_expenditures',
    denominator: null,
  },
  {
    ratio: 'working_capital',
    label: 'Working capital',
    group: 'liquidity',
    unit: 'currency',
    numerator: 'current_assets - current_liabilities',
    denominator: null,
  },
]

function ratio(
  name: string,
  label: string,
  group: RatioDefinition['group'],
  numerator: string,
  denominator: string,
): RatioDefinition {
  return { ratio: name, label, group, unit: 'ratio', numerator, denominator }
}

function days(name: string, label: string, numerator: string, denominator: string): RatioDefinition {
  return { ratio: name, label, group: 'efficiency', unit: 'days', numerator, denominator }
}
