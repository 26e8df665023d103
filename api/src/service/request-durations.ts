/** Seconds. The objectives lie at 50 ms, half a second and two seconds. */
export const BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 2] as const
/** Of routes, methods and statuses, so many combinations are told apart; with their buckets they stay under 2,000 series. */
export const MAX_COMBINATIONS = 190
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const NAME = 'http_server_request_duration_seconds'

interface Labels {
  route: string
  method: string
  status: string
}

/** How often something was answered and how long that took. */
export interface Durations {
  observe(seconds: number): void
}

/**
 * The histogram of all answers. Written here and not with a library, because the front answers in a few microseconds and has
 * to be counted too: whoever keeps what `of` returns pays a few additions for each answer.
 */
export function requestDurations() {
  const known = new Map<string, ReturnType<typeof counted>>()

  function counted(labels: Labels) {
    const buckets = new Array<number>(BUCKETS.length + 1).fill(0)
    let sum = 0
    return {
      labels,
      buckets,
      observe(seconds: number): void {
        let at = 0
        while (at < BUCKETS.length && seconds > (BUCKETS[at] as number)) at += 1
        buckets[at] = (buckets[at] as number) + 1
        sum += seconds
      },
      sum: () => sum,
    }
  }

  function entry(labels: Labels) {
    const key = `${labels.method} ${labels.route} ${labels.status}`
    let found = known.get(key)
    if (found === undefined) {
      found = counted(labels)
      known.set(key, found)
    }
    return found
  }

  return {
    /** The durations of one combination. When there are too many, the rest is told apart by the first digit of its status only. */
    of(route: string, method: string, status: number): Durations {
      const labels = { route, method: METHODS.has(method) ? method : 'other', status: String(status) }
      const isKnown = known.has(`${labels.method} ${route} ${labels.status}`)
      if (isKnown || known.size < MAX_COMBINATIONS) return entry(labels)
      return entry({ route: 'other', method: 'other', status: `${Math.floor(status / 100)}xx` })
    },

    /** As a metric that a registry of prom-client takes. */
    metric: {
      name: NAME,
      help: 'Seconds from the arrival of a request to the end of its answer; of a stream, to its beginning.',
      type: 'histogram',
      aggregator: 'sum',
      reset: () => known.clear(),
      async get() {
        const values: { metricName: string; labels: Record<string, string | number>; value: number }[] = []
        for (const { labels, buckets, sum } of known.values()) {
          let total = 0
          for (const [at, count] of buckets.entries()) {
            total += count
            values.push({
              metricName: `${NAME}_bucket`,
              labels: { le: BUCKETS[at] ?? '+Inf', ...labels },
              value: total,
            })
          }
          values.push({ metricName: `${NAME}_sum`, labels: { ...labels }, value: sum() })
          values.push({ metricName: `${NAME}_count`, labels: { ...labels }, value: total })
        }
        return { name: NAME, help: this.help, type: 'histogram', aggregator: 'sum', values }
      },
    },
  }
}
export type RequestDurations = ReturnType<typeof requestDurations>
