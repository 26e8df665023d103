/**
 * Platforms drop what a process writes beyond 500 lines a second, whatever it is. So many are left for requests that went well,
 * and the rest for what must not be lost.
 */
export const REQUEST_LINES_PER_SECOND = 200
/** In a second in which far more comes than in the one before, only one of so many is written once its share is used up. */
const CUT = 8
/** And no more than so many times the share; the next second begins with a line that stands for the rest. */
const MOST = 2

/**
 * Says of each of many events how many it stands for: 0, it is not written; 1, for itself; n, also for the n - 1 before it. So
 * the numbers that are written add up to what happened, whatever was left out.
 */
export function eventSampler(perSecond: number, now: () => number = Date.now): () => number {
  let second = 0
  let seen = 0
  let step = 1
  let passed = 0
  let written = 0
  return () => {
    const current = Math.floor(now() / 1_000)
    if (current !== second) {
      step = current === second + 1 ? Math.max(1, Math.ceil(seen / perSecond)) : 1
      second = current
      seen = 0
      written = 0
    }
    seen += 1
    passed += 1
    const wanted = written < perSecond ? step : step * CUT
    if (passed < wanted || written >= perSecond * MOST) return 0
    written += 1
    const standsFor = passed
    passed = 0
    return standsFor
  }
}
