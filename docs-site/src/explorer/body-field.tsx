'use client'

import { describedBy, Field, Textarea } from '../shell/field.tsx'
import type { BodyFault } from './body-check.ts'
import type { ExplorerOperation } from './explorer-operation.ts'

interface Props {
  body: NonNullable<ExplorerOperation['body']>
  value: string
  faults: BodyFault[]
  onChange: (value: string) => void
}

/** The body as JSON, checked against the contract while it is written. */
export function BodyField({ body, value, faults, onChange }: Props) {
  const id = 'explorer-body'
  const names = Object.keys(body.schema.properties ?? {})
  const hint = names.length > 0 ? `Fields: ${names.join(', ')}` : ''
  const error =
    faults.length === 0 ? undefined : (
      <ul>
        {faults.map(({ place, message }) => (
          <li key={`${place} ${message}`}>
            {place ? <code>{place}</code> : null} {message}
          </li>
        ))}
      </ul>
    )
  return (
    <Field id={id} label={body.kind === 'form' ? 'Body (sent as a form)' : 'Body'} hint={hint}>
      <Textarea
        id={id}
        className="explorer-body"
        spellCheck={false}
        rows={Math.min(20, Math.max(4, value.split('\n').length + 1))}
        value={value}
        {...describedBy(id, { hint, error })}
        onChange={(event) => onChange(event.target.value)}
      />
      {/* Announced when it changes, not at each key: an alert would interrupt whoever is typing. */}
      <div className="ui-field-error" id={`${id}-error`} aria-live="polite">
        {error}
      </div>
    </Field>
  )
}
