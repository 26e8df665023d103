import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '@sec-latent/core/db'
import { type Dispatcher, request } from 'undici'
import { makeWriters, type Writer } from '../invariants/key-writes.ts'
import type { Random } from '../invariants/random.ts'

const PATIENCE_MS = 180_000
const RETRY_MS = 200

export interface ReadAnswer {
  at: number
  /** 0: no answer came. */
  status: number
  durationMs: number
  requestId: string | undefined
}

export interface AcknowledgedWrite {
  key: string
  at: number
  requestId: string | undefined
  replayDiffers: boolean
}

/** Clients of the API that remember every answer they got: writers that insist until they are acknowledged, and readers. */
export async function startLoad(options: {
  sql: Sql
  url: string
  seed: number
  random: Random
  writers: number
  readers: number
  pauseMs: number
  dispatcher: Dispatcher
  known: () => string[]
}) {
  const { url, random } = options
  const writers = await makeWriters(options.sql, options.writers)
  const readers = await makeWriters(options.sql, options.readers)
  const reads: ReadAnswer[] = []
  const acknowledged: AcknowledgedWrite[] = []
  /** Times a write stood unacknowledged, from and to. */
  const refused: string[] = []
  let unanswered = 0
  let stopped = false
  let count = 0

  async function write(writer: Writer): Promise<void> {
    const key = `write-${options.seed}-${count++}`
    const first = await insist(writer, key)
    if (!first) return
    // Asked again, the same is answered and nothing is done.
    const again = random.next() < 0.1 ? await insist(writer, key) : undefined
    acknowledged.push({
      key,
      at: Date.now(),
      requestId: first.requestId,
      replayDiffers: again !== undefined && again.body !== first.body,
    })
  }

  async function insist(writer: Writer, key: string) {
    const deadline = Date.now() + PATIENCE_MS
    while (Date.now() < deadline) {
      const answer = await send(writer.authorization, 'PATCH', `/v1/keys/${writer.key_id}`, {
        'content-type': 'application/json',
        'idempotency-key': key,
        body: JSON.stringify({ name: key }),
      })
      if (answer.status === 200) return answer
      if (answer.status === 0) unanswered += 1
      else if (answer.status < 500 && ![408, 409, 429].includes(answer.status)) {
        refused.push(`${answer.status} ${answer.body.slice(0, 200)}`)
        return undefined
      }
      await sleep(RETRY_MS)
    }
    refused.push(`no acknowledgement of ${key} within ${PATIENCE_MS} ms`)
    return undefined
  }

  async function send(
    authorization: string,
    method: 'GET' | 'PATCH',
    path: string,
    { body, ...headers }: Record<string, string> = {},
  ) {
    const at = Date.now()
    const began = performance.now()
    try {
      const answer = await request(`${url}${path}`, {
        method,
        dispatcher: options.dispatcher,
        headers: { authorization, ...headers },
        ...(body === undefined ? {} : { body }),
      })
      const text = await answer.body.text()
      return {
        at,
        status: answer.statusCode,
        durationMs: performance.now() - began,
        requestId: answer.headers['request-id'] as string | undefined,
        body: text,
      }
    } catch {
      return { at, status: 0, durationMs: performance.now() - began, requestId: undefined, body: '' }
    }
  }

  async function read(reader: Writer): Promise<void> {
    const known = options.known()
    const one = known.length > 0 ? known[random.below(known.length)] : undefined
    const path = random.pick([
      '/v1/filings?limit=10',
      '/v1/signals?limit=5',
      '/v1/entities?limit=5',
      ...(one ? [`/v1/filings/${one}`, `/v1/filings/${one}`, `/v1/filings/${one}`] : []),
    ])
    const { body: _, ...answer } = await send(reader.authorization, 'GET', path)
    reads.push(answer)
  }

  const clients = [
    ...writers.map((writer) => () => write(writer)),
    ...readers.map((reader) => () => read(reader)),
  ].map(async (turn) => {
    while (!stopped) {
      await turn()
      await sleep(options.pauseMs * (0.5 + random.next()))
    }
  })

  return {
    writers,
    readers,
    reads,
    acknowledged,
    refused,
    unanswered: () => unanswered,
    async stop(): Promise<void> {
      stopped = true
      await Promise.all(clients)
    },
  }
}

export type Load = Awaited<ReturnType<typeof startLoad>>
