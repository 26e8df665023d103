import type { Sql } from '../db.ts'

export interface SigningKeyRow {
  kid: string
  algorithm: string
  public_jwk: Record<string, unknown>
  sealed_private_jwk: string
  signs_from: string
  retires_at: string | null
}

const ROTATION_LOCK = 8_100_422

export function signingKeyStore(sql: Sql) {
  return {
    /** Keys whose tokens are still taken, the newest first. */
    async listLive(): Promise<SigningKeyRow[]> {
      return await sql<SigningKeyRow[]>`
        select kid, algorithm, public_jwk, sealed_private_jwk, signs_from, retires_at from oauth_signing_keys
        where retires_at is null or retires_at > now() order by signs_from desc, kid limit 16`
    },

    /**
     * Adds a key if `due` says so, of all who try at once only one of them. It signs from `aheadMs` on; the earlier ones are
     * taken for `overlapMs` longer. Returns the kid of a key that was added.
     */
    async rotate(
      due: (newest: SigningKeyRow | undefined) => boolean,
      make: () => Promise<Pick<SigningKeyRow, 'kid' | 'algorithm' | 'public_jwk' | 'sealed_private_jwk'>>,
      { aheadMs, overlapMs }: { aheadMs: number; overlapMs: number },
    ): Promise<string | undefined> {
      return await sql.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(${ROTATION_LOCK})`
        await tx`delete from oauth_signing_keys where retires_at < now() - interval '1 day'`
        const [newest] = await tx<SigningKeyRow[]>`
          select kid, algorithm, public_jwk, sealed_private_jwk, signs_from, retires_at from oauth_signing_keys
          where retires_at is null order by signs_from desc limit 1`
        if (!due(newest)) return undefined
        const made = await make()
        const ahead = newest ? aheadMs : 0
        await tx`
          update oauth_signing_keys set retires_at = now() + ${ahead + overlapMs} * interval '1 millisecond'
          where retires_at is null or retires_at > now() + ${ahead + overlapMs} * interval '1 millisecond'`
        await tx`
          insert into oauth_signing_keys (kid, algorithm, public_jwk, sealed_private_jwk, signs_from)
          values (${made.kid}, ${made.algorithm}, ${tx.json(made.public_jwk as never)}, ${made.sealed_private_jwk},
            now() + ${ahead} * interval '1 millisecond')`
        return made.kid
      })
    },
  }
}
export type SigningKeyStore = ReturnType<typeof signingKeyStore>
