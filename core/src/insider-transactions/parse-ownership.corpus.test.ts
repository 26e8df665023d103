import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OwnershipDocument } from './ownership-document.ts'
import { OwnershipError, parseOwnershipDocument } from './parse-ownership.ts'
import { rollForward } from './roll-forward.ts'

// Real filings are read from a folder laid out like EDGAR's URLs, beside the project unless EDGAR_CORPUS says otherwise.
const corpus = process.env.EDGAR_CORPUS ?? join(import.meta.dirname, '../../../../shared/edgar')
const present = existsSync(join(corpus, 'MANIFEST.tsv'))

interface Read {
  path: string
  accession: string
  reason: string | null
  document: OwnershipDocument | null
}

/** The ownership document of a file: the file itself, or what stands between <XML> and </XML> in a submission. */
function ownershipBytes(path: string): Uint8Array {
  const bytes = readFileSync(join(corpus, path))
  if (path.endsWith('.xml')) return bytes
  const start = bytes.indexOf('<XML>')
  return start < 0 ? bytes : bytes.subarray(start, bytes.indexOf('</XML>', start) + '</XML>'.length)
}

function readAll(): Read[] {
  const rows = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  return rows.flatMap(([path = '', , form = '', , , accession = '']): Read[] => {
    if (!/^[345](\/A)?$/.test(form)) return []
    try {
      return [{ path, accession, reason: null, document: parseOwnershipDocument(ownershipBytes(path)) }]
    } catch (error) {
      if (!(error instanceof OwnershipError)) throw error
      return [{ path, accession, reason: error.reason, document: null }]
    }
  })
}

