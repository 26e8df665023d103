import postgres from 'postgres'

/** Who a process is to Postgres; migration 0016 says what each may do. */
export type DatabaseRole =
  | 'latent_api'
  | 'latent_service'
  | 'latent_worker'
  | 'latent_readonly'
  | 'latent_retention'

/**
 * What a connection of each role is held to: milliseconds a statement may run, may wait for a lock, and a transaction may
 * stand still. Migration 0016 gives the same to logins that have a role of their own.
 */
const LIMITS: Record<DatabaseRole, { statement: number; lock: number; idle: number }> = {
  latent_api: { statement: 30_000, lock: 10_000, idle: 30_000 },
  latent_service: { statement: 30_000, lock: 10_000, idle: 30_000 },
  latent_worker: { statement: 900_000, lock: 120_000, idle: 600_000 },
  latent_readonly: { statement: 60_000, lock: 5_000, idle: 60_000 },
  latent_retention: { statement: 3_600_000, lock: 10_000, idle: 60_000 },
}

/**
 * The one way to Postgres. Prepared statements are off unless asked for, because PgBouncer in transaction mode cannot keep
 * them, and the texts of lists are too many; dates and times stay text in and out, so that no time zone of the process can move them. With a `role` every connection
 * begins in it (the login must be a member); without one the login's own privileges hold. `DATABASE_ROLES=off` is for poolers
 * that take no parameters at the start of a connection: then the logins have the roles as their defaults, and the role of the
 * service logs in at `DATABASE_SERVICE_URL`.
 */
export function openDatabase(
  url: string,
  options: {
    max?: number
    applicationName?: string
    role?: DatabaseRole
    onStatement?: (text: string, parameters: unknown[]) => void
    /** Plans are kept. For statements whose text never varies; not behind a pooler. */
    prepared?: boolean
  } = {},
) {
  const { role } = options
  const rolesAreLogins = process.env.DATABASE_ROLES === 'off'
  const serviceUrl =
    rolesAreLogins && role === 'latent_service' ? process.env.DATABASE_SERVICE_URL : undefined
  return postgres(serviceUrl || url, {
    max: options.max ?? 10,
    prepare: options.prepared === true && !rolesAreLogins,
    connect_timeout: 10,
    idle_timeout: 30,
    // Seconds. The driver's own waits grow to twenty, and a Postgres that is back would not be noticed for as long.
    backoff: (failures: number) => Math.min(0.05 * 2 ** failures, 1),
    onnotice: () => {},
    ...(options.onStatement
      ? { debug: (_: number, text: string, parameters: unknown[]) => options.onStatement?.(text, parameters) }
      : {}),
    connection: {
      application_name: options.applicationName ?? 'sec-latent',
      // Compiling the plan of a point read takes a hundred milliseconds; the read takes one.
      jit: 'off',
      ...(role && !rolesAreLogins ? parametersOf(role) : {}),
    },
    types: {
      bigint: { to: 20, from: [20], parse: Number, serialize: String },
      date: { to: 1082, from: [1082], parse: (text: string) => text, serialize: (text: string) => text },
      timestamptz: {
        to: 1184,
        from: [1184],
        parse: toRfc3339,
        serialize: (value: string | Date) => (value instanceof Date ? value.toISOString() : value),
      },
    },
  })
}

export type Sql = ReturnType<typeof openDatabase>

/** How busy the connections of a process are. */
export interface PoolState {
  max: number
  /** Being opened, in a transaction, or with a statement under way. */
  used: number
  /** Open, with nothing to do. */
  idle: number
  /** Statements that wait for a connection, or on one behind another statement. */
  waiting: number
}

/** Asks the driver, which `scripts/install/repair-driver.mjs` taught to answer. */
export function poolState(sql: Sql): PoolState {
  return (sql as unknown as { pool(): PoolState }).pool()
}

/** A transaction, or the pool: what a store function needs to run its statement. */
export type Queryable = Sql | Parameters<Parameters<Sql['begin']>[1]>[0]

/**
 * Opens connections before anybody waits for one: the first requests of a process would otherwise each pay for theirs. After
 * `patienceMs` it goes on without, so that a process starts where Postgres is away.
 */
export async function openAhead(sql: Sql, connections: number, patienceMs = 2_000): Promise<void> {
  const opened = Promise.allSettled(Array.from({ length: connections }, () => sql`select 1`))
  await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())])
}

function parametersOf(role: DatabaseRole) {
  const { statement, lock, idle } = LIMITS[role]
  return {
    role,
    search_path: 'public',
    statement_timeout: statement,
    lock_timeout: lock,
    idle_in_transaction_session_timeout: idle,
  }
}

const PLAIN_INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/

/** Postgres prints `2025-10-31 10:01:26+00`; the wire says `2025-10-31T10:01:26Z`. */
export function toRfc3339(text: string): string {
  // Nearly all are like this, and a page has hundreds.
  if (PLAIN_INSTANT.test(text)) {
    const milliseconds = text.length === 22 ? '' : text.slice(19, -3).padEnd(4, '0').slice(0, 4)
    return `${text.slice(0, 10)}T${text.slice(11, 19)}${milliseconds === '.000' ? '' : milliseconds}Z`
  }
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return instant.toISOString().replace('.000Z', 'Z')
}
