import type { FormElement } from '../form-xml/form-xml.ts'
import { all, cikOf, day, dayOf, flag, given, number, one, text, texts } from '../form-xml/values.ts'
import { ReaderError } from '../readers/reader.ts'
import { addressOf } from './address.ts'
import { blankOffering, type Offering, type OfferingIssuer, type OfferingStage } from './offering.ts'

const STAGES: Record<string, OfferingStage> = {
  C: 'offering_statement',
  'C-U': 'progress_update',
  'C-AR': 'annual_report',
  'C-TR': 'termination',
  'C-W': 'withdrawal',
  'C-U-W': 'withdrawal',
  'C-AR-W': 'withdrawal',
  'C-TR-W': 'withdrawal',
}

/** Figures of the issuer: our name, and the beginning of the two elements that hold them. */
const FIGURES: [name: string, element: string][] = [
  ['total_assets', 'totalAsset'],
  ['cash_and_equivalents', 'cashEqui'],
  ['accounts_receivable', 'actReceived'],
  ['short_term_debt', 'shortTermDebt'],
  ['long_term_debt', 'longTermDebt'],
  ['revenue', 'revenue'],
  ['cost_of_goods_sold', 'costGoodsSold'],
  ['taxes_paid', 'taxPaid'],
  ['net_income', 'netIncome'],
]

/** An offering under Regulation Crowdfunding (17 CFR 239.900): Form C and what follows it. */
export function readFormC(root: FormElement): Offering {
  const form_type = text(root, 'headerData/submissionType')
  const form = one(root, 'formData')
  if (!form_type?.startsWith('C')) throw new ReaderError('not_a_form_c', 'no submissionType of Form C')
  const stage = STAGES[form_type.replace('/A', '')] ?? 'offering_statement'
  const information = one(form, 'issuerInformation')
  const offer = one(form, 'offeringInformation')
  const disclosure = one(form, 'annualReportDisclosureRequirements')
  return {
    ...blankOffering(form_type, 'regulation_crowdfunding', stage),
    issuers: [
      issuerOf(one(information, 'issuerInfo'), cikOf(filerCik(root))),
      ...all(information, 'coIssuers/coIssuerInfo').map((other) =>
        issuerOf(other, cikOf(text(other, 'cik'))),
      ),
    ],
    file_number: text(root, 'headerData/filerInfo/filer/fileNumber'),
    security_types: texts(offer, 'securityOfferedType'),
    security_description: text(offer, 'securityOfferedOtherDesc'),
    target_amount: number(offer, 'offeringAmount'),
    maximum_amount: number(offer, 'maximumOfferingAmount'),
    total_amount: number(offer, 'maximumOfferingAmount') ?? number(offer, 'offeringAmount'),
    price_per_security: number(offer, 'price'),
    securities_offered: number(offer, 'noOfSecurityOffered'),
    deadline_on: day(offer, 'deadlineDate'),
    oversubscription: offer
      ? {
          accepted: flag(offer, 'overSubscriptionAccepted'),
          allocation: text(offer, 'overSubscriptionAllocationType'),
          description: text(offer, 'descOverSubscription'),
        }
      : null,
    intermediary: text(information, 'companyName')
      ? {
          name: text(information, 'companyName'),
          cik: cikOf(text(information, 'commissionCik')),
          file_number: text(information, 'commissionFileNumber'),
          crd_number: given(text(information, 'crdNumber')),
          compensation: text(offer, 'compensationAmount'),
          financial_interest: text(offer, 'financialInterest'),
        }
      : null,
    jurisdictions: texts(disclosure, 'issueJurisdictionSecuritiesOffering'),
    issuer_figures: disclosure ? figuresOf(disclosure) : [],
    signatures: signaturesOf(one(form, 'signatureInfo')),
    nature_of_amendment: text(information, 'natureOfAmendment'),
    progress_update: text(information, 'progressUpdate'),
  }
}

function filerCik(root: FormElement): string | null {
  return text(root, 'headerData/filerInfo/filer/filerCredentials/filerCik')
}

function issuerOf(issuer: FormElement | undefined, cik: string | null): OfferingIssuer {
  const status = one(issuer, 'legalStatus')
  return {
    cik,
    name: text(issuer, 'nameOfIssuer') ?? text(issuer, 'nameOfCoIssuer'),
    entity_type: text(status, 'legalStatusForm'),
    jurisdiction: text(status, 'jurisdictionOrganization'),
    incorporated: dayOf(text(status, 'dateIncorporation')),
    previous_names: [],
    phone: null,
    address: addressOf(one(issuer, 'issuerAddress') ?? one(issuer, 'coIssuerAddress')),
  }
}

function figuresOf(disclosure: FormElement) {
  const figures = FIGURES.map(([name, element]) => ({
    name,
    most_recent: number(disclosure, `${element}MostRecentFiscalYear`),
    prior: number(disclosure, `${element}PriorFiscalYear`),
  }))
  return [{ name: 'employees', most_recent: number(disclosure, 'currentEmployees'), prior: null }, ...figures]
}

/** The issuer signs first, then its officers and directors. */
function signaturesOf(info: FormElement | undefined) {
  const issuer = one(info, 'issuerSignature')
  return [
    ...(issuer
      ? [
          {
            issuer_name: text(issuer, 'issuer'),
            signature: text(issuer, 'issuerSignature'),
            name: null,
            title: text(issuer, 'issuerTitle'),
            signed_on: null,
          },
        ]
      : []),
    ...all(info, 'signaturePersons/signaturePerson').map((person) => ({
      issuer_name: null,
      signature: text(person, 'personSignature'),
      name: null,
      title: text(person, 'personTitle'),
      signed_on: day(person, 'signatureDate'),
    })),
  ]
}
