import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'

interface FieldProps {
  /** Of the input inside; `hint` and `error` get ids derived from it, for `aria-describedby`. */
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  children: ReactNode
}

/** A labelled input with a hint and an error. Give the input `id` and `{...describedBy(id, { hint, error })}`. */
export function Field({ id, label, hint, error, required, children }: FieldProps) {
  return (
    <div className="ui-field">
      <label htmlFor={id}>
        {label}
        {required ? <span className="ui-field-required"> required</span> : null}
      </label>
      {children}
      {hint ? (
        <p className="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="ui-field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** What ties an input to its hint and its error. */
export function describedBy(id: string, { hint, error }: { hint?: unknown; error?: unknown }) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={classes('ui-input', className)} {...props} />
}

export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select className={classes('ui-input', className)} {...props} />
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={classes('ui-input', className)} {...props} />
}

/** A checkbox with its label after it. */
export function Checkbox({ label, className, ...props }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={classes('ui-checkbox', className)}>
      <input type="checkbox" {...props} />
      <span>{label}</span>
    </label>
  )
}
