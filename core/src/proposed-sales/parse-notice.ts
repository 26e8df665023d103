import { openXml } from '../insider-transactions/open-xml.ts'
import {
  addressOf,
  cikOf,
  flag,
  number,
  slashDate,
  type Warnings,
  warningList,
} from '../insider-transactions/xml-fields.ts'
import {
  childOf,
  childrenOf,
  OwnershipError,
  plain,
  textOf,
  type XmlElement,
} from '../insider-transactions/xml-tree.ts'
import type { Acquisition, PastSale, ProposedSaleNotice, SecuritiesForSale } from './proposed-sale.ts'

/**
 * Reads the XML of a Form 144 or 144/A (EDGAR Form 144 XML Technical Specification). Pure.
 *
 * @throws OwnershipError
 */
export function parseProposedSale(xml: string | Uint8Array): ProposedSaleNotice {
  const warnings = warningList()
  const root = openXml(xml, 'edgarSubmission', warnings)
  const header = childOf(root, 'headerData')
  const form = childOf(root, 'formData')
  const submissionType = textOf(header, 'submissionType') ?? ''
  if (!/^144(\/A)?$/.test(submissionType) || !form)
    throw new OwnershipError('not_ownership_document', 'the submission is no Form 144')
  const issuer = childOf(form, 'issuerInfo')
  const issuerCik = cikOf(textOf(issuer, 'issuerCik'))
  if (!issuerCik) throw new OwnershipError('missing_issuer', 'the notice names no issuer CIK')
  const notice = childOf(form, 'noticeSignature')

  return {
    is_amendment: submissionType === '144/A',
    previous_accession_number: textOf(header, 'previousAccessionNumber'),
    issuer_cik: issuerCik,
    issuer_name: textOf(issuer, 'issuerName'),
    issuer_file_number: textOf(issuer, 'secFileNumber'),
    issuer_address: addressOf(childOf(issuer, 'issuerAddress')),
    issuer_phone: textOf(issuer, 'issuerContactPhone'),
    seller_ciks: childrenOf(childOf(header, 'filerInfo'), 'filer').flatMap(
      (filer) => cikOf(textOf(childOf(filer, 'filerCredentials'), 'cik')) ?? [],
    ),
    seller_name: textOf(issuer, 'nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold') ?? '',
    relationships: childrenOf(childOf(issuer, 'relationshipsToIssuer'), 'relationshipToIssuer').flatMap(
      ({ text }) => plain(text) ?? [],
    ),
    securities: childrenOf(form, 'securitiesInformation').map((row, index) =>
      securitiesOf(row, index + 1, warnings),
    ),
    acquisitions: childrenOf(form, 'securitiesToBeSold').map((row, index) =>
      acquisitionOf(row, index + 1, warnings),
    ),
    nothing_sold_in_past_3_months: flag(
      textOf(form, 'nothingToReportFlagOnSecuritiesSoldInPast3Months'),
      'nothingToReportFlagOnSecuritiesSoldInPast3Months',
      warnings,
    ),
    sold_in_past_3_months: childrenOf(form, 'securitiesSoldInPast3Months').map((row, index) =>
      pastSaleOf(row, index + 1, warnings),
    ),
    remarks: textOf(form, 'remarks'),
    notice_date: slashDate(textOf(notice, 'noticeDate'), 'noticeDate', warnings),
    plan_adoption_dates: childrenOf(childOf(notice, 'planAdoptionDates'), 'planAdoptionDate').flatMap(
      ({ text }) => slashDate(plain(text), 'planAdoptionDate', warnings) ?? [],
    ),
    signature: textOf(notice, 'signature'),
    warnings: warnings.list,
  }
}

/** Reads the fields of one row and names the row in what it warns of. */
function fieldsOf(row: XmlElement, position: number, warnings: Warnings) {
  const where = (name: string) => `${row.name}[${position}]/${name}`
  return {
    text: (name: string) => textOf(row, name),
    number: (name: string) => number(textOf(row, name), where(name), warnings),
    date: (name: string) => slashDate(textOf(row, name), where(name), warnings),
    flag: (name: string) => flag(textOf(row, name), where(name), warnings),
  }
}

function securitiesOf(row: XmlElement, position: number, warnings: Warnings): SecuritiesForSale {
  const fields = fieldsOf(row, position, warnings)
  const broker = childOf(row, 'brokerOrMarketmakerDetails')
  return {
    position,
    security_title: fields.text('securitiesClassTitle'),
    broker_name: textOf(broker, 'name'),
    broker_address: addressOf(childOf(broker, 'address')),
    units_to_be_sold: fields.number('noOfUnitsSold'),
    aggregate_market_value: fields.number('aggregateMarketValue'),
    units_outstanding: fields.number('noOfUnitsOutstanding'),
    approximate_sale_date: fields.date('approxSaleDate'),
    exchange: fields.text('securitiesExchangeName'),
  }
}

function acquisitionOf(row: XmlElement, position: number, warnings: Warnings): Acquisition {
  const fields = fieldsOf(row, position, warnings)
  return {
    position,
    security_title: fields.text('securitiesClassTitle'),
    acquired_date: fields.date('acquiredDate'),
    nature_of_acquisition: fields.text('natureOfAcquisitionTransaction'),
    acquired_from: fields.text('nameOfPersonfromWhomAcquired'),
    is_gift: fields.flag('isGiftTransaction'),
    // The schema spells the donor so.
    donor_acquired_date: fields.date('donarAcquiredDate'),
    amount_acquired: fields.number('amountOfSecuritiesAcquired'),
    payment_date: fields.date('paymentDate'),
    nature_of_payment: fields.text('natureOfPayment'),
  }
}

function pastSaleOf(row: XmlElement, position: number, warnings: Warnings): PastSale {
  const fields = fieldsOf(row, position, warnings)
  const seller = childOf(row, 'sellerDetails')
  return {
    position,
    seller_name: textOf(seller, 'name'),
    seller_address: addressOf(childOf(seller, 'address')),
    security_title: fields.text('securitiesClassTitle'),
    sale_date: fields.date('saleDate'),
    amount_sold: fields.number('amountOfSecuritiesSold'),
    gross_proceeds: fields.number('grossProceeds'),
  }
}
