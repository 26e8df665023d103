import type { Message } from '@anthropic-ai/sdk/resources/messages'
import type { Dataset } from '../dataset.ts'
import type { StoredAnswer } from './answer-store.ts'
import type { CallSubject, Reservation, Usage } from './call-store.ts'
import type { Claude } from './claude.ts'
import { type Unavailable, usageOf } from './client.ts'
import { parseReply, type Reply } from './findings-schema.ts'
import { costOf, worstCost } from './prices.ts'
import { bytesOf, type Question, requestOf } from './request.ts'

/** What became of a question. */
export type Answered =
  | { status: 'answered'; reply: Reply; request_id: string | null }
  | { status: 'refused'; category: string | null }
  /** The reply did not fit, twice; with several passages the same is asked about fewer. */
  | { status: 'truncated' }
  | { status: 'unavailable'; reason: Unavailable; scope?: string; retry_after_ms: number | null }
  /** Another process is asking, or a batch holds it. */
  | { status: 'under_way'; until: string }

/** The reply did not fit; `longer`: it might if it were allowed more. */
export interface Cut {
  status: 'cut'
  longer: boolean
}

/** On whose behalf a question is asked. */
export interface Asker {
  dataset: Dataset
  accession_number: string
  extractor: string
  extractor_version: string
}

/** The SDK refuses to wait for more than this in one reply that is not streamed. */
const MOST_TOKENS = 21_000
/** How long a call may be under way before its process is taken for dead: several attempts and the waits between them. */
const LEASE_ATTEMPTS = 7

/** The reply that is kept, if there is one. */
export async function keptAnswer(question: Question, claude: Claude): Promise<Answered | null> {
  const stored = await claude.answers.find(question.cache_key)
  return stored ? answeredBy(stored) : null
}

function answeredBy(stored: StoredAnswer): Answered {
  switch (stored.outcome) {
    case 'refused':
      return { status: 'refused', category: stored.refusal_category }
    case 'truncated':
      return { status: 'truncated' }
    case 'answered': {
      const reply = parseReply(stored.reply ?? '')
      if (!reply) throw new Error(`the reply kept under ${stored.cache_key} does not parse`)
      return { status: 'answered', reply, request_id: stored.request_id }
    }
  }
}

/**
 * Asks a question directly and keeps the reply; a reply that is kept already costs nothing. The order is always: promise the
 * money, call, read why it stopped, count what it used, read the reply. Safe to repeat.
 */
export async function askDirectly(
  question: Question,
  asker: Asker,
  claude: Claude,
  options: { shared: boolean },
): Promise<Answered> {
  const kept = await keptAnswer(question, claude)
  if (kept) return kept
  if (!claude.client) throw new Error('no key: nothing can be asked')
  let maxTokens = Math.min(question.prompt.max_tokens, MOST_TOKENS)
  let invalid = false
  for (;;) {
    const result = await callOnce(question, asker, claude, { ...options, max_tokens: maxTokens })
    if (result.status === 'cut' && result.longer && maxTokens < doubled(question))
      maxTokens = doubled(question)
    else if (result.status === 'cut') {
      await keep(question, claude, {
        outcome: 'truncated',
        refusal_category: null,
        reply: null,
        request_id: null,
      })
      return { status: 'truncated' }
    } else if (result.status === 'invalid' && !invalid) invalid = true
    else if (result.status === 'invalid')
      return { status: 'unavailable', reason: 'schema_invalid', retry_after_ms: null }
    else return result
  }
}

function doubled({ prompt }: Question): number {
  return Math.min(prompt.max_tokens * 2, MOST_TOKENS)
}

async function callOnce(
  question: Question,
  asker: Asker,
  claude: Claude,
  options: { shared: boolean; max_tokens: number },
): Promise<Answered | Cut | { status: 'invalid' }> {
  const { client, config, calls, sql } = claude
  const request = requestOf(question, { ...options, tag: claude.tagOf(question.body), ttl: '5m' })
  const bytes = bytesOf(request)
  const worst = worstCost(
    question.model,
    { bytes, max_tokens: options.max_tokens, cache: '5m' },
    'direct',
    config.prices,
  )
  const leaseMs = config.timeoutMs * LEASE_ATTEMPTS
  const subject = subjectOf(question, asker, 'direct')
  const promise = () => calls.reserve(subject, worst, config.budgets, { leaseMs })

  let reservation = await promise()
  if (reservation.status !== 'reserved') return (await keptInstead(reservation, question, claude)) as Answered
  let callId = reservation.call_id
  let refused: Reservation | null = null
  const promiseAnother = async () => {
    await sql.begin((tx) => calls.lose(tx, callId, 'network'))
    claude.observe(seen(subject, 'network', null, worst))
    reservation = await promise()
    if (reservation.status === 'reserved') callId = reservation.call_id
    else refused = reservation
    return reservation.status === 'reserved'
  }
  const result = await (client as NonNullable<typeof client>).ask(
    request,
    promiseAnother,
    AbortSignal.timeout(leaseMs - config.timeoutMs),
  )

  if (refused) return (await keptInstead(refused, question, claude)) as Answered
  if (result.status === 'too_large') {
    await sql.begin((tx) => calls.release(tx, callId, 'too_large'))
    claude.observe(seen(subject, 'too_large', null, 0))
    await keep(question, claude, {
      outcome: 'truncated',
      refusal_category: null,
      reply: null,
      request_id: null,
    })
    return { status: 'truncated' }
  }
  if (result.status === 'unavailable') {
    const { reason, billed, retry_after_ms } = result
    if (billed === 'unknown') await sql.begin((tx) => calls.lose(tx, callId, reason))
    else await sql.begin((tx) => calls.release(tx, callId, reason))
    claude.observe(seen(subject, reason, null, billed === 'unknown' ? worst : 0))
    return { status: 'unavailable', reason, retry_after_ms }
  }
  return await takeMessage(result.message, {
    question,
    subject,
    call_id: callId,
    worst: { input: bytes, output: options.max_tokens },
    duration_ms: result.duration_ms,
    claude,
  })
}

