import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'
import type { LimitPolicy, LimitSubject } from '../limits/limiter.ts'
import { subjectOf } from '../limits/policies.ts'
import { type KeyChange, recordKeyChange } from './key-change-store.ts'
import { generateKey, hashKey, type KeyMode, keyHint, type Pepper } from './key-format.ts'
import { defaultScopes } from './scopes.ts'

const DAY_MS = 86_400_000
/** Keys expire after 90 days unless their maker says otherwise. */
export const DEFAULT_EXPIRY_DAYS = 90

/** Units an explorer key may use in its quarter of an hour. */
export const EXPLORER_UNITS = 200
const EXPLORER_TOTAL: LimitPolicy = {
  kind: 'quota',
  name: 'key_month',
  limit: EXPLORER_UNITS,
  problem: 'quota_exceeded',
}

/** One secret of a key, by what may be shown of it. */
export interface KeySecret {
  /** `ksc_…` */
  id: string
  last_four: string
  created_at: string
  /** When it stops working before its key does; null: with its key, or when its grace began and ended. */
  expires_at: string | null
  /** How many seconds it works on from the first use of its successor; null: nothing waits for that. */
  grace_seconds: number | null
}

/** A key as its organisation may see it: never the secret, never the hash. */
export interface ApiKey {
  id: string
  organisation_id: string
  name: string
  mode: KeyMode
  key_start: string
  /** Of its latest secret. */
  last_four: string
  /** Those that work or will, latest first: one, or two while the key is rotated. */
  secrets: KeySecret[]
  scopes: string[]
  allowed_cidrs: string[]
  api_version: string | null
  monthly_unit_cap: number | null
  /** Counts up with every change. */
  version: number
  created_at: string
  created_by: string | null
  expires_at: string | null
  revoked_at: string | null
  revoked_reason: string | null
  disabled_at: string | null
  disabled_reason: string | null
  last_used_at: string | null
}

/** What a request needs to know of its key. One object for all requests of the key while it is remembered. */
export interface KeyRecord {
  id: string
  organisation_id: string
  mode: KeyMode
  scopes: string[]
  allowed_cidrs: string[]
  /** The version of the API the key is pinned to; null: the current one. */
  api_version: string | null
  /** When the key, or the secret that was shown, stops working; null: never. */
  expires_at: string | null
  revoked_at: string | null
  disabled_at: string | null
  plan: string
  /** Since when none of the keys of the organisation works. */
  organisation_disabled_at: string | null
  /** The limits it stands under. */
  subject: LimitSubject
}

export interface NewKey {
  organisation_id: string
  name: string
  mode: KeyMode
  scopes?: readonly string[]
  allowed_cidrs?: string[]
  /** From now; `null` never, absent 90. */
  expiresInDays?: number | null
  /** From now; instead of days. */
  expiresInSeconds?: number
  api_version?: string | null
  monthly_unit_cap?: number | null
  /** Who made it: `usr_…`, `key_…`. */
  created_by?: string
}

export interface KeyPatch {
  name?: string
  scopes?: readonly string[]
  allowed_cidrs?: readonly string[]
  expires_at?: string | null
  api_version?: string | null
  monthly_unit_cap?: number | null
  disabled?: boolean
}

export interface RotateKey {
  /** How long the old secret works on. */
  grace_seconds: number
  /** From now, or from the first use of the new secret. */
  start: 'now' | 'first_use'
}

/** What a search by hash found, and how fresh it is. */
export interface FoundKey {
  /** All changes up to this number are in the answer. */
  version: number
  record: KeyRecord | undefined
  /** The secret is new, and the end of its predecessor waits for its first use. */
  startsGrace: boolean
}

interface FoundRow extends Omit<KeyRecord, 'subject'> {
  change_version: number
  spend_cap_cents: number | null
  monthly_unit_cap: number | null
  starts_grace: boolean
}

