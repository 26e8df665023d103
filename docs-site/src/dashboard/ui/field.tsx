import { type ComponentProps, type ReactNode, useId } from 'react'
import { describedBy, Field, Input, Select } from '../../shell/field.tsx'

interface About {
  label: ReactNode
  /** What to know before filling it in. */
  hint?: ReactNode
  /** What is wrong with what was filled in. */
  fault?: string | undefined
}

/** A labelled line of text; `hint` and `fault` are tied to it for those who do not see them. */
export function TextField({ label, hint, fault, ...rest }: About & ComponentProps<'input'>) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <Field id={id} label={label} hint={hint} error={fault}>
      <Input type="text" {...rest} id={id} {...describedBy(id, { hint, error: fault })} />
    </Field>
  )
}

/** A labelled choice between `<option>`s. */
export function SelectField({ label, hint, fault, children, ...rest }: About & ComponentProps<'select'>) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <Field id={id} label={label} hint={hint} error={fault}>
      <Select {...rest} id={id} {...describedBy(id, { hint, error: fault })}>
        {children}
      </Select>
    </Field>
  )
}

/** A box to tick, or with `type="radio"` one of several, and a sentence about it. */
export function CheckField({ label, hint, ...rest }: Omit<About, 'fault'> & ComponentProps<'input'>) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <div className="d-check">
      <input type="checkbox" {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="d-small" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
