import { appendAuditEvent } from '../audit/store.ts'
import type { Sql } from '../db.ts'
import type { KeyProvider } from './key-provider.ts'
import { notify } from './notification-store.ts'

/** Where a key was found in public. */
export interface Leak {
  key: string
  /** Such as `github`. */
  source: string
  url: string | null
}

/**
 * What becomes of a key that was found in public. One that reads live data is revoked at once; a test key harms nobody, and its
 * owner is only told. False: it is no key of ours, so there is nothing to protect.
 */
export async function handleLeak(service: Sql, keys: KeyProvider, leak: Leak): Promise<boolean> {
  const found = await keys.findBySecret(leak.key)
  if (!found) return false
  if (found.revoked_at !== null) return true
  const revokes = found.mode !== 'test'
  const change = await service.begin(async (tx) => {
    const done = revokes ? await keys.revoke(tx, found.organisation_id, found.id, 'leaked') : undefined
    const told = await notify(tx, {
      organisation_id: found.organisation_id,
      kind: 'api_key.leaked',
      dedupe_key: `api_key.leaked ${found.id} ${leak.source} ${leak.url ?? ''}`,
      payload: {
        key_id: found.id,
        name: found.name,
        last_four: found.last_four,
        source: leak.source,
        url: leak.url,
        revoked: revokes,
      },
    })
    if (done || told) {
      await appendAuditEvent(tx, {
        organisation_id: found.organisation_id,
        actor: { type: 'system', id: `secret_scanning.${leak.source}` },
        action: revokes ? 'key.revoked' : 'key.leaked',
        target_type: 'key',
        target_id: found.id,
        before: { revoked_at: null },
        after: { revoked_at: done?.record.revoked_at ?? null, reason: 'leaked', url: leak.url },
        request_id: null,
      })
    }
    return done?.change
  })
  keys.announce(change)
  return true
}
