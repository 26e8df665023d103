'use client'

import { useState } from 'react'
import { Button } from './button.tsx'
import { ProblemNotice } from './problem-notice.tsx'

interface Page<T> {
  data: T[]
  next_cursor: string | null
}

/**
 * The pages of a list after the first, which is live. `first` is what `useLive` read; `load` gets the page after a cursor. Entries
 * that the first page has taken over are not shown twice.
 */
export function useOlder<T>(
  first: Page<T> | undefined,
  load: (cursor: string) => Promise<Page<T>>,
  idOf: (entry: T) => string,
) {
  const [older, setOlder] = useState<{ entries: T[]; next: string | null }>()
  const [isLoading, setLoading] = useState(false)
  const [problem, setProblem] = useState<Error>()
  const next = older ? older.next : (first?.next_cursor ?? null)

  async function loadOlder() {
    if (next === null || isLoading) return
    setLoading(true)
    setProblem(undefined)
    try {
      const page = await load(next)
      setOlder((before) => ({
        entries: [...(before?.entries ?? first?.data ?? []), ...page.data],
        next: page.next_cursor,
      }))
    } catch (error) {
      setProblem(error as Error)
    } finally {
      setLoading(false)
    }
  }

  const latest = first?.data ?? []
  const shown = new Set(latest.map(idOf))
  return {
    entries: [...latest, ...(older?.entries ?? []).filter((entry) => !shown.has(idOf(entry)))],
    hasMore: next !== null,
    loadOlder,
    isLoading,
    problem,
    /** Forgets the older pages, for example because the filter changed. */
    reset: () => setOlder(undefined),
  }
}

export function LoadOlder({
  older,
}: {
  older: { hasMore: boolean; isLoading: boolean; problem: Error | undefined; loadOlder: () => Promise<void> }
}) {
  return (
    <>
      <ProblemNotice problem={older.problem} />
      {older.hasMore ? (
        <div className="d-row d-row-center">
          <Button isBusy={older.isLoading} onClick={() => void older.loadOlder()}>
            Show older
          </Button>
        </div>
      ) : null}
    </>
  )
}
