import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { insiderHoldingReadStore } from './holdings-read-store.ts'
import { ownershipXml, ownerXml, transactionXml } from './ownership-fixture.ts'
import { parseOwnershipDocument } from './parse-ownership.ts'
import { insiderTransactionReadStore } from './read-store.ts'
import { insertOwnership } from './store.ts'

const NOW = '2026-01-01T00:00:00Z'
const view = (as_of = NOW) => ({ dataset: 'test' as const, as_of })
const FERRAND = ownerXml('9000101', 'Ferrand Odile', '<isOfficer>1</isOfficer>')
const MARCHBANK = ownerXml('9000102', 'Marchbank Isolde', '<isTenPercentOwner>1</isTenPercentOwner>')

const sale = (shares: string, price: string, after: string) =>
  transactionXml({
    code: 'S',
    acquired: 'D',
    shares: `<value>${shares}</value>`,
    price: `<value>${price}</value>`,
    after,
  })
const trust = (after: string) =>
  `<nonDerivativeHolding><securityTitle><value>Common Stock</value></securityTitle>
    <postTransactionAmounts><sharesOwnedFollowingTransaction><value>${after}</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
    <ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>By Trust</value></natureOfOwnership></ownershipNature></nonDerivativeHolding>`

forEachPostgres((version) => {
  describe('stored Forms 4', () => {
    let database: TestDatabase
    let filings = 0
    beforeAll(async () => {
      database = await testDatabase({ version })
    })
    afterAll(() => database.close())

    /** Stores a form as the pipeline does; returns its accession number. */
    async function file(
      accepted_at: string,
      form: {
        type?: string
        issuer: string
        original?: string
        owners?: string
        rows: string
        footnotes?: string
      },
    ): Promise<string> {
      const { sql } = database
      const form_type = form.type ?? '4'
      const accession_number = `0009000001-24-${String(++filings).padStart(6, '0')}`
      const document_id = `${accession_number}:1`
      await seedFiling(sql, { accession_number, form_type, accepted_at, available_at: accepted_at })
      await sql`insert into documents ${sql([
        {
          document_id,
          accession_number,
          sequence: 1,
          document_type: form_type,
          byte_start: 0,
          byte_end: 1,
          document_sha256: '0'.repeat(64),
          text_status: 'not_text',
        },
      ])}`
      const xml = ownershipXml({
        documentType: form_type,
        owners: `${form.original ? `<dateOfOriginalSubmission>${form.original}</dateOfOriginalSubmission>` : ''}${form.owners ?? FERRAND}`,
        nonDerivative: form.rows,
        footnotes: form.footnotes,
      }).replaceAll('0009000001</issuerCik>', `${form.issuer}</issuerCik>`)
      const ownership = parseOwnershipDocument(xml)
      const filing = { accession_number, form_type, accepted_at, filing_date: accepted_at.slice(0, 10) }
      for (let run = 0; run < 2; run++)
        await sql.begin((tx) => insertOwnership(tx, filing, { document_id, ownership }))
      return accession_number
    }

    const rows = (issuer: string, shown: 'as_filed' | 'net', as_of?: string) =>
      insiderTransactionReadStore(database.sql).list(
        view(as_of),
        { issuer_cik: [issuer], view: shown },
        { limit: 100, order: 'asc' },
      )
    const holdings = (issuer: string, as_of?: string) =>
      insiderHoldingReadStore(database.sql).list(view(as_of), { issuer_cik: [issuer] }, { limit: 100 })

    test('an amendment replaces the line it corrects, adds what was left out, and leaves the rest', async () => {
      const issuer = '0009000011'
      const original = await file('2024-05-08T20:00:00Z', {
        issuer,
        rows: sale('1000', '18.35', '40200') + sale('200', '18.40', '40000') + trust('5000'),
      })
      const amendment = await file('2024-05-10T20:00:00Z', {
        type: '4/A',
        issuer,
        original: '2024-05-08',
        rows: sale('1000', '18.53', '40200') + sale('300', '18.90', '39700'),
      })
      const asFiled = await rows(issuer, 'as_filed')
      expect(
        asFiled.map(({ shares, restated_by }) => [shares, restated_by?.accession_number ?? null]),
      ).toEqual([
        [1000, amendment],
        [200, null],
        [null, null],
        [1000, null],
        [300, null],
      ])
      const net = await rows(issuer, 'net')
      expect(net.map((row) => [row.accession_number, row.shares, row.price_per_share])).toEqual([
        [original, 200, 18.4],
        [original, null, null],
        [amendment, 1000, 18.53],
        [amendment, 300, 18.9],
      ])
    })

    test('before the amendment was known nothing was restated', async () => {
      const before = '2024-05-09T00:00:00Z'
      expect((await rows('0009000011', 'net', before)).map(({ shares }) => shares)).toEqual([1000, 200, null])
    })

    test('an amendment that arrives before its original is related to it all the same', async () => {
      const issuer = '0009000012'
      await file('2024-05-10T20:00:00Z', {
        type: '4/A',
        issuer,
        original: '2024-05-08',
        rows: sale('1000', '18.53', '40200'),
      })
      await file('2024-05-08T20:00:00Z', { issuer, rows: sale('1000', '18.35', '40200') })
      expect((await rows(issuer, 'net')).map(({ price_per_share }) => price_per_share)).toEqual([18.53])
    })

    test('a holdings-only amendment takes no transaction away', async () => {
      const issuer = '0009000013'
      await file('2024-05-08T20:00:00Z', { issuer, rows: sale('1000', '18.35', '40200') })
      await file('2024-05-10T20:00:00Z', { type: '4/A', issuer, original: '2024-05-08', rows: trust('7000') })
      expect((await rows(issuer, 'net')).map(({ row_kind }) => row_kind)).toEqual(['transaction', 'holding'])
    })

    test('joint owners are all kept, and each is found by its CIK', async () => {
      const issuer = '0009000014'
      await file('2024-05-08T20:00:00Z', {
        issuer,
        owners: FERRAND + MARCHBANK,
        rows: sale('1000', '18.35', '40200'),
      })
      const found = await insiderTransactionReadStore(database.sql).list(
        view(),
        { issuer_cik: [issuer], owner_cik: ['0009000102'] },
        { limit: 10, order: 'asc' },
      )
      expect(found).toHaveLength(1)
      expect(found[0]?.owners.map(({ owner_name }) => owner_name)).toEqual([
        'Ferrand Odile',
        'Marchbank Isolde',
      ])
      expect((await holdings(issuer)).map(({ owner_name }) => owner_name)).toEqual([
        'Ferrand Odile',
        'Marchbank Isolde',
      ])
    })

    test('one block that two owners report on forms of their own counts once', async () => {
      const issuer = '0009000015'
      const footnotes = '<footnote id="F1">Held by a partnership of both.</footnote>'
      const block = sale('1000', '18.35', '40200').replace(
        '<transactionCode>S</transactionCode>',
        '<transactionCode>S</transactionCode><footnoteId id="F1"/>',
      )
      const first = await file('2024-05-08T20:00:00Z', { issuer, rows: block, footnotes })
      await file('2024-05-08T20:01:00Z', { issuer, owners: MARCHBANK, rows: block, footnotes })
      expect((await rows(issuer, 'net')).map(({ accession_number }) => accession_number)).toEqual([first])
      const [, second] = await rows(issuer, 'as_filed')
      expect(second?.restated_by).toMatchObject({ kind: 'joint_report', accession_number: first })
    })

    test('the latest known balance wins, a corrected one is forgotten, and a past moment stays what it was', async () => {
      const issuer = '0009000016'
      await file('2024-05-08T20:00:00Z', { issuer, rows: sale('1000', '18.35', '40200') + trust('5000') })
      await file('2024-05-10T20:00:00Z', {
        type: '4/A',
        issuer,
        original: '2024-05-08',
        rows: sale('1000', '18.35', '41200'),
      })
      const balances = async (as_of?: string) =>
        (await holdings(issuer, as_of)).map(({ row }) => row.shares_owned_following)
      expect(await balances()).toEqual([41200, 5000])
      expect(await balances('2024-05-09T00:00:00Z')).toEqual([40200, 5000])
    })
  })
})
