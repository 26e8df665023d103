import { Type } from 'typebox'
import { type HeaderField, headerFieldEvidence, headerFields } from '../../evidence/header-line.ts'
import type { OwnershipRow } from '../../insider-transactions/ownership-document.ts'
import { businessDaysAfter, businessDaysBetween } from '../business-days.ts'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'

import { insiderForm, lineEvidence, type OwnLine } from './insider-forms.ts'

const config = {
  due_business_days: 2,
  /** Section 403 of the Sarbanes-Oxley Act made the second business day the deadline; before, it was a day of the next month. */
  in_force_from: '2002-08-29',
  /**
   * Codes whose transactions Form 4 must report within two business days. Small acquisitions (L), inheritance (W), trusts (Z)
   * and other transactions (J) may wait for Form 5, and gifts (G) could until 27 February 2023.
   */
  codes: ['P', 'S', 'A', 'D', 'F', 'I', 'M', 'C', 'X', 'O', 'U'],
  gifts_from: '2023-02-27',
  /** Rule 16a-3(g)(2): notice of an execution under a plan may take until the third business day. */
  plan_notice_business_days: 3,
  maximum_evidence: 18,
} as const

const lateForm4: SignalType = {
  signal_type: 'late_form4',
  family: 'ownership',
  title: 'Form 4 filed late',
  description:
    'A Form 4 that was filed more than two business days after a transaction it reports. The value is the number of business days by which the latest line missed its deadline. Where a line has a deemed execution date, the deadline counts from it, at most three business days after the transaction. Federal holidays and days on which the SEC was closed by order are no business days. Lines that the form itself marks as belonging on Form 5, and codes that may wait for Form 5, are left out. A transaction date can lie before a condition that a footnote tells of, such as the vesting of a grant: a delay of many months asks for a look at the form.',
  unit: 'days',
  range: { minimum: 1, maximum: null },
  labels: null,
  form_types: ['4'],
  evidence_kinds: ['xml_path', 'header_field'],
  source: 'Rule 16a-3(g) (17 CFR 240.16a-3); section 16(a)(2)(C) of the Securities Exchange Act',
  formula:
    'Business days after the second business day following the transaction date, up to and including the filing date of the header; the largest of the form\u2019s lines. Direction −1.',
  history: null,
  covers_from: '2003-06-30',
  payload_schema: Type.Object(
    {
      transaction_date: Type.String({ description: 'Day of the transaction that was reported latest.' }),
      due_date: Type.String({ description: 'Last day on which it could be reported in time.' }),
      filing_date: Type.String({ description: 'Filing date of the form.' }),
      late_lines: Type.Integer({ description: 'Lines reported after their deadline.' }),
      transaction_codes: Type.Array(Type.String(), { description: 'Their transaction codes.' }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...OWNERSHIP_CASES,
    first_filings: 'Makes no difference.',
    missing_years: 'Makes no difference.',
    splits: 'Makes no difference.',
    amendments: 'Not read: the date of the original decides.',
  },
}

/** Transactions that were reported after their deadline. */
export const lateForm4Rule = defineExtractor({
  name: 'late_form4',
  version: '1.0.0',
  signal_types: [lateForm4],
  applies: (formType) => formType === '4',
  reads: 'submission',
  needs: { form: insiderForm },
  config,

  extract({ filing, form }) {
    if (!form) return { status: 'insufficient_data', missing: ['ownership_xml'], reason: 'form_not_in_xml' }
    const filedOn = filing.submission.header.filing_date
    if (filedOn === null) {
      return { status: 'insufficient_data', missing: ['filing_date'], reason: 'filing_date_not_stated' }
    }
    const due = form.lines.filter(({ row }) => isDueInTwoDays(row))
    if (due.length === 0) return { status: 'ok_none', reason: 'no_line_due_in_two_days' }
    const late = due
      .flatMap((line) => lateness(line, filedOn))
      .sort((a, b) => b.days - a.days || a.line.row.position - b.line.row.position)
    const [worst] = late
    if (!worst) {
      return due.some(({ row }) => row.transaction_date === null)
        ? { status: 'insufficient_data', missing: ['transaction_date'], reason: 'line_without_date' }
        : { status: 'ok_none', reason: 'filed_in_time' }
    }
    const lines = late.slice(0, config.maximum_evidence).flatMap(({ line }) => lineEvidence(form, line))
    if (lines.length === 0) {
      return { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
    }
    const header = filing.header_text
    const dateLine = header && headerFields(header).find(({ name }) => name === 'FILED AS OF DATE')
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'late_form4',
          subject: null,
          value: worst.days,
          unit: 'days',
          direction: -1,
          payload: {
            transaction_date: worst.line.row.transaction_date,
            due_date: worst.dueOn,
            filing_date: filedOn,
            late_lines: late.length,
            transaction_codes: [...new Set(late.map(({ line }) => line.row.transaction_code ?? ''))].sort(),
          },
          evidence: [
            ...lines,
            ...(header && dateLine
              ? [headerFieldEvidence(filing.submission_sha256, header, dateLine as HeaderField)]
              : []),
          ],
          inputs: [
            { name: 'filing_date', value: filedOn, accession_number: filing.accession_number },
            ...late.slice(0, config.maximum_evidence).map(({ line, days }) => ({
              name: 'business_days_late',
              value: days,
              unit: 'days',
              period_end: line.row.transaction_date ?? '',
              accession_number: filing.accession_number,
            })),
          ],
        },
      ],
    }
  },
})

function isDueInTwoDays(row: OwnershipRow): boolean {
  if (row.row_kind !== 'transaction' || row.transaction_code === null) return false
  if (row.transaction_form_type !== null && row.transaction_form_type !== '4') return false
  const day = row.transaction_date
  if (day !== null && day < config.in_force_from) return false
  if (row.transaction_code === 'G') return day !== null && day >= config.gifts_from
  return (config.codes as readonly string[]).includes(row.transaction_code)
}

function lateness(line: OwnLine, filedOn: string): { line: OwnLine; days: number; dueOn: string }[] {
  const { transaction_date: day, deemed_execution_date: deemed } = line.row
  if (day === null || day > filedOn) return []
  const latestNotice = businessDaysAfter(day, config.plan_notice_business_days)
  const [from = day] = deemed !== null && deemed > day ? [deemed, latestNotice].sort() : [day]
  const dueOn = businessDaysAfter(from, config.due_business_days)
  return filedOn > dueOn ? [{ line, dueOn, days: Math.max(1, businessDaysBetween(dueOn, filedOn)) }] : []
}

/** The last day on which a transaction of this day can be reported in time. */
export function dueDate(transactionDate: string): string {
  return businessDaysAfter(transactionDate, config.due_business_days)
}
