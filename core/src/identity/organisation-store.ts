import type { Queryable } from '../db.ts'

/** An organisation as its members see it. */
export interface OrganisationDetails {
  id: string
  name: string
  plan: string
  spend_cap_cents: number | null
  version: number
  created_at: string
}

/** The organisation that the transaction acts for. */
export function organisationStore(tx: Queryable) {
  const columns = tx`id, name, plan, spend_cap_cents, version, created_at`
  return {
    async find(id: string): Promise<OrganisationDetails | undefined> {
      const [row] = await tx<OrganisationDetails[]>`select ${columns} from organisations where id = ${id}`
      return row
    },

    async lock(id: string): Promise<OrganisationDetails | undefined> {
      const [row] = await tx<OrganisationDetails[]>`
        select ${columns} from organisations where id = ${id} for update`
      return row
    },

    async rename(id: string, name: string): Promise<OrganisationDetails> {
      const [row] = await tx<OrganisationDetails[]>`
        update organisations set name = ${name}, version = version + 1 where id = ${id} returning ${columns}`
      return row as OrganisationDetails
    },
  }
}
export type OrganisationStore = ReturnType<typeof organisationStore>

/** What support needs to know of an organisation before it may look at it. */
export interface LookedAtOrganisation {
  organisation_id: string
  plan: string
  spend_cap_cents: number | null
  organisation_disabled: boolean
}

/** Over all organisations. */
export function supportStore(sql: Queryable) {
  return {
    async findOrganisation(id: string): Promise<LookedAtOrganisation | undefined> {
      const [row] = await sql<LookedAtOrganisation[]>`
        select id as organisation_id, plan, spend_cap_cents, disabled_at is not null as organisation_disabled
        from organisations where id = ${id}`
      return row
    },
  }
}
