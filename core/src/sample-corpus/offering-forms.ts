import type { FormFiling } from './company.ts'
import { grouped, htmlText } from './html-text.ts'
import { xml } from './ownership-report.ts'

export interface SampleNotice {
  form: 'D' | 'D/A'
  accepted: string
  issuer: {
    cik: string
    name: string
    street: string
    city: string
    state: string
    state_name: string
    zip: string
    phone: string
    jurisdiction: string
  }
  amends?: string
  industry: string
  first_sale: string
  total: number
  sold: number
  minimum: number
  investors: number
  commissions: number
  people: { first: string; last: string; relationships: string[]; clarification?: string }[]
  recipient: { name: string; crd: string; dealer: string; dealer_crd: string; states: string[] }
  signer: { name: string; title: string }
}

/** A Form D: notice of an exempt offering (EDGAR Form D XML technical specification). */
export function offeringNotice(notice: SampleNotice): FormFiling {
  const { form, accepted, issuer, recipient, signer } = notice
  const address = `<street1>${xml(issuer.street)}</street1><city>${issuer.city}</city><stateOrCountry>${issuer.state}</stateOrCountry><stateOrCountryDescription>${issuer.state_name.toUpperCase()}</stateOrCountryDescription><zipCode>${issuer.zip}</zipCode>`
  const content = [
    '<?xml version="1.0"?>',
    '<edgarSubmission>',
    '  <schemaVersion>X0708</schemaVersion>',
    `  <submissionType>${form}</submissionType>`,
    '  <testOrLive>LIVE</testOrLive>',
    `  <primaryIssuer><cik>${issuer.cik}</cik><entityName>${xml(issuer.name)}</entityName><issuerAddress>${address}</issuerAddress><issuerPhoneNumber>${issuer.phone}</issuerPhoneNumber><jurisdictionOfInc>${issuer.jurisdiction.toUpperCase()}</jurisdictionOfInc><issuerPreviousNameList><value>None</value></issuerPreviousNameList><entityType>Corporation</entityType><yearOfInc><overFiveYears>true</overFiveYears></yearOfInc></primaryIssuer>`,
    '  <relatedPersonsList>',
    ...notice.people.map(
      ({ first, last, relationships, clarification }) =>
        `    <relatedPersonInfo><relatedPersonName><firstName>${first}</firstName><lastName>${last}</lastName></relatedPersonName><relatedPersonAddress>${address}</relatedPersonAddress><relatedPersonRelationshipList>${relationships.map((one) => `<relationship>${one}</relationship>`).join('')}</relatedPersonRelationshipList><relationshipClarification>${clarification ?? ''}</relationshipClarification></relatedPersonInfo>`,
    ),
    '  </relatedPersonsList>',
    '  <offeringData>',
    `    <industryGroup><industryGroupType>${notice.industry}</industryGroupType></industryGroup>`,
    '    <issuerSize><revenueRange>$25,000,001 - $100,000,000</revenueRange></issuerSize>',
    '    <federalExemptionsExclusions><item>06b</item></federalExemptionsExclusions>',
    `    <typeOfFiling><newOrAmendment><isAmendment>${form === 'D/A'}</isAmendment>${notice.amends ? `<previousAccessionNumber>${notice.amends}</previousAccessionNumber>` : ''}</newOrAmendment><dateOfFirstSale><value>${notice.first_sale}</value></dateOfFirstSale></typeOfFiling>`,
    '    <durationOfOffering><moreThanOneYear>false</moreThanOneYear></durationOfOffering>',
    '    <typesOfSecuritiesOffered><isEquityType>true</isEquityType><isOptionToAcquireType>true</isOptionToAcquireType></typesOfSecuritiesOffered>',
    '    <businessCombinationTransaction><isBusinessCombinationTransaction>false</isBusinessCombinationTransaction></businessCombinationTransaction>',
    `    <minimumInvestmentAccepted>${notice.minimum}</minimumInvestmentAccepted>`,
    `    <salesCompensationList><recipient><recipientName>${xml(recipient.name)}</recipientName><recipientCRDNumber>${recipient.crd}</recipientCRDNumber><associatedBDName>${xml(recipient.dealer)}</associatedBDName><associatedBDCRDNumber>${recipient.dealer_crd}</associatedBDCRDNumber><statesOfSolicitationList>${recipient.states.map((state) => `<state>${state}</state>`).join('')}</statesOfSolicitationList><foreignSolicitation>false</foreignSolicitation></recipient></salesCompensationList>`,
    `    <offeringSalesAmounts><totalOfferingAmount>${notice.total}</totalOfferingAmount><totalAmountSold>${notice.sold}</totalAmountSold><totalRemaining>${notice.total - notice.sold}</totalRemaining></offeringSalesAmounts>`,
    `    <investors><hasNonAccreditedInvestors>false</hasNonAccreditedInvestors><totalNumberAlreadyInvested>${notice.investors}</totalNumberAlreadyInvested></investors>`,
    `    <salesCommissionsFindersFees><salesCommissions><dollarAmount>${notice.commissions}</dollarAmount></salesCommissions><findersFees><dollarAmount>0</dollarAmount></findersFees></salesCommissionsFindersFees>`,
    '    <useOfProceeds><grossProceedsUsed><dollarAmount>0</dollarAmount></grossProceedsUsed></useOfProceeds>',
    `    <signatureBlock><signature><issuerName>${xml(issuer.name)}</issuerName><signatureName>/s/ ${signer.name}</signatureName><nameOfSigner>${signer.name}</nameOfSigner><signatureTitle>${signer.title}</signatureTitle><signatureDate>${accepted.slice(0, 10)}</signatureDate></signature></signatureBlock>`,
    '  </offeringData>',
    '</edgarSubmission>',
  ].join('\n')
  return {
    form,
    accepted,
    period: null,
    documents: [{ type: form, file_name: 'primary_doc.xml', description: null, content, wrapper: 'XML' }],
  }
}

