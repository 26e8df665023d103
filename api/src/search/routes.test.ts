import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HARBOR, MERIDIAN, type SeedFiling } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const RISKS =
  'Item 1A. Risk Factors — there is “substantial doubt” 🤖 about our ability to continue as a going concern.\n\n'
const TALK = 'Item 7. MD&A — revenue of Nestlé S.A. rose; our covenants hold.\n'

interface Span {
  start: number
  end: number
  byte_start: number
  byte_end: number
}
interface Hit {
  accession_number: string
  document_id: string
  document_sha256: string
  text_sha256: string
  section_id: string | null
  relevance: number | null
  filers: object[]
  snippets: (Span & {
    quote: string
    highlights: Span[]
    section_id: string | null
    text_fragment_url: string | null
  })[]
}

const ask = (q: string, more = '') => `/v1/search?q=${encodeURIComponent(q)}${more}`

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    const file = (number: number, wish: Partial<SeedFiling>) =>
      api.seed.filing({
        accession_number: `0009900001-25-00000${number}`,
        accepted_at: `2025-0${number}-20T21:05:00Z`,
        ...wish,
      })
    await file(1, {
      text: RISKS + TALK,
      sections: [
        { section_key: '10k.item_1a', start: 0, end: RISKS.length },
        { section_key: '10k.item_7', start: RISKS.length, end: RISKS.length + TALK.length },
      ],
    })
    await file(2, {
      cik: MERIDIAN,
      form_type: '10-Q',
      text: 'Soup. Doubt is substantial, soup going well. No concern.',
    })
    await file(3, { text: `A going concern again. ${'Soup, soup. '.repeat(8)}` })
    await file(4, { text: 'Later: a going concern.', available_at: '2025-08-01T00:00:00Z' })
    await api.seed.ledger('0009900001-25-000001', { search_index: ['ok_found'] })
  })
  afterAll(async () => {
    await api.close()
  })

  const found = async (q: string, more = '') =>
    (await api.get(ask(q, more))).json().data.map((hit: Hit) => Number(hit.accession_number.at(-1)))

  describe('a search', () => {
    it.each([
      ['"going concern"', '', [4, 3, 1]],
      ['going concern', '', [4, 3, 2, 1]],
      ['"going concern" AND nestle', '', [1]],
      ['going -"going concern"', '', [2]],
      ['cov* OR soup', '', [3, 2, 1]],
      ['"going concern"', '&sort=accepted_at', [1, 3, 4]],
      ['soup', '&sort=relevance', [3, 2]],
      ['going', '&form_type=10-Q', [2]],
      ['going', `&cik=${MERIDIAN}`, [2]],
      ['going', '&section_key=10k.item_1a,10k.item_7', [1]],
      ['going AND revenue', '&section_key=10k.item_1a,10k.item_7', []],
      ['going', '&filing_date=2025-03-20', [3]],
      ['going', '&accepted_at_lt=2025-03-01T00:00:00Z', [2, 1]],
      ['going', '&as_of=2025-07-01T00:00:00Z', [3, 2, 1]],
      ['going', '&as_of=2025-01-01T00:00:00Z', []],
      ['the', '', []],
      ['of', '', [1]],
      ["'; drop table search_documents; --", '', null],
      ['"\'; drop table search_documents"', '', []],
    ])('for %s%s', async (q, more, expected) => {
      const response = await api.get(ask(q, more))
      expect(response.statusCode).toBe(expected === null ? 400 : 200)
      if (expected !== null) expect(await found(q, more)).toEqual(expected)
    })

    it('says who filed what it found, and marks the words', async () => {
      const [hit]: [Hit] = (await api.get(ask('"substantial doubt" nestlé', '&sort=relevance'))).json().data
      expect(hit).toMatchObject({
        object: 'search_hit',
        document_id: '0009900001-25-000001:1',
        document_type: '10-K',
        section_id: null,
        section_key: null,
        relevance: expect.any(Number),
        filers: [{ role: 'filer', cik: HARBOR, name: 'HARBOR LIGHT ROBOTICS INC' }],
        source_url: expect.stringContaining('sec.gov'),
      })
      const marked = hit.snippets.flatMap(({ highlights }) =>
        highlights.map(({ byte_start, byte_end }) =>
          Buffer.from(RISKS + TALK)
            .subarray(byte_start, byte_end)
            .toString(),
        ),
      )
      expect(marked).toEqual(['substantial doubt', 'Nestlé'])
      expect(hit.snippets.map(({ section_id }) => section_id?.split(':').at(-1))).toEqual([
        '10k.item_1a',
        '10k.item_7',
      ])
      expect(hit.snippets[0]?.text_fragment_url).toContain('#:~:text=')
    })

    it('quotes passages that verify as evidence', async () => {
      const hits: Hit[] = (await api.get(ask('going OR soup OR revenue'))).json().data
      expect(hits.length).toBe(4)
      for (const { text_sha256, snippets } of hits) {
        expect(snippets.length).toBeGreaterThan(0)
        for (const { start, end, byte_start, byte_end, quote } of snippets) {
          for (const payload of [
            { text_sha256, start, end, quote },
            { text_sha256, start: byte_start, end: byte_end, quote, unit: 'byte' },
          ]) {
            const verdict = await api.send({ method: 'POST', url: '/v1/evidence/verify', payload })
            expect(verdict.json()).toMatchObject({ verdict: 'verified' })
          }
        }
      }
    })

    it.each(['accepted_at', '-accepted_at', 'relevance'])(
      'by %s pages without loss, with a signed cursor',
      async (sort) => {
        const seen: string[] = []
        let cursor = ''
        do {
          const page = (await api.get(ask('going OR soup', `&sort=${sort}&limit=1${cursor}`))).json()
          seen.push(...page.data.map((hit: Hit) => hit.document_id))
          cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : ''
          expect(page.has_more).toBe(page.next_cursor !== null)
        } while (cursor !== '')
        expect(seen).toHaveLength(4)
        expect(new Set(seen).size).toBe(4)
        const page = (await api.get(ask('going OR soup', `&sort=${sort}&limit=1`))).json()
        const other = await api.get(ask('soup', `&sort=${sort}&limit=1&cursor=${page.next_cursor}`))
        expect(other.json().code).toBe('cursor_filter_mismatch')
      },
    )

    it('says what it was drawn from', async () => {
      const { coverage } = (await api.get(ask('unicorn'))).json()
      expect(coverage).toMatchObject({
        reason: 'no_match',
        filings: { published: 4 },
        extractors: [{ extractor: 'search_index', ok_found: 1 }],
      })
      expect((await api.get(ask('unicorn', '&cik=77'))).json().coverage.reason).toBe('entity_not_covered')
    })

    it('serves no passage out of a text that is damaged', async () => {
      await api.seed.filing({ accession_number: '0009900001-25-000009', text: 'A damaged zebra.' })
      await api.sql`update search_chunks set chunk_sha256 = ${'0'.repeat(64)}
        where document_id = '0009900001-25-000009:1'`
      const response = await api.get(ask('zebra'))
      expect([response.statusCode, response.json().code]).toEqual([503, 'object_unavailable'])
    })
  })

  describe('a query that cannot be read', () => {
    it.each([
      ['"going concern', 0],
      ['a AND (b OR c', 6],
      ['a)', 1],
      ['NOT going', 0],
      ['-"going concern"', 0],
      ['—', 0],
      ['é AND', 2],
      ['x*', 0],
      [`${'('.repeat(20)}a${')'.repeat(20)}`, 16],
      ['a '.repeat(100), 0],
    ])('%s is a problem that says where', async (q, position) => {
      for (const path of ['/v1/search', '/v1/search/counts']) {
        const response = await api.get(`${path}?q=${encodeURIComponent(q)}`)
        expect(response.statusCode).toBe(400)
        expect(response.json()).toMatchObject({
          code: 'invalid_query',
          errors: [{ parameter: 'q', code: 'invalid_query', position }],
        })
      }
    })

    it.each([
      ['/v1/search', 'missing_parameter'],
      ['/v1/search?q=', 'invalid_parameter'],
      [ask('word '.repeat(300)), 'invalid_parameter'],
      ['/v1/search?q=a&limit=101', 'invalid_parameter'],
      ['/v1/search?q=a&form=10-K', 'unknown_parameter'],
      ['/v1/search?q=a&q=b', 'invalid_request'],
      ['/v1/search?query=a', 'invalid_request'],
    ])('%s is refused', async (url, code) => {
      const response = await api.get(url)
      expect([response.statusCode, response.json().code]).toEqual([400, code])
    })
  })

  describe('counts', () => {
    it('are by period and form, and add up', async () => {
      const body = (await api.get(`/v1/search/counts?q=going&interval=quarter`)).json()
      expect(body).toMatchObject({ counted_all: true, counted_from: null, has_more: false })
      expect(body.data).toEqual([
        {
          object: 'search_count',
          period_start: '2025-01-01',
          period_end: '2025-03-31',
          documents: 3,
          filings: 3,
          by_form: [
            { form_type: '10-K', documents: 2, filings: 2 },
            { form_type: '10-Q', documents: 1, filings: 1 },
          ],
        },
        expect.objectContaining({ period_start: '2025-04-01', period_end: '2025-06-30', documents: 1 }),
      ])
      const phrase = (
        await api.get(`/v1/search/counts?q=%22going+concern%22&as_of=2025-07-01T00:00:00Z`)
      ).json()
      expect(phrase.data.map((row: { filings: number }) => row.filings)).toEqual([2])
    })
  })
})
