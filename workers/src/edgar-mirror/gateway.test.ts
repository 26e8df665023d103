import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EdgarError } from '@sec-latent/core/edgar/errors'
import { type EdgarGateway, type EdgarObservation, edgarGateway } from '@sec-latent/core/edgar/gateway'
import { edgarThrottle } from '@sec-latent/core/edgar/throttle'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from './faults.ts'
import { inventedSubmission, layDown } from './invented-filings.ts'
import { type Mirror, startMirror } from './mirror.ts'

const filing = {
  accession_number: '0001234567-24-000001',
  cik: '0001234567',
  text: 'An invented report, long enough to be compressed. '.repeat(100),
}
const folder = mkdtempSync(join(tmpdir(), 'edgar-gateway-'))
const TIMEOUTS = { connect: 500, headers: 400, body: 400, total: 1500 }
const MAX_BYTES = 1024 * 1024

let server: TestRedis
let mirror: Mirror
let edgar: EdgarGateway
let observations: EdgarObservation[]
let tests = 0

beforeAll(async () => {
  server = await testRedis()
  layDown(folder, filing)
  mirror = await startMirror({ directory: folder })
})
afterAll(async () => {
  await mirror.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  observations = []
  mirror.forgetRequests()
  edgar = gateway()
})
afterEach(async () => {
  mirror.clearFaults()
  await edgar.close()
})

function gateway(change: Partial<Parameters<typeof edgarGateway>[0]> = {}) {
  return edgarGateway({
    baseUrl: mirror.url,
    dataUrl: mirror.url,
    userAgent: 'Example Research admin@example.com',
    throttle: edgarThrottle(server.redis, { limit: 1000, key: `gateway-test-${tests++}` }),
    timeouts: TIMEOUTS,
    maxBytes: MAX_BYTES,
    pauseMs: 60_000,
    observe: (observation) => observations.push(observation),
    ...change,
  })
}

async function failure(promise: Promise<unknown>): Promise<EdgarError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(EdgarError)
  return error as EdgarError
}

describe('a good answer', () => {
  it('is the exact bytes, by the path of the filing and by that of an index', async () => {
    const expected = inventedSubmission(filing)
    expect((await edgar.fetchSubmission(filing)).bytes.toString()).toBe(expected)
    const byPath = await edgar.fetchSubmission({
      ...filing,
      path: 'edgar/data/1234567/0001234567-24-000001.txt',
    })
    expect(byPath.bytes.toString()).toBe(expected)
    expect(byPath.url).toBe(`${mirror.url}/Archives/edgar/data/1234567/0001234567-24-000001.txt`)
    expect(observations.map(({ kind, status, reason }) => ({ kind, status, reason }))).toEqual([
      { kind: 'submission', status: 200, reason: null },
      { kind: 'submission', status: 200, reason: null },
    ])
  })

  it('every request declares who asks', async () => {
    await edgar.fetchSubmission(filing)
    await edgar.fetchLatestFilings()
    await edgar.fetchFullIndexQuarters()
    const agents = new Set(mirror.requests().map((request) => request.user_agent))
    expect([...agents]).toEqual(['Example Research admin@example.com'])
  })

  it('slow is not wrong, and a redirect on the same host is followed', async () => {
    mirror.script([
      { kind: 'delay', ms: 200, count: 1 },
      { kind: 'redirect', to: '/Archives/edgar/data/1234567/0001234567-24-000001.txt', count: 1 },
    ])
    await edgar.fetchSubmission(filing)
    const { url } = await edgar.fetchSubmission(filing)
    expect(url).toBe(`${mirror.url}/Archives/edgar/data/1234567/0001234567-24-000001.txt`)
    expect(mirror.requests()).toHaveLength(3)
  })
})