export interface SampleProspectus {
  accepted: string
  file_name: string
  company: string
  registration: string
  base: string
  shares: number
  /** In US dollars, to the cent. */
  price: string
  discount: string
  prose: string[]
}

/** A prospectus supplement (Rule 424(b)(5)): its cover with the price table, and what it is for. */
export function prospectusSupplement(prospectus: SampleProspectus): FormFiling {
  const { accepted, shares } = prospectus
  const proceeds = (Number(prospectus.price) - Number(prospectus.discount)).toFixed(2)
  const total = (each: string) => grouped(Math.round(Number(each) * shares))
  const row = (label: string, each: string) =>
    `<tr><td>${label}</td><td>$</td><td align="right">${each}</td><td>$</td><td align="right">${total(each)}</td></tr>`
  const content = [
    '<html>',
    '<head><title>424B5</title></head>',
    '<body style="font:10pt \'Times New Roman\', Times, Serif">',
    '<p>Filed Pursuant to Rule 424(b)(5)</p>',
    `<p>Registration No. ${prospectus.registration}</p>`,
    '<p><b>PROSPECTUS SUPPLEMENT</b></p>',
    `<p>(To Prospectus dated ${prospectus.base})</p>`,
    `<p align="center"><b>${grouped(shares)} Shares of Common Stock</b></p>`,
    `<p align="center"><b>${htmlText(prospectus.company)}</b></p>`,
    ...prospectus.prose.map((text) => `<p>${htmlText(text)}</p>`),
    '<table width="100%">',
    '<tr><td></td><td></td><td>Per Share</td><td></td><td>Total</td></tr>',
    row('Public offering price', prospectus.price),
    row('Underwriting discounts and commissions', prospectus.discount),
    row('Proceeds, before expenses, to us', proceeds),
    '</table>',
    '<p>Neither the Securities and Exchange Commission nor any state securities commission has approved or disapproved of these securities.</p>',
    '</body>',
    '</html>',
  ].join('\n')
  return {
    form: '424B5',
    accepted,
    period: null,
    documents: [
      { type: '424B5', file_name: prospectus.file_name, description: '424B5', content, wrapper: null },
    ],
  }
}
