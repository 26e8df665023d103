import {
  ownershipXml,
  ownerXml,
  transactionXml,
} from '@sec-latent/core/insider-transactions/ownership-fixture'
import { parseOwnershipDocument } from '@sec-latent/core/insider-transactions/parse-ownership'
import { insertOwnership } from '@sec-latent/core/insider-transactions/store'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filer } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const ISSUER = '0009000001'
const OWNERS =
  ownerXml('9000101', 'Ferrand Odile', '<isOfficer>1</isOfficer>') +
  ownerXml('9000102', 'Ferrand Trust', '<isTenPercentOwner>1</isTenPercentOwner>')
const row = (price: string) =>
  transactionXml({
    price: `<value>${price}</value><footnoteId id="F1"/>`,
  })

forEachPostgres((version) => {
  let api: TestApp

  async function form(accession_number: string, form_type: string, accepted_at: string, price: string) {
    const original =
      form_type === '4/A' ? '<dateOfOriginalSubmission>2025-05-08</dateOfOriginalSubmission>' : ''
    const filers = [
      filer(ISSUER, 'HARROW & QUILL INSTRUMENTS INC', 'issuer'),
      filer('0009000101', 'FERRAND ODILE', 'reporting_owner'),
    ]
    const { document_id } = await api.seed.filing({
      accession_number,
      cik: ISSUER,
      form_type,
      accepted_at,
      filers,
    })
    const ownership = parseOwnershipDocument(
      ownershipXml({
        documentType: form_type,
        owners: original + OWNERS,
        nonDerivative: row(price),
        footnotes: '<footnote id="F1">A weighted average.</footnote>',
      }),
    )
    const filing = { accession_number, form_type, accepted_at, filing_date: accepted_at.slice(0, 10) }
    await api.sql.begin((tx) => insertOwnership(tx, filing, { document_id, ownership }))
    await api.seed.ledger(accession_number, { insider_transactions: ['ok_found'] })
  }

  beforeAll(async () => {
    api = await testApp({ version })
    await form('0009000101-25-000001', '4', '2025-05-08T20:00:00Z', '18.35')
    await form('0009000101-25-000002', '4/A', '2025-05-12T20:00:00Z', '18.53')
  })
  afterAll(async () => {
    await api.close()
  })

  const list = async (query: string) =>
    (await api.get(`/v1/insider-transactions?cik=${ISSUER}&sort=accepted_at&${query}`)).json()

  describe('insider transactions', () => {
    it('name all owners, and footnotes with their field', async () => {
      const { data } = await list('')
      expect(data[0].owners.map(({ owner_name }: { owner_name: string }) => owner_name)).toEqual([
        'Ferrand Odile',
        'Ferrand Trust',
      ])
      expect(data[0].field_footnotes).toEqual([
        { field: 'price_per_share', footnote_id: 'F1', text: 'A weighted average.' },
      ])
      expect((await list('owner_cik=9000102')).data).toHaveLength(2)
    })

    it('as filed say what restates them, and net leave it out', async () => {
      const { data } = await list('view=as_filed')
      expect(data.map((one: { restated_by: unknown }) => one.restated_by)).toEqual([
        {
          document_id: '0009000101-25-000002:1',
          accession_number: '0009000101-25-000002',
          position: 1,
          kind: 'amendment',
        },
        null,
      ])
      const prices = async (query: string) =>
        (await list(`view=net&${query}`)).data.map(
          ({ price_per_share }: { price_per_share: number }) => price_per_share,
        )
      expect(await prices('')).toEqual([18.53])
      expect(await prices('as_of=2025-05-10T00:00:00Z')).toEqual([18.35])
    })

    it('an unknown view is refused with the values there are', async () => {
      const response = await api.get('/v1/insider-transactions?view=nett')
      expect(response.statusCode).toBe(400)
      expect(response.json().errors[0]).toMatchObject({ parameter: 'view', suggestion: 'net' })
    })
  })

  describe('insider holdings', () => {
    it('are the latest balance of each owner, joint owners marked', async () => {
      const body = (await api.get(`/v1/insider-holdings?cik=${ISSUER}`)).json()
      expect(body.data).toMatchObject([
        {
          object: 'insider_holding',
          owner_name: 'Ferrand Odile',
          joint_owner_ciks: ['0009000102'],
          security_title: 'Common Stock',
          shares: 41_200,
          balance_date: '2024-05-06',
          form_type: '4/A',
        },
        { owner_name: 'Ferrand Trust', joint_owner_ciks: ['0009000101'] },
      ])
      expect(body.coverage).toMatchObject({ status: 'complete' })
    })

    it('page by owner', async () => {
      const first = (await api.get(`/v1/insider-holdings?cik=${ISSUER}&limit=1`)).json()
      const second = (
        await api.get(`/v1/insider-holdings?cik=${ISSUER}&limit=1&cursor=${first.next_cursor}`)
      ).json()
      expect([first, second].map(({ data }) => data[0].owner_cik)).toEqual(['0009000101', '0009000102'])
      expect(second.has_more).toBe(false)
    })
  })
})
