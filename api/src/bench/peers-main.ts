import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Payload } from './payloads.ts'
import { bareFastify, usualStack } from './peers.ts'

// One of those we measure ourselves against, in a process of its own. It is told what to answer over the channel.
export type PeerKind = 'node' | 'node-bytes' | 'fastify' | 'usual'

const kind = process.argv[2] as PeerKind
const redisUrl = process.argv[3]

process.once('message', async (payloads: Payload[]) => {
  const port = await start(payloads)
  process.send?.({ port })
})
process.send?.({ ready: true })
process.on('SIGTERM', () => process.exit(0))

async function start(payloads: Payload[]): Promise<number> {
  if (kind === 'fastify' || kind === 'usual') {
    const app: FastifyInstance =
      kind === 'fastify' ? bareFastify(payloads) : await usualStack(payloads, redisUrl as string)
    await app.listen({ port: 0, host: '127.0.0.1' })
    return (app.server.address() as AddressInfo).port
  }
  const server = kind === 'node' ? plainServer(payloads, false) : plainServer(payloads, true)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** What Node itself can do: the ready bytes, with two headers or with exactly ours. */
function plainServer(payloads: Payload[], ourHeaders: boolean): Server {
  const answers = new Map(
    payloads.map(({ url, headers, body }) => {
      const bytes = Buffer.from(body)
      const two = ['content-type', 'application/json; charset=utf-8', 'content-length', String(bytes.length)]
      return [url, { bytes, head: ourHeaders ? headers : two }]
    }),
  )
  return createServer((request, response) => {
    const answer = answers.get(request.url as string)
    if (answer === undefined) {
      response.writeHead(404, ['content-length', '0']).end()
      return
    }
    response.writeHead(200, answer.head)
    response.end(answer.bytes)
  })
}
