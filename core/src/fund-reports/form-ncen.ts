import type { FormElement } from '../form-xml/form-xml.ts'
import { all, cikOf, day, dayOf, flagOf, given, number, numberOf, one, text } from '../form-xml/values.ts'
import { ReaderError } from '../readers/reader.ts'
import { blankFundReport } from './blank-report.ts'
import type { ExchangeTradedFund, FundReport, FundService } from './fund-report.ts'

/** Kinds of service: the list and element that name them, and the beginning of their fields. */
const SERVICES: [kind: FundService['kind'], path: string, field: string][] = [
  ['investment_adviser', 'investmentAdvisers/investmentAdviser', 'investmentAdviser'],
  ['custodian', 'custodians/custodian', 'custodian'],
  ['transfer_agent', 'transferAgents/transferAgent', 'transferAgent'],
  ['administrator', 'admins/admin', 'admin'],
  ['underwriter', 'principalUnderwriters/principalUnderwriter', 'principalUnderwriter'],
  ['auditor', 'publicAccountants/publicAccountant', 'publicAccountant'],
  ['broker_dealer', 'brokerDealers/brokerDealer', 'brokerDealer'],
  ['pricing_service', 'pricingServices/pricingService', 'pricingService'],
]

/** The yearly census of a registered investment company (Form N-CEN, 17 CFR 274.101). */
export function readCensus(root: FormElement): FundReport {
  const form = one(root, 'formData')
  const registrant = one(form, 'registrantInfo')
  if (!registrant) throw new ReaderError('not_a_census', 'no registrantInfo')
  const general = one(form, 'generalInfo')?.attributes ?? {}
  const period = dayOf(general.reportEndingPeriod ?? null)
  const series = all(form, 'managementInvestmentQuestionSeriesInfo/managementInvestmentQuestion')
  return {
    ...blankFundReport(text(root, 'headerData/submissionType') ?? 'N-CEN', 'census'),
    registrant_name: text(registrant, 'registrantFullName'),
    registrant_cik: cikOf(text(registrant, 'registrantCik')),
    registrant_lei: given(text(registrant, 'registrantLei')),
    file_number: text(registrant, 'investmentCompFileNo'),
    address: {
      street1: text(registrant, 'registrantstreet1'),
      street2: text(registrant, 'registrantstreet2'),
      city: text(registrant, 'registrantcity'),
      state_or_country: text(registrant, 'registrantstate') ?? text(registrant, 'registrantcountry'),
      state_or_country_description: null,
      zip_code: text(registrant, 'registrantzipCode'),
    },
    series: series.map((one) => ({
      series_id: given(text(one, 'mgmtInvSeriesId')),
      name: text(one, 'mgmtInvFundName'),
      lei: given(text(one, 'mgmtInvLei')),
      class_ids: all(one, 'sharesOutstandings/sharesOutstanding').flatMap(
        ({ attributes }) => given(attributes.sharesOutstandingClassId ?? null) ?? [],
      ),
    })),
    period_of_report: period ?? day(form, 'generalInfo/reportEndingPeriod'),
    fiscal_year_end: period,
    is_final: flagOf(text(registrant, 'isRegistrantLastFiling')),
    total_series: number(registrant, 'totalSeries'),
    exchange_traded_funds: all(form, 'exchangeSeriesInfo/exchangeTradedFund').map(fundOf),
    services: [
      ...servicesOf(registrant, null),
      ...series.flatMap((one) => servicesOf(one, given(text(one, 'mgmtInvSeriesId')))),
    ],
  }
}

function servicesOf(owner: FormElement, series_id: string | null): FundService[] {
  return SERVICES.flatMap(([kind, path, field]) =>
    all(owner, path).map((service) => ({
      kind,
      series_id,
      name: text(service, `${field}Name`),
      lei: given(text(service, `${field}Lei`)),
      file_number: given(text(service, `${field}FileNo`) ?? text(service, `${field}FileNumber`)),
      crd_number: given(text(service, `${field}CrdNo`) ?? text(service, `${field}CrdNumber`)),
    })),
  )
}

function fundOf(fund: FormElement): ExchangeTradedFund {
  const listing = one(fund, 'securityExchanges/securityExchange')?.attributes ?? {}
  return {
    fund_name: text(fund, 'fundName'),
    series_id: given(text(fund, 'etfSeriesId')),
    exchange: listing.fundExchange ?? null,
    ticker: listing.fundsTickerSymbol ?? null,
    creation_unit_size: number(fund, 'creationUnitNumOfShares') ?? number(fund, 'numOfSharesPerCreationUnit'),
    authorized_participants: all(fund, 'authorizedParticipants/authorizedParticipant').map(
      ({ attributes }) => ({
        name: attributes.authorizedParticipantName ?? null,
        lei: given(attributes.authorizedParticipantLei ?? null),
        file_number: given(attributes.authorizedParticipantFileNo ?? null),
        crd_number: given(attributes.authorizedParticipantCrdNo ?? null),
        purchase_value: numberOf(attributes.authorizedParticipantPurchaseValue ?? null),
        redemption_value: numberOf(attributes.authorizedParticipantRedeemValue ?? null),
      }),
    ),
  }
}
