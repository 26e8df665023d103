import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMailSender } from './sender.ts'

const MAIL = { to: 'ann@example.com', subject: 'Übung', text: 'Zeile 1\n.\nZeile 3', message_id: 'n1' }

describe('a mail', () => {
  const received: { to: string[]; data: string }[] = []
  let refusals = 0
  const server = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'user' && password === 'p@ss'
        ? done(null, { user: 'user' })
        : done(new Error('wrong password')),
    onRcptTo: (_address, _session, done) => {
      if (refusals > 0) {
        refusals -= 1
        done(Object.assign(new Error('try again later'), { responseCode: 451 }))
      } else done()
    },
    onData: (stream, session, done) => {
      let data = ''
      stream.on('data', (chunk) => {
        data += chunk
      })
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map((one) => one.address), data })
        done()
      })
    },
  })
  let port: number

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    port = (server.server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })

  it('reaches the server with its texts, its sender and its id', async () => {
    const sender = openMailSender(`smtp://user:p%40ss@127.0.0.1:${port}`, 'Latent <no-reply@example.org>')
    await sender.send(MAIL)
    sender.close()
    const [mail] = received
    expect(mail?.to).toEqual(['ann@example.com'])
    expect(mail?.data).toMatch(/^From: Latent <no-reply@example\.org>$/m)
    expect(mail?.data).toMatch(/^Message-ID: <n1@sec-latent>$/m)
    expect(mail?.data).toContain('Zeile 3')
  })

  it('goes to one address, whatever the address says', async () => {
    const sender = openMailSender(`smtp://user:p%40ss@127.0.0.1:${port}`, 'no-reply@example.org')
    received.length = 0
    await sender.send({ ...MAIL, to: 'a@example.com, b@example.com' }).catch(() => {})
    sender.close()
    expect(received.flatMap((mail) => mail.to)).not.toContain('b@example.com')
  })

  it('that the server refuses fails, with wrong credentials too', async () => {
    const sender = openMailSender(`smtp://user:p%40ss@127.0.0.1:${port}`, 'no-reply@example.org')
    refusals = 1
    await expect(sender.send(MAIL)).rejects.toThrow()
    await sender.send(MAIL)
    sender.close()
    const stranger = openMailSender(`smtp://user:wrong@127.0.0.1:${port}`, 'no-reply@example.org')
    await expect(stranger.send(MAIL)).rejects.toThrow()
    stranger.close()
  })

  it('is refused where no way is set, and for addresses of other kinds', async () => {
    await expect(openMailSender(undefined, 'x@example.org').send(MAIL)).rejects.toThrow('MAIL_URL')
    expect(() => openMailSender('http://127.0.0.1', 'x@example.org')).toThrow('MAIL_URL')
  })

  it('is a file in a folder during development, each whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mails-'))
    try {
      const sender = openMailSender(pathToFileURL(join(folder, 'out')).href, 'no-reply@example.org')
      await sender.send(MAIL)
      await sender.send(MAIL)
      const names = await readdir(join(folder, 'out'))
      expect(names).toHaveLength(2)
      expect(await readFile(join(folder, 'out', names[0] as string), 'utf8')).toContain('To: ann@example.com')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
