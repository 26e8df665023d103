'use client'

import { type FormEvent, useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { formatInstant, formatNumber } from '../format.ts'
import { useSession } from '../session.tsx'
import type { BodyOf, WebhookEndpoint } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { CheckField, TextField } from '../ui/field.tsx'
import { faultOf, ProblemNotice } from '../ui/problem-notice.tsx'
import { inputOfInstant, instantOfInput } from '../ui/utc-input.ts'
import { useAction } from '../use-action.ts'

const DAY_MS = 86_400_000

/** Sends the events of a time again. */
export function ReplayDialog({
  of,
  onDone,
  onClose,
}: {
  of: WebhookEndpoint
  onDone: () => void
  onClose: () => void
}) {
  const { api } = useSession()
  const [since, setSince] = useState(() => inputOfInstant(Date.now() - DAY_MS))
  const [until, setUntil] = useState('')
  const [onlyFailed, setOnlyFailed] = useState(true)
  const [more, setMore] = useState<string>()
  const replay = useAction(async (body: BodyOf<'replayWebhookEvents'>, idempotencyKey) => {
    const path = `/v1/webhook-endpoints/${of.id}/replay`
    const { queued, continue_since } = await api.post<'replayWebhookEvents'>(path, body, { idempotencyKey })
    toast(
      queued === 1
        ? 'One event is on its way again'
        : `${formatNumber(queued)} events are on their way again`,
    )
    onDone()
    if (continue_since) setMore(continue_since)
    else onClose()
  })
  async function submit(event: FormEvent) {
    event.preventDefault()
    const from = more ?? instantOfInput(since)
    if (from === undefined) return
    const to = instantOfInput(until)
    await replay.run({ since: from, ...(to ? { until: to } : {}), only_failed: onlyFailed })
  }
  return (
    <Dialog title="Send events again" onClose={onClose}>
      <form className="d-stack" onSubmit={submit}>
        <p>Events keep their ids, so a receiver that remembers ids takes none of them twice.</p>
        <div className="d-grid">
          <TextField
            label="From (UTC)"
            hint="At most 30 days ago."
            type="datetime-local"
            required
            value={since}
            onChange={(event) => {
              setSince(event.target.value)
              setMore(undefined)
            }}
            fault={faultOf(replay.problem, 'since')}
          />
          <TextField
            label="Until (UTC)"
            hint="Empty: now."
            type="datetime-local"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
            fault={faultOf(replay.problem, 'until')}
          />
        </div>
        <CheckField
          label="Only what was given up"
          hint="Otherwise everything of that time is sent again, also what arrived and what was never sent."
          checked={onlyFailed}
          onChange={(event) => setOnlyFailed(event.target.checked)}
        />
        {more ? (
          <p className="d-notice d-notice-warning" role="status">
            There are more: go on with those from {formatInstant(more)}.
          </p>
        ) : null}
        <ProblemNotice problem={replay.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={replay.isRunning}>
            {more ? 'Go on' : 'Send again'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
