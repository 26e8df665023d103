import { openXml } from './open-xml.ts'
import type { OwnershipDocument, OwnershipRow, ReportingOwner } from './ownership-document.ts'
import { cikOf, date, fieldValue, flag, letter, number, type Warnings, warningList } from './xml-fields.ts'
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
  const rows = TABLES.flatMap((table) => rowsOf(root, table, context)).map((row, index) => ({
    ...row,
    position: index + 1,
  }))

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

interface Table {
  element: 'nonDerivativeTable' | 'derivativeTable'
  prefix: 'nonDerivative' | 'derivative'
  table: OwnershipRow['table']
}

const TABLES: Table[] = [
  { element: 'nonDerivativeTable', prefix: 'nonDerivative', table: 'non_derivative' },
  { element: 'derivativeTable', prefix: 'derivative', table: 'derivative' },
]

interface RowContext {
  owner: ReportingOwner
  aff10b5One: boolean | null
  footnoteTexts: Map<string, string>
  warnings: Warnings
}

/** Rows in document order; a table may mix transactions and holdings, and the path counts each kind on its own. */
function rowsOf(root: XmlElement, { element, prefix, table }: Table, context: RowContext): OwnershipRow[] {
  const rows: OwnershipRow[] = []
  const tables = childrenOf(root, element)
  tables.forEach((tableElement, tableIndex) => {
    const tablePath = `/${ROOT}/${element}${tables.length > 1 ? `[${tableIndex + 1}]` : ''}`
    const seen = { transaction: 0, holding: 0 }
    for (const row of tableElement.children) {
      const kind =
        row.name === `${prefix}Transaction`
          ? 'transaction'
          : row.name === `${prefix}Holding`
            ? 'holding'
            : null
      if (!kind) continue
      seen[kind] += 1
      rows.push(rowOf(row, kind, table, `${tablePath}/${row.name}[${seen[kind]}]`, context))
    }
  })
  return rows
}

function rowOf(
  row: XmlElement,
  kind: OwnershipRow['row_kind'],
  table: OwnershipRow['table'],
  path: string,
  { owner, aff10b5One, footnoteTexts, warnings }: RowContext,
): OwnershipRow {
  const coding = childOf(row, 'transactionCoding')
  const amounts = childOf(row, 'transactionAmounts')
  const after = childOf(row, 'postTransactionAmounts')
  const nature = childOf(row, 'ownershipNature')
  const underlying = childOf(row, 'underlyingSecurity')
  const fieldFootnotes = footnoteIdsByField(row)
  const ids = [...new Set(Object.values(fieldFootnotes).flat())]
  const missing = ids.filter((id) => !footnoteTexts.has(id))
  if (missing.length) warnings.add(`${path} refers to footnotes that are not there: ${missing.join(', ')}`)

  return {
    position: 0,
    row_kind: kind,
    table,
    owner_cik: owner.owner_cik,
    owner_name: owner.owner_name,
    is_director: owner.is_director,
    is_officer: owner.is_officer,
    is_ten_percent_owner: owner.is_ten_percent_owner,
    officer_title: owner.officer_title,
    security_title: fieldValue(row, 'securityTitle') ?? '',
    transaction_date: date(fieldValue(row, 'transactionDate'), `${path}/transactionDate`, warnings),
    transaction_code: textOf(coding, 'transactionCode'),
    acquired_disposed: letter(fieldValue(amounts, 'transactionAcquiredDisposedCode'), 'A', 'D'),
    shares: number(fieldValue(amounts, 'transactionShares'), `${path}/transactionShares`, warnings),
    price_per_share: number(
      fieldValue(amounts, 'transactionPricePerShare'),
      `${path}/transactionPricePerShare`,
      warnings,
    ),
    shares_owned_following: number(
      fieldValue(after, 'sharesOwnedFollowingTransaction'),
      `${path}/sharesOwnedFollowingTransaction`,
      warnings,
    ),
    direct_or_indirect: letter(fieldValue(nature, 'directOrIndirectOwnership'), 'D', 'I'),
    underlying_security_title: fieldValue(underlying, 'underlyingSecurityTitle'),
    underlying_shares: number(
      fieldValue(underlying, 'underlyingSecurityShares'),
      `${path}/underlyingSecurityShares`,
      warnings,
    ),
    exercise_price: number(
      fieldValue(row, 'conversionOrExercisePrice'),
      `${path}/conversionOrExercisePrice`,
      warnings,
    ),
    expiration_date: date(fieldValue(row, 'expirationDate'), `${path}/expirationDate`, warnings),
    aff10b5_one: aff10b5One,
    footnotes: ids.flatMap((id) => footnoteTexts.get(id) ?? []),
    xml_path: path,
    transaction_form_type: textOf(coding, 'transactionFormType'),
    deemed_execution_date: date(
      fieldValue(row, 'deemedExecutionDate'),
      `${path}/deemedExecutionDate`,
      warnings,
    ),
    transaction_timeliness: fieldValue(row, 'transactionTimeliness'),
    equity_swap_involved: flag(textOf(coding, 'equitySwapInvolved'), `${path}/equitySwapInvolved`, warnings),
    transaction_total_value: number(
      fieldValue(amounts, 'transactionTotalValue'),
      `${path}/transactionTotalValue`,
      warnings,
    ),
    value_owned_following: number(
      fieldValue(after, 'valueOwnedFollowingTransaction'),
      `${path}/valueOwnedFollowingTransaction`,
      warnings,
    ),
    underlying_value: number(
      fieldValue(underlying, 'underlyingSecurityValue'),
      `${path}/underlyingSecurityValue`,
      warnings,
    ),
    exercise_date: date(fieldValue(row, 'exerciseDate'), `${path}/exerciseDate`, warnings),
    nature_of_ownership: fieldValue(nature, 'natureOfOwnership'),
    field_footnotes: fieldFootnotes,
  }
}

/** Footnote ids of a row by the element that carries them, in document order. The tree is at most 256 deep. */
function footnoteIdsByField(row: XmlElement): Record<string, string[]> {
  const byField: Record<string, string[]> = {}
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      const id = child.name === 'footnoteId' ? child.attributes.id : undefined
      if (id) byField[element.name] = [...(byField[element.name] ?? []), id].slice(0, 99)
      else visit(child)
    }
  }
  visit(row)
  return byField
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
  }
}
