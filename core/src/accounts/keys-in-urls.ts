import { appendAuditEvent } from '../audit/store.ts'
import type { Sql } from '../db.ts'
import type { Logger } from '../log.ts'
import { sha256 } from '../sha256.ts'
import { keysIn, parseKey } from './key-format.ts'
import type { KeyProvider } from './key-provider.ts'
import { notify } from './notification-store.ts'

/** Whoever writes nonsense into URLs must not keep the database busy: beyond this the next request tells. */
const AT_ONCE = 4
const REMEMBERED = 10_000

/**
 * Tells owners of keys that came in a URL, once for each key and day (UTC): by mail, to webhooks, and in the audit log. The
 * requests were refused already. Role: `latent_service`.
 */
export function keysInUrls(
  service: Sql,
  keys: Pick<KeyProvider, 'findBySecret'>,
  logger: Logger,
  now: () => Date = () => new Date(),
) {
  let looked = new Set<string>()
  let lookedOn = ''
  const busy = new Set<Promise<void>>()

  /** True the first time in a day that this process sees the key. */
  function isNew(digest: string, day: string): boolean {
    if (day !== lookedOn || looked.size >= REMEMBERED) looked = new Set()
    lookedOn = day
    const isKnown = looked.has(digest)
    looked.add(digest)
    return !isKnown
  }

  async function tell(key: string, day: string, requestId: string): Promise<void> {
    const found = await keys.findBySecret(key)
    if (!found || found.revoked_at !== null) return
    const { id, organisation_id, name, last_four } = found
    await service.begin(async (tx) => {
      const isNews = await notify(tx, {
        organisation_id,
        kind: 'api_key.sent_in_url',
        dedupe_key: `api_key.sent_in_url ${id} ${day}`,
        payload: { key_id: id, name, last_four, day, request_id: requestId },
      })
      if (!isNews) return
      await appendAuditEvent(tx, {
        organisation_id,
        actor: { type: 'system', id: 'api' },
        action: 'key.sent_in_url',
        target_type: 'key',
        target_id: id,
        before: null,
        after: { day },
        request_id: requestId,
      })
    })
  }

  return {
    /** Looks for a key of ours in a URL that was refused. Returns at once. */
    note(url: string, requestId: string): void {
      const day = now().toISOString().slice(0, 10)
      const key = keysIn(url).find((text) => parseKey(text) !== undefined)
      if (key === undefined || busy.size >= AT_ONCE) return
      const digest = sha256(key)
      if (!isNew(digest, day)) return
      const work = tell(key, day, requestId).catch((error: Error) => {
        // The next request with it tells instead.
        looked.delete(digest)
        logger.warn({ action: 'key-in-url', status: 'failed', message: error.message })
      })
      busy.add(work)
      void work.finally(() => busy.delete(work))
    },

    /** Waits for what is being told. */
    async close(): Promise<void> {
      await Promise.all(busy)
    },
  }
}
export type KeysInUrls = ReturnType<typeof keysInUrls>
