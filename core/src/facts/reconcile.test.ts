import { describe, expect, test } from 'vitest'
import { readInlineXbrl } from '../xbrl/inline.ts'
import { CompanyFactsError, readCompanyFacts } from './company-facts.ts'
import { amount, CIK, context, inlineDocument, inlineHtml, RESOURCES } from './fact-fixture.ts'
import { reconcile } from './reconcile.ts'

const ACCESSION = '0009900001-25-000001'
const row = {
  start: '2024-01-01',
  end: '2024-12-31',
  accn: ACCESSION,
  fy: 2024,
  fp: 'FY',
  form: '10-K',
  filed: '2025-02-20',
}

function companyFacts(facts: Record<string, Record<string, Record<string, object[]>>>) {
  const concepts = Object.fromEntries(
    Object.entries(facts).map(([taxonomy, tags]) => [
      taxonomy,
      Object.fromEntries(Object.entries(tags).map(([tag, units]) => [tag, { label: tag, units }])),
    ]),
  )
  return readCompanyFacts(JSON.stringify({ cik: Number(CIK), entityName: 'Harbor Light', facts: concepts }))
}

const usGaap = (tag: string, values: object[], unit = 'USD') =>
  companyFacts({ 'us-gaap': { [tag]: { [unit]: values } } }).facts

function compare(body: string, theirs: ReturnType<typeof usGaap>, resources?: string) {
  const { facts } = readInlineXbrl([inlineDocument(inlineHtml(body, { resources }))])
  return reconcile(CIK, facts, theirs).map(({ status, reason, ours, theirs }) => [
    status,
    reason,
    ours,
    theirs,
  ])
}

const revenue = (attributes: string, shown: string) => amount(`name="us-gaap:Revenues" ${attributes}`, shown)

describe('reconciliation', () => {
  test('equal facts are equal, whichever of two roundings is listed', () => {
    const rounded = revenue('scale="3"', '12').replace('decimals="0"', 'decimals="-3"')
    expect(compare(rounded + revenue('', '12345'), usGaap('Revenues', [{ ...row, val: 12345 }]))).toEqual([
      ['equal', null, '12345', '12345'],
    ])
    expect(compare(rounded + revenue('', '12345'), usGaap('Revenues', [{ ...row, val: 12000 }]))).toEqual([
      ['equal', null, '12000', '12000'],
    ])
  })

  test('other values differ, with the reason', () => {
    const thousands = revenue('scale="3"', '12').replace('decimals="0"', 'decimals="-3"')
    expect(compare(thousands, usGaap('Revenues', [{ ...row, val: 12345 }]))).toEqual([
      ['different', 'rounding', '12000', '12345'],
    ])
    expect(compare(revenue('', '5'), usGaap('Revenues', [{ ...row, val: -5 }]))).toEqual([
      ['different', 'unexplained', '5', '-5'],
    ])
    expect(compare(revenue('', '5') + revenue('', '50'), usGaap('Revenues', [{ ...row, val: 9 }]))).toEqual([
      ['different', 'inconsistent_duplicate', '5', '9'],
    ])
  })

  test('what only they have is told with the nearest we have', () => {
    const theirs = usGaap('Revenues', [{ ...row, val: 5 }])
    expect(compare('', theirs)[0]).toEqual(['only_theirs', 'unexplained', null, '5'])
    expect(compare(revenue('', '5').replace('"usd"', '"shares"'), theirs)[0]?.[1]).toBe('other_unit')
    expect(compare(revenue('', '5').replace('"y"', '"seg"'), theirs)[0]?.[1]).toBe('dimensional')
    expect(compare(revenue('', '5').replace('"y"', '"i"'), theirs)[0]?.[1]).toBe('other_period')
  })

  test('what only we have is told with why they cannot have it', () => {
    const note = '<ix:nonNumeric name="dei:DocumentType" contextRef="y">10-K</ix:nonNumeric>'
    const body = [
      revenue('', '5').replace('"y"', '"seg"'),
      revenue('xsi:nil="true"', ''),
      amount('name="hlr:Robots"', '5'),
      amount('name="dei:EntityPublicFloat"', '5'),
      amount('name="us-gaap:Assets"', 'about 5'),
      amount('name="us-gaap:Assets"', '6').replace('"y"', '"other"'),
      amount('name="us-gaap:Assets"', '7'),
      note,
    ]
    const other = context('other', '2024-01-01/2024-12-31').replace(CIK, '0000000007')
    const rows = compare(body.join(''), usGaap('Liabilities', [{ ...row, val: 1 }]), RESOURCES + other)
    expect(rows.filter(([status]) => status === 'only_ours').map(([, reason]) => reason)).toEqual([
      'dimensional',
      'nil',
      'extension',
      'taxonomy_not_listed',
      'flagged',
      'other_entity',
      'unexplained',
      'text',
    ])
  })

  test('a duration of one day is listed without its start, and a long unit is cut', () => {
    const resources = `${RESOURCES}${context('day', '2024-03-01/2024-03-01')}<xbrli:unit id="u"><xbrli:measure>hlr:goodwill_reporting_unit</xbrli:measure></xbrli:unit>`
    const split = revenue('', '3').replace('"y"', '"day"').replace('"usd"', '"u"')
    const { start: _, ...day } = { ...row, end: '2024-03-01', val: 3 }
    expect(compare(split, usGaap('Revenues', [day], 'goodwill_reporting_u'), resources)[0]?.[0]).toBe('equal')
  })
})

describe('companyfacts', () => {
  test('are read with the filing each row names', () => {
    const { cik, entity_name, facts } = companyFacts({
      'us-gaap': { Assets: { USD: [{ ...row, val: 1.5e12, frame: 'CY2024' }] } },
    })
    expect({ cik, entity_name }).toEqual({ cik: CIK, entity_name: 'Harbor Light' })
    expect(facts).toEqual([
      {
        taxonomy: 'us-gaap',
        tag: 'Assets',
        unit: 'USD',
        value_text: '1500000000000',
        period_start: '2024-01-01',
        period_end: '2024-12-31',
        accession_number: ACCESSION,
        document_fiscal_year: 2024,
        document_fiscal_period: 'FY',
        form_type: '10-K',
        filing_date: '2025-02-20',
        frame: 'CY2024',
      },
    ])
  })

  test.each([
    ['no JSON', '{', 'not_json'],
    ['a list', '[]', 'not_company_facts'],
    ['no CIK', '{"facts":{}}', 'not_company_facts'],
    ['no facts', '{"cik":1}', 'not_company_facts'],
    [
      'a row without a value',
      JSON.stringify({ cik: 1, facts: { a: { b: { units: { USD: [row] } } } } }),
      'not_company_facts',
    ],
    [
      'a row of no filing',
      JSON.stringify({ cik: 1, facts: { a: { b: { units: { USD: [{ ...row, val: 1, accn: 'x' }] } } } } }),
      'not_company_facts',
    ],
    [
      'a row without a period',
      JSON.stringify({ cik: 1, facts: { a: { b: { units: { USD: [{ ...row, val: 1, end: 'soon' }] } } } } }),
      'not_company_facts',
    ],
    [
      'units that are no list',
      JSON.stringify({ cik: 1, facts: { a: { b: { units: { USD: {} } } } } }),
      'not_company_facts',
    ],
  ])('%s is refused', (_title, json, reason) => {
    expect(() => readCompanyFacts(json)).toThrowError(expect.objectContaining({ reason }))
    expect(() => readCompanyFacts(json)).toThrowError(CompanyFactsError)
  })
})
