import { describe, expect, test } from 'vitest'
import { documentKind } from '../documents/document-kind.ts'
import type { Submission } from './filing.ts'
import { corpusEntries, corpusFile, hasCorpus, realSubmissions } from './real-submissions.ts'
import { readSubmission } from './submission.ts'
import { SubmissionError } from './submission-error.ts'

/** What the corpus holds only in part, looked at one by one. All else is complete and has to be read. */
const INCOMPLETE: Record<string, string> = {
  '0001193125-24-003453': 'no_documents',
  '0001140361-25-045534': 'no_documents',
  '0000928385-00-003420': 'no_documents',
  '0001172661-23-003414': 'truncated',
  '0000320193-97-000011': 'truncated',
  '0000732715-99-000042': 'truncated',
}

describe.skipIf(!hasCorpus)('every full submission of the corpus', () => {
  const read = new Map<string, { bytes: Buffer; submission: Submission; path: string }>()
  const refused: [string, string][] = []
  const unexpected: string[] = []
  for (const { path, bytes, note } of hasCorpus ? realSubmissions() : []) {
    try {
      read.set(path, { bytes, submission: readSubmission(bytes), path })
    } catch (error) {
      if (!(error instanceof SubmissionError)) throw error
      const accession = /\d{10}-\d{2}-\d{6}/.exec(path)?.[0] ?? path
      // Files whose tags their source removed are none of EDGAR's.
      if (path.includes('tag-stripped') || note.includes('tags removed')) continue
      refused.push([accession, error.reason])
      if (INCOMPLETE[accession] !== error.reason) unexpected.push(`${path}: ${error.message}`)
    }
  }
  const byAccession = (accession: string, extension = '.txt') => {
    const found = [...read.values()].find(
      ({ submission, path }) =>
        submission.header.accession_number === accession && path.replace('.gz', '').endsWith(extension),
    )
    if (found === undefined) throw new Error(`${accession} is not in the corpus`)
    return found.submission
  }

  test('is read, save those the corpus holds in part', () => {
    const forms = new Map<string, number>()
    for (const { submission } of read.values()) {
      forms.set(submission.header.form_type, (forms.get(submission.header.form_type) ?? 0) + 1)
    }
    console.log(
      `${read.size} submissions read, ${refused.length} refused:`,
      [...forms]
        .sort((a, b) => b[1] - a[1])
        .map(([form, count]) => `${form} ${count}`)
        .join(', '),
    )
    expect(unexpected).toEqual([])
    expect(read.size).toBeGreaterThan(300)
  })

  test('names its form, filing date and a filer with CIK and name', () => {
    for (const { path, submission } of read.values()) {
      const { header } = submission
      expect([path, header.form_type !== '', header.filing_date !== null]).toEqual([path, true, true])
      expect([path, header.filers.length > 0]).toEqual([path, true])
      for (const filer of header.filers) {
        expect([path, /^\d{10}$/.test(filer.cik), filer.name !== '']).toEqual([path, true, true])
      }
      // EDGAR began to write acceptance times into headers in 2001 and 2002; containers of its feed have none.
      if ((header.filing_date as string) > '2003' && path.includes('/data/')) {
        expect([path, header.accepted_at !== null]).toEqual([path, true])
      }
    }
  })

  test('needs no more than the tolerance that is known', () => {
    const warnings = new Set<string>()
    for (const { submission } of read.values()) {
      for (const warning of submission.warnings)
        warnings.add(`${submission.header.accession_number} ${warning}`)
    }
    expect([...warnings].sort()).toEqual([
      '0000066740-24-000023 The header declares 16 documents, 14 follow.',
      // A fixture of its source, which cut the texts out and left the frame.
      '0000320193-17-000009 The text of a document does not end before the document does.',
    ])
  })

  test('gives documents byte for byte as EDGAR serves them, where the corpus holds both', () => {
    const entries = new Map<string, string>()
    for (const { path, accession_number } of corpusEntries()) {
      entries.set(`${accession_number}/${path.split('/').at(-1)?.replace(/\.gz$/, '')}`, path)
    }
    let compared = 0
    for (const { submission, bytes } of read.values()) {
      for (const document of submission.documents) {
        const served = entries.get(`${submission.header.accession_number}/${document.file_name}`)
        const content = bytes.subarray(document.byte_start, document.byte_end)
        if (served === undefined || documentKind(document, content) === 'uuencoded') continue
        compared++
        expect([served, corpusFile(served).equals(content)]).toEqual([served, true])
      }
    }
    expect(compared).toBeGreaterThanOrEqual(6)
  })

  test('one submission says the same in its text and in its container', () => {
    for (const accession of ['0001104659-25-002604', '0001193125-24-100942']) {
      const text = byAccession(accession)
      const container = byAccession(accession, '.nc')
      const facts = ({ header, documents }: Submission) => ({
        form: header.form_type,
        filing_date: header.filing_date,
        // A cover letter is made public later than the filing it came with.
        documents: documents
          .filter((document) => document.document_type !== 'COVER')
          .map((document) => [document.sequence, document.document_type, document.file_name]),
        // The feed writes codes where the text writes words.
        filers: header.filers.map(({ sec_act, sic_description, ...filer }) => filer),
        series: header.details.series,
        group_members: header.details.group_members,
      })
      expect(facts(container)).toEqual(facts(text))
    }
  })

  test('an 8-K of 1994, from the time of signed mail, by hand', () => {
    const { header, documents } = byAccession('0000109446-94-000005')
    expect(header).toMatchObject({
      form_type: '8-K',
      filing_date: '1994-03-22',
      accepted_at: null,
      period_of_report: '1994-03-22',
      items: ['5'],
    })
    expect(header.filers).toEqual([
      {
        role: 'filer',
        cik: '0000109446',
        name: 'ZURN INDUSTRIES INC',
        sic: '4991',
        sic_description: null,
        organization_name: null,
        relationship: null,
        irs_number: '251040754',
        state_of_incorporation: 'PA',
        fiscal_year_end: '0331',
        form_type: '8-K',
        file_number: '001-05502',
        film_number: '94517273',
        sec_act: '34',
        business_address: {
          street_1: 'ONE ZURN PL',
          street_2: null,
          city: 'ERIE',
          state: 'PA',
          zip: '16505',
          phone: '8144522111',
        },
        mailing_address: {
          street_1: 'PO BOX 2000',
          street_2: null,
          city: 'ERIE',
          state: 'PA',
          zip: '16514',
          phone: null,
        },
        former_names: [],
      },
    ])
    expect(documents).toMatchObject([
      { sequence: 1, document_type: '8-K', file_name: null, description: 'TEST' },
    ])
  })

  test('an 8-K of 2019, by hand', () => {
    const { header, documents } = byAccession('0001193125-19-292676')
    expect(header).toMatchObject({
      accepted_at: '2019-11-15T11:02:24Z',
      accepted_at_source: 'sgml_header',
      period_of_report: '2019-11-07',
      items: ['8.01', '9.01'],
      declared_document_count: 19,
    })
    expect(header.filers[0]?.former_names).toEqual([
      { name: 'APPLE INC', changed_on: '2007-01-09' },
      { name: 'APPLE COMPUTER INC', changed_on: '1997-08-08' },
    ])
    expect(documents).toHaveLength(19)
  })

  test('an 8-K out of a container with lone CR line ends, by hand', () => {
    const { header, documents } = byAccession('0001493152-25-001317', '.nc')
    expect(header).toMatchObject({ items: ['5.02', '9.01'], filing_date: '2025-01-08', accepted_at: null })
    expect(header.filers[0]).toMatchObject({
      name: 'ACORN ENERGY, INC.',
      sic: '8711',
      former_names: [
        { name: 'ACORN FACTOR, INC.', changed_on: '2006-09-20' },
        { name: 'DATA SYSTEMS & SOFTWARE INC', changed_on: '1993-10-19' },
        { name: 'DEFENSE SOFTWARE & SYSTEMS INC', changed_on: '1993-03-28' },
      ],
    })
    expect(documents).toHaveLength(13)
  })

  test('a tender offer and a Form 4, with every role, by hand', () => {
    expect(byAccession('0001104659-25-002604').header.filers.map(({ role, cik }) => [role, cik])).toEqual([
      ['subject_company', '0001376139'],
      ['subject_company', '0001376139'],
      ['filed_by', '0001034563'],
    ])
    const { header } = byAccession('0001610717-23-000035')
    expect(header.accepted_at).toBe('2023-05-15T20:37:41Z')
    expect(header.filers.map(({ role, cik, name }) => [role, cik, name])).toEqual([
      ['reporting_owner', '0001421050', 'Mammen Mathai'],
      ['issuer', '0001770787', '10x Genomics, Inc.'],
    ])
  })
})
