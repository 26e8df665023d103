import { describe, expect, test } from 'vitest'
import { OwnershipError } from '../insider-transactions/xml-tree.ts'
import { sampleCorpusFilings } from '../sample-corpus/corpus.ts'
import { parseProposedSale } from './parse-notice.ts'

const submission =
  sampleCorpusFilings()
    .find(({ form }) => form === '144')
    ?.submission.toString() ?? ''
const xml = submission.slice(submission.indexOf('<XML>'), submission.indexOf('</XML>') + '</XML>'.length)

describe('a Form 144', () => {
  test('states what is for sale, how it was acquired and what was sold before', () => {
    expect(parseProposedSale(xml)).toMatchObject({
      is_amendment: false,
      issuer_name: 'Tarnwick Tidal Instruments, Inc.',
      seller_name: 'Torvald Ashgrove',
      securities: [
        {
          position: 1,
          broker_name: 'Penmarrow Brokerage LLC',
          units_to_be_sold: 6_000,
          units_outstanding: 39_708_000,
          approximate_sale_date: '2025-05-20',
        },
      ],
      acquisitions: [{ acquired_date: '2025-02-28', donor_acquired_date: null, is_gift: false }],
      nothing_sold_in_past_3_months: false,
      sold_in_past_3_months: [{ sale_date: '2025-03-18', amount_sold: 2_500 }],
      warnings: [],
    })
  })

  test('with prefixed names reads the same', () => {
    const prefixed = xml.replaceAll(/<(\/?)(?!com:|\?|XML|\/XML)([a-z])/g, '<$1ns2:$2')
    expect(prefixed).toContain('<ns2:issuerCik>')
    const declared = prefixed.replace('xmlns="http', 'xmlns:ns2="http')
    expect(parseProposedSale(declared)).toEqual(parseProposedSale(xml))
  })

  test('an amendment names the notice it amends', () => {
    const amendment = xml.replace(
      '<submissionType>144</submissionType>',
      '<submissionType>144/A</submissionType><previousAccessionNumber>0009990950-25-000031</previousAccessionNumber>',
    )
    expect(parseProposedSale(amendment)).toMatchObject({
      is_amendment: true,
      previous_accession_number: '0009990950-25-000031',
    })
  })

  test('a date and a number that are none are null, with a warning each', () => {
    const broken = xml
      .replace('<noticeDate>05/20/2025', '<noticeDate>13/45/2025')
      .replace('<noOfUnitsSold>6000', '<noOfUnitsSold>six')
    const notice = parseProposedSale(broken)
    expect([notice.notice_date, notice.securities[0]?.units_to_be_sold]).toEqual([null, null])
    expect(notice.warnings).toEqual([
      'securitiesInformation[1]/noOfUnitsSold is not a number',
      'noticeDate is not a date',
    ])
  })

  test.each([
    ['another form', xml.replace('<submissionType>144', '<submissionType>D'), 'not_ownership_document'],
    ['no issuer', xml.replace(/<issuerCik>\d+/, '<issuerCik>'), 'missing_issuer'],
    ['cut short', xml.slice(0, 2_000), 'malformed'],
    ['typed', 'NOTICE OF PROPOSED SALE', 'not_xml'],
  ])('%s is refused with a reason', (_what, text, reason) => {
    let refused = ''
    try {
      parseProposedSale(text)
    } catch (error) {
      refused = error instanceof OwnershipError ? error.reason : String(error)
    }
    expect(refused).toBe(reason)
  })
})
