import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { askDirectly } from './ask.ts'
import { PICO_PER_USD } from './prices.ts'
import { ASKER, inventedQuestion, testClaude } from './testing/invented-question.ts'
import {
  emptyReply,
  type MessagesServer,
  type Scripted,
  startMessagesServer,
} from './testing/messages-server.ts'
import { honest } from './testing/scripted-replies.ts'

const TEXT = 'We depend on a single supplier for our most important component, and it may fail to deliver.'
let database: TestDatabase
let server: MessagesServer
let count = 0

beforeAll(async () => {
  database = await testDatabase({ max: 8 })
  server = await startMessagesServer()
})
afterAll(async () => {
  await server?.close()
  await database?.close()
})
beforeEach(async () => {
  await database.sql`truncate claude_calls, claude_answers, claude_budgets, claude_batches`
  server.calls.length = 0
  count += 1
})

const fresh = () => inventedQuestion(`${TEXT} Case ${count}.`)
const ask = (question = fresh(), claude = testClaude(database.sql, server.url)) =>
  askDirectly(question, ASKER, claude, { shared: false })
const inTurn = (...turns: Scripted[]) => {
  let turn = 0
  server.script(() => turns[Math.min(turn++, turns.length - 1)] as Scripted)
}
const calls =
  () => database.sql`select state, outcome, usage_estimated, cost_picousd, reserved_picousd, attempt
  from claude_calls order by id`
const committed = async () => {
  const [row] = await database.sql`select committed_picousd as sum from claude_budgets where scope = 'day'`
  return Number(row?.sum ?? 0)
}
const ok: Scripted = { kind: 'message', text: emptyReply() }
const error = (status: number, type: string, more = {}): Scripted => ({
  kind: 'error',
  status,
  type,
  ...more,
})

describe('a question', () => {
  it('is answered, metered and kept, and asked again costs nothing', async () => {
    server.script(honest)
    const question = fresh()
    const first = await ask(question)
    expect(first).toMatchObject({ status: 'answered' })
    expect(await ask(question)).toEqual(first)
    expect(server.calls).toHaveLength(1)
    const [call] = await database.sql`select * from claude_calls`
    expect(call).toMatchObject({ state: 'settled', outcome: 'answered', usage_estimated: false })
    expect(call?.cost_picousd).toBeLessThan(call?.reserved_picousd)
    expect(await committed()).toBe(call?.cost_picousd)
  })

  it('carries no tool and no sampling setting, one random tag, and marks of caching', async () => {
    await ask()
    const request = server.calls[0]?.request as never as Record<string, never>
    expect(Object.keys(request).sort()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'output_config',
      'system',
    ])
    const text = server.calls[0]?.request.messages[0]?.content[0]?.text ?? ''
    expect(text).toMatch(/^<filing-text-[0-9a-f]{20}>\n[\s\S]*\n<\/filing-text-[0-9a-f]{20}>$/)
    expect(server.calls[0]?.request.system[0]?.cache_control).toEqual({ type: 'ephemeral', ttl: '5m' })
  })

  it('asked by four at once is paid once', async () => {
    server.script(async () => ({ kind: 'message', text: emptyReply(), delayMs: 150 }))
    const question = fresh()
    const all = await Promise.all([1, 2, 3, 4].map(() => ask(question)))
    expect(server.calls).toHaveLength(1)
    expect(all.filter(({ status }) => status === 'answered')).toHaveLength(1)
    expect(all.filter(({ status }) => status === 'under_way')).toHaveLength(3)
  })
})

