import { setTimeout as sleep } from 'node:timers/promises'
import { discoveryStore } from '@sec-latent/core/intake/discovery-store'
import type { Cluster } from '../cluster/cluster.ts'
import type { MirrorControl } from './mirror-control.ts'
import type { WebhookReceivers } from './webhook-receivers.ts'

const LOOK_MS = 500
/** Longer than anything may take: what is not quiet by then is told, not waited for. */
const PATIENCE_MS = 240_000

export interface Settled {
  quiet: boolean
  quietAfterMs: number
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
  let last = ''
  for (;;) {
    const open = await whatIsOpen(sql, edgar, receivers)
    const quietAfterMs = performance.now() - began
    const quiet = Object.values(open).every((count) => count === 0)
    const state = JSON.stringify(open)
    if (quiet || quietAfterMs > PATIENCE_MS) return { quiet, quietAfterMs, open }
    if (state !== last && Math.floor(quietAfterMs / LOOK_MS) % 20 === 0) say(`still open: ${state}`)
    last = state
    await sleep(LOOK_MS)
  }
}

async function whatIsOpen(
  sql: ReturnType<Cluster['sql']>,
  edgar: MirrorControl,
  receivers: WebhookReceivers,
): Promise<Record<string, number>> {
  const rows = await sql<{ accession_number: string; stage: string }[]>`
    select accession_number, stage from intake where dataset = 'live'`
  const ended = new Set(
    rows
      .filter(({ stage }) => stage === 'published' || stage === 'failed')
      .map(({ accession_number }) => accession_number),
  )
  const published = rows.filter(({ stage }) => stage === 'published')
  const [announced] = await sql<{ count: number }[]>`select count(*)::int as count from outbox`
  let undelivered = 0
  for (const { accession_number } of published) {
    const places = receivers.accepted.get(accession_number)
    for (let endpoint = 0; endpoint < receivers.goodEndpoints; endpoint++)
      if (!places?.has(endpoint)) undelivered += 1
  }
  return {
    filings: [...edgar.shown.keys()].filter((one) => !ended.has(one)).length,
    announcements: announced?.count ?? 0,
    webhooks: undelivered,
  }
}
