import { type Company, type Passage, type Prose, type RiskFactor, stands, type Topic } from './company.ts'
import type { Figures } from './figures.ts'
import { fill, htmlText, longDate } from './html-text.ts'
import { type Facts, rootElement } from './inline-xbrl.ts'
import type { Report } from './layout.ts'

/** The passages of `prose` that stand in this period, with figures filled in. */
export function passages(
  prose: Prose,
  figures: Figures,
  year: number,
  quarter?: number,
): { title?: string; text: string }[] {
  return prose
    .map((passage) => (typeof passage === 'string' ? { text: passage } : passage))
    .filter((passage) => stands(passage, year, quarter))
    .map(({ title, text }: Passage) => ({ title, text: fill(text, figures) }))
}

export function writeProse(
  report: Report,
  prose: Prose,
  figures: Figures,
  year: number,
  quarter?: number,
): void {
  for (const { title, text } of passages(prose, figures, year, quarter)) {
    if (title) report.risk(title)
    report.paragraph(text)
  }
}

export function writeTopics(
  report: Report,
  topics: Topic[],
  figures: Figures,
  year: number,
  quarter?: number,
): void {
  for (const topic of topics) {
    if (!stands(topic, year)) continue
    report.heading(topic.heading)
    writeProse(report, topic.prose, figures, year, quarter)
  }
}

/** The wording of the factors that stand in a fiscal year, by group. */
export function riskFactorsOf(
  company: Company,
  year: number,
): { group: string; title: string; prose: string[] }[] {
  return company.risk_factors.filter((factor) => stands(factor, year)).map((factor) => worded(factor, year))
}

function worded(factor: RiskFactor, year: number) {
  const { group, title, prose, reworded } = factor
  if (!reworded || year < reworded.since) return { group, title, prose }
  return { group, title: reworded.title ?? title, prose: reworded.prose }
}

