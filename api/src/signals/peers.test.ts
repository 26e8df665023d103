import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  const ids: string[] = []

  /** A company with a signal of its own, all of the same industry unless said otherwise. */
  async function company(number: number, value: number, wish: { accepted_at?: string; sic?: string } = {}) {
    const serial = String(number).padStart(4, '0')
    const seeded = await api.seed.filing({
      accession_number: `000990${serial}-25-000001`,
      cik: `000990${serial}`,
      accepted_at: wish.accepted_at ?? '2025-02-20T21:05:00Z',
    })
    await api.sql`update filing_filers set sic = ${wish.sic ?? '3823'} where cik = ${`000990${serial}`}`
    return await api.seed.signal(seeded, [{ kind: 'text_span', ...api.seed.span(seeded, 'robots') }], {
      value,
    })
  }

  beforeAll(async () => {
    api = await testApp({ version })
    for (let number = 1; number <= 21; number++) ids.push(await company(number, number))
    await company(22, 1_000, { sic: '6022' })
    await company(23, 1_000, { accepted_at: '2025-06-01T12:00:00Z' })
  })
  afterAll(() => api.close())

  const percentiles = async (query = '') => {
    const { data } = (await api.get(`/v1/signals?include=peer_percentile&limit=100${query}`)).json()
    return new Map<string, number | null>(
      data.map((signal: { id: string; peer_percentile: number | null }) => [
        signal.id,
        signal.peer_percentile,
      ]),
    )
  }

  describe('the percentile among peers', () => {
    it('is the share of companies of the same industry, known by then, whose value is lower', async () => {
      const found = await percentiles()
      expect(found.get(ids[0] as string)).toBe(0)
      expect(found.get(ids[10] as string)).toBe(50)
      expect(found.get(ids[20] as string)).toBe(100)
    })

    it('counts a company accepted later for the later ones only, and none of another industry', async () => {
      const found = await percentiles('&accepted_at_gte=2025-06-01T00:00:00Z')
      expect([...found.values()]).toEqual([100])
      const banks = await percentiles('&cik=9900022')
      expect([...banks.values()]).toEqual([null])
    })

    it('is left out unless asked for, and null under 20 peers', async () => {
      const { data } = (await api.get('/v1/signals?limit=1')).json()
      expect(data[0]).not.toHaveProperty('peer_percentile')
      const before = new Date(Date.parse('2025-02-20T21:05:00Z') - 1).toISOString()
      expect((await percentiles(`&as_of=${before}`)).size).toBe(0)
    })
  })
})
