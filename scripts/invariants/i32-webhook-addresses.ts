import { createServer } from 'node:net'
import { egressClient } from '@sec-latent/core/egress/client'
import { dialTcp } from '@sec-latent/core/egress/connect'
import { EgressError } from '@sec-latent/core/egress/errors'
import { egressRules } from '@sec-latent/core/egress/rules'
import { startReceiver, TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import type { Invariant, Row } from './invariant.ts'
import { atLeast, atMost, exactly } from './webhook-ground.ts'

/** Hosts in URLs that are this machine or its networks, in every spelling. `P` is the port of the canary. */
const LITERALS = [
  '127.0.0.1:P',
  '127.0.0.2:P',
  '127.255.255.254:P',
  '127.1:P',
  '127.0.1:P',
  '0x7f.1:P',
  '0x7f000001:P',
  '0x7F.0x0.0x0.0x1:P',
  '2130706433:P',
  '0177.0.0.1:P',
  '0177.0.0.0x1:P',
  '017700000001:P',
  '①②⑦.⓪.⓪.①:P',
  '127。0。0。1:P',
  '127．0．0．1:P',
  '127%2E0%2E0%2E1:P',
  '０x7f.1:P',
  '0:P',
  '0.0.0.0:P',
  '[::1]:P',
  '[::]:P',
  '[0:0:0:0:0:0:0:1]:P',
  '[::ffff:127.0.0.1]:P',
  '[::ffff:7f00:1]:P',
  '[::127.0.0.1]:P',
  '[64:ff9b::127.0.0.1]:P',
  '[64:ff9b:1::7f00:1]:P',
  '[2002:7f00:1::]:P',
  '[2001:0:7f00:1::]:P',
  '[fe80::1]:P',
  '[fc00::1]:P',
  '[ff02::1]:P',
  '10.0.0.1:P',
  '172.16.0.1:P',
  '172.31.255.255:P',
  '192.168.0.1:P',
  '169.254.169.254:P',
  '100.64.0.1:P',
  '192.0.0.192:P',
  '198.18.0.1:P',
  '224.0.0.1:P',
  '255.255.255.255:P',
  'localhost:P',
  'LOCALHOST:P',
  'localhost.:P',
  'a.localhost:P',
  'localhost.localdomain:P',
  'metadata.google.internal:P',
  'redis.railway.internal:P',
  'api.default.svc.cluster.local:P',
  'postgres:P',
  'api.latent.example:P',
  'user@127.0.0.1:P',
  'hooks.example.com@127.0.0.1:P',
  '127.0.0.1:P#@hooks.example.com',
  '127.0.0.1:P\\@hooks.example.com',
  'hooks.example.com\\@127.0.0.1:P',
  '127.0.0.1:P?x=https://hooks.example.com',
]
const SCHEMES = ['https', 'http', 'ws', 'gopher', 'ftp']
const WHOLE = [
  'file:///etc/passwd',
  'data:text/plain,x',
  'http://a@127.0.0.1:P@b/',
  'https:127.0.0.1:P',
  'https:\\\\127.0.0.1:P\\x',
  'https:///127.0.0.1:P',
  '//127.0.0.1:P',
]
/** What the DNS says of a name. */
const ANSWERS: [string, string[]][] = [
  ['private only', ['10.0.0.1']],
  ['loopback only', ['127.0.0.1']],
  ['public and loopback', ['93.184.216.34', '127.0.0.1']],
  ['loopback and public', ['127.0.0.1', '93.184.216.34']],
  ['a name that leads inside (CNAME)', ['127.0.0.1']],
  ['AAAA loopback', ['::1']],
  ['public A, loopback AAAA', ['93.184.216.34', '::1']],
  ['IPv4-mapped', ['::ffff:127.0.0.1']],
  ['NAT64', ['64:ff9b::7f00:1']],
  ['link-local with a zone', ['fe80::1%lo']],
  ['unspecified', ['0.0.0.0']],
  [
    'fifty, the last of them loopback',
    [...Array.from({ length: 49 }, (_, i) => `93.184.216.${i + 1}`), '127.0.0.1'],
  ],
  ['a name instead of an address', ['localhost']],
]
const request = { headers: {}, body: '{}' }

/** Webhooks reach no address that is not public, however it is written and whatever the DNS says when. */
export const invariant: Invariant = {
  id: 'I32',
  title: 'No webhook reaches a blocked address',

  async run(ground): Promise<Row[]> {
    let connections = 0
    const port = await freePortOnAll()
    const canaries = await Promise.all(
      ['127.0.0.1', '127.0.0.2', '127.255.255.254', '::1'].map(
        (host) =>
          new Promise<ReturnType<typeof createServer> | undefined>((resolve) => {
            const server = createServer((socket) => {
              connections += 1
              socket.destroy()
            })
            // A machine without IPv6 has one canary less.
            server.once('error', () => resolve(undefined))
            server.listen(port, host, () => resolve(server))
          }),
      ),
    )
    // The most open rules there are, but for the addresses: what is refused is refused for where it leads.
    const open = { ports: null, allowHttp: true, deniedHosts: ['api.latent.example'] }
    const rules = egressRules(open)
    const timeouts = { resolve: 1_000, connect: 1_000, total: 3_000 }
    const toCanary = async () => ['127.0.0.1']
    const tried = { targets: 0, refused: 0 }
    const expectRefusal = async (what: string, call: () => Promise<unknown>) => {
      tried.targets += 1
      try {
        await call()
        ground.say(`not refused: ${what}`)
      } catch (error) {
        const refused =
          error instanceof EgressError && ['url_not_allowed', 'address_not_allowed'].includes(error.reason)
        if (refused) tried.refused += 1
        else ground.say(`not refused: ${what}: ${error}`)
      }
    }
    const urls = [
      ...LITERALS.flatMap((host) => SCHEMES.map((scheme) => `${scheme}://${host}`)),
      ...WHOLE,
    ].map((url) => url.replaceAll('P', String(port)))
    const client = egressClient({ rules, resolve: toCanary, timeouts })
    for (const url of urls) await expectRefusal(url, () => client.post(url, request))
    for (const [title, addresses] of ANSWERS) {
      const named = egressClient({ rules, resolve: async () => addresses, timeouts })
      for (const scheme of ['http', 'https']) {
        const url = `${scheme}://hooks.example.com:${port}/`
        await expectRefusal(title, () => named.post(url, request))
        await expectRefusal(title, () => named.checkDestination(url))
      }
    }

    // The name changes its address between the check and the connection, and between two calls.
    const good = await startReceiver((_request, response) => response.end(), { host: '127.0.0.3', tls: null })
    const loopback3 = egressRules({ ...open, allowCidrs: '127.0.0.3' })
    let lookups = 0
    const rebinding = egressClient({
      rules: loopback3,
      resolve: async () => (lookups++ === 0 ? ['127.0.0.3'] : ['127.0.0.1']),
      timeouts,
    })
    const answered = await rebinding.post(`http://hooks.example.com:${good.port}/`, request)
    await expectRefusal('rebound', () => rebinding.post(`http://hooks.example.com:${port}/`, request))
    const before = connections
    const elsewhere = egressClient({
      rules: loopback3,
      resolve: async () => ['127.0.0.3'],
      dial: (_address, to) => dialTcp('127.0.0.1', to),
      timeouts,
    })
    await expectRefusal('connected elsewhere', () =>
      elsewhere.post(`http://hooks.example.com:${port}/`, request),
    )
    // That connection was made by the test itself; nothing may have been sent over it.
    const diverted = connections - before
    connections = before

    // Redirects lead nowhere.
    let redirects = 0
    for (const status of [301, 302, 303, 307, 308]) {
      const redirecting = await startReceiver(
        (_request, response) => response.writeHead(status, { location: `http://127.0.0.1:${port}/` }).end(),
        { host: '127.0.0.3', tls: null },
      )
      const followed = egressClient({ rules: loopback3, timeouts })
      const answer = await followed.post(redirecting.url, request)
      if (answer.status === status) redirects += 1
      await redirecting.close()
    }

    const counted = connections
    // The canaries can be reached: the same call with their address allowed arrives.
    const control = egressClient({
      rules: egressRules({ ...open, allowCidrs: '127.0.0.1' }),
      ca: TEST_CA,
      timeouts,
    })
    await control.post(`http://127.0.0.1:${port}/`, request).catch(() => {})
    const reached = connections - counted
    await good.close()
    for (const canary of canaries) canary?.close()
    return [
      atLeast('targets tried', tried.targets, 60, 'targets'),
      exactly('targets refused', tried.refused, tried.targets, 'targets'),
      atMost('connections to canaries', counted, 0, 'connections'),
      exactly('redirects recorded and not followed', redirects, 5, 'answers'),
      exactly('receivers that are allowed answered', answered.status, 200, 'status'),
      atMost('connections that were led astray under the check', diverted, 1, 'connections'),
      exactly('the canary hears what is allowed to reach it', reached, 1, 'connections'),
    ]
  },
}

/** A port that is free on the loopback addresses. */
async function freePortOnAll(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
