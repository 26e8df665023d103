import { canonicalText } from '@sec-latent/core/documents/canonical-text'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const table = (name: string) => `<table>
  <tr><th>${name} 🤖</th><th colspan="2">Year ended December 31</th></tr>
  <tr><td>Revenue</td><td>$ 1,204</td><td>1,100</td></tr>
  <tr><td>Costs</td><td>(800)</td><td>(790)</td></tr>
</table>`
const HTML = `<html><body><p>Item 7. Discussion — and more.</p>${table('First')}<p>Item 8. Statements</p>
  ${table('Second')}<p>Between.</p>${table('Third')}</body></html>`
const ONE = '/v1/filings/0009900001-25-000001/tables'

interface Served {
  position: number
  section_key: string | null
  document_id: string
  column_count: number
  start: number
  end: number
  rows: { text: string; column: number; start: number; end: number; byte_start: number; byte_end: number }[][]
}

forEachPostgres((version) => {
  let api: TestApp
  let text: string
  beforeAll(async () => {
    api = await testApp({ version })
    const canonical = canonicalText(Buffer.from(HTML), 'html')
    text = canonical.text
    const item8 = text.indexOf('Item 8')
    const keys = [
      { section_key: '10k.item_7', start: 0, end: item8 },
      { section_key: '10k.item_8', start: item8, end: text.length },
    ]
    await api.seed.filing({ accession_number: '0009900001-25-000001', text, sections: keys })
    const blocks = { blocks: canonical.blocks, tables: canonical.tables, hidden: [], sections: keys }
    const blocks_sha256 = await api.objects.put(Buffer.from(JSON.stringify(blocks)))
    await api.sql`update documents set blocks_sha256 = ${blocks_sha256}
      where accession_number = '0009900001-25-000001'`
    await api.seed.filing({ accession_number: '0009900001-25-000002' })
  })
  afterAll(async () => {
    await api.close()
  })

  const tables = async (query = ''): Promise<Served[]> => (await api.get(`${ONE}${query}`)).json().data

  describe('the tables of a filing', () => {
    it('come as rows of cells', async () => {
      const [first] = await tables()
      expect(first).toMatchObject({ position: 1, document_id: '0009900001-25-000001:1', column_count: 3 })
      expect(first?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
        ['First 🤖', 'Year ended December 31'],
        ['Revenue', '$ 1,204', '1,100'],
        ['Costs', '(800)', '(790)'],
      ])
      expect(first?.rows[1]?.map((cell) => cell.column)).toEqual([0, 1, 2])
    })

    it('have cells that stand where they say, in code points and in bytes', async () => {
      const points = [...text]
      for (const { rows, start, end } of await tables()) {
        for (const cell of rows.flat()) {
          expect(points.slice(cell.start, cell.end).join('')).toBe(cell.text)
          expect(Buffer.from(text).subarray(cell.byte_start, cell.byte_end).toString()).toBe(cell.text)
          expect(cell.start).toBeGreaterThanOrEqual(start)
          expect(cell.end).toBeLessThanOrEqual(end)
        }
      }
    })

    it('are filtered by section and document, and paged', async () => {
      expect((await tables()).map(({ section_key }) => section_key)).toEqual([
        '10k.item_7',
        '10k.item_8',
        '10k.item_8',
      ])
      expect((await tables('?section_key=10k.item_8')).map(({ position }) => position)).toEqual([2, 3])
      expect(await tables('?sequence=1')).toHaveLength(3)
      for (const filter of ['', '&section_key=10k.item_8']) {
        const seen: number[] = []
        let cursor = ''
        do {
          const page = (await api.get(`${ONE}?limit=1${filter}${cursor}`)).json()
          seen.push(...page.data.map((one: Served) => one.position))
          cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : ''
        } while (cursor !== '')
        expect(seen).toEqual(filter === '' ? [1, 2, 3] : [2, 3])
      }
    })

    it('are none where there are none, and the answer says so', async () => {
      const body = (await api.get('/v1/filings/0009900001-25-000002/tables')).json()
      expect(body).toMatchObject({
        data: [],
        has_more: false,
        coverage: { status: 'complete', reason: 'no_match' },
      })
    })

    it.each([
      ['?sequence=7', 'document_not_found'],
      ['?section_key=10k.item_9', 'section_not_found'],
      ['?limit=1000', 'invalid_parameter'],
      ['?table=1', 'unknown_parameter'],
    ])('%s is refused', async (query, code) => {
      expect((await api.get(`${ONE}${query}`)).json().code).toBe(code)
    })
  })
})
