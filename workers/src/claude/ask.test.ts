import { claudeReadStore } from '@sec-latent/core/claude/read-store'
import { testClaude } from '@sec-latent/core/claude/testing/invented-question'
import { type MessagesServer, startMessagesServer } from '@sec-latent/core/claude/testing/messages-server'
import { honest, inventing, readRequest } from '@sec-latent/core/claude/testing/scripted-replies'
import { verifyEvidence } from '@sec-latent/core/evidence/verify'
import { claudeExtractors } from '@sec-latent/core/signals/claude/index'
import { storedSources } from '@sec-latent/core/signals/stored-sources'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { extractSignals } from '../filings/extract.ts'
import { parseFiling } from '../filings/parse.ts'
import { publishFiling } from '../filings/publish.ts'
import type { Services } from '../services.ts'
import { annualPair } from '../testing/claude-filings.ts'
import { fetchInvented, type InventedFiling, inventedServices } from '../testing/invented-services.ts'
import { askClaude } from './ask.ts'
import { pollClaude } from './poll.ts'

let database: TestDatabase
let redis: TestRedis
let server: MessagesServer
let services: Services
let close: () => Promise<void>

beforeAll(async () => {
  ;[database, redis] = await Promise.all([testDatabase({ max: 8 }), testRedis()])
  server = await startMessagesServer()
  const invented = await inventedServices({ databaseUrl: database.url, redisUrl: redis.url }, [])
  services = { ...invented.services, extractors: claudeExtractors, claude: claude() }
  close = invented.close
})
afterAll(async () => {
  await close?.()
  await server?.close()
  await Promise.all([database?.close(), redis?.close()])
})
beforeEach(async () => {
  server.calls.length = 0
  server.script(honest)
  await database.sql`truncate claude_calls, claude_answers, claude_budgets, claude_batches`
})

/** Invented filings are years old: what is fresh is told by the hours. */
function claude(over: Parameters<typeof testClaude>[2] = {}) {
  return testClaude(database.sql, server.url, { freshHours: 24 * 365 * 100, ...over })
}
const payload = ({ accession_number }: InventedFiling) => ({ dataset: 'test' as const, accession_number })

async function takeIn(...filings: InventedFiling[]) {
  for (const filing of filings) {
    await fetchInvented(filing, services)
    await parseFiling.run(payload(filing), services)
    await extractSignals.run(payload(filing), services)
    await publishFiling.run(payload(filing), services)
  }
}
const ask = (filing: InventedFiling, given: Services = services) => askClaude.run(payload(filing), given)

async function ledger(filing: InventedFiling): Promise<Record<string, string>> {
  const rows = await database.sql<{ extractor: string; status: string; reason: string | null }[]>`
    select extractor, status, reason from processing where accession_number = ${filing.accession_number} and extractor like 'llm\\_%'`
  return Object.fromEntries(
    rows.map(({ extractor, status, reason }) => [extractor, reason ? `${status}:${reason}` : status]),
  )
}
async function signals(filing: InventedFiling) {
  return await database.sql`
    select s.id, s.signal_type, s.value, s.status, s.available_at, s.extractor_kind, s.inputs, s.fingerprint,
      (select jsonb_agg(e.body order by e.position) from evidence e where e.signal_id = s.id) as evidence
    from signals s where s.accession_number = ${filing.accession_number} and s.superseded_at is null order by s.id`
}
async function ourLedger(mode: 'direct' | 'batch') {
  const [row] = await database.sql`
    select count(*)::int as messages, sum(input_tokens)::int as input_tokens,
      sum(cache_write_5m_tokens)::int as cache_write_5m_tokens, sum(cache_write_1h_tokens)::int as cache_write_1h_tokens,
      sum(cache_read_tokens)::int as cache_read_tokens, sum(output_tokens)::int as output_tokens
    from claude_calls where state = 'settled' and mode = ${mode}`
  return row
}

