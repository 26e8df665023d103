/**
 * Follows the feed of changes and prints every new signal, for one company or for all. The feed has positions that only
 * grow: remember the last one, ask for what came after, and nothing is missed or seen twice.
 *
 *   npx tsx examples/watch-signals.ts TWTI            follows until it is stopped
 *   npx tsx examples/watch-signals.ts TWTI --once     ends when there is nothing new
 *
 * LATENT_API_URL (default http://localhost:8000) and LATENT_API_KEY say where to ask, and as whom.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { LatentClient, NotFoundError } from '@sec-latent/sdk'

const POLL_MS = 5000

const once = process.argv.includes('--once')
const company = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
const client = new LatentClient({
  baseUrl: process.env.LATENT_API_URL ?? 'http://localhost:8000',
  apiKey: process.env.LATENT_API_KEY ?? '',
})

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

const filter = company ? { cik: await cikOf(company) } : {}
let position = 0
let seen = 0
while (!stop.signal.aborted) {
  const changes = client.changes.list({
    ...filter,
    after: position,
    change_type: 'signal.created',
    limit: 500,
  })
  for await (const page of changes.pages()) {
    for (const { object_id, created_at } of page.data) {
      await print(object_id, created_at)
      seen++
    }
    position = page.last_position
  }
  if (once) break
  await sleep(POLL_MS, undefined, { signal: stop.signal }).catch(() => {})
}
console.log(`${seen} signals, up to position ${position}.`)

async function print(signalId: string, createdAt: string): Promise<void> {
  try {
    const signal = await client.signals.get(signalId)
    console.log(`${createdAt}  ${signal.cik}  ${signal.form_type}  ${signal.signal_type} = ${signal.value}`)
  } catch (error) {
    // A signal that was superseded since then is no longer current; its successor has a change of its own.
    if (!(error instanceof NotFoundError)) throw error
    console.log(`${createdAt}  ${signalId} is no longer current`)
  }
}

async function cikOf(name: string): Promise<string> {
  if (/^\d+$/.test(name)) return name
  const [entity] = await client.entities.list({ ticker: name.toUpperCase() }).toArray({ limit: 1 })
  if (!entity) throw new Error(`No company has the ticker ${name}.`)
  return entity.cik
}
