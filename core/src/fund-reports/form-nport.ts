import type { FormElement } from '../form-xml/form-xml.ts'
import { all, cikOf, day, dayOf, flag, given, number, numberOf, one, text } from '../form-xml/values.ts'
import { cusipOf } from '../holdings/cusip.ts'
import { ReaderError } from '../readers/reader.ts'
import { blankFundReport } from './blank-report.ts'
import type { FundHolding, FundReport, PortfolioTotals } from './fund-report.ts'

/** A month's portfolio of a fund (Form N-PORT, 17 CFR 274.150): what it says of the fund, and its positions. */
export function readPortfolio(root: FormElement): { report: FundReport; holdings: FundHolding[] } {
  const form = one(root, 'formData')
  const general = one(form, 'genInfo')
  if (!general) throw new ReaderError('not_a_portfolio', 'no genInfo')
  const place = one(general, 'regStateConditional')
  const holdings = all(form, 'invstOrSecs/invstOrSec').map((element, index) => holdingOf(element, index + 1))
  const series_id = given(text(general, 'seriesId'))
  const classes = all(form, 'fundInfo/returnInfo/monthlyTotReturns/monthlyTotReturn')
  const report: FundReport = {
    ...blankFundReport(text(root, 'headerData/submissionType') ?? 'NPORT-P', 'portfolio'),
    registrant_name: text(general, 'regName'),
    registrant_cik: cikOf(text(general, 'regCik')),
    registrant_lei: given(text(general, 'regLei')),
    file_number: text(general, 'regFileNumber'),
    address: {
      street1: text(general, 'regStreet1'),
      street2: text(general, 'regStreet2'),
      city: text(general, 'regCity'),
      state_or_country:
        place?.attributes.regState ?? place?.attributes.regCountry ?? text(general, 'regCountry'),
      state_or_country_description: null,
      zip_code: text(general, 'regZipOrPostalCode'),
    },
    series: [
      {
        series_id,
        name: given(text(general, 'seriesName')),
        lei: given(text(general, 'seriesLei')),
        class_ids: classes.flatMap(({ attributes }) => given(attributes.classId ?? null) ?? []),
      },
    ],
    period_of_report: day(general, 'repPdDate'),
    fiscal_year_end: day(general, 'repPdEnd'),
    is_final: flag(general, 'isFinalFiling'),
    portfolio: totalsOf(one(form, 'fundInfo'), classes, holdings.length),
  }
  return { report, holdings }
}

function totalsOf(
  info: FormElement | undefined,
  classes: FormElement[],
  holdings_count: number,
): PortfolioTotals {
  return {
    total_assets: number(info, 'totAssets'),
    total_liabilities: number(info, 'totLiabs'),
    net_assets: number(info, 'netAssets'),
    monthly_returns: classes.map(({ attributes }) => ({
      class_id: given(attributes.classId ?? null),
      returns: [attributes.rtn1, attributes.rtn2, attributes.rtn3].map((rate) => numberOf(rate ?? null)),
    })),
    flows: ['mon1Flow', 'mon2Flow', 'mon3Flow'].flatMap((month) =>
      all(info, month).map(({ attributes }) => ({
        sales: numberOf(attributes.sales ?? null),
        reinvestment: numberOf(attributes.reinvestment ?? null),
        redemption: numberOf(attributes.redemption ?? null),
      })),
    ),
    holdings_count,
  }
}

function holdingOf(element: FormElement, position: number): FundHolding {
  const identifier = (name: string) => given(one(element, `identifiers/${name}`)?.attributes.value ?? null)
  const currency = one(element, 'currencyConditional')
  const asset = one(element, 'assetConditional')
  const issuer = one(element, 'issuerConditional')
  const debt = one(element, 'debtSec')
  const cusip = text(element, 'cusip')
  return {
    position,
    issuer_name: given(text(element, 'name')),
    title: given(text(element, 'title')),
    lei: given(text(element, 'lei')),
    // Positions without a CUSIP are filled with zeros.
    cusip: cusip && !/^0+$/.test(cusip) ? cusipOf(cusip) : null,
    isin: identifier('isin'),
    ticker: identifier('ticker'),
    balance: number(element, 'balance'),
    units: text(element, 'units'),
    currency: text(element, 'curCd') ?? currency?.attributes.curCd ?? null,
    exchange_rate: numberOf(currency?.attributes.exchangeRt ?? null),
    value: number(element, 'valUSD'),
    percent_of_net_assets: number(element, 'pctVal'),
    payoff_profile: given(text(element, 'payoffProfile')),
    asset_category: text(element, 'assetCat') ?? asset?.attributes.assetCat ?? null,
    issuer_category: text(element, 'issuerCat') ?? issuer?.attributes.issuerCat ?? null,
    country: text(element, 'invCountry'),
    is_restricted: flag(element, 'isRestrictedSec'),
    fair_value_level: number(element, 'fairValLevel'),
    debt: debt
      ? {
          maturity_on: dayOf(text(debt, 'maturityDt')),
          coupon_kind: text(debt, 'couponKind'),
          annual_rate: number(debt, 'annualizedRt'),
          is_default: flag(debt, 'isDefault'),
          is_paid_in_kind: flag(debt, 'isPaidKind'),
        }
      : null,
    derivative: derivativeOf(one(element, 'derivativeInfo')),
    is_on_loan: flag(element, 'securityLending/isLoanByFund') ?? loanOf(one(element, 'securityLending')),
  }
}

/** A derivative is one element named after its kind, such as `futrDeriv` or `swapDeriv`. */
function derivativeOf(info: FormElement | undefined): FundHolding['derivative'] {
  const derivative = info?.children.find(({ name }) => name.endsWith('Deriv'))
  if (!derivative) return null
  return {
    category: derivative.attributes.derivCat ?? null,
    counterparty: given(text(derivative, 'counterparties/counterpartyName')),
    notional_amount: number(derivative, 'notionalAmt'),
    unrealized_appreciation: number(derivative, 'unrealizedAppr'),
    expires_on:
      day(derivative, 'expDate') ?? day(derivative, 'terminationDt') ?? day(derivative, 'settlementDt'),
  }
}

function loanOf(lending: FormElement | undefined): boolean | null {
  const written = one(lending, 'loanByFundCondition')?.attributes.isLoanByFund
  return written === undefined ? null : written === 'Y'
}
