import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { parseQuery } from './parse-query.ts'
import { searchReadStore } from './read-store.ts'
import { seedIndexed } from './search-fixture.ts'
import type { SearchFilter, SearchIndex, SearchOrder, SearchPosition } from './search-index.ts'

const NOW = { dataset: 'test' as const, as_of: '2026-01-01T00:00:00Z' }

forEachPostgres((version) => {
  let database: TestDatabase
  let index: SearchIndex
  const texts = new Map<string, string>()

  beforeAll(async () => {
    database = await testDatabase({ version })
    index = searchReadStore(database.sql)
    const add = async (name: string, number: number, more: object, text: string | Record<string, string>) => {
      const accession_number = `0009990001-24-${String(number).padStart(6, '0')}`
      const accepted_at = `2024-0${number}-15T10:00:00Z`
      texts.set(name, await seedIndexed(database.sql, { accession_number, accepted_at, text, ...more }))
    }
    await add(
      'doubt',
      1,
      {},
      {
        '10k.item_1a': 'There is substantial doubt about our ability to continue as a going concern.',
        '10k.item_7': 'Revenue rose. Management’s plans are set out in Item 8.',
      },
    )
    await add(
      'swapped',
      2,
      { form_type: '10-Q' },
      'A concern that is going well. Substantial growth, no doubt.',
    )
    await add('split', 3, { form_type: '10-Q' }, 'We are going\n\nconcern yourself with other matters.')
    await add(
      'page',
      4,
      { cik: '0009990002' },
      'We may not continue as a going\n\n17\n\nconcern, as Nestlé — 🤖 — said.',
    )
    await add(
      'often',
      5,
      {},
      `Robots. ${'Our robots fail. '.repeat(12)} The 10b5-1 plan of the U.S. subsidiary.`,
    )
    await add('once', 6, {}, 'A robot stood in a hall. Robots are rare; halls are not.')
    await add('hidden', 7, { available_at: '2025-06-01T00:00:00Z' }, 'Later known going concern.')
  })
  afterAll(async () => {
    await database.close()
  })

  const names = (hits: { accession_number: string }[]) =>
    hits.map(({ accession_number }) => [...texts.keys()][Number(accession_number.slice(-6)) - 1])

  async function find(
    query: string,
    filter: SearchFilter = {},
    order: SearchOrder = 'accepted_at',
    view = NOW,
  ) {
    const question = { query: parseQuery(query), filter }
    return names((await index.search(view, question, { limit: 50, order, chunksPerHit: 3 })).hits)
  }

  describe('a search', () => {
    it.each([
      ['going concern', ['doubt', 'swapped', 'split', 'page', 'hidden']],
      ['"going concern"', ['doubt', 'page', 'hidden']],
      ['"going concern" AND "substantial doubt"', ['doubt']],
      ['"going concern" revenue', ['doubt']],
      ['"going concern" NOT "substantial doubt"', ['page', 'hidden']],
      ['going -"going concern"', ['swapped', 'split']],
      ['going NOT substantial', ['split', 'page', 'hidden']],
      ['"substantial growth" OR nestle', ['swapped', 'page']],
      ['(robot OR nestlé) -hall', ['page']],
      ['rob*', ['often', 'once']],
      ['"our rob*"', ['often']],
      ['robot*', ['often', 'once']],
      ['"10b5-1 plan"', ['often']],
      ['U.S.', ['often']],
      ['"management\'s plans"', ['doubt']],
      ['GOING CONCERN -substantial', ['split', 'page', 'hidden']],
      ['the', ['often']],
      ['of the', ['often']],
      ['unicorn', []],
      ['"x\' | \'robot"', []],
    ])('for %s', async (query, expected) => {
      expect(await find(query)).toEqual(expected)
    })

    it('is filtered by company, form, section and time', async () => {
      expect(await find('going', { cik: ['0009990002'] })).toEqual(['page'])
      expect(await find('going', { form_type: ['10-Q'] })).toEqual(['swapped', 'split'])
      expect(await find('going', { section_key: ['10k.item_1a'] })).toEqual(['doubt'])
      expect(await find('revenue', { section_key: ['10k.item_1a'] })).toEqual([])
      expect(await find('going', { accepted_at: { gte: '2024-03-01T00:00:00Z' } })).toEqual([
        'split',
        'page',
        'hidden',
      ])
      expect(await find('going', { filing_date: { lt: '2024-02-15' } })).toEqual(['doubt'])
    })

    it('with a section asks each section, without one the whole document', async () => {
      expect(await find('doubt AND revenue')).toEqual(['doubt'])
      const sections = { section_key: ['10k.item_1a', '10k.item_7'] }
      expect(await find('doubt AND revenue', sections)).toEqual([])
      expect(await find('doubt OR revenue', sections)).toEqual(['doubt', 'doubt'])
      expect(await find('item NOT doubt', sections)).toEqual(['doubt'])
    })

    it('finds nothing that was not yet available', async () => {
      const before = { ...NOW, as_of: '2025-05-31T23:59:59Z' }
      expect(await find('"going concern"', {}, 'accepted_at', before)).toEqual(['doubt', 'page'])
      expect(await find('going', {}, 'accepted_at', { ...NOW, dataset: 'live' as never })).toEqual([])
    })

    it('puts what says it more often first, when asked for relevance', async () => {
      expect(await find('robots', {}, 'relevance')).toEqual(['often', 'once'])
      expect(await find('robots', {}, '-accepted_at')).toEqual(['once', 'often'])
    })

    it.each(['accepted_at', '-accepted_at', 'relevance'] as const)(
      'by %s pages without loss or repetition',
      async (order) => {
        for (const [query, filter] of [
          ['going', {}],
          ['"going concern" OR robots', {}],
          ['doubt OR revenue OR item', { section_key: ['10k.item_1a', '10k.item_7'] }],
        ] as [string, SearchFilter][]) {
          const question = { query: parseQuery(query), filter }
          const whole = await index.search(NOW, question, { limit: 50, order, chunksPerHit: 1 })
          const paged: string[] = []
          let after: SearchPosition | undefined
          do {
            const page = await index.search(NOW, question, { limit: 1, order, after, chunksPerHit: 1 })
            paged.push(...page.hits.map((hit) => `${hit.document_id} ${hit.section_key}`))
            after = page.next && JSON.parse(JSON.stringify(page.next))
          } while (after)
          expect(paged).toEqual(whole.hits.map((hit) => `${hit.document_id} ${hit.section_key}`))
          expect(paged.length).toBeGreaterThan(1)
        }
      },
    )

    it('says where in the text the words stand', async () => {
      const question = { query: parseQuery('"going concern"'), filter: {} }
      const { hits } = await index.search(NOW, question, { limit: 1, order: 'accepted_at', chunksPerHit: 3 })
      const [chunk] = hits[0]?.chunks ?? []
      expect(hits[0]?.chunks).toHaveLength(1)
      expect(chunk).toMatchObject({ section_key: '10k.item_1a', start: 0, byte_start: 0 })
      const text = texts.get('doubt') as string
      expect([...text].slice(chunk?.start, chunk?.end).join('')).toContain('going concern')
    })
  })

  describe('counts', () => {
    it('are by interval and form', async () => {
      const question = { query: parseQuery('going'), filter: {} }
      expect(await index.counts(NOW, question, 'quarter')).toEqual({
        periods: [
          { period: '2024-01-01', form_type: '10-K', documents: 1, filings: 1 },
          { period: '2024-01-01', form_type: '10-Q', documents: 2, filings: 2 },
          { period: '2024-04-01', form_type: '10-K', documents: 1, filings: 1 },
          { period: '2024-07-01', form_type: '10-K', documents: 1, filings: 1 },
        ],
        counted_all: true,
        counted_from: null,
      })
      const phrase = { query: parseQuery('"going concern"'), filter: {} }
      expect((await index.counts(NOW, phrase, 'year')).periods).toEqual([
        { period: '2024-01-01', form_type: '10-K', documents: 3, filings: 3 },
      ])
      expect((await index.counts(NOW, { query: parseQuery('unicorn'), filter: {} }, 'year')).periods).toEqual(
        [],
      )
    })
  })
})
