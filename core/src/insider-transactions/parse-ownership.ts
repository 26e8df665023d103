import type { OwnershipDocument, OwnershipRow, ReportingOwner } from './ownership-document.ts'
import {
  childOf,
  childrenOf,
  MAX_XML_BYTES,
  OwnershipError,
  plain,
  readXmlTree,
  textOf,
  type XmlElement,
} from './xml-tree.ts'

export { OwnershipError, type OwnershipErrorReason } from './xml-tree.ts'

const ROOT = 'ownershipDocument'
// A price with more digits than this is no price; the form allows 11 before the point and 4 after it.
const MAX_NUMBER_LENGTH = 40
const MAX_WARNINGS = 100

/**
 * Reads the XML of a Form 3, 4, 5 or an amendment (SEC EDGAR Ownership XML Technical Specification). Pure. Bytes are read
 * as UTF-8, and as windows-1252 when they are not valid UTF-8. The `<XML>` wrapper of a submission is allowed.
 *
 * @throws OwnershipError with a `reason`: `not_xml` for the text forms filed before 2003, `not_ownership_document` for
 * other XML, and the limits and faults of `readXmlTree`.
 */
export function parseOwnershipDocument(xml: string | Uint8Array): OwnershipDocument {
  const size = typeof xml === 'string' ? xml.length : xml.byteLength
  if (size > MAX_XML_BYTES) throw new OwnershipError('too_large', 'the document is larger than 16 MiB')
  const warnings = warningList()
  const root = readTolerantly(withoutWrapper(typeof xml === 'string' ? xml : decoded(xml)), warnings)
  if (root.name !== ROOT)
    throw new OwnershipError('not_ownership_document', `the root element is not <${ROOT}>`)

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

// Until about 2008 EDGAR broke lines longer than this, now and then in the middle of a tag.
const EDGAR_LINE_LENGTH = 1023

/** A document that is not well-formed only because EDGAR broke a long line is read with those lines joined again. */
function readTolerantly(xml: string, warnings: Warnings): XmlElement {
  try {
    return readXmlTree(xml)
  } catch (error) {
    if (!(error instanceof OwnershipError) || error.reason !== 'malformed') throw error
    const lines = xml.split(/\r?\n/)
    const joined = lines.map((line) => (line.length === EDGAR_LINE_LENGTH ? line : `${line}\n`)).join('')
    if (!lines.some((line) => line.length === EDGAR_LINE_LENGTH)) throw error
    const root = readXmlTree(joined)
    warnings.add('lines that EDGAR had broken at 1,023 characters were joined')
    return root
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

/** Value of a field; null when the field holds a footnote only. */
function fieldValue(parent: XmlElement | undefined, name: string): string | null {
  const field = childOf(parent, name)
  if (!field) return null
  // The earliest schemas write the value straight into the element.
  return childOf(field, 'value') ? textOf(field, 'value') : plain(field.text)
}

/** The schema allows 0, 1, true and false; an empty element says nothing. */
function flag(text: string | null, where: string, warnings: Warnings): boolean | null {
  if (text === null) return null
  const lower = text.toLowerCase()
  if (lower === '1' || lower === 'true') return true
  if (lower === '0' || lower === 'false') return false
  warnings.add(`${where} is neither true nor false`)
  return null
}

function number(text: string | null, where: string, warnings: Warnings): number | null {
  if (text === null) return null
  if (text.length <= MAX_NUMBER_LENGTH && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return Number(text)
  warnings.add(`${where} is not a number`)
  return null
}

/** `YYYY-MM-DD`; EDGAR also stores dates with a zone such as `2010-06-17-05:00`, whose day is the day meant. */
function date(text: string | null, where: string, warnings: Warnings): string | null {
  if (text === null) return null
  const day = text.slice(0, 10)
  const rest = text.slice(10)
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null
  const real = moment && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
  if (real && (rest === '' || /^(?:Z|[+-]\d{2}:\d{2}|T[\d:.]{5,12}Z?)$/.test(rest))) return day
  warnings.add(`${where} is not a date`)
  return null
}

function letter<T extends string>(text: string | null, ...allowed: T[]): T | null {
  return allowed.find((value) => value === text?.toUpperCase()) ?? null
}

function cikOf(text: string | null): string | null {
  return text && /^\d{1,10}$/.test(text) ? text.padStart(10, '0') : null
}

interface Warnings {
  list: string[]
  add(text: string): void
}

function warningList(): Warnings {
  const list: string[] = []
  return {
    list,
    add(text) {
      if (list.length < MAX_WARNINGS) list.push(text)
    },
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Cuts the `<XML>` wrapper of a submission and white space; refuses what does not begin as XML. */
function withoutWrapper(text: string): string {
  let body = text.startsWith('\ufeff') ? text.slice(1).trim() : text.trim()
  if (/^<XML>/i.test(body)) {
    const end = body.toUpperCase().lastIndexOf('</XML>')
    body = body.slice('<XML>'.length, end < 0 ? undefined : end).trim()
  }
  if (!body.startsWith('<')) throw new OwnershipError('not_xml', 'the document is not XML')
  // A text form may begin with an SGML tag such as <PAGE>; the ownership element is what makes it XML.
  if (!body.startsWith('<?xml') && !body.startsWith('<!') && !body.includes(ROOT))
    throw new OwnershipError('not_xml', 'the document is not XML')
  return body
}
