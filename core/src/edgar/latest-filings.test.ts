import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLatestFilings } from './latest-filings.ts'

const corpus = resolve(process.env.EDGAR_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/edgar'))

const entry = (title: string, accession: string, extra = '') => `<entry>
<title>${title}</title>
<link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/98765/${accession.replaceAll('-', '')}/${accession}-index.htm"/>
<summary type="html">
 &lt;b&gt;Filed:&lt;/b&gt; 2024-03-01 &lt;b&gt;AccNo:&lt;/b&gt; ${accession} &lt;b&gt;Size:&lt;/b&gt; 9 KB
${extra}</summary>
<updated>2024-03-01T16:05:00-05:00</updated>
<category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
<id>urn:tag:sec.gov,2008:accession-number=${accession}</id>
</entry>
`
const feed = (entries: string) => `<?xml version="1.0" encoding="ISO-8859-1" ?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Latest</title><updated>2024-03-01T16:06:00-05:00</updated>
${entries}</feed>`
const parse = (text: string) => parseLatestFilings(Buffer.from(text, 'latin1'))

describe('the feed of the latest filings', () => {
  it('an entry says who filed what, when, and in which part', () => {
    const items = '&lt;br&gt;Item 5.02: Departure of Directors\n&lt;br&gt;Item 9.01: Exhibits\n'
    const result = parse(
      feed(
        entry('8-K - M\u00dcLLER &amp; SONS - HOLDINGS (0000098765) (Filer)', '0001234567-24-000001', items),
      ),
    )
    expect(result).toEqual({
      updated: '2024-03-01T16:06:00-05:00',
      bad_entries: 0,
      filings: [
        {
          accession_number: '0001234567-24-000001',
          cik: '0000098765',
          form_type: '8-K',
          filing_date: '2024-03-01',
          company_name: 'MÜLLER & SONS - HOLDINGS',
          acceptance_date_time_raw: '2024-03-01T16:05:00-05:00',
          items: ['5.02', '9.01'],
          role_raw: 'Filer',
        },
      ],
    })
  })

  it('a page beyond the end has no entries', () => {
    expect(parse(feed('')).filings).toEqual([])
  })

  it('an entry that names no filing is counted and the rest is read', () => {
    const result = parse(
      feed(
        `<entry><title>nothing</title></entry>${entry('8-K - A (0000098765) (Filer)', '0001234567-24-000001')}`,
      ),
    )
    expect(result.bad_entries).toBe(1)
    expect(result.filings).toHaveLength(1)
  })

  it('a feed cut anywhere is refused, not read as a quiet hour', () => {
    const whole = feed(entry('8-K - A (0000098765) (Filer)', '0001234567-24-000001'))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (at) => {
        expect(() => parse(whole.slice(0, at))).toThrow('Atom feed')
      }),
    )
  })

  it.each([
    ['its own entities', '<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aaaa">]><feed>&a;</feed>'],
    ['bottomless nesting', `<feed>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</feed>`],
    ['too many entries', feed('<entry></entry>'.repeat(1001))],
    ['a web page', '<html><body><p>Sorry<br></body></html>'],
  ])('%s are refused', (_name, text) => {
    expect(() => parse(text)).toThrow('Atom feed')
  })
})

const recorded = existsSync(corpus)
  ? readdirSync(resolve(corpus, 'cgi-bin/browse-edgar')).filter((name) => name.includes('getcurrent'))
  : []

describe.skipIf(recorded.length === 0)('recorded feeds (skipped without the corpus)', () => {
  it.each(recorded)('%s: every entry is read', (name) => {
    const stored = readFileSync(resolve(corpus, 'cgi-bin/browse-edgar', name))
    const bytes = name.endsWith('.gz') ? gunzipSync(stored) : stored
    const result = parseLatestFilings(bytes)
    expect(result.bad_entries).toBe(0)
    expect(result.filings.length).toBe(bytes.toString('latin1').split('<entry>').length - 1)
    expect(result.filings.every((filing) => filing.company_name && filing.role_raw)).toBe(true)
  })

  it('the first of a known page is the Form 4 of a reporting owner', () => {
    const name = 'action_getcurrent_count_100_start_0_type_4_owner_include_output_atom.atom'
    const { filings } = parseLatestFilings(readFileSync(resolve(corpus, 'cgi-bin/browse-edgar', name)))
    expect(filings[0]).toMatchObject({
      accession_number: '0002063236-25-000004',
      form_type: '4',
      filing_date: '2025-12-12',
      role_raw: 'Reporting',
      acceptance_date_time_raw: '2025-12-12T18:02:43-05:00',
    })
  })
})
