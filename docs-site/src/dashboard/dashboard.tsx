'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageLink } from '../shell/link.tsx'
import { dashboardPages, pageOf } from './navigation.ts'
import { SessionProvider, useSession } from './session.tsx'
import { Button } from './ui/button.tsx'
import { EmptyState, LiveContent, PageHead } from './ui/page.tsx'
import { ProblemNotice } from './ui/problem-notice.tsx'
import { useAction } from './use-action.ts'

/** Everything below `/dashboard`: who is signed in, where to go, and the page itself. */
export function Dashboard({ apiUrl, children }: { apiUrl: string; children: ReactNode }) {
  return (
    <SessionProvider
      apiUrl={apiUrl}
      waiting={(live) => (
        <main className="d-alone d-loading" id="content" tabIndex={-1}>
          <h1 className="sr-only">Dashboard</h1>
          <LiveContent live={live}>{() => null}</LiveContent>
        </main>
      )}
    >
      <div className="d-frame">
        <Side />
        <main className="d-main" id="content" tabIndex={-1}>
          <Allowed>{children}</Allowed>
        </main>
      </div>
    </SessionProvider>
  )
}

/** The pages, the organisation and the way out. */
function Side() {
  const { can } = useSession()
  const here = pageOf(usePathname())
  return (
    <aside className="d-side" aria-label="Account">
      <OrganisationChoice />
      <nav aria-label="Dashboard">
        <ul className="d-nav">
          {dashboardPages
            .filter(({ scope }) => can(scope))
            .map(({ href, title }) => (
              <li key={href}>
                <PageLink href={href} aria-current={here?.href === href ? 'page' : undefined}>
                  {title}
                </PageLink>
              </li>
            ))}
        </ul>
      </nav>
      <Person />
    </aside>
  )
}

function OrganisationChoice() {
  const { me, organisation, chooseOrganisation } = useSession()
  const choose = useAction(chooseOrganisation)
  if (me.organisations.length < 2) return <p className="d-organisation">{organisation.name}</p>
  return (
    <div className="d-organisation">
      <label className="sr-only" htmlFor="organisation">
        Organisation
      </label>
      <select
        id="organisation"
        className="ui-input"
        value={organisation.id}
        disabled={choose.isRunning}
        onChange={(event) => void choose.run(event.target.value)}
      >
        {me.organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <ProblemNotice problem={choose.problem} />
    </div>
  )
}

function Person() {
  const { me, signOut } = useSession()
  const leave = useAction(signOut)
  return (
    <div className="d-person">
      <p className="d-person-name" title={me.email ?? undefined}>
        {me.email ?? me.name}
      </p>
      <p className="d-small">{me.role ?? me.type}</p>
      <Button variant="quiet" size="small" isBusy={leave.isRunning} onClick={() => void leave.run()}>
        Sign out
      </Button>
      <ProblemNotice problem={leave.problem} />
    </div>
  )
}

/** A page that the role may not read says so instead of failing piece by piece. */
function Allowed({ children }: { children: ReactNode }) {
  const { can, me } = useSession()
  const page = pageOf(usePathname())
  if (!page || can(page.scope)) return <>{children}</>
  return (
    <>
      <PageHead title={page.title} />
      <EmptyState title={`Your role${me.role ? ` (${me.role})` : ''} does not include this page.`}>
        <p>An owner or admin of the organisation can give you another role.</p>
      </EmptyState>
    </>
  )
}
