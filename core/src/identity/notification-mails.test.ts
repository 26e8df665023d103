import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '../accounts/notification-store.ts'
import { openDatabase, type Sql } from '../db.ts'
import { newId } from '../ids.ts'
import type { Mail } from '../mail/sender.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { notificationMailStore } from './notification-mail-store.ts'
import { sendNotificationMails } from './notification-mails.ts'

let database: TestDatabase
let worker: Sql
beforeAll(async () => {
  database = await testDatabase()
  worker = openDatabase(database.url, { max: 5, role: 'latent_worker' })
})
afterAll(async () => {
  await worker.end({ timeout: 5 })
  await database.close()
})

async function organisation() {
  const { sql } = database
  const id = newId('org')
  await sql`insert into organisations (id, name, plan) values (${id}, 'Harbor', 'free')`
  for (const role of ['owner', 'admin', 'developer', 'viewer']) {
    const user = newId('usr')
    const email = `${role}.${user}@example.com`
    await sql`insert into users (id, email, email_verified, name) values (${user}, ${email}, true, ${role})`
    await sql`insert into members (id, organisation_id, user_id, email, role)
      values (${newId('mem')}, ${id}, ${user}, ${email}, ${role})`
  }
  return id
}
const leaked = (organisation_id: string) => ({
  organisation_id,
  kind: 'api_key.leaked' as const,
  dedupe_key: organisation_id,
  payload: {
    key_id: 'key_1',
    name: 'evil\r\nBcc: x@example.com',
    last_four: 'h3Kq',
    source: 'github',
    url: null,
    revoked: true,
  },
})
const openNews = async (id: string) =>
  (await database.sql`select 1 from notifications where organisation_id = ${id} and sent_at is null`).length

describe('news of an organisation', () => {
  it('goes to each owner and admin once, however often and at once it is sent', async () => {
    const id = await organisation()
    await notify(database.sql, leaked(id))
    const mails: Mail[] = []
    const sender = { send: async (mail: Mail) => void mails.push(mail) }
    const store = notificationMailStore(worker)
    await Promise.all([1, 2, 3].map(() => sendNotificationMails(store, sender)))
    await sendNotificationMails(store, sender)
    expect(mails.map((mail) => mail.to.split('.')[0]).sort()).toEqual(['admin', 'owner'])
    expect(new Set(mails.map((mail) => mail.message_id)).size).toBe(2)
    expect(mails[0]?.text).not.toMatch(/^Bcc:/m)
    expect(await openNews(id)).toBe(0)
  })

  it('is tried again later when the server refuses, with the same Message-ID, and not for ever', async () => {
    const id = await organisation()
    await notify(database.sql, leaked(id))
    const store = notificationMailStore(worker)
    const tried: string[] = []
    const broken = {
      send: async (mail: Mail) => {
        tried.push(String(mail.message_id))
        throw new Error('451 later')
      },
    }
    expect(await sendNotificationMails(store, broken)).toEqual({ sent: 0, failed: 2 })
    expect(await sendNotificationMails(store, broken)).toEqual({ sent: 0, failed: 0 })
    for (let i = 0; i < 10; i++) {
      await database.sql`update notification_mails set next_attempt_at = now() where organisation_id = ${id}`
      await sendNotificationMails(store, broken)
    }
    expect(tried).toHaveLength(16)
    expect(new Set(tried).size).toBe(2)
    expect(await openNews(id)).toBe(0)
  })

  it('of an organisation without people is done with', async () => {
    const id = newId('org')
    await database.sql`insert into organisations (id, name, plan) values (${id}, 'Empty', 'free')`
    await notify(database.sql, leaked(id))
    await sendNotificationMails(notificationMailStore(worker), { send: async () => {} })
    expect(await openNews(id)).toBe(0)
  })
})