describe('a fresh filing', () => {
  test('is public before Claude is asked, and its answers follow with evidence that slices back', async () => {
    const before = structuredClone(server.ledger.direct)
    const { earlier, current } = annualPair(2024)
    await takeIn(earlier, current)
    const [stored] =
      await database.sql`select available_at from filings where accession_number = ${current.accession_number}`
    expect(stored?.available_at).not.toBeNull()
    expect(server.calls).toHaveLength(0)
    expect((await ledger(current)).llm_rf_topic).toBe('pending')

    await ask(current)
    const rows = await ledger(current)
    expect(rows).toMatchObject({
      llm_rf_topic: 'ok_found',
      llm_material_weakness: 'ok_found',
      llm_guidance: 'not_applicable:form_type',
    })
    expect(Object.values(rows).filter((status) => status === 'pending')).toEqual([])
    const found = await signals(current)
    expect(found.filter(({ signal_type }) => signal_type === 'llm_rf_topic')).toHaveLength(5)
    for (const signal of found) {
      expect(signal).toMatchObject({ extractor_kind: 'llm', status: 'ok' })
      expect(signal.available_at).not.toBeNull()
      expect(signal.inputs.map(({ name }: { name: string }) => name)).toEqual(
        expect.arrayContaining(['model', 'prompt', 'prompt_sha256', 'schema_sha256']),
      )
      for (const piece of signal.evidence)
        expect(await verifyEvidence(piece, storedSources(services))).toBe('verified')
    }
    const changes = await database.sql`
      select object_id from changes where change_type = 'signal.created' and accession_number = ${current.accession_number}`
    expect(changes.map(({ object_id }) => object_id).sort()).toEqual(found.map(({ id }) => id).sort())

    // To the token: what the server counted is what the tables say.
    const after = server.ledger.direct
    const counted = Object.fromEntries(
      Object.entries(after).map(([kind, count]) => [kind, count - before[kind as keyof typeof before]]),
    )
    expect(await ourLedger('direct')).toEqual(counted)
    expect(counted.cache_read_tokens).toBeGreaterThan(0)
    const use = await claudeReadStore(database.sql).useForFiling(current.accession_number)
    expect(use).toMatchObject({ calls: counted.messages, output_tokens: counted.output_tokens })
  })

  test('asked about twice costs and changes nothing', async () => {
    const { earlier, current } = annualPair(2024)
    await takeIn(earlier, current)
    await ask(current)
    const [found, calls] = [await signals(current), server.calls.length]
    await database.sql`update processing set status = 'pending' where accession_number = ${current.accession_number}
      and status <> 'not_applicable'`
    await ask(current)
    expect(server.calls).toHaveLength(calls)
    expect(await signals(current)).toEqual(found)
  })

  test('whose process died between the reply and the ledger is answered out of what was kept', async () => {
    const { earlier, current } = annualPair(2024)
    await takeIn(earlier, current)
    const dying = {
      ...services,
      intake: { ...services.intake, lock: () => Promise.reject(new Error('killed')) },
    }
    await expect(ask(current, dying as Services)).rejects.toThrow('killed')
    const calls = server.calls.length
    expect(calls).toBeGreaterThan(3)
    expect((await ledger(current)).llm_rf_topic).toBe('pending')
    await ask(current)
    expect(server.calls).toHaveLength(calls)
    expect((await ledger(current)).llm_rf_topic).toBe('ok_found')
  })
})

test('without a key every row is settled at once, nothing is called, and the filing is public', async () => {
  const { earlier, current } = annualPair(2024)
  await takeIn(earlier, current)
  const keyless = { ...services, claude: claude({ apiKey: null }) }
  await ask(current, keyless)
  expect(Object.values(await ledger(current)).sort()).toEqual([
    ...claudeExtractors.filter((one) => !one.applies('10-K')).map(() => 'not_applicable:form_type'),
    ...claudeExtractors.filter((one) => one.applies('10-K')).map(() => 'unavailable:llm_not_configured'),
  ])
  expect(server.calls).toHaveLength(0)
  await pollClaude.run({}, keyless)
  expect((await ledger(current)).llm_rf_topic).toBe('unavailable:llm_not_configured')
  // With a key the fresh ones are asked.
  await pollClaude.run({}, services)
  expect((await ledger(current)).llm_rf_topic).toBe('pending')
})

test('of quotes of which a fifth is invented none is stored, and each is counted for its prompt version', async () => {
  const script = inventing(0.2)
  server.script(script)
  const pairs = Array.from({ length: 12 }, () => annualPair(2024, { added: 8 }))
  for (const { earlier, current } of pairs) {
    await takeIn(earlier, current)
    await ask(current)
  }
  const stored = await database.sql<
    { id: string; body: { kind: string; quote?: string; right?: { quote: string } } }[]
  >`
    select s.id, e.body from evidence e join signals s on s.id = e.signal_id
    where s.accession_number in ${database.sql(pairs.map(({ current }) => current.accession_number))}`
  expect(stored.length).toBeGreaterThan(80)
  const texts = new Map(
    pairs.map(({ current }) => [current.accession_number, current.text.replace(/\s+/g, ' ')]),
  )
  for (const { body } of stored) {
    const quote = (body.quote ?? body.right?.quote ?? '').replace(/\s+/g, ' ')
    expect([...texts.values()].some((text) => text.includes(quote))).toBe(true)
    expect(quote).not.toMatch(/unprecedented|defaulted/)
  }
  const [counted] = await database.sql`
    select sum(findings)::int as findings, sum(grounding_failed)::int as failed from claude_answers`
  expect(script.invented).toBeGreaterThan(25)
  expect(counted).toEqual({ findings: script.told, failed: script.invented })
  const [use] = await claudeReadStore(database.sql).useOf('llm_rf_topic')
  expect(use).toMatchObject({ prompt_id: 'rf_topic', prompt_version: '1.0.0', replies: 12, findings: 108 })
  expect(use?.grounding_failed_rate).toBeGreaterThan(0.1)
  expect(use?.usd).toBeGreaterThan(0)
})

