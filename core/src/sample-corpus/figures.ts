import type { Company, Person } from './company.ts'
import { asCompared, type Flows, type Quarter, quarterOf, yearToDate } from './financials.ts'
import { longDate, millions } from './html-text.ts'

export type Figures = Record<string, string>

/** What stands for the places in the prose of an annual report. */
export function annualFigures(company: Company, quarters: Quarter[], year: number): Figures {
  const current = yearToDate(quarters, year, 4)
  const prior = asCompared(company, yearToDate(quarters, year - 1, 4), year - 1, year)
  const closing = quarterOf(quarters, year, 4).closing
  return {
    ...comparison(company, current, prior),
    ...indicatorsOf(company, year),
    fiscal_year: String(year),
    fiscal_year_prior: String(year - 1),
    year_end: longDate(current.end),
    period_name: `fiscal ${year}`,
    chief_executive: chiefExecutive(company, year).name,
    ...balances(closing),
  }
}

/** The same for a quarter, compared with the quarter of the year before; `ytd_` are the fiscal year to date. */
export function quarterFigures(
  company: Company,
  quarters: Quarter[],
  year: number,
  quarter: number,
): Figures {
  const current = quarterOf(quarters, year, quarter)
  const prior = quarterOf(quarters, year - 1, quarter)
  const toDate = yearToDate(quarters, year, quarter)
  return {
    ...comparison(company, current.flows, prior.flows),
    ...indicatorsOf(company, year),
    quarter_end: longDate(current.flows.end),
    period_name: `the ${['first', 'second', 'third', 'fourth'][quarter - 1]} quarter of fiscal ${year}`,
    chief_executive: chiefExecutive(company, year).name,
    ytd_operating_cash: millions(toDate.operating_cash),
    ytd_capital_expenditures: millions(toDate.capital_expenditures),
    ...balances(current.closing),
  }
}

export function chiefExecutive(company: Company, year: number): Person {
  return officer(company, year, 'Chief Executive Officer')
}

export function chiefFinancialOfficer(company: Company, year: number): Person {
  return officer(company, year, 'Chief Financial Officer')
}

export function auditorOf(company: Company, year: number) {
  const auditor = company.auditors.find(({ since, until = 9999 }) => year >= since && year <= until)
  if (!auditor) throw new Error(`${company.legal_name} has no auditor for fiscal ${year}`)
  return auditor
}

/** Who holds an office in a fiscal year. */
export function servesIn(person: Person, year: number): boolean {
  return year >= (person.since ?? 0) && year <= (person.until ?? 9999)
}

function officer(company: Company, year: number, title: string): Person {
  const found = company.people.find((person) => person.title.endsWith(title) && servesIn(person, year))
  if (!found) throw new Error(`${company.legal_name} has no ${title} in fiscal ${year}`)
  return found
}

function comparison(company: Company, current: Flows, prior: Flows): Figures {
  const growth = ((current.revenue - prior.revenue) / prior.revenue) * 100
  const figures: Figures = {
    grew: growth < 0 ? 'decreased' : 'increased',
    growth: `${Math.abs(growth).toFixed(1)}%`,
    tax_rate: percent(current.tax, current.pretax),
    gross_margin: percent(current.gross_profit, current.revenue),
    prior_gross_margin: percent(prior.gross_profit, prior.revenue),
  }
  for (const key of [
    'revenue',
    'cost_of_revenue',
    'research',
    'selling',
    'operating_income',
    'interest',
    'net_income',
    'operating_cash',
    'capital_expenditures',
    'buybacks',
    'dividends',
  ] as const) {
    figures[key] = millions(current[key])
    figures[`prior_${key}`] = millions(prior[key])
  }
  for (const [index, { share }] of company.economics.lines.entries()) {
    // A line grows or shrinks a little against the others, so that the mix is not the same every year.
    const drift = (index - 1) * 0.004 * (Number(current.end.slice(0, 4)) - 2022)
    figures[`line_${index + 1}`] = millions(current.revenue * (share - drift))
    figures[`line_${index + 1}_prior`] = millions(prior.revenue * (share - drift + (index - 1) * 0.004))
  }
  return figures
}

function balances(closing: Quarter['closing']): Figures {
  return {
    cash: millions(closing.cash),
    debt: millions(closing.current_debt + closing.long_term_debt),
    inventory: millions(closing.inventory),
    goodwill: millions(closing.goodwill),
  }
}

function indicatorsOf(company: Company, year: number): Figures {
  const found = Object.entries(company.indicators).map(([name, byYear]) => [name, byYear[year] ?? ''])
  return Object.fromEntries(found)
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)}%`
}
