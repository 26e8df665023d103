import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'

/** What is sent and how. */
export interface LoadOrder {
  port: number
  /** The certificate of a server that speaks TLS. */
  ca?: string
  /** Whole requests; each connection takes the next one in turn. Or the n-th, where none may come twice. */
  requests: string[] | ((n: number) => string)
  connections: number
  seconds: number
  /**
   * Requests a second over all connections, each at its intended time, or how many are due after so many seconds;
   * undefined: as fast as answers come.
   */
  rate?: number | ((seconds: number) => number)
  /** Told each answer that counts: its status, its head, and the milliseconds since it was asked for or should have been. */
  onAnswer?: (status: string, head: string, ms: number) => void
  /** Part of the time at the beginning that is not counted. */
  warmUpSeconds?: number
}

export interface LoadResult {
  /** When the first second that counts began, milliseconds since 1970. */
  beganAt: number
  requests: number
  seconds: number
  /** Answers by status; `error` counts connections that broke. */
  statuses: Record<string, number>
  /** Answers with 5xx, by the second they came in: few moments with many have another cause than many with few. */
  failedInSecond: Record<number, number>
  bytes: number
  /** Milliseconds. */
  p50: number
  p95: number
  p99: number
}

const HEAD_END = Buffer.from('\r\n\r\n')
const CR = 13

interface Connection {
  socket: Socket
  /** When the request under way was sent, or should have been. */
  since: number
  busy: boolean
  /** Bytes of the answer under way that are still to come; -1 while its head is incomplete. */
  rest: number
  /** What came of a head that is not complete. */
  begun: Buffer | undefined
  head: string
}

/** Drives a server over raw keep-alive connections, one request at a time on each. */
export async function drive(order: LoadOrder): Promise<LoadResult> {
  const latencies = new Histogram()
  const statuses: Record<string, number> = {}
  const failedInSecond: Record<number, number> = {}
  let from = 0
  let beganAt = 0
  let counted = 0
  let bytes = 0
  let next = 0
  let counting = false
  let stopping = false
  const request = typeof order.requests === 'function' ? order.requests : inTurn(order.requests)
  const connections: Connection[] = []
  const idle: Connection[] = []
  /** Intended times of requests for which no connection was free. */
  const late: number[] = []
  const closedLoop = order.rate === undefined

  function send(one: Connection, since: number): void {
    one.since = since
    one.busy = true
    one.rest = -1
    one.begun = undefined
    one.socket.write(request(next++), 'latin1')
  }

  function finish(one: Connection): void {
    const now = performance.now()
    one.busy = false
    if (counting) {
      counted += 1
      const status = statusOf(one.head)
      statuses[status] = (statuses[status] ?? 0) + 1
      latencies.add(now - one.since)
      order.onAnswer?.(status, one.head, now - one.since)
      if (status.startsWith('5')) {
        const second = Math.floor((now - from) / 1_000)
        failedInSecond[second] = (failedInSecond[second] ?? 0) + 1
      }
    }
    if (stopping) return
    if (closedLoop) send(one, now)
    else {
      const since = late.shift()
      if (since === undefined) idle.push(one)
      else send(one, since)
    }
  }

  function receive(one: Connection, chunk: Buffer): void {
    if (counting) bytes += chunk.length
    if (one.rest >= 0) {
      one.rest -= chunk.length
      if (one.rest === 0) finish(one)
      return
    }
    const data = one.begun === undefined ? chunk : Buffer.concat([one.begun, chunk])
    const end = data.indexOf(HEAD_END)
    if (end === -1) {
      one.begun = data
      return
    }
    one.head = data.toString('latin1', 0, end)
    one.rest = end + 4 + bodyLength(one.head) - data.length
    if (one.rest === 0) finish(one)
    else if (one.rest < 0) throw new Error('the server sent more than one answer to one request')
  }

  async function open(): Promise<Connection> {
    const where = { port: order.port, host: '127.0.0.1' }
    const socket = order.ca
      ? connectSecurely({ ...where, ca: order.ca })
      : connect({ ...where, noDelay: true })
    const one: Connection = { socket, since: 0, busy: false, rest: -1, begun: undefined, head: '' }
    socket.on('data', (chunk) => receive(one, chunk))
    await new Promise<void>((resolve, reject) => {
      socket.once(order.ca ? 'secureConnect' : 'connect', resolve)
      socket.once('error', reject)
    })
    const broke = () => {
      if (!stopping) statuses.error = (statuses.error ?? 0) + 1
    }
    socket.on('error', broke)
    socket.on('close', broke)
    return one
  }

  // Not all at once: the queue of a listening socket holds 511.
  for (let n = 0; n < order.connections; n += 100) {
    const some = Math.min(100, order.connections - n)
    connections.push(...(await Promise.all(Array.from({ length: some }, open))))
  }

  const begin = performance.now()
  let timer: NodeJS.Timeout | undefined
  if (order.rate === undefined) for (const one of connections) send(one, begin)
  else {
    idle.push(...connections)
    const { rate } = order
    const due = typeof rate === 'number' ? (seconds: number) => seconds * rate : rate
    let sent = 0
    let lookedAt = begin
    timer = setInterval(() => {
      const now = performance.now()
      const some = Math.floor(due((now - begin) / 1000)) - sent
      for (let n = 1; n <= some; n++) {
        const since = lookedAt + ((now - lookedAt) * n) / some
        // The connection that waited longest, so that all of them are used.
        const one = idle.shift()
        if (one) send(one, since)
        else late.push(since)
      }
      sent += some
      lookedAt = now
    }, 1)
  }
  const warmUp = (order.warmUpSeconds ?? 0) * 1000
  await new Promise((resolve) => setTimeout(resolve, warmUp))
  from = performance.now()
  beganAt = Date.now()
  counting = true
  await new Promise((resolve) => setTimeout(resolve, order.seconds * 1000))
  counting = false
  const seconds = (performance.now() - from) / 1000
  stopping = true
  clearInterval(timer)
  // Requests that were due and never sent count as the slowest.
  for (const since of late) latencies.add(performance.now() - since)
  await new Promise((resolve) => setTimeout(resolve, 100))
  for (const one of connections) one.socket.destroy()
  return {
    beganAt,
    requests: counted,
    seconds,
    statuses,
    failedInSecond,
    bytes,
    p50: latencies.at(0.5),
    p95: latencies.at(0.95),
    p99: latencies.at(0.99),
  }
}

