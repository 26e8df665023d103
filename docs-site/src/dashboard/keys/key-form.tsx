'use client'

import { type FormEvent, useState } from 'react'
import { describedBy, Field, Textarea } from '../../shell/field.tsx'
import { formatDay } from '../format.ts'
import { useSession } from '../session.tsx'
import type { BodyOf, Key, KeyWithSecret } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import { faultOf, ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'
import { parseCidrs } from './key-state.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { dataScopes, expandScopes } from './scopes.ts'

type Mode = 'live' | 'test' | 'admin'

const MODES: Record<Mode, { label: string; hint: string }> = {
  test: { label: 'Test', hint: 'Invented companies. Costs nothing, and may stand in a web page.' },
  live: { label: 'Live', hint: 'Filings of EDGAR. Counts against the quota of your plan.' },
  admin: { label: 'Admin', hint: 'Also manages keys and the organisation. For your own tools only.' },
}
const EXPIRIES = [30, 90, 180, 366]
const KEEP = 'keep'
const NEVER = 'never'

interface Props {
  /** The key to change; a new one without it. */
  of?: Key
  onDone: (key?: KeyWithSecret) => void
  onCancel: () => void
}

/** Makes a key, or changes one. */
export function KeyForm({ of, onDone, onCancel }: Props) {
  const { api, me } = useSession()
  const [name, setName] = useState(of?.name ?? '')
  const [mode, setMode] = useState<Mode>('test')
  const [scopes, setScopes] = useState<string[]>(() =>
    of ? expandScopes(of.scopes) : dataScopes.filter((scope) => me.scopes.includes(scope)),
  )
  const [expiry, setExpiry] = useState(of ? KEEP : '90')
  const [cidrs, setCidrs] = useState(of?.allowed_cidrs.join('\n') ?? '')
  const [cap, setCap] = useState(of?.monthly_unit_cap?.toString() ?? '')
  const [isResting, setResting] = useState(Boolean(of?.disabled_at))

  const save = useAction(async (body: BodyOf<'createKey'> & BodyOf<'updateKey'>, idempotencyKey) => {
    if (!of) {
      onDone(await api.post<'createKey'>('/v1/keys', body, { idempotencyKey }))
      return
    }
    // The tag is read now: whoever else changed the key since this dialog opened is told apart from this change.
    const { etag } = await api.getTagged<'getKey'>(`/v1/keys/${of.id}`)
    await api.patch<'updateKey'>(`/v1/keys/${of.id}`, body, {
      idempotencyKey,
      ...(etag ? { ifMatch: etag } : {}),
    })
    onDone()
  })

  async function submit(event: FormEvent) {
    event.preventDefault()
    await save.run({
      name: name.trim(),
      ...(of ? { disabled: isResting } : { mode }),
      scopes,
      allowed_cidrs: parseCidrs(cidrs),
      monthly_unit_cap: cap.trim() === '' ? null : Number(cap),
      ...(expiry === KEEP ? {} : { expires_in_days: expiry === NEVER ? null : Number(expiry) }),
    })
  }

  const cidrFault = faultOf(save.problem, 'allowed_cidrs')
  const cidrHint = 'One a line, such as 203.0.113.0/24. Empty: from anywhere.'
  return (
    <form className="d-stack" onSubmit={submit}>
      <TextField
        label="Name"
        hint="What it is for. Everybody in the organisation sees it."
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={100}
        required
        autoComplete="off"
        fault={faultOf(save.problem, 'name')}
      />
      {of ? null : (
        <fieldset className="d-fieldset">
          <legend>Mode</legend>
          {(Object.keys(MODES) as Mode[]).map((one) => (
            <CheckField
              key={one}
              type="radio"
              name="mode"
              value={one}
              checked={mode === one}
              onChange={() => setMode(one)}
              label={MODES[one].label}
              hint={MODES[one].hint}
            />
          ))}
        </fieldset>
      )}
      <ScopeChoice held={me.scopes} chosen={scopes} onChange={setScopes} />
      {faultOf(save.problem, 'scopes') ? (
        <p className="ui-field-error">{faultOf(save.problem, 'scopes')}</p>
      ) : null}
      <SelectField
        label="Expires"
        value={expiry}
        onChange={(event) => setExpiry(event.target.value)}
        fault={faultOf(save.problem, 'expires_in_days')}
      >
        {of ? (
          <option value={KEEP}>
            {of.expires_at ? `on ${formatDay(of.expires_at)}, as now` : 'never, as now'}
          </option>
        ) : null}
        {EXPIRIES.map((days) => (
          <option key={days} value={days}>
            {days} days from now
          </option>
        ))}
        {me.role === 'owner' ? <option value={NEVER}>never</option> : null}
      </SelectField>
      <Field id="cidrs" label="Networks it may be used from" hint={cidrHint} error={cidrFault}>
        <Textarea
          id="cidrs"
          rows={2}
          className="d-mono"
          value={cidrs}
          onChange={(event) => setCidrs(event.target.value)}
          spellCheck={false}
          {...describedBy('cidrs', { hint: cidrHint, error: cidrFault })}
        />
      </Field>
      <TextField
        label="Units a month"
        hint="A cap for this key alone, within what the organisation may. Empty: none."
        type="number"
        min={1}
        max={1_000_000_000}
        step={1}
        value={cap}
        onChange={(event) => setCap(event.target.value)}
        fault={faultOf(save.problem, 'monthly_unit_cap')}
      />
      {of ? (
        <CheckField
          label="Let it rest"
          hint="Requests with it are refused until you let it work again."
          checked={isResting}
          onChange={(event) => setResting(event.target.checked)}
        />
      ) : null}
      <ProblemNotice problem={save.problem} />
      <div className="d-row d-row-end">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={save.isRunning} disabled={scopes.length === 0}>
          {of ? 'Save' : 'Create key'}
        </Button>
      </div>
    </form>
  )
}
