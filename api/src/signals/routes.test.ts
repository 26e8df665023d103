import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HARBOR, MERIDIAN } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const QUOTE = 'all of them 🤖 — may fail'
forEachPostgres((version) => {
  let api: TestApp
  let seeded: Awaited<ReturnType<TestApp['seed']['filing']>>
  let current: string
  let former: string
  beforeAll(async () => {
    api = await testApp({ version })
    seeded = await api.seed.filing({ accession_number: '0009900001-25-000001' })
    const span = api.seed.span(seeded, QUOTE)
    const header = seeded.submission.toString('latin1').indexOf('0009900001-25-000001')
    former = await api.seed.signal(seeded, [{ kind: 'text_span', ...span }], {
      available_at: '2025-03-01T00:00:00Z',
      superseded_at: '2025-03-10T00:00:00Z',
      value: 6,
    })
    current = await api.seed.signal(
      seeded,
      [
        { kind: 'text_span', ...span },
        { kind: 'pair', left: null, right: span },
        {
          kind: 'header_field',
          submission_sha256: seeded.submission_sha256,
          field: 'ACCESSION NUMBER',
          value: '0009900001-25-000001',
          byte_start: header,
          byte_end: header + 20,
          quote: '0009900001-25-000001',
        },
        {
          kind: 'xml_path',
          document_id: seeded.document_id,
          document_sha256: seeded.document_sha256,
          path: '/html/body/nowhere',
          value: 'x',
        },
      ],
      { available_at: '2025-03-10T00:00:00Z' },
    )
    await api.seed.ledger('0009900001-25-000001', {
      risk_factor_diff: ['ok_found'],
      event_8k: ['not_applicable', 'form_type'],
    })
    await api.seed.filing({ accession_number: '0009900002-25-000001', cik: MERIDIAN })
    await api.seed.ledger('0009900002-25-000001', {
      risk_factor_diff: ['failed', 'no_risk_factors'],
      event_8k: ['not_applicable', 'form_type'],
    })
  })
  afterAll(async () => {
    await api.close()
  })

  const ids = async (query: string) =>
    (await api.get(`/v1/signals?${query}`)).json().data.map((signal: { id: string }) => signal.id)

  describe('signals', () => {
    it('are served as designed, with evidence that slices back', async () => {
      const signal = (await api.get(`/v1/signals/${current}`)).json()
      expect(signal).toMatchObject({
        object: 'signal',
        signal_type: 'rf_added',
        cik: HARBOR,
        value: 7,
        unit: 'count',
        direction: -1,
        status: 'ok',
        supersedes: null,
        extractor: { name: 'risk_factor_diff', version: '1.0.0', kind: 'deterministic' },
        inputs: [{ name: 'units', value: 12, accession_number: null }],
      })
      const [piece] = signal.evidence
      expect(piece).toMatchObject({ object: 'evidence', kind: 'text_span', unit: 'code_point', quote: QUOTE })
      expect(piece.verification).toEqual({ status: 'verified_when_stored', fault: null })
      expect([...seeded.text].slice(piece.start, piece.end).join('')).toBe(QUOTE)
      expect(piece.text_fragment_url).toMatch(/^https:\/\/www\.sec\.gov\/.*report\.htm#:~:text=/)
    })

    it('are filtered by type, company, filing, direction and time', async () => {
      for (const query of [
        'signal_type=rf_added',
        'cik=9900001',
        'accession_number=000990000125000001',
        'direction=-1,0',
        'form_type=10-k',
        'period_of_report_gte=2024-12-31',
      ]) {
        expect(await ids(query), query).toEqual([current])
      }
      for (const query of [
        'signal_type=event_8k',
        'cik=9900002',
        'direction=1',
        'accepted_at_lt=2000-01-01T00:00:00Z',
      ]) {
        expect(await ids(query), query).toEqual([])
      }
    })

    it('as_of shows the reading that was current then, and nothing before it was available', async () => {
      expect(await ids('as_of=2025-03-05T00:00:00Z')).toEqual([former])
      expect(await ids('as_of=2025-03-10T00:00:00Z')).toEqual([current])
      expect(await ids('as_of=2025-02-25T00:00:00Z')).toEqual([])
      expect((await api.get(`/v1/signals/${former}`)).json().code).toBe('signal_superseded')
      expect((await api.get(`/v1/signals/${former}?as_of=2025-03-05T00:00:00Z`)).json().value).toBe(6)
      expect((await api.get(`/v1/signals/${current}?as_of=2025-03-05T00:00:00Z`)).json().code).toBe(
        'signal_not_found',
      )
    })

    it('of another world are unknown', async () => {
      expect((await api.get(`/v1/signals/${current}`, { key: api.keys.test.key })).json().code).toBe(
        'signal_not_found',
      )
    })

    it.each([
      ['cik=9900001&signal_type=rf_added', 'complete', null],
      ['cik=9900001&signal_type=event_8k', 'complete', 'not_applicable'],
      ['cik=9900001&signal_type=rf_added&direction=1', 'complete', 'no_match'],
      ['cik=9900002&signal_type=rf_added', 'partial', 'failed'],
      ['cik=77', 'none', 'entity_not_covered'],
      ['signal_type=event_8k', 'complete', 'not_applicable'],
      ['signal_type=rf_removed', 'partial', 'failed'],
    ])('coverage of %s is %s for the reason %s', async (query, status, reason) => {
      expect((await api.get(`/v1/signals?${query}`)).json().coverage).toMatchObject({ status, reason })
    })

    it('are counted on request', async () => {
      expect((await api.get('/v1/signals?include=total')).json().total).toEqual({ value: 1, relation: 'eq' })
    })
  })

  describe('evidence', () => {
    it('is sliced again out of its source for the answer', async () => {
      const { data } = (await api.get(`/v1/signals/${current}/evidence`)).json()
      expect(
        data.map((piece: { kind: string; verification: { status: string } }) => [
          piece.kind,
          piece.verification.status,
        ]),
      ).toEqual([
        ['text_span', 'verified'],
        ['pair', 'verified'],
        ['header_field', 'verified'],
        ['xml_path', 'mismatch'],
      ])
      expect(data[1]).toMatchObject({ left: null, right: { quote: QUOTE } })
      expect(data[3].verification.fault).toBe('source_unreadable')
    })

    const verify = async (claim: Record<string, unknown>) =>
      (
        await api.send({
          method: 'POST',
          url: '/v1/evidence/verify',
          payload: { text_sha256: seeded.text_sha256, ...claim },
        })
      ).json()

    it('of anybody can be verified by code points and by bytes', async () => {
      const span = api.seed.span(seeded, QUOTE)
      expect(await verify({ start: span.start, end: span.end, quote: QUOTE })).toMatchObject({
        object: 'evidence_verification',
        verdict: 'verified',
        fault: null,
        document_id: seeded.document_id,
        found_at: [],
      })
      expect(
        await verify({ start: span.byte_start, end: span.byte_end, quote: QUOTE, unit: 'byte' }),
      ).toMatchObject({
        verdict: 'verified',
      })
    })

    it('that is wrong is told where it stands instead', async () => {
      const span = api.seed.span(seeded, QUOTE)
      expect(await verify({ start: 0, end: 4, quote: QUOTE })).toMatchObject({
        verdict: 'mismatch',
        fault: 'quote_mismatch',
        actual: 'Item',
        found_at: [{ start: span.start, end: span.end }],
      })
      expect(await verify({ start: 0, end: 4, quote: 'item' })).toMatchObject({
        verdict: 'mismatch',
        found_at: [],
      })
      expect(await verify({ start: 0, end: 1_000_000, quote: 'Item' })).toMatchObject({
        fault: 'out_of_range',
        actual: null,
      })
      expect(await verify({ start: 4, end: 4, quote: 'Item' })).toMatchObject({ fault: 'out_of_range' })
      const robot = Buffer.from(seeded.text).indexOf(Buffer.from('🤖'))
      expect(await verify({ start: robot + 1, end: robot + 4, quote: '🤖', unit: 'byte' })).toMatchObject({
        fault: 'splits_character',
      })
    })

    it('in a text of another world cannot be reached', async () => {
      const response = await api.send({
        method: 'POST',
        url: '/v1/evidence/verify',
        key: api.keys.test.key,
        payload: { text_sha256: seeded.text_sha256, start: 0, end: 4, quote: 'Item' },
      })
      expect(response.json().code).toBe('text_not_found')
    })

    it('whose source is gone is reported as unavailable, not as wrong', async () => {
      const lonely = await api.seed.filing({
        accession_number: '0009900001-25-000005',
        text: 'A lonely text.',
      })
      const id = await api.seed.signal(lonely, [
        {
          kind: 'header_field',
          submission_sha256: 'f'.repeat(64),
          field: 'ACCESSION NUMBER',
          value: 'x',
          byte_start: 0,
          byte_end: 1,
          quote: 'x',
        },
      ])
      const { data } = (await api.get(`/v1/signals/${id}/evidence`)).json()
      expect(data[0].verification).toEqual({ status: 'unavailable', fault: 'source_unavailable' })
    })
  })

  describe('a piece of evidence anybody sends in', () => {
    const check = async (evidence: Record<string, unknown>, key = api.keys.live.key) =>
      (await api.send({ method: 'POST', url: '/v1/evidence/check', key, payload: { evidence } })).json()

    it('is checked whole, as it was served', async () => {
      const { evidence } = (await api.get(`/v1/signals/${current}`)).json()
      const verdicts = await Promise.all(evidence.map((piece: Record<string, unknown>) => check(piece)))
      expect(verdicts.map(({ kind, verdict }) => [kind, verdict])).toEqual([
        ['text_span', 'verified'],
        ['pair', 'verified'],
        ['header_field', 'verified'],
        ['xml_path', 'mismatch'],
      ])
      const [span] = evidence
      for (const wrong of [
        { quote: `${span.quote}.` },
        { start: span.start + 1 },
        { byte_end: span.byte_end + 1 },
        { document_id: '0009900001-25-000001:9' },
        { document_sha256: 'a'.repeat(64) },
        { section_id: `${span.document_id}:10k.item_7` },
      ]) {
        expect((await check({ ...span, ...wrong })).verdict, JSON.stringify(wrong)).not.toBe('verified')
      }
      expect((await check(span, api.keys.test.key)).verdict).toBe('unavailable')
    })

    it('of a wrong shape is refused by name', async () => {
      expect(await check({ kind: 'text_span', start: -1 })).toMatchObject({
        status: 400,
        code: 'invalid_field',
      })
      expect(await check({ kind: 'hearsay' })).toMatchObject({ status: 400 })
    })
  })

  describe('a rule that is run again', () => {
    it('says when its version is retired', async () => {
      const id = await api.seed.signal(seeded, [{ kind: 'text_span', ...api.seed.span(seeded, QUOTE) }], {
        available_at: '2025-03-10T00:00:00Z',
        extractor_version: '0.0.1',
      })
      const answer = (await api.send({ method: 'POST', url: `/v1/signals/${id}/reproduce` })).json()
      expect(answer).toMatchObject({
        object: 'signal_reproduction',
        outcome: 'version_retired',
        extractor: { version: '0.0.1' },
        evidence_verified: true,
      })
    })
  })

  describe('signal types', () => {
    it('are the catalogue', async () => {
      const response = await api.get('/v1/signal-types')
      expect(response.json().data.map((one: { signal_type: string }) => one.signal_type)).toEqual(
        signalTypes.map((one) => one.signal_type),
      )
      expect(response.headers['cache-control']).toBe('private, max-age=300, stale-while-revalidate=600')
    })
  })
})
