import { isIP, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { Client, errors } from 'undici'
import { type Dial, dialTcp, openSocket } from './connect.ts'
import { EgressError } from './errors.ts'
import { type Resolve, resolveHost } from './resolve.ts'
import { checkAddress, checkUrl, type EgressRules, hostOf } from './rules.ts'

/** Milliseconds. */
export interface EgressTimeouts {
  resolve: number
  /** TCP and TLS. */
  connect: number
  /** The whole call, looking up the name included. */
  total: number
}

export const DEFAULT_EGRESS_TIMEOUTS: EgressTimeouts = { resolve: 5_000, connect: 5_000, total: 15_000 }
/** So much of an answer is read; what follows is left unread. */
export const MAX_ANSWER_BYTES = 64 * 1024
const MAX_HEADER_BYTES = 16 * 1024

export interface EgressAnswer {
  status: number
  headers: Record<string, string>
  /** As it came over the wire: never decoded, so that a small answer cannot unfold. */
  body: Buffer
  /** There was more than is read, or it did not end in time. */
  truncated: boolean
  duration_ms: number
}

export interface EgressClientOptions {
  rules: EgressRules
  timeouts?: Partial<EgressTimeouts>
  resolve?: Resolve
  dial?: Dial
  /** Certificate authorities instead of those of Node; for tests. */
  ca?: string
}

/**
 * The only way to addresses that customers name. A name is looked up once, every address it stands for must be public, and the
 * connection goes to one of those that were looked at and is looked at again, so that no answer of the DNS can lead inside.
 * Redirects are answers like others; nothing follows them. Each call has a connection of its own.
 */
export function egressClient(options: EgressClientOptions) {
  const { rules, resolve = resolveHost, dial = dialTcp, ca } = options
  const timeouts = { ...DEFAULT_EGRESS_TIMEOUTS, ...options.timeouts }

  /** The addresses of a host, all of them allowed. */
  async function addressesOf(host: string): Promise<string[]> {
    if (isIP(host)) return [host]
    let addresses: string[]
    try {
      addresses = await within(timeouts.resolve, resolve(host))
    } catch (cause) {
      const code = (cause as { code?: string }).code ?? 'no answer in time'
      throw new EgressError('name_not_resolved', `The DNS has no address for ${host} (${code}).`, cause)
    }
    if (addresses.length === 0) {
      throw new EgressError('name_not_resolved', `The DNS has no address for ${host}.`)
    }
    for (const address of addresses) checkAddress(address, rules)
    return addresses.sort((one, other) => isIP(one) - isIP(other))
  }

  async function exchange(
    url: URL,
    socket: Socket,
    request: { method: 'POST'; headers: Record<string, string>; body: string },
    signal: AbortSignal,
  ): Promise<Omit<EgressAnswer, 'duration_ms'>> {
    let given: Socket | undefined = socket
    const client = new Client(url.origin, {
      maxHeaderSize: MAX_HEADER_BYTES,
      pipelining: 1,
      headersTimeout: timeouts.total,
      bodyTimeout: timeouts.total,
      // A connection that was lost is not made anew: the call counts as failed and is made again from the start.
      connect: (_options, callback) => {
        const once = given
        given = undefined
        // undici loses an answer that comes before it has finished asking.
        queueMicrotask(() => {
          if (once) callback(null, once)
          else callback(new EgressError('connection_closed', 'The connection was closed.'), null)
        })
      },
    })
    try {
      const response = await client.request({
        ...request,
        path: `${url.pathname}${url.search}`,
        signal,
      })
      response.body.on('error', () => {})
      return {
        status: response.statusCode,
        headers: plainHeaders(response.headers),
        ...(await readBody(response.body)),
      }
    } finally {
      client.destroy().catch(() => {})
      socket.destroy()
    }
  }

  return {
    /** Applies the rules that need no network and returns the address as it will be called. Throws an `EgressError`. */
    check: (url: string): URL => checkUrl(url, rules),

    /** As `check`, and looks the name up too. A name that is not known (yet) passes: the call will find out. */
    async checkDestination(url: string): Promise<URL> {
      const checked = checkUrl(url, rules)
      try {
        await addressesOf(hostOf(checked))
      } catch (error) {
        if (!(error instanceof EgressError) || error.reason !== 'name_not_resolved') throw error
      }
      return checked
    },

    /** Sends one POST. Resolves with whatever was answered; throws an `EgressError` when there was no answer. */
    async post(
      to: string,
      request: { headers: Record<string, string>; body: string },
    ): Promise<EgressAnswer> {
      const started = performance.now()
      const signal = AbortSignal.timeout(timeouts.total)
      const url = checkUrl(to, rules)
      let socket: Socket | undefined
      try {
        const addresses = await addressesOf(hostOf(url))
        const approve = (address: string) => checkAddress(address, rules)
        socket = await openSocket({ url, addresses, timeoutMs: timeouts.connect, dial, approve, ca })
        const answer = await exchange(url, socket, { method: 'POST', ...request }, signal)
        return { ...answer, duration_ms: Math.round(performance.now() - started) }
      } catch (error) {
        socket?.destroy()
        throw reasonOf(error, signal, timeouts.total)
      }
    },
  }
}
export type EgressClient = ReturnType<typeof egressClient>

/** Reads as much as is read of an answer. What goes wrong after the headers no longer changes what the answer is. */
async function readBody(body: AsyncIterable<Buffer>): Promise<{ body: Buffer; truncated: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  let truncated = false
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size > MAX_ANSWER_BYTES) {
        truncated = true
        break
      }
    }
  } catch {
    truncated = true
  }
  return { body: Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES), truncated }
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  )
}

function reasonOf(error: unknown, signal: AbortSignal, totalMs: number): EgressError {
  if (error instanceof EgressError) return error
  const code = String((error as { code?: unknown }).code ?? '')
  if (signal.aborted || /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/.test(code)) {
    return new EgressError('timeout', `There was no answer within ${totalMs / 1_000} s.`, error)
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return new EgressError('response_invalid', `The headers of the answer exceed ${MAX_HEADER_BYTES} bytes.`)
  }
  if (error instanceof errors.HTTPParserError)
    return new EgressError('response_invalid', 'The answer is not HTTP/1.1.', error)
  return new EgressError('connection_closed', 'The connection ended before the answer began.', error)
}

/** The answer, or a rejection when it takes longer. */
async function within<T>(limitMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), limitMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
