import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { EgressError } from './errors.ts'
import { hostOf, portOf } from './rules.ts'

/** Begins a TCP connection to an address, which is never a name. */
export type Dial = (address: string, port: number) => Socket

export const dialTcp: Dial = (address, port) => connectTcp({ host: address, port })

/** So many addresses of a name are tried before it counts as unreachable. */
const MAX_ADDRESSES = 3

/**
 * Opens the connection of one call: to the addresses that were checked, one after another, within the time for all of them. With
 * https the certificate must be for the name that was asked for, whatever the address.
 */
export async function openSocket(options: {
  url: URL
  addresses: string[]
  timeoutMs: number
  dial: Dial
  /** Throws unless the address that was really reached may be called. */
  approve: (address: string) => void
  ca: string | undefined
}): Promise<Socket> {
  const { url, timeoutMs, dial, approve } = options
  const addresses = options.addresses.slice(0, MAX_ADDRESSES)
  const deadline = performance.now() + timeoutMs
  const share = timeoutMs / addresses.length
  let failure: unknown
  for (const address of addresses) {
    const tcp = dial(address, portOf(url))
    // Whoever uses the socket listens too; this keeps an error that comes after that from ending the process.
    tcp.on('error', () => {})
    try {
      await within(share, reached(tcp, 'connect'), tcp)
      approve(tcp.remoteAddress ?? '')
    } catch (error) {
      tcp.destroy()
      if (error instanceof EgressError && error.reason === 'address_not_allowed') throw error
      failure = error
      continue
    }
    return url.protocol === 'https:' ? await secured(tcp, url, deadline - performance.now(), options.ca) : tcp
  }
  if (failure instanceof EgressError) throw failure
  const code = (failure as { code?: string }).code ?? 'no connection'
  throw new EgressError('connect_failed', `The host does not accept connections (${code}).`, failure)
}

async function secured(
  socket: Socket,
  url: URL,
  timeoutMs: number,
  ca: string | undefined,
): Promise<TLSSocket> {
  const host = hostOf(url)
  const tls = connectTls({
    socket,
    host,
    // An address is no server name (RFC 6066); the certificate is then held against the address.
    servername: isIP(host) ? '' : host,
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
  })
  tls.on('error', () => {})
  try {
    await within(timeoutMs, reached(tls, 'secureConnect'), tls)
  } catch (error) {
    tls.destroy()
    socket.destroy()
    if (error instanceof EgressError) throw error
    const { code = 'no handshake', message } = error as { code?: string; message: string }
    throw new EgressError('tls_failed', tlsDetail(code, message), error)
  }
  return tls
}

const TLS_DETAILS: Record<string, string> = {
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  CERT_NOT_YET_VALID: 'The certificate is not valid yet.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is self-signed.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The chain of the certificate ends at an authority nobody knows.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate is of an authority nobody knows; is the chain complete?',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'The certificate is of an authority nobody knows; is the chain complete?',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for other names.',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'The host speaks no TLS from 1.2 on.',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'The host speaks no TLS from 1.2 on.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'The host does not speak TLS on this port.',
}

function tlsDetail(code: string, message: string): string {
  if (TLS_DETAILS[code]) return `${TLS_DETAILS[code]} (${code})`
  return `TLS failed: ${code === 'no handshake' ? message : code}.`
}

function reached(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve())
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('the connection was closed')))
  })
}

async function within(limitMs: number, done: Promise<void>, socket: Socket): Promise<void> {
  const timer = setTimeout(() => {
    socket.destroy(new EgressError('connect_timeout', 'The host did not take the connection in time.'))
  }, limitMs)
  try {
    await done
  } finally {
    clearTimeout(timer)
  }
}
