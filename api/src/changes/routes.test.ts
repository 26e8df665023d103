import { PROCESSING_STATUSES } from '@sec-latent/core/processing/status'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HARBOR, MERIDIAN } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    for (let i = 1; i <= 5; i++) await api.seed.filing({ accession_number: `0009900001-25-00000${i}` })
    await api.seed.filing({ accession_number: '0009900002-25-000001', cik: MERIDIAN, form_type: '8-K' })
    await api.seed.filing({ accession_number: '0009900003-25-000001', cik: '0009900003', dataset: 'test' })
    await api.seed.filing({ accession_number: '0009900001-25-000008', available_at: null })
    await api.sql`update intake set stage = 'failed', reason = 'no_submission' where accession_number = '0009900001-25-000008'`
    await api.seed.ledger('0009900001-25-000001', {
      risk_factor_diff: ['ok_none'],
      event_8k: ['not_applicable', 'form_type'],
    })
    const four = await api.seed.filing({ accession_number: '0009900001-25-000009', form_type: '4' })
    await api.seed.transaction(four, { position: 1 })
    await api.seed.transaction(four, {
      position: 2,
      transaction_code: 'S',
      acquired_disposed: 'D',
      owner_cik: '0009900102',
    })
  })
  afterAll(async () => {
    await api.close()
  })

  describe('changes', () => {
    it('are handed out in order, each once, by page and by position', async () => {
      const whole = (await api.get('/v1/changes')).json()
      const positions = whole.data.map((change: { position: number }) => change.position)
      expect(positions).toEqual([...positions].sort((a, b) => a - b))
      expect(positions).toHaveLength(7)
      const walked: number[] = []
      let after = 0
      for (let i = 0; i < 10; i++) {
        const page = (await api.get(`/v1/changes?limit=2&after=${after}`)).json()
        walked.push(...page.data.map((change: { position: number }) => change.position))
        after = page.last_position
      }
      expect(walked).toEqual(positions)
      const first = (await api.get('/v1/changes?limit=4')).json()
      const second = (await api.get(`/v1/changes?limit=4&cursor=${first.next_cursor}`)).json()
      expect([...first.data, ...second.data]).toHaveLength(7)
      expect(second).toMatchObject({ has_more: false, next_cursor: null })
    })

    it('of one company or one world only', async () => {
      expect((await api.get('/v1/changes?cik=9900002')).json().data).toHaveLength(1)
      expect((await api.get('/v1/changes', { key: api.keys.test.key })).json().data).toHaveLength(1)
      expect((await api.get('/v1/changes?change_type=signal.created')).json()).toMatchObject({
        data: [],
        last_position: 0,
      })
    })
  })

  describe('coverage', () => {
    it('counts filings by form and by how far they are', async () => {
      const { data, coverage } = (await api.get('/v1/coverage')).json()
      expect(
        data.map((row: Record<string, unknown>) => [row.form_type, row.published, row.pending, row.failed]),
      ).toEqual([
        ['10-K', 5, 0, 1],
        ['4', 1, 0, 0],
        ['8-K', 1, 0, 0],
      ])
      expect(coverage).toMatchObject({
        status: 'partial',
        reason: 'failed',
        filings: { published: 7, pending: 0, failed: 1 },
      })
    })

    it('of a company names the answers of each extractor and whether the company is covered', async () => {
      const body = (await api.get('/v1/coverage?cik=9900001,42')).json()
      expect(body.entities).toEqual([
        { cik: HARBOR, status: 'covered' },
        { cik: '0000000042', status: 'not_covered' },
      ])
      const none = Object.fromEntries(PROCESSING_STATUSES.map((status) => [status, 0]))
      expect(body.coverage.extractors).toEqual([
        { extractor: 'event_8k', ...none, not_applicable: 1 },
        { extractor: 'risk_factor_diff', ...none, ok_none: 1 },
      ])
    })
  })

  describe('processing', () => {
    it('is the ledger of a filing, and answers for one that failed', async () => {
      expect((await api.get('/v1/filings/0009900001-25-000001/processing')).json()).toMatchObject({
        stage: 'published',
        stage_reason: null,
        data: [
          { extractor: 'event_8k', status: 'not_applicable', reason: 'form_type' },
          { extractor: 'risk_factor_diff', status: 'ok_none', reason: null },
        ],
      })
      expect((await api.get('/v1/filings/0009900001-25-000008/processing')).json()).toMatchObject({
        stage: 'failed',
        stage_reason: 'no_submission',
        data: [],
        coverage: { status: 'partial', reason: 'failed' },
      })
    })
  })

  describe('insider transactions', () => {
    const rows = async (query: string) => (await api.get(`/v1/insider-transactions?${query}`)).json()

    it('are served row by row with their filing', async () => {
      const { data, coverage } = await rows('cik=9900001&sort=accepted_at')
      expect(data).toMatchObject([
        {
          object: 'insider_transaction',
          position: 1,
          form_type: '4',
          issuer_cik: HARBOR,
          transaction_code: 'P',
          shares: 100,
        },
        { position: 2, transaction_code: 'S' },
      ])
      expect(coverage).toMatchObject({ status: 'complete', filings: { published: 1 } })
    })

    it.each([
      ['owner_cik=9900102', 1],
      ['transaction_code=p', 1],
      ['acquired_disposed=D', 1],
      ['transaction_date_gte=2025-02-18', 2],
      ['transaction_date_gt=2025-02-18', 0],
      ['accession_number=0009900001-25-000009', 2],
      ['form_type=3', 0],
      ['cik=9900002', 0],
    ])('are filtered by %s', async (query, count) => {
      expect((await rows(query)).data).toHaveLength(count)
    })

    it('are paged without losing a row of a document', async () => {
      const first = await rows('limit=1')
      const second = await rows(`limit=1&cursor=${first.next_cursor}`)
      expect([first.data[0].position, second.data[0].position]).toEqual([2, 1])
      expect(second.has_more).toBe(false)
    })
  })
})
