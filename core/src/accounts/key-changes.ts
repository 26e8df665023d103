import type { Redis } from 'ioredis'
import type { Logger } from '../log.ts'
import type { KeyChange, KeyChangeStore } from './key-change-store.ts'
import { within } from './within.ts'

export const KEY_CHANGES_CHANNEL = 'key-changes'
/** Below a second, so that with the question itself a change is known within one. */
const POLL_MS = 900
const POLL_TIMEOUT_MS = 2_000
/** A process that missed more than this forgets everything instead. */
const REPLAY_LIMIT = 1_000

export interface KeyChanges {
  /** The highest number heard of, by whichever way. What was read at a lower one may be old. */
  heard(): number
  /** Applies a change here and tells the other processes; Redis may be away. */
  announce(change: KeyChange): void
  /** Milliseconds since Postgres last confirmed that no change was missed; infinite until it was asked. */
  lagMs(): number
  close(): void
}

/**
 * Follows the changes of keys. Redis tells of each at once; because it may lose some, Postgres is asked once a second for those
 * after the last one known, and again whenever Redis comes back: first listen, then look what was missed.
 */
export function followKeyChanges(
  store: Pick<KeyChangeStore, 'since'>,
  use: {
    apply(change: KeyChange): void
    /** So many changes were missed that nothing remembered can be trusted. */
    applyAll(): void
  },
  options: { redis?: Redis; logger?: Logger; pollMs?: number; elapsed?: () => number } = {},
): KeyChanges {
  const elapsed = options.elapsed ?? (() => performance.now())
  /** All changes up to here are applied; `undefined` until Postgres was asked for the first time. */
  let applied: number | undefined
  let heard = 0
  /** Whose numbers we follow; several databases may share a Redis. */
  let origin: string | undefined
  let confirmedAt = Number.NEGATIVE_INFINITY
  let polling: Promise<void> | undefined
  let failing = false

  function take(change: KeyChange): void {
    heard = Math.max(heard, change.version)
    use.apply(change)
    if (applied !== undefined && change.version === applied + 1) applied = change.version
  }

  async function catchUp(): Promise<void> {
    const askedAt = elapsed()
    const from = applied ?? 0
    const limit = applied === undefined ? 0 : REPLAY_LIMIT
    const { version, changes, ...answer } = await within(POLL_TIMEOUT_MS, store.since(from, limit))
    origin = answer.origin
    heard = Math.max(heard, version)
    if (applied === undefined) {
      // Whatever was read before this is of unknown age.
      use.applyAll()
    } else if (changes.length < version - from) {
      use.applyAll()
    } else {
      for (const change of changes) use.apply(change)
    }
    applied = Math.max(applied ?? 0, version)
    confirmedAt = askedAt
  }

  function poll(): Promise<void> {
    polling ??= catchUp()
      .then(() => {
        failing = false
      })
      .catch((error: Error) => {
        if (!failing) options.logger?.warn({ action: 'keys.poll', status: 'failed', message: error.message })
        failing = true
      })
      .finally(() => {
        polling = undefined
      })
    return polling
  }

  const timer = setInterval(() => void poll(), options.pollMs ?? POLL_MS)
  timer.unref()
  void poll()

  const listener = options.redis?.duplicate({
    autoResubscribe: false,
    enableOfflineQueue: false,
    maxRetriesPerRequest: null,
    lazyConnect: false,
  })
  listener?.on('error', () => {})
  listener?.on('ready', () => {
    listener
      .subscribe(KEY_CHANGES_CHANNEL)
      .then(() => poll())
      .catch(() => {})
  })
  listener?.on('message', (_channel: string, text: string) => {
    const change = parseChange(text, origin)
    if (!change) return
    take(change)
    if (applied !== undefined && change.version > applied) void poll()
  })

  return {
    heard: () => heard,
    announce(change) {
      take(change)
      if (origin === undefined) return
      options.redis?.publish(KEY_CHANGES_CHANNEL, JSON.stringify({ origin, ...change })).catch(() => {})
    },
    lagMs: () => elapsed() - confirmedAt,
    close() {
      clearInterval(timer)
      listener?.disconnect()
    },
  }
}

/** Whoever can write into Redis can make us forget; nothing more. */
function parseChange(text: string, origin: string | undefined): KeyChange | undefined {
  try {
    const { version, organisation_id, key_id, ...sender } = JSON.parse(text) as KeyChange & { origin: string }
    const isChange =
      sender.origin === origin &&
      Number.isSafeInteger(version) &&
      typeof organisation_id === 'string' &&
      (key_id === null || typeof key_id === 'string')
    return isChange ? { version, organisation_id, key_id } : undefined
  } catch {
    return undefined
  }
}
