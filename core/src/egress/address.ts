import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** IPv4 that is not the public internet (IANA's special-purpose registry), with why. */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by carriers (RFC 6598)
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, where clouds keep their metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
]

/**
 * The only IPv6 that is the public internet is 2000::/3; loopback, IPv4-mapped and -compatible addresses, NAT64, link-local,
 * unique local and multicast ones lie outside. These ranges lie inside and are not public either.
 */
const GLOBAL_IPV6 = ['2000::', 3] as const
const SPECIAL_IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocol assignments: Teredo, ORCHID, benchmarks
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which carries an IPv4 address
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
]

const specialIPv4 = listOf(SPECIAL_IPV4, 'ipv4')
const globalIPv6 = listOf([GLOBAL_IPV6], 'ipv6')
const specialIPv6 = listOf(SPECIAL_IPV6, 'ipv6')

function listOf(networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [network, bits] of networks) list.addSubnet(network, bits, family)
  return list
}

/** Whether an address belongs to the public internet. What is no address at all does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialIPv4.check(address, 'ipv4')
  // A zone (`fe80::1%eth0`) only occurs on addresses that are not global.
  if (!isIPv6(address) || address.includes('%')) return false
  return globalIPv6.check(address, 'ipv6') && !specialIPv6.check(address, 'ipv6')
}

/** A set of networks out of a configuration. */
export interface Networks {
  includes(address: string): boolean
}

/** Reads `10.0.0.0/8,::1/128,192.0.2.7`. Throws, naming the part, when one is not a network. */
export function parseNetworks(setting: string): Networks {
  const ipv4 = new BlockList()
  const ipv6 = new BlockList()
  for (const part of setting.split(',').map((text) => text.trim())) {
    if (part === '') continue
    const [network = '', bits, ...rest] = part.split('/')
    const family = isIP(network)
    const most = family === 4 ? 32 : 128
    const length = bits === undefined ? most : Number(bits)
    if (family === 0 || rest.length > 0 || !/^\d+$/.test(bits ?? '0') || length > most) {
      throw new Error(`${JSON.stringify(part)} is not a network such as 10.0.0.0/8`)
    }
    if (family === 4) ipv4.addSubnet(network, length, 'ipv4')
    else ipv6.addSubnet(network, length, 'ipv6')
  }
  // Two lists, because one list takes an IPv4-mapped IPv6 address for the IPv4 address in it.
  return {
    includes(address) {
      if (isIPv4(address)) return ipv4.check(address, 'ipv4')
      return isIPv6(address) && ipv6.check(address, 'ipv6')
    },
  }
}
