import type { Sql } from '@sec-latent/core/db'
import { type Dispatcher, request } from 'undici'
import { makeWriters, type Writer } from '../invariants/key-writes.ts'

const SLOWEST_MS = 30_000

export interface SteadyAnswer {
  at: number
  method: string
  /** 0: no answer. */
  status: number
  durationMs: number
  closes: boolean
  error?: string
}

/**
 * Clients that keep their connections and send one request after another: reads, a POST and a PATCH that nobody may send
 * twice. Each request is sent once, so that what fails is seen.
 */
export async function steadyLoad(options: {
  sql: Sql
  url: string
  dispatcher: Dispatcher
  clients: number
  pauseMs?: number
}) {
  const { url, dispatcher } = options
  const writers = await makeWriters(options.sql, options.clients)
  const answers: SteadyAnswer[] = []
  let stopped = false
  let count = 0

  async function turn(writer: Writer): Promise<void> {
    const kind = count++ % 4
    if (kind === 0)
      await send(writer, 'POST', '/v1/entities/resolve', { identifiers: ['AAPL', '0000320193'] })
    else if (kind === 1)
      await send(writer, 'PATCH', `/v1/keys/${writer.key_id}`, { name: `name ${count}` }, `steady-${count}`)
    else await send(writer, 'GET', kind === 2 ? '/v1/filings?limit=5' : '/v1/signals?limit=5')
  }

  async function send(
    { authorization }: Writer,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: object,
    idempotencyKey?: string,
  ): Promise<void> {
    const at = Date.now()
    const began = performance.now()
    try {
      const answer = await request(`${url}${path}`, {
        method,
        dispatcher,
        headersTimeout: SLOWEST_MS,
        headers: {
          authorization,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await answer.body.text()
      answers.push({
        at,
        method,
        status: answer.statusCode,
        durationMs: performance.now() - began,
        closes: answer.headers.connection === 'close',
        ...(answer.statusCode >= 400 ? { error: text.slice(0, 300) } : {}),
      })
    } catch (error) {
      answers.push({
        at,
        method,
        status: 0,
        durationMs: performance.now() - began,
        closes: true,
        error: (error as Error).message,
      })
    }
  }

  const clients = writers.map(async (writer) => {
    while (!stopped) {
      await turn(writer)
      if (options.pauseMs) await new Promise((done) => setTimeout(done, options.pauseMs))
    }
  })

  return {
    answers,
    failed: () => answers.filter(({ status }) => status === 0 || status >= 400),
    async stop(): Promise<void> {
      stopped = true
      await Promise.all(clients)
    },
  }
}

export type SteadyLoad = Awaited<ReturnType<typeof steadyLoad>>

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}
