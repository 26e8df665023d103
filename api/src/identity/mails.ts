import type { Logger } from '@sec-latent/core/log'
import type { Mail, MailSender } from '@sec-latent/core/mail/sender'

const ATTEMPTS = 3
const FIRST_RETRY_MS = 2_000

/**
 * Mails that belong to a sign-in, sent in the background: whether an address is known must not show in how long an answer
 * takes. One that cannot be sent after three attempts is told to the log; the person asks for another.
 */
export function signInMails(sender: MailSender, logger: Logger, portalUrl: string) {
  const underway = new Set<Promise<void>>()

  async function deliver(mail: Mail): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await sender.send(mail)
        return
      } catch (error) {
        if (attempt === ATTEMPTS) {
          logger.error({
            action: 'mail.send',
            status: 'failed',
            message: (error as Error).message.slice(0, 300),
          })
          return
        }
        await new Promise((resolve) => setTimeout(resolve, FIRST_RETRY_MS * attempt).unref())
      }
    }
  }

  function post(to: string, subject: string, lines: string[]): void {
    const work = deliver({ to, subject, text: `${lines.join('\n')}\n` }).finally(() => underway.delete(work))
    underway.add(work)
  }

  /** The token stands behind #: it is in no log and no Referer, and nobody who only looks at the page uses it up. */
  const link = (page: string, token: string) => `${portalUrl}/${page}#token=${encodeURIComponent(token)}`

  return {
    verifyAddress: (to: string, token: string) =>
      post(to, 'Confirm your e-mail address', [
        'Open this link to confirm your address:',
        link('sign-in/verify', token),
        '',
        'It works for one hour. If you did not sign up, ignore this mail.',
      ]),
    signInLink: (to: string, token: string) =>
      post(to, 'Your sign-in link', [
        'Open this link to sign in:',
        link('sign-in/link', token),
        '',
        'It works once, within 15 minutes. If you did not ask for it, ignore this mail.',
      ]),
    resetPassword: (to: string, token: string) =>
      post(to, 'Set a new password', [
        'Open this link to set a new password:',
        link('sign-in/reset', token),
        '',
        'It works once, within one hour, and ends all your sessions. If you did not ask for it, ignore this mail.',
      ]),
    alreadySignedUp: (to: string) =>
      post(to, 'You have an account already', [
        'Somebody, probably you, tried to sign up with this address. It has an account already.',
        `Sign in: ${portalUrl}/sign-in`,
        'If it was not you, there is nothing to do.',
      ]),
    invitation: (to: string, token: string, organisation: string, days: number) =>
      post(to, 'You were invited to an organisation', [
        `You were invited to join ${organisation.replace(/[\r\n]+/g, ' ')} on the SEC Latent Platform.`,
        'Open this link and sign in or sign up with this address to accept:',
        link('invitations', token),
        '',
        `It works once, within ${days} days.`,
      ]),
    /** Waits for what is being sent. */
    async close(): Promise<void> {
      await Promise.all(underway)
    },
  }
}
export type SignInMails = ReturnType<typeof signInMails>
