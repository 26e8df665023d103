import { describe, expect, test } from 'vitest'
import { readCover } from './cover.ts'
import { cusipOf, hasCheckDigit } from './cusip.ts'
import { readTextCover } from './text-cover.ts'

describe('the cover of Form 13F', () => {
  test('as XML says what an amendment does and who else is in the report', () => {
    const cover = readCover(
      Buffer.from(`<?xml version="1.0"?><edgarSubmission xmlns:c="u"><headerData><submissionType>13F-HR/A</submissionType></headerData>
<formData><coverPage><reportCalendarOrQuarter>03-31-2025</reportCalendarOrQuarter><isAmendment>true</isAmendment>
<amendmentNo>2</amendmentNo><amendmentInfo><amendmentType>NEW HOLDINGS</amendmentType></amendmentInfo>
<filingManager><name>Oakmere &amp; Co</name></filingManager><reportType>13F COMBINATION REPORT</reportType>
<form13FFileNumber>028-99999</form13FFileNumber>
<otherManagersInfo><otherManager><cik>1</cik><name>Pellworth</name></otherManager></otherManagersInfo></coverPage>
<signatureBlock><name>A B</name><signatureDate>05-14-2025</signatureDate></signatureBlock>
<summaryPage><otherIncludedManagersCount>1</otherIncludedManagersCount><tableEntryTotal>4</tableEntryTotal>
<tableValueTotal>1000</tableValueTotal><isConfidentialOmitted>true</isConfidentialOmitted>
<otherManagers2Info><otherManager2><sequenceNumber>1</sequenceNumber><otherManager><form13FFileNumber>28-1</form13FFileNumber>
<name>Sandgate</name></otherManager></otherManager2></otherManagers2Info></summaryPage></formData></edgarSubmission>`),
    )
    expect(cover).toMatchObject({
      report_type: 'combination',
      period_of_report: '2025-03-31',
      is_amendment: true,
      amendment_number: 2,
      amendment_type: 'new_holdings',
      manager_name: 'Oakmere & Co',
      confidential_omitted: true,
      table_entry_total: 4,
      reporting_managers: [{ name: 'Pellworth', cik: '0000000001', sequence_number: null }],
      included_managers: [{ name: 'Sandgate', sequence_number: '1', form_13f_file_number: '28-1' }],
      signed_on: '2025-05-14',
    })
  })

  test('as typed text is read by its boxes and totals', () => {
    const cover = readTextCover(
      `                               FORM 13F COVER PAGE
Report for the Calendar Year or Quarter Ended: March 31, 2010
Check here if Amendment [X]; Amendment Number: 1
This Amendment (Check only one.): [ ] is a restatement.
                                  [X] adds new holdings entries.
Institutional Investment Manager Filing this Report:
Name:    Oakmere Management LLC
Form 13F File Number: 28-99901
Report Type (Check only one.):
[X]  13F HOLDINGS REPORT.
[ ]  13F NOTICE.
[ ]  13F COMBINATION REPORT.
Number of Other Included Managers:      2
Form 13F Information Table Entry Total: 34
Form 13F Information Table Value Total: $2,520,762 (thousands)
List of Other Included Managers:
No.  Form 13F File Number    Name
 1   28-00001                Pellworth Insurance Co.
 2   28-2                    Sandgate Life
`,
      '13F-HR/A',
    )
    expect(cover).toMatchObject({
      report_type: 'holdings',
      period_of_report: '2010-03-31',
      is_amendment: true,
      amendment_number: 1,
      amendment_type: 'new_holdings',
      manager_name: 'Oakmere Management LLC',
      form_13f_file_number: '28-99901',
      included_manager_count: 2,
      table_entry_total: 34,
      table_value_total: 2520762,
    })
    expect(cover.included_managers.map(({ name }) => name)).toEqual([
      'Pellworth Insurance Co.',
      'Sandgate Life',
    ])
  })

  test('is refused where there is none', () => {
    expect(() => readCover(Buffer.from('<informationTable/>'))).toThrow(
      expect.objectContaining({ reason: 'not_a_cover_page' }),
    )
    expect(() => readTextCover('A letter.', '13F-HR')).toThrow(
      expect.objectContaining({ reason: 'not_a_cover_page' }),
    )
  })
})

describe('a CUSIP', () => {
  test('loses spaces and dashes, and gets back the zeros a spreadsheet lost', () => {
    expect(cusipOf('025816 10 9')).toBe('025816109')
    expect(cusipOf('025816-10-9')).toBe('025816109')
    expect(cusipOf('2824100')).toBe('002824100')
    expect(cusipOf('2824101')).toBeNull()
    expect(cusipOf('N/A')).toBeNull()
  })

  test('has a check digit', () => {
    expect(['025816109', '037833100', 'G0692U109', '594918104'].map(hasCheckDigit)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(hasCheckDigit('037833101')).toBe(false)
  })
})
