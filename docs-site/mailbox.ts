import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server on loopback that keeps what it is sent. */
export async function startMailbox() {
  const mails: { to: string[]; text: string }[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let data = ''
      stream.on('data', (chunk) => {
        data += chunk
      })
      stream.on('end', () => {
        const text = data.replaceAll('=\r\n', '').replaceAll('=3D', '=')
        mails.push({ to: session.envelope.rcptTo.map((one) => one.address), text })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    /** The link of the latest mail to somebody that leads to a page. */
    async linkTo(page: string, address: string): Promise<string> {
      for (;;) {
        const links = mails
          .filter(({ to }) => to.includes(address))
          .flatMap(({ text }) => new RegExp(`https?://[^\\s/]+/${page}#token=\\S+`).exec(text) ?? [])
        const last = links.at(-1)
        if (last !== undefined) return last
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  }
}
export type Mailbox = Awaited<ReturnType<typeof startMailbox>>
