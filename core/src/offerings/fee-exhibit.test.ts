import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { readFeeExhibit } from './fee-exhibit.ts'

const exhibit = (rows: string) =>
  canonicalText(
    Buffer.from(
      `<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:ffd="http://xbrl.sec.gov/ffd/2024"><body><table>${rows}</table></body></html>`,
    ),
    'html',
  )
const fact = (kind: string, name: string, context: string, value: string) =>
  `<td><ix:${kind} name="ffd:${name}" contextRef="${context}" scale="0" unitRef="USD" decimals="0">${value}</ix:${kind}></td>`

describe('the filing fee exhibit', () => {
  test('has a line for each security and the totals', () => {
    const text = exhibit(
      `<tr>${fact('nonNumeric', 'OfferingSctyTp', 'c1', 'Equity')}${fact('nonNumeric', 'OfferingSctyTitl', 'c1', 'Common Stock')}${fact('nonFraction', 'AmtSctiesRegd', 'c1', '600,000')}${fact('nonFraction', 'MaxOfferingPricPerScty', 'c1', '7.25')}${fact('nonFraction', 'MaxAggtOfferingPric', 'c1', '4,350,000')}${fact('nonFraction', 'FeeAmt', 'c1', '665.99')}</tr>
       <tr>${fact('nonNumeric', 'OfferingSctyTp', 'c2', 'Debt')}${fact('nonFraction', 'MaxAggtOfferingPric', 'c2', '\u2014')}</tr>
       <tr>${fact('nonFraction', 'TtlOfferingAmt', 'c0', '4,350,000')}${fact('nonFraction', 'NetFeeAmt', 'c0', '665.99')}</tr>`,
    )
    expect(readFeeExhibit(text)).toEqual({
      registered_securities: [
        {
          security_type: 'Equity',
          title: 'Common Stock',
          amount_registered: 600_000,
          price_per_unit: 7.25,
          maximum_aggregate: 4_350_000,
          fee: 665.99,
        },
        {
          security_type: 'Debt',
          title: null,
          amount_registered: null,
          price_per_unit: null,
          maximum_aggregate: null,
          fee: null,
        },
      ],
      registration_fee: 665.99,
      total_amount: 4_350_000,
      file_number: null,
    })
  })

  test('of the time before the taxonomy gives nothing', () => {
    expect(readFeeExhibit(exhibit('<tr><td>Total Offering Amounts</td><td>$4,350,000</td></tr>'))).toBeNull()
  })
})
