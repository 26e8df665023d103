import { Resolver } from 'node:dns/promises'

const TRY_MS = 2_000
const TRIES = 2

/** Every address a name stands for; rejects when there is none. */
export type Resolve = (host: string) => Promise<string[]>

/**
 * Asks the DNS servers of the system. Not `dns.lookup`: that would read the hosts file, whose names mean the inside, and a
 * slow answer would keep one of the few threads of the process.
 */
export const resolveHost: Resolve = async (host) => {
  const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES })
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const addresses = answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  if (addresses.length > 0) return addresses
  throw (answers[0] as PromiseRejectedResult).reason
}
