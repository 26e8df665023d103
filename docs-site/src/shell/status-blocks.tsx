import type { ReactNode } from 'react'

/** What stands where a list has nothing yet: why, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="ui-empty">
      <p className="ui-empty-title">{title}</p>
      {children ? <div className="ui-empty-text">{children}</div> : null}
      {action}
    </div>
  )
}

/** Something is on its way. `label` is read aloud. */
export function Spinner({ label = 'Loading' }: { label?: string }) {
  return (
    <span className="ui-spinner" role="status">
      <span className="sr-only">{label}</span>
    </span>
  )
}
