import { LRUCache } from 'lru-cache'
import type { Served } from './replay.ts'

export interface Publication {
  moment: number
  cik: string
  form_type: string
}

/** How often a cache of so many entries would have had the answer that forgets exactly what each publication alters. */
export function simulatedHits(served: Served[], publications: Publication[], entries: number): number {
  const cache = new LRUCache<string, true>({ max: entries })
  const waiting = [...publications].sort((one, other) => one.moment - other.moment)
  let hits = 0
  for (const { url, askedAt } of [...served].sort((one, other) => one.askedAt - other.askedAt)) {
    while (waiting[0] && waiting[0].moment <= askedAt) {
      const publication = waiting.shift() as Publication
      for (const known of [...cache.keys()]) if (alters(publication, known)) cache.delete(known)
    }
    if (cache.get(url)) hits += 1
    else cache.set(url, true)
  }
  return hits
}

function alters({ cik, form_type }: Publication, url: string): boolean {
  const [path, query = ''] = url.split('?', 2) as [string, string?]
  if (path !== '/v1/filings') return false
  const filter = new URLSearchParams(query)
  return (
    (!filter.has('cik') || filter.get('cik') === cik) &&
    (!filter.has('form_type') || filter.get('form_type') === form_type)
  )
}
