import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../db.ts'
import { openMailSender } from '../mail/sender.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { dueDay, readDigest, sendDigest } from './digest.ts'
import { operationsEventStore } from './store.ts'

const DAY = '2026-11-10'
const MORNING = new Date('2026-11-11T06:10:00Z')

forEachPostgres((version) => {
  let database: TestDatabase
  let worker: TestDatabase['sql']
  beforeAll(async () => {
    database = await testDatabase({ version })
    worker = openDatabase(database.url, { max: 3, role: 'latent_worker' })
  })
  afterAll(async () => {
    await worker.end({ timeout: 5 })
    await database.close()
  })
  beforeEach(
    () => database.sql`truncate operations_events, operations_digests, backups, restore_drills, dead_jobs`,
  )

  describe('a deployment', () => {
    test('is noted once, however many processes say it, and going back is one too', async () => {
      const events = operationsEventStore(worker)
      const said = await Promise.all(Array.from({ length: 6 }, () => events.deployed('api', '1.4.0')))
      expect(said.filter(Boolean)).toHaveLength(1)
      expect(await events.deployed('workers', '1.4.0')).toBe(true)
      expect(await events.deployed('api', '1.5.0')).toBe(true)
      expect(await events.deployed('api', '1.4.0')).toBe(true)
      expect(await events.deployed('api', '1.4.0')).toBe(false)
      const rows = await worker`select service, details from operations_events order by id`
      expect(
        rows.map(({ service, details }) => [service, details.release, details.previous_release]),
      ).toEqual([
        ['api', '1.4.0', null],
        ['workers', '1.4.0', null],
        ['api', '1.5.0', '1.4.0'],
        ['api', '1.4.0', '1.5.0'],
      ])
    })
  })

  describe('an event', () => {
    test.each([
      [399, 0],
      [401, 1],
    ])('that is %i days old: %i are removed', async (days, removed) => {
      const now = new Date()
      await database.sql`insert into operations_events (kind, service, details, happened_at)
        values ('scaling', 'api', '{}', ${new Date(now.getTime() - days * 86_400_000).toISOString()})`
      expect(await operationsEventStore(worker).forget(now)).toBe(removed)
    })
  })

  describe('the digest of a day', () => {
    const mails: { to: string[]; data: string }[] = []
    let refusing = false
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        refusing ? done(Object.assign(new Error('later'), { responseCode: 451 })) : done(),
      onData(stream, session, done) {
        let data = ''
        stream.on('data', (chunk) => {
          data += chunk
        })
        stream.on('end', () => {
          mails.push({ to: session.envelope.rcptTo.map((one) => one.address), data })
          done()
        })
      },
    })
    let sender: ReturnType<typeof openMailSender>

    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
      const { port } = server.server.address() as AddressInfo
      sender = openMailSender(`smtp://127.0.0.1:${port}`, 'Latent <no-reply@example.org>')
    })
    afterAll(async () => {
      sender.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    })
    beforeEach(() => {
      mails.length = 0
      refusing = false
    })

    async function aDay() {
      const { sql } = database
      const at = (time: string, day = DAY) => `${day}T${time}Z`
      const event = (kind: string, service: string, when: string, details: Record<string, unknown>) =>
        sql`insert into operations_events (kind, service, happened_at, details)
          values (${kind}, ${service}, ${when}, ${sql.json(details as never)})`
      await event('deployment', 'api', at('00:00:00'), { release: '1.4.0', previous_release: '1.3.9' })
      await event('deployment', 'api', at('23:59:59', '2026-11-09'), { release: 'too-early' })
      await event('deployment', 'api', at('00:00:00', '2026-11-11'), { release: 'too-late' })
      await event('scaling', 'workers', at('12:30:00'), { from: 2, to: 4, reason: 'queue depth > 1000' })
      for (const [id, outcome] of [
        ['a', 'succeeded'],
        ['b', 'succeeded'],
        ['c', 'failed'],
      ] as const) {
        await sql`insert into backups (id, kind, source, started_at, finished_at, outcome, stored_bytes)
          values (${id}, 'database', 'primary', ${at('02:00:00')}, ${at('02:05:00')}, ${outcome}, 5000000)`
      }
      await sql`insert into restore_drills (id, started_at, finished_at, outcome, rpo_seconds, rto_seconds, checks)
        values ('d', ${at('03:00:00')}, ${at('03:02:00')}, 'succeeded', 12.4, 95, '[]')`
    }

    test('tells of deployments, scaling and backups of that day and of no other, to everybody, once', async () => {
      await aDay()
      const recipients = ['ops@example.org', 'cto@example.org']
      const sent = await Promise.all([
        sendDigest(worker, sender, recipients, MORNING),
        sendDigest(worker, sender, recipients, MORNING),
      ])
      expect(sent.filter(Boolean)).toEqual([DAY])
      expect(await sendDigest(worker, sender, recipients, new Date('2026-11-11T23:00:00Z'))).toBeUndefined()
      expect(mails.map(({ to }) => to[0]).sort()).toEqual(['cto@example.org', 'ops@example.org'])
      const text = mails[0]?.data.replace(/=\r?\n/g, '').replace(/\r/g, '') ?? ''
      expect(text).toContain(`Subject: Look: Operations on ${DAY}: 1 deployment, 1 scaling`)
      expect(text).toContain('00:00 api: 1.4.0, after 1.3.9')
      expect(text).toContain('12:30 workers: 2 to 4 (queue depth > 1000)')
      expect(text).toContain('database of primary: 2 succeeded, 1 FAILED, 10.0 MB stored')
      expect(text).toContain('03:02 succeeded: 12 s lost, back in 95 s')
      expect(text).not.toMatch(/too-(early|late)/)
    })

    test('that could not be sent is sent later', async () => {
      refusing = true
      await expect(sendDigest(worker, sender, ['ops@example.org'], MORNING)).rejects.toThrow()
      refusing = false
      expect(await sendDigest(worker, sender, ['ops@example.org'], MORNING)).toBe(DAY)
      expect(mails).toHaveLength(1)
    })

    test('in which no backup finished says so in its subject', async () => {
      await sendDigest(worker, sender, ['ops@example.org'], MORNING)
      expect(mails[0]?.data).toContain('Subject: Look:')
      expect(mails[0]?.data).toContain('NONE FINISHED')
    })

    test('goes out in the morning after it', async () => {
      expect(dueDay(new Date('2026-11-11T05:59:59Z'))).toBeUndefined()
      expect(dueDay(new Date('2026-11-11T06:00:00Z'))).toBe(DAY)
      expect((await readDigest(worker, DAY)).deployments).toEqual([])
    })
  })
})
