import { describe, expect, test } from 'vitest'
import { parseIndex } from '../edgar/indexes.ts'
import { sha256 } from '../sha256.ts'
import { generatedSubmission } from './generated-submission.ts'
import { implausible } from './plausible-header.ts'
import { readFiling } from './reading.ts'
import { readSubmission, readSubmissionStream } from './submission.ts'
import { SubmissionError } from './submission-error.ts'
import { type FixtureSubmission, filer, labelled, signed, submission, tagged } from './submission-fixture.ts'

// What reliability asks of bad input from EDGAR, case by case. Cuts at every byte, quoted documents and headers, and the
// same filing with other bytes later have tests of their own.

const reasonOf = (bytes: Uint8Array) => {
  try {
    readSubmission(bytes)
  } catch (error) {
    return error instanceof SubmissionError ? error.reason : error
  }
  return undefined
}
const withHeaderLines = (...lines: string[]) =>
  Buffer.from(
    Buffer.from(labelled(submission()))
      .toString('latin1')
      .replace('FILED AS OF DATE', `${lines.join('\n')}\nFILED AS OF DATE`),
    'latin1',
  )
const withText = (text: Buffer, changes: Partial<FixtureSubmission> = {}) => {
  const bytes = Buffer.from(
    labelled(submission({ ...changes, documents: [{ type: '8-K', sequence: 1, text: 'HERE\n' }] })),
  )
  const at = bytes.indexOf('HERE')
  return Buffer.concat([bytes.subarray(0, at), text, bytes.subarray(at + 4)])
}

describe('mismatched and unknown tags of a header (B144)', () => {
  test('are read as far as they are known, noted, and drop nothing', () => {
    const { header, documents, warnings } = readSubmission(
      withHeaderLines(
        '<GROUP-MEMBERS>>HARBOR VOTING GROUP',
        '<UNDERWRITER>QUAY & SONS SECURITIES INC.',
        '<RULE>',
        '<RULE-NAME>13p-1',
        '<ITEM>',
        '<ITEM-NUMBER>1.01',
        '<ITEM-PERIOD>20241231',
        '</ITEM>',
        '<ITEM>',
        '<ITEM-NUMBER>1.02',
        '</RULE>',
        '</NEVER-OPENED>',
        '<TIDE-TABLE>HIGH',
      ),
    )
    expect(header.details).toMatchObject({
      group_members: ['HARBOR VOTING GROUP'],
      underwriters: ['QUAY & SONS SECURITIES INC.'],
      rules: [
        {
          name: '13p-1',
          items: [
            { number: '1.01', period: '2024-12-31' },
            { number: '1.02', period: null },
          ],
        },
      ],
    })
    expect(header.filing_date).toBe('2025-03-06')
    expect(documents).toHaveLength(1)
    expect(warnings).toEqual(['Header field "TIDE TABLE" is unknown.'])
  })

  test('the series and classes of a fund family are read with their tickers', () => {
    const { header } = readSubmission(
      withHeaderLines(
        '<SERIES-AND-CLASSES-CONTRACTS-DATA>',
        '<EXISTING-SERIES-AND-CLASSES-CONTRACTS>',
        '<SERIES>',
        '<OWNER-CIK>0001999001',
        '<SERIES-ID>S000000001',
        '<SERIES-NAME>Meridian Tide Fund',
        '<CLASS-CONTRACT>',
        '<CLASS-CONTRACT-ID>C000000001',
        '<CLASS-CONTRACT-NAME>Class A',
        '<CLASS-CONTRACT-TICKER-SYMBOL>TIDEX',
        '</CLASS-CONTRACT>',
        '</SERIES>',
        '</EXISTING-SERIES-AND-CLASSES-CONTRACTS>',
        '<NEW-SERIES-AND-CLASSES-CONTRACTS>',
        '<OWNER-CIK>0001999001',
        '<NEW-SERIES>',
        '<SERIES-NAME>Meridian Ebb Fund',
        '</NEW-SERIES>',
        '</NEW-SERIES-AND-CLASSES-CONTRACTS>',
        '</SERIES-AND-CLASSES-CONTRACTS-DATA>',
      ),
    )
    expect(header.details.series).toMatchObject([
      {
        action: 'existing',
        series_id: 'S000000001',
        classes: [{ class_id: 'C000000001', name: 'Class A', ticker: 'TIDEX' }],
      },
      { action: 'new', owner_cik: '0001999001', series_id: null, name: 'Meridian Ebb Fund', classes: [] },
    ])
  })
})

describe('size (B145, B149)', () => {
  test('a line of fifty megabytes and a document far larger than what is held of it are streamed', async () => {
    const { submission: read } = await readSubmissionStream(
      generatedSubmission({ megabytes: 64, largest: 60, others: 5_000, longLine: 50 }),
    )
    expect(read.documents).toHaveLength(5_001)
    const [first] = read.documents
    expect((first?.byte_end ?? 0) - (first?.byte_start ?? 0)).toBe(60 * 1024 ** 2)
  })

  test('more documents than EDGAR takes are refused', () => {
    const documents = Array.from({ length: 20_001 }, (_, index) => ({
      type: 'EX-99',
      sequence: index + 1,
      text: 'x\n',
    }))
    expect(reasonOf(labelled(submission({ documents })))).toBe('too_large')
  })
})

test('a header that promises one document more than follow is believed as far as it goes (B146)', () => {
  const { documents, warnings } = readSubmission(
    labelled(submission({ header: { declared_document_count: 2 } })),
  )
  expect([documents.length, warnings]).toEqual([1, []])
})

