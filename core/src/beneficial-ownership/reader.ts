import type { Filer } from '../filings/filing.ts'
import { OwnershipError } from '../insider-transactions/xml-tree.ts'
import type { FilingUnderRead, Reader } from '../readers/reader.ts'
import type { BeneficialOwnershipReport } from './beneficial-ownership.ts'
import { parseScheduleText } from './parse-schedule-text.ts'
import { parseScheduleXml } from './parse-schedule-xml.ts'
import { personKey, wordsOfKey } from './person-key.ts'
import { insertBeneficialOwnership } from './store.ts'

const FORM = /^(?:SC|SCHEDULE) (13[DG])(\/A)?$/

export interface ScheduleReading {
  document_id: string
  report: BeneficialOwnershipReport
}

/** Schedules 13D and 13G: filed in XML since December 2024, typed or in HTML before. */
export const beneficialOwnershipReader: Reader<ScheduleReading> = {
  name: 'beneficial_ownership',
  version: '1.0.0',

  applies: (formType) => FORM.test(formType),

  read(filing) {
    const { main, documents, form_type, header } = filing
    const kind = FORM.exec(form_type)
    if (!kind || documents.length === 0) return null
    const xml = documents.find(
      (document) => document.kind === 'xml' && FORM.test(document.document.document_type),
    )
    if (xml) {
      const report = parseScheduleXml(xml.content)
      return { document_id: xml.document_id, report: withHeader(report, header.filers) }
    }
    if (!main?.text) throw new OwnershipError('no_reporting_person', 'the schedule has no text')
    const report = parseScheduleText(main.text.text, {
      schedule: kind[1] as '13D' | '13G',
      is_amendment: kind[2] !== undefined,
    })
    return { document_id: main.document_id, report: withHeader(report, header.filers) }
  },

  store: insertBeneficialOwnership,
}

/**
 * Fills from the header of the submission what a typed schedule cannot say: the CIK of the issuer and of the persons whose
 * names are those of filers. A single person and a single filer are one.
 */
export function withHeader(
  report: BeneficialOwnershipReport,
  filers: readonly Filer[] | FilingUnderRead['header']['filers'],
): BeneficialOwnershipReport {
  const subject = filers.find(({ role }) => role === 'subject_company')
  const filedBy = filers.filter(({ role }) => role === 'filed_by')
  const ciks = new Map(filedBy.map(({ name, cik }) => [wordsOfKey(personKey(name)), cik]))
  const only = filedBy.length === 1 && report.reporting_persons.length === 1 ? filedBy[0]?.cik : undefined
  return {
    ...report,
    issuer_cik: report.issuer_cik ?? subject?.cik ?? null,
    issuer_name: report.issuer_name ?? subject?.name ?? null,
    filer_ciks: report.filer_ciks.length > 0 ? report.filer_ciks : filedBy.map(({ cik }) => cik),
    reporting_persons: report.reporting_persons.map((person) => ({
      ...person,
      cik: person.cik ?? ciks.get(wordsOfKey(personKey(person.name))) ?? only ?? null,
    })),
  }
}
