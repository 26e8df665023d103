import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument, checkSubmission, checkText, pageKind } from './byte-checks.ts'

const corpus = resolve(process.env.EDGAR_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/edgar'))

const body = `<DOCUMENT>
<TYPE>8-K
<TEXT>
An invented report. It quotes </SEC-DOCUMENT> in its midst.
</TEXT>
</DOCUMENT>
`
const kinds = {
  'a submission of today': `<SEC-DOCUMENT>0001234567-24-000001.txt : 20240301\n<SEC-HEADER>x\n</SEC-HEADER>\n${body}</SEC-DOCUMENT>`,
  'one in a PEM envelope': `-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n<SEC-DOCUMENT>x\n${body}</SEC-DOCUMENT>\n-----END PRIVACY-ENHANCED MESSAGE-----`,
  'one of the first years': `<IMS-DOCUMENT>0001234567-95-000001.txt : 19950301\n<IMS-HEADER>x\n</IMS-HEADER>\n${body}</IMS-DOCUMENT>`,
  'a feed container': `<SUBMISSION>\n<ACCESSION-NUMBER>0001234567-24-000001\n${body}</SUBMISSION>`,
  'one that begins with its header': `<SEC-HEADER>x\n</SEC-HEADER>\n${body.trimEnd()}`,
}

describe.each(Object.entries(kinds))('%s', (_name, text) => {
  it('counts when whole, also between blank lines', () => {
    expect(checkSubmission(Buffer.from(text))).toBeUndefined()
    expect(checkSubmission(Buffer.from(`\ufeff\n${text}${'\r\n \0\u001a'.repeat(20_000)}`))).toBeUndefined()
  })

  it('is refused when cut at any byte', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (at) => {
        expect(checkSubmission(Buffer.from(text).subarray(0, at))?.reason).toBe('truncated')
      }),
      { numRuns: 500 },
    )
  })
})

const threshold = `<!DOCTYPE html>\n<html><head>\n<title>SEC.gov | Request Rate Threshold Exceeded</title></head><body></body></html>`

describe('pages in place of files', () => {
  it.each([
    ['threshold', threshold],
    [
      'undeclared',
      threshold.replace(
        'Request Rate Threshold Exceeded',
        'Your Request Originates from an Undeclared Automated Tool',
      ),
    ],
    ['sec_page', threshold.replace('Request Rate Threshold Exceeded', 'File Unavailable')],
    ['html', '<html><body>A filing</body></html>'],
    ['html', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>'],
    ['missing_key', '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>'],
    ['missing_key', '<?xml\nversion="1.0"?>\n<Error>\n <Code>NoSuchKey</Code></Error>'],
    ['store_error', '<Error><Code>SlowDown</Code></Error>'],
    [undefined, '<?xml version="1.0"?><ownershipDocument><Error/></ownershipDocument>'],
    [undefined, 'Description: an index'],
    [undefined, ''],
  ])('%s', (kind, text) => {
    expect(pageKind(Buffer.from(text))).toBe(kind)
  })

  it('a long filing that bears the title of an error page is a filing', () => {
    const long = threshold.replace('<body>', `<body>${'a'.repeat(70_000)}`)
    expect(checkDocument(Buffer.from(long), 'report.htm')).toBeUndefined()
  })

  it('a page is no submission, no XML document and no index, but may be a document', () => {
    const page = Buffer.from('<html><body>Sorry</body></html>')
    expect(checkSubmission(page)?.reason).toBe('html_page')
    expect(checkDocument(page, 'form4.xml')?.reason).toBe('html_page')
    expect(checkText(page, undefined)?.reason).toBe('html_page')
    expect(checkDocument(page, 'report.htm')).toBeUndefined()
    expect(checkDocument(Buffer.from(threshold), 'report.htm')?.reason).toBe('html_page')
  })

  it('something else is unexpected, an empty body truncated', () => {
    expect(checkSubmission(Buffer.from('%PDF-1.4'))?.reason).toBe('unexpected_content')
    expect(checkSubmission(Buffer.alloc(0))?.reason).toBe('truncated')
    expect(checkDocument(Buffer.alloc(0), 'a.htm')?.reason).toBe('truncated')
  })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** Copies that their sources cut short; everything else in the corpus that opens like a submission is whole. */
const KNOWN_CUT = [
  '0000732715-99-000042',
  '0000320193-97-000011-0000320193-97-000011',
  '0001172661-23-003414-6',
]

describe.skipIf(!existsSync(corpus))('the corpus (skipped where it is absent)', () => {
  it('no whole submission is refused, and every copy that was cut is', () => {
    const refused: string[] = []
    let whole = 0
    for (const path of filesBelow(corpus)) {
      if (!/\.(?:txt|nc)(?:\.gz)?$/.test(path) || path.startsWith('expected')) continue
      const stored = readFileSync(join(corpus, path))
      const bytes = path.endsWith('.gz') ? gunzipSync(stored) : stored
      const result = checkSubmission(bytes)
      if (result === undefined) whole++
      else if (result.reason === 'truncated') refused.push(path)
    }
    expect(whole).toBeGreaterThanOrEqual(389)
    expect(refused.filter((path) => !KNOWN_CUT.some((known) => path.includes(known)))).toEqual([])
    expect(refused).toHaveLength(KNOWN_CUT.length)
  })

  it.each([
    ['SEC.AutomatedTool.html', 'undeclared'],
    ['rate-exceeded.html', 'threshold'],
    ['daily-index-no-such-key-2024-01-01.xml', 'missing_key'],
  ])('%s is recognised', (name, kind) => {
    expect(pageKind(readFileSync(join(corpus, 'unplaced/error-pages', name)))).toBe(kind)
  })

  it('no document of the corpus is mistaken for a page of the SEC', () => {
    const mistaken: string[] = []
    for (const path of filesBelow(join(corpus, 'Archives/edgar/data'))) {
      if (!/\.(?:html?|xml|xsd)(?:\.gz)?$/.test(path) || /-index/.test(path)) continue
      const stored = readFileSync(join(corpus, 'Archives/edgar/data', path))
      const bytes = path.endsWith('.gz') ? gunzipSync(stored) : stored
      if (checkDocument(bytes, path.replace(/\.gz$/, '')) !== undefined) mistaken.push(path)
    }
    expect(mistaken).toEqual([])
  })
})
