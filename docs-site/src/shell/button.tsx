import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { PageLink } from './link.tsx'

interface Look {
  /** One `primary` per view; `danger` for what cannot be undone; `quiet` beside others. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'medium'
}

const look = ({ variant = 'secondary', size = 'medium' }: Look) =>
  `ui-button ui-button-${variant} ui-button-${size}`

export function Button({ variant, size, className, ...props }: ComponentProps<'button'> & Look) {
  return <button type="button" className={classes(look({ variant, size }), className)} {...props} />
}

export function ButtonLink({ variant, size, className, ...props }: ComponentProps<typeof PageLink> & Look) {
  return <PageLink className={classes(look({ variant, size }), className)} {...props} />
}
