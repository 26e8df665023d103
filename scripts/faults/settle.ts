import { setTimeout as sleep } from 'node:timers/promises'
import { discoveryStore } from '@sec-latent/core/intake/discovery-store'
import type { Cluster } from '../cluster/cluster.ts'
import type { MirrorControl } from './mirror-control.ts'
import type { WebhookReceivers } from './webhook-receivers.ts'

const LOOK_MS = 500
const SAY_MS = 10_000
/** So few that it is worth telling which. */
const FEW = 5
/** Longer than anything may take: what is not quiet by then is told, not waited for. */
const PATIENCE_MS = 240_000

export interface Settled {
  quiet: boolean
  quietAfterMs: number
  /** When each kind of work was last seen open, in milliseconds from the last fault. */
  lastOpenMs: Record<string, number>
  /** What was still open at the end, by name. */
  open: Record<string, number>
}

/** Waits until nothing is open any more: every filing shown has its end, every delivery is made. */
export async function settle(
  { cluster, edgar, receivers }: { cluster: Cluster; edgar: MirrorControl; receivers: WebhookReceivers },
  day: string,
  say: (line: string) => void,
): Promise<Settled> {
  const began = performance.now()
  const sql = cluster.sql()
  // What the job of the hour asks for, of the day before: the index that names whatever the feed did not.
  await discoveryStore(sql).request({
    dataset: 'live',
    source: 'daily_index',
    key: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
  })
  const lastOpenMs: Record<string, number> = {}
  let sayAt = 0
  for (;;) {
    const open = await whatIsOpen(sql, edgar, receivers)
    const quietAfterMs = performance.now() - began
    const counts = Object.fromEntries(Object.entries(open).map(([kind, list]) => [kind, list.length]))
    for (const [kind, list] of Object.entries(open)) if (list.length > 0) lastOpenMs[kind] = quietAfterMs
    const quiet = Object.values(open).every((list) => list.length === 0)
    if (quiet || quietAfterMs > PATIENCE_MS) return { quiet, quietAfterMs, lastOpenMs, open: counts }
    if (quietAfterMs >= sayAt) {
      sayAt = quietAfterMs + SAY_MS
      const few = Object.values(open).flatMap((list) => (list.length <= FEW ? list : []))
      say(`still open: ${JSON.stringify(counts)} ${few.join(', ')}`)
    }
    await sleep(LOOK_MS)
  }
}

async function whatIsOpen(
  sql: ReturnType<Cluster['sql']>,
  edgar: MirrorControl,
  receivers: WebhookReceivers,
): Promise<Record<string, string[]>> {
  const rows = await sql<{ accession_number: string; stage: string }[]>`
    select accession_number, stage from intake where dataset = 'live'`
  const ended = new Set(
    rows
      .filter(({ stage }) => stage === 'published' || stage === 'failed')
      .map(({ accession_number }) => accession_number),
  )
  const published = rows.filter(({ stage }) => stage === 'published')
  const announced = await sql<{ job_name: string }[]>`select job_name from outbox`
  const undelivered: string[] = []
  for (const { accession_number } of published) {
    const places = receivers.accepted.get(accession_number)
    for (let endpoint = 0; endpoint < receivers.goodEndpoints; endpoint++)
      if (!places?.has(endpoint)) undelivered.push(`${accession_number} to endpoint ${endpoint}`)
  }
  const stageOf = new Map(rows.map(({ accession_number, stage }) => [accession_number, stage]))
  return {
    filings: [...edgar.shown.keys()]
      .filter((one) => !ended.has(one))
      .map((one) => `${one} ${stageOf.get(one) ?? 'not recorded'}`),
    announcements: announced.map(({ job_name }) => job_name),
    webhooks: undelivered,
  }
}