function inTurn(texts: string[]): (n: number) => Buffer {
  const requests = texts.map((text) => Buffer.from(text, 'latin1'))
  return (n) => requests[n % requests.length] as Buffer
}

function statusOf(head: string): string {
  return head.slice(9, 12)
}

/** Length of the body by the head of its answer. */
function bodyLength(head: string): number {
  const status = statusOf(head)
  if (status === '304' || status === '204') return 0
  const at = head.search(/\r\ncontent-length:/i)
  if (at === -1) throw new Error(`an answer without Content-Length: ${head.slice(0, 200)}`)
  let end = at + 17
  while (end < head.length && head.charCodeAt(end) !== CR) end += 1
  return Number(head.slice(at + 17, end))
}

/** Latencies in steps of 10 µs up to 100 ms, then of 10 ms. */
class Histogram {
  private readonly fine = new Uint32Array(10_000)
  private readonly coarse = new Uint32Array(10_000)
  private count = 0

  add(ms: number): void {
    this.count += 1
    const [steps, step] = ms < 100 ? [this.fine, ms * 100] : [this.coarse, ms / 10]
    const at = Math.min(steps.length - 1, Math.max(0, Math.floor(step)))
    steps[at] = (steps[at] as number) + 1
  }

  at(share: number): number {
    let left = Math.ceil(this.count * share)
    for (let i = 0; i < this.fine.length; i++) {
      left -= this.fine[i] as number
      if (left <= 0) return (i + 1) / 100
    }
    for (let i = 0; i < this.coarse.length; i++) {
      left -= this.coarse[i] as number
      if (left <= 0) return (i + 1) * 10
    }
    return 0
  }
}
