import type { Company, Economics } from './company.ts'
import { addDays } from './new-york-clock.ts'
import { createRandom } from './random.ts'

/** Amounts of a period in thousands of US dollars. */
export interface Flows {
  start: string
  end: string
  revenue: number
  cost_of_revenue: number
  gross_profit: number
  research: number
  selling: number
  operating_income: number
  interest: number
  pretax: number
  tax: number
  net_income: number
  depreciation: number
  stock_compensation: number
  receivables_change: number
  inventory_change: number
  payables_change: number
  deferred_change: number
  operating_cash: number
  capital_expenditures: number
  debt_repaid: number
  buybacks: number
  dividends: number
  financing_cash: number
  cash_change: number
}

/** Balances at the end of a period, in thousands of US dollars; `shares` in thousands. */
export interface Balances {
  date: string
  cash: number
  receivables: number
  inventory: number
  prepaid: number
  current_assets: number
  plant: number
  goodwill: number
  other_assets: number
  total_assets: number
  payables: number
  accrued: number
  deferred_revenue: number
  current_debt: number
  current_liabilities: number
  long_term_debt: number
  other_liabilities: number
  total_liabilities: number
  common_stock: number
  paid_in_capital: number
  retained_earnings: number
  total_equity: number
  liabilities_and_equity: number
  shares: number
}

export interface Quarter {
  year: number
  quarter: 1 | 2 | 3 | 4
  flows: Flows
  opening: Balances
  closing: Balances
}

const FLOW_KEYS = [
  'revenue',
  'cost_of_revenue',
  'gross_profit',
  'research',
  'selling',
  'operating_income',
  'interest',
  'pretax',
  'tax',
  'net_income',
  'depreciation',
  'stock_compensation',
  'receivables_change',
  'inventory_change',
  'payables_change',
  'deferred_change',
  'operating_cash',
  'capital_expenditures',
  'debt_repaid',
  'buybacks',
  'dividends',
  'financing_cash',
  'cash_change',
] as const satisfies (keyof Flows)[]

/**
 * Every quarter of the company's calendar. Balances roll forward from quarter to quarter, so that each balance sheet
 * balances and each cash flow statement ends at the cash of the balance sheet.
 */
export function quartersOf(company: Company): Quarter[] {
  const random = createRandom(`figures ${company.cik}`)
  const { economics, calendar } = company
  const quarters: Quarter[] = []
  let annual = economics.opening_quarter_revenue * 4
  let start = calendar.start
  let opening = openingBalances(economics, addDays(start, -1))
  for (const { year, quarters: ends } of calendar.years) {
    annual *= 1 + (economics.growth[year] ?? 0)
    for (const [index, end] of ends.entries()) {
      const share = economics.seasons[index] ?? 0.25
      const revenue = Math.round(annual * share * (1 + (random.next() - 0.5) * 0.016))
      const quarter = rollForward(
        economics,
        economics.gross_margin[year] ?? 0.4,
        revenue,
        start,
        end,
        opening,
      )
      quarters.push({ year, quarter: (index + 1) as 1 | 2 | 3 | 4, opening, ...quarter })
      opening = quarter.closing
      start = addDays(end, 1)
    }
  }
  return quarters
}

function openingBalances(economics: Economics, date: string): Balances {
  const revenue = economics.opening_quarter_revenue
  const cost = revenue * (1 - (economics.gross_margin[2020] ?? 0.4))
  const assets = {
    cash: economics.opening_cash,
    receivables: Math.round((revenue * economics.days_receivable) / 91),
    inventory: Math.round((cost * economics.days_inventory) / 91),
    prepaid: Math.round(revenue * 0.06),
    plant: economics.opening_plant,
    goodwill: economics.goodwill,
    other_assets: Math.round(revenue * 0.08),
  }
  const liabilities = {
    payables: Math.round((cost * economics.days_payable) / 91),
    accrued: Math.round(revenue * 0.11),
    deferred_revenue: Math.round(revenue * 0.05),
    current_debt: Math.min(economics.opening_debt, economics.debt_repaid_quarterly * 4),
    long_term_debt: Math.max(0, economics.opening_debt - economics.debt_repaid_quarterly * 4),
    other_liabilities: Math.round(revenue * 0.07),
  }
  const equity =
    Object.values(assets).reduce((sum, value) => sum + value, 0) -
    Object.values(liabilities).reduce((sum, value) => sum + value, 0)
  const paidIn = Math.round(equity * 0.62)
  const common = Math.max(1, Math.round(economics.shares * 0.001))
  return complete({
    date,
    ...assets,
    ...liabilities,
    common_stock: common,
    paid_in_capital: paidIn,
    retained_earnings: equity - paidIn - common,
    shares: economics.shares,
  })
}

type Parts = Omit<
  Balances,
  | 'current_assets'
  | 'total_assets'
  | 'current_liabilities'
  | 'total_liabilities'
  | 'total_equity'
  | 'liabilities_and_equity'
>

