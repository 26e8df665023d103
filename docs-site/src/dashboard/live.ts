'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

const LONGEST_WAIT_MS = 120_000
const JITTER = 0.1

/** How long to wait before the next look: the usual time, doubled with each failure in a row. */
export function waitMs(
  everyMs: number,
  failures: number,
  random: number,
  askedMs: number | null = null,
): number {
  const backedOff = Math.min(everyMs * 2 ** failures, Math.max(LONGEST_WAIT_MS, everyMs))
  return Math.max(backedOff, askedMs ?? 0) * (1 + JITTER * random)
}

export interface Looker {
  /** Looks now, unless a look is underway. */
  look(): Promise<void>
  /** Looks now, after the look that is underway: that one may have begun before a change. */
  lookAgain(): Promise<void>
  stop(): void
}

interface LookerOptions<T> {
  load: (signal: AbortSignal) => Promise<T>
  everyMs: number
  /** Nobody sees the page: there is no need to look. */
  isHidden: () => boolean
  onData: (data: T) => void
  onError: (error: Error) => void
}

/** Looks at something again and again while somebody watches, less often while it fails. One look at a time. */
export function looker<T>({ load, everyMs, isHidden, onData, onError }: LookerOptions<T>): Looker {
  const abort = new AbortController()
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let underway: Promise<void> | undefined

  async function once(): Promise<void> {
    let asked: number | null = null
    try {
      const data = await load(abort.signal)
      failures = 0
      if (!abort.signal.aborted) onData(data)
    } catch (error) {
      failures += 1
      asked = (error as { retryAfterMs?: number | null }).retryAfterMs ?? null
      if (!abort.signal.aborted) onError(error as Error)
    }
    if (!abort.signal.aborted) timer = setTimeout(tick, waitMs(everyMs, failures, Math.random(), asked))
  }

  function look(): Promise<void> {
    if (abort.signal.aborted) return Promise.resolve()
    clearTimeout(timer)
    underway ??= once().finally(() => {
      underway = undefined
    })
    return underway
  }

  // A hidden page keeps its clock, so that it is asked again whether it is still hidden; it sends nothing.
  function tick(): void {
    if (isHidden()) timer = setTimeout(tick, everyMs)
    else void look()
  }

  return {
    look,
    async lookAgain() {
      await underway
      await look()
    },
    stop() {
      abort.abort()
      clearTimeout(timer)
    },
  }
}

export interface Live<T> {
  /** The latest that was read; it stays while a later look fails. */
  data: T | undefined
  /** What went wrong at the last look; undefined when it succeeded. */
  error: Error | undefined
  /** True until the first look has ended. */
  isLoading: boolean
  /** When `data` was read. */
  readAt: Date | undefined
  /** Looks again now, for example after a change. */
  refresh: () => Promise<void>
}

const NOTHING = { data: undefined, error: undefined, isLoading: true, readAt: undefined }

/**
 * Data of the API that stays true while the page is open: read at once, then every `everyMs` while the page is visible, and when
 * somebody comes back to it. `load` is read anew whenever `about` changes; what was shown for another `about` is forgotten.
 */
export function useLive<T>(
  about: string,
  load: (signal: AbortSignal) => Promise<T>,
  { everyMs = 10_000 }: { everyMs?: number } = {},
): Live<T> {
  const [state, setState] = useState<Omit<Live<T>, 'refresh'> & { about: string }>({ ...NOTHING, about })
  const latest = useRef(load)
  latest.current = load
  const running = useRef<Looker | undefined>(undefined)

  useEffect(() => {
    const one = looker<T>({
      load: (signal) => latest.current(signal),
      everyMs,
      isHidden: () => document.hidden,
      onData: (data) => setState({ about, data, error: undefined, isLoading: false, readAt: new Date() }),
      onError: (error) =>
        setState((before) => ({
          ...(before.about === about ? before : NOTHING),
          about,
          error,
          isLoading: false,
        })),
    })
    running.current = one
    const onReturn = () => {
      if (!document.hidden) void one.look()
    }
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('focus', onReturn)
    void one.look()
    return () => {
      one.stop()
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('focus', onReturn)
    }
  }, [about, everyMs])

  const refresh = useCallback(async () => await running.current?.lookAgain(), [])
  return { ...(state.about === about ? state : NOTHING), refresh }
}
