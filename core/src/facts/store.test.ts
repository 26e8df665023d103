import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sql } from '../db.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { readInlineXbrl } from '../xbrl/inline.ts'
import { amount, CIK, inlineDocument, inlineHtml } from './fact-fixture.ts'
import type { DocumentFacts } from './filing-facts.ts'
import { factReadStore } from './read-store.ts'
import { insertFacts } from './store.ts'

const VIEW = { dataset: 'test' as const, as_of: '2026-01-01T00:00:00Z' }
const filer = { role: 'filer' as const, cik: '0009900009' }
const net = (attributes: string, shown: string) => amount(`name="us-gaap:NetIncomeLoss" ${attributes}`, shown)

function documentOf(accession: string, body: string, resources?: string): DocumentFacts {
  const document = inlineDocument(inlineHtml(body, { resources }), `${accession}:1`)
  const { facts, schema_refs } = readInlineXbrl([document])
  return {
    document_id: document.document_id,
    source: 'inline',
    cover: {
      document_type: '10-K',
      document_fiscal_year: 2024,
      document_fiscal_period: 'FY',
      document_period_end: '2024-12-31',
    },
    namespaces: { 'us-gaap': 'http://fasb.org/us-gaap/2024' },
    schema_refs,
    facts,
    text: document.text,
  }
}

async function store(
  sql: Sql,
  accession: string,
  body: string,
  moments: { accepted_at: string; available_at?: string | null },
) {
  const { accepted_at } = moments
  await seedFiling(sql, {
    accession_number: accession,
    accepted_at,
    available_at: moments.available_at ?? accepted_at,
  })
  const document = documentOf(accession, body)
  await sql`insert into documents (document_id, accession_number, sequence, document_type, byte_start, byte_end,
      document_sha256, text_status, text_sha256)
    values (${document.document_id}, ${accession}, 1, '10-K', 0, 1, 'x', 'ok', ${'a'.repeat(64)})`
  const filing = { accession_number: accession, accepted_at, filers: [filer] as never }
  await insertFacts(sql, filing, [document])
  return { document, filing }
}

