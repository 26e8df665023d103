import { schemaFile } from './annual-report.ts'
import type { Company, PeriodicReport } from './company.ts'
import { chiefExecutive, chiefFinancialOfficer, quarterFigures } from './figures.ts'
import { type Quarter, quarterOf, yearToDate } from './financials.ts'
import { grouped, monthAndDay } from './html-text.ts'
import { createFacts } from './inline-xbrl.ts'
import { createReport } from './layout.ts'
import {
  inlineDocument,
  writeContents,
  writeCover,
  writeProse,
  writeSignature,
  writeTopics,
} from './periodic-report.ts'
import { balanceSheet, cashFlowStatement, incomeStatement } from './statements.ts'

const PART_I: [number: string, title: string][] = [
  ['1', 'Financial Statements'],
  ['2', "Management's Discussion and Analysis of Financial Condition and Results of Operations"],
  ['3', 'Quantitative and Qualitative Disclosures About Market Risk'],
  ['4', 'Controls and Procedures'],
]
const PART_II: [number: string, title: string][] = [
  ['1', 'Legal Proceedings'],
  ['1A', 'Risk Factors'],
  ['2', 'Unregistered Sales of Equity Securities and Use of Proceeds'],
  ['3', 'Defaults Upon Senior Securities'],
  ['4', 'Mine Safety Disclosures'],
  ['5', 'Other Information'],
  ['6', 'Exhibits'],
]

/** The primary document of a 10-Q. */
export function quarterlyReport(company: Company, quarters: Quarter[], schedule: PeriodicReport): string {
  const { year, quarter } = schedule
  const { story } = company
  const now = quarterOf(quarters, year, quarter)
  const before = quarterOf(quarters, year - 1, quarter)
  const facts = createFacts(company, { start: quarterOf(quarters, year, 1).flows.start, end: now.flows.end })
  const report = createReport(company, '10-Q', { paged: true })
  const figures = quarterFigures(company, quarters, year, quarter)
  const anchorOf = (part: string, number: string) => `part${part}item${number.toLowerCase()}`

  writeCover(report, facts, {
    company,
    form: '10-Q',
    annual: false,
    end: now.flows.end,
    shares: grouped(now.closing.shares * 1000),
  })
  facts.hide('dei:DocumentFiscalYearFocus', String(year))
  facts.hide('dei:DocumentFiscalPeriodFocus', `Q${quarter}`)
  report.endPage()
  writeContents(report, [
    { anchor: 'partI', label: '', title: 'PART I - FINANCIAL INFORMATION' },
    ...PART_I.map(([number, title]) => ({ anchor: anchorOf('I', number), label: `Item ${number}.`, title })),
    { anchor: 'partII', label: '', title: 'PART II - OTHER INFORMATION' },
    ...PART_II.map(([number, title]) => ({
      anchor: anchorOf('II', number),
      label: `Item ${number}.`,
      title,
    })),
  ])
  report.endPage()
  report.breakPages(true)

  report.part('partI', 'PART I - FINANCIAL INFORMATION')
  for (const [number, title] of PART_I) {
    report.item(anchorOf('I', number), number, title)
    switch (number) {
      case '1':
        writeStatements()
        break
      case '2':
        report.paragraph(story.forward_looking)
        writeTopics(report, story.quarter_discussion, figures, year, quarter)
        break
      case '3':
        writeProse(report, story.quarter_market_risk, figures, year, quarter)
        break
      default:
        writeProse(report, story.quarter_controls, figures, year, quarter)
    }
  }

  report.part('partII', 'PART II - OTHER INFORMATION')
  for (const [number, title] of PART_II) {
    report.item(anchorOf('II', number), number, title)
    switch (number) {
      case '1':
        writeProse(report, story.quarter_legal, figures, year, quarter)
        break
      case '1A':
        writeProse(report, story.quarter_risk_factors, figures, year, quarter)
        break
      case '4':
        report.paragraph('Not applicable.')
        break
      case '5':
        writeProse(report, story.quarter_other, figures, year, quarter)
        break
      case '6':
        report.table([
          { cells: ['31.1', 'Certification of the chief executive officer'] },
          { cells: ['31.2', 'Certification of the chief financial officer'] },
          { cells: ['32.1', 'Certifications under 18 U.S.C. Section 1350'] },
          { cells: ['101', 'Inline XBRL documents'] },
        ])
        break
      default:
        report.paragraph('None.')
    }
  }
  const signer = chiefFinancialOfficer(company, year)
  writeSignature(report, company, schedule.accepted.slice(0, 10), [
    { name: chiefExecutive(company, year).name, title: chiefExecutive(company, year).title },
    { name: signer.name, title: signer.title },
  ])
  const title = `${company.ticker.toLowerCase()}-${now.flows.end.replaceAll('-', '')}`
  return inlineDocument(company, year, title, report, facts.header(schemaFile(company, now.flows.end)))

  function writeStatements(): void {
    const weeks = company.calendar.years.some((entry) => entry.weeks !== null)
    const caption = (end: string) =>
      `${weeks ? '13 weeks' : 'Three months'} ended ${monthAndDay(end)}, ${end.slice(0, 4)}`
    report.heading('Condensed Consolidated Statements of Income (unaudited)')
    incomeStatement(
      report,
      facts,
      [now, before].map((of) => ({
        caption: caption(of.flows.end),
        flows: of.flows,
        shares: of.closing.shares,
      })),
    )
    if (quarter > 1) {
      const months = weeks ? `${quarter * 13} weeks` : ['', '', 'Six months', 'Nine months'][quarter]
      incomeStatement(
        report,
        facts,
        [year, year - 1].map((of) => ({
          caption: `${months} ended ${monthAndDay(quarterOf(quarters, of, quarter).flows.end)}, ${quarterOf(quarters, of, quarter).flows.end.slice(0, 4)}`,
          flows: yearToDate(quarters, of, quarter),
          shares: quarterOf(quarters, of, quarter).closing.shares,
        })),
      )
    }
    report.heading('Condensed Consolidated Balance Sheets (unaudited)')
    balanceSheet(report, facts, [now.closing, quarterOf(quarters, year - 1, 4).closing])
    report.heading('Condensed Consolidated Statements of Cash Flows (unaudited)')
    cashFlowStatement(
      report,
      facts,
      [year, year - 1].map((of) => ({
        caption: `Fiscal ${of} to ${monthAndDay(quarterOf(quarters, of, quarter).flows.end)}`,
        flows: yearToDate(quarters, of, quarter),
        opening_cash: quarterOf(quarters, of, 1).opening.cash,
        closing_cash: quarterOf(quarters, of, quarter).closing.cash,
      })),
    )
    report.heading('Notes to Condensed Consolidated Financial Statements')
    writeTopics(report, story.quarter_notes, figures, year, quarter)
  }
}
