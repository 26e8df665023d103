import type { Queryable } from '../db.ts'

/** What billing knows of an organisation, and its spend cap to be changed. */
export async function organisationBilling(sql: Queryable, organisationId: string) {
  const [row] = await sql<
    {
      name: string
      plan: string
      spend_cap_cents: number | null
      next_plan: string | null
      next_plan_from: string | null
    }[]
  >`
    select o.name, o.plan, o.spend_cap_cents, c.plan as next_plan, c.effective_from as next_plan_from
    from organisations o left join plan_changes c on c.organisation_id = o.id and c.applied_at is null
    where o.id = ${organisationId}`
  if (!row) throw new Error(`there is no organisation ${organisationId}`)
  return {
    ...row,
    /** US cents beyond the plan; null: nothing. */
    async setSpendCap(cents: number | null): Promise<void> {
      await sql`update organisations set spend_cap_cents = ${cents} where id = ${organisationId}`
    },
  }
}
