'use client'

import { useId } from 'react'
import type { Field } from './request.ts'

interface InputProps {
  label: string
  hint?: string
  placeholder?: string
  value: string
  required?: boolean
  secret?: boolean
  suggestions?: string[]
  onChange(value: string): void
}

export function TextInput(props: InputProps) {
  const { label, hint, placeholder, value, required, secret, suggestions = [], onChange } = props
  const id = useId()
  return (
    <div className="explorer-field">
      <label htmlFor={id}>
        {label}
        {required ? <span className="explorer-required"> required</span> : null}
      </label>
      <input
        id={id}
        type={secret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        required={required}
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions.length > 0 ? (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="explorer-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

interface ChoiceProps {
  label: string
  choices: string[]
  value: string
  /** Adds a first entry that sends nothing. */
  optional?: boolean
  onChange(value: string): void
}

export function ChoiceInput({ label, choices, value, optional, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="explorer-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {optional ? <option value="">not set</option> : null}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </div>
  )
}

interface FieldProps {
  field: Field
  value: string
  onChange(value: string): void
}

/** The input of a parameter: a choice where the contract lists the values, else text. */
export function FieldInput({ field, value, onChange }: FieldProps) {
  const { name, choices, required, placeholder, suggestions } = field
  if (choices) {
    return (
      <ChoiceInput label={name} choices={choices} value={value} optional={!required} onChange={onChange} />
    )
  }
  const shared = { label: name, required, placeholder, suggestions, value, onChange }
  return <TextInput {...shared} />
}

export function BodyInput({ value, onChange }: { value: string; onChange(value: string): void }) {
  const id = useId()
  return (
    <div className="explorer-field explorer-wide">
      <label htmlFor={id}>Request body</label>
      <textarea
        id={id}
        rows={8}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
