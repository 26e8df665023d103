import { randomBytes } from 'node:crypto'
import { hashKey, type Pepper } from '../accounts/key-format.ts'
import type { Scope } from '../accounts/scopes.ts'
import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'

export const MAX_SERVICE_ACCOUNTS = 100
const SECRET_PREFIX = 'sls_'
const SECRET_BYTES = 32

/** A public key (JWK) of a program. */
export interface PublicKey {
  kid: string
  kty: 'EC' | 'OKP' | 'RSA'
  crv?: 'P-256' | 'Ed25519'
  x?: string
  y?: string
  n?: string
  e?: string
}

/** A secret as it may be shown afterwards. */
export interface SecretHint {
  id: string
  last_four: string
  created_at: string
  expires_at: string | null
}

export interface ServiceAccount {
  id: string
  name: string
  scopes: string[]
  public_keys: PublicKey[]
  secrets: SecretHint[]
  disabled_at: string | null
  last_used_at: string | null
  version: number
  created_at: string
  updated_at: string
}

/** What a token request or a token needs to know of its account. */
export interface ServiceAccountRecord {
  id: string
  organisation_id: string
  scopes: string[]
  public_keys: PublicKey[]
  disabled: boolean
  version: number
  plan: string
  spend_cap_cents: number | null
  organisation_disabled: boolean
  secret_hashes: Buffer[]
  /** Tokens (jti) of it that were taken back before their end. */
  revoked_tokens: string[]
}

/** Service accounts of the organisation that the transaction acts for. */
export function serviceAccountStore(tx: Queryable) {
  const columns = tx`a.id, a.name, a.scopes, a.public_keys, a.disabled_at, a.last_used_at, a.version, a.created_at,
    a.updated_at, coalesce((
      select json_agg(json_build_object('id', s.id, 'last_four', s.last_four, 'created_at', s.created_at,
        'expires_at', s.expires_at) order by s.created_at desc)
      from service_account_secrets s
      where s.service_account_id = a.id and (s.expires_at is null or s.expires_at > now())), '[]') as secrets`

  async function addSecret(organisationId: string, id: string, pepper: Pepper): Promise<string> {
    const secret = SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64url')
    await tx`
      insert into service_account_secrets (id, organisation_id, service_account_id, secret_hash, pepper_id, last_four)
      values (${newId('ksc')}, ${organisationId}, ${id}, ${hashKey(secret, pepper)}, ${pepper.pepper_id},
        ${secret.slice(-4)})`
    return secret
  }

  return {
    async list(
      organisationId: string,
      page: { after?: { id: string }; limit: number },
    ): Promise<ServiceAccount[]> {
      const rows = await tx<ServiceAccount[]>`
        select ${columns} from service_accounts a
        where a.organisation_id = ${organisationId} ${page.after ? tx`and a.id < ${page.after.id}` : tx``}
        order by a.id desc limit ${page.limit}`
      return rows.map(withInstants)
    },

    async find(organisationId: string, id: string): Promise<ServiceAccount | undefined> {
      const [row] = await tx<ServiceAccount[]>`
        select ${columns} from service_accounts a where a.organisation_id = ${organisationId} and a.id = ${id}`
      return row && withInstants(row)
    },

    /** The account as it is now, held until the transaction ends. */
    async lock(organisationId: string, id: string): Promise<ServiceAccount | undefined> {
      await tx`select 1 from service_accounts where organisation_id = ${organisationId} and id = ${id} for update`
      return await this.find(organisationId, id)
    },

    async count(organisationId: string): Promise<number> {
      const [row] = await tx<{ count: number }[]>`
        select count(*) as count from service_accounts where organisation_id = ${organisationId}`
      return row?.count ?? 0
    },

    /** Makes an account with its first secret, which is returned here and never again. */
    async create(
      organisationId: string,
      wish: { name: string; scopes: readonly Scope[]; public_keys: readonly PublicKey[] },
      pepper: Pepper,
    ): Promise<{ account: ServiceAccount; secret: string }> {
      const id = newId('sva')
      await tx`
        insert into service_accounts (id, organisation_id, name, scopes, public_keys)
        values (${id}, ${organisationId}, ${wish.name}, ${[...wish.scopes]}, ${tx.json(wish.public_keys as never)})`
      const secret = await addSecret(organisationId, id, pepper)
      return { account: (await this.find(organisationId, id)) as ServiceAccount, secret }
    },

    /** Changes an account. What takes something away ends the tokens that were given out before. */
    async update(
      organisationId: string,
      account: ServiceAccount,
      changes: {
        name?: string
        scopes?: readonly Scope[]
        public_keys?: readonly PublicKey[]
        disabled?: boolean
      },
    ): Promise<ServiceAccount> {
      const disabled =
        changes.disabled === undefined
          ? tx`disabled_at`
          : changes.disabled
            ? tx`coalesce(disabled_at, now())`
            : tx`null::timestamptz`
      await tx`
        update service_accounts set
          name = ${changes.name ?? account.name},
          scopes = ${[...(changes.scopes ?? account.scopes)]},
          public_keys = ${tx.json((changes.public_keys ?? account.public_keys) as never)},
          disabled_at = ${disabled}, version = version + 1, updated_at = now()
        where organisation_id = ${organisationId} and id = ${account.id}`
      return (await this.find(organisationId, account.id)) as ServiceAccount
    },

    /**
     * Gives an account a new secret. The one before works for `overlapSeconds` more, all earlier ones stop now; with no
     * overlap the tokens given out before stop too.
     */
    async rotateSecret(
      organisationId: string,
      account: ServiceAccount,
      overlapSeconds: number,
      pepper: Pepper,
    ): Promise<{ account: ServiceAccount; secret: string }> {
      const [previous] = account.secrets
      await tx`
        update service_account_secrets
        set expires_at = least(expires_at, now() + case when id = ${previous?.id ?? ''}
          then ${overlapSeconds} * interval '1 second' else interval '0' end)
        where service_account_id = ${account.id} and (expires_at is null or expires_at > now())`
      await tx`
        update service_accounts set version = version + ${overlapSeconds === 0 ? 1 : 0}, updated_at = now()
        where id = ${account.id}`
      const secret = await addSecret(organisationId, account.id, pepper)
      return { account: (await this.find(organisationId, account.id)) as ServiceAccount, secret }
    },

    async remove(organisationId: string, id: string): Promise<boolean> {
      const rows = await tx`
        delete from service_accounts where organisation_id = ${organisationId} and id = ${id} returning id`
      return rows.length === 1
    },
  }
}
export type ServiceAccountStore = ReturnType<typeof serviceAccountStore>

