import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { PageLink } from './link.tsx'

interface PageFrameProps {
  /** `reading` for text, `wide` for tables and dashboards, `full` when the page sets its own columns. */
  width?: 'reading' | 'wide' | 'full'
  className?: string
  children: ReactNode
}

/** The main part of a page: the skip link leads here. Every page has exactly one, with one `<h1>` in it. */
export function PageFrame({ width = 'wide', className, children }: PageFrameProps) {
  return (
    <main id="content" tabIndex={-1} className={classes('shell-main', `shell-main-${width}`, className)}>
      {children}
    </main>
  )
}

/** The heading of a page with a sentence about it and what one can do there. */
export function PageHeader({
  title,
  children,
  actions,
}: {
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="ui-page-header">
      <div>
        <h1>{title}</h1>
        {children ? <div className="ui-lead">{children}</div> : null}
      </div>
      {actions ? <div className="ui-page-actions">{actions}</div> : null}
    </div>
  )
}

/** The first thing the Tab key reaches on a page. */
export function SkipLink() {
  return (
    <a href="#content" className="shell-skip">
      Skip to the content
    </a>
  )
}

export function Footer() {
  return (
    <footer className="shell-footer">
      <p>SEC Latent Platform. Not affiliated with the U.S. Securities and Exchange Commission.</p>
      <ul>
        <li>
          <a href="/openapi.json">OpenAPI</a>
        </li>
        <li>
          <a href="/llms.txt">llms.txt</a>
        </li>
        <li>
          <a href="/changelog.xml">Feed</a>
        </li>
        <li>
          <PageLink href="/docs/errors">Errors</PageLink>
        </li>
      </ul>
    </footer>
  )
}
