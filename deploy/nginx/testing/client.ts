import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'

const TIMEOUT_MS = 60_000

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Asks an nginx that was started in `folder`, with the certificate it made. */
export function client(folder: string, port: number) {
  const ca = readFileSync(join(folder, 'certificate.pem'))
  const agent = new Agent({ ca, keepAlive: true, maxSockets: 50 })
  const base = { host: '127.0.0.1', port, servername: 'localhost', agent, timeout: TIMEOUT_MS }
  return {
    close: () => agent.destroy(),
    ask(path: string, options: RequestOptions & { body?: string | Buffer } = {}): Promise<Answer> {
      const { body, ...rest } = options
      return new Promise((resolve, reject) => {
        const asked = request({ ...base, path, ...rest }, (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => {
            text += part
          })
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          )
          response.on('error', reject)
        })
        asked.on('timeout', () => asked.destroy(new Error('nothing was answered')))
        asked.on('error', reject)
        asked.end(body)
      })
    },
    /** An open connection, for what is no ordinary request. */
    socket(options: { maxVersion?: 'TLSv1.2' | 'TLSv1.3' } = {}): Promise<TLSSocket> {
      return new Promise((resolve, reject) => {
        const socket = connect({
          ...{ host: '127.0.0.1', port, servername: 'localhost', ca },
          ...options,
        })
        socket.once('secureConnect', () => resolve(socket))
        socket.once('error', reject)
      })
    },
  }
}
export type Client = ReturnType<typeof client>
