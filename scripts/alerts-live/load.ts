import { setTimeout as sleep } from 'node:timers/promises'

const TIMEOUT_MS = 30_000

/** Requests per second of each kind. */
export interface Mix {
  /** Answers that are kept. */
  kept: number
  /** Questions nobody asked before. */
  fresh: number
  /** A list that is not kept and reads a table of its own. */
  subsidiaries: number
}

/** Customers who ask steadily, whatever becomes of their questions. */
export function startLoad(options: { addresses: () => string[]; key: string; filings: string[] }) {
  let mix: Mix = { kept: 0, fresh: 0, subsidiaries: 0 }
  let stopped = false
  let asked = 0
  const statuses = new Map<number, number>()

  async function ask(path: string): Promise<void> {
    asked += 1
    const addresses = options.addresses()
    const address = addresses[asked % addresses.length] as string
    try {
      const answer = await fetch(address + path, {
        headers: { authorization: `Bearer ${options.key}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      await answer.arrayBuffer()
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    } catch {
      // Who is refused a connection asks again.
    }
  }

  async function keepAsking(kind: keyof Mix, pathOf: () => string): Promise<void> {
    while (!stopped) {
      if (mix[kind] === 0) await sleep(100)
      else {
        void ask(pathOf())
        await sleep(1000 / mix[kind])
      }
    }
  }

  const kept = () => `/v1/filings/${options.filings[asked % options.filings.length]}`
  const fresh = () => {
    const moment = new Date(Date.UTC(2000, 0, 1) + Math.floor(Math.random() * 6e11)).toISOString()
    return `/v1/filings?limit=1&accepted_at_gte=${moment.slice(0, 19)}Z`
  }
  const running = Promise.all([
    keepAsking('kept', kept),
    keepAsking('fresh', fresh),
    keepAsking('subsidiaries', () => '/v1/subsidiaries?limit=1'),
  ])
  return {
    ask(next: Mix): void {
      mix = next
    },
    statuses: () => Object.fromEntries(statuses),
    async stop(): Promise<void> {
      stopped = true
      await running
    },
  }
}
