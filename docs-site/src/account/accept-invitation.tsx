'use client'

import { useEffect, useState } from 'react'
import { Button } from '../dashboard/ui/button.tsx'
import { Waiting } from '../dashboard/ui/page.tsx'
import { useAction } from '../dashboard/use-action.ts'
import { PageLink } from '../shell/link.tsx'
import { Refusal } from './parts.tsx'
import { SignIn } from './sign-in.tsx'
import { goOn, useAuth, useFragmentToken } from './use-account.ts'

/** Joins an organisation, with the account that the invitation was sent to. */
export function AcceptInvitation() {
  const auth = useAuth()
  const token = useFragmentToken()
  const [email, setEmail] = useState<string | null>()
  const [problem, setProblem] = useState<Error>()
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each sign-in or sign-out.
  useEffect(() => {
    let wanted = true
    auth()
      .visitor()
      .then(
        (visitor) => wanted && setEmail(visitor?.email ?? null),
        (error: Error) => wanted && setProblem(error),
      )
    return () => {
      wanted = false
    }
  }, [auth, round])

  const accept = useAction(async (given: string) => {
    await auth().acceptInvitation(given)
    goOn()
  })
  const leave = useAction(async () => {
    await auth().signOut()
    setRound(round + 1)
  })

  if (token === null) {
    return (
      <>
        <h1>Invitation</h1>
        <p>This page needs the link of an invitation. Open the mail again and follow the link in it.</p>
      </>
    )
  }
  if (email === null) {
    return (
      <>
        <SignIn heading="Sign in to join" onSignedIn={() => setRound(round + 1)} />
        <p className="d-small">
          Use the address the invitation was sent to. When you have to{' '}
          <PageLink href="/sign-up">create an account</PageLink> first, open the link of the invitation again
          afterwards.
        </p>
      </>
    )
  }
  return (
    <>
      <h1>You are invited</h1>
      {problem ? <Refusal problem={problem} /> : null}
      {token && email ? (
        <>
          <p>
            You are signed in as <strong>{email}</strong>. Only the account the invitation was sent to can
            accept it.
          </p>
          <Refusal
            problem={accept.problem}
            words={() =>
              'The invitation cannot be accepted: it was sent to another address, was used already, or is too old. Ask for a new one.'
            }
          />
          <Button
            variant="primary"
            className="d-wide"
            isBusy={accept.isRunning}
            onClick={() => void accept.run(token)}
          >
            Join the organisation
          </Button>
          <Button className="d-wide" isBusy={leave.isRunning} onClick={() => void leave.run()}>
            Use another account
          </Button>
          <Refusal problem={leave.problem} />
        </>
      ) : problem ? null : (
        <Waiting />
      )}
    </>
  )
}
