import type { FormElement } from '../form-xml/form-xml.ts'
import { all, cikOf, day, flag, number, one, text, texts } from '../form-xml/values.ts'
import { ReaderError } from '../readers/reader.ts'
import { addressOf } from './address.ts'
import {
  blankOffering,
  type Offering,
  type OfferingFee,
  type OfferingIssuer,
  type OfferingStage,
} from './offering.ts'

const STAGES: Record<string, OfferingStage> = {
  '1-A': 'offering_statement',
  '1-K': 'annual_report',
  '1-Z': 'exit_report',
}

/** Figures of the balance sheet and income statement of Form 1-A, part I, item 1. */
const FIGURES: [name: string, element: string][] = [
  ['cash_and_equivalents', 'cashEquivalents'],
  ['investment_securities', 'investmentSecurities'],
  ['accounts_receivable', 'accountsReceivable'],
  ['total_assets', 'totalAssets'],
  ['accounts_payable', 'accountsPayable'],
  ['long_term_debt', 'longTermDebt'],
  ['total_liabilities', 'totalLiabilities'],
  ['total_stockholders_equity', 'totalStockholderEquity'],
  ['total_liabilities_and_equity', 'totalLiabilitiesAndEquity'],
  ['revenue', 'totalRevenues'],
  ['interest_income', 'totalInterestIncome'],
  ['depreciation_and_amortization', 'depreciationAndAmortization'],
  ['net_income', 'netIncome'],
  ['earnings_per_share_basic', 'earningsPerShareBasic'],
  ['earnings_per_share_diluted', 'earningsPerShareDiluted'],
]

/** Providers and their fees: our name, and the elements of Forms 1-A, and of 1-K and 1-Z, which spell them otherwise. */
const FEES: [kind: string, names: string[], amounts: string[]][] = [
  [
    'underwriting',
    ['underwritersServiceProviderName', 'underwrittenSpName'],
    ['underwritersFees', 'underwriterFees'],
  ],
  [
    'sales_commissions',
    ['salesCommissionsServiceProviderName', 'salesCommissionsSpName'],
    ['salesCommissionsServiceProviderFees', 'salesCommissionsFee'],
  ],
  ['finders_fees', ['findersFeesServiceProviderName', 'findersSpName'], ['finderFeesFee', 'findersFees']],
  ['audit', ['auditorServiceProviderName', 'auditorSpName'], ['auditorFees']],
  ['legal', ['legalServiceProviderName', 'legalSpName'], ['legalFees']],
  ['promotion', ['promotersServiceProviderName', 'promoterSpName'], ['promotersFees']],
  ['blue_sky', ['blueSkyServiceProviderName', 'blueSkySpName'], ['blueSkyFees']],
]

/** An offering under Regulation A (17 CFR 239.90 to .94): Forms 1-A, 1-K and 1-Z. */
export function readRegulationA(root: FormElement): Offering {
  const form_type = text(root, 'headerData/submissionType') ?? ''
  const form = one(root, 'formData')
  const stage = STAGES[form_type.slice(0, 3)]
  if (!form || !stage) throw new ReaderError('not_regulation_a', 'no formData of a Form 1-A, 1-K or 1-Z')
  return stage === 'offering_statement'
    ? statementOf(root, form, form_type)
    : reportOf(root, form, form_type, stage)
}

