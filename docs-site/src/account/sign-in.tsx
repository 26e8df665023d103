'use client'

import { type FormEvent, useRef, useState } from 'react'
import { ApiProblem } from '../dashboard/api.ts'
import { Button } from '../dashboard/ui/button.tsx'
import { useAction } from '../dashboard/use-action.ts'
import { PageLink } from '../shell/link.tsx'
import { EmailField, Outcome, PasswordField, Refusal, SendAgain, textOf } from './parts.tsx'
import { Providers } from './providers.tsx'
import { SecondFactor } from './second-factor.tsx'
import { goOn, useAuth } from './use-account.ts'

/** Address and password, or a link by mail, or another account. `onSignedIn` is for pages that go on by themselves. */
export function SignIn({
  heading = 'Sign in',
  onSignedIn = goOn,
}: {
  heading?: string
  onSignedIn?: () => void
}) {
  const auth = useAuth()
  const form = useRef<HTMLFormElement>(null)
  const [step, setStep] = useState<'password' | 'second_factor' | 'link_sent'>('password')
  const [email, setEmail] = useState('')

  const signIn = useAction(async (given: { email: string; password: string }) => {
    const outcome = await auth().signIn(given)
    if (outcome === 'second_factor') setStep('second_factor')
    else onSignedIn()
  })
  const link = useAction((address: string) => auth().sendLink(address))
  const confirmation = useAction(() => auth().sendVerification(email))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    link.reset()
    const address = textOf(event.currentTarget, 'email').trim()
    setEmail(address)
    await signIn.run({ email: address, password: textOf(event.currentTarget, 'password') })
  }

  async function sendLink() {
    const field = form.current?.elements.namedItem('email')
    if (!(field instanceof HTMLInputElement) || !field.reportValidity()) return
    signIn.reset()
    const address = field.value.trim()
    setEmail(address)
    if (await link.run(address)) setStep('link_sent')
  }

  if (step === 'second_factor') {
    return <SecondFactor onSignedIn={onSignedIn} onBack={() => setStep('password')} />
  }
  if (step === 'link_sent') {
    return (
      <Outcome title="Look in your mailbox">
        <p>
          We sent a link to <strong>{email}</strong>. It signs you in once, within 15 minutes.
        </p>
        <div>
          <Button onClick={() => setStep('password')}>Back</Button>
        </div>
      </Outcome>
    )
  }
  const isUnconfirmed = signIn.problem instanceof ApiProblem && signIn.problem.code === 'sign_in_refused'
  return (
    <>
      <h1>{heading}</h1>
      <form ref={form} className="d-stack" method="post" action="/sign-in" onSubmit={submit}>
        <EmailField defaultValue={email} />
        <PasswordField autoComplete="current-password" />
        <Refusal problem={signIn.problem ?? link.problem} />
        {isUnconfirmed ? <SendAgain action={confirmation} label="Send a new confirmation" /> : null}
        <Button type="submit" variant="primary" className="d-wide" isBusy={signIn.isRunning}>
          Sign in
        </Button>
        <Button className="d-wide" isBusy={link.isRunning} onClick={sendLink}>
          Send me a sign-in link instead
        </Button>
      </form>
      <Providers verb="Sign in" />
      <p>
        <PageLink href="/sign-in/reset">I do not know my password</PageLink>
      </p>
      <p>
        No account yet? <PageLink href="/sign-up">Create one</PageLink>
      </p>
    </>
  )
}
