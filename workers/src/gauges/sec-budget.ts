const WINDOW_SECONDS = 10

/** Counts requests of this process over the last ten seconds, against what all processes may send in that time. */
export function secBudget(requestsPerSecond: number, now: () => number = () => performance.now()) {
  /** One place for each second of the window. */
  const seconds = Array.from({ length: WINDOW_SECONDS }, () => ({ second: -1, requests: 0 }))
  return {
    spend(): void {
      const second = Math.floor(now() / 1000)
      const place = seconds[second % WINDOW_SECONDS] as (typeof seconds)[number]
      if (place.second !== second) Object.assign(place, { second, requests: 0 })
      place.requests += 1
    },

    usedRatio(): number {
      const oldest = Math.floor(now() / 1000) - WINDOW_SECONDS
      const sent = seconds.reduce((sum, { second, requests }) => sum + (second > oldest ? requests : 0), 0)
      return sent / (requestsPerSecond * WINDOW_SECONDS)
    },
  }
}
export type SecBudget = ReturnType<typeof secBudget>
