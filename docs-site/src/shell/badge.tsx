import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'accent'

/** A word about a thing: a status, a mode, a version. The word says it; the colour only helps. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes('ui-badge', `ui-badge-${tone}`)}>{children}</span>
}

const TONES: Record<string, Tone> = {
  get: 'accent',
  post: 'good',
  put: 'warning',
  patch: 'warning',
  delete: 'bad',
}

/** An HTTP method. */
export function Method({ method }: { method: string }) {
  return (
    <span
      className={classes('ui-badge', 'ui-method', `ui-badge-${TONES[method.toLowerCase()] ?? 'neutral'}`)}
    >
      {method.toUpperCase()}
    </span>
  )
}
