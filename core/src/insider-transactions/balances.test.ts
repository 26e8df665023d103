import { expect, test } from 'vitest'
import { balancesOf } from './balances.ts'
import { ownershipXml, ownerXml, transactionXml } from './ownership-fixture.ts'
import { parseOwnershipDocument } from './parse-ownership.ts'

const lot = (shares: number, after: number, more: object = {}) =>
  transactionXml({ shares: `<value>${shares}</value>`, after: String(after), ...more })
const balances = (rows: string[], owners?: string) =>
  balancesOf(parseOwnershipDocument(ownershipXml({ nonDerivative: rows.join(''), owners })), '2024-05-08')

test('the last balance of a form counts, whichever way the filer lists the lots', () => {
  const upwards = [lot(100, 1100), lot(200, 1300), lot(300, 1600)]
  expect(balances(upwards).map(({ shares }) => shares)).toEqual([1600])
  expect(balances([...upwards].reverse()).map(({ shares }) => shares)).toEqual([1600])
})

test('a later day counts before the order of the rows', () => {
  const rows = [lot(100, 1200, { date: '2024-05-07' }), lot(100, 1100, { date: '2024-05-06' })]
  expect(balances(rows)).toMatchObject([{ position: 1, shares: 1200, balance_date: '2024-05-07' }])
})

test('a position of joint owners is one balance for each of them', () => {
  const owners = ownerXml('9000101', 'Ferrand Odile', '') + ownerXml('9000102', 'Ferrand Trust', '')
  expect(balances([lot(100, 1100)], owners).map(({ owner_cik }) => owner_cik)).toEqual([
    '0009000101',
    '0009000102',
  ])
})