test('signed mail of 1995, its text by the page, and the container of the feed are read (B147)', () => {
  const fixture = submission({
    acceptance: undefined,
    header: { filing_date: '1995-03-06', period_of_report: '1994-12-31', accepted_at: null },
    documents: [{ type: '10-K', sequence: 1, text: '<PAGE>   1\nANNUAL REPORT\n<PAGE>   2\nEnd.\n' }],
  })
  for (const bytes of [signed(labelled(fixture)), tagged(fixture), tagged(fixture, '\r')]) {
    const { header, documents } = readSubmission(bytes)
    expect([header.filing_date, documents.length]).toEqual(['1995-03-06', 1])
  }
})

describe('encodings (B148)', () => {
  test.each([
    ['Windows-1252 quotation marks', Buffer.from('A \x93harbor\x94.', 'latin1'), 'A \u201charbor\u201d.'],
    ['UTF-8', Buffer.from('A \u201charbor\u201d.'), 'A \u201charbor\u201d.'],
    [
      'a few Windows-1252 bytes among UTF-8',
      Buffer.concat([Buffer.from('\u201cé\u201d '), Buffer.from([0x93])]),
      '\u201cé\u201d \u201c',
    ],
  ])('%s are decoded', (_, bytes, text) => {
    const { documents } = readFiling(withText(bytes), '2025-03-06')
    expect(documents[0]?.text?.text).toBe(text)
  })

  test('a byte order mark within, NUL bytes and overlong forms are replaced or left out, never passed on', () => {
    const hostile = Buffer.from('One\ufefftwo\u0000three, and more of a report.')
    const overlong = Buffer.from([0xc0, 0xaf])
    const { documents } = readFiling(withText(Buffer.concat([hostile, overlong])), '2025-03-06')
    expect(documents[0]?.text_status).toBe('ok')
    expect(documents[0]?.text?.text).not.toMatch(/[\u0000\ufeff]/)
  })

  test('the raw bytes stay as they were, whatever they are decoded to', () => {
    const bytes = Buffer.from([0x93, 0x00, 0xff, 0xfe, 0xc0, 0x0a])
    const { submission: read } = readFiling(withText(bytes), '2025-03-06')
    expect(read.documents[0]?.document_sha256).toBe(sha256(Buffer.concat([bytes, Buffer.from('\n')])))
  })
})

describe('a header that does not belong to what was asked for (B151)', () => {
  const expected = { accession_number: '0001999001-25-000007', cik: '0001999001', today: '2025-03-07' }
  const header = submission().header

  test('is what was asked for when it says so', () => {
    expect(implausible(header, expected)).toBeUndefined()
    expect(implausible({ ...header, filing_date: '2025-03-10' }, expected)).toBeUndefined()
  })

  test.each([
    ['another accession number', { accession_number: '0001999001-25-000008' }, 'accession_mismatch'],
    ['another company', { filers: [filer({ cik: '0001999002' })] }, 'cik_mismatch'],
    ['nobody', { filers: [] }, 'no_filer'],
    ['a date to come', { filing_date: '2025-04-01' }, 'implausible_filing_date'],
    ['a date before EDGAR', { filing_date: '1970-01-01' }, 'implausible_filing_date'],
  ])('is refused when it names %s', (_, change, reason) => {
    expect(implausible({ ...header, ...change }, expected)?.reason).toBe(reason)
  })
})

test('a schedule in XML whose tags were cut short is read or refused with a reason, never by accident (B152)', () => {
  const xml =
    '<?xml version="1.0"?>\n<edgarSubmission xmlns="http://www.sec.gov/edgar/schedule13D"><headerData><submissionType>SCHEDULE 13D</submissionType></headerData><formData><fundsSource>OO</fundsSource </formData></edgarSubmission>'
  const bytes = labelled(
    submission({
      header: { form_type: 'SCHEDULE 13D' },
      documents: [
        { type: 'SCHEDULE 13D', sequence: 1, file_name: 'primary_doc.xml', text: `<XML>\n${xml}\n</XML>\n` },
      ],
    }),
  )
  const { outcomes } = readFiling(bytes, '2025-03-06')
  for (const { status, reason } of outcomes) {
    if (status === 'failed') expect(reason).toMatch(/^[a-z_]+$/)
    expect(reason).not.toBe('reader_error')
  }
})

test.each([
  [
    '403',
    '<html><head><title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title></head></html>',
  ],
  [
    '429',
    '<!DOCTYPE html><html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head></html>',
  ],
])('the page of a %s is no filing (B154)', (_, page) => {
  expect(reasonOf(Buffer.from(page))).toBe('html_page')
})

test('an index may be empty, out of order, or say things twice (B155)', () => {
  const row = (cik: number) =>
    `${cik}|HARBOR CO|8-K|2025-03-06|edgar/data/${cik}/0001999001-25-00000${cik}.txt`
  const rule = '-'.repeat(80)
  expect(parseIndex(Buffer.from('')).filings).toEqual([])
  const index = parseIndex(
    Buffer.from(
      `CIK|Company Name|Form Type|Date Filed|Filename\n${rule}\n${[row(3), row(1), row(3), row(2)].join('\n')}\n`,
    ),
  )
  expect(index.filings.map(({ cik }) => Number(cik))).toEqual([3, 1, 2])
  expect(index.duplicate_lines).toBe(1)
})
