import type { FormElement } from '../form-xml/form-xml.ts'
import { all, cikOf, day, flag, given, number, one, plain, text, texts } from '../form-xml/values.ts'
import { ReaderError } from '../readers/reader.ts'
import { addressOf } from './address.ts'
import { blankOffering, type Offering, type OfferingIssuer } from './offering.ts'

/** Boxes of item 9, by the element that holds them. */
const SECURITY_TYPES: [element: string, type: string][] = [
  ['isEquityType', 'equity'],
  ['isDebtType', 'debt'],
  ['isOptionToAcquireType', 'option_or_warrant'],
  ['isSecurityToBeAcquiredType', 'security_upon_exercise'],
  ['isPooledInvestmentFundType', 'pooled_investment_fund_interest'],
  ['isTenantInCommonType', 'tenant_in_common'],
  ['isMineralPropertyType', 'mineral_property'],
  ['isOtherType', 'other'],
]

/** A notice of an exempt offering (17 CFR 239.500), in XML since 2008. */
export function readFormD(root: FormElement): Offering {
  const primary = one(root, 'primaryIssuer')
  const data = one(root, 'offeringData')
  if (!primary || !data) throw new ReaderError('not_a_form_d', 'no primaryIssuer or offeringData')
  const form_type = text(root, 'submissionType') ?? 'D'
  const amounts = one(data, 'offeringSalesAmounts')
  const types = one(data, 'typesOfSecuritiesOffered')
  const first = one(data, 'typeOfFiling/dateOfFirstSale')
  return {
    ...blankOffering(form_type, 'regulation_d', 'notice'),
    is_amendment: flag(data, 'typeOfFiling/newOrAmendment/isAmendment') ?? form_type.endsWith('/A'),
    previous_accession_number: text(data, 'typeOfFiling/newOrAmendment/previousAccessionNumber'),
    issuers: [primary, ...all(root, 'issuerList/issuer')].map(issuerOf),
    industry: text(data, 'industryGroup/industryGroupType'),
    fund_type: text(data, 'industryGroup/investmentFundInfo/investmentFundType'),
    revenue_range:
      text(data, 'issuerSize/revenueRange') ?? text(data, 'issuerSize/aggregateNetAssetValueRange'),
    security_types: SECURITY_TYPES.filter(([element]) => flag(types, element) === true).map(
      ([, type]) => type,
    ),
    security_description: text(types, 'descriptionOfOtherType'),
    exemptions: texts(data, 'federalExemptionsExclusions/item'),
    total_amount: number(amounts, 'totalOfferingAmount'),
    total_amount_indefinite: text(amounts, 'totalOfferingAmount') === 'Indefinite',
    amount_sold: number(amounts, 'totalAmountSold'),
    amount_remaining: number(amounts, 'totalRemaining'),
    minimum_investment: number(data, 'minimumInvestmentAccepted'),
    first_sale_on: day(first, 'value'),
    first_sale_yet_to_occur: flag(first, 'yetToOccur'),
    longer_than_one_year: flag(data, 'durationOfOffering/moreThanOneYear'),
    business_combination: flag(data, 'businessCombinationTransaction/isBusinessCombinationTransaction'),
    investors: {
      has_non_accredited: flag(data, 'investors/hasNonAccreditedInvestors'),
      non_accredited_count: number(data, 'investors/numberNonAccreditedInvestors'),
      total_count: number(data, 'investors/totalNumberAlreadyInvested'),
    },
    sales_compensation: all(data, 'salesCompensationList/recipient').map((recipient) => ({
      name: given(text(recipient, 'recipientName')),
      crd_number: given(text(recipient, 'recipientCRDNumber')),
      associated_broker_dealer_name: given(text(recipient, 'associatedBDName')),
      associated_broker_dealer_crd_number: given(text(recipient, 'associatedBDCRDNumber')),
      states: statesOf(recipient),
      foreign_solicitation: flag(recipient, 'foreignSolicitation'),
    })),
    fees: (['salesCommissions', 'findersFees'] as const).map((element) => ({
      kind: element === 'salesCommissions' ? 'sales_commissions' : 'finders_fees',
      paid_to: null,
      per_security: null,
      amount: number(data, `salesCommissionsFindersFees/${element}/dollarAmount`),
      is_estimate: flag(data, `salesCommissionsFindersFees/${element}/isEstimate`) ?? false,
    })),
    proceeds_to_related_persons: {
      amount: number(data, 'useOfProceeds/grossProceedsUsed/dollarAmount'),
      is_estimate: flag(data, 'useOfProceeds/grossProceedsUsed/isEstimate') ?? false,
      clarification: text(data, 'useOfProceeds/clarificationOfResponse'),
    },
    related_persons: all(root, 'relatedPersonsList/relatedPersonInfo').map((person) => ({
      first_name: given(text(person, 'relatedPersonName/firstName')),
      middle_name: text(person, 'relatedPersonName/middleName'),
      last_name: text(person, 'relatedPersonName/lastName'),
      relationships: texts(person, 'relatedPersonRelationshipList/relationship'),
      relationship_clarification: text(person, 'relationshipClarification'),
      address: addressOf(one(person, 'relatedPersonAddress')),
    })),
    signatures: all(data, 'signatureBlock/signature').map((signature) => ({
      issuer_name: text(signature, 'issuerName'),
      signature: text(signature, 'signatureName'),
      name: text(signature, 'nameOfSigner'),
      title: text(signature, 'signatureTitle'),
      signed_on: day(signature, 'signatureDate'),
    })),
  }
}

function issuerOf(issuer: FormElement): OfferingIssuer {
  const year = one(issuer, 'yearOfInc')
  // Two spellings of the list are in use: values, and names of earlier issuers.
  const previous = all(issuer, 'issuerPreviousNameList').flatMap(({ children }) => children.map(plain))
  return {
    cik: cikOf(text(issuer, 'cik')),
    name: text(issuer, 'entityName'),
    entity_type: text(issuer, 'entityType'),
    jurisdiction: text(issuer, 'jurisdictionOfInc'),
    incorporated: text(year, 'value'),
    previous_names: previous.flatMap((name) => given(name === '' ? null : name) ?? []),
    phone: text(issuer, 'issuerPhoneNumber'),
    address: addressOf(one(issuer, 'issuerAddress')),
  }
}

/** `All States` stands alone; otherwise codes. */
function statesOf(recipient: FormElement): string[] {
  const list = one(recipient, 'statesOfSolicitationList')
  return [...new Set([...texts(list, 'value'), ...texts(list, 'state')])]
}
