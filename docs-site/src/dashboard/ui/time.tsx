'use client'

import { useEffect, useState } from 'react'
import { formatAgo, formatInstant } from '../format.ts'

const TICK_MS = 15_000

/** The present moment, renewed now and then. */
export function useNow(everyMs = TICK_MS): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** How long ago, with the moment itself for those who point at it. */
export function Ago({ at, never = 'never' }: { at: string | Date | null | undefined; never?: string }) {
  // Rendered anew with each tick, but by the clock of this moment: what was read since the tick is not in the future.
  useNow()
  if (!at) return <>{never}</>
  const instant = new Date(at)
  return (
    <time dateTime={instant.toISOString()} title={formatInstant(instant)}>
      {formatAgo(instant, Date.now())}
    </time>
  )
}
