import { APIError } from '@anthropic-ai/sdk'
import type { MessageBatchIndividualResponse } from '@anthropic-ai/sdk/resources/messages/batches'
import type { Dataset } from '../dataset.ts'
import { type Answered, type Asker, keptAnswer, seen, subjectOf, takeMessage } from './ask.ts'
import { type BatchCall, batchStore, type OpenBatch } from './batch-store.ts'
import type { Claude } from './claude.ts'
import type { ClaudeClient } from './client.ts'
import { worstCost } from './prices.ts'
import { findPrompt } from './prompt.ts'
import { bytesOf, type Question, requestOf } from './request.ts'

/** A batch ends within 24 hours; then there is time to look at it. */
const LEASE_MS = 30 * 3_600_000
/** Far below the 100,000 requests and 256 MB that a batch may have. */
const MAX_REQUESTS = 10_000
const MAX_BYTES = 100 * 1024 ** 2
/** How often a request that expired or failed is sent. */
const MAX_ATTEMPTS = 4
/** How often a reply may fail to parse: one retry. */
const MAX_INVALID = 2
/** A batch whose id we never learned is looked for so long after it was sent, then sent again. */
const SEARCH_FROM_MS = 60_000
const SEARCH_UNTIL_MS = 10 * 60_000
/** The clocks of the API and of the database. */
const CLOCK_SLACK_MS = 60_000

/**
 * Puts a question into the next batch, its money promised, or finds its reply. A question that is in a batch already is
 * under way.
 */
export async function askInBatch(
  question: Question,
  asker: Asker,
  claude: Claude,
  options: { shared: boolean },
): Promise<Answered> {
  const kept = await keptAnswer(question, claude)
  if (kept) return kept
  const store = batchStore(claude.sql)
  const open = await store.openCall(question.cache_key)
  if (open) return { status: 'under_way', until: open.until }
  const { invalid, failed } = await store.withoutReply(question.cache_key)
  if (invalid >= MAX_INVALID) return { status: 'unavailable', reason: 'schema_invalid', retry_after_ms: null }
  if (failed > 0) return { status: 'unavailable', reason: 'batch_failed', retry_after_ms: null }
  return await promise(question, subjectOf(question, asker, 'batch'), claude, {
    max_tokens: question.prompt.max_tokens,
    shared: options.shared,
  })
}

async function promise(
  question: Question,
  subject: ReturnType<typeof subjectOf>,
  claude: Claude,
  options: { max_tokens: number; shared: boolean },
): Promise<Answered> {
  const request = requestOf(question, { ...options, tag: claude.tagOf(question.body), ttl: '1h' })
  const size = { bytes: bytesOf(request), max_tokens: options.max_tokens, cache: '1h' as const }
  const worst = worstCost(question.model, size, 'batch', claude.config.prices)
  const reservation = await claude.calls.reserve(subject, worst, claude.config.budgets, {
    leaseMs: LEASE_MS,
    backfillKey: `${subject.extractor}@${subject.extractor_version}`,
    request,
  })
  switch (reservation.status) {
    case 'reserved':
      return { status: 'under_way', until: new Date(Date.now() + LEASE_MS).toISOString() }
    case 'under_way':
      return { status: 'under_way', until: reservation.until }
    case 'answered':
      return (await keptAnswer(question, claude)) as Answered
    case 'over_budget':
      return { status: 'unavailable', reason: 'budget', scope: reservation.scope, retry_after_ms: null }
  }
}

/** Names a request so that its result finds back, also when we never learned in which batch it went. */
export function customIdOf({ id, cache_key }: Pick<BatchCall, 'id' | 'cache_key'>): string {
  return `${id}-${cache_key.slice(0, 40)}`
}

export interface BatchTurn {
  submitted: number
  ended: number
  /** Filings that can be answered now. */
  filings: { dataset: Dataset; accession_number: string }[]
}

