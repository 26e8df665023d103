import type { FormFiling } from './company.ts'
import { xml } from './ownership-report.ts'

export interface SampleFund {
  cik: string
  name: string
  file_number: string
  lei: string
  street: string
  city: string
  state: string
  zip: string
  series_id: string
  series_name: string
  series_lei: string
  class_id: string
  signer: { name: string; title: string }
}

export interface SamplePosition {
  name: string
  title: string
  cusip: string
  isin: string
  shares: number
  value: number
}

/** A month's portfolio on Form NPORT-P (EDGAR Form N-PORT XML technical specification). */
export function portfolioReport(
  fund: SampleFund,
  report: {
    accepted: string
    period: string
    fiscal_year_end: string
    liabilities: number
    positions: SamplePosition[]
  },
): FormFiling {
  const assets = report.positions.reduce((sum, { value }) => sum + value, 0)
  const net = assets - report.liabilities
  return form('NPORT-P', report.accepted, report.period, [
    ...head('NPORT-P', fund, 'http://www.sec.gov/edgar/nport'),
    `  <genInfo><regName>${xml(fund.name)}</regName><regFileNumber>${fund.file_number}</regFileNumber><regCik>${fund.cik}</regCik><regLei>${fund.lei}</regLei><regStreet1>${fund.street}</regStreet1><regCity>${fund.city}</regCity><regStateConditional regCountry="US" regState="US-${fund.state}"/><regZipOrPostalCode>${fund.zip}</regZipOrPostalCode><seriesName>${xml(fund.series_name)}</seriesName><seriesId>${fund.series_id}</seriesId><seriesLei>${fund.series_lei}</seriesLei><repPdEnd>${report.fiscal_year_end}</repPdEnd><repPdDate>${report.period}</repPdDate><isFinalFiling>N</isFinalFiling></genInfo>`,
    `  <fundInfo><totAssets>${assets}.00</totAssets><totLiabs>${report.liabilities}.00</totLiabs><netAssets>${net}.00</netAssets><returnInfo><monthlyTotReturns><monthlyTotReturn rtn1="1.20" rtn2="-.35" rtn3="2.04" classId="${fund.class_id}"/></monthlyTotReturns></returnInfo><mon1Flow redemption="41000.00" reinvestment="0.00" sales="120500.00"/><mon2Flow redemption="38500.00" reinvestment="0.00" sales="97250.00"/><mon3Flow redemption="52750.00" reinvestment="6100.00" sales="88000.00"/></fundInfo>`,
    '  <invstOrSecs>',
    ...report.positions.map(
      ({ name, title, cusip, isin, shares, value }) =>
        `    <invstOrSec><name>${xml(name)}</name><lei>N/A</lei><title>${xml(title)}</title><cusip>${cusip}</cusip><identifiers><isin value="${isin}"/></identifiers><balance>${shares}</balance><units>NS</units><curCd>USD</curCd><valUSD>${value}.00</valUSD><pctVal>${((100 * value) / net).toFixed(6)}</pctVal><payoffProfile>Long</payoffProfile><assetCat>EC</assetCat><issuerCat>CORP</issuerCat><invCountry>US</invCountry><isRestrictedSec>N</isRestrictedSec><fairValLevel>1</fairValLevel><securityLending><isCashCollateral>N</isCashCollateral><isNonCashCollateral>N</isNonCashCollateral><isLoanByFund>N</isLoanByFund></securityLending></invstOrSec>`,
    ),
    '  </invstOrSecs>',
    `  <signature><dateSigned>${report.accepted.slice(0, 10)}</dateSigned><nameOfApplicant>${xml(fund.name)}</nameOfApplicant><signature>/s/ ${fund.signer.name}</signature><signerName>${fund.signer.name}</signerName><title>${fund.signer.title}</title></signature>`,
    ...END,
  ])
}

/** The yearly census on Form N-CEN. */
export function censusReport(
  fund: SampleFund,
  report: {
    accepted: string
    period: string
    adviser: { name: string; file_number: string; crd: string }
    custodian: string
    auditor: { name: string; pcaob: string }
  },
): FormFiling {
  return form('N-CEN', report.accepted, report.period, [
    ...head('N-CEN', fund, 'http://www.sec.gov/edgar/ncen'),
    `  <generalInfo reportEndingPeriod="${report.period}" isReportPeriodLt12="N"/>`,
    `  <registrantInfo><registrantFullName>${xml(fund.name)}</registrantFullName><investmentCompFileNo>${fund.file_number}</investmentCompFileNo><registrantCik>${fund.cik}</registrantCik><registrantLei>${fund.lei}</registrantLei><registrantstreet1>${fund.street}</registrantstreet1><registrantcity>${fund.city}</registrantcity><registrantzipCode>${fund.zip}</registrantzipCode><registrantstate>US-${fund.state}</registrantstate><registrantcountry>US</registrantcountry><isRegistrantFirstFiling>N</isRegistrantFirstFiling><isRegistrantLastFiling>N</isRegistrantLastFiling><registrantClassificationType>N-1A</registrantClassificationType><totalSeries>1</totalSeries><publicAccountants><publicAccountant><publicAccountantName>${xml(report.auditor.name)}</publicAccountantName><pcaobNumber>${report.auditor.pcaob}</pcaobNumber></publicAccountant></publicAccountants></registrantInfo>`,
    `  <managementInvestmentQuestionSeriesInfo><managementInvestmentQuestion><mgmtInvFundName>${xml(fund.series_name)}</mgmtInvFundName><mgmtInvSeriesId>${fund.series_id}</mgmtInvSeriesId><mgmtInvLei>${fund.series_lei}</mgmtInvLei><sharesOutstandings><sharesOutstanding sharesOutstandingClassName="Investor" sharesOutstandingClassId="${fund.class_id}"/></sharesOutstandings><investmentAdvisers><investmentAdviser><investmentAdviserName>${xml(report.adviser.name)}</investmentAdviserName><investmentAdviserFileNo>${report.adviser.file_number}</investmentAdviserFileNo><investmentAdviserCrdNo>${report.adviser.crd}</investmentAdviserCrdNo></investmentAdviser></investmentAdvisers><custodians><custodian><custodianName>${xml(report.custodian)}</custodianName></custodian></custodians></managementInvestmentQuestion></managementInvestmentQuestionSeriesInfo>`,
    ...END,
  ])
}

