import { describe, expect, test } from 'vitest'
import type { CompanyProfile } from '../edgar/company-submissions.ts'
import type { DiscoveredFiling } from '../edgar/discovered-filing.ts'
import { composeSubmission } from './compose-submission.ts'
import { emptyFiler, emptyHeader } from './empty-header.ts'
import { readSubmission } from './submission.ts'

const profile: CompanyProfile = {
  cik: '0001999001',
  name: 'Meridian Tideworks <Inc>',
  entity_type: 'operating',
  sic: '3731',
  sic_description: 'Ship & Boat Building',
  tickers: ['TIDE'],
  exchanges: ['NYSE'],
  ein: '123456789',
  lei: null,
  category: null,
  fiscal_year_end: '0630',
  state_of_incorporation: 'DE',
  phone: null,
  website: null,
  addresses: [],
  former_names: [{ name: 'MERIDIAN\nFILER:\nTIDES', from: '1999-01-02', to: '2008-03-04' }],
}
const filing: DiscoveredFiling = {
  accession_number: '0001999001-25-000007',
  cik: '0001999001',
  form_type: '8-K',
  filing_date: '2025-07-31',
  company_name: profile.name,
  primary_document: 'report.htm',
  primary_document_description: 'CURRENT REPORT',
  acceptance_date_time_raw: '2025-07-31T06:01:26.000Z',
  period_of_report: '2025-07-30',
  items: ['2.02', '9.01'],
}
const primaryDocument = Buffer.from('<html><body>Quarter</body></html>')

describe('a composed submission', () => {
  const bytes = composeSubmission({ company: { profile, filings: [filing] }, filing, primaryDocument })
  const read = readSubmission(bytes)

  test('is read like any other, with every field that was known', () => {
    expect(read.warnings).toEqual([])
    expect(read.header).toEqual({
      ...emptyHeader(),
      accession_number: '0001999001-25-000007',
      form_type: '8-K',
      filing_date: '2025-07-31',
      accepted_at: '2025-07-31T10:01:26Z',
      accepted_at_source: 'submissions_json',
      period_of_report: '2025-07-30',
      effective_date: null,
      date_as_of_change: null,
      items: ['2.02', '9.01'],
      declared_document_count: 1,
      filers: [
        {
          ...emptyFiler('filer'),
          cik: '0001999001',
          name: 'Meridian Tideworks (Inc)',
          sic: '3731',
          sic_description: 'Ship & Boat Building',
          irs_number: '123456789',
          state_of_incorporation: 'DE',
          fiscal_year_end: '0630',
          former_names: [{ name: 'MERIDIAN FILER: TIDES', changed_on: '2008-03-04' }],
        },
      ],
    })
  })

  test('holds the primary document byte for byte', () => {
    const [document] = read.documents
    expect(
      Buffer.from(bytes.subarray(document?.byte_start, document?.byte_end)).equals(primaryDocument),
    ).toBe(true)
    expect(document).toMatchObject({ sequence: 1, document_type: '8-K', file_name: 'report.htm' })
  })

  test('says in its first header line that it was composed', () => {
    expect(Buffer.from(bytes).toString().split('\n')[2]).toMatch(/^COMPOSED FROM: /)
  })

  test('has no acceptance time when the clock of the file cannot be told', () => {
    const noon = { ...filing, acceptance_date_time_raw: '2025-07-31T14:00:00.000Z' }
    const { header } = readSubmission(
      composeSubmission({ company: { profile, filings: [noon] }, filing: noon, primaryDocument }),
    )
    expect([header.accepted_at, header.accepted_at_source]).toEqual([null, null])
  })
})
