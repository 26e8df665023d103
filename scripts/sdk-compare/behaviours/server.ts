import { createServer as createHttpServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import type { Peer } from '../peers/peer.ts'
import { answerOk, type Kind } from './answers.ts'

export interface Seen {
  at: number
  headers: IncomingHttpHeaders
}

/** Answers the request of the given number, from 1. */
export type Script = (response: ServerResponse, count: number, seen: Seen) => void

/** A door of the server: an address of its own, so that each client can be in another place of its script. */
export interface Door {
  url: string
  /** From now on requests are answered by `script`; what they were is in the array that is given back. */
  play(kind: Kind, script?: Script): Seen[]
}

interface Playing extends Pick<Peer, 'errorType'> {
  kind: Kind
  script: Script | undefined
  seen: Seen[]
}

/** One real HTTP server for all clients, with a door for each. */
export async function startServer(): Promise<{
  door(peer: Pick<Peer, 'errorType'>): Promise<Door>
  close(): Promise<void>
}> {
  const scripts = new Map<number, Playing>()
  const doors: Server[] = []
  const server = createHttpServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const { localPort = 0 } = request.socket
    request.resume()
    request.on('end', () => {
      const playing = scripts.get(localPort)
      if (!playing) return void response.destroy()
      const one = { at: performance.now(), headers: request.headers }
      playing.seen.push(one)
      response.setHeader('content-type', playing.errorType)
      if (playing.script) playing.script(response, playing.seen.length, one)
      else answerOk(response, playing.kind)
    })
  })
  return {
    async door({ errorType }) {
      const door = createServer((socket) => void server.emit('connection', socket))
      doors.push(door)
      await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
      const { port } = door.address() as AddressInfo
      return {
        url: `http://127.0.0.1:${port}`,
        play(kind, script) {
          const seen: Seen[] = []
          scripts.set(port, { kind, script, seen, errorType })
          return seen
        },
      }
    },
    async close() {
      for (const door of doors) door.close()
      server.closeAllConnections()
    },
  }
}