/** Counts what a message used and keeps what it says, in one transaction. */
export async function takeMessage(
  received: Message | null,
  given: {
    question: Pick<Question, 'prompt' | 'model' | 'input_sha256' | 'cache_key'>
    subject: CallSubject
    call_id: number
    worst: { input: number; output: number }
    duration_ms: number | null
    claude: Claude
  },
): Promise<Answered | Cut | { status: 'invalid' }> {
  const { question, subject, claude } = given
  // A body that is JSON and no message was paid for all the same.
  const message = (typeof received === 'object' && received !== null ? received : {}) as Message
  const { stop_reason } = message
  const usage = usageOf(message, given.worst)
  const cost = costOf(question.model, usage, subject.mode, claude.config.prices)
  const request_id = requestIdOf(message)
  const { outcome, keptReply, answered } = readMessage(message, request_id)
  const counted = await claude.sql.begin(async (tx) => {
    const settled = await claude.calls.settle(tx, given.call_id, {
      ...usage,
      outcome: outcome === 'invalid' ? 'schema_invalid' : outcome === 'cut' ? String(stop_reason) : outcome,
      cost_picousd: cost,
      request_id,
      duration_ms: given.duration_ms,
    })
    if (settled && keptReply) await claude.answers.keep(tx, question, keptReply)
    return settled
  })
  if (counted) claude.observe(seen(subject, outcome, usage, cost))
  return answered
}

type Read = {
  outcome: 'answered' | 'refused' | 'cut' | 'invalid'
  keptReply: Omit<StoredAnswer, 'cache_key'> | null
  answered: Answered | Cut | { status: 'invalid' }
}

/** Why the message stopped decides before a word of it is read. */
function readMessage(message: Message, request_id: string | null): Read {
  switch (message.stop_reason) {
    case 'refusal': {
      const category = message.stop_details?.category ?? null
      return {
        outcome: 'refused',
        keptReply: { outcome: 'refused', refusal_category: category, reply: null, request_id },
        answered: { status: 'refused', category },
      }
    }
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return {
        outcome: 'cut',
        keptReply: null,
        answered: { status: 'cut', longer: message.stop_reason === 'max_tokens' },
      }
    case 'end_turn':
    case 'stop_sequence': {
      const content = Array.isArray(message.content) ? message.content : []
      const text = content.map((block) => (block?.type === 'text' ? String(block.text) : '')).join('')
      const reply = text.includes('\u0000') ? null : parseReply(text)
      if (!reply) break
      return {
        outcome: 'answered',
        keptReply: { outcome: 'answered', refusal_category: null, reply: text, request_id },
        answered: { status: 'answered', reply, request_id },
      }
    }
  }
  return { outcome: 'invalid', keptReply: null, answered: { status: 'invalid' } }
}

function requestIdOf(message: Message): string | null {
  const id = (message as { _request_id?: unknown })._request_id ?? message.id
  return typeof id === 'string' ? id.slice(0, 100) : null
}

/** Without a promise there is no call: what stands in its way is the answer. */
async function keptInstead(
  reservation: Exclude<Reservation, { status: 'reserved' }>,
  question: Question,
  claude: Claude,
): Promise<Answered> {
  switch (reservation.status) {
    case 'answered':
      return (await keptAnswer(question, claude)) as Answered
    case 'under_way':
      return { status: 'under_way', until: reservation.until }
    case 'over_budget':
      claude.observe({
        model: question.model,
        mode: 'direct',
        extractor: question.prompt.id,
        outcome: `over_budget_${reservation.scope}`,
        usage: null,
        cost_picousd: 0,
      })
      return { status: 'unavailable', reason: 'budget', scope: reservation.scope, retry_after_ms: null }
  }
}

async function keep(
  question: Question,
  claude: Claude,
  answer: Omit<StoredAnswer, 'cache_key'>,
): Promise<void> {
  await claude.sql.begin((tx) => claude.answers.keep(tx, question, answer))
}

export function subjectOf(question: Question, asker: Asker, mode: 'direct' | 'batch'): CallSubject {
  return {
    ...asker,
    cache_key: question.cache_key,
    input_sha256: question.input_sha256,
    prompt_id: question.prompt.id,
    prompt_version: question.prompt.version,
    model: question.model,
    mode,
  }
}

export function seen(subject: CallSubject, outcome: string, usage: Usage | null, cost_picousd: number) {
  const { model, mode, extractor } = subject
  return { model, mode, extractor, outcome, usage, cost_picousd }
}