/** Sends what waits, and takes in what has ended. Safe to repeat, and for several processes at once. */
export async function turnBatches(claude: Claude): Promise<BatchTurn> {
  const { client, sql } = claude
  const turn: BatchTurn = { submitted: 0, ended: 0, filings: [] }
  if (!client) return turn
  const store = batchStore(sql)
  for (const batch of await store.open()) {
    if (batch.message_batch_id === null) await findLost(batch, claude, client)
    else if (await takeIn(batch, batch.message_batch_id, claude, client)) {
      turn.ended += 1
      turn.filings.push(...(await store.filingsOf(batch.id)))
    }
  }
  for (const call of await store.exhausted(MAX_ATTEMPTS)) {
    await sql.begin((tx) => claude.calls.release(tx, call.id, 'errored'))
    turn.filings.push({ dataset: call.dataset, accession_number: call.accession_number })
  }
  for (;;) {
    const batch = await store.gather(MAX_REQUESTS, MAX_BYTES)
    if (!batch) return turn
    await submit(batch, claude, client)
    turn.submitted += batch.calls.length
  }
}

async function submit(
  { id, calls }: { id: number; calls: BatchCall[] },
  { sql }: Claude,
  { sdk }: ClaudeClient,
): Promise<void> {
  const store = batchStore(sql)
  try {
    const created = await sdk.messages.batches.create(
      { requests: calls.map((call) => ({ custom_id: customIdOf(call), params: call.request })) },
      // A second attempt after a lost answer would be a second batch.
      { maxRetries: 0 },
    )
    await store.submitted(id, created.id)
  } catch (error) {
    // What the API refuses it has not taken. Anything else is searched for first.
    if (error instanceof APIError && error.status !== undefined)
      await store.abandon(id, error.status === 400 || error.status === 413 ? 1 : 0)
    throw error
  }
}

/**
 * A batch whose id we never learned: the process died, or the answer was lost. It is looked for among those the API has; one
 * that is not there after a while was never taken.
 */
async function findLost(batch: OpenBatch, { sql }: Claude, { sdk }: ClaudeClient): Promise<void> {
  const store = batchStore(sql)
  const sent = Date.parse(batch.created_at)
  if (Date.now() - sent < SEARCH_FROM_MS) return
  const calls = new Set((await store.callsOf(batch.id)).map(customIdOf))
  const recent: { id: string; ended: boolean; requests: number }[] = []
  for await (const one of sdk.messages.batches.list({ limit: 100 })) {
    const created = Date.parse(one.created_at)
    if (created < sent - CLOCK_SLACK_MS) break
    const { processing, succeeded, errored, canceled, expired } = one.request_counts
    const requests = processing + succeeded + errored + canceled + expired
    recent.push({ id: one.id, ended: one.processing_status === 'ended', requests })
  }
  const known = await store.known(recent.map(({ id }) => id))
  const strangers = recent.filter(({ id, requests }) => !known.has(id) && requests === batch.requests)
  for (const { id } of strangers.filter(({ ended }) => ended)) {
    for await (const { custom_id } of await sdk.messages.batches.results(id)) {
      if (calls.has(custom_id)) return await store.submitted(batch.id, id)
      break
    }
  }
  // One that still runs shows its ids only at the end: it may be ours.
  if (strangers.some(({ ended }) => !ended)) return
  if (Date.now() - sent > SEARCH_UNTIL_MS) await store.abandon(batch.id)
}

/** Takes in the results of a batch that has ended; false while it runs. */
async function takeIn(
  batch: OpenBatch,
  messageBatchId: string,
  claude: Claude,
  { sdk }: ClaudeClient,
): Promise<boolean> {
  const store = batchStore(claude.sql)
  const { processing_status } = await sdk.messages.batches.retrieve(messageBatchId)
  if (processing_status !== 'ended') return false
  const calls = new Map((await store.callsOf(batch.id)).map((call) => [customIdOf(call), call]))
  for await (const line of await sdk.messages.batches.results(messageBatchId)) {
    const call = calls.get(line.custom_id)
    // A result of a row that was settled by a run before this one.
    if (!call) continue
    await takeResult(line.result, call, claude)
    calls.delete(line.custom_id)
  }
  await claude.sql.begin(async (tx) => {
    // What has no result was not worked on.
    for (const call of calls.values()) await store.waitAgain(tx, call.id)
    await store.end(tx, batch.id)
  })
  return true
}

