const CALLS = 20
const OPENS_AT = 0.5
const OPEN_MS = 1_000

/** Keeps a process from asking a Redis that does not answer: open once half of the last 20 calls failed, half open after 1 s. */
export function breaker() {
  const outcomes: boolean[] = []
  let next = 0
  let openUntil = Number.NEGATIVE_INFINITY
  let probing = false
  let isOpen = false

  return {
    /** False while Redis is left alone. When half open, one call may go through to try. */
    allows(now: number): boolean {
      if (!isOpen) return true
      return now >= openUntil && !probing
    },
    /** Before a call. */
    begin(): void {
      if (isOpen) probing = true
    },
    succeeded(): void {
      if (isOpen) outcomes.length = next = 0
      isOpen = probing = false
      note(true)
    },
    failed(now: number): void {
      note(false)
      const failures = outcomes.filter((ok) => !ok).length
      if (isOpen || (outcomes.length === CALLS && failures >= CALLS * OPENS_AT)) {
        isOpen = true
        openUntil = now + OPEN_MS
      }
      probing = false
    },
  }

  function note(ok: boolean): void {
    outcomes[next] = ok
    next = (next + 1) % CALLS
  }
}
export type Breaker = ReturnType<typeof breaker>
