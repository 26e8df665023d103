import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDetails } from './empty-header.ts'
import type { Address, Filer, FilerRole } from './filing.ts'
import { MAX_SUBMISSION_BYTES, readSubmission } from './submission.ts'
import { SubmissionError } from './submission-error.ts'
import { type FixtureSubmission, filer, labelled, signed, submission, tagged } from './submission-fixture.ts'

const contentOf = (bytes: Uint8Array, index = 0) => {
  const document = readSubmission(bytes).documents[index]
  return Buffer.from(bytes.subarray(document?.byte_start, document?.byte_end)).toString('latin1')
}
const reasonOf = (bytes: Uint8Array) => {
  try {
    readSubmission(bytes)
  } catch (error) {
    return error instanceof SubmissionError ? error.reason : error
  }
  return undefined
}
const replaced = (from: string, to: string, fixture = submission()) =>
  Buffer.from(Buffer.from(labelled(fixture)).toString('latin1').replace(from, to), 'latin1')

const date = fc
  .date({ min: new Date('1993-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const name = fc.stringMatching(/^[A-Z][A-Z0-9 &.,/-]{0,40}[A-Z]$/)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const anyAddress: fc.Arbitrary<Address> = fc.record({
  street_1: fc.constantFrom('1 QUAY', "26 SE'ADYA GA'ON"),
  street_2: optional(name),
  city: optional(name),
  state: optional(fc.constantFrom('NY', 'K3')),
  zip: optional(fc.constantFrom('10001', 'EC1A 1BB')),
  phone: optional(fc.constantFrom('(214) 572-8276')),
})
const anyFiler: fc.Arbitrary<Filer> = fc.record({
  role: fc.constantFrom<FilerRole>(
    'filer',
    'issuer',
    'subject_company',
    'reporting_owner',
    'filed_by',
    'serial_company',
    'depositor',
    'securitizer',
    'issuing_entity',
    'underwriter',
  ),
  cik: fc.integer({ min: 1, max: 9_999_999_999 }).map((cik) => String(cik).padStart(10, '0')),
  name,
  sic: optional(fc.stringMatching(/^\d{4}$/)),
  sic_description: fc.constant(null),
  organization_name: optional(fc.constantFrom('04 Manufacturing', 'Office of Structured Finance')),
  relationship: fc.constant(null),
  irs_number: optional(fc.stringMatching(/^\d{9}$/)),
  state_of_incorporation: optional(fc.stringMatching(/^[A-Z][A-Z0-9]$/)),
  fiscal_year_end: optional(fc.stringMatching(/^\d{4}$/)),
  form_type: optional(fc.constantFrom('10-K', 'SC 13D/A')),
  file_number: optional(fc.stringMatching(/^\d{3}-\d{5}$/)),
  film_number: optional(fc.stringMatching(/^\d{8}$/)),
  sec_act: optional(fc.constantFrom('33', '34', '40')),
  business_address: optional(anyAddress),
  mailing_address: optional(anyAddress),
  former_names: fc.array(fc.record({ name, changed_on: optional(date) }), { maxLength: 3 }),
})
const anySubmission: fc.Arbitrary<FixtureSubmission> = fc
  .record({
    accession_number: fc.stringMatching(/^\d{10}-\d{2}-\d{6}$/),
    form_type: fc.constantFrom('8-K', '10-K405', 'SC 13D/A', '4', '424B5', 'NT 10-K'),
    filing_date: date,
    period_of_report: optional(date),
    effective_date: optional(date),
    date_as_of_change: optional(date),
    items: fc.uniqueArray(fc.constantFrom('1.01', '2.02', '5.02', '9.01', '5', '7'), { maxLength: 4 }),
    filers: fc.array(anyFiler, { minLength: 1, maxLength: 4 }),
    texts: fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ texts, ...header }) =>
    submission({
      acceptance: undefined,
      header: {
        ...header,
        accepted_at: null,
        accepted_at_source: null,
        declared_document_count: texts.length,
        details: emptyDetails(),
      },
      documents: texts.map((text, index) => ({
        type: index === 0 ? header.form_type : 'EX-99',
        sequence: index + 1,
        file_name: `part${index}.txt`,
        text: `${text.replace(/[<\0]/g, '(')}\n`,
      })),
    }),
  )