describe('each fault has its name', () => {
  const faults: [string, Fault, string, boolean][] = [
    ['a missing file', { kind: 'status', status: 404 }, 'not_found', false],
    ['a key the store does not have, with status 403', { kind: 'missing_key' }, 'not_found', false],
    ['403 with the undeclared-tool page', { kind: 'status', status: 403 }, 'undeclared_user_agent', true],
    ['the same page with status 200', { kind: 'undeclared_page' }, 'undeclared_user_agent', true],
    ['429', { kind: 'status', status: 429 }, 'rate_limited', true],
    ['the threshold page with status 200', { kind: 'threshold_page' }, 'rate_limited', true],
    ['503', { kind: 'status', status: 503 }, 'server_error', true],
    ['an error page with status 200', { kind: 'html' }, 'html_page', true],
    ['no answer', { kind: 'hang' }, 'timeout', true],
    ['half an answer, then silence', { kind: 'hang_body', at: 30 }, 'timeout', true],
    ['a byte a second', { kind: 'drip', bytes_per_second: 20 }, 'timeout', true],
    ['a reset', { kind: 'reset' }, 'network', true],
    ['a body that is short of its announced length', { kind: 'truncate', at: 60 }, 'wrong_length', true],
    ['a file cut short in good order', { kind: 'truncate_silently', at: 600 }, 'truncated', true],
    ['an announced length that is too long', { kind: 'wrong_length', by: 7 }, 'wrong_length', true],
    ['broken gzip', { kind: 'bad_gzip' }, 'bad_gzip', true],
    ['gzip without its trailer', { kind: 'gzip_without_trailer' }, 'bad_gzip', true],
    [
      'a small file that expands beyond the limit',
      { kind: 'gzip_bomb', bytes: 50 * MAX_BYTES },
      'too_large',
      false,
    ],
    ['a redirect to another host', { kind: 'redirect', to: 'http://example.com/a' }, 'bad_redirect', false],
    ['a redirect to another port', { kind: 'redirect', to: 'http://127.0.0.1:1/a' }, 'bad_redirect', false],
    ['redirects without end', { kind: 'redirect', to: '/again' }, 'bad_redirect', false],
  ]

  it.each(faults)('%s', async (_name, fault, reason, retryable) => {
    mirror.script([fault])
    const started = performance.now()
    const error = await failure(edgar.fetchSubmission(filing))
    expect(error).toMatchObject({ reason, retryable })
    // Invariant I22: no call outlives its total timeout by more than a tenth; the rest is room for a busy machine.
    expect(performance.now() - started).toBeLessThan(TIMEOUTS.total * 1.1 + 500)
    if (reason !== 'bad_redirect') expect(observations.at(-1)?.reason).toBe(reason)
    mirror.clearFaults()
    await edgar.close()
    edgar = gateway()
    await edgar.fetchSubmission(filing)
  })

  it('a length that is announced too short is refused', async () => {
    mirror.script([{ kind: 'wrong_length', by: -20, count: 1 }])
    const error = await failure(edgar.fetchSubmission(filing))
    expect(['wrong_length', 'bad_gzip', 'truncated', 'network']).toContain(error.reason)
  })

  it('the announced size alone is enough to refuse', async () => {
    const small = gateway({ maxBytes: 100 })
    expect((await failure(small.fetchSubmission(filing))).reason).toBe('too_large')
    await small.close()
  })

  it('a server that says when to come back is believed', async () => {
    mirror.script([{ kind: 'status', status: 503, retry_after: 7 }])
    expect((await failure(edgar.fetchSubmission(filing))).retry_after_ms).toBe(7000)
  })

  it('a host that does not listen and one that accepts and says nothing are told apart from an answer', async () => {
    const refused = gateway({ baseUrl: 'http://127.0.0.1:1' })
    expect((await failure(refused.fetchSubmission(filing))).reason).toBe('network')
    await refused.close()
    const silent = createServer((socket) => socket.on('error', () => {}).resume())
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as { port: number }
    const hanging = gateway({ baseUrl: `http://127.0.0.1:${port}` })
    expect((await failure(hanging.fetchSubmission(filing))).reason).toBe('timeout')
    await hanging.close()
    await new Promise((resolve) => silent.close(resolve))
  })

  it('a caller may give up', async () => {
    mirror.script([{ kind: 'hang' }])
    const error = await failure(edgar.fetchSubmission({ ...filing, signal: AbortSignal.timeout(100) }))
    expect(error).toMatchObject({ reason: 'aborted', retryable: false })
  })

  it('a submission cut at any byte, on the wire or before it, never counts', async () => {
    const whole = inventedSubmission(filing).trimEnd().length
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole - 1 }), async (at) => {
        mirror.script([{ kind: 'truncate_silently', at, count: 1 }])
        expect((await failure(edgar.fetchSubmission(filing))).reason).toBe('truncated')
      }),
      { numRuns: 100 },
    )
  })

  it('a byte flipped anywhere in a compressed body never counts unless it changes nothing', async () => {
    const expected = inventedSubmission(filing)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 600 }), async (at) => {
        mirror.script([{ kind: 'bad_gzip', at, count: 1 }])
        const outcome = await edgar.fetchSubmission(filing).then(
          ({ bytes }) => bytes.toString(),
          (error: EdgarError) => error.reason,
        )
        // The time stamp and the name of the system in a gzip header are not part of the data.
        expect(['bad_gzip', expected]).toContain(outcome)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a refusal stops everybody', () => {
  it.each([
    ['429', { kind: 'status', status: 429, count: 1 }],
    ['403', { kind: 'status', status: 403, count: 1 }],
    ['the threshold page with status 200', { kind: 'threshold_page', count: 1 }],
  ] as [string, Fault][])(
    '%s: nothing more is sent, by any gateway, until a probe succeeds',
    async (_name, fault) => {
      const key = `gateway-pause-${tests++}`
      const throttle = () => edgarThrottle(server.redis, { limit: 100, key })
      const [a, b] = [
        gateway({ throttle: throttle(), pauseMs: 500 }),
        gateway({ throttle: throttle(), pauseMs: 500 }),
      ]
      mirror.script([fault])
      expect((await failure(a.fetchSubmission(filing))).retry_after_ms).toBe(500)
      for (const one of [a, b]) {
        expect((await failure(one.fetchSubmission(filing))).reason).toBe('paused')
        expect((await failure(one.fetchLatestFilings())).reason).toBe('paused')
      }
      expect(mirror.requests()).toHaveLength(1)
      await new Promise((resolve) => setTimeout(resolve, 550))
      mirror.script([{ kind: 'delay', ms: 300, count: 1 }])
      const probe = b.fetchSubmission(filing)
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect((await failure(a.fetchSubmission(filing))).reason).toBe('paused')
      await probe
      await a.fetchSubmission(filing)
      expect(mirror.requests()).toHaveLength(3)
      await Promise.all([a.close(), b.close()])
    },
  )

  it('a missing file does not', async () => {
    mirror.script([{ kind: 'missing_key', count: 1 }])
    await failure(edgar.fetchSubmission(filing))
    await edgar.fetchSubmission(filing)
  })
})

