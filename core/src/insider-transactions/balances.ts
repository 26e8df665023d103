import type { OwnershipDocument, OwnershipRow } from './ownership-document.ts'

/** What an owner held after a line of a form. */
export interface Balance {
  position: number
  owner_cik: string
  /** What makes two balances one position: table, security, way of holding and, for derivatives, terms. */
  holding_key: string
  /** Day the balance is true for: of the transaction, or of the report for a holding. */
  balance_date: string
  /** Null where the form counts the security in dollars. */
  shares: number | null
}

/** The balances a form states, one for each line and owner: joint owners hold the same thing together. */
export function balancesOf(
  document: Pick<OwnershipDocument, 'rows' | 'owners' | 'period_of_report'>,
  filedOn: string,
): Balance[] {
  const owners = [...new Set(document.owners.map(({ owner_cik }) => owner_cik))]
  return document.rows.flatMap((row) => {
    if (row.shares_owned_following === null && row.value_owned_following === null) return []
    const balance = {
      position: row.position,
      holding_key: holdingKey(row),
      balance_date: row.transaction_date ?? document.period_of_report ?? filedOn,
      shares: row.shares_owned_following,
    }
    return owners.map((owner_cik) => ({ ...balance, owner_cik }))
  })
}

// "Common Stock, par value $0.01 per share" is the Common Stock of the next form.
const PAR_VALUE = /[\s,(]*(?:\$?\s?[\d.]+\s+par|(?:no\s+)?par)\s+value.*$/i

export function holdingKey(
  row: Pick<
    OwnershipRow,
    | 'table'
    | 'security_title'
    | 'direct_or_indirect'
    | 'nature_of_ownership'
    | 'exercise_price'
    | 'expiration_date'
  >,
): string {
  const title = words(row.security_title.slice(0, 300).replace(PAR_VALUE, '')) || words(row.security_title)
  const terms =
    row.table === 'derivative' ? [String(row.exercise_price ?? ''), row.expiration_date ?? ''] : []
  return [
    row.table,
    title,
    row.direct_or_indirect ?? '',
    words((row.nature_of_ownership ?? '').slice(0, 200)),
    ...terms,
  ].join('|')
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
