'use client'

import { useEffect, useState } from 'react'
import { isOfPerson } from '../dashboard/usage/is-of-person.ts'
import { portalConfig } from '../use-portal-config.ts'
import { PageLink } from './link.tsx'
import { isMarkedSignedIn, markSignedIn, markSignedOut } from './session.ts'

const PATIENCE_MS = 10_000
/** The requests of the day are asked for so often, while somebody looks. */
const REFRESH_MS = 30_000

interface Visitor {
  name: string
  /** Requests of their programs since midnight UTC; undefined when the person may not see the usage. */
  requestsToday: number | undefined
}

async function ask(path: string): Promise<Response> {
  return await fetch(portalConfig().api_url + path, {
    credentials: 'include',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
}

/** Who is signed in, and what their organisation asked today; undefined when nobody is or the API does not say. */
async function findVisitor(): Promise<Visitor | undefined> {
  const answer = await ask('/v1/me')
  if (answer.status === 401) markSignedOut()
  if (!answer.ok) return undefined
  markSignedIn()
  const me = (await answer.json()) as { name: string | null; email: string | null }
  return { name: me.name ?? me.email ?? 'Dashboard', requestsToday: await countRequestsToday() }
}

async function countRequestsToday(): Promise<number | undefined> {
  const midnight = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`
  const usage = await ask(`/v1/usage?granularity=day&group_by=key&from=${midnight}`).catch(() => undefined)
  if (!usage?.ok) return undefined
  const { data } = (await usage.json()) as { data: { key_id: string | null; requests: number }[] }
  return data.filter(({ key_id }) => !isOfPerson(key_id)).reduce((sum, { requests }) => sum + requests, 0)
}

/** "Sign in", or for somebody who is, the way to their dashboard with the requests of the day. */
export function AccountLink() {
  const [visitor, setVisitor] = useState<Visitor>()
  useEffect(() => {
    if (!isMarkedSignedIn()) return
    let wanted = true
    findVisitor().then(
      (found) => wanted && setVisitor(found),
      // Without an answer the bar stays as it is: signing in will say what is wrong.
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [])

  const isKnown = visitor !== undefined
  useEffect(() => {
    if (!isKnown) return
    let wanted = true
    const refresh = async () => {
      if (document.visibilityState !== 'visible') return
      const found = await findVisitor().catch(() => undefined)
      // Without an answer what was there stays, unless the session is over.
      if (wanted && (found || !isMarkedSignedIn())) setVisitor(found)
    }
    const timer = setInterval(refresh, REFRESH_MS)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      wanted = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [isKnown])

  if (!visitor) {
    return (
      <PageLink href="/sign-in" className="shell-account">
        Sign in
      </PageLink>
    )
  }
  const { name, requestsToday } = visitor
  return (
    <PageLink href="/dashboard" className="shell-account" title={name}>
      Dashboard
      {requestsToday === undefined ? null : (
        <span className="shell-usage">{requestsToday.toLocaleString('en')} today</span>
      )}
    </PageLink>
  )
}