describe('what is unavailable', () => {
  test('passes: it is asked again when its time has come, and what was found before stands', async () => {
    const { earlier, current } = annualPair(2024)
    await takeIn(earlier, current)
    server.script(() => ({
      kind: 'error',
      status: 529,
      type: 'overloaded_error',
      headers: { 'retry-after': '90' },
    }))
    await ask(current)
    expect((await ledger(current)).llm_rf_topic).toBe('unavailable:overloaded')
    const [row] = await database.sql`select details from processing
      where accession_number = ${current.accession_number} and extractor = 'llm_rf_topic'`
    expect(row?.details.attempts).toBe(1)
    expect(Date.parse(row?.details.retry_at) - Date.now()).toBeGreaterThan(80_000)
    await pollClaude.run({}, services)
    expect((await ledger(current)).llm_rf_topic).toBe('unavailable:overloaded')

    await database.sql`update processing set details = details || '{"retry_at": "2020-01-01T00:00:00Z"}'
      where accession_number = ${current.accession_number} and status = 'unavailable'`
    server.script(honest)
    await pollClaude.run({}, services)
    expect(
      await services.queues.queueOf('ask-claude').getJob(`ask-claude.${current.accession_number}`),
    ).toBeDefined()
    await ask(current)
    expect((await ledger(current)).llm_rf_topic).toBe('ok_found')
  })

  test('a budget stops before the call, and a refusal is told with its category', async () => {
    const { earlier, current } = annualPair(2024)
    await takeIn(earlier, current)
    await ask(current, { ...services, claude: claude({ usd: { filing: 0 } }) })
    expect((await ledger(current)).llm_rf_topic).toBe('unavailable:budget')
    expect(server.calls).toHaveLength(0)

    const other = annualPair(2024)
    await takeIn(other.earlier, other.current)
    server.script(() => ({
      kind: 'message',
      text: '',
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category: 'cyber', explanation: null },
    }))
    await ask(other.current)
    expect((await ledger(other.current)).llm_rf_topic).toBe('refused:cyber')
  })

  test('a reply that is too long is asked for in halves', async () => {
    const { earlier, current } = annualPair(2024, { added: 4 })
    await takeIn(earlier, current)
    server.script((request, attempt) => {
      const many = readRequest(request).passages.filter(({ id }) => id.startsWith('P')).length > 1
      return many ? { kind: 'message', text: '{', stop_reason: 'max_tokens' } : honest(request, attempt)
    })
    await ask(current)
    expect((await ledger(current)).llm_rf_topic).toBe('ok_found')
    expect((await signals(current)).filter(({ signal_type }) => signal_type === 'llm_rf_topic')).toHaveLength(
      5,
    )
  })
})

