import type { OwnershipDocument, OwnershipRow } from '../../insider-transactions/ownership-document.ts'
import type { Likeness, Ours } from './ownership-literals.ts'
import type { Rules } from './structured-form-expression.ts'

const ours = (value: unknown, likeness: Likeness = 'same'): Ours => ({ value, likeness })

const rowsOf = ({ rows }: OwnershipDocument, kind: OwnershipRow['row_kind'], table?: OwnershipRow['table']) =>
  rows.filter((row) => row.row_kind === kind && (table === undefined || row.table === table))
const TABLES = { derivative: 'derivative', non_derivative: 'non_derivative' } as const
const KINDS = { transactions: 'transaction', holdings: 'holding' } as const
type TableName = keyof typeof TABLES
type KindName = keyof typeof KINDS

const OWNER = String.raw`(?:reporting_owners\[0\]|entities\['owners'\]\[0\]\['data'\]|details\['owner'\]|\bowner)`
const ISSUER = String.raw`(?:\bissuer|issuer_data|entities\['issuer'\]\['data'\]|details\['issuer'\])`

/** What tests of edgartools, Equibles and edgar-app call the things of a Form 3, 4 or 5. */
export const INSIDER_RULES: Rules<OwnershipDocument> = [
  [
    /^len\(.*\b(derivative|non_derivative)_table\.(transactions|holdings)\)$/,
    (form, [, table, kind]) => ours(rowsOf(form, KINDS[kind as KindName], TABLES[table as TableName]).length),
  ],
  [
    /^metadata\['(derivative|non_derivative)_(transactions|holdings)'\]$/,
    (form, [, table, kind]) => ours(rowsOf(form, KINDS[kind as KindName], TABLES[table as TableName]).length),
  ],
  [
    /^len\(result\['(transactions)'\]\)$|^transactions \(count\)$/,
    (form) => ours(rowsOf(form, 'transaction').length),
  ],
  [/^len\((?:.*\.)?reporting_owners\)$|^len\(entities\['owners'\]\)$/, (form) => ours(form.owners.length)],
  [
    /^len\((?:.*\.)?relationships\)$|^len\(entities\['relationships'\]\)$/,
    (form) => ours(form.owners.length),
  ],
  [/^len\(.*\.footnotes\)$/, (form) => ours(form.footnotes.length)],
  [/^len\(.*\.signatures\)$/, (form) => ours(form.signatures.length)],
  [/\.footnotes\['(\w+)'\]$/, (form, [, id]) => ours(form.footnotes.find((note) => note.id === id)?.text)],
  [/\.signatures\[(\d+)\]\.signature$/, (form, [, at]) => ours(form.signatures[Number(at)]?.name)],
  [/^(?:ownership|form[345]|obj)\.form$|^metadata\['document_type'\]$/, (form) => ours(form.document_type)],
  [/^metadata\['schema_version'\]$/, (form) => ours(form.schema_version)],
  [/\.remarks$/, (form) => ours(form.remarks)],
  [/\.reporting_period$|^metadata\['period_of_report'\]$/, (form) => ours(form.period_of_report)],
  [new RegExp(`${OWNER}(?:\\.cik|\\['cik'\\])$`), (form) => ours(form.owners[0]?.owner_cik, 'cik')],
  [
    new RegExp(`${OWNER}(?:\\.name(?:_unreversed)?|\\['name'\\])$`),
    (form) => ours(form.owners[0]?.owner_name, 'name'),
  ],
  [/reporting_owners\[0\]\.address\.city$/, (form) => ours(form.owners[0]?.address?.city)],
  [new RegExp(`${ISSUER}(?:\\.cik|\\['cik'\\])$`), (form) => ours(form.issuer_cik, 'cik')],
  [/^contains: issuer_data\.name$/, (form) => ours(form.issuer_name, 'part')],
  [new RegExp(`${ISSUER}(?:\\.name|\\['name'\\])$`), (form) => ours(form.issuer_name)],
  [/^rel\.relationship_type$/, (form) => ours(rolesOf(form)[0])],
  [/^contains: (?:details\['roles'\]|role_types)$/, (form) => ours(rolesOf(form), 'one_of')],
  [
    /^contains: second_transaction\['footnoteIds'\]$/,
    (form) => ours(footnoteIds(rowsOf(form, 'transaction', 'non_derivative')[1]), 'one_of'),
  ],
  [
    /^contains: first_derivative\['footnoteIds'\]$/,
    (form) => ours(footnoteIds(rowsOf(form, 'transaction', 'derivative')[0]), 'one_of'),
  ],
  [
    /^by_code\['(\w)'\]\['(Shares|Remaining|Price)'\]$/,
    (form, [, code, column]) => ours(byCode(form, code ?? '', column ?? '')),
  ],
]

