import type { FundHolding, FundReport } from '../../fund-reports/fund-report.ts'
import type { Offering, OfferingIssuer, RelatedPerson } from '../../offerings/offering.ts'
import type { Subsidiary } from '../../subsidiaries/subsidiary.ts'
import type { Rules } from './structured-form-expression.ts'

const ADDRESS: Record<string, keyof OfferingIssuer['address']> = {
  street1: 'street1',
  street2: 'street2',
  city: 'city',
  state_or_country: 'state_or_country',
  state_or_country_description: 'state_or_country_description',
  zipcode: 'zip_code',
  zip_code: 'zip_code',
}

/** Our name of a figure of Form C, by the beginning of theirs. */
const FIGURES: Record<string, string> = {
  total_asset: 'total_assets',
  cash_equi: 'cash_and_equivalents',
  act_received: 'accounts_receivable',
  short_term_debt: 'short_term_debt',
  long_term_debt: 'long_term_debt',
  revenue: 'revenue',
  cost_goods_sold: 'cost_of_goods_sold',
  tax_paid: 'taxes_paid',
  net_income: 'net_income',
}

/** Forms D, C and 1-A. */
export const OFFERING_RULES: Rules<Offering> = [
  [/\.(?:submission_type|form)$/, (o) => o.form_type],
  [/(?:primary_issuer|filer_information)\.cik$/, (o) => o.issuers[0]?.cik],
  [/primary_issuer\.(?:entity_name|name)$|issuer_information\.name$/, (o) => o.issuers[0]?.name],
  [/primary_issuer\.jurisdiction$|issuer_information\.jurisdiction$/, (o) => o.issuers[0]?.jurisdiction],
  [/issuer_information\.legal_status$|primary_issuer\.entity_type$/, (o) => o.issuers[0]?.entity_type],
  [/primary_issuer\.year_of_incorporation$/, (o) => o.issuers[0]?.incorporated],
  [/primary_issuer\.issuer_previous_names$/, (o) => o.issuers[0]?.previous_names],
  [
    /primary_issuer\.primary_address\.(\w+)$/,
    (o, [, part = '']) => ADDRESS[part] && o.issuers[0]?.address[ADDRESS[part]],
  ],
  [/funding_portal\.name$/, (o) => o.intermediary?.name],
  [/funding_portal\.cik$/, (o) => o.intermediary?.cik],
  [/funding_portal\.file_number$/, (o) => o.intermediary?.file_number],
  [/funding_portal\.crd$/, (o) => o.intermediary?.crd_number],
  [/industry_group\.industry_group_type$/, (o) => o.industry],
  [/investment_fund_type$/, (o) => o.fund_type],
  [/revenue_range$/, (o) => o.revenue_range],
  [/federal_exemptions$/, (o) => o.exemptions],
  [/date_of_first_sale$/, (o) => o.first_sale_on],
  [
    /offering_sales_amounts\.total_offering_amount$/,
    (o) => (o.total_amount_indefinite ? 'Indefinite' : o.total_amount),
  ],
  [/total_amount_sold$/, (o) => o.amount_sold],
  [/total_remaining$/, (o) => o.amount_remaining],
  [/total_already_invested$/, (o) => o.investors?.total_count],
  [/gross_proceeds_used$/, (o) => o.proceeds_to_related_persons?.amount],
  [/^len\((?:recipients|.*sales_compensation_recipients)\)$/, (o) => o.sales_compensation.length],
  [/^recipients\[(\d+)\]\.name$/, (o, [, at]) => o.sales_compensation[Number(at)]?.name],
  [
    /^recipients\[(\d+)\]\.associated_bd_name$/,
    (o, [, at]) => o.sales_compensation[Number(at)]?.associated_broker_dealer_name,
  ],
  [
    /^recipients\[(\d+)\]\.associated_bd_crd$/,
    (o, [, at]) => o.sales_compensation[Number(at)]?.associated_broker_dealer_crd_number,
  ],
  [
    /sales_compensation_recipients\[(\d+)\]\.states_of_solicitation$/,
    (o, [, at]) => o.sales_compensation[Number(at)]?.states,
  ],
  [/^len\((?:related_persons|people)\)$/, (o) => o.related_persons.length],
  [/^len\(.*signature_block\.signatures\)$/, (o) => o.signatures.length],
  // On Form C the issuer signs first; those who sign for themselves are told apart by name.
  [
    /^len\(signers\)$/,
    (o) => new Set(o.signatures.filter((one) => one.issuer_name === null).map((one) => one.signature)).size,
  ],
  [/signatures\[(\d+)\]\.(\w+)$/, (o, [, at, field = '']) => signatureField(o, Number(at), field)],
  [
    /issuer_signature\.(\w+)$/,
    (o, [, field = '']) =>
      signatureField(
        o,
        0,
        field === 'issuer' ? 'issuer_name' : field === 'signature' ? 'signature_name' : field,
      ),
  ],
  [/annual_report_disclosure\.offering_jurisdictions$/, (o) => o.jurisdictions],
  [
    /annual_report_disclosure\.(\w+)_(most_recent|prior)_fiscal_year$/,
    (o, [, name = '', year]) => figure(o, name, year),
  ],
  [/offering_information\.financial_interest$/, (o) => o.intermediary?.financial_interest],
  [/offering_information\.compensation_amount$/, (o) => o.intermediary?.compensation],
  [/offering_information\.maximum_offering_amount$/, (o) => o.maximum_amount],
  [/offering_information\.(?:target_amount|offering_amount)$/, (o) => o.target_amount],
  [/offering_information\.no_of_security_offered$/, (o) => o.securities_offered],
  [/offering_information\.over_subscription_accepted$/, (o) => yesNo(o.oversubscription?.accepted)],
  [/offering_information\.over_subscription_allocation_type$/, (o) => o.oversubscription?.allocation],
  [/offering_information\.price$/, (o) => o.price_per_security],
  [/offering_information\.security_offered_other_desc$/, (o) => o.security_description],
  [/offering_information\.security_offered_type$/, (o) => o.security_types[0]],
  // The cover and price table of a prospectus.
  [/cover_page\.registration_number$/, (o) => o.file_number],
  [/cover_page\.base_prospectus_date$/, (o) => o.base_prospectus_date && inWords(o.base_prospectus_date)],
  [/cover_page\.rule_number$/, (o) => /^424B(\d)$/.exec(o.form_type)?.[1]],
  [/cover_page\.offering_price$|^per_share\.offering_price$/, (o) => o.price_per_security],
  [/^total\.offering_price$/, (o) => o.total_amount],
  [/(?:pricing|deal)\.fee_type$/, (o) => o.fees[0] && `${o.fees[0].kind}_fees`],
  // A person is a variable named after the person, or the first.
  [
    /^(people\[0\]|related_person|[a-z]+)\.(first_name|last_name|relationships|relationship_clarification)$/,
    (o, [, name = '', field = '']) => personOf(o, name)?.[field as 'first_name'],
  ],
  [
    /^(people\[0\]|related_person|[a-z]+)\.address\.(\w+)$/,
    (o, [, name = '', part = '']) => ADDRESS[part] && personOf(o, name)?.address[ADDRESS[part]],
  ],
]