describe.skipIf(!present)('Forms 3, 4 and 5 of the real corpus', () => {
  const all = present ? readAll() : []
  const byPath = (path: string) => {
    const document = all.find((read) => read.path.endsWith(path))?.document
    if (!document) throw new Error(`${path} was not read`)
    return document
  }

  test('every filed document is read; only a text form and the broken samples of the specification are refused', () => {
    expect(all.length).toBeGreaterThan(300)
    const refused = all.filter((read) => read.reason && !read.path.includes('sec-xml-samples'))
    expect(refused.map((read) => [read.path, read.reason])).toEqual([
      ['Archives/edgar/data/911787/0001094891-00-000193.txt', 'not_xml'],
    ])
  })

  test('every row has a security, an owner, and a quotable path; no number or date was dropped', () => {
    for (const { path, document } of all) {
      if (!document) continue
      for (const row of document.rows) {
        expect(row.security_title, path).not.toBe('')
        expect(row.owner_cik, path).toMatch(/^\d{10}$/)
        expect(row.xml_path, path).toMatch(
          /^\/ownershipDocument\/(nonD|d)erivativeTable\/\w+(Transaction|Holding)\[\d+\]$/,
        )
      }
      const dropped = document.warnings.filter((warning) => !warning.includes('1,023'))
      expect(dropped, path).toEqual([])
    }
  })

  test('documents without rows say that no securities are owned', () => {
    const silent = all.filter((read) => read.document && read.document.rows.length === 0)
    for (const read of silent) expect(read.document?.no_securities_owned, read.path).toBe(true)
  })

  test('balances roll forward in at least 95 % of the pairs that can be checked', () => {
    const pairs = all.flatMap((read) => rollForward(read.document?.rows ?? []))
    expect(pairs.length).toBeGreaterThan(800)
    expect(pairs.filter(({ rolls }) => rolls).length / pairs.length).toBeGreaterThan(0.95)
  })

  test('issuer, owners and period agree with the submission header that another parser read', () => {
    let compared = 0
    for (const { path, accession, document } of all) {
      const file = join(corpus, 'expected/datamule', `${accession}.metadata.json`)
      if (!document || !existsSync(file)) continue
      const header = JSON.parse(readFileSync(file, 'utf8')).submission
      const list = (value: unknown) => (Array.isArray(value) ? value : value ? [value] : [])
      const owners = list(header['REPORTING-OWNER']).map((owner) => owner['OWNER-DATA'].CIK)
      compared += 1
      expect(new Set(document.owners.map((owner) => owner.owner_cik)), path).toEqual(new Set(owners))
      expect(document.issuer_cik, path).toBe(list(header.ISSUER)[0]['COMPANY-DATA'].CIK)
      expect(document.period_of_report?.replaceAll('-', ''), path).toBe(header.PERIOD)
      expect(document.document_type, path).toBe(header.TYPE)
    }
    expect(compared).toBeGreaterThan(50)
  })

  test('Form 3 of Snowflake: six derivative holdings whose dates and prices are footnotes only', () => {
    const document = byPath('unplaced/form-3/form3.snow.xml')
    expect(document).toMatchObject({
      document_type: '3',
      issuer_cik: '0001640147',
      period_of_report: '2020-09-15',
      remarks: 'Exhibit 24 - Power of Attorney',
    })
    expect(document.owners[0]?.owner_cik).toBe('0001246215')
    expect(document.footnotes).toHaveLength(9)
    const holdings = document.rows.filter((row) => row.table === 'derivative')
    expect(holdings).toHaveLength(6)
    expect(
      holdings.find((row) => row.underlying_shares === 134018 && row.direct_or_indirect === 'I'),
    ).toMatchObject({
      row_kind: 'holding',
      security_title: 'Series E Preferred Stock',
      exercise_price: null,
      exercise_date: null,
      expiration_date: null,
      nature_of_ownership: 'Limited Partnership',
      underlying_security_title: 'Class B Common Stock',
    })
    const holding = holdings.find((row) => row.underlying_shares === 134018 && row.direct_or_indirect === 'I')
    expect(holding?.field_footnotes.map(({ field, footnote_id }) => [field, footnote_id])).toEqual([
      ['exercise_price', 'F1'],
      ['exercise_date', 'F1'],
      ['expiration_date', 'F1'],
      ['underlying_security_title', 'F2'],
      ['underlying_security_title', 'F3'],
      ['nature_of_ownership', 'F4'],
    ])
  })

  test('Form 4 of Snowflake: an option exercise keeps its price of zero and its exercise price', () => {
    const document = byPath('unplaced/form-4/form4.snow.xml')
    expect(
      document.rows.find((row) => row.table === 'derivative' && row.exercise_price === 8.88),
    ).toMatchObject({
      price_per_share: 0,
      underlying_shares: 200000,
      underlying_security_title: 'Class A Common Stock',
    })
    expect(document.rows[0]).toMatchObject({
      transaction_date: '2022-12-13',
      transaction_code: 'M',
      acquired_disposed: 'A',
      shares: 200000,
      security_title: 'Class A Common Stock',
    })
  })

  test('Form 5 of Snowflake: one transaction and two holdings', () => {
    const document = byPath('unplaced/form-5/form5.snow.xml')
    const rows = document.rows.filter((row) => row.table === 'non_derivative')
    expect(rows.map((row) => row.row_kind).sort()).toEqual(['holding', 'holding', 'transaction'])
    expect(rows.some((row) => row.nature_of_ownership === 'Trust' && row.direct_or_indirect === 'I')).toBe(
      true,
    )
  })

  test('a ticked 10b5-1 box applies to every row (Dutch Bros, February 2025)', () => {
    const document = byPath('1866581/000186658125000077/form4.xml')
    expect(document.aff10b5_one).toBe(true)
    expect(document.rows.every((row) => row.aff10b5_one === true)).toBe(true)
    expect(document.rows[0]).toMatchObject({
      shares: 177098,
      price_per_share: 72.854,
      shares_owned_following: 4022003,
      nature_of_ownership: 'By DM Trust Aggregator, LLC',
    })
  })

  test('schema versions from X0202 to X0508 are all there', () => {
    const versions = new Set(all.map((read) => read.document?.schema_version).filter(Boolean))
    expect([...versions].sort()).toEqual(
      expect.arrayContaining(['X0202', 'X0206', 'X0304', 'X0306', 'X0407', 'X0508']),
    )
  })
})
