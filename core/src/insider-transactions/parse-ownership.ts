import { openXml } from './open-xml.ts'
import type { OwnershipDocument, ReportingOwner } from './ownership-document.ts'
import { type RowContext, rowsOf } from './parse-rows.ts'
import { cikOf, date, flag, type PostalAddress, type Warnings, warningList } from './xml-fields.ts'
import { childOf, childrenOf, OwnershipError, plain, textOf, type XmlElement } from './xml-tree.ts'

export { OwnershipError, type OwnershipErrorReason } from './xml-tree.ts'

const ROOT = 'ownershipDocument'

/**
 * Reads the XML of a Form 3, 4, 5 or an amendment (SEC EDGAR Ownership XML Technical Specification). Pure. Bytes are read
 * as UTF-8, and as windows-1252 when they are not valid UTF-8. The `<XML>` wrapper of a submission is allowed.
 *
 * @throws OwnershipError with a `reason`: `not_xml` for the text forms filed before 2003, `not_ownership_document` for
 * other XML, and the limits and faults of `readXmlTree`.
 */
export function parseOwnershipDocument(xml: string | Uint8Array): OwnershipDocument {
  const warnings = warningList()
  const root = openXml(xml, ROOT, warnings)
  const issuer = childOf(root, 'issuer')
  const issuerCik = cikOf(textOf(issuer, 'issuerCik'))
  if (!issuerCik) throw new OwnershipError('missing_issuer', 'the document names no issuer CIK')
  const owners = childrenOf(root, 'reportingOwner').map((owner) => ownerOf(owner, warnings))
  const first = owners[0]
  if (!first) throw new OwnershipError('missing_owner', 'the document names no reporting owner')

  const footnotes = childrenOf(childOf(root, 'footnotes'), 'footnote').map((note) => ({
    id: note.attributes.id ?? '',
    text: plain(note.text) ?? '',
  }))
  const aff10b5One = flag(textOf(root, 'aff10b5One'), 'aff10b5One', warnings)
  const context: RowContext = {
    owner: first,
    aff10b5One,
    footnoteTexts: new Map(footnotes.map((note) => [note.id, note.text])),
    warnings,
  }
  const rows = rowsOf(root, context)

  return {
    schema_version: textOf(root, 'schemaVersion'),
    document_type: textOf(root, 'documentType') ?? '',
    period_of_report: date(textOf(root, 'periodOfReport'), 'periodOfReport', warnings),
    date_of_original_submission: date(
      textOf(root, 'dateOfOriginalSubmission'),
      'dateOfOriginalSubmission',
      warnings,
    ),
    not_subject_to_section16: flag(textOf(root, 'notSubjectToSection16'), 'notSubjectToSection16', warnings),
    no_securities_owned: flag(textOf(root, 'noSecuritiesOwned'), 'noSecuritiesOwned', warnings),
    form3_holdings_reported: flag(textOf(root, 'form3HoldingsReported'), 'form3HoldingsReported', warnings),
    form4_transactions_reported: flag(
      textOf(root, 'form4TransactionsReported'),
      'form4TransactionsReported',
      warnings,
    ),
    aff10b5_one: aff10b5One,
    issuer_cik: issuerCik,
    issuer_name: textOf(issuer, 'issuerName'),
    issuer_trading_symbol: textOf(issuer, 'issuerTradingSymbol'),
    owners,
    rows,
    footnotes,
    remarks: textOf(root, 'remarks'),
    signatures: childrenOf(root, 'ownerSignature').map((signature) => ({
      name: textOf(signature, 'signatureName'),
      signed_on: date(textOf(signature, 'signatureDate'), 'signatureDate', warnings),
    })),
    warnings: warnings.list,
  }
}

function ownerOf(owner: XmlElement, warnings: Warnings): ReportingOwner {
  const id = childOf(owner, 'reportingOwnerId')
  const relationship = childOf(owner, 'reportingOwnerRelationship')
  const cik = cikOf(textOf(id, 'rptOwnerCik'))
  if (!cik) throw new OwnershipError('missing_owner', 'a reporting owner has no CIK')
  return {
    owner_cik: cik,
    owner_name: textOf(id, 'rptOwnerName') ?? '',
    is_director: flag(textOf(relationship, 'isDirector'), 'isDirector', warnings),
    is_officer: flag(textOf(relationship, 'isOfficer'), 'isOfficer', warnings),
    is_ten_percent_owner: flag(textOf(relationship, 'isTenPercentOwner'), 'isTenPercentOwner', warnings),
    is_other: flag(textOf(relationship, 'isOther'), 'isOther', warnings),
    officer_title: textOf(relationship, 'officerTitle'),
    other_text: textOf(relationship, 'otherText'),
    address: ownerAddress(childOf(owner, 'reportingOwnerAddress')),
  }
}

function ownerAddress(element: XmlElement | undefined): PostalAddress | null {
  const address = {
    street1: textOf(element, 'rptOwnerStreet1'),
    street2: textOf(element, 'rptOwnerStreet2'),
    city: textOf(element, 'rptOwnerCity'),
    state_or_country: textOf(element, 'rptOwnerState') ?? textOf(element, 'rptOwnerStateDescription'),
    zip_code: textOf(element, 'rptOwnerZipCode'),
  }
  return Object.values(address).some((part) => part !== null) ? address : null
}
