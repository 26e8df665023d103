const ENTRIES = 10_000

/** Counts failures per address in fixed windows, in this process only, with bounded memory. */
export function attemptCounter(limit: number, windowMs: number, now: () => number = Date.now) {
  const windows = new Map<string, { count: number; ends: number }>()
  return {
    /** Milliseconds until the address may try again; 0 when it may now. */
    blockedForMs(address: string): number {
      const window = windows.get(address)
      if (!window || window.ends <= now() || window.count < limit) return 0
      return window.ends - now()
    },
    count(address: string): void {
      const window = windows.get(address)
      if (window && window.ends > now()) {
        window.count += 1
        return
      }
      windows.delete(address)
      if (windows.size >= ENTRIES) windows.delete(windows.keys().next().value as string)
      windows.set(address, { count: 1, ends: now() + windowMs })
    },
  }
}
