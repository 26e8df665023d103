import type { ReactNode } from 'react'
import { classes } from './classes.ts'

const TITLES = { info: 'Note', good: 'Good', warn: 'Watch out', error: 'Error' }

interface CalloutProps {
  type?: keyof typeof TITLES
  title?: ReactNode
  children: ReactNode
}

/** Something beside the text that should not be missed. */
export function Callout({ type = 'info', title, children }: CalloutProps) {
  return (
    <aside className={classes('ui-callout', `ui-callout-${type}`)}>
      <p className="ui-callout-title">{title ?? TITLES[type]}</p>
      {children}
    </aside>
  )
}