forEachPostgres((version) => {
  let database: TestDatabase
  let facts: ReturnType<typeof factReadStore>
  beforeAll(async () => {
    database = await testDatabase({ version })
    facts = factReadStore(database.sql)
  })
  afterAll(async () => {
    await database.close()
  })

  describe('a stored fact', () => {
    const accession = '0009900001-25-000001'
    const body = `<p>Umsatz 🤖 ${net('id="f1" format="ixt:num-dot-decimal"', '9,007,199,254,740,993.00000000000001')}</p>
      <p>${net('scale="400"', '5').replace('NetIncomeLoss', 'Assets')}</p>
      <p>${net('xsi:nil="true"', '').replace('NetIncomeLoss', 'Liabilities')}</p>
      <p>${net('', '7').replace('"y"', '"seg"')}</p>
      <ix:nonNumeric name="dei:DocumentType" contextRef="y">10-K</ix:nonNumeric>
      <ix:fraction name="hlr:Ratio" contextRef="y" unitRef="shares"><ix:numerator>1</ix:numerator>/<ix:denominator>3</ix:denominator></ix:fraction>`

    test('comes back as it was read, exact at any size', async () => {
      const { document } = await store(database.sql, accession, body, { accepted_at: '2025-02-20T21:05:00Z' })
      const rows = await facts.ofFiling(accession, {}, { limit: 100 })
      expect(rows.map(({ value, value_text, nil, flags }) => ({ value, value_text, nil, flags }))).toEqual(
        document.facts.map(({ value, value_text, nil, flags }) => ({ value, value_text, nil, flags })),
      )
      expect(rows[0]).toMatchObject({
        cik: CIK,
        value_text: '9007199254740993.00000000000001',
        namespace: 'http://fasb.org/us-gaap/2024',
        document_fiscal_year: 2024,
        document_fiscal_period: 'FY',
        frame: 'CY2024',
        period_end: '2024-12-31',
        dimensions: [],
      })
      expect(rows[3]?.dimensions).toEqual(document.facts[3]?.dimensions)
    })

    test('names its place in code points and in bytes', async () => {
      const [row] = await facts.ofFiling(accession, {}, { limit: 1 })
      const { text } = documentOf(accession, body)
      const quote = '9,007,199,254,740,993.00000000000001'
      expect([...(text ?? '')].slice(row?.start ?? 0, row?.end ?? 0).join('')).toBe(quote)
      expect(
        Buffer.from(text ?? '')
          .subarray(row?.byte_start ?? 0, row?.byte_end ?? 0)
          .toString(),
      ).toBe(quote)
    })

    test('is stored once, however often it is stored', async () => {
      const filing = {
        accession_number: accession,
        accepted_at: '2025-02-20T21:05:00Z',
        filers: [filer] as never,
      }
      await insertFacts(database.sql, filing, [documentOf(accession, body)])
      expect(await facts.ofFiling(accession, {}, { limit: 100 })).toHaveLength(6)
    })

    test.each([
      [{ dimensions: 'none' as const, tag: ['NetIncomeLoss'] }, 1],
      [{ tag: ['NetIncomeLoss'] }, 2],
      [{ taxonomy: ['dei'] }, 1],
      [{ unit: ['USD'] }, 4],
      [{ frame: ['CY2024'], dimensions: 'none' as const }, 5],
      [{ period_end: { gte: '2025-01-01' } }, 0],
      [{ period_start: { lte: '2024-01-01' } }, 6],
    ])('is found by %j', async (filter, count) => {
      expect(await facts.ofFiling(accession, filter, { limit: 100 })).toHaveLength(count)
    })
  })

  describe('vintages', () => {
    const original = '0009900001-25-000011'
    const restated = '0009900001-25-000012'
    const tag = { tag: ['Revenues'], cik: [CIK] }
    const page = { limit: 10, order: 'asc' as const }

    beforeAll(async () => {
      const revenue = (shown: string) => net('', shown).replace('NetIncomeLoss', 'Revenues')
      await store(database.sql, original, `${revenue('100')} ${revenue('1').replace('"usd"', '"shares"')}`, {
        accepted_at: '2025-03-01T12:00:00Z',
      })
      await store(database.sql, restated, revenue('90'), {
        accepted_at: '2025-05-01T12:00:00Z',
        available_at: '2025-05-01T13:00:00Z',
      })
      await store(database.sql, '0009900001-25-000013', revenue('80'), {
        accepted_at: '2025-06-01T12:00:00Z',
        available_at: null,
      })
    })

    test('are all listed, each with its filing', async () => {
      const rows = await facts.list(VIEW, { ...tag, unit: ['USD'] }, page)
      expect(rows.map(({ accession_number, value }) => [accession_number, value]).slice(0, 2)).toEqual([
        [original, 100],
        [restated, 90],
      ])
    })

    test('appear when their filing does', async () => {
      const at = (as_of: string) => facts.list({ ...VIEW, as_of }, { ...tag, unit: ['USD'] }, page)
      expect(await at('2025-02-28T00:00:00Z')).toHaveLength(0)
      expect(await at('2025-05-01T12:30:00Z')).toHaveLength(1)
      expect(await at('2025-05-01T13:00:00Z')).toHaveLength(2)
      expect(await facts.list({ ...VIEW, dataset: 'live' }, tag, page)).toHaveLength(0)
    })

    test('page by page they are the same list', async () => {
      const whole = await facts.list(VIEW, tag, { limit: 100, order: 'desc' })
      const paged = []
      let after: { accepted_at: string; document_id: string; position: number } | undefined
      for (;;) {
        const [row] = await facts.list(VIEW, tag, { limit: 1, order: 'desc', after })
        if (!row) break
        paged.push(row)
        after = row
      }
      expect(paged).toEqual(whole)
    })

    test('a frame has the one filed last as of a moment', async () => {
      const frame = { taxonomy: 'us-gaap', tag: 'Revenues', unit: 'USD', frame: 'CY2024' }
      const at = async (as_of: string) =>
        (await facts.frame({ ...VIEW, as_of }, frame, { limit: 10 })).map(({ value, accession_number }) => [
          value,
          accession_number,
        ])
      expect(await at('2025-04-01T00:00:00Z')).toEqual([[100, original]])
      expect(await at('2025-05-15T00:00:00Z')).toEqual([[90, restated]])
      expect(await facts.frame(VIEW, frame, { limit: 10, after: CIK })).toEqual([])
    })
  })

  test('of two roundings in one filing a frame has the more exact one', async () => {
    const rounded = net('scale="6" decimals="-6"', '12').replace('decimals="0" ', '')
    const body = `${rounded} ${net('', '12345678')}`.replaceAll('NetIncomeLoss', 'CostOfRevenue')
    await store(database.sql, '0009900001-25-000021', body, { accepted_at: '2025-07-01T12:00:00Z' })
    const frame = { taxonomy: 'us-gaap', tag: 'CostOfRevenue', unit: 'USD', frame: 'CY2024' }
    const [row] = await facts.frame(VIEW, frame, { limit: 10 })
    expect(row).toMatchObject({ value: 12345678, flags: [] })
  })

  test('several thousand facts are stored in a moment', async () => {
    const accession = '0009900001-25-000031'
    const start = performance.now()
    await store(database.sql, accession, net('', '1').repeat(5_000), { accepted_at: '2025-08-01T12:00:00Z' })
    expect(performance.now() - start).toBeLessThan(5_000)
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from facts where accession_number = ${accession}`
    expect(row?.count).toBe(5_000)
  })
})
