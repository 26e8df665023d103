import type { Company, Person } from './company.ts'
import { plainDocument } from './current-report.ts'
import { auditorOf } from './figures.ts'
import { htmlText, longDate } from './html-text.ts'
import { createReport } from './layout.ts'

/** EX-31: one officer about one report (Rule 13a-14(a)). */
export function certification(
  company: Company,
  number: string,
  person: Person,
  form: string,
  date: string,
): string {
  const report = createReport(company, `EX-${number}`, { paged: false })
  report.center(`EXHIBIT ${number}`, true)
  report.center('CERTIFICATION', true)
  report.paragraph(`I, ${person.name}, certify that:`)
  report.paragraph(`1. I have read this report on Form ${form} of ${company.legal_name}.`)
  report.paragraph(
    '2. As far as I know, it contains no untrue statement of a material fact and leaves out none that is needed so that the statements made are not misleading.',
  )
  report.paragraph(
    '3. As far as I know, the financial statements and the other financial information in it fairly present the financial condition, the results and the cash flows of the registrant for the periods shown.',
  )
  report.paragraph(
    '4. The other certifying officer and I are responsible for disclosure controls and for internal control over financial reporting, have evaluated them, and have told the auditors and the audit committee of every significant deficiency and of any fraud that involves those who take part in them.',
  )
  report.paragraph(`Date: ${longDate(date)}`)
  report.paragraph(`/s/ ${person.name}, ${person.title}`)
  return plainDocument(report, `EX-${number}`)
}

/** EX-32: both officers (18 U.S.C. 1350). */
export function jointCertification(company: Company, people: Person[], form: string, date: string): string {
  const report = createReport(company, 'EX-32.1', { paged: false })
  report.center('EXHIBIT 32.1', true)
  report.paragraph(
    `Each of us certifies that the report on Form ${form} to which this exhibit belongs meets the requirements of Section 13(a) of the Securities Exchange Act of 1934 and fairly presents, in all material respects, the financial condition and the results of ${company.legal_name}.`,
  )
  report.paragraph(`Date: ${longDate(date)}`)
  for (const person of people) report.paragraph(`/s/ ${person.name}, ${person.title}`)
  return plainDocument(report, 'EX-32.1')
}

export function subsidiaries(company: Company): string {
  const report = createReport(company, 'EX-21.1', { paged: false })
  report.center('EXHIBIT 21.1', true)
  report.center('SUBSIDIARIES OF THE REGISTRANT', true)
  report.table([
    { cells: ['Name', 'Jurisdiction'], bold: true },
    {
      cells: [
        htmlText(`${company.legal_name.split(' ')[0]} Holdings LLC`),
        company.state_of_incorporation_name,
      ],
    },
    { cells: [htmlText(`${company.legal_name.split(' ')[0]} Services LLC`), 'Delaware'] },
  ])
  return plainDocument(report, 'EX-21.1')
}

export function auditorConsent(company: Company, year: number, date: string): string {
  const auditor = auditorOf(company, year)
  const report = createReport(company, 'EX-23.1', { paged: false })
  report.center('EXHIBIT 23.1', true)
  report.paragraph(
    `We agree that our report on the financial statements for fiscal ${year} may be incorporated by reference in the registration statements on Form S-8 of ${company.legal_name}.`,
  )
  report.paragraph(`/s/ ${auditor.name}, ${auditor.city}, ${longDate(date)}`)
  return plainDocument(report, 'EX-23.1')
}
