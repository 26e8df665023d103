import type { Queryable, Sql } from '../db.ts'

/**
 * Runs statements for one organisation, in one transaction: row-level security shows them its rows and nobody else's. The
 * setting ends with the transaction, so a pool in front of Postgres may hand the connection to anybody afterwards.
 */
export async function asOrganisation<T>(
  sql: Sql,
  organisationId: string,
  run: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return (await sql.begin(async (tx) => {
    // Sent with the first statement of `run`, in front of it. If it fails, so does everything after it.
    const isSet = tx`select set_config('latent.organisation_id', ${organisationId}, true)`.execute()
    isSet.catch(() => {})
    const result = await run(tx)
    await isSet
    return result
  })) as T
}
