'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../dashboard/ui/button.tsx'
import { CheckField, TextField } from '../dashboard/ui/field.tsx'
import { useAction } from '../dashboard/use-action.ts'
import { Outcome, Refusal, textOf } from './parts.tsx'
import { useAuth } from './use-account.ts'
import { wordsForCode } from './words.ts'

/** The code of an authenticator, or a backup code in its place. */
export function SecondFactor({ onSignedIn, onBack }: { onSignedIn: () => void; onBack: () => void }) {
  const auth = useAuth()
  const [isBackup, setBackup] = useState(false)
  const check = useAction(async ({ code, trust }: { code: string; trust: boolean }) => {
    if (isBackup) await auth().useBackupCode(code)
    else await auth().verifyCode(code, trust)
    onSignedIn()
  })
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = textOf(event.currentTarget, 'code').replaceAll(' ', '')
    await check.run({ code, trust: textOf(event.currentTarget, 'trust') === 'on' })
  }
  return (
    <Outcome title="Your second factor">
      <form key={String(isBackup)} className="d-stack" method="post" action="/sign-in" onSubmit={submit}>
        {isBackup ? (
          <TextField
            label="Backup code"
            name="code"
            hint="Each works once."
            autoComplete="off"
            spellCheck={false}
            maxLength={32}
            required
          />
        ) : (
          <TextField
            label="Code"
            name="code"
            hint="The six digits your authenticator shows now."
            autoComplete="one-time-code"
            inputMode="numeric"
            pattern="[0-9 ]{6,7}"
            maxLength={7}
            required
          />
        )}
        {isBackup ? null : <CheckField name="trust" label="Do not ask again in this browser for a while" />}
        <Refusal problem={check.problem} words={wordsForCode} />
        <Button type="submit" variant="primary" className="d-wide" isBusy={check.isRunning}>
          Go on
        </Button>
      </form>
      <div className="d-row">
        <Button
          variant="quiet"
          onClick={() => {
            check.reset()
            setBackup(!isBackup)
          }}
        >
          {isBackup ? 'Use the authenticator' : 'Use a backup code'}
        </Button>
        <Button variant="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </Outcome>
  )
}
