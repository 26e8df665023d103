'use client'

import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../dashboard/api.ts'
import { formatNumber } from '../dashboard/format.ts'
import { Button } from '../dashboard/ui/button.tsx'
import { TextField } from '../dashboard/ui/field.tsx'
import { faultOf } from '../dashboard/ui/problem-notice.tsx'
import { useAction } from '../dashboard/use-action.ts'
import { PageLink } from '../shell/link.tsx'
import type { Auth } from './auth.ts'
import {
  EmailField,
  MIN_PASSWORD_CHARS,
  Outcome,
  PasswordField,
  Refusal,
  SendAgain,
  textOf,
} from './parts.tsx'
import { Providers } from './providers.tsx'
import { useAuth } from './use-account.ts'

/** Makes an account. What comes next is the same whether the address is known or not; the mail says the rest. */
export function SignUp({ freeUnits }: { freeUnits: number }) {
  const auth = useAuth()
  const [email, setEmail] = useState<string>()
  const signUp = useAction((given: Parameters<Auth['signUp']>[0]) => auth().signUp(given))
  const again = useAction(() => auth().sendVerification(email ?? ''))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const given = {
      name: textOf(form, 'name').trim(),
      email: textOf(form, 'email').trim(),
      password: textOf(form, 'password'),
    }
    if (await signUp.run(given)) setEmail(given.email)
  }

  if (email !== undefined) {
    return (
      <Outcome title="Look in your mailbox">
        <p>
          We sent a mail to <strong>{email}</strong>. The link in it confirms your address and signs you in;
          it works for one hour.
        </p>
        <SendAgain action={again} label="Send it again" />
        <p className="d-small">
          Not your address?{' '}
          <button type="button" className="d-link" onClick={() => setEmail(undefined)}>
            Go back
          </button>{' '}
          and change it.
        </p>
      </Outcome>
    )
  }
  const weak =
    signUp.problem instanceof ApiProblem && signUp.problem.code === 'password_not_allowed'
      ? signUp.problem.message
      : undefined
  const faults = {
    name: faultOf(signUp.problem, 'name'),
    email: faultOf(signUp.problem, 'email'),
    password: weak ?? faultOf(signUp.problem, 'password'),
  }
  return (
    <>
      <h1>Create your account</h1>
      <p className="ui-lead">
        Free to start: {formatNumber(freeUnits)} units a month, no card. Test keys cost nothing.
      </p>
      <form className="d-stack" method="post" action="/sign-up" onSubmit={submit}>
        <TextField
          label="Name"
          name="name"
          autoComplete="name"
          maxLength={120}
          required
          fault={faults.name}
        />
        <EmailField fault={faults.email} />
        <PasswordField
          autoComplete="new-password"
          hint={`${MIN_PASSWORD_CHARS} characters or more. A few words you remember are better than one you do not.`}
          fault={faults.password}
        />
        {Object.values(faults).some(Boolean) ? null : <Refusal problem={signUp.problem} />}
        <Button type="submit" variant="primary" className="d-wide" isBusy={signUp.isRunning}>
          Create account
        </Button>
      </form>
      <Providers verb="Sign up" />
      <p>
        You have an account? <PageLink href="/sign-in">Sign in</PageLink>
      </p>
    </>
  )
}
