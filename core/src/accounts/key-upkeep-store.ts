import type { Queryable } from '../db.ts'
import { recordKeyChange } from './key-change-store.ts'

/** A key that ends soon, and how many days before its end its organisation is to be told. */
export interface DueNotice {
  organisation_id: string
  key_id: string
  name: string
  mode: string
  last_four: string
  expires_at: string
  days: number
}

export interface UnusedKey {
  organisation_id: string
  key_id: string
  name: string
  last_used_at: string | null
}

/** What the clock brings about: keys that end soon, and keys that nobody uses. Over all organisations. */
export function keyUpkeepStore(sql: Queryable) {
  return {
    /**
     * Keys that crossed one of the marks (days before their end) and were not told of yet; of several marks the nearest counts. A
     * key that was made for less than a mark is not told of it. Another end is another notice.
     */
    async dueNotices(marks: readonly number[], limit: number): Promise<DueNotice[]> {
      return await sql<DueNotice[]>`
        select due.*, (
          select last_four from api_key_secrets s where s.key_id = due.key_id order by id desc limit 1
        ) as last_four
        from (
          select distinct on (k.id) k.organisation_id, k.id as key_id, k.name, k.mode, k.expires_at, mark.days
          from api_keys k join unnest(${[...marks]}::int[]) as mark (days)
            on k.expires_at <= now() + make_interval(days => mark.days)
              and k.expires_at - k.created_at > make_interval(days => mark.days)
          where k.expires_at > now() and k.expires_at <= now() + make_interval(days => ${Math.max(...marks)})
            and k.revoked_at is null and k.disabled_at is null and k.mode <> 'explorer'
          order by k.id, mark.days
        ) due
        where not exists (
          select from notifications n
          where n.dedupe_key = 'api_key.expiring ' || due.key_id || ' '
            || extract(epoch from due.expires_at)::bigint || ' ' || due.days
        )
        limit ${limit}`
    },

    /** Keys that were not used for so many days. */
    async unusedKeys(days: number, limit: number): Promise<UnusedKey[]> {
      return await sql<UnusedKey[]>`
        select organisation_id, id as key_id, name, last_used_at from api_keys
        where coalesce(last_used_at, created_at) < now() - make_interval(days => ${days})
          and revoked_at is null and disabled_at is null and mode <> 'explorer'
          and (expires_at is null or expires_at > now())
        limit ${limit}`
    },

    /** Puts a key to rest unless it was used in the meantime; false: it was. */
    async disableUnused(key: UnusedKey, days: number): Promise<boolean> {
      const rows = await sql`
        update api_keys set disabled_at = now(), disabled_reason = 'unused', version = version + 1
        where id = ${key.key_id} and disabled_at is null and revoked_at is null
          and coalesce(last_used_at, created_at) < now() - make_interval(days => ${days})
        returning id`
      if (rows.length === 0) return false
      await recordKeyChange(sql, key.organisation_id, key.key_id)
      return true
    },
  }
}
