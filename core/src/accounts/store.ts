import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'
import { keyStore } from './key-store.ts'
import type { PlanName } from './plans.ts'

export { type ApiKey, DEFAULT_EXPIRY_DAYS, type KeyRecord } from './key-store.ts'

export interface Organisation {
  id: string
  name: string
  plan: string
  created_at: string
}

/** What an organisation may do. */
export interface AccountLimits {
  plan: string
  disabled_at: string | null
  spend_cap_cents: number | null
}

/** Organisations and their keys. */
export function accountStore(sql: Queryable) {
  return {
    ...keyStore(sql),

    async createOrganisation(organisation: {
      name: string
      plan: PlanName
      id?: string
    }): Promise<Organisation> {
      const [row] = await sql<Organisation[]>`
        insert into organisations (id, name, plan)
        values (${organisation.id ?? newId('org')}, ${organisation.name}, ${organisation.plan})
        returning id, name, plan, created_at`
      return row as Organisation
    },

    async limitsOf(organisationId: string): Promise<AccountLimits | undefined> {
      const [row] = await sql<AccountLimits[]>`
        select plan, disabled_at, spend_cap_cents from organisations where id = ${organisationId}`
      return row
    },

    async findOrganisationByName(name: string): Promise<Organisation | undefined> {
      const [row] = await sql<Organisation[]>`
        select id, name, plan, created_at from organisations where name = ${name} order by id limit 1`
      return row
    },
  }
}
export type AccountStore = ReturnType<typeof accountStore>