describe('what is written is read', () => {
  test('labelled headers give back every field, on LF and CRLF, signed and not', () => {
    fc.assert(
      fc.property(anySubmission, fc.constantFrom('\n', '\r\n'), fc.boolean(), (fixture, eol, envelope) => {
        const bytes = labelled(fixture, eol)
        const read = readSubmission(envelope ? signed(bytes) : bytes)
        expect(read.header).toEqual(fixture.header)
        expect(read.warnings).toEqual([])
        expect(read.documents.map((document) => document.document_type)).toEqual(
          fixture.documents.map((document) => document.type),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('tagged headers give back every field, one tag a line, on lone CR, and all on one line', () => {
    fc.assert(
      fc.property(anySubmission, fc.constantFrom('\n', '\r\n', '\r', ''), (fixture, eol) => {
        const read = readSubmission(tagged(fixture, eol))
        expect(read.header).toEqual(fixture.header)
        expect(read.documents).toHaveLength(fixture.documents.length)
      }),
      { numRuns: 300 },
    )
  })

  test('the text of a document is exactly what stands between its tags', () => {
    fc.assert(
      fc.property(anySubmission, (fixture) => {
        const bytes = labelled(fixture)
        fixture.documents.forEach((document, index) => {
          expect(contentOf(bytes, index)).toBe(Buffer.from(document.text).toString('latin1'))
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe('a submission cut short', () => {
  test('is refused as truncated wherever it is cut', () => {
    const fixture = submission({
      documents: [
        { type: '8-K', sequence: 1, text: 'The </DOCUMENT> of the matter.\n' },
        { type: 'EX-99', sequence: 2, text: '<XML>\n<a>1</a>\n</XML>\n' },
      ],
    })
    for (const bytes of [
      labelled(fixture),
      labelled(fixture, '\r\n'),
      tagged(fixture),
      signed(labelled(fixture)),
    ]) {
      const complete = Buffer.from(bytes).toString('latin1').trimEnd().length
      for (let cut = 1; cut < complete; cut++) {
        expect([cut, reasonOf(bytes.subarray(0, cut))]).toEqual([cut, 'truncated'])
      }
      expect(readSubmission(bytes.subarray(0, complete)).documents).toHaveLength(2)
    }
  })

  test('any bytes at all give a submission or a SubmissionError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 400 }), (noise, at) => {
        const bytes = Buffer.from(labelled(submission()))
        bytes.set(noise, Math.min(at, bytes.length - noise.length))
        for (const input of [noise, bytes]) {
          try {
            readSubmission(input)
          } catch (error) {
            expect(error).toBeInstanceOf(SubmissionError)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['no bytes', '', 'empty'],
    ['blank lines', '\n \r\n', 'empty'],
    [
      'the page of a refused request',
      '<!DOCTYPE html><html><title>Request Rate Threshold Exceeded</title></html>',
      'html_page',
    ],
    ['an index page', '<HTML><HEAD></HEAD></HTML>', 'html_page'],
    ['something else', '{"error": "not found"}', 'not_a_submission'],
    [
      'a signature block without a submission',
      '-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nFORM 10-K\n',
      'truncated',
    ],
  ])('%s is refused', (_, text, reason) => {
    expect(reasonOf(Buffer.from(text))).toBe(reason)
  })

  test('a header alone is refused as such', () => {
    expect(reasonOf(labelled(submission({ documents: [] })))).toBe('no_documents')
  })

  test('a header without form type or accession number is refused', () => {
    expect(reasonOf(replaced('CONFORMED SUBMISSION TYPE:\t\t8-K\n', ''))).toBe('no_form_type')
    expect(
      reasonOf(
        Buffer.from(
          Buffer.from(tagged(submission()))
            .toString()
            .replace(/<ACC.*\n/, ''),
        ),
      ),
    ).toBe('no_accession_number')
  })

  test('more than a gigabyte is refused before it is looked at', () => {
    expect(reasonOf({ length: MAX_SUBMISSION_BYTES + 1 } as Uint8Array)).toBe('too_large')
  })
})

describe('structure is read at the first level only', () => {
  const withText = (text: string) =>
    labelled(
      submission({
        documents: [
          { type: '8-K', sequence: 1, text },
          { type: 'EX-99', sequence: 2, text: 'Second.\n' },
        ],
      }),
    )

  test.each([
    ['an end tag in the text', 'One\n</DOCUMENT>\ntwo\n'],
    ['a start tag in the text', 'One\n<DOCUMENT>\ntwo\n'],
    ['end tags of both kinds', 'One\n</TEXT>\n</DOCUMENT>\ntwo\n'],
    ['a whole document', 'One\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nfake\n</TEXT>\n</DOCUMENT>\ntwo\n'],
    [
      'two whole documents',
      `${'<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nfake\n</TEXT>\n</DOCUMENT>\n'.repeat(2)}end\n`,
    ],
    ['a document that does not end', 'One\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nfake\n'],
    ['another header', 'One\n<SEC-HEADER>\nACCESSION NUMBER:\t\t9999999999-99-999999\n</SEC-HEADER>\n'],
    ['the end of the submission', 'One\n</SEC-DOCUMENT>\ntwo\n'],
  ])('%s stays text', (_, text) => {
    const bytes = withText(text)
    const read = readSubmission(bytes)
    expect(read.documents.map((document) => document.document_type)).toEqual(['8-K', 'EX-99'])
    expect(contentOf(bytes, 0)).toBe(text)
    expect(contentOf(bytes, 1)).toBe('Second.\n')
    expect(read.header.accession_number).toBe('0001999001-25-000007')
  })

  test('more documents than declared are all kept, with a warning', () => {
    const bytes = replaced('PUBLIC DOCUMENT COUNT:\t\t1', 'PUBLIC DOCUMENT COUNT:\t\t0')
    const read = readSubmission(bytes)
    expect(read.documents).toHaveLength(1)
    expect(read.warnings).toEqual(['The header declares 0 documents, 1 follow.'])
  })

  test.each([
    [2, []],
    [3, ['The header declares 3 documents, 1 follow.']],
  ])('one document where %d are declared', (declared, warnings) => {
    expect(
      readSubmission(labelled(submission({ header: { declared_document_count: declared } }))).warnings,
    ).toEqual(warnings)
  })

  test('fifty thousand false end tags and a line of 8 MB are read in well under two seconds', () => {
    const text = `${'</DOCUMENT>\n<DOCUMENT>\n'.repeat(50_000)}${'x'.repeat(8_000_000)}\n`
    const before = process.cpuUsage()
    expect(readSubmission(withText(text)).documents).toHaveLength(2)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
  })
})

describe('documents', () => {
  test.each(['XML', 'XBRL', 'PDF'])('the wrapper <%s> is no part of the content', (wrapper) => {
    const bytes = labelled(
      submission({
        documents: [
          { type: 'X', sequence: 1, text: `<${wrapper}>\n<?xml version="1.0"?>\n<a/>\n</${wrapper}>\n` },
        ],
      }),
    )
    expect(contentOf(bytes)).toBe('<?xml version="1.0"?>\n<a/>\n')
  })

  test('HTML is no wrapper', () => {
    const text = '<HTML>\n<BODY>x</BODY>\n</HTML>\n'
    expect(contentOf(labelled(submission({ documents: [{ type: 'X', sequence: 1, text }] })))).toBe(text)
  })

  test('a missing or repeated sequence is replaced by the position', () => {
    const read = readSubmission(
      labelled(
        submission({
          documents: [1, 1, 0].map((sequence) => ({ type: 'EX-99', sequence, text: 'x\n' })),
        }),
      ),
    )
    expect(read.documents.map((document) => document.sequence)).toEqual([1, 2, 3])
    expect(read.warnings).toHaveLength(2)
  })

  test('five thousand documents are all kept, the warnings about them are not', () => {
    const documents = Array.from({ length: 5000 }, () => ({ type: 'EX-99', sequence: 1, text: 'x\n' }))
    const read = readSubmission(labelled(submission({ documents })))
    expect(read.documents).toHaveLength(5000)
    expect(new Set(read.documents.map((document) => document.sequence)).size).toBe(5000)
    expect(read.warnings).toHaveLength(101)
    expect(read.warnings.at(-1)).toBe('4899 more warnings.')
  })

  test('an unknown tag is noted and the document kept', () => {
    const read = readSubmission(replaced('<SEQUENCE>1\n', '<SEQUENCE>1\n<FLAWED>\n<NOVELTY>9\n'))
    expect(read.documents).toHaveLength(1)
    expect(read.warnings).toEqual(['Document 1 has the unknown tag "NOVELTY".'])
  })

  test('a document without <TEXT> is kept, empty', () => {
    const read = readSubmission(replaced('<TEXT>\n<html><body><p>Nothing.</p></body></html>\n</TEXT>\n', ''))
    expect(read.documents).toHaveLength(1)
    expect(read.documents[0]?.byte_end).toBe(read.documents[0]?.byte_start)
    expect(read.warnings).toEqual(['Document 1 has no text.'])
  })
})

describe('header fields', () => {
  test('the acceptance time is New York time', () => {
    const summer = submission({ acceptance: '20250731060126' })
    expect(readSubmission(labelled(summer)).header.accepted_at).toBe('2025-07-31T10:01:26Z')
  })

  test('an impossible date is null with a warning, never another date', () => {
    const read = readSubmission(
      replaced('CONFORMED PERIOD OF REPORT:\t\t20250305', 'CONFORMED PERIOD OF REPORT:\t\t20250230'),
    )
    expect(read.header.period_of_report).toBeNull()
    expect(read.warnings).toEqual(['CONFORMED PERIOD OF REPORT "20250230" is not a date.'])
  })

  test.each([
    ['COMPUTER PERIPHERAL EQUIPMENT, NEC [3577]', '3577'],
    ['4991', '4991'],
    ['UNKNOWN SIC - 0000 [0000]', '0000'],
    ['SOMETHING', null],
  ])('the industry %s is %s', (text, sic) => {
    const bytes = replaced(
      'SHIPS, NEC [3731]',
      text,
      submission({ header: { filers: [filer({ sic: '3731', sic_description: 'SHIPS, NEC' })] } }),
    )
    expect(readSubmission(bytes).header.filers[0]?.sic).toBe(sic)
  })

  test('names in Windows-1252 and in UTF-8 are both read', () => {
    const bytes = replaced('MERIDIAN TIDEWORKS INC', 'SOCI\u00c9T\u00c9 DU QUAI')
    expect(readSubmission(bytes).header.filers[0]?.name).toBe('SOCIÉTÉ DU QUAI')
    const utf8 = replaced('MERIDIAN TIDEWORKS INC', Buffer.from('SOCIÉTÉ DU QUAI').toString('latin1'))
    expect(readSubmission(utf8).header.filers[0]?.name).toBe('SOCIÉTÉ DU QUAI')
  })

  test('an unknown field is noted once and nothing is lost', () => {
    const read = readSubmission(
      replaced(
        'FILED AS OF DATE',
        'MOON PHASE:\t\tFULL\nMOON PHASE:\t\tNEW\n<GROUP-MEMBERS>>A CORP\nFILED AS OF DATE',
      ),
    )
    expect(read.warnings).toEqual(['Header field "MOON PHASE" is unknown.'])
    expect(read.header.filing_date).toBe('2025-03-06')
  })

  test('a company under an unknown role is kept as filer', () => {
    const text = Buffer.from(tagged(submission()))
      .toString()
      .replace(/<(\/?)FILER>/g, '<$1ENVIABLE_ROLE>')
    const read = readSubmission(Buffer.from(text))
    expect(read.header.filers.map((each) => [each.role, each.cik])).toEqual([['filer', '0001999001']])
    expect(read.warnings).toEqual(['Filer role "ENVIABLE ROLE" is unknown; kept as filer.'])
  })

  test('control characters in a file name or description never reach the record', () => {
    const bytes = labelled(
      submission({
        documents: [{ type: 'EX-1', sequence: 1, file_name: 'a\u0000b\u0007.htm', text: 'x\n' }],
      }),
    )
    expect(readSubmission(bytes).documents[0]?.file_name).toBe('a b .htm')
  })

  test('a megabyte of header lines is read in well under a second', () => {
    const bytes = replaced(
      'FILED AS OF DATE',
      `${'GROUP MEMBERS:\t\tSOMEBODY\n'.repeat(40_000)}FILED AS OF DATE`,
    )
    const before = process.cpuUsage()
    readSubmission(bytes)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  })
})
