import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'
import type { LimitSubject } from '../limits/limiter.ts'
import { generateKey, hashKey, type KeyMode, keyHint, type Pepper } from './key-format.ts'
import { limitSubjectOf } from './limit-subject.ts'
import type { PlanName } from './plans.ts'
import { defaultScopes } from './scopes.ts'

const DAY_MS = 86_400_000
/** Keys expire after 90 days unless their maker says otherwise. */
export const DEFAULT_EXPIRY_DAYS = 90

export interface Organisation {
  id: string
  name: string
  plan: string
  created_at: string
}

/** A key as its organisation may see it: never the secret, never the hash. */
export interface ApiKey {
  id: string
  organisation_id: string
  name: string
  mode: KeyMode
  key_start: string
  last_four: string
  scopes: string[]
  allowed_cidrs: string[]
  created_at: string
  expires_at: string | null
  revoked_at: string | null
  last_used_at: string | null
}

/** What a request needs to know of its key. One object for all requests of the key while it is remembered. */
export interface KeyRecord extends ApiKey {
  plan: string
  /** The version of the API the key is pinned to; null: the current one. */
  api_version: string | null
  /** Since when none of the keys of the organisation works. */
  organisation_disabled_at: string | null
  /** The limits it stands under. */
  subject: LimitSubject
}

export function accountStore(sql: Queryable) {
  const columns = sql`k.id, k.organisation_id, k.name, k.mode, k.key_start, k.last_four, k.scopes, k.allowed_cidrs,
    k.created_at, k.expires_at, k.revoked_at, k.last_used_at`
  return {
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

    async findOrganisationByName(name: string): Promise<Organisation | undefined> {
      const [row] = await sql<Organisation[]>`
        select id, name, plan, created_at from organisations where name = ${name} order by id limit 1`
      return row
    },

    /** Makes a key and returns it with its secret, the only time the secret is seen. `expiresInDays: null` never expires. */
    async createKey(
      wish: {
        organisation_id: string
        name: string
        mode: KeyMode
        scopes?: readonly string[]
        allowed_cidrs?: string[]
        expiresInDays?: number | null
      },
      pepper: Pepper,
    ): Promise<{ key: string; record: ApiKey }> {
      const key = generateKey(wish.mode)
      const { key_start, last_four } = keyHint(key)
      const days = wish.expiresInDays === undefined ? DEFAULT_EXPIRY_DAYS : wish.expiresInDays
      const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString()
      const [record] = await sql<ApiKey[]>`
        insert into api_keys as k (id, organisation_id, name, mode, key_hash, pepper_id, key_start, last_four, scopes,
          allowed_cidrs, expires_at)
        values (${newId('key')}, ${wish.organisation_id}, ${wish.name}, ${wish.mode}, ${hashKey(key, pepper)},
          ${pepper.pepper_id}, ${key_start}, ${last_four}, ${[...(wish.scopes ?? defaultScopes)]},
          ${wish.allowed_cidrs ?? []}, ${expiresAt})
        returning ${columns}`
      return { key, record: record as ApiKey }
    },

    async findKeyByHash(hashes: Buffer[]): Promise<KeyRecord | undefined> {
      const [row] = await sql<(Omit<KeyRecord, 'subject'> & { spend_cap_cents: number | null })[]>`
        select ${columns}, o.plan, o.disabled_at as organisation_disabled_at, o.spend_cap_cents, null as api_version
        from api_keys k join organisations o on o.id = k.organisation_id
        where k.key_hash in ${sql(hashes)}`
      return row && { ...row, subject: limitSubjectOf({ ...row, monthly_unit_cap: null }) }
    },

    async listKeys(
      organisationId: string,
      page: { after?: { id: string }; limit: number },
    ): Promise<ApiKey[]> {
      return await sql<ApiKey[]>`
        select ${columns} from api_keys k where organisation_id = ${organisationId}
          ${page.after ? sql`and id < ${page.after.id}` : sql``}
        order by id desc limit ${page.limit}`
    },

    async revokeKey(organisationId: string, keyId: string): Promise<boolean> {
      const rows = await sql`
        update api_keys set revoked_at = coalesce(revoked_at, now())
        where organisation_id = ${organisationId} and id = ${keyId} returning id`
      return rows.length === 1
    },
  }
}
export type AccountStore = ReturnType<typeof accountStore>
