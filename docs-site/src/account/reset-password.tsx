'use client'

import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../dashboard/api.ts'
import { Button } from '../dashboard/ui/button.tsx'
import { Waiting } from '../dashboard/ui/page.tsx'
import { faultOf } from '../dashboard/ui/problem-notice.tsx'
import { useAction } from '../dashboard/use-action.ts'
import { ButtonLink } from '../shell/button.tsx'
import { EmailField, MIN_PASSWORD_CHARS, Outcome, PasswordField, Refusal, textOf } from './parts.tsx'
import { useAuth, useFragmentToken } from './use-account.ts'

/** Asks for the mail, or with the token of its link for the new password. */
export function ResetPassword() {
  const token = useFragmentToken()
  if (token === undefined) {
    return (
      <>
        <h1>Set a new password</h1>
        <Waiting />
      </>
    )
  }
  return token === null ? <AskForMail /> : <NewPassword token={token} />
}

function AskForMail() {
  const auth = useAuth()
  const [email, setEmail] = useState<string>()
  const ask = useAction((address: string) => auth().sendReset(address))
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const address = textOf(event.currentTarget, 'email').trim()
    if (await ask.run(address)) setEmail(address)
  }
  if (email !== undefined) {
    return (
      <Outcome title="Look in your mailbox">
        <p>
          If there is an account with <strong>{email}</strong>, a mail is on its way. Its link works once,
          within one hour.
        </p>
        <div>
          <ButtonLink href="/sign-in">Back to signing in</ButtonLink>
        </div>
      </Outcome>
    )
  }
  return (
    <>
      <h1>Set a new password</h1>
      <p>We send you a link with which you can choose a new one.</p>
      <form className="d-stack" method="post" action="/sign-in/reset" onSubmit={submit}>
        <EmailField />
        <Refusal problem={ask.problem} />
        <Button type="submit" variant="primary" className="d-wide" isBusy={ask.isRunning}>
          Send the link
        </Button>
      </form>
    </>
  )
}

function NewPassword({ token }: { token: string }) {
  const auth = useAuth()
  const [isDone, setDone] = useState(false)
  const reset = useAction((password: string) => auth().resetPassword(token, password))
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (await reset.run(textOf(event.currentTarget, 'password'))) setDone(true)
  }
  if (isDone) {
    return (
      <Outcome title="Your password is changed">
        <p>All sessions have ended, here and elsewhere. Sign in with the new password.</p>
        <div>
          <ButtonLink variant="primary" href="/sign-in">
            Sign in
          </ButtonLink>
        </div>
      </Outcome>
    )
  }
  const { problem } = reset
  const weak =
    problem instanceof ApiProblem && problem.code === 'password_not_allowed' ? problem.message : undefined
  const fault = weak ?? faultOf(problem, 'newPassword')
  const isUsedUp = problem instanceof ApiProblem && problem.code === 'link_not_valid'
  return (
    <>
      <h1>Choose a new password</h1>
      <p>All your sessions end with it.</p>
      <form className="d-stack" method="post" action="/sign-in/reset" onSubmit={submit}>
        <PasswordField
          autoComplete="new-password"
          label="New password"
          hint={`${MIN_PASSWORD_CHARS} characters or more.`}
          fault={fault}
        />
        {fault ? null : <Refusal problem={problem} />}
        <Button type="submit" variant="primary" className="d-wide" isBusy={reset.isRunning}>
          Change password
        </Button>
      </form>
      {isUsedUp ? (
        <div>
          <Button onClick={() => window.location.assign('/sign-in/reset')}>Ask for a new link</Button>
        </div>
      ) : null}
    </>
  )
}
