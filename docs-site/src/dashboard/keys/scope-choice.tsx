'use client'

import { CheckField } from '../ui/field.tsx'
import { dataScopes, scopeTexts, sensitiveScopes } from './scopes.ts'

interface Props {
  /** Scopes the person has: nobody hands out more. */
  held: readonly string[]
  chosen: readonly string[]
  onChange: (scopes: string[]) => void
}

/** What a key may do, one box for each scope. */
export function ScopeChoice({ held, chosen, onChange }: Props) {
  const toggle = (scope: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, scope] : chosen.filter((one) => one !== scope))
  const boxes = (scopes: readonly string[]) =>
    scopes
      .filter((scope) => held.includes(scope) || chosen.includes(scope))
      .map((scope) => (
        <CheckField
          key={scope}
          label={<code>{scope}</code>}
          hint={scopeTexts[scope]}
          checked={chosen.includes(scope)}
          onChange={(event) => toggle(scope, event.target.checked)}
        />
      ))
  return (
    <fieldset className="d-fieldset">
      <legend>Scopes</legend>
      <details className="d-scopes">
        <summary>
          {chosen.length} chosen
          {chosen.some((scope) => sensitiveScopes.includes(scope)) ? ', some of them change things' : ''}
        </summary>
        <fieldset className="d-fieldset">
          <legend className="d-small">Reading data</legend>
          {boxes(dataScopes)}
        </fieldset>
        <fieldset className="d-fieldset">
          <legend className="d-small">Changing things, and what concerns people and money</legend>
          {boxes(sensitiveScopes)}
        </fieldset>
      </details>
    </fieldset>
  )
}
