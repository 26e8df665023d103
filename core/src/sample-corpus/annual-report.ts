import type { Company, PeriodicReport } from './company.ts'
import {
  annualFigures,
  auditorOf,
  chiefExecutive,
  chiefFinancialOfficer,
  type Figures,
  servesIn,
} from './figures.ts'
import { asCompared, type Quarter, quarterOf, yearToDate } from './financials.ts'
import { grouped, longDate, millions } from './html-text.ts'
import { createFacts, type Facts } from './inline-xbrl.ts'
import { createReport, type Report } from './layout.ts'
import {
  inlineDocument,
  riskFactorsOf,
  writeContents,
  writeCover,
  writeProse,
  writeSignature,
  writeTopics,
} from './periodic-report.ts'
import {
  balanceSheet,
  cashFlowStatement,
  equityStatement,
  incomeStatement,
  yearCaption,
} from './statements.ts'

/** Item 1C is asked for in reports on fiscal years that end on or after this day (SEC release 33-11216). */
const CYBERSECURITY_SINCE = '2023-12-15'

const ITEMS: [number: string, title: string, part: 'I' | 'II' | 'III' | 'IV'][] = [
  ['1', 'Business', 'I'],
  ['1A', 'Risk Factors', 'I'],
  ['1B', 'Unresolved Staff Comments', 'I'],
  ['1C', 'Cybersecurity', 'I'],
  ['2', 'Properties', 'I'],
  ['3', 'Legal Proceedings', 'I'],
  ['4', 'Mine Safety Disclosures', 'I'],
  [
    '5',
    "Market for Registrant's Common Equity, Related Stockholder Matters and Issuer Purchases of Equity Securities",
    'II',
  ],
  ['6', '[Reserved]', 'II'],
  ['7', "Management's Discussion and Analysis of Financial Condition and Results of Operations", 'II'],
  ['7A', 'Quantitative and Qualitative Disclosures About Market Risk', 'II'],
  ['8', 'Financial Statements and Supplementary Data', 'II'],
  ['9', 'Changes in and Disagreements With Accountants on Accounting and Financial Disclosure', 'II'],
  ['9A', 'Controls and Procedures', 'II'],
  ['9B', 'Other Information', 'II'],
  ['9C', 'Disclosure Regarding Foreign Jurisdictions that Prevent Inspections', 'II'],
  ['10', 'Directors, Executive Officers and Corporate Governance', 'III'],
  ['11', 'Executive Compensation', 'III'],
  [
    '12',
    'Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters',
    'III',
  ],
  ['13', 'Certain Relationships and Related Transactions, and Director Independence', 'III'],
  ['14', 'Principal Accountant Fees and Services', 'III'],
  ['15', 'Exhibits and Financial Statement Schedules', 'IV'],
  ['16', 'Form 10-K Summary', 'IV'],
]

/** The primary document of a 10-K. */
export function annualReport(company: Company, quarters: Quarter[], schedule: PeriodicReport): string {
  const { year } = schedule
  const flows = yearToDate(quarters, year, 4)
  const facts = createFacts(company, flows)
  const report = createReport(company, '10-K', { paged: true })
  const figures = annualFigures(company, quarters, year)
  const items = ITEMS.filter(([number]) => number !== '1C' || flows.end >= CYBERSECURITY_SINCE)
  const closing = quarterOf(quarters, year, 4).closing

  writeCover(report, facts, {
    company,
    form: '10-K',
    annual: true,
    end: flows.end,
    shares: grouped(closing.shares * 1000),
    marketValue: millions(closing.total_equity * 1.7),
  })
  report.paragraph(
    'Parts of the proxy statement for the annual meeting of shareholders are incorporated by reference into Part III.',
  )
  facts.hide('dei:DocumentFiscalYearFocus', String(year))
  facts.hide('dei:DocumentFiscalPeriodFocus', 'FY')
  facts.hide('dei:AuditorFirmId', auditorOf(company, year).pcaob_id)
  report.endPage()
  writeContents(report, contents(items))
  report.endPage()
  report.breakPages(true)
  report.heading('Forward-Looking Statements')
  report.paragraph(company.story.forward_looking)

  let part = ''
  for (const [number, title, of] of items) {
    if (of !== part) {
      part = of
      report.part(`part${of}`, `PART ${of}`)
    }
    report.item(`item${number.toLowerCase()}`, number, title)
    const writing = { report, facts, company, figures, quarters, year }
    const write = WRITERS[number]
    if (write) write(writing)
    else report.paragraph(byReference(number))
  }
  report.endPage()
  writeSignature(
    report,
    company,
    schedule.accepted.slice(0, 10),
    company.people
      .filter((person) => (person.officer || person.director) && servesIn(person, year))
      .map(({ name, title }) => ({ name, title })),
  )
  return inlineDocument(
    company,
    year,
    `${company.ticker.toLowerCase()}-${flows.end.replaceAll('-', '')}`,
    report,
    facts.header(schemaFile(company, flows.end)),
  )
}

