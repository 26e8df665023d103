import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Channel = 'pagerduty' | 'slack' | 'mail'

export interface Received {
  channel: Channel
  at: number
  /** What was said, as text. */
  text: string
}

/** Servers on loopback that speak as PagerDuty, Slack and a mail host do, and keep what they are told. */
export async function startReceivers() {
  const received: Received[] = []
  const http = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const channel = request.url === '/pagerduty' ? 'pagerduty' : 'slack'
      received.push({ channel, at: Date.now(), text: Buffer.concat(chunks).toString('utf8') })
      if (channel === 'pagerduty')
        response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"success"}')
      else response.writeHead(200).end('ok')
    })
  })
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8').replaceAll('=\r\n', '')
        received.push({ channel: 'mail', at: Date.now(), text })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()))
  return {
    received,
    httpPort: (http.address() as AddressInfo).port,
    smtpPort: (smtp.server.address() as AddressInfo).port,
    async close(): Promise<void> {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
    },
  }
}
export type Receivers = Awaited<ReturnType<typeof startReceivers>>
