import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { isPublicAddress, type Networks, parseNetworks } from './address.ts'
import { EgressError } from './errors.ts'

/** Where calls to addresses that customers name may go. */
export interface EgressRules {
  /** Plain http as well; for development only. */
  allowHttp: boolean
  /** Ports that may be called; null: any. */
  ports: ReadonlySet<number> | null
  /** Networks that may be called although they are not public; for tests and for hosting it oneself. */
  allowed: Networks
  /** Networks that are never called, such as public ones of our own. */
  denied: Networks
  /** Names that are never called: our own. Lower case. */
  deniedHosts: ReadonlySet<string>
}

export const DEFAULT_PORTS = [443, 8443]
export const MAX_URL_CHARS = 2_048
const SHOWN_CHARS = 100

/** Names that only mean something inside a network, or are never in the public DNS (RFC 6761, RFC 8375, RFC 9476). */
const INTERNAL_SUFFIXES = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'home.arpa',
  'in-addr.arpa',
  'ip6.arpa',
  'onion',
  'alt',
  'invalid',
]

export function egressRules(options: {
  allowHttp?: boolean
  ports?: readonly number[] | null
  allowCidrs?: string
  denyCidrs?: string
  deniedHosts?: readonly string[]
}): EgressRules {
  const ports = options.ports === undefined ? DEFAULT_PORTS : options.ports
  return {
    allowHttp: options.allowHttp ?? false,
    ports: ports === null ? null : new Set(ports),
    allowed: parseNetworks(options.allowCidrs ?? ''),
    denied: parseNetworks(options.denyCidrs ?? ''),
    deniedHosts: new Set((options.deniedHosts ?? []).map((host) => host.toLowerCase())),
  }
}

/**
 * Reads an address that a customer named, by the rules that need no network. Returns it as WHATWG writes it: names as punycode,
 * every spelling of an IPv4 address as four decimal numbers. Throws an `EgressError`.
 */
export function checkUrl(text: string, rules: EgressRules): URL {
  const refuse = (detail: string) => new EgressError('url_not_allowed', detail)
  if (text.length > MAX_URL_CHARS) throw refuse(`The URL is longer than ${MAX_URL_CHARS} characters.`)
  if (/[\s\\]/.test(text)) throw refuse('The URL has white space or a backslash in it.')
  if (!URL.canParse(text)) throw refuse('This is not an absolute URL.')
  const url = new URL(text)
  if (url.href.length > MAX_URL_CHARS) {
    throw refuse(`The URL is longer than ${MAX_URL_CHARS} characters once it is encoded.`)
  }
  if (url.protocol !== 'https:' && !(rules.allowHttp && url.protocol === 'http:')) {
    throw refuse(`The URL must begin with https://, not ${url.protocol.slice(0, SHOWN_CHARS)}`)
  }
  if (url.username !== '' || url.password !== '') throw refuse('The URL has a user name or password in it.')
  if (text.includes('#')) throw refuse('The URL has a fragment.')
  if (rules.ports !== null && !rules.ports.has(portOf(url))) {
    throw refuse(`The port must be one of ${[...rules.ports].join(', ')}, not ${portOf(url)}.`)
  }
  const host = hostOf(url)
  if (isIP(host)) checkAddress(host, rules)
  else checkName(host, rules)
  return url
}

function checkName(host: string, rules: EgressRules): void {
  const shown = host.slice(0, SHOWN_CHARS)
  const refuse = (detail: string) => new EgressError('url_not_allowed', detail)
  if (host.endsWith('.')) throw refuse(`The host name ${shown} ends with a dot.`)
  if (!host.includes('.')) throw refuse(`The host name ${shown} has no domain.`)
  if (rules.deniedHosts.has(host)) throw refuse(`${shown} is this service itself.`)
  const suffix = INTERNAL_SUFFIXES.find((one) => host.endsWith(`.${one}`))
  if (suffix !== undefined) throw refuse(`Names that end with .${suffix} are not public: ${shown}.`)
}

/** Throws an `EgressError` unless the address may be called. It does not say which address: names inside stay inside. */
export function checkAddress(address: string, rules: EgressRules): void {
  if (!isAllowed(address, rules)) {
    throw new EgressError(
      'address_not_allowed',
      'The host is not on the public internet, or is this service.',
    )
  }
}

function isAllowed(address: string, rules: EgressRules): boolean {
  if (rules.denied.includes(address)) return false
  if (rules.allowed.includes(address)) return true
  return isPublicAddress(address) && !isOwnAddress(address)
}

/** A call to ourselves could reach what only listens for the inside. */
function isOwnAddress(address: string): boolean {
  return Object.values(networkInterfaces()).some((list) => list?.some((one) => one.address === address))
}

/** The host without the brackets of an IPv6 literal. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}
