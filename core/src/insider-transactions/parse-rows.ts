import { fieldFootnotes as footnotesOf } from './field-footnotes.ts'
import type { FieldFootnote, OwnershipRow, ReportingOwner } from './ownership-document.ts'
import { date, fieldValue, flag, letter, number, type Warnings } from './xml-fields.ts'
import { childOf, childrenOf, textOf, type XmlElement } from './xml-tree.ts'

interface Table {
  element: 'nonDerivativeTable' | 'derivativeTable'
  prefix: 'nonDerivative' | 'derivative'
  table: OwnershipRow['table']
}

const TABLES: Table[] = [
  { element: 'nonDerivativeTable', prefix: 'nonDerivative', table: 'non_derivative' },
  { element: 'derivativeTable', prefix: 'derivative', table: 'derivative' },
]

export interface RowContext {
  owner: ReportingOwner
  aff10b5One: boolean | null
  footnoteTexts: Map<string, string>
  warnings: Warnings
}

/** Every row of the form, numbered from 1: non-derivative rows first, each table in document order. */
export function rowsOf(root: XmlElement, context: RowContext): OwnershipRow[] {
  const rows: OwnershipRow[] = []
  for (const table of TABLES) addRows(rows, root, table, context)
  return rows
}

/** Adds the rows of a table, which may mix transactions and holdings; the path counts each kind on its own. */
function addRows(
  rows: OwnershipRow[],
  root: XmlElement,
  { element, prefix, table }: Table,
  context: RowContext,
): void {
  const transaction = `${prefix}Transaction`
  const holding = `${prefix}Holding`
  const tables = childrenOf(root, element)
  tables.forEach((tableElement, tableIndex) => {
    const tablePath = `/${root.name}/${element}${tables.length > 1 ? `[${tableIndex + 1}]` : ''}`
    const seen = { transaction: 0, holding: 0 }
    for (const row of tableElement.children) {
      const kind = row.name === transaction ? 'transaction' : row.name === holding ? 'holding' : null
      if (!kind) continue
      seen[kind] += 1
      const path = `${tablePath}/${row.name}[${seen[kind]}]`
      rows.push(rowOf(row, rows.length + 1, kind, table, path, context))
    }
  })
}

function rowOf(
  row: XmlElement,
  position: number,
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
  const fieldFootnotes = footnotesOf(row, footnoteTexts)
  const ids = distinctIds(fieldFootnotes)
  const missing = ids.filter((id) => !footnoteTexts.has(id))
  if (missing.length) warnings.add(`${path} refers to footnotes that are not there: ${missing.join(', ')}`)

  return {
    position,
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

function distinctIds(footnotes: FieldFootnote[]): string[] {
  const ids: string[] = []
  for (const { footnote_id } of footnotes) if (!ids.includes(footnote_id)) ids.push(footnote_id)
  return ids
}