function rolesOf({ owners }: OwnershipDocument): string[] {
  const [owner] = owners
  return [
    owner?.is_director && 'director',
    owner?.is_officer && 'officer',
    owner?.is_ten_percent_owner && '10_percent_owner',
    owner?.is_other && 'other',
  ].filter((role) => typeof role === 'string')
}

function footnoteIds(row: OwnershipRow | undefined): string[] {
  return row?.field_footnotes.map(({ footnote_id }) => footnote_id) ?? []
}

function byCode(form: OwnershipDocument, code: string, column: string): number | null | undefined {
  const row = rowsOf(form, 'transaction', 'non_derivative').find((one) => one.transaction_code === code)
  if (column === 'Shares') return row?.shares
  return column === 'Remaining' ? row?.shares_owned_following : row?.price_per_share
}

/** A variable that a test took out of the form: which row it is, the rest of the test says. */
export const ROW_VARIABLES: [RegExp, (form: OwnershipDocument) => OwnershipRow[]][] = [
  [/^holding\./, (form) => rowsOf(form, 'holding')],
  [/^(?:transaction|activity)\./, (form) => rowsOf(form, 'transaction')],
]

/** The fields of such a row; edgartools writes the footnotes of a field behind its value. */
export const ROW_RULES: Rules<OwnershipRow> = [
  [/\.security_title$/, (row) => ours(row.security_title)],
  [/\.underlying_security$/, (row) => ours(row.underlying_security_title)],
  [/\.value$/, (row) => ours((row.shares ?? Number.NaN) * (row.price_per_share ?? Number.NaN))],
  [/\.security$/, (row) => ours(noted(row.security_title, row, 'security_title'))],
  [/\.(?:date)$/, (row) => ours(row.transaction_date)],
  [/\.shares$/, (row) => ours(row.shares ?? row.shares_owned_following)],
  [/\.remaining$/, (row) => ours(row.shares_owned_following)],
  [/\.price$/, (row) => ours(row.price_per_share)],
  [/\.acquired_disposed$/, (row) => ours(row.acquired_disposed)],
  [/\.transaction_code$/, (row) => ours(row.transaction_code)],
  [/\.form$/, (row) => ours(row.transaction_form_type)],
  [/\.direct_indirect$/, (row) => ours(row.direct_or_indirect)],
  [/\.direct$/, (row) => ours(row.direct_or_indirect === 'D' ? 'Yes' : 'No')],
  [/\.nature_of_ownership$/, (row) => ours(noted(row.nature_of_ownership, row, 'nature_of_ownership'))],
  [/\.exercise_price$/, (row) => ours(noted(row.exercise_price, row, 'exercise_price'))],
  [/\.exercise_date$/, (row) => ours(noted(row.exercise_date, row, 'exercise_date'))],
  [/\.expiration_date$/, (row) => ours(noted(row.expiration_date, row, 'expiration_date'))],
  [/\.underlying$/, (row) => ours(noted(row.underlying_security_title, row, 'underlying_security_title'))],
  [/\.underlying_shares$/, (row) => ours(row.underlying_shares)],
]

function noted(value: string | number | null, row: OwnershipRow, field: string): string {
  const ids = row.field_footnotes.filter((note) => note.field === field).map(({ footnote_id }) => footnote_id)
  return [value, ids.length > 0 ? `[${ids.join(',')}]` : null].filter((part) => part !== null).join(' ')
}
