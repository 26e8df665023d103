import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Ask, ask, type Outcome } from './behaviours/call.ts'
import { type Batch, type BatchResult, batches } from './measure/batch.ts'
import { peerOf } from './peers/index.ts'
import type { Installed } from './peers/peer.ts'

// Runs in the folder of one package, where `installed.mjs` hands on what the package exports: node child.mjs <peer> <url>

export type Request = { warm: true } | { ask: Ask } | { batch: Batch }
/** Ends the call that is being asked; nothing comes back for it alone. */
export type Abort = { abort: true }
export type Response = { warm: true } | { outcome: Outcome } | { batch: BatchResult }

const [name = '', url = ''] = process.argv.slice(2)
const peer = peerOf(name)
const installed: Installed = await import(pathToFileURL(join(process.cwd(), 'installed.mjs')).href)
const measured = batches(peer, installed, url)

let abort = () => {}
process.on('message', async (request: Request | Abort) => {
  if ('abort' in request) abort()
  else process.send?.(await answer(request))
})

async function answer(request: Request): Promise<Response> {
  if ('batch' in request) return { batch: await measured(request.batch) }
  if ('warm' in request) {
    await peer.open(installed, { url }).read()
    return { warm: true }
  }
  const { timeoutMs, idleMs } = request.ask
  const client = peer.open(installed, { url, ...(timeoutMs && { timeoutMs }), ...(idleMs && { idleMs }) })
  const aborted = new Promise<void>((resolve) => {
    abort = resolve
  })
  return { outcome: await ask(client, request.ask, aborted) }
}
