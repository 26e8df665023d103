import type { Peer } from '../peers/peer.ts'
import type { Entry } from '../verdict.ts'
import type { Kind } from './answers.ts'
import type { Ask, Facts, Outcome } from './call.ts'
import type { Script, Seen } from './server.ts'

/** A failure of a server, what a client is asked meanwhile, and what is to be thought of what it did. */
export interface Scenario {
  id: string
  check: string
  /** What the points are given for. */
  points: string
  kind: Kind
  script: Script
  ask: Omit<Ask, 'kind'>
  /** Null where the package has nothing that could be judged. */
  judge(outcome: Outcome, seen: Seen[], peer: Peer): Entry | null
}

/** Long enough for a client to have read the first answer and begun to wait. */
const SETTLE_MS = 30

/** The script, and the abort after its first answer where the scenario has one. */
export function abortingScript({ script, ask }: Scenario, abort: () => void): Script {
  if (!ask.aborts) return script
  return (response, count, seen) => {
    if (count === 1) response.on('finish', () => setTimeout(abort, SETTLE_MS))
    script(response, count, seen)
  }
}

/** What is in the error, in words: its class, and which of the four facts. */
export function carried({ class: name, ...facts }: Facts): Entry {
  const words = { status: 'status', code: 'code', requestId: 'request id', retryAfter: 'Retry-After' }
  const there = Object.entries(words).filter(([fact]) => facts[fact as keyof typeof facts])
  return { value: there.length, told: `${name}: ${there.map(([, word]) => word).join(', ') || 'nothing'}` }
}

/** Milliseconds between the requests. */
export function gaps(seen: Seen[]): number[] {
  return seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? at))
}

export function time(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** What most scenarios come to: 2 when the call came through, 1 for a failure that was told, 0 for none. */
export function recovered({ settled, tookMs, facts }: Outcome, seen: Seen[]): Entry {
  const requests = seen.length === 1 ? '1 request' : `${seen.length} requests`
  if (settled === 'value' && seen.length > 1) {
    return { value: 2, told: `succeeds: ${requests}, waits ${gaps(seen).map(time).join(', ')}` }
  }
  if (settled === 'value') return { value: 0, told: 'hands out what is broken' }
  if (settled === 'never') return { value: 0, told: `${requests}, still waiting after ${time(tookMs)}` }
  return { value: 1, told: `fails after ${time(tookMs)}, ${requests}: ${facts?.class}` }
}
