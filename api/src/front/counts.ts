/** What the front answered since it was last asked, by operation and status. */
export function frontCounts() {
  const counts = new Map<string, Map<number, number>>()
  let hits = 0
  return {
    add(operation: string, status: number): void {
      hits += 1
      const statuses = counts.get(operation)
      if (statuses === undefined) counts.set(operation, new Map([[status, 1]]))
      else statuses.set(status, (statuses.get(status) ?? 0) + 1)
    },

    /** Hands over the counts and begins at zero. */
    take(): { operation: string; status: number; requests: number }[] {
      const taken = [...counts].flatMap(([operation, statuses]) =>
        [...statuses].map(([status, requests]) => ({ operation, status, requests })),
      )
      counts.clear()
      return taken
    },

    hits: () => hits,
  }
}
export type FrontCounts = ReturnType<typeof frontCounts>
