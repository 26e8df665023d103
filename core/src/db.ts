import postgres from 'postgres'

/** Who a process is to Postgres; migration 0016 says what each may do. */
export type DatabaseRole =
  | 'latent_api'
  | 'latent_service'
  | 'latent_worker'
  | 'latent_readonly'
  | 'latent_retention'

/**
 * The one way to Postgres. Prepared statements are off, because PgBouncer in transaction mode cannot keep them;
 * dates and times stay text in and out, so that no time zone of the process can move them. With a `role` every connection
 * begins in it (the login must be a member); without one the login's own privileges hold.
 */
export function openDatabase(
  url: string,
  options: { max?: number; applicationName?: string; role?: DatabaseRole } = {},
) {
  return postgres(url, {
    max: options.max ?? 10,
    prepare: false,
    connect_timeout: 10,
    idle_timeout: 30,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? 'sec-latent',
      ...(options.role ? { role: options.role } : {}),
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
/** A transaction, or the pool: what a store function needs to run its statement. */
export type Queryable = Sql | Parameters<Parameters<Sql['begin']>[1]>[0]

/** Postgres prints `2025-10-31 10:01:26+00`; the wire says `2025-10-31T10:01:26Z`. */
function toRfc3339(text: string): string {
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return instant.toISOString().replace('.000Z', 'Z')
}
