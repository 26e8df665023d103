'use client'

import { type FormEvent, useState } from 'react'
import { useSession } from '../session.tsx'
import type { Key, KeyWithSecret } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { CheckField, SelectField } from '../ui/field.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'

const OVERLAPS = [
  { seconds: 0, text: 'not at all: it ends now' },
  { seconds: 3_600, text: 'for an hour' },
  { seconds: 86_400, text: 'for a day' },
  { seconds: 604_800, text: 'for a week' },
]

/** Gives a key a new secret while the old one works on for a time, so that nothing stops. */
export function RotateDialog({
  of,
  onDone,
  onCancel,
}: {
  of: Key
  onDone: (key: KeyWithSecret) => void
  onCancel: () => void
}) {
  const { api } = useSession()
  const [seconds, setSeconds] = useState(86_400)
  const [start, setStart] = useState<'now' | 'first_use'>('first_use')
  const rotate = useAction(
    async (body: { grace_seconds: number; start: 'now' | 'first_use' }, idempotencyKey) =>
      onDone(await api.post<'rotateKey'>(`/v1/keys/${of.id}/rotate`, body, { idempotencyKey })),
  )
  async function submit(event: FormEvent) {
    event.preventDefault()
    await rotate.run({ grace_seconds: seconds, start: seconds === 0 ? 'now' : start })
  }
  return (
    <Dialog title={`Rotate ${of.name}`} onClose={onCancel}>
      <form className="d-stack" onSubmit={submit}>
        <p>The key gets a new secret. Its id, its scopes and its usage stay.</p>
        <SelectField
          label={`The old secret (…${of.last_four}) works on`}
          value={seconds}
          onChange={(event) => setSeconds(Number(event.target.value))}
        >
          {OVERLAPS.map((one) => (
            <option key={one.seconds} value={one.seconds}>
              {one.text}
            </option>
          ))}
        </SelectField>
        {seconds === 0 ? (
          <p className="d-notice d-notice-warning">
            Right for a secret that was disclosed. Programs that use it stop at once.
          </p>
        ) : (
          <fieldset className="d-fieldset">
            <legend>This time begins</legend>
            <CheckField
              type="radio"
              name="start"
              checked={start === 'first_use'}
              onChange={() => setStart('first_use')}
              label="when the new secret is first used"
              hint="Nothing ends before your programs have the new one."
            />
            <CheckField
              type="radio"
              name="start"
              checked={start === 'now'}
              onChange={() => setStart('now')}
              label="now"
            />
          </fieldset>
        )}
        <ProblemNotice problem={rotate.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onCancel}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={rotate.isRunning}>
            Rotate
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