async function takeResult(
  result: MessageBatchIndividualResponse['result'],
  call: BatchCall,
  claude: Claude,
): Promise<void> {
  const { sql, calls } = claude
  const store = batchStore(sql)
  const giveUp = async (outcome: string) => {
    await sql.begin((tx) => calls.release(tx, call.id, outcome))
    claude.observe(seen(call, outcome, null, 0))
  }
  switch (result.type) {
    case 'succeeded': {
      const question = questionOf(call)
      const size = { input: bytesOf(call.request), output: call.request.max_tokens }
      const taken = await takeMessage(result.message, {
        question,
        subject: subjectFrom(call),
        call_id: call.id,
        worst: size,
        duration_ms: null,
        claude,
      })
      if (taken.status === 'cut') await afterCut(call, taken.longer, question, claude)
      else if (taken.status === 'invalid') await afterInvalid(call, claude)
      return
    }
    case 'expired':
    case 'canceled':
      // Not billed: the promise goes on to the next batch.
      if (call.attempt < MAX_ATTEMPTS) return await sql.begin((tx) => store.waitAgain(tx, call.id))
      return await giveUp(result.type)
    case 'errored': {
      const { error } = result.error
      const isOurs = error.type === 'invalid_request_error'
      if (isOurs && /too long|too many/i.test(error.message)) {
        await sql.begin(async (tx) => {
          await calls.release(tx, call.id, 'too_large')
          await claude.answers.keep(tx, questionOf(call), NOTHING_KEPT)
        })
        return
      }
      if (!isOurs && call.attempt < MAX_ATTEMPTS) return await sql.begin((tx) => store.waitAgain(tx, call.id))
      return await giveUp('errored')
    }
  }
}

const NOTHING_KEPT = {
  outcome: 'truncated' as const,
  refusal_category: null,
  reply: null,
  request_id: null,
}

/** Once with room for twice as much; then the question is asked in parts. */
async function afterCut(
  call: BatchCall,
  longer: boolean,
  question: ReturnType<typeof questionOf>,
  claude: Claude,
): Promise<void> {
  const most = question.prompt.max_tokens * 2
  if (longer && call.request.max_tokens < most)
    return await again(call, { ...call.request, max_tokens: most }, claude)
  await claude.sql.begin((tx) => claude.answers.keep(tx, question, NOTHING_KEPT))
}

async function afterInvalid(call: BatchCall, claude: Claude): Promise<void> {
  const { invalid } = await batchStore(claude.sql).withoutReply(call.cache_key)
  if (invalid < MAX_INVALID) await again(call, call.request, claude)
}

/** Another call, with a promise of its own: the one before was paid for. */
async function again(call: BatchCall, request: BatchCall['request'], claude: Claude): Promise<void> {
  const worst = worstCost(
    call.model,
    { bytes: bytesOf(request), max_tokens: request.max_tokens, cache: '1h' },
    'batch',
    claude.config.prices,
  )
  await claude.calls.reserve(subjectFrom(call), worst, claude.config.budgets, {
    leaseMs: LEASE_MS,
    backfillKey: `${call.extractor}@${call.extractor_version}`,
    request,
  })
}

function subjectFrom(call: BatchCall) {
  const { id: _, request: __, attempt: ___, ...subject } = call
  return subject
}

/** What of a question its reply is kept under. The prompt is the one it was asked with. */
function questionOf(call: BatchCall): Pick<Question, 'prompt' | 'model' | 'input_sha256' | 'cache_key'> {
  const prompt = findPrompt({ id: call.prompt_id, version: call.prompt_version })
  return { prompt, model: call.model, input_sha256: call.input_sha256, cache_key: call.cache_key }
}
