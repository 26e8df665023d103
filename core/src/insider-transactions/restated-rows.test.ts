import { describe, expect, test } from 'vitest'
import { ownershipXml, transactionXml } from './ownership-fixture.ts'
import { parseOwnershipDocument } from './parse-ownership.ts'
import { restatedRows } from './restated-rows.ts'

const lines = (...rows: Parameters<typeof transactionXml>[0][]) =>
  parseOwnershipDocument(ownershipXml({ nonDerivative: rows.map((row) => transactionXml(row)).join('') }))
    .rows
const lot = (shares: number, price: number, after: number) => ({
  shares: `<value>${shares}</value>`,
  price: `<value>${price}</value>`,
  after: String(after),
})
const pairs = (earlier: ReturnType<typeof lines>, later: ReturnType<typeof lines>) =>
  restatedRows(earlier, later).map(({ position, restated_by }) => [position, restated_by])

describe('an amendment', () => {
  const original = lines(lot(100, 5, 1100), lot(200, 5.1, 1300), lot(300, 5.2, 1600))

  test('that repeats the form restates every line by its own', () => {
    expect(pairs(original, original)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  test('that corrects one price restates that line alone', () => {
    expect(pairs(original, lines(lot(200, 5.15, 1300)))).toEqual([[2, 1]])
  })

  test('that adds a forgotten lot restates nothing', () => {
    expect(pairs(original, lines(lot(400, 5.3, 2000)))).toEqual([])
  })

  test('that repeats the table with every amount of a line changed restates that line too', () => {
    expect(pairs(original, lines(lot(100, 5, 1100), lot(250, 5.15, 1350), lot(300, 5.2, 1650)))).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  test('of the only line restates it whatever amount was wrong', () => {
    expect(pairs(lines(lot(100, 5, 1100)), lines(lot(90, 4.9, 1090)))).toEqual([[1, 1]])
  })

  test('that corrects the code of a line restates it', () => {
    expect(
      pairs(lines({ ...lot(100, 5, 1100), code: 'P' }), lines({ ...lot(100, 5, 1100), code: 'A' })),
    ).toEqual([[1, 1]])
  })

  test('of another security on another day restates nothing', () => {
    expect(
      pairs(original, lines({ ...lot(100, 5, 1100), title: 'Class B Common Stock', date: '2024-05-07' })),
    ).toEqual([])
  })

  test('does not take two grants without a price for one', () => {
    const grants = lines({ ...lot(100, 0, 1100), code: 'A' })
    expect(
      pairs(
        [...grants, ...lines({ ...lot(50, 0, 1150), code: 'A' })].map((row, index) => ({
          ...row,
          position: index + 1,
        })),
        lines({ ...lot(70, 0, 1220), code: 'A' }),
      ),
    ).toEqual([])
  })
})
