'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../dashboard/api.ts'
import { Button } from '../dashboard/ui/button.tsx'
import { TextField } from '../dashboard/ui/field.tsx'
import type { Action } from '../dashboard/use-action.ts'
import { describedBy, Field, Input } from '../shell/field.tsx'
import { wordsFor } from './words.ts'

/** Shortest password the API takes; it judges the rest itself. */
export const MIN_PASSWORD_CHARS = 12

/** What went wrong, where the eyes and the screen reader are after pressing the button. */
export function Refusal({
  problem,
  words = wordsFor,
}: {
  problem: Error | undefined
  words?: (problem: Error) => string
}) {
  if (!problem) return null
  const requestId = problem instanceof ApiProblem && problem.status >= 500 ? problem.requestId : null
  return (
    <div className="d-notice d-notice-bad" role="alert">
      <p>{words(problem)}</p>
      {requestId ? (
        <p className="d-small">
          request <code>{requestId}</code>
        </p>
      ) : null}
    </div>
  )
}

/** Takes the focus when it appears, so that what a step came to is read aloud and the next key press starts there. */
export function Outcome({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  )
}

export function EmailField({ fault, ...rest }: { fault?: string | undefined; defaultValue?: string }) {
  return (
    <TextField
      label="E-mail address"
      name="email"
      type="email"
      autoComplete="username"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      required
      fault={fault}
      {...rest}
    />
  )
}

/** A password that can be looked at. `current-password` or `new-password` tells password managers what to do. */
export function PasswordField({
  autoComplete,
  label = 'Password',
  hint,
  fault,
}: {
  autoComplete: 'current-password' | 'new-password'
  label?: string
  hint?: string
  fault?: string | undefined
}) {
  const [isShown, setShown] = useState(false)
  const id = 'password'
  return (
    <Field id={id} label={label} hint={hint} error={fault}>
      <div className="d-password">
        <Input
          id={id}
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          maxLength={128}
          {...(autoComplete === 'new-password' ? { minLength: MIN_PASSWORD_CHARS } : {})}
          spellCheck={false}
          autoCapitalize="none"
          required
          {...describedBy(id, { hint, error: fault })}
        />
        <Button
          size="small"
          variant="quiet"
          aria-pressed={isShown}
          aria-controls={id}
          onClick={() => setShown(!isShown)}
        >
          Show
        </Button>
      </div>
    </Field>
  )
}

/** Sends a mail again, and says that it did. */
export function SendAgain({ action, label }: { action: Action<void>; label: string }) {
  const [isSent, setSent] = useState(false)
  return (
    <>
      <Refusal problem={action.problem} />
      <div className="d-row">
        <Button
          isBusy={action.isRunning}
          onClick={async () => {
            setSent(false)
            setSent(await action.run())
          }}
        >
          {label}
        </Button>
        <span role="status" className="d-small">
          {isSent ? 'Sent. Look in your mailbox, also among the unwanted mails.' : ''}
        </span>
      </div>
    </>
  )
}

/** One field of a form as text. */
export function textOf(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? '')
}
