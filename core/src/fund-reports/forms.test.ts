import { describe, expect, test } from 'vitest'
import { readForm } from '../form-xml/form-xml.ts'
import { readFeeNotice } from './form-24f2.ts'
import { readCensus } from './form-ncen.ts'
import { readPortfolio } from './form-nport.ts'
import { readVoteTable, readVotingReport } from './form-npx.ts'

const form = (xml: string) => readForm(Buffer.from(`<?xml version="1.0"?>${xml}`))

describe('a portfolio', () => {
  const position = (body: string) =>
    readPortfolio(
      form(`<edgarSubmission><headerData><submissionType>NPORT-P</submissionType></headerData><formData><genInfo><regName>Oakmere Trust</regName><seriesId>N/A</seriesId></genInfo>
      <invstOrSecs><invstOrSec>${body}</invstOrSec></invstOrSecs></formData></edgarSubmission>`),
    ).holdings[0]

  test('leaves out what stands for nothing: zeros for a CUSIP, "N/A" for an LEI', () => {
    expect(
      position(
        '<name>N/A</name><lei>N/A</lei><cusip>000000000</cusip><identifiers><isin value="N/A"/></identifiers>',
      ),
    ).toMatchObject({
      issuer_name: null,
      lei: null,
      cusip: null,
      isin: null,
    })
  })

  test('reads the other spelling of currency, category and loan', () => {
    expect(
      position(
        '<currencyConditional curCd="EUR" exchangeRt="0.91"/><assetConditional desc="x" assetCat="OTHER"/><issuerConditional desc="x" issuerCat="OTHER"/><securityLending><loanByFundCondition isLoanByFund="Y" loanVal="5"/></securityLending>',
      ),
    ).toMatchObject({
      currency: 'EUR',
      exchange_rate: 0.91,
      asset_category: 'OTHER',
      issuer_category: 'OTHER',
      is_on_loan: true,
    })
  })

  test('reads debt and derivatives', () => {
    expect(
      position(
        '<debtSec><maturityDt>2028-08-01</maturityDt><couponKind>Fixed</couponKind><annualizedRt>5.0</annualizedRt><isDefault>N</isDefault></debtSec>',
      )?.debt,
    ).toMatchObject({
      maturity_on: '2028-08-01',
      coupon_kind: 'Fixed',
      annual_rate: 5,
      is_default: false,
    })
    expect(
      position(
        '<derivativeInfo><futrDeriv derivCat="FUT"><counterparties><counterpartyName>Pellworth</counterpartyName></counterparties><expDate>2025-09-19</expDate><notionalAmt>1000</notionalAmt><unrealizedAppr>-5</unrealizedAppr></futrDeriv></derivativeInfo>',
      )?.derivative,
    ).toEqual({
      category: 'FUT',
      counterparty: 'Pellworth',
      notional_amount: 1000,
      unrealized_appreciation: -5,
      expires_on: '2025-09-19',
    })
  })
})

describe('a census', () => {
  test('names series, services and exchange-traded funds', () => {
    const report = readCensus(
      form(`<edgarSubmission><headerData><submissionType>N-CEN/A</submissionType></headerData><formData><generalInfo reportEndingPeriod="2025-11-30"/>
      <registrantInfo><registrantFullName>Oakmere ETFs</registrantFullName><totalSeries>2</totalSeries></registrantInfo>
      <managementInvestmentQuestionSeriesInfo><managementInvestmentQuestion><mgmtInvSeriesId>S000000001</mgmtInvSeriesId><custodians><custodian><custodianName>Vault</custodianName></custodian></custodians></managementInvestmentQuestion></managementInvestmentQuestionSeriesInfo>
      <exchangeSeriesInfo><exchangeTradedFund><fundName>Oakmere ETF</fundName><securityExchanges><securityExchange fundExchange="ARCX" fundsTickerSymbol="OAK"/></securityExchanges>
      <authorizedParticipants><authorizedParticipant authorizedParticipantName="Pellworth" authorizedParticipantLei="N/A" authorizedParticipantPurchaseValue="10.5"/></authorizedParticipants></exchangeTradedFund></exchangeSeriesInfo></formData></edgarSubmission>`),
    )
    expect(report).toMatchObject({
      is_amendment: true,
      period_of_report: '2025-11-30',
      total_series: 2,
      services: [{ kind: 'custodian', series_id: 'S000000001', name: 'Vault' }],
      exchange_traded_funds: [
        {
          ticker: 'OAK',
          exchange: 'ARCX',
          authorized_participants: [{ name: 'Pellworth', lei: null, purchase_value: 10.5 }],
        },
      ],
    })
  })
})

describe('votes', () => {
  test('cover the year to June 30, and a split vote stays split', () => {
    const cover = form(
      '<edgarSubmission><headerData><submissionType>N-PX</submissionType></headerData><formData><coverPage><reportCalendarYear>2024</reportCalendarYear></coverPage></formData></edgarSubmission>',
    )
    expect(readVotingReport(cover, 1).period_of_report).toBe('2024-06-30')
    const [vote] = readVoteTable(
      form(
        '<proxyVoteTable><proxyTable><meetingDate>07/31/2024</meetingDate><sharesVoted>30</sharesVoted><vote><voteRecord><howVoted>FOR</howVoted><sharesVoted>20</sharesVoted></voteRecord><voteRecord><howVoted>AGAINST</howVoted><sharesVoted>10</sharesVoted></voteRecord></vote></proxyTable></proxyVoteTable>',
      ),
    )
    expect(vote).toMatchObject({ meeting_date: '2024-07-31', shares_voted: 30 })
    expect(vote?.votes.map(({ how_voted, shares }) => [how_voted, shares])).toEqual([
      ['FOR', 20],
      ['AGAINST', 10],
    ])
  })
})

describe('a fee notice', () => {
  test('has a fee for each block, and brackets are negative', () => {
    const block = (sales: string) =>
      `<annualFilingInfo><item1><nameOfIssuer>Oakmere Fund</nameOfIssuer></item1><item4><lastDayOfFiscalYear>10/28/2024</lastDayOfFiscalYear></item4><item5><aggregateSalePriceOfSecuritiesSold>${sales}</aggregateSalePriceOfSecuritiesSold><netSales>(20.00)</netSales></item5></annualFilingInfo>`
    const report = readFeeNotice(
      form(
        `<edgarSubmission><headerData><submissionType>24F-2NT</submissionType></headerData><formData><annualFilings>${block('5.00')}${block('7.00')}</annualFilings></formData></edgarSubmission>`,
      ),
    )
    expect(report.fiscal_year_end).toBe('2024-10-28')
    expect(report.registration_fees.map(({ sales, net_sales }) => [sales, net_sales])).toEqual([
      [5, -20],
      [7, -20],
    ])
  })
})

describe('what is no such form', () => {
  test('is refused with a reason', () => {
    const other = form('<edgarSubmission><formData/></edgarSubmission>')
    for (const [reader, reason] of [
      [readPortfolio, 'not_a_portfolio'],
      [readCensus, 'not_a_census'],
      [readFeeNotice, 'not_a_fee_notice'],
    ] as const) {
      expect(() => reader(other)).toThrow(expect.objectContaining({ reason }))
    }
  })
})
