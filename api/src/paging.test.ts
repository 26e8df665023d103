import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cursorCodec } from './cursor.ts'
import { type TestApp, testApp } from './testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
})
afterAll(async () => {
  await api.close()
})

let made = 0
async function addFiling(acceptedAt: string, cik: string): Promise<string> {
  made += 1
  const accession_number = `0009900009-25-${String(made).padStart(6, '0')}`
  await api.seed.filing({
    accession_number,
    cik,
    accepted_at: acceptedAt,
    available_at: new Date().toISOString(),
  })
  return accession_number
}

describe('walking pages', () => {
  it('yields each filing of the first moment once, in order, while others arrive', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('accepted_at', '-accepted_at'),
        async (hours, limit, sort) => {
          run += 1
          const cik = String(9_910_000 + run)
          const padded = cik.padStart(10, '0')
          const at = (hour: number) => `2025-05-01T0${hour}:00:00Z`
          const before: string[] = []
          for (const hour of hours) before.push(await addFiling(at(hour), padded))
          // Moments are served to the millisecond; the next one is certainly later.
          await new Promise((resolve) => setTimeout(resolve, 5))
          const seen: string[] = []
          let cursor: string | null = null
          const moments = new Set<string>()
          do {
            const more: string = cursor === null ? '' : `&cursor=${cursor}`
            const page = (await api.get(`/v1/filings?cik=${cik}&limit=${limit}&sort=${sort}${more}`)).json()
            expect(page.has_more).toBe(page.next_cursor !== null)
            seen.push(...page.data.map((filing: { accession_number: string }) => filing.accession_number))
            moments.add(page.as_of)
            cursor = page.next_cursor
            // Arrives before, among and after what is left of the walk.
            if (cursor !== null) await addFiling(at((seen.length * 2) % 6), padded)
          } while (cursor !== null)
          expect([...seen].sort()).toEqual([...before].sort())
          expect(moments.size).toBe(1)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('a cursor', () => {
  const firstCursor = async (query = 'limit=1', key?: string) =>
    (await api.get(`/v1/filings?${query}`, { key })).json().next_cursor as string

  it('B82: carries the moment of the first page, and is refused when a filter or the order changes', async () => {
    const cursor = await firstCursor('limit=1&form_type=10-K,8-K')
    expect(
      (await api.get(`/v1/filings?limit=2&form_type=8-K&form_type=10-K&cursor=${cursor}`)).statusCode,
    ).toBe(200)
    for (const query of [
      '',
      'form_type=10-K&',
      'form_type=10-K,8-K&sort=accepted_at&',
      'form_type=10-K,8-K&cik=1&',
    ]) {
      const response = await api.get(`/v1/filings?${query}cursor=${cursor}`)
      expect(response.json().code, query).toBe('cursor_filter_mismatch')
    }
  })

  it('B82: is refused from another organisation, world or operation, and when a bit of it is changed', async () => {
    const cursor = await firstCursor()
    expect((await api.get(`/v1/filings?cursor=${cursor}`, { key: api.keys.foreign.key })).json().code).toBe(
      'invalid_cursor',
    )
    expect((await api.get(`/v1/filings?cursor=${cursor}`, { key: api.keys.test.key })).json().code).toBe(
      'invalid_cursor',
    )
    expect((await api.get(`/v1/signals?cursor=${cursor}`)).json().code).toBe('invalid_cursor')
    await fc.assert(
      fc.asyncProperty(
        fc.nat(cursor.length - 1),
        fc.constantFrom('A', 'b', '-', '9'),
        async (index, character) => {
          const changed = cursor.slice(0, index) + character + cursor.slice(index + 1)
          if (changed === cursor) return
          expect((await api.get(`/v1/filings?cursor=${changed}`)).json().code).toBe('invalid_cursor')
        },
      ),
      { numRuns: 60 },
    )
    expect((await api.get(`/v1/filings?cursor=${cursor.slice(0, -3)}`)).json().code).toBe('invalid_cursor')
  })

  it('B82: ends after 72 hours, is opaque and at most 512 characters long', () => {
    let now = Date.parse('2025-01-01T00:00:00Z')
    const codec = cursorCodec('secret', () => now)
    const scope = {
      account: { organisation_id: 'org_1', dataset: 'live' as const },
      operationId: 'listX',
      filter: {},
    }
    const cursor = codec.encode(scope, { as_of: '2025-01-01T00:00:00Z', after: ['x'.repeat(100), 7] })
    expect(cursor).toMatch(/^[A-Za-z0-9_-]{1,512}$/)
    expect(codec.decode(scope, cursor)).toEqual({
      as_of: '2025-01-01T00:00:00Z',
      after: ['x'.repeat(100), 7],
    })
    now += 73 * 3_600_000
    expect(() => codec.decode(scope, cursor)).toThrow('cursor_expired')
    expect(() => cursorCodec('other').decode(scope, cursor)).toThrow('invalid_cursor')
  })
})

describe('the Link header', () => {
  it('leads to the next page with everything the request had, and is not there on the last one', async () => {
    for (const hour of [1, 2, 3]) await addFiling(`2025-06-01T0${hour}:00:00Z`, '0009919999')
    let url: string | undefined = '/v1/filings?cik=9919999&form_type=10-K%2C10-Q&limit=2'
    const seen: string[] = []
    while (url !== undefined) {
      const response = await api.get(url)
      const page = response.json()
      seen.push(...page.data.map((filing: { accession_number: string }) => filing.accession_number))
      const link = response.headers.link as string | undefined
      expect(link === undefined).toBe(page.next_cursor === null)
      url = /^<(\/v1\/filings\?[^>]*)>; rel="next"$/.exec(link ?? '')?.[1]
    }
    expect(new Set(seen).size).toBe(3)
  })
})
