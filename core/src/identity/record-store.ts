import type { Queryable } from '../db.ts'

/** The tables the sign-in library keeps its records in. Nothing else can be reached through it. */
const TABLES = new Set([
  'users',
  'user_sessions',
  'user_identities',
  'user_verifications',
  'user_second_factors',
])
const COLUMN = /^[a-z][a-z_]{0,62}$/

export interface RecordCondition {
  field: string
  operator:
    | 'eq'
    | 'ne'
    | 'lt'
    | 'lte'
    | 'gt'
    | 'gte'
    | 'in'
    | 'not_in'
    | 'contains'
    | 'starts_with'
    | 'ends_with'
  value: unknown
  connector: 'AND' | 'OR'
  mode?: 'sensitive' | 'insensitive'
}
type Row = Record<string, unknown>

/**
 * Records of tables whose questions are made by a library. Table and column names are checked and quoted, values are always
 * parameters. Conditions joined by OR count as one condition beside those joined by AND.
 */
export function recordStore(sql: Queryable) {
  const table = (name: string) => {
    if (!TABLES.has(name)) throw new Error(`no records are kept in ${name}`)
    return sql(name)
  }
  const column = (name: string) => {
    if (!COLUMN.test(name)) throw new Error('not the name of a column')
    return sql(name)
  }

  function condition({ field, operator, value, mode }: RecordCondition) {
    const name = column(field)
    const fold = mode === 'insensitive' && (typeof value === 'string' || Array.isArray(value))
    const left = fold ? sql`lower(${name})` : sql`${name}`
    const of = (one: unknown) => (fold && typeof one === 'string' ? one.toLowerCase() : one) as never
    switch (operator) {
      case 'ne':
        return value === null ? sql`${left} is not null` : sql`${left} is distinct from ${of(value)}`
      case 'lt':
        return sql`${left} < ${of(value)}`
      case 'lte':
        return sql`${left} <= ${of(value)}`
      case 'gt':
        return sql`${left} > ${of(value)}`
      case 'gte':
        return sql`${left} >= ${of(value)}`
      case 'in':
        return (value as unknown[]).length === 0
          ? sql`false`
          : sql`${left} in ${sql((value as unknown[]).map(of))}`
      case 'not_in':
        return (value as unknown[]).length === 0
          ? sql`true`
          : sql`${left} not in ${sql((value as unknown[]).map(of))}`
      case 'contains':
        return sql`strpos(${left}, ${of(value)}) > 0`
      case 'starts_with':
        return sql`starts_with(${left}, ${of(value)})`
      case 'ends_with':
        return sql`right(${left}, length(${of(value)})) = ${of(value)}`
      default:
        return value === null ? sql`${left} is null` : sql`${left} = ${of(value)}`
    }
  }

  function matching(conditions: readonly RecordCondition[] | undefined) {
    const all = (conditions ?? []).filter((one) => one.connector !== 'OR').map(condition)
    const any = (conditions ?? []).filter((one) => one.connector === 'OR').map(condition)
    let both = sql`true`
    for (const one of all) both = sql`${both} and ${one}`
    if (any.length === 0) return both
    let either = sql`false`
    for (const one of any) either = sql`${either} or ${one}`
    return sql`${both} and (${either})`
  }

  return {
    async insert(name: string, row: Row): Promise<Row> {
      for (const field of Object.keys(row)) column(field)
      const [made] = await sql<Row[]>`insert into ${table(name)} ${sql(row as never)} returning *`
      return made as Row
    },

    async find(
      name: string,
      question: {
        where?: readonly RecordCondition[]
        limit?: number
        offset?: number
        sortBy?: { field: string; direction: 'asc' | 'desc' }
      },
    ): Promise<Row[]> {
      const { sortBy } = question
      const order = sortBy
        ? sql`order by ${column(sortBy.field)} ${sortBy.direction === 'desc' ? sql`desc` : sql`asc`}`
        : sql``
      return await sql<Row[]>`
        select * from ${table(name)} where ${matching(question.where)} ${order}
        limit ${question.limit ?? null} offset ${question.offset ?? 0}`
    },

    async count(name: string, where?: readonly RecordCondition[]): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*) as count from ${table(name)} where ${matching(where)}`
      return row?.count ?? 0
    },

    async update(name: string, where: readonly RecordCondition[], changes: Row): Promise<Row[]> {
      for (const field of Object.keys(changes)) column(field)
      return await sql<Row[]>`
        update ${table(name)} set ${sql(changes as never)} where ${matching(where)} returning *`
    },

    /** Adds to counters of one row that matches, in the statement that looks whether it matches. */
    async increment(
      name: string,
      where: readonly RecordCondition[],
      increments: Record<string, number>,
      changes: Row = {},
    ): Promise<Row | undefined> {
      let assignments = sql``
      for (const [field, delta] of Object.entries(increments)) {
        assignments = sql`${assignments} ${column(field)} = ${column(field)} + ${delta},`
      }
      for (const [field, value] of Object.entries(changes)) {
        assignments = sql`${assignments} ${column(field)} = ${value as never},`
      }
      const [row] = await sql<Row[]>`
        update ${table(name)} set ${assignments} id = id
        where id = (select id from ${table(name)} where ${matching(where)} limit 1 for update) returning *`
      return row
    },

    async remove(name: string, where: readonly RecordCondition[]): Promise<Row[]> {
      return await sql<Row[]>`delete from ${table(name)} where ${matching(where)} returning *`
    },

    /** Takes one row away; of several who try at once, one gets it. */
    async take(name: string, where: readonly RecordCondition[]): Promise<Row | undefined> {
      const [row] = await sql<Row[]>`
        delete from ${table(name)}
        where id = (select id from ${table(name)} where ${matching(where)} limit 1 for update skip locked)
        returning *`
      return row
    },
  }
}
export type RecordStore = ReturnType<typeof recordStore>
