import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react'

interface About {
  label: ReactNode
  /** What to know before filling it in. */
  hint?: ReactNode
  /** What is wrong with what was filled in. */
  fault?: string | undefined
}

/** A label, its input, what to know about it and what is wrong with it, tied together for those who do not see them. */
function Labelled({
  label,
  hint,
  fault,
  id,
  children,
}: About & {
  id: string
  children: (described: { 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}) {
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className="d-field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="d-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        ...(described ? { 'aria-describedby': described } : {}),
        ...(fault ? { 'aria-invalid': true as const } : {}),
      })}
      {fault ? (
        <p className="d-fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  )
}

export function TextField({ label, hint, fault, ...rest }: About & InputHTMLAttributes<HTMLInputElement>) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <Labelled label={label} hint={hint} fault={fault} id={id}>
      {(described) => <input type="text" {...rest} {...described} id={id} className="d-input" />}
    </Labelled>
  )
}

export function SelectField({
  label,
  hint,
  fault,
  children,
  ...rest
}: About & SelectHTMLAttributes<HTMLSelectElement>) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <Labelled label={label} hint={hint} fault={fault} id={id}>
      {(described) => (
        <select {...rest} {...described} id={id} className="d-input">
          {children}
        </select>
      )}
    </Labelled>
  )
}

export function CheckField({ label, hint, ...rest }: About & InputHTMLAttributes<HTMLInputElement>) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <div className="d-check">
      <input
        {...rest}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        type={rest.type ?? 'checkbox'}
        id={id}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="d-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
