import { ApiProblem } from '../dashboard/api.ts'

const MINUTE_MS = 60_000

/** What a refused step of signing in means for the person, in words that do not tell whether an address is known. */
export function wordsFor(problem: Error): string {
  if (!(problem instanceof ApiProblem)) return 'Something went wrong on this page. Please try again.'
  switch (problem.code) {
    case 'sign_in_failed':
      return 'The e-mail address or the password is not right.'
    case 'sign_in_refused':
      return 'Your address is not confirmed yet. Open the link in the mail we sent you, or ask for a new one.'
    case 'link_not_valid':
      return 'This link does not work any more: it was used already, or it is too old. Ask for a new one.'
    case 'rate_limited':
      return `Too many attempts. Please try again ${soon(problem.retryAfterMs)}.`
    case 'no_answer':
    case 'timeout':
      return 'We cannot reach the service. Check your connection and try again.'
    default:
      return problem.message
  }
}

/** The second factor has its own: there the password was right. */
export function wordsForCode(problem: Error): string {
  const refused =
    problem instanceof ApiProblem && ['sign_in_failed', 'sign_in_refused'].includes(problem.code)
  return refused
    ? 'That code is not right, or it is too old. Enter the one that is shown now.'
    : wordsFor(problem)
}

function soon(ms: number | null): string {
  if (ms === null) return 'in a few minutes'
  if (ms < MINUTE_MS) return `in ${Math.max(1, Math.ceil(ms / 1000))} seconds`
  const minutes = Math.ceil(ms / MINUTE_MS)
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`
}

const OF_PROVIDERS: Record<string, string> = {
  access_denied: 'You did not allow it at the provider. Nothing was changed.',
  account_not_linked:
    'There is an account with this address that is signed in to in another way. Sign in that way; both sides must have confirmed the address before they can be joined.',
  email_not_found: 'The provider did not tell us an e-mail address.',
  email_not_verified: 'The provider has not confirmed your e-mail address.',
  email_does_not_match: 'The address at the provider is another one.',
  signup_disabled: 'This provider cannot be used to sign up.',
  state_not_found: 'This attempt is too old, or it was begun in another browser.',
  state_mismatch: 'This attempt is too old, or it was begun in another browser.',
  please_restart_the_process: 'This attempt is too old, or it was begun in another browser.',
}

/** Why signing in with a provider failed, by the code in the address. Only known codes are shown: anybody can write an address. */
export function wordsForProvider(code: string | null): string {
  const known = code?.toLowerCase() ?? ''
  return (
    (Object.hasOwn(OF_PROVIDERS, known) ? OF_PROVIDERS[known] : undefined) ??
    'The provider did not confirm who you are. Please try again, or sign in another way.'
  )
}