describe('indexes and feeds', () => {
  it('a generated quarter lists the filing, and duplicates or broken lines do not change it', async () => {
    const plain = await edgar.fetchFullIndex(2024, 1)
    expect(plain.filings).toEqual([
      {
        accession_number: filing.accession_number,
        cik: filing.cik,
        form_type: '8-K',
        filing_date: '2024-01-02',
        company_name: 'EXAMPLE HOLDINGS INC',
        path: 'edgar/data/1234567/0001234567-24-000001.txt',
      },
    ])
    mirror.script([
      { kind: 'duplicate_index', count: 1 },
      { kind: 'bad_index_lines', count: 1 },
    ])
    expect(await edgar.fetchFullIndex(2024, 1)).toMatchObject({ filings: plain.filings, duplicate_lines: 1 })
    expect(await edgar.fetchFullIndex(2024, 1)).toMatchObject({ filings: plain.filings, bad_lines: 1 })
  })

  it('a stale index is shorter, not wrong', async () => {
    mirror.script([{ kind: 'stale_index', count: 1 }])
    expect((await edgar.fetchDailyIndex('2024-01-02')).filings).toEqual([])
  })

  it('an index cut within a line, a feed cut anywhere and JSON cut anywhere are truncated', async () => {
    const line = 'edgar/data/1234567/0001234567-24-000001.txt\n'.length
    const { bytes } = await edgar.fetchSubmission({
      ...filing,
      path: 'edgar/data/1234567/0001234567-24-000001.txt',
    })
    expect(bytes.length).toBeGreaterThan(line)
    mirror.script([
      { path: '*master.idx', kind: 'truncate_silently', at: 330, count: 1 },
      { path: '*getcurrent*', kind: 'truncate_silently', at: 400, count: 1 },
      { path: '*index.json', kind: 'truncate_silently', at: 40, count: 1 },
    ])
    expect((await failure(edgar.fetchFullIndex(2024, 1))).reason).toBe('truncated')
    expect((await failure(edgar.fetchLatestFilings())).reason).toBe('truncated')
    expect((await failure(edgar.fetchFullIndexQuarters())).reason).toBe('truncated')
  })

  it('a day without filings and an unknown company are not found', async () => {
    expect(await failure(edgar.fetchDailyIndex('2024-01-01'))).toMatchObject({
      reason: 'not_found',
      status: 403,
    })
    expect(await failure(edgar.fetchCompanySubmissions('0000000001'))).toMatchObject({ reason: 'not_found' })
    expect(await failure(edgar.fetchDocument({ ...filing, file_name: 'none.htm' }))).toMatchObject({
      reason: 'not_found',
    })
  })
})

describe('who asks', () => {
  const throttle = { acquire: () => Promise.reject(new Error('never')), pause: () => Promise.resolve() }

  it.each([undefined, '', 'Mozilla/5.0', 'Example Research'])('the SEC is not asked by %s', (userAgent) => {
    expect(() => edgarGateway({ throttle, userAgent })).toThrow(
      /Set EDGAR_USER_AGENT to your name and a contact e-mail/,
    )
  })

  it('a name with an e-mail is enough; a mirror needs none', async () => {
    await edgarGateway({ throttle, userAgent: 'Example Research admin@example.com' }).close()
    const undeclared = gateway({ userAgent: undefined })
    await undeclared.fetchSubmission(filing)
    expect(mirror.requests()[0]?.user_agent).toBeTruthy()
    await undeclared.close()
  })

  it('a header cannot be smuggled in', () => {
    expect(() => edgarGateway({ throttle, userAgent: 'a@example.com\r\nX: y' })).toThrow('EDGAR_USER_AGENT')
  })
})
