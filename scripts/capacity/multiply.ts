import type { Queryable, Sql } from '@sec-latent/core/db'

/** Already so large after some hundred filings that the first page of an index is nothing in them. */
const LARGE = new Set([
  'facts',
  'search_documents',
  'search_chunks',
  'holdings',
  'fund_holdings',
  'proxy_votes',
])
const MOST_ROUNDS = 800

interface Column {
  table: string
  column: string
  type: string
  /** The only column of a unique index. */
  alone: boolean
}

/**
 * Gives every row of the tables of filings again under other keys, so many times. After some hundred filings most of an index is
 * pages that are hardly begun, which at the size of EDGAR are nothing; the widths of rows and keys stay those of real filings.
 */
export async function multiply(sql: Sql, tables: readonly string[], rounds: number): Promise<void> {
  if (rounds > MOST_ROUNDS) throw new RangeError(`at most ${MOST_ROUNDS} rounds`)
  const columns = await columnsOf(sql)
  await sql.begin(async (tx) => {
    // Neither triggers nor foreign keys: what they would count and look up is not measured here.
    await tx`set local session_replication_role = replica`
    for (const table of tables) {
      if (LARGE.has(table)) continue
      const its = columns.filter((one) => one.table === table)
      await copy(tx, table, its, rounds)
    }
  })
}

/** How many times the rows of a table stand there after `multiply`. */
export const timesOf = (table: string, rounds: number) => (LARGE.has(table) ? 1 : rounds + 1)

async function copy(tx: Queryable, table: string, columns: Column[], rounds: number): Promise<void> {
  const values = columns.map((one) => `${inOtherWords(one)} as "${one.column}"`).join(', ')
  const names = columns.map(({ column }) => `"${column}"`).join(', ')
  await tx.unsafe(
    `insert into "${table}" (${names}) select ${values} from "${table}", generate_series(1, ${rounds}) round`,
  )
}

function inOtherWords({ column, type, alone }: Column): string {
  const name = `"${column}"`
  if (column === 'accession_number') return `overlay(${name} placing (100 + round)::text from 1 for 3)`
  if (type === 'text' && /(^|_)id$|^fingerprint$/.test(column)) {
    return `${name} || '~' || lpad(round::text, 3, '0')`
  }
  if (alone && /int/.test(type)) return `${name} + round * 10000000::bigint`
  return name
}

async function columnsOf(sql: Queryable): Promise<Column[]> {
  return await sql<Column[]>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indnkeyatts = 1
        and i.indkey[0] = a.attnum) as alone
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' order by c.relname, a.attnum`
}
