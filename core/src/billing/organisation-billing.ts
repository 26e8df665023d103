import type { Queryable } from '../db.ts'

/** What billing knows of an organisation, and the one thing its people may change. */
export async function organisationBilling(sql: Queryable, organisationId: string) {
  const [row] = await sql<{ name: string; plan: string; spend_cap_cents: number | null }[]>`
    select name, plan, spend_cap_cents from organisations where id = ${organisationId}`
  if (!row) throw new Error(`there is no organisation ${organisationId}`)
  return {
    ...row,
    /** US cents beyond the plan; null: nothing. */
    async setSpendCap(cents: number | null): Promise<void> {
      await sql`update organisations set spend_cap_cents = ${cents} where id = ${organisationId}`
    },
  }
}
