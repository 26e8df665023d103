'use client'

import { type FormEvent, useState } from 'react'
import { useSession } from '../session.tsx'
import type { BodyOf, WebhookEndpoint, WebhookEndpointWithSecret } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { faultOf, ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'
import { parseValues } from './endpoint-state.ts'
import { EventTypeChoice } from './event-type-choice.tsx'

interface Props {
  /** The endpoint to change; a new one without it. */
  of?: WebhookEndpoint
  onDone: (endpoint?: WebhookEndpointWithSecret) => void
  onCancel: () => void
}

/** Makes an endpoint, or changes one. */
export function EndpointForm({ of, onDone, onCancel }: Props) {
  const { api } = useSession()
  const [url, setUrl] = useState(of?.url ?? 'https://')
  const [description, setDescription] = useState(of?.description ?? '')
  const [types, setTypes] = useState<string[]>(of?.event_types ?? ['filing.published', 'signal.created'])
  const [ciks, setCiks] = useState(of?.ciks.join(', ') ?? '')
  const [forms, setForms] = useState(of?.form_types.join(', ') ?? '')
  const [signals, setSignals] = useState(of?.signal_types.join(', ') ?? '')
  const isNarrowed = [ciks, forms, signals].some((text) => text.trim() !== '')

  const save = useAction(async (body: BodyOf<'createWebhookEndpoint'>, idempotencyKey) => {
    if (!of) {
      const options = { idempotencyKey }
      onDone(await api.post<'createWebhookEndpoint'>('/v1/webhook-endpoints', body, options))
      return
    }
    // The tag is read now: whoever else changed the endpoint since this dialog opened is told apart from this change.
    const path = `/v1/webhook-endpoints/${of.id}`
    const { etag } = await api.getTagged<'getWebhookEndpoint'>(path)
    await api.patch<'updateWebhookEndpoint'>(path, body, {
      idempotencyKey,
      ...(etag ? { ifMatch: etag } : {}),
    })
    onDone()
  })

  async function submit(event: FormEvent) {
    event.preventDefault()
    await save.run({
      url: url.trim(),
      description: description.trim(),
      event_types: types as BodyOf<'createWebhookEndpoint'>['event_types'],
      ciks: parseValues(ciks),
      form_types: parseValues(forms),
      signal_types: parseValues(signals) as NonNullable<BodyOf<'createWebhookEndpoint'>['signal_types']>,
    })
  }

  return (
    <form className="d-stack" onSubmit={submit}>
      <TextField
        label="Address"
        hint="A public https address on port 443 or 8443. It is sent POST requests and should answer 2xx within seconds."
        type="url"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        maxLength={2_048}
        required
        autoComplete="off"
        spellCheck={false}
        fault={faultOf(save.problem, 'url')}
      />
      <TextField
        label="What it is for"
        value={description}
        onChange={(event) => setDescription(event.target.value)}
        maxLength={500}
        autoComplete="off"
        fault={faultOf(save.problem, 'description')}
      />
      <EventTypeChoice chosen={types} onChange={setTypes} />
      {faultOf(save.problem, 'event_types') ? (
        <p className="ui-field-error">{faultOf(save.problem, 'event_types')}</p>
      ) : null}
      <details open={isNarrowed || undefined} className="d-scopes">
        <summary>Only some companies, forms or signals</summary>
        <div className="d-stack">
          <TextField
            label="Companies (CIK)"
            hint="Such as 0000320193, with commas between. Empty: every company."
            value={ciks}
            onChange={(event) => setCiks(event.target.value)}
            autoComplete="off"
            fault={faultOf(save.problem, 'ciks')}
          />
          <TextField
            label="Form types"
            hint="Such as 10-K, 8-K. Empty: every form."
            value={forms}
            onChange={(event) => setForms(event.target.value)}
            autoComplete="off"
            fault={faultOf(save.problem, 'form_types')}
          />
          <TextField
            label="Signal types"
            hint="Such as rf_added. With some, no events of filings and documents are sent."
            value={signals}
            onChange={(event) => setSignals(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            fault={faultOf(save.problem, 'signal_types')}
          />
        </div>
      </details>
      <ProblemNotice problem={save.problem} />
      <div className="d-row d-row-end">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={save.isRunning} disabled={types.length === 0}>
          {of ? 'Save' : 'Add endpoint'}
        </Button>
      </div>
    </form>
  )
}
