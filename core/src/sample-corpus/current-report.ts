import type { Company, CurrentReport } from './company.ts'
import { annualFigures, type Figures, quarterFigures } from './figures.ts'
import { type Quarter, quarterOf } from './financials.ts'
import { grouped, htmlText, longDate } from './html-text.ts'
import { createFacts } from './inline-xbrl.ts'
import { createReport, type Report } from './layout.ts'
import { inlineDocument, passages } from './periodic-report.ts'

/** Captions of the items of Form 8-K that occur here; EDGAR prints the header's with a colon in 5.02. */
export const ITEM_TITLES: Record<string, string> = {
  '1.01': 'Entry into a Material Definitive Agreement',
  '1.05': 'Material Cybersecurity Incidents',
  '2.02': 'Results of Operations and Financial Condition',
  '2.03':
    'Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement of a Registrant',
  '4.01': "Changes in Registrant's Certifying Accountant",
  '5.02':
    'Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers; Compensatory Arrangements of Certain Officers',
  '5.07': 'Submission of Matters to a Vote of Security Holders',
  '7.01': 'Regulation FD Disclosure',
  '8.01': 'Other Events',
  '9.01': 'Financial Statements and Exhibits',
}

export function headerCaption(code: string): string {
  const title = ITEM_TITLES[code]
  if (!title) throw new Error(`no caption for Item ${code}`)
  return code === '5.02' ? title.replace('Officers; Compensatory', 'Officers: Compensatory') : title
}

/** The item codes of the report, with 9.01 where it carries exhibits. */
export function itemCodes(event: CurrentReport): string[] {
  const codes = event.items.map(({ code }) => code)
  return exhibitsOf(event).length > 0 ? [...codes, '9.01'] : codes
}

function exhibitsOf(event: CurrentReport): { type: string; title: string }[] {
  const release = event.results_of ? [{ type: 'EX-99.1', title: 'Press release' }] : []
  return [...release, ...event.exhibits]
}

/** The primary document of an 8-K. */
export function currentReport(company: Company, event: CurrentReport): string {
  const facts = createFacts(company, { start: event.event_date, end: event.event_date })
  const report = createReport(company, '8-K', { paged: false })
  report.center('UNITED STATES', true)
  report.center('SECURITIES AND EXCHANGE COMMISSION', true)
  report.center('Washington, D.C. 20549', true)
  report.center(`FORM ${facts.text('dei:DocumentType', '8-K')}`, true)
  report.center('CURRENT REPORT', true)
  report.center('Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934')
  report.center(
    `Date of Report (Date of earliest event reported): ${facts.date('dei:DocumentPeriodEndDate', event.event_date)}`,
  )
  report.center(facts.text('dei:EntityRegistrantName', company.legal_name), true)
  report.table([
    {
      cells: [
        facts.text('dei:EntityIncorporationStateCountryCode', company.state_of_incorporation_name),
        facts.text('dei:EntityFileNumber', company.file_number),
        `${company.irs_number.slice(0, 2)}-${company.irs_number.slice(2)}`,
      ],
    },
    {
      cells: ['(State of incorporation)', '(Commission file number)', '(I.R.S. Employer Identification No.)'],
    },
  ])
  report.center(
    htmlText(
      `${company.address.street}, ${company.address.city}, ${company.address.state_name} ${company.address.zip}`,
    ),
  )
  report.center(`(${company.phone.slice(0, 3)}) ${company.phone.slice(4)}`)
  report.paragraphHtml(
    `${facts.flag('dei:WrittenCommunications', false)} Written communications pursuant to Rule 425&#160;&#160; ${facts.flag('dei:SolicitingMaterial', false)} Soliciting material pursuant to Rule 14a-12`,
  )
  facts.hide('dei:AmendmentFlag', 'false')
  facts.hide('dei:EntityCentralIndexKey', company.cik)
  for (const { code, prose } of event.items) {
    report.item(`item${code.replace('.', '')}`, code, ITEM_TITLES[code] ?? '')
    for (const text of prose) report.paragraph(text)
  }
  const exhibits = exhibitsOf(event)
  if (exhibits.length > 0) {
    report.item('item901', '9.01', ITEM_TITLES['9.01'] ?? '')
    report.paragraph('(d) Exhibits')
    report.table([
      ...exhibits.map(({ type, title }) => ({ cells: [type.slice(3), htmlText(title)] })),
      { cells: ['104', 'Cover page interactive data file'] },
    ])
  }
  report.center('SIGNATURE', true)
  report.paragraph(
    'Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed on its behalf by the undersigned hereunto duly authorized.',
  )
  report.paragraph(`${company.legal_name}`)
  report.paragraph(`Date: ${longDate(event.accepted.slice(0, 10))}`)
  report.paragraph(`By: /s/ ${event.signer}`)
  const year = Number(event.event_date.slice(0, 4))
  const stem = `${company.ticker.toLowerCase()}-${event.event_date.replaceAll('-', '')}`
  return inlineDocument(company, year, stem, report, facts.header(`${stem}.xsd`))
}

/** The press release of a results report, with a table of the figures. */
export function resultsRelease(
  company: Company,
  quarters: Quarter[],
  period: { year: number; quarter: 1 | 2 | 3 | 4 },
): string {
  const { year, quarter } = period
  // The release on a fourth quarter tells about the fiscal year.
  const figures =
    quarter === 4 ? annualFigures(company, quarters, year) : quarterFigures(company, quarters, year, quarter)
  const { release } = company.story
  const report = createReport(company, 'EX-99.1', { paged: false })
  report.center('EXHIBIT 99.1', true)
  writeRelease(
    report,
    release.title,
    passages(release.prose, figures, year).map(({ text }) => text),
    figures,
  )
  const now = quarterOf(quarters, year, quarter).flows
  const before = quarterOf(quarters, year - 1, quarter).flows
  report.table([
    {
      cells: ['Quarter ended (in thousands, unaudited)', longDate(now.end), longDate(before.end)],
      bold: true,
    },
    { cells: ['Net sales', grouped(now.revenue), grouped(before.revenue)] },
    { cells: ['Gross profit', grouped(now.gross_profit), grouped(before.gross_profit)] },
    { cells: ['Operating income', grouped(now.operating_income), grouped(before.operating_income)] },
    { cells: ['Net income', grouped(now.net_income), grouped(before.net_income)], bold: true },
  ])
  report.heading(`About ${company.legal_name}`)
  report.paragraph(release.about)
  return plainDocument(report, 'EX-99.1')
}

/** Any other exhibit that is only text. */
export function textExhibit(company: Company, type: string, title: string, prose: string[]): string {
  const report = createReport(company, type, { paged: false })
  report.center(`EXHIBIT ${type.slice(3)}`, true)
  writeRelease(report, title, prose, {})
  return plainDocument(report, type)
}

function writeRelease(report: Report, title: string, prose: string[], figures: Figures): void {
  report.center(htmlText(title.replace('{period_name}', figures.period_name ?? '')), true)
  for (const text of prose) report.paragraph(text)
}

export function plainDocument(report: Report, title: string): string {
  return [
    '<html>',
    `<head><title>${title}</title></head>`,
    `<body style="${report.style.replaceAll('"', '&quot;')}">`,
    report.html(),
    '</body>',
    '</html>',
  ].join('\n')
}
