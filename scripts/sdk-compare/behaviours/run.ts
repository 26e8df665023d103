import type { Peer } from '../peers/peer.ts'
import { startPeer } from '../processes.ts'
import type { Entry, Row } from '../verdict.ts'
import type { Outcome } from './call.ts'
import { abortingScript, type Scenario } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'
import { startServer } from './server.ts'

/** The table of behaviours: every package through every scenario, all packages at the same time, each by a door of its own. */
export async function measureBehaviours(peers: readonly { peer: Peer; folder: string }[]): Promise<Row[]> {
  const server = await startServer()
  try {
    const columns = await Promise.all(
      peers.map(async ({ peer, folder }) => {
        const door = await server.door(peer)
        const entries = new Map<string, Entry | null>()
        for (const scenario of SCENARIOS) {
          if (scenario.kind === 'stream' && !peer.streams) continue
          // A process for each, so that what one scenario left behind does not come into the next.
          const running = startPeer(peer, folder, door.url)
          try {
            door.play('read')
            await running.ask({ warm: true })
            const seen = door.play(
              scenario.kind,
              abortingScript(scenario, () => running.abort()),
            )
            const ask = { ...scenario.ask, kind: scenario.kind }
            const { outcome } = await running.ask<{ outcome: Outcome }>({ ask })
            entries.set(scenario.id, scenario.judge(outcome, [...seen], peer))
          } finally {
            running.end()
          }
        }
        return [peer.name, entries] as const
      }),
    )
    return SCENARIOS.map((scenario) =>
      rowOf(
        scenario,
        Object.fromEntries(columns.map(([name, entries]) => [name, entries.get(scenario.id) ?? null])),
      ),
    )
  } finally {
    await server.close()
  }
}

function rowOf({ id, check, points }: Scenario, entries: Row['entries']): Row {
  return { id, check, unit: 'points', better: 'more', slack: 0, entries, beside: points }
}
