import type { Mail, MailSender } from '../mail/sender.ts'
import type { NotificationMailStore, PendingNotification } from './notification-mail-store.ts'

const BATCH = 50

/**
 * Mails what organisations should be told to their owners and admins. Safe to repeat and to run twice at once: each mail is
 * claimed before it is sent. One that was sent by a worker that died before it could say so is sent again with the same
 * Message-ID. Returns how many mails went out and how many attempts failed.
 */
export async function sendNotificationMails(
  store: NotificationMailStore,
  sender: Pick<MailSender, 'send'>,
): Promise<{ sent: number; failed: number }> {
  let sent = 0
  let failed = 0
  for (const notification of await store.listPending(BATCH)) {
    await store.addRecipients(notification)
    for (const { member_id, email } of await store.claimDue(notification.id)) {
      try {
        await sender.send(mailOf(notification, member_id, email))
        await store.markSent(notification.id, member_id)
        sent += 1
      } catch {
        failed += 1
      }
    }
    await store.closeIfDone(notification.id)
  }
  return { sent, failed }
}

function mailOf(notification: PendingNotification, memberId: string, to: string): Mail {
  const { subject, lines } = wordsOf(notification)
  const about = `Organisation: ${oneLine(notification.organisation_name)}`
  return {
    to,
    subject,
    text: `${[...lines, '', about].join('\n')}\n`,
    message_id: `notification-${notification.id}-${memberId}`,
  }
}

function wordsOf({ kind, payload }: PendingNotification): { subject: string; lines: string[] } {
  const text = (name: string) => oneLine(String(payload[name] ?? ''))
  const key = `"${text('name')}" (…${text('last_four')}, ${text('key_id')})`
  switch (kind) {
    case 'api_key.expiring':
      return {
        subject: `An API key expires in ${text('days_left')} days`,
        lines: [
          `The key ${key} stops working at ${text('expires_at')}. Rotate it before: the old one then works on for a while.`,
        ],
      }
    case 'api_key.disabled':
      return {
        subject: 'An API key was put to rest',
        lines: [`Nobody used the key ${key} for a long time, so it was disabled. You can enable it again.`],
      }
    case 'api_key.leaked':
      return {
        subject:
          payload.revoked === true
            ? 'An API key was found in public and revoked'
            : 'A test key was found in public',
        lines: [
          `The key ${key} was found by ${text('source')}${payload.url ? ` at ${text('url')}` : ''}.`,
          payload.revoked === true
            ? 'It was revoked at once. Make a new key.'
            : 'It still works: test keys read fictional companies only.',
        ],
      }
    case 'api_key.sent_in_url':
      return {
        subject: 'An API key was sent in a URL',
        lines: [
          `The key ${key} came in the URL of the request ${text('request_id')} on ${text('day')} (UTC), which was refused.`,
          'URLs end up in logs and histories: replace the key, and send the new one in the Authorization header.',
        ],
      }
    case 'usage.threshold_reached':
      return usageWords(payload)
    case 'invoice.payment_failed':
      return {
        subject: `The invoice of ${text('month')} could not be paid`,
        lines: [
          `A payment of $${(Number(payload.total_cents) / 100).toFixed(2)} for the invoice ${text('id')} failed. It is still open.`,
        ],
      }
    default:
      return {
        subject: `News of your organisation: ${oneLine(kind)}`,
        lines: Object.entries(payload)
          .slice(0, 20)
          .map(
            ([name, value]) =>
              `${oneLine(name)}: ${oneLine(typeof value === 'string' ? value : JSON.stringify(value))}`,
          ),
      }
  }
}

function usageWords({ meter, month, percent, used, limit }: PendingNotification['payload']) {
  const isCap = meter === 'spend_cap'
  const what = isCap ? 'spend cap' : 'quota'
  const amount = (value: unknown) => (isCap ? `$${(Number(value) / 100).toFixed(2)}` : `${value} units`)
  const next =
    Number(percent) < 100
      ? 'Nothing stops yet.'
      : isCap
        ? 'Requests are answered with 402 until the next month begins, or the cap is raised.'
        : 'Without room under a spend cap, requests are answered with 402 until the next month begins.'
  return {
    subject: `${percent} % of the ${what} of ${month} is used`,
    lines: [`${amount(used)} of ${amount(limit)} are used in ${month} (UTC). ${next}`],
  }
}

/** What customers named stays in its line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, 300)
}
