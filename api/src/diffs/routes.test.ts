import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'
import type { Diff } from './schema.ts'

const HEAD = 'Item 1A. Risk Factors\n\n'
const TAIL = 'Item 2. Properties\n\nOne hall 🤖.\n'
const BEFORE = `${HEAD}We rely on one supplier — for our sensors.\n\nOur robots 🤖🤖 may fail.\n\n`
const AFTER = `${HEAD}We rely on two suppliers — for our sensors.\n\nTariffs may raise our costs.\n\nOur robots 🤖🤖 may fail.\n\n`
const [OLD, NEW] = ['0009900001-24-000001', '0009900001-25-000001']

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    const file = async (accession_number: string, part: string, accepted_at: string) => {
      const text = part + TAIL
      await api.seed.filing({
        accession_number,
        accepted_at,
        text,
        sections: [
          { section_key: '10k.item_1a', start: 0, end: part.length },
          { section_key: '10k.item_2', start: part.length, end: text.length },
          { section_key: '10k.item_1b', start: 0, end: 0, status: 'absent' },
        ],
      })
    }
    await file(OLD, BEFORE, '2024-02-20T21:05:00Z')
    await file(NEW, AFTER, '2025-02-20T21:05:00Z')
  })
  afterAll(async () => {
    await api.close()
  })

  const textOf = async (document_id: string) => {
    const [accession, sequence] = document_id.split(':')
    const response = await api.get(`/v1/filings/${accession}/documents/${sequence}/text`, {
      headers: { accept: 'text/plain' },
    })
    return response.body
  }

  /** What a client does with a diff: keep what is equal, put in what is new. */
  function applied(diff: Diff, source: string): string {
    const points = [...source]
    return diff.hunks
      .map((hunk) =>
        hunk.operation === 'equal' ? points.slice(hunk.from.start, hunk.from.end).join('') : hunk.to.quote,
      )
      .join('')
  }

  describe('a diff', () => {
    it.each([
      ['sections by key', `from=${OLD}&to=${NEW}&section_key=10k.item_1a`, BEFORE, AFTER],
      [
        'sections by id',
        `from=${OLD}:1:10k.item_1a&to=${NEW.replaceAll('-', '')}:1:10k.item_1a`,
        BEFORE,
        AFTER,
      ],
      ['two different sections', `from=${OLD}:1:10k.item_2&to=${NEW}:1:10k.item_1a`, TAIL, AFTER],
      ['main documents', `from=${OLD}&to=${NEW}`, BEFORE + TAIL, AFTER + TAIL],
      ['documents by id, back in time', `from=${NEW}:1&to=${OLD}:1`, AFTER + TAIL, BEFORE + TAIL],
      ['a text with itself', `from=${OLD}&to=${OLD}`, BEFORE + TAIL, BEFORE + TAIL],
      ['a section the company left out', `from=${OLD}:1:10k.item_1b&to=${NEW}:1:10k.item_2`, '', TAIL],
    ])('of %s applied to one side gives the other', async (_title, query, left, right) => {
      const response = await api.get(`/v1/diffs?${query}`)
      expect(response.statusCode).toBe(200)
      const diff: Diff = response.json()
      expect(applied(diff, await textOf(diff.from.document_id))).toBe(right)
      expect(diff.complete).toBe(true)
      expect(diff.from.end - diff.from.start).toBe([...left].length)
      for (const side of ['from', 'to'] as const) {
        const points = [...(await textOf(diff[side].document_id))]
        const bytes = Buffer.from(points.join(''))
        let at = diff[side].start
        for (const hunk of diff.hunks) {
          const { start, end, byte_start, byte_end, quote } = hunk[side]
          expect(start).toBe(at)
          at = end
          expect(bytes.subarray(byte_start, byte_end).toString()).toBe(points.slice(start, end).join(''))
          if (quote !== null) expect(points.slice(start, end).join('')).toBe(quote)
        }
        expect(at).toBe(diff[side].end)
      }
    })

    it('shows what changed, counts it, and can carry what did not', async () => {
      const query = `/v1/diffs?from=${OLD}&to=${NEW}&section_key=10k.item_1a`
      const diff: Diff = (await api.get(query)).json()
      expect(diff.algorithm).toEqual({ name: 'layered_myers', version: '1.0.0' })
      const changed = diff.hunks.filter(({ operation }) => operation !== 'equal')
      expect(changed.map(({ operation, from, to }) => [operation, from.quote, to.quote])).toEqual([
        ['replace', 'one supplier', 'two suppliers'],
        ['insert', '', 'Tariffs may raise our costs.\n\n'],
      ])
      expect(diff.summary).toMatchObject({ deleted: 12, inserted: 43, moved: 0 })
      expect(diff.hunks[0]?.from.quote).toBeNull()
      const whole: Diff = (await api.get(`${query}&include=equal_text`)).json()
      expect(whole.hunks.map(({ from }) => from.quote).join('')).toBe(BEFORE)
    })

    it('carries quotes that verify as evidence', async () => {
      const diff: Diff = (await api.get(`/v1/diffs?from=${OLD}&to=${NEW}&section_key=10k.item_1a`)).json()
      const hunk = diff.hunks.find(({ operation }) => operation === 'insert')
      const { start, end, quote } = hunk?.to ?? {}
      const verdict = await api.send({
        method: 'POST',
        url: '/v1/evidence/verify',
        payload: { text_sha256: diff.to.text_sha256, start, end, quote },
      })
      expect(verdict.json()).toMatchObject({ verdict: 'verified' })
    })
  })

  describe('a diff that cannot be made', () => {
    it.each([
      ['from=0009900001-24-000009&to=0009900001-25-000001', 404, 'filing_not_found'],
      [`from=${OLD}:9&to=${NEW}`, 404, 'document_not_found'],
      [`from=${OLD}:9&to=${NEW}&section_key=10k.item_1a`, 404, 'document_not_found'],
      [`from=${OLD}&to=${NEW}&section_key=10k.item_1c`, 404, 'section_not_found'],
      [`from=${OLD}:1:10k.item_2&to=${NEW}&section_key=10k.item_1a`, 400, 'invalid_parameter'],
      [`from=${OLD}`, 400, 'missing_parameter'],
      [`from=TWTI&to=${NEW}`, 400, 'invalid_parameter'],
      [`from=${OLD}&to=${NEW}&as_of=2024-06-01T00:00:00Z`, 404, 'filing_not_found'],
      [`from=${OLD}&to=${NEW}&section=10k.item_1a`, 400, 'unknown_parameter'],
    ])('%s', async (query, status, code) => {
      const response = await api.get(`/v1/diffs?${query}`)
      expect([response.statusCode, response.json().code]).toEqual([status, code])
    })
  })
})