describe('what goes wrong', () => {
  it('429 with retry-after waits as long as it says', async () => {
    inTurn(error(429, 'rate_limit_error', { headers: { 'retry-after': '1' } }), ok)
    expect(await ask()).toMatchObject({ status: 'answered' })
    const [first, second] = server.calls
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990)
  })

  it('429 with a long retry-after goes back to the queue with it', async () => {
    inTurn(error(429, 'rate_limit_error', { headers: { 'retry-after': '120' } }))
    expect(await ask()).toEqual({ status: 'unavailable', reason: 'rate_limited', retry_after_ms: 120_000 })
    expect(server.calls).toHaveLength(1)
    expect(await committed()).toBe(0)
  })

  it.each([
    ['429 without retry-after', error(429, 'rate_limit_error'), 'rate_limited', 3],
    ['529', error(529, 'overloaded_error'), 'overloaded', 3],
    ['500', error(500, 'api_error'), 'server_error', 3],
    ['402', error(402, 'billing_error'), 'spend_limit', 1],
    [
      'a spend limit under another status',
      error(403, 'permission_error', { error_code: 'enforced_spend_limit_reached' }),
      'spend_limit',
      1,
    ],
    ['401', error(401, 'authentication_error'), 'not_authorised', 1],
    ['404', error(404, 'not_found_error'), 'model_unavailable', 1],
    ['400', error(400, 'invalid_request_error'), 'request_refused', 1],
  ] as const)(
    '%s is retried as it may be, and costs nothing',
    async (_, fault, reason, attempts) => {
      inTurn(fault)
      expect(await ask()).toMatchObject({ status: 'unavailable', reason })
      expect(server.calls).toHaveLength(attempts)
      expect(await calls()).toMatchObject([{ state: 'released', outcome: reason, cost_picousd: 0 }])
      expect(await committed()).toBe(0)
    },
    60_000,
  )

  it('a connection that is cut may have cost: it stays counted, and the next attempt has a promise of its own', async () => {
    inTurn({ kind: 'cut_connection', counted: true }, ok)
    expect(await ask()).toMatchObject({ status: 'answered' })
    const rows = await calls()
    expect(rows).toMatchObject([
      { state: 'lost', outcome: 'network', usage_estimated: true },
      { state: 'settled', outcome: 'answered' },
    ])
    expect(await committed()).toBe(Number(rows[0]?.reserved_picousd) + Number(rows[1]?.cost_picousd))
  })

  it('a body that is cut is counted at the most it can have cost', async () => {
    inTurn({ kind: 'cut_body', text: emptyReply() })
    expect(await ask()).toMatchObject({ status: 'unavailable', reason: 'network' })
    expect(await calls()).toMatchObject([{ state: 'lost', usage_estimated: true }])
  })

  it('no server at all costs nothing', async () => {
    const gone = await startMessagesServer()
    await gone.close()
    const claude = testClaude(database.sql, gone.url, { maxRetries: 1 })
    expect(await ask(fresh(), claude)).toMatchObject({ status: 'unavailable', reason: 'network' })
    expect(await committed()).toBe(0)
  })

  it('a reply that never comes times out', async () => {
    inTurn({ kind: 'never' })
    const claude = testClaude(database.sql, server.url, { timeoutMs: 300, maxRetries: 1 })
    expect(await ask(fresh(), claude)).toMatchObject({ status: 'unavailable', reason: 'network' })
    expect(await calls()).toMatchObject([{ state: 'lost' }, { state: 'lost' }])
  })

  it('a refusal is kept with its category and not asked again', async () => {
    inTurn({
      kind: 'message',
      text: '',
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category: 'cyber', explanation: null },
    })
    const question = fresh()
    expect(await ask(question)).toEqual({ status: 'refused', category: 'cyber' })
    expect(await ask(question)).toEqual({ status: 'refused', category: 'cyber' })
    expect(server.calls).toHaveLength(1)
    expect(await committed()).toBeGreaterThan(0)
  })

  it('max_tokens is tried once with double, then the question must be split', async () => {
    inTurn({ kind: 'message', text: '{"findings": [', stop_reason: 'max_tokens' })
    expect(await ask()).toEqual({ status: 'truncated' })
    expect(server.calls.map(({ request }) => request.max_tokens)).toEqual([6000, 12000])
    inTurn({ kind: 'message', text: '{"findings": [', stop_reason: 'max_tokens' }, ok)
    expect(await ask(inventedQuestion(`${TEXT} Another.`))).toMatchObject({ status: 'answered' })
  })

  it.each([
    [
      'a full context',
      { kind: 'message', text: '', stop_reason: 'model_context_window_exceeded' } as Scripted,
    ],
    ['413', error(413, 'invalid_request_error')],
    [
      'a prompt that is too long',
      error(400, 'invalid_request_error', { message: 'prompt is too long: 9 > 8' }),
    ],
  ])('%s is split at once', async (_, fault) => {
    inTurn(fault)
    expect(await ask()).toEqual({ status: 'truncated' })
    expect(server.calls).toHaveLength(1)
  })

  it.each([
    ['invalid JSON', '{"findings": [}'],
    ['fenced JSON', `\`\`\`json\n${emptyReply()}\n\`\`\``],
    ['trailing prose', `${emptyReply()} I hope this helps.`],
    ['an extra key', JSON.stringify({ ...JSON.parse(emptyReply()), note: 'x' })],
    ['a missing key', '{"findings": [], "abstain": false}'],
    ['a wrong type', '{"findings": [], "abstain": "no", "abstain_reason": null}'],
    ['NaN', '{"findings": NaN, "abstain": false, "abstain_reason": null}'],
    ['nothing', ''],
    ['null', 'null'],
    ['a megabyte', `${' '.repeat(1_100_000)}${emptyReply()}`],
  ])('%s is asked once more, then it is unavailable', async (_, text) => {
    inTurn({ kind: 'message', text, output_tokens: 10 })
    expect(await ask()).toMatchObject({ status: 'unavailable', reason: 'schema_invalid' })
    expect(await calls()).toMatchObject([
      { state: 'settled', outcome: 'schema_invalid' },
      { state: 'settled', outcome: 'schema_invalid' },
    ])
    inTurn({ kind: 'message', text, output_tokens: 10 }, ok)
    expect(await ask(inventedQuestion(`${TEXT} Once.`))).toMatchObject({ status: 'answered' })
  })

  it.each([
    ['pause_turn', { stop_reason: 'pause_turn' }],
    [
      'a tool nobody offered',
      { stop_reason: 'tool_use', content: [{ type: 'tool_use', id: 't', name: 'x', input: {} }] },
    ],
    ['content that is no list', { content: 'text' as never }],
    ['content of nothing', { content: [null] as never }],
  ])('%s is no answer', async (_, over) => {
    inTurn({ kind: 'message', text: emptyReply(), ...over })
    expect(await ask()).toMatchObject({ status: 'unavailable', reason: 'schema_invalid' })
  })

  it.each([
    ['missing', null],
    ['negative', { input_tokens: -5, output_tokens: 3 }],
    ['not numbers', { input_tokens: 'many', output_tokens: NaN }],
  ])('usage that is %s is counted at the most it can have been, and says so', async (_, usage) => {
    inTurn({ kind: 'message', text: emptyReply(), usage })
    expect(await ask()).toMatchObject({ status: 'answered' })
    const [row] = await calls()
    expect(row).toMatchObject({ state: 'settled', usage_estimated: true })
    expect(Number(row?.cost_picousd)).toBeGreaterThan(0)
    expect(Number(row?.cost_picousd)).toBeLessThanOrEqual(Number(row?.reserved_picousd))
  })

  it('a body that is JSON and no message was paid for all the same', async () => {
    inTurn({ kind: 'raw', status: 200, body: 'null' }, ok)
    expect(await ask()).toMatchObject({ status: 'answered' })
    expect(await calls()).toMatchObject([
      { outcome: 'schema_invalid', usage_estimated: true },
      { outcome: 'answered' },
    ])
  })
})