function signatureField(o: Offering, at: number, field: string): unknown {
  const signature = o.signatures[at]
  switch (field) {
    case 'issuer_name':
      return signature?.issuer_name
    case 'signature_name':
      return signature?.signature
    case 'name_of_signer':
      return signature?.name
    case 'title':
      return signature?.title
    case 'date':
      return signature?.signed_on
    default:
      return undefined
  }
}

function figure(o: Offering, name: string, year: string | undefined): unknown {
  const found = o.issuer_figures.find((one) => one.name === FIGURES[name])
  return year === 'prior' ? found?.prior : found?.most_recent
}

function yesNo(value: boolean | null | undefined): string | undefined {
  return value == null ? undefined : value ? 'Y' : 'N'
}

function personOf(o: Offering, variable: string): RelatedPerson | undefined {
  if (variable === 'people[0]' || variable === 'related_person') return o.related_persons[0]
  return o.related_persons.find(({ first_name }) => first_name?.toLowerCase().startsWith(variable))
}

function inWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })
}

/** N-PORT, N-CEN, N-PX and 24F-2. */
export const FUND_RULES: Rules<{ report: FundReport; holdings: FundHolding[] }> = [
  [/submission_type$/, ({ report }) => report.form_type],
  [/(?:general_info|registrant|fund_company)\.cik$/, ({ report }) => report.registrant_cik],
  [/(?:general_info|registrant|fund_company)\.name$/, ({ report }) => report.registrant_name],
  [/general_info\.city$/, ({ report }) => report.address.city],
  [/(?:general_info|registrant)\.file_number$/, ({ report }) => report.file_number],
  [/general_info\.fiscal_year_end$/, ({ report }) => report.fiscal_year_end],
  [/general_info\.rep_period_date$/, ({ report }) => report.period_of_report],
  [/general_info\.reg_lei$|registrant\.lei$/, ({ report }) => report.registrant_lei],
  [/(?:general_info|fund_series)\.series_id$/, ({ report }) => report.series[0]?.series_id],
  [/general_info\.series_lei$/, ({ report }) => report.series[0]?.lei],
  [/general_info\.series_name$|fund_series\.name$/, ({ report }) => report.series[0]?.name],
  [
    /monthly_total_returns\[(\d+)\]\.class_id$/,
    ({ report }, [, at]) => report.portfolio?.monthly_returns[Number(at)]?.class_id,
  ],
  [/^len\((?:\w+\.)*investments\)$/, ({ holdings }) => holdings.length],
  [
    /investments\[(\d+)\]\.(\w+(?:\.\w+)?)$/,
    ({ holdings }, [, at, field = '']) => holdingField(holdings[Number(at)], field),
  ],
  [/\btotal_series$/, ({ report }) => report.total_series],
  [/\bnum_series$/, ({ report }) => report.series.length],
  [/^len\(df\)$/, ({ report }) => report.exchange_traded_funds.length],
  [/^etf\.(\w+)$/, ({ report }, [, field = '']) => etfField(report, field)],
  [
    /^len\(etf\.authorized_participants\)$/,
    ({ report }) => report.exchange_traded_funds[0]?.authorized_participants.length,
  ],
  [
    /^ap\.(name|lei)$/,
    ({ report }, [, field]) => report.exchange_traded_funds[0]?.authorized_participants[0]?.[field as 'name'],
  ],
]

