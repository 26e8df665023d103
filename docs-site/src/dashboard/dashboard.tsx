'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { dashboardPages, pageOf } from './navigation.ts'
import { SessionProvider, useSession } from './session.tsx'
import { Button } from './ui/button.tsx'
import { Empty, LiveContent } from './ui/page.tsx'
import { ProblemNotice } from './ui/problem-notice.tsx'
import { useAction } from './use-action.ts'

/** Everything below `/dashboard`: who is signed in, where to go, and the page itself. */
export function Dashboard({ apiUrl, children }: { apiUrl: string; children: ReactNode }) {
  return (
    <SessionProvider
      apiUrl={apiUrl}
      waiting={(live) => (
        <main className="d-alone" id="content">
          <h1 className="d-unseen">Dashboard</h1>
          <LiveContent live={live}>{() => null}</LiveContent>
        </main>
      )}
    >
      <div className="d-frame">
        <Side />
        <main className="d-main" id="content">
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
    <div className="d-side">
      <OrganisationChoice />
      <nav aria-label="Dashboard">
        <ul className="d-nav">
          {dashboardPages
            .filter(({ scope }) => can(scope))
            .map(({ href, title }) => (
              <li key={href}>
                <Link href={href} aria-current={here?.href === href ? 'page' : undefined}>
                  {title}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <Person />
    </div>
  )
}

function OrganisationChoice() {
  const { me, organisation, chooseOrganisation } = useSession()
  const choose = useAction(chooseOrganisation)
  if (me.organisations.length < 2) return <p className="d-organisation">{organisation.name}</p>
  return (
    <div className="d-organisation">
      <label className="d-unseen" htmlFor="organisation">
        Organisation
      </label>
      <select
        id="organisation"
        className="d-input"
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
      <Button look="quiet" isBusy={leave.isRunning} onClick={() => void leave.run()}>
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
      <h1 className="d-title">{page.title}</h1>
      <Empty title={`Your role${me.role ? ` (${me.role})` : ''} does not include this page.`}>
        <p>An owner or admin of the organisation can give you another role.</p>
      </Empty>
    </>
  )
}
