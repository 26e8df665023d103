import type { ReactNode } from 'react'
import { PageHeader } from '../../shell/frame.tsx'
import type { Live } from '../live.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { Ago } from './time.tsx'

export { Badge } from '../../shell/badge.tsx'
export { EmptyState } from '../../shell/status-blocks.tsx'

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
    <PageHeader title={title} actions={children}>
      {lead ? <p>{lead}</p> : null}
    </PageHeader>
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
          <p className="d-notice d-notice-warning" role="status">
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
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <span aria-hidden="true" />
    </div>
  )
}
