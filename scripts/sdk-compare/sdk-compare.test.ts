import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as sdk from '../../sdk/src/index.ts'
import { ask, type Facts } from './behaviours/call.ts'
import { abortingScript } from './behaviours/scenario.ts'
import { SCENARIOS } from './behaviours/scenarios.ts'
import { startServer } from './behaviours/server.ts'
import versions from './packages.json' with { type: 'json' }
import { pageOf } from './page.ts'
import { PEERS } from './peers/index.ts'
import { ours } from './peers/ours.ts'
import { Returned } from './peers/peer.ts'
import { REASONS } from './reasons.ts'
import { asJson, printed } from './report.ts'
import { isAccepted, type Row, verdictOf } from './verdict.ts'

function row(own: number, others: Record<string, number | null>, more: Partial<Row> = {}): Row {
  const entries = Object.entries({ ours: own, ...others }).map(([name, value]) => [
    name,
    value === null ? null : { value, told: `${value}` },
  ])
  const rest = { id: 'size', check: 'size', unit: 'bytes', better: 'less', slack: 0 } as const
  return { ...rest, entries: Object.fromEntries(entries), ...more }
}

describe('a row in which ours is', () => {
  test.each([
    ['ahead of all', row(1, { a: 2, b: 3 }), 'best'],
    ['as good as the best', row(2, { a: 2, b: 3 }), 'equal'],
    ['behind by no more than the slack', row(3, { a: 2 }, { slack: 1 }), 'equal'],
    ['ahead by no more than the slack', row(1, { a: 2 }, { slack: 1 }), 'equal'],
    ['ahead where more is better', row(3, { a: 2 }, { better: 'more' }), 'best'],
    ['the only one that can be compared', row(1, { a: null }), 'best'],
  ] as const)('%s needs no reason', (_name, one, kind) => {
    expect(verdictOf(one).kind).toBe(kind)
  })

  test('behind is accepted with a reason for each that is ahead, and with no other', () => {
    const behind = row(5, { a: 1, b: 2, c: 9 })
    expect(verdictOf(behind)).toEqual({
      kind: 'problem',
      words: ['behind a, no reason', 'behind b, no reason'],
    })
    expect(verdictOf(behind, { a: 'smaller' }).words).toEqual(['behind b, no reason'])
    const explained = verdictOf(behind, { a: 'smaller', b: 'older' })
    expect(explained).toEqual({ kind: 'explained', words: ['behind a: smaller', 'behind b: older'] })
    expect(isAccepted(explained)).toBe(true)
    expect(isAccepted(verdictOf(behind))).toBe(false)
    expect(verdictOf(behind, { a: 'x', b: 'y', c: 'z' }).words).toEqual([
      'a reason for c, which is not ahead',
    ])
  })

  test('best must have no reason, nor one for a package that was not compared', () => {
    expect(verdictOf(row(1, { a: 2 }), { a: 'smaller' }).kind).toBe('problem')
    expect(verdictOf(row(2, { a: 2 }), { a: 'smaller' }).kind).toBe('problem')
    expect(verdictOf(row(1, { a: null }), { a: 'smaller' }).kind).toBe('problem')
    // What is within the noise may be behind the next time.
    expect(verdictOf(row(1, { a: 2 }, { slack: 2 }), { a: 'smaller' }).kind).toBe('equal')
    expect(verdictOf(row(1, { a: 4 }, { slack: 2 }), { a: 'smaller' }).kind).toBe('problem')
  })

  test('spread too far is not judged', () => {
    const best = row(1, { a: 2 })
    expect(verdictOf({ ...best, unclear: 'busy' })).toEqual({ kind: 'problem', words: ['busy'] })
  })

  test('missing cannot be judged', () => {
    expect(() => verdictOf({ ...row(1, {}), entries: { ours: null } })).toThrow('nothing of ours')
  })
})

