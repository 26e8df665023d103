import { appendAuditEvent } from '../audit/store.ts'
import type { Queryable, Sql } from '../db.ts'
import { keyChangeStore } from './key-change-store.ts'
import { type DueNotice, keyUpkeepStore, type UnusedKey } from './key-upkeep-store.ts'
import { notify } from './notification-store.ts'

/** Days before its end at which an organisation is told of a key. */
export const NOTICE_DAYS = [14, 7, 1] as const
export const UNUSED_DAYS = 365
/** Longer than any process goes without asking what changed. */
const KEEP_CHANGES_DAYS = 7
const BATCH = 500

/** Notes of every key that ends in 14, 7 and 1 days that its organisation is to be told, once each. How many were noted. */
export async function noteExpiringKeys(sql: Sql): Promise<number> {
  return await inBatches(
    () => keyUpkeepStore(sql).dueNotices(NOTICE_DAYS, BATCH),
    (due) => sql.begin((tx) => noteExpiry(tx, due)),
  )
}

/** Puts keys to rest that nobody used for a year. How many. */
export async function disableUnusedKeys(sql: Sql): Promise<number> {
  return await inBatches(
    () => keyUpkeepStore(sql).unusedKeys(UNUSED_DAYS, BATCH),
    (key) => sql.begin((tx) => disable(tx, key)),
  )
}

export async function forgetOldChanges(sql: Sql): Promise<void> {
  await keyChangeStore(sql).forget(KEEP_CHANGES_DAYS)
}

async function noteExpiry(tx: Queryable, due: DueNotice): Promise<boolean> {
  const { organisation_id, days, ...payload } = due
  const ends = Math.round(Date.parse(due.expires_at) / 1_000)
  const isNew = await notify(tx, {
    organisation_id,
    kind: 'api_key.expiring',
    dedupe_key: `api_key.expiring ${due.key_id} ${ends} ${days}`,
    payload: { ...payload, days_left: days },
  })
  if (!isNew) return false
  await appendAuditEvent(tx, {
    organisation_id,
    actor: { type: 'system', id: 'notify-key-expiry' },
    action: 'key.expiry_noted',
    target_type: 'key',
    target_id: due.key_id,
    before: null,
    after: { expires_at: due.expires_at, days_left: days },
    request_id: null,
  })
  return true
}

async function disable(tx: Queryable, key: UnusedKey): Promise<boolean> {
  if (!(await keyUpkeepStore(tx).disableUnused(key, UNUSED_DAYS))) return false
  const { organisation_id, ...payload } = key
  await notify(tx, {
    organisation_id,
    kind: 'api_key.disabled',
    dedupe_key: `api_key.disabled ${key.key_id} ${key.last_used_at ?? 'never'}`,
    payload: { ...payload, reason: 'unused' },
  })
  await appendAuditEvent(tx, {
    organisation_id,
    actor: { type: 'system', id: 'notify-key-expiry' },
    action: 'key.disabled',
    target_type: 'key',
    target_id: key.key_id,
    before: { disabled_at: null },
    after: { disabled_reason: 'unused', last_used_at: key.last_used_at },
    request_id: null,
  })
  return true
}

/** Works until nothing is left; a batch in which nothing could be done ends it too. */
async function inBatches<T>(due: () => Promise<T[]>, work: (one: T) => Promise<unknown>): Promise<number> {
  let done = 0
  for (;;) {
    const batch = await due()
    let here = 0
    for (const one of batch) if (await work(one)) here += 1
    done += here
    if (batch.length < BATCH || here === 0) return done
  }
}
