import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  /** Plain text, lines of any length. */
  text: string
  /** The same for the same mail: a mail that is sent again after a doubtful failure can be recognised as the same. */
  message_id?: string
}

export interface MailSender {
  /** Hands a mail to the server, or throws. */
  send(mail: Mail): Promise<void>
  close(): void
}

const CONNECT_TIMEOUT_MS = 10_000
const SOCKET_TIMEOUT_MS = 20_000
const CONNECTIONS = 2
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Opens the way mails go. `smtp://user:password@host:587` (STARTTLS), `smtps://…:465`, or `file:///folder`, which writes
 * each mail as an .eml file, for development. `undefined`: there is no way, and sending throws. Throws on another address.
 */
export function openMailSender(url: string | undefined, from: string): MailSender {
  if (url === undefined) {
    return {
      send: () => Promise.reject(new Error('MAIL_URL is not set, so no mail can be sent')),
      close: () => {},
    }
  }
  const { protocol, hostname } = new URL(url)
  if (protocol === 'file:') return folderSender(fileURLToPath(url), from)
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    throw new Error('MAIL_URL is smtp://, smtps:// or file://')
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    // Without TLS only to this machine: passwords and links would be read on the way.
    requireTLS: !LOOPBACK.test(hostname),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail, from))
    },
    close: () => transport.close(),
  }
}

function folderSender(folder: string, from: string): MailSender {
  const transport = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true })
  return {
    async send(mail) {
      const { message } = (await transport.sendMail(messageOf(mail, from))) as unknown as { message: Buffer }
      await mkdir(folder, { recursive: true })
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`
      // A reader that watches the folder must not see half a mail.
      await writeFile(join(folder, `.${name}`), message)
      await rename(join(folder, `.${name}`), join(folder, name))
    },
    close: () => {},
  }
}

function messageOf({ to, subject, text, message_id }: Mail, from: string) {
  return {
    // Addresses as objects: nothing in them is read as a list of further addresses.
    to: { name: '', address: to },
    from,
    subject,
    text,
    ...(message_id ? { messageId: `<${message_id}@sec-latent>` } : {}),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
