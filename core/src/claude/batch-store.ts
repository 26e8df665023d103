import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages'
import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'
import type { CallSubject } from './call-store.ts'

/** A request of a batch, with the row that promised its money. */
export interface BatchCall extends CallSubject {
  id: number
  request: MessageCreateParamsNonStreaming
  attempt: number
}

export interface OpenBatch {
  id: number
  message_batch_id: string | null
  state: 'submitting' | 'in_progress'
  requests: number
  created_at: string
}

/** Batches and the calls in them. */
export function batchStore(sql: Sql) {
  const columns = sql`id, cache_key, input_sha256, dataset, accession_number, extractor, extractor_version, prompt_id, prompt_version,
    model, mode, request, attempt`

  return {
    /** Calls of a question that ended without a reply in the last day. */
    async withoutReply(cacheKey: string): Promise<{ invalid: number; failed: number }> {
      const [row] = await sql<{ invalid: number; failed: number }[]>`
        select count(*) filter (where outcome = 'schema_invalid')::int as invalid,
          count(*) filter (where outcome in ('expired', 'canceled', 'errored'))::int as failed
        from claude_calls
        where cache_key = ${cacheKey} and state <> 'reserved' and settled_at > now() - interval '1 day'`
      return row ?? { invalid: 0, failed: 0 }
    },

    async openCall(cacheKey: string): Promise<{ until: string } | undefined> {
      const [row] = await sql<{ until: string }[]>`
        select lease_until as until from claude_calls where cache_key = ${cacheKey} and state = 'reserved'`
      return row
    },

    /** Takes waiting requests into a new batch; undefined when none waits. */
    async gather(limit: number, maxBytes: number): Promise<{ id: number; calls: BatchCall[] } | undefined> {
      return await sql.begin(async (tx) => {
        const waiting = await tx<BatchCall[]>`
          select ${columns} from claude_calls
          where mode = 'batch' and state = 'reserved' and batch_id is null
          order by id limit ${limit} for update skip locked`
        const calls: BatchCall[] = []
        let bytes = 0
        for (const call of waiting) {
          bytes += Buffer.byteLength(JSON.stringify(call.request)) + 200
          if (bytes > maxBytes && calls.length > 0) break
          calls.push(call)
        }
        if (calls.length === 0) return undefined
        const [batch] = await tx<{ id: number }[]>`
          insert into claude_batches (requests) values (${calls.length}) returning id`
        const id = batch?.id as number
        await tx`update claude_calls set batch_id = ${id} where id in ${tx(calls.map((call) => call.id))}`
        return { id, calls }
      })
    },

    async submitted(batchId: number, messageBatchId: string): Promise<void> {
      await sql`
        update claude_batches set message_batch_id = ${messageBatchId}, state = 'in_progress'
        where id = ${batchId} and state = 'submitting'`
    },

    /** The batch was certainly not taken: its requests wait again, one try poorer when it was for something in them. */
    async abandon(batchId: number, tries: 0 | 1 = 0): Promise<void> {
      await sql.begin(async (tx) => {
        const [batch] = await tx`
          update claude_batches set state = 'abandoned', ended_at = now()
          where id = ${batchId} and state = 'submitting' returning id`
        if (batch)
          await tx`
            update claude_calls set batch_id = null, attempt = attempt + ${tries}
            where batch_id = ${batchId} and state = 'reserved'`
      })
    },

    async open(): Promise<OpenBatch[]> {
      return await sql<OpenBatch[]>`
        select id, message_batch_id, state, requests, created_at from claude_batches
        where state in ('submitting', 'in_progress') order by id limit 500`
    },

    async known(messageBatchIds: readonly string[]): Promise<Set<string>> {
      if (messageBatchIds.length === 0) return new Set()
      const rows = await sql<{ message_batch_id: string }[]>`
        select message_batch_id from claude_batches where message_batch_id in ${sql([...messageBatchIds])}`
      return new Set(rows.map((row) => row.message_batch_id))
    },

    /** Requests that wait and have been tried too often. */
    async exhausted(attempts: number): Promise<BatchCall[]> {
      return await sql<BatchCall[]>`
        select ${columns} from claude_calls
        where mode = 'batch' and state = 'reserved' and batch_id is null and attempt > ${attempts} order by id limit 1000`
    },

    async callsOf(batchId: number): Promise<BatchCall[]> {
      return await sql<BatchCall[]>`
        select ${columns} from claude_calls where batch_id = ${batchId} and state = 'reserved' order by id`
    },

    /** The request was not worked on: it waits for the next batch under the same promise. */
    async waitAgain(tx: Queryable, callId: number): Promise<void> {
      await tx`
        update claude_calls set batch_id = null, attempt = attempt + 1 where id = ${callId} and state = 'reserved'`
    },

    async end(tx: Queryable, batchId: number): Promise<void> {
      await tx`update claude_batches set state = 'ended', ended_at = now() where id = ${batchId}`
    },

    /** The filings whose questions a batch held. */
    async filingsOf(batchId: number): Promise<{ dataset: Dataset; accession_number: string }[]> {
      return await sql<{ dataset: Dataset; accession_number: string }[]>`
        select distinct dataset, accession_number from claude_calls where batch_id = ${batchId} order by 2`
    },
  }
}

export type BatchStore = ReturnType<typeof batchStore>
