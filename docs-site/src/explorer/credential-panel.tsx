'use client'

import { Field, Input, Select } from '../shell/field.tsx'
import type { Credential } from './credentials.ts'
import type { Credentials } from './use-credential.ts'

const CHOICES: Record<Credential['kind'], { text: string; hint: string }> = {
  test: { text: 'Public test key', hint: 'Fictional companies; nothing you do here touches an account.' },
  explorer: {
    text: 'Explorer key of your account',
    hint: 'Made for you, for 15 minutes: reads real data, one request a second, at most 200 units.',
  },
  session: { text: 'Your session', hint: 'Your own account, with the rights you have in it.' },
  typed: { text: 'A key you type in', hint: 'Kept in this page only, and gone with it.' },
  none: { text: 'No key', hint: '' },
}

/** With whose rights the request is sent. */
export function CredentialPanel({ credentials }: { credentials: Credentials }) {
  const { credential, choose, type, isWaiting, problem, choices } = credentials
  const kind = credential?.kind ?? choices[0] ?? 'typed'
  return (
    <div className="explorer-fields">
      <Field
        id="explorer-credential"
        label="Send with"
        hint={isWaiting ? 'Making a key…' : CHOICES[kind].hint}
        error={problem}
      >
        <Select
          id="explorer-credential"
          aria-describedby="explorer-credential-hint"
          value={kind}
          onChange={(event) => choose(event.target.value as Credential['kind'])}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {CHOICES[choice].text}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'typed' ? (
        <Field id="explorer-key" label="API key">
          <Input
            id="explorer-key"
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder="slp_test_…"
            value={credential && 'key' in credential ? credential.key : ''}
            onChange={(event) => type(event.target.value)}
          />
        </Field>
      ) : null}
    </div>
  )
}
