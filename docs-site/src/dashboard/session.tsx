'use client'

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { isMarkedSignedIn, markSignedIn, markSignedOut } from '../shell/session.ts'
import { type SessionApi, sessionApi } from './api.ts'
import { type Live, useLive } from './live.ts'
import { signInAddress } from './return-path.ts'
import type { Me } from './types.ts'

/** How soon a changed role or a new organisation shows without a reload. */
const ME_EVERY_MS = 60_000

export interface Session {
  api: SessionApi
  me: Me
  /** The organisation acted for. */
  organisation: { id: string; name: string }
  /** Whether the role allows it, such as `keys:admin`. What it does not allow is not offered; the API refuses it anyway. */
  can: (scope: string) => boolean
  refreshMe: () => Promise<void>
  chooseOrganisation: (organisationId: string) => Promise<void>
  signOut: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)

/** The session of a page below `/dashboard`. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above')
  return session
}

async function askMe(apiUrl: string, signal: AbortSignal): Promise<Me> {
  const api = sessionApi(apiUrl, { onSignedOut: leaveForSignIn })
  // Most visitors without the mark have no session, and to be refused is an error in their console; to be nobody is not. Those
  // whom another provider signed in have a session and no mark yet.
  if (!isMarkedSignedIn() && !(await hasSession(api, signal))) {
    leaveForSignIn()
    return await new Promise<never>(() => {})
  }
  const me = await api.get<'getMe'>('/v1/me', undefined, { signal })
  markSignedIn()
  return me
}

async function hasSession(api: SessionApi, signal: AbortSignal): Promise<boolean> {
  const session = await api.send<object | null>({
    method: 'GET',
    path: '/auth/get-session',
    options: { signal },
  })
  return session !== null
}

function leaveForSignIn(): void {
  markSignedOut()
  const { pathname, search } = window.location
  window.location.replace(signInAddress(pathname + search))
}

/** Asks who is signed in. Nobody: on to the sign-in page, which leads back here. */
export function SessionProvider({
  apiUrl,
  waiting,
  children,
}: {
  apiUrl: string
  /** Shown until the API has said who this is, and what is wrong when it does not. */
  waiting: (live: Live<Me>) => ReactNode
  children: ReactNode
}) {
  // Whichever request is the first to be refused, it is asked once more who this is before leaving.
  const refreshMe = useRef(() => {})
  const [api] = useState(() => sessionApi(apiUrl, { onSignedOut: () => refreshMe.current() }))
  const live = useLive<Me>('me', (signal) => askMe(apiUrl, signal), { everyMs: ME_EVERY_MS })
  const { data: me, refresh } = live
  refreshMe.current = () => void refresh()

  const chooseOrganisation = useCallback(
    async (organisation_id: string) => {
      await api.send({ method: 'POST', path: '/auth/organisation', body: { organisation_id } })
      // Everything on the page belongs to the other organisation.
      window.location.assign('/dashboard')
    },
    [api],
  )
  const signOut = useCallback(async () => {
    await api.send({ method: 'POST', path: '/auth/sign-out', body: {} })
    markSignedOut()
    window.location.assign('/sign-in')
  }, [api])

  const session = useMemo<Session | null>(
    () =>
      me
        ? {
            api,
            me,
            organisation: {
              id: me.organisation_id,
              name: me.organisations.find((one) => one.id === me.organisation_id)?.name ?? me.organisation_id,
            },
            can: (scope) => me.scopes.includes(scope),
            refreshMe: refresh,
            chooseOrganisation,
            signOut,
          }
        : null,
    [api, me, refresh, chooseOrganisation, signOut],
  )
  return session ? (
    <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
  ) : (
    waiting(live)
  )
}
