import type { Sql } from '../db.ts'

/** News of an organisation that waits to be mailed. */
export interface PendingNotification {
  id: number
  organisation_id: string
  organisation_name: string
  kind: string
  payload: Record<string, unknown>
  created_at: string
}

export interface Recipient {
  member_id: string
  email: string
}

export const MAX_MAIL_ATTEMPTS = 8
const FIRST_RETRY_SECONDS = 60

/** Mails of notifications: who gets them, and who has got them. */
export function notificationMailStore(sql: Sql) {
  return {
    async listPending(limit: number): Promise<PendingNotification[]> {
      return await sql<PendingNotification[]>`
        select n.id, n.organisation_id, o.name as organisation_name, n.kind, n.payload, n.created_at
        from notifications n join organisations o on o.id = n.organisation_id
        where n.sent_at is null
          and not exists (
            select 1 from notification_mails m
            where m.notification_id = n.id and m.sent_at is null and m.next_attempt_at > now())
        order by n.id limit ${limit}`
    },

    /** Fixes who gets a notification: the owners and admins of the moment in which it is first looked at. */
    async addRecipients({ id, organisation_id }: PendingNotification): Promise<void> {
      await sql`
        insert into notification_mails (notification_id, member_id, organisation_id)
        select ${id}, m.id, m.organisation_id from members m join users u on u.id = m.user_id
        where m.organisation_id = ${organisation_id} and m.role in ('owner', 'admin')
          and u.email_verified and u.disabled_at is null
          and not exists (select 1 from notification_mails given where given.notification_id = ${id})
        on conflict do nothing`
    },

    /**
     * Takes the mails of a notification that are due, each by one worker only: the next attempt is put off before this one is
     * made, so a worker that dies leaves it to another a little later.
     */
    async claimDue(id: number): Promise<Recipient[]> {
      return await sql<Recipient[]>`
        update notification_mails n
        set attempts = attempts + 1,
          next_attempt_at = now() + ${FIRST_RETRY_SECONDS} * power(2, attempts) * interval '1 second'
        from members m join users u on u.id = m.user_id
        where n.notification_id = ${id} and n.sent_at is null and n.next_attempt_at <= now()
          and n.attempts < ${MAX_MAIL_ATTEMPTS} and m.id = n.member_id
        returning m.id as member_id, u.email`
    },

    async markSent(id: number, memberId: string): Promise<void> {
      await sql`update notification_mails set sent_at = now()
        where notification_id = ${id} and member_id = ${memberId}`
    },

    /** Closes a notification when nobody is left to be told, or who is left cannot be reached. True: it is closed. */
    async closeIfDone(id: number): Promise<boolean> {
      const rows = await sql`
        update notifications set sent_at = now()
        where id = ${id} and sent_at is null and not exists (
          select 1 from notification_mails m join members person on person.id = m.member_id
          where m.notification_id = ${id} and m.sent_at is null and m.attempts < ${MAX_MAIL_ATTEMPTS})
        returning id`
      return rows.length === 1
    },
  }
}
export type NotificationMailStore = ReturnType<typeof notificationMailStore>
