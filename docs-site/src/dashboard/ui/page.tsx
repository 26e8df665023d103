import type { ReactNode } from 'react'
import type { Live } from '../live.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { Ago } from './time.tsx'

/** The head of a page: its heading, a sentence, and what can be done. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="d-head">
      <div>
        <h1>{title}</h1>
        {lead ? <p className="d-lead">{lead}</p> : null}
      </div>
      {children ? <div className="d-row">{children}</div> : null}
    </header>
  )
}

export function Panel({
  title,
  actions,
  children,
}: {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="d-panel">
      {title ? (
        <div className="d-panel-head">
          <h2>{title}</h2>
          {actions ? <div className="d-row">{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  )
}

/** Nothing is there yet: what it would be, and how to get it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="d-empty">
      <p className="d-empty-title">{title}</p>
      {children}
    </div>
  )
}

export function Badge({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  children: ReactNode
}) {
  return <span className={`d-badge d-badge-${tone}`}>{children}</span>
}

/** One figure with its name. */
export function Figure({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="d-figure">
      <dt>{label}</dt>
      <dd>
        <span className="d-figure-value">{value}</span>
        {note ? <span className="d-small">{note}</span> : null}
      </dd>
    </div>
  )
}

/**
 * What live data shows: its content once it is there, also while a later look fails; grey bars until then; the problem when there is
 * nothing to show.
 */
export function LiveContent<T>({ live, children }: { live: Live<T>; children: (data: T) => ReactNode }) {
  if (live.data !== undefined) {
    return (
      <>
        {live.error ? (
          <p className="d-notice d-notice-warn" role="status">
            This is as of <Ago at={live.readAt} />: {live.error.message}
          </p>
        ) : null}
        {children(live.data)}
      </>
    )
  }
  if (live.error) return <ProblemNotice problem={live.error} onRetry={() => void live.refresh()} />
  return <Waiting />
}

export function Waiting({ label = 'Loading' }: { label?: string }) {
  return (
    <div className="d-waiting" role="status">
      <span className="d-unseen">{label}</span>
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <span aria-hidden="true" />
    </div>
  )
}