describe('an older filing', () => {
  const backfill = () => ({ ...services, claude: claude({ freshHours: 0 }) })

  test('is asked about in a batch at half the price: sent, expired in part, sent again, answered', async () => {
    const before = structuredClone(server.ledger.batch)
    const given = backfill()
    const { earlier, current } = annualPair(2022)
    await takeIn(earlier, current)
    await ask(current, given)
    expect((await ledger(current)).llm_rf_topic).toBe('pending')
    expect(server.calls).toHaveLength(0)
    await ask(current, given)

    await pollClaude.run({}, given)
    const [first] = server.batches
    expect(first?.requests.length).toBeGreaterThan(3)
    expect(first?.requests[0]?.params.system[0]?.cache_control).toEqual({ type: 'ephemeral', ttl: '1h' })
    await pollClaude.run({}, given)
    expect(server.batches[0]).toBe(first)
    await ask(current, given)
    expect((await ledger(current)).llm_rf_topic).toBe('pending')

    // Half of it expires.
    const ids = first?.requests.map(({ custom_id }) => custom_id) ?? []
    await server.endBatch(first?.id ?? '', { expire: (id) => ids.indexOf(id) % 2 === 0 })
    await pollClaude.run({}, given)
    await ask(current, given)
    const second = server.batches.find((batch) => batch !== first && batch.results === null)
    expect(second?.requests.map(({ custom_id }) => custom_id).sort()).toEqual(
      ids.filter((_, index) => index % 2 === 0).sort(),
    )
    await server.endBatch(second?.id ?? '')
    await pollClaude.run({}, given)
    await ask(current, given)
    expect(Object.values(await ledger(current)).filter((status) => status === 'pending')).toEqual([])
    expect((await signals(current)).length).toBeGreaterThan(5)

    const counted = Object.fromEntries(
      Object.entries(server.ledger.batch).map(([kind, count]) => [
        kind,
        count - before[kind as keyof typeof before],
      ]),
    )
    expect(await ourLedger('batch')).toEqual(counted)
    expect(counted.cache_write_1h_tokens).toBeGreaterThan(0)
    const open = await database.sql`select 1 from claude_calls where state = 'reserved'`
    expect(open).toHaveLength(0)
    const [sums] = await database.sql`
      select (select sum(cost_picousd)::float8 from claude_calls) as calls,
        (select committed_picousd from claude_budgets where scope = 'day') as day,
        (select sum(committed_picousd)::float8 from claude_budgets where scope = 'backfill') as backfill`
    expect(sums?.day).toBe(sums?.calls)
    expect(sums?.backfill).toBe(sums?.calls)
  })

  test('whose batch was sent by a process that died is found among the batches of the API', async () => {
    const given = backfill()
    const { earlier, current } = annualPair(2022)
    await takeIn(earlier, current)
    await ask(current, given)
    await pollClaude.run({}, given)
    const sent = server.batches[0]
    // The process died before it could write the id down.
    await database.sql`update claude_batches set message_batch_id = null, state = 'submitting', created_at = created_at - interval '2 minutes'
      where message_batch_id = ${sent?.id ?? ''}`
    await database.sql`update claude_batches set created_at = now() - interval '70 seconds' where message_batch_id is null`
    await pollClaude.run({}, given)
    expect(server.batches[0]).toBe(sent)
    await server.endBatch(sent?.id ?? '')
    await pollClaude.run({}, given)
    await pollClaude.run({}, given)
    await ask(current, given)
    expect((await ledger(current)).llm_rf_topic).toBe('ok_found')
    expect(server.calls.filter(({ mode }) => mode === 'batch')).toHaveLength(sent?.requests.length ?? 0)
  })

  test('whose request fails or does not parse is tried once more and then told', async () => {
    const given = backfill()
    const { earlier, current } = annualPair(2022)
    await takeIn(earlier, current)
    await ask(current, given)
    server.script((request, attempt) =>
      readRequest(request).signal === 'llm_rf_topic'
        ? { kind: 'message', text: 'no json' }
        : honest(request, attempt),
    )
    for (let turn = 0; turn < 3; turn++) {
      await pollClaude.run({}, given)
      for (const batch of server.batches) if (!batch.results) await server.endBatch(batch.id)
      await pollClaude.run({}, given)
      await ask(current, given)
    }
    expect((await ledger(current)).llm_rf_topic).toBe('unavailable:schema_invalid')
    expect((await ledger(current)).llm_material_weakness).toBe('ok_found')
    const invalid = await database.sql`select 1 from claude_calls where outcome = 'schema_invalid'`
    expect(invalid).toHaveLength(2)
  })
})

test('a new version of an extractor is asked anew in the background, and not when its budget is nothing', async () => {
  const { earlier, current } = annualPair(2024)
  await takeIn(earlier, current)
  await ask(current)
  const changed = claudeExtractors.map((one) =>
    one.name === 'llm_rf_topic' ? { ...one, version: '1.1.0' } : one,
  )
  const paused = { ...services, claudeExtractors: changed, claude: claude({ usd: { backfill: 0 } }) }
  await pollClaude.run({}, paused)
  expect((await ledger(current)).llm_rf_topic).toBe('ok_found')

  const given = { ...services, claudeExtractors: changed }
  const before = await signals(current)
  const calls = server.calls.length
  await pollClaude.run({}, given)
  expect((await ledger(current)).llm_rf_topic).toBe('pending')
  expect(await signals(current)).toEqual(before)
  await ask(current, given)
  expect((await ledger(current)).llm_rf_topic).toBe('ok_found')
  // The question is the same, so its reply is too; the signals of the old version are superseded by those of the new one.
  expect(server.calls).toHaveLength(calls)
  const ids = new Set(before.map(({ id }) => id))
  const after = await signals(current)
  expect(after.filter(({ signal_type, id }) => signal_type === 'llm_rf_topic' && ids.has(id))).toEqual([])
  expect(after).toHaveLength(before.length)
})
