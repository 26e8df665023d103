import { median } from '../../../api/src/bench/report.ts'
import { startServer } from '../behaviours/server.ts'
import type { Peer } from '../peers/peer.ts'
import { startPeer } from '../processes.ts'
import type { Row } from '../verdict.ts'
import type { BatchResult, Caller } from './batch.ts'

const CALLS = 200
const MAX_BATCH_MS = 150
const WARM_UP_ROUNDS = 4
const LEAST_NOISE_US = 5
/** Above this the row says nothing, and is not judged. */
const MOST_NOISE_US = 40

/** Above bare `fetch`, by round. */
interface Overhead {
  wallUs: number[]
  cpuUs: number[]
}

/**
 * What a call costs above bare `fetch` of the same request. Each package is in a process of its own, all ask one server, and a
 * round visits all of them, client and bare `fetch` in turn: what disturbs the machine disturbs both.
 */
export async function measureOverhead(
  peers: readonly { peer: Peer; folder: string }[],
  rounds: number,
): Promise<Row[]> {
  const server = await startServer()
  const places = await Promise.all(
    peers.map(async ({ peer, folder }) => {
      const door = await server.door(peer)
      door.play('read')
      return { peer, running: startPeer(peer, folder, door.url), found: new Map<Caller, Overhead>() }
    }),
  )
  try {
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (const { peer, running, found } of places) {
        const batch = async (caller: Caller) => {
          const asked = { caller, maxCalls: CALLS, maxMs: MAX_BATCH_MS }
          return (await running.ask<{ batch: BatchResult }>({ batch: asked })).batch
        }
        const callers = callersOf(peer)
        if (round % 2) callers.reverse()
        const before = await batch('fetch')
        const results = []
        for (const caller of callers) results.push({ caller, ...(await batch(caller)) })
        const after = await batch('fetch')
        if (round < 0) continue
        for (const { caller, wallUs, cpuUs } of results) {
          const overhead = found.get(caller) ?? { wallUs: [], cpuUs: [] }
          overhead.wallUs.push(wallUs - (before.wallUs + after.wallUs) / 2)
          overhead.cpuUs.push(cpuUs - (before.cpuUs + after.cpuUs) / 2)
          found.set(caller, overhead)
        }
      }
    }
  } finally {
    for (const { running } of places) running.end()
    await server.close()
  }

  const of = (name: string, caller: Caller, clock: keyof Overhead) =>
    median(places.find(({ peer }) => peer.name === name)?.found.get(caller)?.[clock] ?? [])
  const told = (name: string, caller: Caller) =>
    `${Math.round(of(name, caller, 'cpuUs'))} µs (${Math.round(of(name, caller, 'wallUs'))} µs on the clock)`
  const spread = Math.max(LEAST_NOISE_US, noise(places[0]?.found.get('client')?.cpuUs ?? []))
  const beside = [
    `fetch with a time limit and our headers: ${told('ours', 'fetch with a limit')}`,
    `stripe by fetch: ${told('stripe', 'client by fetch')}`,
    `differences up to ${Math.round(spread)} µs are noise`,
  ]
  return [
    {
      id: 'overhead',
      check: 'processor time of a call above that of bare fetch',
      unit: 'µs',
      better: 'less',
      slack: spread,
      unclear:
        spread > MOST_NOISE_US
          ? `the rounds spread by ${Math.round(spread)} µs: other programs keep this machine too busy`
          : undefined,
      entries: Object.fromEntries(
        peers.map(({ peer: { name } }) => [
          name,
          { value: Math.round(of(name, 'client', 'cpuUs')), told: told(name, 'client') },
        ]),
      ),
      beside: beside.join('; '),
    },
  ]
}

function callersOf({ name }: Peer): Caller[] {
  if (name === 'ours') return ['client', 'fetch with a limit']
  return name === 'stripe' ? ['client', 'client by fetch'] : ['client']
}

/**
 * What a median may be off by when others use the machine as well: the notches of a box plot, 1.57 times the spread of the middle
 * half of the rounds by the root of their number.
 */
function noise(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return (1.57 * (at(0.75) - at(0.25))) / Math.sqrt(sorted.length)
}
