'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { sessionApi } from '../dashboard/api.ts'
import { returnPath } from '../dashboard/return-path.ts'
import { markSignedIn } from '../shell/session.ts'
import { portalConfig } from '../use-portal-config.ts'
import { type Auth, authOf } from './auth.ts'

/** The steps of signing in, for a component in the browser. */
export function useAuth(): () => Auth {
  return useMemo(() => {
    let auth: Auth | undefined
    return () => {
      auth ??= authOf(sessionApi(portalConfig().api_url))
      return auth
    }
  }, [])
}

/** On to the page that was asked for before signing in. */
export function goOn(): void {
  markSignedIn()
  window.location.assign(returnPath(new URLSearchParams(window.location.search).get('next')))
}

/**
 * The token behind `#token=` of a link in a mail; null when there is none, undefined until it was looked for. It is taken out of
 * the address at once, so that it is neither in the history nor on a screenshot.
 */
export function useFragmentToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>()
  const isRead = useRef(false)
  useEffect(() => {
    if (isRead.current) return
    isRead.current = true
    const { hash, pathname, search } = window.location
    setToken(new URLSearchParams(hash.slice(1)).get('token') || null)
    if (hash !== '') window.history.replaceState(window.history.state, '', pathname + search)
  }, [])
  return token
}
