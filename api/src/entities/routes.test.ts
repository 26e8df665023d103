import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filer, HARBOR, MERIDIAN } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    await api.seed.filing({
      accession_number: '0009900001-25-000001',
      filers: [
        {
          ...filer(HARBOR, 'HARBOR LIGHT ROBOTICS INC'),
          former_names: [{ name: 'BEACON 100% TOYS', changed_on: '2019-05-01' }],
        },
      ],
    })
    await api.seed.filing({ accession_number: '0009900002-25-000001', cik: MERIDIAN })
    await api.seed.entities.recordTickers('live', [{ cik: HARBOR, ticker: 'HLRB', exchange: 'Nasdaq' }])
  })
  afterAll(async () => {
    await api.close()
  })

  const ciks = async (query: string) =>
    (await api.get(`/v1/entities?${query}`)).json().data.map((entity: { cik: string }) => entity.cik)

  describe('entities', () => {
    it.each([
      ['q=harbor', [HARBOR]],
      ['q=robotics', [HARBOR]],
      ['q=beacon', [HARBOR]],
      ['q=100%25', [HARBOR]],
      ['q=%25', []],
      ['q=_arbor', []],
      ['q=obotics', []],
      ["q=x'%20or%20'1'='1", []],
      ['ticker=hlrb', [HARBOR]],
      ['cik=9900002,9900001', [HARBOR, MERIDIAN]],
      ['sic=3570', [HARBOR, MERIDIAN]],
      ['state_of_incorporation=de&limit=1', [HARBOR]],
    ])('are found by %s', async (query, expected) => {
      expect(await ciks(query)).toEqual(expected)
    })

    it('are served one by one with names and tickers', async () => {
      expect((await api.get('/v1/entities/9900001')).json()).toMatchObject({
        object: 'entity',
        cik: HARBOR,
        tickers: [{ ticker: 'HLRB', exchange: 'Nasdaq' }],
        source_accession_number: '0009900001-25-000001',
      })
      expect((await api.get('/v1/entities/9900001/names')).json().data).toMatchObject([
        { name: 'HARBOR LIGHT ROBOTICS INC', changed_on: null },
        { name: 'BEACON 100% TOYS', changed_on: '2019-05-01' },
      ])
      expect((await api.get('/v1/entities/9900001/tickers')).json().data).toHaveLength(1)
      expect((await api.get('/v1/entities/9900002/tickers')).json()).toMatchObject({
        data: [],
        coverage: { status: 'complete', reason: 'no_match' },
      })
    })
  })

  describe('entities by exchange', () => {
    it('are those with a ticker there', async () => {
      expect(await ciks('exchange=nasdaq')).toEqual([HARBOR])
      expect(await ciks('exchange=NYSE')).toEqual([])
    })
  })

  describe('resolving', () => {
    const resolve = async (identifiers: unknown) =>
      await api.send({ method: 'POST', url: '/v1/entities/resolve', payload: { identifiers } as object })

    it('says for each identifier which entity it stands for, and by what', async () => {
      const given = [
        'hlrb',
        '9900002',
        'CIK0009900001',
        ' harbor light  robotics inc',
        'Beacon 100% Toys',
        'HARBOR',
        "x' or 1=1",
      ]
      const { data } = (await resolve(given)).json()
      expect(data.map((one: { identifier: string }) => one.identifier)).toEqual(given)
      expect(
        data.map((one: { matched_by: string; entity: { cik: string } | null }) => [
          one.matched_by,
          one.entity?.cik,
        ]),
      ).toEqual([
        ['ticker', HARBOR],
        ['cik', MERIDIAN],
        ['cik', HARBOR],
        ['name', HARBOR],
        ['former_name', HARBOR],
        [null, undefined],
        [null, undefined],
      ])
    })

    it('chooses none of several', async () => {
      const twin = filer('0009900077', 'HARBOR LIGHT ROBOTICS INC')
      await api.seed.filing({ accession_number: '0009900077-25-000001', cik: twin.cik, filers: [twin] })
      const [one] = (await resolve(['Harbor Light Robotics Inc'])).json().data
      expect(one).toMatchObject({ status: 'ambiguous', matched_by: 'name', entity: null })
      expect(one.candidates.map(({ cik }: { cik: string }) => cik)).toEqual([HARBOR, twin.cik])
    })

    it.each([[[]], [['']], [Array(101).fill('HLRB')], [[7]], ['HLRB']])(
      'of %j is refused',
      async (identifiers) => {
        expect((await resolve(identifiers)).statusCode).toBe(400)
      },
    )
  })
})
