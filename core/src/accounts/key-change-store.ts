import type { Queryable } from '../db.ts'

/** One change that concerns what is remembered of keys. */
export interface KeyChange {
  /** Its number: whoever sees it sees all changes with lower ones. */
  version: number
  organisation_id: string
  /** Null: all keys of the organisation. */
  key_id: string | null
}

/**
 * Numbers a change of a key, or with `keyId: null` of all keys of an organisation, in the transaction that makes it. It locks one
 * row of the whole platform until the transaction ends: do it last, but before the audit log, which locks too.
 */
export async function recordKeyChange(
  tx: Queryable,
  organisationId: string,
  keyId: string | null,
): Promise<KeyChange> {
  const [row] = await tx<{ version: number }[]>`
    update key_change_counter set version = version + 1 returning version`
  const change = { version: row?.version as number, organisation_id: organisationId, key_id: keyId }
  await tx`insert into key_changes ${tx(change)}`
  return change
}

/** Holds others who want to change this key until the transaction ends; for keys whose rows are not here. */
export async function lockKey(tx: Queryable, keyId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${keyId}, 0))`
}

/**
 * Call it in every transaction that changes what the keys of an organisation may do: its plan, its spend cap, whether it is
 * disabled. All processes know within a second; at once, if the change is handed to `KeyProvider.announce` after the commit.
 */
export async function touchOrganisation(tx: Queryable, organisationId: string): Promise<KeyChange> {
  await tx`update organisations set version = version + 1 where id = ${organisationId}`
  return await recordKeyChange(tx, organisationId, null)
}

export interface ChangesSince {
  /** Whose numbers these are. */
  origin: string
  /** The number of the latest change. */
  version: number
  changes: KeyChange[]
}

export function keyChangeStore(sql: Queryable) {
  return {
    /**
     * The number of the latest change, and the changes after the one named. At most `limit`: fewer changes than numbers means
     * that some are gone or too many.
     */
    async since(version: number, limit: number): Promise<ChangesSince> {
      const [row] = await sql<ChangesSince[]>`
        select current_database() || ' ' || c.origin as origin, c.version, coalesce((
          select json_agg(json_build_object('version', k.version, 'organisation_id', k.organisation_id, 'key_id', k.key_id)
            order by k.version)
          from (select * from key_changes where version > ${version} order by version limit ${limit}) k
        ), '[]'::json) as changes
        from key_change_counter c`
      return row as ChangesSince
    },

    /** Forgets changes of long ago; a process that slept for so long forgets all keys anyway. */
    async forget(olderThanDays: number): Promise<void> {
      await sql`delete from key_changes where changed_at < now() - make_interval(days => ${olderThanDays})`
    },
  }
}
export type KeyChangeStore = ReturnType<typeof keyChangeStore>