describe('a budget', () => {
  it.each([
    ['day', { day: 0.000001 }],
    ['filing', { filing: 0.000001 }],
  ] as const)('of the %s that is used up stops the call before it is made', async (scope, usd) => {
    server.script(honest)
    const claude = testClaude(database.sql, server.url, { usd })
    expect(await ask(fresh(), claude)).toMatchObject({ status: 'unavailable', reason: 'budget', scope })
    expect(server.calls).toHaveLength(0)
    expect(await committed()).toBe(0)
  })

  it('that ends between two attempts ends the attempts', async () => {
    inTurn({ kind: 'cut_connection', counted: true })
    const question = fresh()
    const worst = await worstOf(question)
    const claude = testClaude(database.sql, server.url, { usd: { day: (worst * 1.5) / PICO_PER_USD } })
    expect(await ask(question, claude)).toMatchObject({ status: 'unavailable', reason: 'budget' })
    expect(server.calls).toHaveLength(1)
    expect(await committed()).toBe(worst)
  })

  it('promised by a process that died stays counted, and its call is asked anew', async () => {
    server.script(honest)
    const question = fresh()
    const worst = await worstOf(question)
    const claude = testClaude(database.sql, server.url)
    await claude.calls.reserve(
      {
        ...ASKER,
        cache_key: question.cache_key,
        input_sha256: question.input_sha256,
        prompt_id: 'rf_topic',
        prompt_version: '1.0.0',
        model: question.model,
        mode: 'direct',
      },
      worst,
      claude.config.budgets,
      { leaseMs: 1 },
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await ask(question, claude)).toMatchObject({ status: 'answered' })
    const rows = await calls()
    expect(rows).toMatchObject([{ state: 'lost', cost_picousd: worst }, { state: 'settled' }])
    expect(await committed()).toBe(worst + Number(rows[1]?.cost_picousd))
  })
})

/** What a question may cost at most, as the promise for it says. */
async function worstOf(question: ReturnType<typeof fresh>): Promise<number> {
  const claude = testClaude(database.sql, 'http://127.0.0.1:9', { maxRetries: 0 })
  await askDirectly(question, ASKER, claude, { shared: false })
  const [row] = await database.sql`select reserved_picousd from claude_calls order by id desc limit 1`
  await database.sql`truncate claude_calls, claude_answers, claude_budgets`
  return Number(row?.reserved_picousd)
}
