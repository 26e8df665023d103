import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { filingFixture, given, joinedSources } from '../filing-fixture.ts'
import { shelfRule } from './shelf.ts'
import { takedownRule } from './takedown.ts'

async function takedown(blocks: string[], form_type = '424B5') {
  const { filing, sources } = filingFixture({ form_type, blocks })
  const outcome = takedownRule.extract(given(filing, {}))
  if (outcome.status === 'ok_found') await assertAllEvidence(outcome.findings, sources)
  return outcome
}

describe('a prospectus', () => {
  it('of a program at the market has its capacity', async () => {
    const outcome = await takedown([
      'PROSPECTUS SUPPLEMENT',
      'Up to $75,000,000',
      'Common Stock',
      'We have entered into an equity distribution agreement with Roe Securities LLC, as sales agent, for sales in at-the-market offerings. We may sell shares of our common stock having an aggregate offering price of up to $75,000,000 from time to time.',
      'The last reported sale price of our common stock was $4.00 per share.',
    ])
    expect(outcome).toMatchObject({
      findings: [
        {
          signal_type: 'takedown_424b',
          value: 'at_the_market',
          direction: -1,
          payload: { amount: 75_000_000, last_price: 4, price: null, discount: null, preliminary: false },
        },
        {
          signal_type: 'atm_active',
          value: 75_000_000,
          unit: 'usd',
          payload: { agreement: 'equity distribution agreement' },
        },
      ],
    })
  })

  it('leaves the capacity open when headline and text do not agree', async () => {
    const outcome = await takedown([
      'Up to $50,000,000',
      'We may sell shares of our common stock under the sales agreement in at the market offerings having an aggregate offering price of up to $75,000,000.',
    ])
    expect(outcome).toMatchObject({
      findings: [{ value: 'at_the_market' }],
      omitted: [{ signal_type: 'atm_active', reason: 'capacity_not_stated' }],
    })
  })

  it('of shares has price and discount', async () => {
    const outcome = await takedown([
      '1,000,000 Shares of Common Stock',
      'We are offering 1,000,000 shares of our common stock at a public offering price of $3.60 per share through the underwriters.',
      'On May 3, 2024, the last reported sale price of our common stock was $4.00 per share.',
    ])
    expect(outcome).toMatchObject({
      findings: [{ value: 'equity_underwritten', direction: -1, payload: { price: 3.6, last_price: 4 } }],
    })
    expect(outcome.status === 'ok_found' && outcome.findings[0]?.payload?.discount).toBeCloseTo(0.1, 12)
  })

  it.each([
    [
      'resale',
      ['10,000 Shares of Common Stock', 'The selling stockholders may sell these shares of common stock.'],
      0,
    ],
    [
      'structured_note',
      ['Buffered Notes Linked to the Roe Index', 'We offer notes linked to the Roe Index due 2027.'],
      0,
    ],
    [
      'asset_backed',
      ['Roe Auto Owner Trust 2024-1', 'The asset-backed notes are obligations of the issuing entity.'],
      0,
    ],
    [
      'debt',
      ['$500,000,000', '5.00% Senior Notes due 2034', 'We are offering $500,000,000 of senior notes.'],
      0,
    ],
    [
      'convertible',
      ['4.00% Convertible Senior Notes due 2029', 'We are offering convertible senior notes due 2029.'],
      0,
    ],
    [
      'equity_placed',
      [
        '1,000 Shares of Common Stock',
        'We are offering shares of common stock under a securities purchase agreement.',
      ],
      -1,
    ],
  ])('offers %s', async (value, blocks, direction) => {
    expect(await takedown(blocks)).toMatchObject({ findings: [{ value, direction }] })
  })

  it('that only carries a report is none', async () => {
    const said =
      'This prospectus supplement is being filed to update the prospectus with the information contained in our Current Report on Form 8-K.'
    expect(await takedown([said], '424B3')).toEqual({
      status: 'ok_none',
      reason: 'supplement_carries_report',
    })
  })

  it('that says nothing is insufficient data', async () => {
    expect(await takedown(['Table'])).toMatchObject({
      status: 'insufficient_data',
      reason: 'offering_not_described',
    })
  })
})

describe('a shelf', () => {
  async function shelf(main: string[], fees: string[] | null, form_type = 'S-3') {
    const { filing, sources } = filingFixture({ form_type, filing_date: '2024-05-06', blocks: main })
    const exhibit = filingFixture({ form_type: 'EX-FILING FEES', blocks: fees ?? ['none'] })
    const exhibits = fees ? exhibit.filing.documents : []
    const outcome = shelfRule.extract(given(filing, { exhibits }))
    if (outcome.status === 'ok_found')
      await assertAllEvidence(outcome.findings, joinedSources(sources, exhibit.sources))
    return outcome
  }
  const OFFER = 'We may from time to time offer and sell up to $200,000,000 of securities.'

  it('has the total of the fee table when the fee fits it', async () => {
    expect(await shelf([OFFER], ['Total Offering Amounts | $300,000,000.00 | $45,930.00'])).toMatchObject({
      findings: [
        {
          value: 300_000_000,
          direction: -1,
          payload: { read_from: 'fee_table', resale_only: false, expires_on: null },
        },
      ],
    })
    // A fee in the place of the amount is no amount.
    expect(await shelf([OFFER], ['Total Offering Amounts | $761.12 | $761.12'])).toMatchObject({
      findings: [{ value: 200_000_000, payload: { read_from: 'prospectus' } }],
    })
  })

  it('of holders is no dilution', async () => {
    expect(
      await shelf(
        ['The selling stockholders may sell these shares.'],
        ['Total Offering Amounts | $79,170,150.00 | $12,120.95'],
      ),
    ).toMatchObject({ findings: [{ direction: 0, payload: { resale_only: true } }] })
  })

  it('without an amount is insufficient data, and an automatic one expires after three years', async () => {
    expect(
      await shelf(
        ['We may offer debt securities and shares.'],
        ['Total Offering Amounts: | $ 0.00 | $ 0.00'],
        'S-3ASR',
      ),
    ).toMatchObject({ status: 'insufficient_data', reason: 'amount_not_stated' })
    expect(await shelf([OFFER], null, 'S-3ASR')).toMatchObject({
      findings: [{ payload: { expires_on: '2027-05-06' } }],
    })
  })
})
