/** A map that forgets what was not used for longest when it holds too much. */
export interface BoundedMap<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
  delete(key: K): void
}

/** `sizeOf` and `limit` are in the same unit, whichever it is. What alone is larger than the limit is not kept. */
export function boundedMap<K, V>(limit: number, sizeOf: (value: V) => number): BoundedMap<K, V> {
  const kept = new Map<K, { value: V; size: number }>()
  let total = 0

  function forget(key: K): void {
    total -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }

  return {
    get(key) {
      const found = kept.get(key)
      if (!found) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    set(key, value) {
      forget(key)
      const size = sizeOf(value)
      if (size > limit) return
      kept.set(key, { value, size })
      total += size
      for (const oldest of kept.keys()) {
        if (total <= limit) break
        forget(oldest)
      }
    },
    delete: forget,
  }
}
