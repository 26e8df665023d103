import type { Company, PeriodicReport } from './company.ts'
import { plainDocument } from './current-report.ts'
import { chiefFinancialOfficer } from './figures.ts'
import { htmlText, longDate } from './html-text.ts'
import { createReport } from './layout.ts'

/** Form 12b-25, which EDGAR calls NT 10-K: the report will be late, why, and by how much. */
export function lateNotice(company: Company, end: string, schedule: PeriodicReport): string {
  const signer = chiefFinancialOfficer(company, schedule.year)
  const report = createReport(company, 'NT 10-K', { paged: false })
  report.center('UNITED STATES', true)
  report.center('SECURITIES AND EXCHANGE COMMISSION', true)
  report.center('FORM 12b-25', true)
  report.center('NOTIFICATION OF LATE FILING', true)
  report.paragraphHtml('(Check one): &#9746; Form 10-K &#9744; Form 20-F &#9744; Form 11-K &#9744; Form 10-Q')
  report.paragraph(`For period ended: ${longDate(end)}`)
  report.heading('PART I - REGISTRANT INFORMATION')
  report.paragraph(company.legal_name)
  report.paragraph(
    `${company.address.street}, ${company.address.city}, ${company.address.state_name} ${company.address.zip}`,
  )
  report.heading('PART II - RULES 12b-25(b) AND (c)')
  report.paragraphHtml(
    '&#9746; The reasons described in Part III could not be eliminated without unreasonable effort or expense, and the annual report will be filed on or before the fifteenth calendar day following the prescribed due date.',
  )
  report.heading('PART III - NARRATIVE')
  report.paragraph(
    'The Company found differences between its inventory records and the quantities counted in one of its two warehouses. It has counted the inventory again and needs more time to finish the correction and to assess internal control over financial reporting.',
  )
  report.heading('PART IV - OTHER INFORMATION')
  report.paragraph(`(1) Name and telephone number of person to contact: ${signer.name}, ${company.phone}.`)
  report.paragraphHtml(
    '(2) Have all other periodic reports required during the preceding twelve months been filed? &#9746; Yes &#9744; No',
  )
  report.paragraphHtml(
    `${htmlText(
      '(3) Is any significant change in results from the corresponding period of the last fiscal year anticipated?',
    )} &#9744; Yes &#9746; No`,
  )
  report.paragraph(`Date: ${longDate(schedule.accepted.slice(0, 10))}`)
  report.paragraph(`By: /s/ ${signer.name}, ${signer.title}`)
  return plainDocument(report, 'NT 10-K')
}
