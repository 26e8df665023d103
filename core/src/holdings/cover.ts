import { type FormElement, readForm } from '../form-xml/form-xml.ts'
import { all, cikOf, day, flag, given, number, one, text } from '../form-xml/values.ts'
import { ReaderError } from '../readers/reader.ts'
import type { HoldingsCover, OtherManager } from './holding.ts'

/** Cover and summary page out of `primary_doc.xml` (EDGAR Form 13F XML technical specification). */
export function readCover(content: Uint8Array): HoldingsCover {
  const root = readForm(content)
  const form = one(root, 'formData')
  const cover = one(form, 'coverPage')
  if (root.name !== 'edgarSubmission' || !cover)
    throw new ReaderError('not_a_cover_page', 'no edgarSubmission with a coverPage')
  const summary = one(form, 'summaryPage')
  const form_type = text(root, 'headerData/submissionType') ?? ''
  return {
    report_type: reportTypeOf(text(cover, 'reportType')),
    period_of_report:
      day(cover, 'reportCalendarOrQuarter') ?? day(root, 'headerData/filerInfo/periodOfReport'),
    is_amendment: flag(cover, 'isAmendment') ?? form_type.endsWith('/A'),
    amendment_number: number(cover, 'amendmentNo'),
    amendment_type: amendmentTypeOf(text(cover, 'amendmentInfo/amendmentType')),
    manager_name: text(cover, 'filingManager/name'),
    form_13f_file_number: text(cover, 'form13FFileNumber'),
    crd_number: text(cover, 'crdNumber'),
    sec_file_number: text(cover, 'secFileNumber'),
    additional_information: text(cover, 'additionalInformation'),
    reporting_managers: all(cover, 'otherManagersInfo/otherManager').map((manager) =>
      managerOf(manager, null),
    ),
    included_managers: all(summary, 'otherManagers2Info/otherManager2').map((manager) =>
      managerOf(one(manager, 'otherManager') ?? manager, text(manager, 'sequenceNumber')),
    ),
    included_manager_count: number(summary, 'otherIncludedManagersCount'),
    table_entry_total: number(summary, 'tableEntryTotal'),
    table_value_total: number(summary, 'tableValueTotal'),
    confidential_omitted: flag(summary, 'isConfidentialOmitted'),
    signed_by: text(form, 'signatureBlock/name'),
    signed_on: day(form, 'signatureBlock/signatureDate'),
  }
}

function managerOf(manager: FormElement, sequence_number: string | null): OtherManager {
  return {
    sequence_number,
    name: text(manager, 'name'),
    cik: cikOf(text(manager, 'cik')),
    form_13f_file_number: given(text(manager, 'form13FFileNumber')),
    crd_number: given(text(manager, 'crdNumber')),
    sec_file_number: given(text(manager, 'secFileNumber')),
  }
}

export function reportTypeOf(written: string | null): HoldingsCover['report_type'] {
  const type = written?.toLowerCase() ?? ''
  if (type.includes('combination')) return 'combination'
  if (type.includes('notice')) return 'notice'
  return type.includes('holdings') ? 'holdings' : null
}

function amendmentTypeOf(written: string | null): HoldingsCover['amendment_type'] {
  const type = written?.toLowerCase() ?? ''
  if (type.includes('restatement')) return 'restatement'
  return type.includes('new') ? 'new_holdings' : null
}
