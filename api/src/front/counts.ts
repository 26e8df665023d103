import type { Durations } from '../service/request-durations.ts'

/** Counts what the front answers. It answers in microseconds, so that what is looked up is kept. */
export function frontCounts(durationsOf: (operation: string, status: number) => Durations) {
  const kept = new Map<string, Map<number, Durations>>()
  let hits = 0

  function lookUp(operation: string, status: number): Durations {
    const durations = durationsOf(operation, status)
    const statuses = kept.get(operation)
    if (statuses === undefined) kept.set(operation, new Map([[status, durations]]))
    else statuses.set(status, durations)
    return durations
  }

  return {
    add(operation: string, status: number, seconds: number): void {
      hits += 1
      const durations = kept.get(operation)?.get(status) ?? lookUp(operation, status)
      durations.observe(seconds)
    },

    hits: () => hits,
  }
}
export type FrontCounts = ReturnType<typeof frontCounts>