function statementOf(root: FormElement, form: FormElement, form_type: string): Offering {
  const [issuer, ...others] = all(form, 'employeesInfo')
  const info = one(form, 'issuerInfo')
  const summary = one(form, 'summaryInfo')
  const places = one(form, 'juridictionSecuritiesOffered')
  const tier = text(summary, 'indicateTier1Tier2Offering')
  return {
    ...blankOffering(form_type, 'regulation_a', 'offering_statement'),
    file_number: text(root, 'headerData/filerInfo/filer/fileNumber'),
    issuers: [issuerOf(issuer, info, root), ...others.map((other) => issuerOf(other, undefined, undefined))],
    industry: text(info, 'industryGroup'),
    security_types: texts(summary, 'securitiesOfferedTypes'),
    security_description: text(summary, 'securitiesOfferedOtherDesc'),
    tier: tier === 'Tier1' ? '1' : tier === 'Tier2' ? '2' : null,
    total_amount: number(summary, 'totalAggregateOffering'),
    maximum_amount: number(summary, 'issuerAggregateOffering'),
    net_proceeds: number(summary, 'estimatedNetAmount'),
    price_per_security: number(summary, 'pricePerSecurity'),
    securities_offered: number(summary, 'securitiesOffered'),
    longer_than_one_year: flag(summary, 'offeringYearFlag'),
    fees: feesOf(summary, true),
    jurisdictions: [
      ...new Set([
        ...texts(places, 'issueJuridicationSecuritiesOffering'),
        ...texts(places, 'dealersJuridicationSecuritiesOffering'),
      ]),
    ],
    issuer_figures: FIGURES.flatMap(([name, element]) => {
      const most_recent = number(info, element)
      return most_recent === null ? [] : [{ name, most_recent, prior: null }]
    }),
  }
}

/** Forms 1-K and 1-Z report on offerings that were qualified; both name the last one's figures. */
function reportOf(root: FormElement, form: FormElement, form_type: string, stage: OfferingStage): Offering {
  const summary = one(form, 'summaryInfo') ?? one(form, 'summaryInfoOffering')
  const item = one(form, 'item1')
  const info = one(form, 'item1Info') ?? item
  const signature = one(form, 'signatureTab')
  return {
    ...blankOffering(form_type, 'regulation_a', stage),
    file_number: text(summary, 'commissionFileNumber') ?? text(item, 'commissionFileNumber'),
    issuers: [issuerOf(info, item, root)],
    security_description: text(item, 'issuedSecuritiesTitle'),
    qualified_on: day(summary, 'offeringQualificationDate'),
    commenced_on: day(summary, 'offeringCommenceDate'),
    securities_offered:
      number(summary, 'qualifiedSecuritiesSold') ?? number(summary, 'offeringSecuritiesQualifiedSold'),
    securities_sold: number(summary, 'offeringSecuritiesSold'),
    price_per_security: number(summary, 'pricePerSecurity'),
    amount_sold: number(summary, 'aggregrateOfferingPrice') ?? number(summary, 'portionSecuritiesSoldIssuer'),
    net_proceeds: number(summary, 'issuerNetProceeds'),
    fees: feesOf(summary, false),
    signatures: signature
      ? [
          {
            issuer_name: text(signature, 'regulationIssuerName1'),
            signature: text(signature, 'signatureBy'),
            name: null,
            title: text(signature, 'title'),
            signed_on: day(signature, 'date'),
          },
        ]
      : [],
  }
}

function issuerOf(
  who: FormElement | undefined,
  where: FormElement | undefined,
  root: FormElement | undefined,
): OfferingIssuer {
  const filer = text(root, 'headerData/filerInfo/filer/issuerCredentials/cik')
  return {
    cik: cikOf(text(who, 'cik') ?? filer),
    name: text(who, 'issuerName'),
    entity_type: null,
    jurisdiction: text(who, 'jurisdictionOrganization'),
    incorporated: text(who, 'yearIncorporation'),
    previous_names: [],
    phone: text(where, 'phoneNumber') ?? text(where, 'phone'),
    address: addressOf(where),
  }
}

function feesOf(summary: FormElement | undefined, is_estimate: boolean): OfferingFee[] {
  const first = <T>(elements: string[], read: (element: string) => T | null) =>
    elements.map(read).find((value) => value !== null) ?? null
  return FEES.flatMap(([kind, names, amounts]) => {
    const paid_to = first(names, (element) => text(summary, element))
    const amount = first(amounts, (element) => number(summary, element))
    return paid_to === null && amount === null
      ? []
      : [{ kind, paid_to, amount, per_security: null, is_estimate }]
  })
}