/** The keys of organisations. The functions that change something return the change, to be announced after the commit. */
export function keyStore(sql: Queryable) {
  const columns = sql`k.id, k.organisation_id, k.name, k.mode, k.key_start, k.scopes, k.allowed_cidrs, k.api_version,
    k.monthly_unit_cap, k.version, k.created_at, k.created_by, k.expires_at, k.revoked_at, k.revoked_reason, k.disabled_at,
    k.disabled_reason, k.last_used_at`
  /** Latest first. A secret whose time is over is no longer shown. */
  const secretsOf = (keyIds: string[]) => sql<(KeySecret & { key_id: string })[]>`
    select key_id, id, last_four, created_at, expires_at, grace_seconds from api_key_secrets
    where key_id in ${sql(keyIds)} order by id desc`

  async function withSecrets(rows: Omit<ApiKey, 'last_four' | 'secrets'>[]): Promise<ApiKey[]> {
    if (rows.length === 0) return []
    const secrets = await secretsOf(rows.map((row) => row.id))
    return rows.map((row) => {
      const own = secrets.filter(({ key_id }) => key_id === row.id)
      const live = own.filter(({ expires_at }) => expires_at === null || Date.parse(expires_at) > Date.now())
      return {
        ...row,
        last_four: own[0]?.last_four ?? '',
        secrets: live.map(({ key_id: _, ...secret }) => secret),
      }
    })
  }

  async function addSecret(key: { id: string; organisation_id: string }, secret: string, pepper: Pepper) {
    await sql`
      insert into api_key_secrets (id, key_id, organisation_id, secret_hash, pepper_id, last_four)
      values (${newId('ksc')}, ${key.id}, ${key.organisation_id}, ${hashKey(secret, pepper)}, ${pepper.pepper_id},
        ${keyHint(secret).last_four})`
  }

  async function find(organisationId: string, keyId: string, lock = false): Promise<ApiKey | undefined> {
    const rows = await sql<Omit<ApiKey, 'last_four' | 'secrets'>[]>`
      select ${columns} from api_keys k where organisation_id = ${organisationId} and id = ${keyId}
      ${lock ? sql`for update` : sql``}`
    return (await withSecrets(rows))[0]
  }

  return {
    /** Makes a key and returns it with its secret, the only time the secret is seen. */
    async createKey(
      wish: NewKey,
      pepper: Pepper,
    ): Promise<{ key: string; record: ApiKey; change: KeyChange }> {
      const id = newId('key')
      const key = generateKey(wish.mode)
      const days = wish.expiresInDays === undefined ? DEFAULT_EXPIRY_DAYS : wish.expiresInDays
      const lifetime =
        wish.expiresInSeconds !== undefined
          ? wish.expiresInSeconds * 1_000
          : days === null
            ? null
            : days * DAY_MS
      await sql`insert into api_keys ${sql({
        id,
        organisation_id: wish.organisation_id,
        name: wish.name,
        mode: wish.mode,
        key_start: keyHint(key).key_start,
        scopes: [...(wish.scopes ?? defaultScopes)],
        allowed_cidrs: wish.allowed_cidrs ?? [],
        expires_at: lifetime === null ? null : new Date(Date.now() + lifetime).toISOString(),
        api_version: wish.api_version ?? null,
        monthly_unit_cap: wish.monthly_unit_cap ?? null,
        created_by: wish.created_by ?? null,
      })}`
      await addSecret({ id, organisation_id: wish.organisation_id }, key, pepper)
      const change = await recordKeyChange(sql, wish.organisation_id, id)
      return { key, record: (await find(wish.organisation_id, id)) as ApiKey, change }
    },

    /** The key with one of these hashes, as of the latest change. */
    async findByHash(hashes: Buffer[]): Promise<FoundKey> {
      const [row] = await sql<FoundRow[]>`
        select c.version as change_version, k.id, k.organisation_id, k.mode, k.scopes, k.allowed_cidrs, k.api_version,
          least(k.expires_at, s.expires_at) as expires_at, k.revoked_at, k.disabled_at, k.monthly_unit_cap,
          o.plan, o.disabled_at as organisation_disabled_at, o.spend_cap_cents,
          exists (
            select from api_key_secrets other
            where other.key_id = s.key_id and other.id < s.id and other.grace_seconds is not null
              and other.expires_at is null
          ) as starts_grace
        from key_change_counter c
          left join api_key_secrets s on s.secret_hash in ${sql(hashes)}
          left join api_keys k on k.id = s.key_id
          left join organisations o on o.id = k.organisation_id`
      const { change_version, starts_grace, spend_cap_cents, monthly_unit_cap, ...record } = row as FoundRow
      if (record.id === null) return { version: change_version, record: undefined, startsGrace: false }
      const subject = subjectOf({ ...record, spend_cap_cents, monthly_unit_cap })
      // Explorer keys are not metered, but each has its units and no more.
      if (record.mode === 'explorer') subject.policies = [...subject.policies, EXPLORER_TOTAL]
      return { version: change_version, record: { ...record, subject }, startsGrace: starts_grace }
    },

    /** The key with one of these hashes as its organisation sees it, also when it works no more. */
    async findKeyByHash(hashes: Buffer[]): Promise<ApiKey | undefined> {
      const [secret] = await sql<{ organisation_id: string; key_id: string }[]>`
        select organisation_id, key_id from api_key_secrets where secret_hash in ${sql(hashes)}`
      return secret && (await find(secret.organisation_id, secret.key_id))
    },

    async findKey(organisationId: string, keyId: string): Promise<ApiKey | undefined> {
      return await find(organisationId, keyId)
    },

    /** The same, and nobody else changes it until the transaction ends. */
    async lockKey(organisationId: string, keyId: string): Promise<ApiKey | undefined> {
      return await find(organisationId, keyId, true)
    },

    async listKeys(
      organisationId: string,
      page: { after?: { id: string }; limit: number },
    ): Promise<ApiKey[]> {
      const rows = await sql<Omit<ApiKey, 'last_four' | 'secrets'>[]>`
        select ${columns} from api_keys k where organisation_id = ${organisationId} and mode <> 'explorer'
          ${page.after ? sql`and id < ${page.after.id}` : sql``}
        order by id desc limit ${page.limit}`
      return await withSecrets(rows)
    },

    /** Keys of an organisation that work or could again, of these modes. */
    async countKeys(organisationId: string, modes: readonly KeyMode[]): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from api_keys
        where organisation_id = ${organisationId} and mode in ${sql([...modes])} and revoked_at is null
          and (expires_at is null or expires_at > now())`
      return row?.count ?? 0
    },

    /** Changes what is named in the patch of a key that is locked. */
    async updateKey(key: ApiKey, patch: KeyPatch): Promise<{ record: ApiKey; change: KeyChange }> {
      const { disabled, ...fields } = patch
      const wish = {
        ...fields,
        ...(disabled === undefined
          ? {}
          : disabled
            ? { disabled_at: new Date().toISOString(), disabled_reason: 'owner' }
            : { disabled_at: null, disabled_reason: null }),
      }
      await sql`update api_keys set ${sql({ ...wish, version: key.version + 1 } as never)} where id = ${key.id}`
      const change = await recordKeyChange(sql, key.organisation_id, key.id)
      return { record: (await find(key.organisation_id, key.id)) as ApiKey, change }
    },

    /**
     * Gives a key that is locked a new secret. The latest one works on for the grace; one that was still in its own grace ends
     * now, so that there are never more than two.
     */
    async rotateKey(
      key: ApiKey,
      wish: RotateKey,
      pepper: Pepper,
    ): Promise<{ key: string; record: ApiKey; change: KeyChange }> {
      const [latest, ...retiring] = key.secrets
      if (retiring.length > 0) {
        await sql`update api_key_secrets set expires_at = now(), grace_seconds = null
          where id in ${sql(retiring.map(({ id }) => id))}`
      }
      if (latest) {
        await sql`update api_key_secrets set ${sql(
          wish.start === 'now'
            ? { expires_at: new Date(Date.now() + wish.grace_seconds * 1_000).toISOString() }
            : { grace_seconds: wish.grace_seconds },
        )} where id = ${latest.id}`
      }
      const secret = generateKey(key.mode)
      await addSecret(key, secret, pepper)
      await sql`update api_keys set version = version + 1 where id = ${key.id}`
      const change = await recordKeyChange(sql, key.organisation_id, key.id)
      return { key: secret, record: (await find(key.organisation_id, key.id)) as ApiKey, change }
    },

    /** The new secret of a key was used: the time its predecessor still has begins now. */
    async startGrace(record: Pick<KeyRecord, 'id' | 'organisation_id'>): Promise<KeyChange | undefined> {
      const rows = await sql`
        update api_key_secrets set expires_at = now() + make_interval(secs => grace_seconds)
        where key_id = ${record.id} and grace_seconds is not null and expires_at is null returning id`
      return rows.length === 0 ? undefined : await recordKeyChange(sql, record.organisation_id, record.id)
    },

    /** Ends a key for good; ending it again changes nothing. `undefined` when the organisation has no such key. */
    async revokeKey(
      organisationId: string,
      keyId: string,
      reason = 'owner',
    ): Promise<{ record: ApiKey; before: ApiKey; change: KeyChange } | undefined> {
      const before = await find(organisationId, keyId, true)
      if (!before) return undefined
      await sql`
        update api_keys set revoked_at = now(), revoked_reason = ${reason}, version = version + 1
        where id = ${keyId} and revoked_at is null`
      const change = await recordKeyChange(sql, organisationId, keyId)
      return { record: (await find(organisationId, keyId)) as ApiKey, before, change }
    },
  }
}
export type KeyStore = ReturnType<typeof keyStore>
