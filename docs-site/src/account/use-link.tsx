'use client'

import { Button } from '../dashboard/ui/button.tsx'
import { Waiting } from '../dashboard/ui/page.tsx'
import { useAction } from '../dashboard/use-action.ts'
import { ButtonLink } from '../shell/button.tsx'
import { Refusal } from './parts.tsx'
import { goOn, useAuth, useFragmentToken } from './use-account.ts'

const KINDS = {
  verify: {
    title: 'Confirm your address',
    text: 'One click, and your account is ready.',
    button: 'Confirm and sign in',
    again: { href: '/sign-in', text: 'Sign in to get a new mail' },
  },
  link: {
    title: 'Sign in',
    text: 'You asked for a link instead of typing your password. It works once.',
    button: 'Sign in',
    again: { href: '/sign-in', text: 'Ask for a new link' },
  },
} as const

/**
 * Where the link of a mail leads. It takes a click to use it up: programs that open every link of a mail to look at it do not
 * click.
 */
export function UseLink({ kind }: { kind: keyof typeof KINDS }) {
  const auth = useAuth()
  const token = useFragmentToken()
  const { title, text, button, again } = KINDS[kind]
  const use = useAction(async (given: string) => {
    await (kind === 'verify' ? auth().verifyEmail(given) : auth().useLink(given))
    goOn()
  })
  return (
    <>
      <h1>{title}</h1>
      {token === undefined ? <Waiting /> : null}
      {token ? (
        <>
          <p>{text}</p>
          <Refusal problem={use.problem} />
          <Button
            variant="primary"
            className="d-wide"
            isBusy={use.isRunning}
            onClick={() => void use.run(token)}
          >
            {button}
          </Button>
        </>
      ) : null}
      {token === null ? (
        <p>This page needs the link of a mail. Open the mail again and follow the link in it.</p>
      ) : null}
      {token === null || use.problem ? (
        <div>
          <ButtonLink href={again.href}>{again.text}</ButtonLink>
        </div>
      ) : null}
    </>
  )
}
