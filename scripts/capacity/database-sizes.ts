import type { Queryable } from '@sec-latent/core/db'
import type { Portion } from './attribute.ts'

export interface TableSize {
  rows: number
  heap: number
  indexes: number
  toast: number
}

/** The size of every table of the schema, by its name; partitions count for themselves. */
export async function tableSizes(sql: Queryable): Promise<Record<string, TableSize>> {
  const tables = await sql<({ name: string } & Omit<TableSize, 'rows'>)[]>`
    select c.relname as name,
      (pg_table_size(c.oid) - coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0))::float8 as heap,
      pg_indexes_size(c.oid)::float8 as indexes,
      coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0)::float8 as toast
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`
  const sizes: Record<string, TableSize> = {}
  for (const { name, ...size } of tables) {
    const [counted] = await sql<{ rows: number }[]>`select count(*)::int as rows from ${sql(name)}`
    sizes[name] = { rows: counted?.rows ?? 0, ...size }
  }
  return sizes
}

export const totalOf = ({ heap, indexes, toast }: TableSize) => heap + indexes + toast

/** What each filing has in each table that belongs to filings; rows of documents and signals belong to theirs. */
export async function portionsOf(sql: Queryable): Promise<Record<string, Portion[]>> {
  const columns = await sql<{ table: string; column: string }[]>`
    select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`
  const byTable = new Map<string, string[]>()
  for (const { table, column } of columns) byTable.set(table, [...(byTable.get(table) ?? []), column])
  const portions: Record<string, Portion[]> = {}
  for (const [table, names] of byTable) {
    const from = ownerOf(sql, names)
    if (!from) continue
    const size = names.map((name) => `coalesce(pg_column_size(t."${name}"), 0)`).join(' + ')
    portions[table] = await sql<Portion[]>`
      select owner.accession_number, count(*)::int as rows, sum(${sql.unsafe(size)})::float8 as bytes
      from ${sql(table)} t ${from} group by 1`
  }
  return portions
}

/** How the accession number of a row is found, or nothing when the table has no filings. */
function ownerOf(sql: Queryable, columns: string[]) {
  if (columns.includes('accession_number')) return sql`cross join lateral (select t.accession_number) owner`
  if (columns.includes('document_id')) return sql`join documents owner on owner.document_id = t.document_id`
  if (columns.includes('signal_id')) return sql`join signals owner on owner.id = t.signal_id`
  return null
}