/** The top of the cover page of Forms 10-K and 10-Q. */
export function writeCover(
  report: Report,
  facts: Facts,
  cover: {
    company: Company
    form: string
    annual: boolean
    end: string
    shares: string
    marketValue?: string
  },
): void {
  const { company, form, annual, end } = cover
  const { address } = company
  report.breakPages(false)
  report.center('UNITED STATES', true)
  report.center('SECURITIES AND EXCHANGE COMMISSION', true)
  report.center('Washington, D.C. 20549', true)
  report.center(`FORM ${facts.text('dei:DocumentType', form)}`, true)
  report.paragraphHtml(
    `${facts.flag(annual ? 'dei:DocumentAnnualReport' : 'dei:DocumentQuarterlyReport', true)} ${annual ? 'ANNUAL' : 'QUARTERLY'} REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934`,
  )
  report.center(
    `For the ${annual ? 'fiscal year' : 'quarterly period'} ended ${facts.date('dei:DocumentPeriodEndDate', end)}`,
  )
  report.paragraphHtml(
    `${facts.flag('dei:DocumentTransitionReport', false)} TRANSITION REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934`,
  )
  report.center(`Commission file number ${facts.text('dei:EntityFileNumber', company.file_number)}`)
  report.center(facts.text('dei:EntityRegistrantName', company.legal_name), true)
  report.center('(Exact name of registrant as specified in its charter)')
  report.table([
    {
      cells: [
        facts.text('dei:EntityIncorporationStateCountryCode', company.state_of_incorporation_name),
        facts.text(
          'dei:EntityTaxIdentificationNumber',
          `${company.irs_number.slice(0, 2)}-${company.irs_number.slice(2)}`,
        ),
      ],
    },
    { cells: ['(State of incorporation)', '(I.R.S. Employer Identification No.)'] },
    {
      cells: [
        `${facts.text('dei:EntityAddressAddressLine1', address.street)}, ${facts.text('dei:EntityAddressCityOrTown', address.city)}, ${facts.text('dei:EntityAddressStateOrProvince', address.state_name)}`,
        facts.text('dei:EntityAddressPostalZipCode', address.zip),
      ],
    },
    { cells: ['(Address of principal executive offices)', '(Zip Code)'] },
  ])
  report.center(
    `(${facts.text('dei:CityAreaCode', company.phone.slice(0, 3))}) ${facts.text('dei:LocalPhoneNumber', company.phone.slice(4))}`,
  )
  report.center('(Registrant&#8217;s telephone number, including area code)')
  report.paragraphHtml('Securities registered pursuant to Section 12(b) of the Act:')
  report.table([
    { cells: ['Title of each class', 'Trading symbol', 'Name of each exchange'], bold: true },
    {
      cells: [
        facts.text('dei:Security12bTitle', `${company.common_stock}, par value ${company.par_value}`),
        facts.text('dei:TradingSymbol', company.ticker),
        facts.text(
          'dei:SecurityExchangeName',
          company.exchange === 'NYSE' ? 'NYSE' : 'NASDAQ',
          company.exchange_name,
        ),
      ],
    },
  ])
  const status = (['large_accelerated', 'accelerated', 'non_accelerated'] as const)
    .map((name) => {
      const label = {
        large_accelerated: 'Large accelerated filer',
        accelerated: 'Accelerated filer',
        non_accelerated: 'Non-accelerated filer',
      }[name]
      const box =
        name === company.filer_status ? facts.text('dei:EntityFilerCategory', label, '&#9746;') : '&#9744;'
      return `${box} ${label}`
    })
    .join('&#160;&#160; ')
  report.paragraphHtml(
    `Filer status: ${status}&#160;&#160; ${facts.flag('dei:EntitySmallBusiness', company.smaller_reporting)} Smaller reporting company&#160;&#160; ${facts.flag('dei:EntityEmergingGrowthCompany', false)} Emerging growth company`,
  )
  report.paragraphHtml(
    `Indicate by check mark whether the registrant is a shell company (as defined in Rule 12b-2 of the Act). Yes &#9744; No ${facts.text('dei:EntityShellCompany', 'false', '&#9746;', 'ixt:fixed-false')}`,
  )
  if (cover.marketValue) {
    report.paragraphHtml(
      `The aggregate market value of common equity held by non-affiliates, at the price on the last business day of the second fiscal quarter, was ${htmlText(cover.marketValue)}.`,
    )
  }
  report.paragraphHtml(
    `${htmlText(cover.shares)} shares of ${htmlText(company.common_stock)} were outstanding at the latest practicable date.`,
  )
  facts.hide('dei:EntityCentralIndexKey', company.cik)
  facts.hide(
    'dei:CurrentFiscalYearEndDate',
    `--${company.fiscal_year_end.slice(0, 2)}-${company.fiscal_year_end.slice(2)}`,
  )
  facts.hide('dei:AmendmentFlag', String(form.endsWith('/A')))
}

/** Table of contents with links to the anchors of the items. */
export function writeContents(
  report: Report,
  entries: { anchor: string; label: string; title: string }[],
): void {
  report.raw('<div id="toc"></div>')
  report.center('TABLE OF CONTENTS', true)
  report.table(
    entries.map(({ anchor, label, title }, index) => ({
      cells:
        label === ''
          ? [`<a href="#${anchor}">${htmlText(title)}</a>`, '', '']
          : [
              `<a href="#${anchor}">${label}</a>`,
              `<a href="#${anchor}">${htmlText(title)}</a>`,
              `<a href="#${anchor}">${3 + index * 2}</a>`,
            ],
      bold: label === '',
    })),
  )
}

export function writeSignature(
  report: Report,
  company: Company,
  date: string,
  signers: { name: string; title: string }[],
): void {
  report.center('SIGNATURES', true)
  report.paragraph(
    'Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed on its behalf by the undersigned, thereunto duly authorized.',
  )
  report.paragraph(`${company.legal_name}`)
  report.paragraph(`Date: ${longDate(date)}`)
  report.table(signers.map(({ name, title }) => ({ cells: [`/s/ ${name}`, `${name}, ${title}`] })))
}

/** The whole inline document: root, hidden header, body. */
export function inlineDocument(
  company: Company,
  year: number,
  title: string,
  report: Report,
  header: string,
): string {
  return [
    "<?xml version='1.0' encoding='ASCII'?>",
    rootElement(company, year),
    `<head><title>${title}</title><meta http-equiv="Content-Type" content="text/html"/></head>`,
    `<body style="${report.style.replaceAll('"', '&quot;')}">`,
    header,
    report.html(),
    '</body>',
    '</html>',
  ].join('\n')
}
