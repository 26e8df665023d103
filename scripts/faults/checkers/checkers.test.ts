import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Row } from '../../invariants/invariant.ts'
import type { FaultEvent } from '../fault.ts'
import type { ReadAnswer } from '../load.ts'
import type { Evidence } from './checker.ts'
import { noFilingLost } from './i01-no-filing-lost.ts'
import { acknowledgedIsDurable } from './i13-acknowledged-is-durable.ts'
import { failureDomains } from './i20-failure-domains.ts'
import { secBudget } from './i24-sec-budget.ts'
import { usageExact } from './i26-usage-exact.ts'
import { webhooksAtLeastOnce } from './i30-webhooks-at-least-once.ts'

const FIRST = '0009990001-26-000001'
const SECOND = '0009990001-26-000002'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.sql`truncate intake, changes`)

const judged = async (checker: { check(evidence: Evidence): Promise<Row[]> }, evidence: object) =>
  (await checker.check({ sql: database.sql, ...evidence } as unknown as Evidence))
    .filter(({ ok }) => !ok)
    .map(({ check }) => check)
const record = (accession_number: string, stage: string) =>
  database.sql`insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage)
    values (${accession_number}, 'live', '0009990001', '8-K', '2026-01-01', 'latest_filings', ${stage})`
const shown = (...numbers: string[]) => ({
  edgar: { shown: new Map(numbers.map((one) => [one, { sha256: '', at: 0 }])) },
  settled: { quiet: true, quietAfterMs: 1_000, lastOpenMs: {}, open: {} },
})

test('I1 notices a filing that was shown and never recorded, and one that has no end', async () => {
  await record(FIRST, 'published')
  expect(await judged(noFilingLost, shown(FIRST))).toEqual([])
  expect(await judged(noFilingLost, shown(FIRST, SECOND))).toContain('shown and never recorded')
  await record(SECOND, 'parsed')
  expect(await judged(noFilingLost, shown(FIRST, SECOND))).toContain('without an end')
})

test('I13 notices an acknowledged write that nobody has', async () => {
  const load = {
    acknowledged: [{ key: 'gone', at: 0, requestId: 'req_1', replayDiffers: true }],
    refused: [],
    unanswered: () => 0,
    writers: [{ key_id: 'none' }],
  }
  expect(await judged(acknowledgedIsDurable, { load })).toEqual([
    'lost',
    'asked again and answered differently',
  ])
})

test('I20 holds reads against faults elsewhere, and not against faults of what they need', async () => {
  const read = (at: number, status: number): ReadAnswer => ({
    at,
    status,
    durationMs: 5,
    requestId: undefined,
  })
  const fault = (part: FaultEvent['part'], from: number, to: number): FaultEvent => ({
    fault: 'F8',
    name: 'x',
    part,
    from,
    to,
  })
  const base = { faultsEndedAt: 200_000 }
  const elsewhere = { load: { reads: [read(1_000, 503)] }, faults: [fault('edgar', 500, 2_000)], ...base }
  expect(await judged(failureDomains, elsewhere)).toHaveLength(1)
  const needed = {
    load: { reads: [read(1_000, 503)] },
    faults: [fault('edgar', 500, 2_000), fault('postgres', 0, 900)],
    ...base,
  }
  expect(await judged(failureDomains, needed)).toEqual([])
  const after = { load: { reads: [read(1_000, 200), read(220_000, 503)] }, faults: [], ...base }
  expect(await judged(failureDomains, after)).toHaveLength(1)
})

test('I24 notices eleven requests in a second, and who goes on asking after a refusal', async () => {
  const request = (arrived_ms: number, more = {}) => ({
    arrived_ms,
    user_agent: 'us',
    fault: null,
    status: 200,
    ...more,
  })
  const cluster = { edgarPauseSeconds: 8 }
  const calm = Array.from({ length: 30 }, (_, n) => request(n * 120))
  expect(await judged(secBudget, { cluster, edgarRequests: calm })).toEqual([])
  const hasty = Array.from({ length: 30 }, (_, n) => request(n * 90))
  expect(await judged(secBudget, { cluster, edgarRequests: hasty })).toEqual(['most in any sliding second'])
  const deaf = [request(0, { fault: 'status', status: 429 }), request(2_000), request(3_000), request(20_000)]
  expect(await judged(secBudget, { cluster, edgarRequests: deaf })).toEqual(['most in the 8 s after one'])
})

test('I26 notices an answer that is not in the log', async () => {
  const load = { reads: [{ at: 0, status: 200, durationMs: 1, requestId: 'req_lost' }], acknowledged: [] }
  expect(await judged(usageExact, { load })).toEqual(['answered and not logged'])
})

test('I30 notices a delivery that never came, and a signature that is wrong', async () => {
  await database.sql`insert into changes (position, dataset, change_type, accession_number, object_id)
    values (1, 'live', 'filing.published', ${FIRST}, ${FIRST})`
  const request = {
    endpoint: 0,
    ok: true,
    at: Date.now(),
    url: '',
    body: JSON.stringify({ data: { accession_number: FIRST } }),
    headers: {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
      'webhook-signature': 'v1,wrong',
    },
  }
  const receivers = {
    requests: [request],
    accepted: new Map([[FIRST, new Map([[0, 1]])]]),
    goodEndpoints: 2,
    secrets: [`whsec_${Buffer.alloc(32, 1).toString('base64')}`],
  }
  expect(await judged(webhooksAtLeastOnce, { receivers })).toEqual([
    'deliveries lost',
    'attempts whose signature is valid',
  ])
})
