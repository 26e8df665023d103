import { createHash } from 'node:crypto'
import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import type { Sealer } from '../secrets/seal.ts'

/** How long an answer is kept and repeated. */
export const KEPT_HOURS = 24
/** A transaction that hangs gives its lock back after this. */
const LOCK_TIMEOUT_MS = 30_000
const DELETE_BATCH = 10_000

/** What makes two requests with the same Idempotency-Key the same request or not. */
export interface IdempotencyScope {
  organisation_id: string
  dataset: Dataset
  /** Method and route pattern: `POST /v1/keys`. */
  operation: string
  /** The Idempotency-Key. */
  key: string
}

/** An answer as it went out. */
export interface KeptAnswer {
  status: number
  headers: Record<string, string>
  /** Empty when the answer had no body. */
  body: string
}

export type Claim =
  /** Nobody asked yet; the key is held until the transaction ends. */
  | { outcome: 'claimed' }
  /** Another transaction holds the key. */
  | { outcome: 'in_progress' }
  /** It was asked before, for something else. */
  | { outcome: 'reused' }
  | { outcome: 'answered'; answer: KeptAnswer }

/** The answers kept for Idempotency-Keys. Everything runs inside the transaction that holds the effect. */
export function idempotencyStore(sealer: Sealer) {
  return {
    /**
     * Claims the key for this transaction. It never waits for another one: whoever comes second is told so. The lock ends
     * with its transaction, also when the process or the connection dies.
     */
    async claim(tx: Queryable, scope: IdempotencyScope, requestSha256: Buffer): Promise<Claim> {
      const [lock] = await tx<{ held: boolean }[]>`
        select pg_try_advisory_xact_lock(${lockOf(scope)}::bigint) as held,
          set_config('statement_timeout', ${String(LOCK_TIMEOUT_MS)}, true),
          set_config('idle_in_transaction_session_timeout', ${String(LOCK_TIMEOUT_MS)}, true)`
      if (!lock?.held) return { outcome: 'in_progress' }
      // A statement of its own: it must see what the transaction committed that held the lock before.
      const [row] = await tx<Row[]>`
        select request_sha256, status, headers, sealed_body from idempotency_keys
        where organisation_id = ${scope.organisation_id} and dataset = ${scope.dataset}
          and operation = ${scope.operation} and key_sha256 = ${hashOf(scope.key)}
          and created_at > now() - make_interval(hours => ${KEPT_HOURS})`
      if (!row) return { outcome: 'claimed' }
      if (!row.request_sha256.equals(requestSha256)) return { outcome: 'reused' }
      const { status, headers, sealed_body } = row
      return {
        outcome: 'answered',
        answer: { status, headers, body: sealer.open(sealed_body, placeOf(scope)) },
      }
    },

    /** Keeps the answer of a claimed key. An answer that has passed its time is replaced. */
    async keep(
      tx: Queryable,
      scope: IdempotencyScope,
      requestSha256: Buffer,
      answer: KeptAnswer,
      requestId: string,
    ): Promise<void> {
      const { key, ...columns } = scope
      const row = {
        ...columns,
        key_sha256: hashOf(key),
        request_sha256: requestSha256,
        status: answer.status,
        headers: tx.json(answer.headers) as never,
        sealed_body: sealer.seal(answer.body, placeOf(scope)),
        request_id: requestId,
      }
      const { count } = await tx`
        insert into idempotency_keys ${tx(row)}
        on conflict (organisation_id, dataset, operation, key_sha256) do update set
          request_sha256 = excluded.request_sha256, status = excluded.status, headers = excluded.headers,
          sealed_body = excluded.sealed_body, request_id = excluded.request_id, created_at = excluded.created_at
        where idempotency_keys.created_at <= now() - make_interval(hours => ${KEPT_HOURS})`
      if (count === 0) throw new Error('the Idempotency-Key was answered by somebody else: undo the effect')
    },
  }
}
export type IdempotencyStore = ReturnType<typeof idempotencyStore>

/** How many answers have passed their time; `now` stands in for the clock of the database. */
export async function countExpiredAnswers(sql: Queryable, now?: Date): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from idempotency_keys where ${expired(sql, now)}`
  return row?.count ?? 0
}

/** Deletes the answers that have passed their time, in batches, and returns how many there were. */
export async function deleteExpiredAnswers(sql: Queryable, now?: Date): Promise<number> {
  let deleted = 0
  for (;;) {
    const { count } = await sql`
      delete from idempotency_keys where ctid in (
        select ctid from idempotency_keys
        where ${expired(sql, now)} limit ${DELETE_BATCH})`
    deleted += count
    if (count < DELETE_BATCH) return deleted
  }
}

function expired(sql: Queryable, now?: Date) {
  return sql`created_at <= coalesce(${now?.toISOString() ?? null}::timestamptz, now()) - make_interval(hours => ${KEPT_HOURS})`
}

interface Row {
  request_sha256: Buffer
  status: number
  headers: Record<string, string>
  sealed_body: string
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Two scopes share a lock by chance once in 2^64 pairs; the second is then told to come back, nothing worse. */
function lockOf(scope: IdempotencyScope): string {
  return hashOf(`idempotency\n${placeOf(scope)}`)
    .readBigInt64BE()
    .toString()
}

function placeOf({ organisation_id, dataset, operation, key }: IdempotencyScope): string {
  return `idempotency_keys ${organisation_id} ${dataset} ${operation} ${hashOf(key).toString('hex')}`
}
