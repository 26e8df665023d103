import { KeysUnavailable } from '../within.ts'

/**
 * Stops asking a service that does not answer: after so many failures in a row nobody asks for a while, then one asks whether it
 * is back. Throws `KeysUnavailable` instead of asking.
 */
export function breaker(options: { failures: number; pauseMs: number; elapsed: () => number }) {
  const { failures, pauseMs, elapsed } = options
  let inARow = 0
  let openUntil = 0
  let probing = false

  return {
    async run<T>(ask: () => Promise<T>): Promise<T> {
      const broken = inARow >= failures
      if (broken && (probing || elapsed() < openUntil)) {
        throw new KeysUnavailable('the service is not asked for a while', { retryAfterMs: pauseMs })
      }
      probing = broken
      try {
        const answer = await ask()
        inARow = 0
        return answer
      } catch (error) {
        inARow += 1
        openUntil = elapsed() + pauseMs
        throw error
      } finally {
        if (broken) probing = false
      }
    },
    isOpen: () => inARow >= failures,
  }
}