export function schemaFile(company: Company, end: string): string {
  return `${company.ticker.toLowerCase()}-${end.replaceAll('-', '')}.xsd`
}

function contents(items: typeof ITEMS) {
  let part = ''
  return items.flatMap(([number, title, of]) => {
    const entry = { anchor: `item${number.toLowerCase()}`, label: `Item ${number}.`, title }
    if (of === part) return [entry]
    part = of
    return [{ anchor: `part${of}`, label: '', title: `PART ${of}` }, entry]
  })
}

interface Writing {
  report: Report
  facts: Facts
  company: Company
  figures: Figures
  quarters: Quarter[]
  year: number
}

/** What each item says. Items that are not here are answered in one sentence by `byReference`. */
const WRITERS: Record<string, (writing: Writing) => void> = {
  '1': ({ report, company, figures, year }) => writeTopics(report, company.story.business, figures, year),
  '1A': writeRiskFactors,
  '1C': ({ report, company, figures, year }) =>
    writeProse(report, company.story.cybersecurity, figures, year),
  '2': ({ report, company, figures, year }) => writeProse(report, company.story.properties, figures, year),
  '3': ({ report, company, figures, year }) =>
    writeProse(report, company.story.legal_proceedings, figures, year),
  '4': ({ report }) => report.paragraph('Not applicable.'),
  '5': ({ report, company, figures, year }) =>
    writeProse(report, company.story.market_information, figures, year),
  '6': () => {},
  '7': ({ report, company, figures, year }) => {
    report.paragraph(
      'This discussion should be read together with the financial statements in Item 8 and with the risk factors in Item 1A.',
    )
    writeTopics(report, company.story.discussion, figures, year)
  },
  '7A': ({ report, company, figures, year }) => writeProse(report, company.story.market_risk, figures, year),
  '8': writeFinancialStatements,
  '9': ({ report, company, year }) => report.paragraph(accountants(company, year)),
  '9A': ({ report, company, figures, year }) => writeProse(report, company.story.controls, figures, year),
  '9B': ({ report, company, figures, year }) =>
    writeProse(report, company.story.other_information, figures, year),
  '9C': ({ report }) => report.paragraph('Not applicable.'),
  '15': writeExhibitList,
}

function byReference(number: string): string {
  if (number === '1B' || number === '16') return 'None.'
  return 'The information required by this item is incorporated by reference to our definitive proxy statement, which will be filed within 120 days after the end of the fiscal year.'
}

function accountants(company: Company, year: number): string {
  const next = company.auditors.find(({ since }) => since === year + 1)
  return next
    ? `As reported on Form 8-K, ${auditorOf(company, year).name} will be followed by ${next.name} for fiscal ${year + 1}. There were no disagreements.`
    : 'None.'
}

function writeRiskFactors({ report, company, year }: Writing): void {
  if (company.risk_factors_answer) {
    report.paragraph(company.risk_factors_answer)
    return
  }
  report.paragraph(
    'An investment in our shares carries risk. Each of the following could harm our business, our financial condition and the price of our shares. Other risks that we do not know, or do not think important today, could do so as well.',
  )
  let group = ''
  for (const factor of riskFactorsOf(company, year)) {
    if (factor.group !== group) {
      group = factor.group
      report.group(group)
    }
    report.risk(factor.title)
    for (const text of factor.prose) report.paragraph(text)
  }
}

function writeFinancialStatements(writing: Writing): void {
  const { report, facts, company, figures, quarters, year } = writing
  const auditor = auditorOf(company, year)
  const years = company.smaller_reporting ? [year, year - 1] : [year, year - 1, year - 2]
  const closing = (of: number) => quarterOf(quarters, of, 4).closing
  const opening = (of: number) => quarterOf(quarters, of, 1).opening
  report.heading('Report of Independent Registered Public Accounting Firm')
  report.paragraph(`To the shareholders and the board of directors of ${company.legal_name}`)
  report.paragraph(
    `We have audited the accompanying consolidated balance sheets as of ${longDate(closing(year).date)} and ${longDate(closing(year - 1).date)} and the related statements of income, shareholders' equity and cash flows for the fiscal years then ended. In our opinion they present fairly, in all material respects, the financial position of the company and the results of its operations and its cash flows in conformity with accounting principles generally accepted in the United States of America.`,
  )
  report.paragraph(
    `The financial statements are the responsibility of management. We conducted our audits in accordance with the standards of the PCAOB. We have served as the company's auditor since ${auditor.since}.`,
  )
  report.paragraph(`/s/ ${auditor.name}, ${auditor.city} (PCAOB ID ${auditor.pcaob_id})`)
  report.heading('Consolidated Statements of Income')
  incomeStatement(
    report,
    facts,
    years.map((of) => ({
      caption: yearCaption(company, of),
      flows: asCompared(company, yearToDate(quarters, of, 4), of, year),
      shares: closing(of).shares,
    })),
  )
  report.heading('Consolidated Balance Sheets')
  balanceSheet(report, facts, [closing(year), closing(year - 1)])
  report.heading("Consolidated Statements of Shareholders' Equity")
  equityStatement(
    report,
    [...years].reverse().map((of) => ({ opening: opening(of), flows: yearToDate(quarters, of, 4) })),
  )
  report.heading('Consolidated Statements of Cash Flows')
  cashFlowStatement(
    report,
    facts,
    years.map((of) => ({
      caption: yearCaption(company, of),
      flows: yearToDate(quarters, of, 4),
      opening_cash: opening(of).cash,
      closing_cash: closing(of).cash,
    })),
  )
  report.heading('Notes to Consolidated Financial Statements')
  writeTopics(report, company.story.notes, figures, year)
  report.heading('Net Sales and Net Income by Quarter (unaudited)')
  report.table([
    { cells: ['(In thousands)', 'First', 'Second', 'Third', 'Fourth'], bold: true },
    ...(['revenue', 'gross_profit', 'operating_income', 'net_income'] as const).map((key) => ({
      cells: [
        {
          revenue: 'Net sales',
          gross_profit: 'Gross profit',
          operating_income: 'Operating income',
          net_income: 'Net income',
        }[key],
        ...[1, 2, 3, 4].map((quarter) => grouped(quarterOf(quarters, year, quarter).flows[key])),
      ],
    })),
  ])
}

