'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { isMarkedSignedIn } from '../shell/session.ts'
import { portalConfig } from '../use-portal-config.ts'
import {
  type Credential,
  heldCredential,
  holdCredential,
  isUsable,
  makeExplorerKey,
  onCredential,
} from './credentials.ts'

export interface Credentials {
  credential: Credential | undefined
  choose: (kind: Credential['kind']) => void
  type: (key: string) => void
  /** True while a key is being made. */
  isWaiting: boolean
  /** Why there is none. */
  problem: string
  /** What can be chosen here. */
  choices: Credential['kind'][]
}

/** The credential all forms of the explorer share until the page is left. */
export function useCredential(): Credentials {
  const credential = useSyncExternalStore(onCredential, heldCredential, heldCredential)
  const [isWaiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState('')
  const { api_url, explorer_key } = portalConfig()
  const [isSignedIn] = useState(isMarkedSignedIn)

  const choose = useCallback(
    async (kind: Credential['kind']) => {
      setProblem('')
      if (kind === 'test' && explorer_key) return holdCredential({ kind, key: explorer_key })
      if (kind === 'typed') return holdCredential({ kind, key: '' })
      if (kind !== 'explorer') return holdCredential(kind === 'session' ? { kind } : { kind: 'none' })
      setWaiting(true)
      try {
        const made = await makeExplorerKey(api_url)
        if (made) holdCredential(made)
        else setProblem('Your session has ended: sign in again, or use another key.')
      } catch (error) {
        setProblem(error instanceof Error ? error.message : 'The API could not be asked for a key.')
      }
      setWaiting(false)
    },
    [api_url, explorer_key],
  )

  useEffect(() => {
    if (isUsable(heldCredential(), Date.now())) return
    if (explorer_key) choose('test')
    else choose(isSignedIn ? 'explorer' : 'typed')
  }, [choose, explorer_key, isSignedIn])

  return {
    credential,
    choose,
    type: (key) => holdCredential({ kind: 'typed', key: key.trim() }),
    isWaiting,
    problem,
    choices: [
      ...(explorer_key ? (['test'] as const) : []),
      ...(isSignedIn ? (['explorer', 'session'] as const) : []),
      'typed',
    ],
  }
}