/** What the token endpoint asks over all organisations. */
export function serviceAccountRecords(sql: Queryable) {
  return {
    async find(id: string): Promise<ServiceAccountRecord | undefined> {
      const [row] = await sql<ServiceAccountRecord[]>`
        select a.id, a.organisation_id, a.scopes, a.public_keys, a.disabled_at is not null as disabled, a.version,
          o.plan, o.spend_cap_cents, o.disabled_at is not null as organisation_disabled,
          array(select s.secret_hash from service_account_secrets s
            where s.service_account_id = a.id and (s.expires_at is null or s.expires_at > now())) as secret_hashes,
          array(select t.jti from revoked_tokens t where t.service_account_id = a.id) as revoked_tokens
        from service_accounts a join organisations o on o.id = a.organisation_id where a.id = ${id}`
      return row
    },

    /** Takes a token back; false when it was taken back before. */
    async revokeToken(token: {
      jti: string
      organisation_id: string
      service_account_id: string
      expires_at: Date
    }): Promise<boolean> {
      const rows = await sql`insert into revoked_tokens ${sql(token)} on conflict do nothing returning jti`
      return rows.length === 1
    },

    async noteUse(id: string): Promise<void> {
      await sql`update service_accounts set last_used_at = now()
        where id = ${id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`
    },

    /** True the first time: an assertion may be used once while it is valid. */
    async useAssertion(id: string, jti: string, expiresAt: Date): Promise<boolean> {
      await sql`delete from used_assertions where service_account_id = ${id} and expires_at < now()`
      const rows = await sql`
        insert into used_assertions (service_account_id, jti, expires_at)
        values (${id}, ${jti}, ${expiresAt.toISOString()}) on conflict do nothing returning jti`
      return rows.length === 1
    },
  }
}
export type ServiceAccountRecords = ReturnType<typeof serviceAccountRecords>

/** Moments inside JSON come in Postgres' own spelling. */
function withInstants(account: ServiceAccount): ServiceAccount {
  const instant = (text: string) => new Date(text).toISOString()
  return {
    ...account,
    secrets: account.secrets.map((secret) => ({
      ...secret,
      created_at: instant(secret.created_at),
      expires_at: secret.expires_at && instant(secret.expires_at),
    })),
  }
}
