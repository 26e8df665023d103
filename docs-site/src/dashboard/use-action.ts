'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, newIdempotencyKey } from './api.ts'

export interface Action<A> {
  /** Does it. True when it succeeded; otherwise `problem` says why. */
  run: (argument: A) => Promise<boolean>
  isRunning: boolean
  problem: Error | undefined
  reset: () => void
}

/**
 * A change somebody asks for by a button. When nobody knows whether it was done (no answer, a server error), pressing again
 * with the same argument sends the same Idempotency-Key, so that nothing is done twice.
 */
export function useAction<A = void>(
  act: (argument: A, idempotencyKey: string) => Promise<unknown>,
): Action<A> {
  const [isRunning, setRunning] = useState(false)
  const [problem, setProblem] = useState<Error>()
  const latest = useRef(act)
  latest.current = act
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  const undecided = useRef<{ argument: string; key: string } | undefined>(undefined)
  const busy = useRef(false)

  const run = useCallback(async (argument: A): Promise<boolean> => {
    // A second click before the button is drawn as busy.
    if (busy.current) return false
    busy.current = true
    const asked = JSON.stringify(argument) ?? ''
    const key = undecided.current?.argument === asked ? undecided.current.key : newIdempotencyKey()
    setRunning(true)
    setProblem(undefined)
    try {
      await latest.current(argument, key)
      undecided.current = undefined
      return true
    } catch (error) {
      undecided.current =
        error instanceof ApiProblem && error.isUndecided ? { argument: asked, key } : undefined
      if (isMounted.current) setProblem(error as Error)
      return false
    } finally {
      busy.current = false
      if (isMounted.current) setRunning(false)
    }
  }, [])
  const reset = useCallback(() => setProblem(undefined), [])
  return { run, isRunning, problem, reset }
}