export interface SampleVote {
  issuer: string
  cusip: string
  meeting: string
  description: string
  category: string
  shares: number
  how: 'FOR' | 'AGAINST' | 'ABSTAIN'
  management: 'FOR' | 'AGAINST'
  proposed_by: 'ISSUER' | 'SECURITY HOLDER'
}

/** A year's votes on Form N-PX: the cover, and the vote table beside it. */
export function votingReport(
  fund: SampleFund,
  report: { accepted: string; period: string; votes: SampleVote[] },
): FormFiling {
  const cover = form('N-PX', report.accepted, report.period, [
    ...head('N-PX', fund, 'http://www.sec.gov/edgar/npx'),
    `  <coverPage><yearOrQuarter>YEAR</yearOrQuarter><reportCalendarYear>${report.period.slice(0, 4)}</reportCalendarYear><reportingPerson><name>${xml(fund.name)}</name><address><street1>${fund.street}</street1><city>${fund.city}</city><stateOrCountry>${fund.state}</stateOrCountry><zipCode>${fund.zip}</zipCode></address></reportingPerson><reportInfo><reportType>FUND VOTING REPORT</reportType><confidentialTreatment>N</confidentialTreatment></reportInfo><fileNumber>${fund.file_number}</fileNumber></coverPage>`,
    `  <seriesPage><seriesCount>1</seriesCount><seriesDetails><seriesReports><idOfSeries>${fund.series_id}</idOfSeries><nameOfSeries>${xml(fund.series_name)}</nameOfSeries></seriesReports></seriesDetails></seriesPage>`,
    ...END,
  ])
  const table = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<inf:proxyVoteTable xmlns:inf="http://www.sec.gov/edgar/document/npxproxy/informationtable">',
    ...report.votes.map(
      (vote) =>
        `  <inf:proxyTable><inf:issuerName>${xml(vote.issuer)}</inf:issuerName><inf:cusip>${vote.cusip}</inf:cusip><inf:meetingDate>${vote.meeting}</inf:meetingDate><inf:voteDescription>${xml(vote.description)}</inf:voteDescription><inf:voteCategories><inf:voteCategory><inf:categoryType>${vote.category}</inf:categoryType></inf:voteCategory></inf:voteCategories><inf:voteSource>${vote.proposed_by}</inf:voteSource><inf:sharesVoted>${vote.shares}</inf:sharesVoted><inf:sharesOnLoan>0</inf:sharesOnLoan><inf:vote><inf:voteRecord><inf:howVoted>${vote.how}</inf:howVoted><inf:sharesVoted>${vote.shares}</inf:sharesVoted><inf:managementRecommendation>${vote.management}</inf:managementRecommendation></inf:voteRecord></inf:vote><inf:voteSeries>${fund.series_id}</inf:voteSeries></inf:proxyTable>`,
    ),
    '</inf:proxyVoteTable>',
  ].join('\n')
  return {
    ...cover,
    documents: [
      ...cover.documents,
      {
        type: 'PROXY VOTING RECORD',
        file_name: 'votes.xml',
        description: null,
        content: table,
        wrapper: 'XML',
      },
    ],
  }
}

function head(type: string, fund: SampleFund, namespace: string): string[] {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<edgarSubmission xmlns="${namespace}">`,
    `<headerData><submissionType>${type}</submissionType><filerInfo><filer><issuerCredentials><cik>${fund.cik}</cik><ccc>XXXXXXXX</ccc></issuerCredentials></filer></filerInfo></headerData>`,
    '<formData>',
  ]
}

const END = ['</formData>', '</edgarSubmission>']

function form(type: string, accepted: string, period: string, lines: string[]): FormFiling {
  return {
    form: type,
    accepted,
    period,
    documents: [
      { type, file_name: 'primary_doc.xml', description: null, content: lines.join('\n'), wrapper: 'XML' },
    ],
  }
}
