import { openMailSender } from '@sec-latent/core/mail/sender'
import { sendDigest } from '@sec-latent/core/operations-events/digest'
import { operationsEventStore } from '@sec-latent/core/operations-events/store'
import { defineJob } from '../job.ts'

/** Mails those who run the installation what was done to it the day before. Safe to repeat: a day is claimed before it is sent. */
export const sendOperationsDigest = defineJob({
  name: 'send-operations-digest',
  concurrency: () => 1,

  async run(_payload, { sql, config, log }) {
    const forgotten = await operationsEventStore(sql).forget()
    if (forgotten > 0) log.info({ action: 'send-operations-digest', metadata: { forgotten } })
    if (config.MAIL_URL === undefined || config.OPERATIONS_MAIL_TO === undefined) return
    const sender = openMailSender(config.MAIL_URL, config.MAIL_FROM)
    try {
      const recipients = config.OPERATIONS_MAIL_TO.split(',')
      const day = await sendDigest(sql, sender, recipients)
      if (day !== undefined)
        log.info({ action: 'send-operations-digest', metadata: { day, recipients: recipients.length } })
    } finally {
      sender.close()
    }
  },

  /** The next tick comes by itself. */
  async fail() {},
})
