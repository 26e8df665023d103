import type { ReactNode } from 'react'
import { classes } from './classes.ts'

interface TableProps {
  /** Says what the rows are; read aloud, shown only with `showCaption`. */
  caption: string
  showCaption?: boolean
  /** Less air, for many rows. */
  dense?: boolean
  className?: string
  children: ReactNode
}

/** A table that scrolls inside its own frame where the screen is narrow, also by keyboard. */
export function Table({ caption, showCaption = false, dense = false, className, children }: TableProps) {
  return (
    <section
      className={classes('ui-table', dense && 'ui-table-dense', className)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={caption}
    >
      <table>
        <caption className={showCaption ? undefined : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}
