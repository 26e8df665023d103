import { amount, CIK, inlineDocument, inlineHtml } from '@sec-latent/core/facts/fact-fixture'
import { factsOfDocuments } from '@sec-latent/core/facts/filing-facts'
import { insertFacts } from '@sec-latent/core/facts/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const FIRST = '0009900001-25-000001'
const SECOND = '0009900001-25-000002'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
  await seed(FIRST, '2025-02-20T21:05:00Z', { revenue: '100', segment: '60' })
  await seed(SECOND, '2025-05-20T21:05:00Z', { revenue: '90', segment: '55' })
  await api.seed.filing({ accession_number: '0009900001-25-000003', cik: CIK, form_type: '8-K' })
  await api.seed.ledger('0009900001-25-000003', { xbrl_facts: ['ok_none'] })
})
afterAll(async () => {
  await api.close()
})

async function seed(
  accession_number: string,
  accepted_at: string,
  values: { revenue: string; segment: string },
) {
  await api.seed.filing({ accession_number, cik: CIK, accepted_at })
  await api.seed.ledger(accession_number, { xbrl_facts: ['ok_found'] })
  const revenue = amount('name="us-gaap:Revenues" format="ixt:num-dot-decimal"', values.revenue)
  const segment = revenue.replace('"y"', '"seg"').replace(values.revenue, values.segment)
  const html = inlineHtml(
    `<p>${revenue} ${segment}</p><p><ix:nonNumeric name="dei:DocumentType" contextRef="y">10-K</ix:nonNumeric></p>`,
  )
  const document_id = `${accession_number}:1`
  const { inline, text } = inlineDocument(html, document_id)
  const content = Buffer.from(html)
  const documents = factsOfDocuments([
    { document_id, kind: 'html', content, text: { text, inline_xbrl: inline } as never },
  ])
  await insertFacts(
    api.sql,
    { accession_number, accepted_at, filers: [{ role: 'filer', cik: CIK }] as never },
    documents,
  )
}

describe('200', () => {
  it('lists the facts of a filing in the order of the document', async () => {
    const response = await api.get(`/v1/filings/${FIRST}/facts`)
    expect(response.statusCode).toBe(200)
    const { data, coverage } = response.json()
    expect(data.map((fact: { tag: string; value_text: string }) => [fact.tag, fact.value_text])).toEqual([
      ['Revenues', '100'],
      ['Revenues', '60'],
      ['DocumentType', '10-K'],
    ])
    expect(data[0]).toMatchObject({
      object: 'fact',
      cik: CIK,
      unit: 'USD',
      value: 100,
      frame: 'CY2024',
      decimals: 0,
    })
    expect(data[1].dimensions).toEqual([
      { axis: 'us-gaap:StatementBusinessSegmentsAxis', member: 'hlr:RoboticsMember', typed_value: null },
    ])
    expect(coverage.extractors).toMatchObject([{ extractor: 'xbrl_facts', ok_found: 1 }])
  })

  it('page by page it is the same list', async () => {
    const whole = (await api.get(`/v1/filings/${FIRST}/facts`)).json().data
    const paged = []
    for (let cursor = ''; ; ) {
      const page = (await api.get(`/v1/filings/${FIRST}/facts?limit=1${cursor}`)).json()
      paged.push(...page.data)
      if (!page.has_more) break
      cursor = `&cursor=${page.next_cursor}`
    }
    expect(paged).toEqual(whole)
  })

  it('lists every vintage of a fact of a company, latest first', async () => {
    const { data } = (await api.get(`/v1/facts?cik=${Number(CIK)}&tag=Revenues&dimensions=none`)).json()
    expect(
      data.map((fact: { accession_number: string; value: number }) => [fact.accession_number, fact.value]),
    ).toEqual([
      [SECOND, 90],
      [FIRST, 100],
    ])
  })

  it('answers a past moment with what was known then', async () => {
    const then = 'as_of=2025-03-01T00:00:00Z'
    const facts = (await api.get(`/v1/facts?cik=${CIK}&tag=Revenues&dimensions=none&${then}`)).json().data
    const frame = (await api.get(`/v1/frames?tag=Revenues&period=CY2024&${then}`)).json().data
    expect([facts.length, frame[0].value, frame[0].accession_number]).toEqual([1, 100, FIRST])
  })

  it('gives a frame one fact per entity, the one filed last', async () => {
    const { data } = (await api.get('/v1/frames?tag=Revenues&period=CY2024')).json()
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({ cik: CIK, value: 90, accession_number: SECOND })
  })

  it('filters by accession number, unit, frame and period', async () => {
    const count = async (query: string) => (await api.get(`/v1/facts?${query}`)).json().data.length
    expect(await count(`accession_number=${FIRST.replaceAll('-', '')}`)).toBe(3)
    expect(await count(`cik=${CIK}&unit=USD`)).toBe(4)
    expect(await count(`cik=${CIK}&frame=CY2024&taxonomy=dei`)).toBe(2)
    expect(await count(`cik=${CIK}&period_end_gte=2025-01-01`)).toBe(0)
    expect(await count(`cik=${CIK}&accepted_at_gte=2025-05-01T00:00:00Z`)).toBe(3)
  })

  it('says why an empty list is empty', async () => {
    const none = (await api.get('/v1/filings/0009900001-25-000003/facts')).json()
    expect(none).toMatchObject({ data: [], coverage: { reason: 'no_match', extractors: [{ ok_none: 1 }] } })
    const unknown = (await api.get('/v1/facts?cik=1234567')).json()
    expect(unknown).toMatchObject({ data: [], coverage: { reason: 'entity_not_covered' } })
  })
})

describe('refusals', () => {
  it.each([
    ['/v1/facts', 400, 'missing_parameter'],
    ['/v1/facts?tag=Assets', 400, 'missing_parameter'],
    [`/v1/facts?cik=${CIK}&tags=Assets`, 400, 'unknown_parameter'],
    [`/v1/facts?cik=${CIK}&dimensions=some`, 400, 'invalid_parameter'],
    [`/v1/facts?cik=${CIK}&frame=2024`, 400, 'invalid_parameter'],
    [`/v1/facts?cik=${CIK}&tag=us-gaap:Assets`, 400, 'invalid_parameter'],
    ['/v1/frames?tag=Assets', 400, 'missing_parameter'],
    ['/v1/frames?tag=Assets&period=CY2024Q5', 400, 'invalid_parameter'],
    ['/v1/filings/0009900001-25-009999/facts', 404, 'filing_not_found'],
  ])('%s', async (url, status, code) => {
    const response = await api.get(url)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
  })

  it('a key without the scope is refused', async () => {
    const key = await api.makeKey({ scopes: ['filings:read'] })
    expect((await api.get('/v1/frames?tag=Revenues&period=CY2024', { key: key.key })).statusCode).toBe(403)
  })
})
