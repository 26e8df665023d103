import { notificationMailStore } from '@sec-latent/core/identity/notification-mail-store'
import { sendNotificationMails } from '@sec-latent/core/identity/notification-mails'
import { openMailSender } from '@sec-latent/core/mail/sender'
import { defineJob } from '../job.ts'

/** Mails what organisations should be told to their owners and admins. Safe to repeat: each mail is claimed before it is sent. */
export const sendNotifications = defineJob({
  name: 'send-notifications',
  concurrency: () => 1,

  async run(_payload, { sql, config, log }) {
    // Without a way for mails they wait: the day one is set, they go out.
    if (config.MAIL_URL === undefined) return
    const sender = openMailSender(config.MAIL_URL, config.MAIL_FROM)
    try {
      const { sent, failed } = await sendNotificationMails(notificationMailStore(sql), sender)
      if (sent + failed > 0) log.info({ action: 'send-notifications', metadata: { sent, failed } })
    } finally {
      sender.close()
    }
  },

  /** The next tick comes by itself. */
  async fail() {},
})
