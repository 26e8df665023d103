'use client'

import { type FormEvent, useState } from 'react'
import { useSession } from '../session.tsx'
import type { WebhookEndpoint, WebhookEndpointWithSecret } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'

const OVERLAPS = [
  { seconds: 0, text: 'not at all: it leaked' },
  { seconds: 3_600, text: 'for an hour' },
  { seconds: 86_400, text: 'for a day' },
  { seconds: 604_800, text: 'for a week' },
]

/** Gives an endpoint a new secret; messages are signed with both for a time, so that no receiver refuses one. */
export function RotateSecretDialog({
  of,
  onDone,
  onClose,
}: {
  of: WebhookEndpoint
  onDone: (endpoint: WebhookEndpointWithSecret) => void
  onClose: () => void
}) {
  const { api } = useSession()
  const [seconds, setSeconds] = useState(86_400)
  const rotate = useAction(async (grace_seconds: number, idempotencyKey) =>
    onDone(
      await api.post<'rotateWebhookSecret'>(
        `/v1/webhook-endpoints/${of.id}/rotate-secret`,
        { grace_seconds },
        { idempotencyKey },
      ),
    ),
  )
  async function submit(event: FormEvent) {
    event.preventDefault()
    await rotate.run(seconds)
  }
  return (
    <Dialog title="Rotate the signing secret" onClose={onClose}>
      <form className="d-stack" onSubmit={submit}>
        <SelectField
          label="Messages are signed with the old secret too"
          value={seconds}
          onChange={(event) => setSeconds(Number(event.target.value))}
        >
          {OVERLAPS.map((one) => (
            <option key={one.seconds} value={one.seconds}>
              {one.text}
            </option>
          ))}
        </SelectField>
        <p className={seconds === 0 ? 'd-notice d-notice-warning' : 'd-small'}>
          {seconds === 0
            ? 'Receivers that know only the old secret refuse every message from now on.'
            : 'Give your receivers the new secret within this time. Until then each message carries a signature by each of the two.'}
        </p>
        {of.previous_secret_expires_at ? (
          <p className="d-notice d-notice-warning">
            A rotation is underway. Rotating again ends the oldest of the secrets at once.
          </p>
        ) : null}
        <ProblemNotice problem={rotate.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={rotate.isRunning}>
            Rotate
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
