import { extractors } from '@sec-latent/core/signals/index'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    await api.seed.filing({ accession_number: '0009900001-25-000001' })
    await api.seed.filing({ accession_number: '0009900001-25-000002' })
    await api.seed.ledger('0009900001-25-000001', { risk_factor_diff: ['ok_found'] })
    await api.seed.ledger('0009900001-25-000002', {
      risk_factor_diff: ['insufficient_data', 'missing_inputs'],
    })
  })
  afterAll(() => api.close())

  describe('extractors', () => {
    it('are listed with their settings and what they need', async () => {
      const { data } = (await api.get('/v1/extractors')).json()
      expect(data.map((one: { name: string }) => one.name)).toEqual(extractors.map(({ name }) => name))
      expect(data.find((one: { name: string }) => one.name === 'risk_factor_diff')).toMatchObject({
        object: 'extractor',
        kind: 'deterministic',
        signal_types: ['rf_added', 'rf_removed', 'rf_modified'],
        needs: [{ name: 'prior_filing', earlier_form_types: expect.arrayContaining(['10-K']), days: 1_100 }],
        config: { same_from: 0.9 },
        config_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
    })

    it('say what they answered for how many filings', async () => {
      expect((await api.get('/v1/extractors/risk_factor_diff')).json()).toMatchObject({
        name: 'risk_factor_diff',
        filings: { ok_found: 1, insufficient_data: 1, ok_none: 0, failed: 0 },
      })
    })

    it('that do not exist are told with the nearest name', async () => {
      const problem = (await api.get('/v1/extractors/risk_factors_diff')).json()
      expect(problem).toMatchObject({
        status: 400,
        errors: [{ parameter: 'name', suggestion: 'risk_factor_diff' }],
      })
    })
  })
})
