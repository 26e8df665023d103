'use client'

import { useEffect, useState } from 'react'
import { portalConfig } from '../use-portal-config.ts'
import { PageLink } from './link.tsx'
import { isMarkedSignedIn, markSignedOut } from './session.ts'

const PATIENCE_MS = 10_000

interface Visitor {
  name: string
  /** Requests since midnight UTC; undefined when the person may not see the usage. */
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
  const me = (await answer.json()) as { name: string | null; email: string | null }
  const midnight = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`
  const usage = await ask(`/v1/usage?granularity=day&from=${midnight}`).catch(() => undefined)
  const days = usage?.ok ? ((await usage.json()) as { data: { requests: number }[] }).data : undefined
  return {
    name: me.name ?? me.email ?? 'Dashboard',
    requestsToday: days?.reduce((sum, { requests }) => sum + requests, 0),
  }
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