function complete(parts: Parts): Balances {
  const current_assets = parts.cash + parts.receivables + parts.inventory + parts.prepaid
  const total_assets = current_assets + parts.plant + parts.goodwill + parts.other_assets
  const current_liabilities = parts.payables + parts.accrued + parts.deferred_revenue + parts.current_debt
  const total_liabilities = current_liabilities + parts.long_term_debt + parts.other_liabilities
  const total_equity = parts.common_stock + parts.paid_in_capital + parts.retained_earnings
  return {
    ...parts,
    current_assets,
    total_assets,
    current_liabilities,
    total_liabilities,
    total_equity,
    liabilities_and_equity: total_liabilities + total_equity,
  }
}

function rollForward(
  economics: Economics,
  margin: number,
  revenue: number,
  start: string,
  end: string,
  opening: Balances,
): { flows: Flows; closing: Balances } {
  const cost = Math.round(revenue * (1 - margin))
  const research = Math.round(revenue * economics.research_rate)
  const selling = Math.round(revenue * economics.selling_rate)
  const operating = revenue - cost - research - selling
  const debt = opening.current_debt + opening.long_term_debt
  const interest = Math.round((debt * economics.interest_rate) / 4)
  const pretax = operating - interest
  const tax = Math.round(Math.max(0, pretax) * economics.tax_rate)
  const net = pretax - tax
  const depreciation = Math.round(opening.plant * 0.024)
  const stock = Math.round(revenue * 0.011)
  const receivables = Math.round((revenue * economics.days_receivable) / 91)
  const inventory = Math.round((cost * economics.days_inventory) / 91)
  const payables = Math.round((cost * economics.days_payable) / 91)
  const deferred = Math.round(revenue * 0.05)
  const capital = Math.round(revenue * economics.capital_rate)
  const repaid = Math.min(debt, economics.debt_repaid_quarterly)
  const changes = {
    receivables_change: opening.receivables - receivables,
    inventory_change: opening.inventory - inventory,
    payables_change: payables - opening.payables,
    deferred_change: deferred - opening.deferred_revenue,
  }
  const operatingCash =
    net + depreciation + stock + Object.values(changes).reduce((sum, value) => sum + value, 0)
  const financing = -repaid - economics.buyback_quarterly - economics.dividend_quarterly
  const cashChange = operatingCash - capital + financing
  const remaining = debt - repaid
  const current = Math.min(remaining, economics.debt_repaid_quarterly * 4)
  return {
    flows: {
      start,
      end,
      revenue,
      cost_of_revenue: cost,
      gross_profit: revenue - cost,
      research,
      selling,
      operating_income: operating,
      interest,
      pretax,
      tax,
      net_income: net,
      depreciation,
      stock_compensation: stock,
      ...changes,
      operating_cash: operatingCash,
      capital_expenditures: capital,
      debt_repaid: repaid,
      buybacks: economics.buyback_quarterly,
      dividends: economics.dividend_quarterly,
      financing_cash: financing,
      cash_change: cashChange,
    },
    closing: complete({
      date: end,
      cash: opening.cash + cashChange,
      receivables,
      inventory,
      prepaid: opening.prepaid,
      plant: opening.plant + capital - depreciation,
      goodwill: opening.goodwill,
      other_assets: opening.other_assets,
      payables,
      accrued: opening.accrued,
      deferred_revenue: deferred,
      current_debt: current,
      long_term_debt: remaining - current,
      other_liabilities: opening.other_liabilities,
      common_stock: opening.common_stock,
      paid_in_capital: opening.paid_in_capital + stock,
      retained_earnings:
        opening.retained_earnings + net - economics.buyback_quarterly - economics.dividend_quarterly,
      shares: opening.shares - Math.round(economics.buyback_quarterly / 40),
    }),
  }
}

/** The first `count` quarters of a fiscal year as one period. */
export function yearToDate(quarters: Quarter[], year: number, count: number): Flows {
  const parts = quarters.filter((part) => part.year === year && part.quarter <= count)
  const first = parts[0]
  const last = parts.at(-1)
  if (!first || !last) throw new Error(`the calendar has no fiscal year ${year}`)
  const total = { ...first.flows, end: last.flows.end }
  for (const key of FLOW_KEYS) total[key] = parts.reduce((sum, part) => sum + part.flows[key], 0)
  return total
}

/** A fiscal year as a later report presents it for comparison: the same totals, an amount in another line. */
export function asCompared(
  { reclassification }: Company,
  flows: Flows,
  year: number,
  reportYear: number,
): Flows {
  if (!reclassification || reclassification.fiscal_year !== year || year === reportYear) return flows
  const { amount } = reclassification
  return {
    ...flows,
    cost_of_revenue: flows.cost_of_revenue + amount,
    gross_profit: flows.gross_profit - amount,
    selling: flows.selling - amount,
  }
}

export function quarterOf(quarters: Quarter[], year: number, quarter: number): Quarter {
  const found = quarters.find((part) => part.year === year && part.quarter === quarter)
  if (!found) throw new Error(`the calendar has no quarter ${quarter} of fiscal year ${year}`)
  return found
}