function holdingField(holding: FundHolding | undefined, field: string): unknown {
  switch (field) {
    case 'name':
      return holding?.issuer_name
    case 'title':
    case 'cusip':
    case 'isin':
    case 'ticker':
    case 'balance':
    case 'units':
    case 'asset_category':
    case 'issuer_category':
    case 'payoff_profile':
      return holding?.[field]
    case 'currency_code':
      return holding?.currency
    case 'value_usd':
      return holding?.value
    case 'debt_security.coupon_kind':
      return holding?.debt?.coupon_kind
    case 'debt_security.maturity_date':
      return holding?.debt?.maturity_on
    default:
      return undefined
  }
}

function etfField({ exchange_traded_funds: [first] }: FundReport, field: string): unknown {
  switch (field) {
    case 'fund_name':
    case 'series_id':
    case 'exchange':
    case 'ticker':
    case 'creation_unit_size':
      return first?.[field]
    default:
      return undefined
  }
}

/** Exhibit 21: a list named after the company, or the subsidiaries a variable is named after. */
export const SUBSIDIARY_RULES: Rules<Subsidiary[]> = [
  [/^len\(\w+_subs\)$/, (rows) => rows.length],
  [/^\w+_subs\[(-?\d+)\]\.(\w+)$/, (rows, [, at, field = '']) => subsidiaryField(rows.at(Number(at)), field)],
  [
    /^([a-z]+)\[0\]\.(\w+)$/,
    (rows, [, name = '', field = '']) => subsidiaryField(namedAfter(rows, name)[0], field),
  ],
]

function namedAfter(rows: Subsidiary[], variable: string): Subsidiary[] {
  return rows.filter(({ name }) => name.toLowerCase().startsWith(variable))
}

function subsidiaryField(row: Subsidiary | undefined, field: string): unknown {
  switch (field) {
    case 'name':
    case 'jurisdiction':
      return row?.[field]
    case 'ownership_pct':
      return row?.ownership_percent
    default:
      return undefined
  }
}