function writeExhibitList({ report, company, year }: Writing): void {
  report.paragraph(
    '(a) The financial statements are listed in Item 8. Schedules are omitted because they do not apply.',
  )
  report.paragraph('(b) Exhibits:')
  report.table([
    { cells: ['Number', 'Description'], bold: true },
    { cells: ['3.1', 'Articles of incorporation, as amended'] },
    { cells: ['3.2', 'Bylaws'] },
    { cells: ['21.1', 'Subsidiaries of the registrant'] },
    { cells: ['23.1', `Consent of ${auditorOf(company, year).name}`] },
    { cells: ['31.1', `Certification of ${chiefExecutive(company, year).name}`] },
    { cells: ['31.2', `Certification of ${chiefFinancialOfficer(company, year).name}`] },
    { cells: ['32.1', 'Certifications under 18 U.S.C. Section 1350'] },
    { cells: ['101', 'Inline XBRL documents'] },
  ])
}

/** The primary document of a 10-K/A that brings Part III, because the proxy statement will come too late. */
export function amendedAnnualReport(company: Company, quarters: Quarter[], schedule: PeriodicReport): string {
  const { year } = schedule
  const flows = yearToDate(quarters, year, 4)
  const facts = createFacts(company, flows)
  const report = createReport(company, '10-K/A', { paged: true })
  const auditor = auditorOf(company, year)
  const people = company.people.filter((person) => servesIn(person, year))
  writeCover(report, facts, {
    company,
    form: '10-K/A',
    annual: true,
    end: flows.end,
    shares: grouped(quarterOf(quarters, year, 4).closing.shares * 1000),
  })
  report.center('Amendment No. 1', true)
  report.endPage()
  report.breakPages(true)
  report.heading('Explanatory Note')
  report.paragraph(
    `This amendment adds Part III to the annual report for fiscal ${year}. The definitive proxy statement will not be filed within 120 days after the end of the fiscal year. Nothing else in the annual report is changed or updated.`,
  )
  report.part('partIII', 'PART III')
  const item = (number: string, prose: string[]) => {
    const title = ITEMS.find((entry) => entry[0] === number)?.[1] ?? ''
    report.item(`item${number}`, number, title)
    for (const text of prose) report.paragraph(text)
  }
  item('10', [
    ...people
      .filter((person) => person.director)
      .map(
        (person) =>
          `${person.name} is a director${person.officer ? ` and ${person.title.toLowerCase()}` : ''} of the Company.`,
      ),
    'The Company has a code of ethics for its principal officers and will send a copy to anyone who asks.',
  ])
  item('11', [
    `${chiefExecutive(company, year).name} received a salary of $310,000 and no bonus in fiscal ${year}. ${chiefFinancialOfficer(company, year).name} received a salary of $221,000. Directors who are not officers received $24,000 in cash and 9,000 shares each.`,
  ])
  item('12', [
    'Pembleton Orchard Partners LP held 13.4% of the common stock. Officers and directors as a group held 21.6%. No other holder of more than five percent is known to the Company.',
  ])
  item('13', [
    'There were no transactions with related persons. All directors except the chief executive officer are independent.',
  ])
  item('14', [
    `${auditor.name} billed $182,000 for the audit of fiscal ${year} and $14,000 for tax services. The audit committee approves all services in advance.`,
  ])
  report.part('partIV', 'PART IV')
  item('15', ['The certifications required by Rule 13a-14(a) are filed with this amendment.'])
  writeSignature(report, company, schedule.accepted.slice(0, 10), [
    { name: chiefExecutive(company, year).name, title: chiefExecutive(company, year).title },
  ])
  return inlineDocument(
    company,
    year,
    `${company.ticker.toLowerCase()}-10ka`,
    report,
    facts.header(schemaFile(company, flows.end)),
  )
}
