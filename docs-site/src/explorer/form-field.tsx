'use client'

import { Button } from '../shell/button.tsx'
import { describedBy, Field, Input, Select } from '../shell/field.tsx'
import type { ExplorerField } from './explorer-operation.ts'

interface Props {
  field: ExplorerField
  value: string
  onChange: (value: string) => void
  error?: string
  /** Looks for a value that exists; absent where there is nowhere to look. */
  onFind?: () => void
}

/** One parameter: a choice where the contract lists its values, else a text. */
export function FormField({ field, value, onChange, error, onFind }: Props) {
  const id = `explorer-${field.in}-${field.name}`
  const hint = shortened(field.description)
  const shared = { id, value, required: field.required, ...describedBy(id, { hint, error }) }
  const isChoice = field.kind === 'boolean' || (field.choices.length > 0 && field.kind !== 'list')
  const choices = field.kind === 'boolean' ? ['true', 'false'] : field.choices
  const list = `${id}-choices`
  return (
    <Field id={id} label={<code>{field.name}</code>} hint={hint} error={error} required={field.required}>
      {isChoice ? (
        <Select {...shared} onChange={(event) => onChange(event.target.value)}>
          {field.required ? null : <option value="">not sent</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      ) : (
        <div className="explorer-input">
          <Input
            {...shared}
            list={field.choices.length > 0 ? list : undefined}
            autoComplete="off"
            spellCheck={false}
            inputMode={field.kind === 'integer' ? 'numeric' : undefined}
            placeholder={field.placeholder}
            onChange={(event) => onChange(event.target.value)}
          />
          {onFind ? (
            <Button size="small" onClick={onFind} aria-label={`Find one: ${field.name}`}>
              Find one
            </Button>
          ) : null}
        </div>
      )}
      {field.choices.length > 0 && !isChoice ? (
        <datalist id={list}>
          {field.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      ) : null}
    </Field>
  )
}

/** The first sentence; the page has the rest beside. */
function shortened(description: string): string {
  return (description.split(/(?<=[.;])\s/)[0] ?? '').replaceAll('`', '')
}
