export type Priority = 'low' | 'normal' | 'critical'

export interface AdmissionSettings {
  /** The delay of the event loop (its 99th percentile) beyond which the process is overloaded, and below which it is well. */
  highMs: number
  lowMs: number
  /** How long it must be overloaded before anything is refused, and well before nothing is any more. */
  patienceMs: number
  /** Requests being worked on at the same time. */
  maxInFlight: number
  /**
   * When never fewer than `standingAt` waited for their answer through two looks in a row, though some were answered and they do
   * not drain, they form a queue that only makes everybody late: no more than `standingLimit` may wait until nobody has to
   * be turned away any more. A burst, which drains, or what gathers while nothing is answered for a moment, may be as large as
   * `maxInFlight`.
   */
  standingAt: number
  standingLimit: number
}

/** Refusing more than that cannot help: the delay comes from elsewhere then, and the limit of requests in work does the rest. */
const LEAST_SHARE = 1 / 3
/** How the share of normal requests that is admitted follows the delay: down fast, up slowly. */
const CUT = 0.7
const RAISE = 0.05
/** A queue of which less than this part is left from one look to the next drains. */
const DRAINING = 0.8
/** Low priority leaves this part of the room to the others. */
const LOW_PART = 0.75

/**
 * Decides in constant time whether a request is worked on. Two things are looked at: the delay of the event loop, and how
 * many requests are in work, because a database that is slow delays no loop: a queue that stands is kept short (Nichols and
 * Jacobson, Controlling Queue Delay, 2012). Low priority is refused first, then as much of
 * the normal as is too much; what is critical never.
 */
export function admissionControl(settings: AdmissionSettings) {
  const { highMs, lowMs, patienceMs, maxInFlight, standingAt, standingLimit } = settings
  let inFlight = 0
  /** Those in work whose answer has not begun: who reads a long answer slowly waits for nobody. */
  let waiting = 0
  let fewestWaiting = 0
  /** Since the last look. */
  let answered = 0
  /** How many waited at least between the two looks before, if they formed a queue. */
  let stoodAt = Number.POSITIVE_INFINITY
  let queueStands = false
  /** Somebody was, since the last look, because the queue stands. */
  let turnedAway = false
  let overloadedMs = 0
  let wellMs = 0
  let shedding = false
  let share = 1
  let credit = 0

  function isFull(): boolean {
    if (inFlight >= maxInFlight) return true
    if (!queueStands || waiting < standingLimit) return false
    turnedAway = true
    return true
  }

  return {
    /** What the delay was over the last `elapsedMs`. */
    sample(delayMs: number, elapsedMs: number): void {
      overloadedMs = delayMs > highMs ? overloadedMs + elapsedMs : 0
      wellMs = delayMs < lowMs ? wellMs + elapsedMs : 0
      if (!shedding) {
        shedding = overloadedMs >= patienceMs
        return
      }
      if (delayMs > highMs) share = Math.max(LEAST_SHARE, share * CUT)
      else if (delayMs < lowMs) share = Math.min(1, share + RAISE)
      if (share === 1 && wellMs >= patienceMs) shedding = false
    },

    /** Whether a queue has stood since the last look. */
    look(): void {
      const stood = fewestWaiting >= standingAt && answered > 0
      queueStands = (stood && fewestWaiting >= stoodAt) || (queueStands && (stood || turnedAway))
      stoodAt = stood ? fewestWaiting * DRAINING : Number.POSITIVE_INFINITY
      turnedAway = false
      answered = 0
      fewestWaiting = waiting
    },

    admits(priority: Priority): boolean {
      if (priority === 'critical') return true
      if (isFull() || (priority === 'low' && inFlight >= maxInFlight * LOW_PART)) return false
      if (!shedding) return true
      if (priority === 'low') return false
      credit += share
      if (credit < 1) return false
      credit -= 1
      return true
    },

    /** As many requests are in work as may be: whoever is not critical is refused. */
    isFull,

    begin(): void {
      inFlight += 1
      waiting += 1
    },
    /** Its answer begins; told once for each that began, at the latest before it ends. */
    answer(): void {
      waiting -= 1
      answered += 1
      fewestWaiting = Math.min(fewestWaiting, waiting)
    },
    end(): void {
      inFlight -= 1
    },

    state: () => ({ inFlight, waiting, queueStands, shedding, share }),
  }
}
export type AdmissionControl = ReturnType<typeof admissionControl>
