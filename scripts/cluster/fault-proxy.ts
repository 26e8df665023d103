import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * What can be wrong with a network, in the words of Toxiproxy. `upstream` is what clients send, `downstream` what servers
 * answer; a toxic of neither works on both. `down` is not in the list: see `down()` and `up()`.
 */
export type Toxic = { stream?: Direction } & (
  | { type: 'latency'; latencyMs: number; jitterMs?: number }
  | { type: 'bandwidth'; bytesPerSecond: number }
  /** The end of a connection arrives so much later. */
  | { type: 'slow_close'; delayMs: number }
  /** Nothing arrives; after so long the connection ends, or with 0 it never does. */
  | { type: 'timeout'; timeoutMs: number }
  /** The connection is reset so long after its first bytes. */
  | { type: 'reset_peer'; timeoutMs: number }
  | { type: 'slicer'; averageBytes: number; variationBytes?: number; delayMs?: number }
  /** The connection ends after so many bytes. */
  | { type: 'limit_data'; bytes: number }
)
export type Direction = 'upstream' | 'downstream'

interface Link {
  client: Socket
  server: Socket
}

export interface FaultProxyOptions {
  targetPort: number
  /** 0 takes a free one. */
  port?: number
  random?: () => number
}

/**
 * A TCP proxy on loopback that can be made to misbehave while connections are open. What is changed holds at once, also for
 * the connections there are.
 */
export async function faultProxy({ targetPort, port = 0, random = Math.random }: FaultProxyOptions) {
  const links = new Set<Link>()
  let toxics: Toxic[] = []
  let target = targetPort
  let accepted = 0
  let server: Server | undefined

  function link(client: Socket): void {
    accepted += 1
    const upstream = connect({ port: target, host: '127.0.0.1', noDelay: true })
    client.setNoDelay(true)
    const one = { client, server: upstream }
    links.add(one)
    const forget = () => {
      if (client.destroyed && upstream.destroyed) links.delete(one)
    }
    for (const socket of [client, upstream]) {
      socket.on('error', () => {})
      socket.on('close', forget)
    }
    void flow(client, upstream, 'upstream')
    void flow(upstream, client, 'downstream')
  }

  /** The toxics of a direction, as they are now. */
  function active(direction: Direction): Toxic[] {
    return toxics.filter(({ stream }) => stream === undefined || stream === direction)
  }

  function find<T extends Toxic['type']>(direction: Direction, type: T) {
    return active(direction).find((one): one is Extract<Toxic, { type: T }> => one.type === type)
  }

  async function flow(from: Socket, to: Socket, direction: Direction): Promise<void> {
    let passed = 0
    let begun: number | undefined
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        begun ??= performance.now()
        for (const piece of slices(chunk, find(direction, 'slicer'))) {
          const goesOn = await pass(piece, begun)
          if (!goesOn) return
        }
      }
    } catch {
      // The connection broke: the other side learns of it as from a network.
      to.resetAndDestroy()
      from.destroy()
      return
    }
    const slow = find(direction, 'slow_close')
    if (slow) await sleep(slow.delayMs)
    to.end()

    /** Sends one piece as the toxics have it; false when the connection ended. */
    async function pass(piece: Buffer, since: number): Promise<boolean> {
      const latency = find(direction, 'latency')
      if (latency) await sleep(latency.latencyMs + (random() * 2 - 1) * (latency.jitterMs ?? 0))
      const slicer = find(direction, 'slicer')
      if (slicer?.delayMs) await sleep(slicer.delayMs)
      const reset = find(direction, 'reset_peer')
      if (reset) {
        await sleep(Math.max(0, reset.timeoutMs - (performance.now() - since)))
        cutLink(from, to)
        return false
      }
      const hole = find(direction, 'timeout')
      if (hole) return await swallow(hole.timeoutMs, since)
      const limit = find(direction, 'limit_data')
      const bytes = limit ? piece.subarray(0, Math.max(0, limit.bytes - passed)) : piece
      passed += bytes.length
      const bandwidth = find(direction, 'bandwidth')
      if (bandwidth) await sleep((bytes.length / bandwidth.bytesPerSecond) * 1_000)
      if (to.destroyed) return false
      if (!to.write(bytes)) await Promise.race([once(to, 'drain'), once(to, 'close')])
      if (limit && passed >= limit.bytes) {
        to.end()
        from.destroy()
        return false
      }
      return true
    }

    /** The piece is lost; the connection stays as it is while the toxic is there, and cannot be trusted afterwards. */
    async function swallow(timeoutMs: number, since: number): Promise<boolean> {
      while (find(direction, 'timeout') && !from.destroyed) {
        if (timeoutMs > 0 && performance.now() - since >= timeoutMs) break
        await sleep(20)
      }
      cutLink(from, to)
      return false
    }
  }

  function cutLink(...sockets: Socket[]): void {
    for (const socket of sockets) if (!socket.destroyed) socket.resetAndDestroy()
  }

  async function listen(wish: number): Promise<void> {
    const made = createServer({ noDelay: true }, link)
    await new Promise<void>((resolve, reject) => {
      made.once('error', reject)
      made.listen(wish, '127.0.0.1', 4_096, resolve)
    })
    server = made
  }

  async function stopListening(): Promise<void> {
    const gone = server
    server = undefined
    if (gone) await new Promise((resolve) => gone.close(resolve))
  }

  await listen(port)
  const own = (server as unknown as Server).address() as AddressInfo

  const cut = () => {
    for (const { client, server: upstream } of links) cutLink(client, upstream)
  }

  return {
    port: own.port,
    /** Connections under way. */
    connections: () => links.size,
    /** Connections there ever were. */
    accepted: () => accepted,
    toxics: (): readonly Toxic[] => toxics,
    add(toxic: Toxic): void {
      toxics = [...toxics, toxic]
    },
    /** Removes the toxics of a type, or all. */
    heal(type?: Toxic['type']): void {
      toxics = type === undefined ? [] : toxics.filter((one) => one.type !== type)
    },
    /** New connections go to another server; with `cutOld` those there are end. */
    retarget(next: number, { cutOld = true } = {}): void {
      target = next
      if (cutOld) cut()
    },
    /** Resets every connection there is. */
    cut,
    /** Connections are refused and those there are reset. */
    async down(): Promise<void> {
      const closed = stopListening()
      cut()
      await closed
    },
    async up(): Promise<void> {
      if (!server) await listen(own.port)
    },
    async close(): Promise<void> {
      toxics = []
      const closed = stopListening()
      cut()
      await closed
    },
  }
}

export type FaultProxy = Awaited<ReturnType<typeof faultProxy>>

function slices(chunk: Buffer, slicer: Extract<Toxic, { type: 'slicer' }> | undefined): Buffer[] {
  if (!slicer) return [chunk]
  const pieces: Buffer[] = []
  const variation = slicer.variationBytes ?? 0
  for (let at = 0; at < chunk.length; ) {
    // Larger and smaller ones in turn, so that a run is the same every time.
    const size = Math.max(1, slicer.averageBytes + (pieces.length % 2 === 0 ? variation : -variation))
    pieces.push(chunk.subarray(at, at + size))
    at += size
  }
  return pieces
}