test('every package but ours has an exact version, and every reason is for one of them', () => {
  const others = PEERS.filter(({ name }) => name !== 'ours')
  expect(Object.keys(versions).sort()).toEqual(others.map((peer) => peer.package).sort())
  for (const version of Object.values(versions)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  const names = Object.values(REASONS).flatMap((reasons) => Object.keys(reasons))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(others.map((peer) => peer.name)).toContain(name)
})

test('what is printed, told to machines and written for the page is the same', () => {
  const behind = row(5, { a: 1 })
  const rows = [
    { ...behind, check: 'size {of} it', verdict: verdictOf(behind, { a: 'it does <less>' }) },
    { ...row(1, { a: 2 }), verdict: verdictOf(row(1, { a: 2 })) },
  ]
  expect(printed(rows)).toContain('behind a: it does <less>')
  const told = JSON.parse(asJson(rows))
  expect(told).toEqual({
    name: 'sdk-compare',
    rows: [
      { check: 'size {of} it', value: 5, unit: 'bytes', reason: 'behind a: it does <less>', ok: true },
      { check: 'size', value: 1, unit: 'bytes', at_most: 2, ok: true },
    ],
  })
  const page = pageOf(rows, [{ peer: ours, version: '1.2.3', folder: '' }], new Date('2026-11-23T00:00:00Z'))
  expect(page).toContain('Size \\{of\\} it')
  expect(page).toContain('it does \\<less\\>')
  expect(page).toContain('2026-11-23')
  expect(page).toContain('`@sec-latent/sdk` 1.2.3')
})

describe('what an error carries', () => {
  const factsOf = async (thrown: unknown): Promise<Facts | null> => {
    const client = { read: async () => Promise.reject(thrown), write: async () => {} }
    return (await ask(client, { kind: 'read', watchMs: 60_000 })).facts
  }

  test('is found wherever it stands as a value, and not in a text', async () => {
    const text = new Error('429 compare_failure req_compare_0123456789 retry-after: 1')
    expect(await factsOf(text)).toMatchObject({
      status: false,
      code: false,
      requestId: false,
      retryAfter: false,
    })
    const headers = new Headers({ 'request-id': 'req_compare_0123456789', 'retry-after': '1' })
    const deep = Object.assign(new Error('no'), {
      headers,
      error: { code: 'compare_failure' },
      statusCode: 429,
    })
    expect(await factsOf(deep)).toMatchObject({ status: true, code: true, requestId: true, retryAfter: true })
  })

  test('is told of a failure that is returned, too', async () => {
    const client = { read: async () => new Returned({ response: { status: 429 } }), write: async () => {} }
    const outcome = await ask(client, { kind: 'read', watchMs: 60_000 })
    expect(outcome).toMatchObject({ settled: 'failure', facts: { status: true, code: false } })
  })
})

/** The most points there are, by scenario; what is not here gives two. */
const MOST: Record<string, number> = {
  'rate-limited-long': 1,
  'refusal-carries': 4,
  'unavailable-for-good': 1,
  'abort-in-backoff': 1,
}

describe.concurrent('our client', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.close())

  test.for(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
    'gets all points: %s',
    async ([, scenario], { expect }) => {
      const door = await server.door(ours)
      // Longer than the command allows: a slow machine must not make the second answer late as well.
      const timeoutMs = scenario.ask.timeoutMs && 3000
      const idleMs = scenario.ask.idleMs && 3000
      const opening = { url: door.url, ...(timeoutMs && { timeoutMs }), ...(idleMs && { idleMs }) }
      const client = ours.open(sdk, opening)
      let abort = () => {}
      const aborted = new Promise<void>((resolve) => {
        abort = resolve
      })
      const seen = door.play(
        scenario.kind,
        abortingScript(scenario, () => abort()),
      )
      const watched = { ...scenario.ask, kind: scenario.kind, watchMs: 60_000 }
      const outcome = await ask(client, watched, aborted)
      const entry = scenario.judge(outcome, seen, ours)
      expect(entry?.value, entry?.told).toBe(MOST[scenario.id] ?? 2)
    },
  )
})
