import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ApiError, ConflictError, LatentClient, RateLimitError, SpendCapError } from './index.ts'
import { backoffMs, retryAfterMs } from './retry.ts'
import { fakeApi, faults, page } from './testing.ts'

const ROOT = join(import.meta.dirname, '../..')

/**
 * What the SDK promises, and where each promise is kept: a file and the beginning of the title of a test in it. A promise whose
 * test was renamed or taken away fails here.
 */
const PROMISES: [promise: string, ...tests: [file: string, title: string][]][] = [
  [
    'errors by status and code, recognised across copies',
    ['client', '%i %s has its class'],
    ['client', 'are recognised when they come from another copy'],
    ['behaviour', 'a budget that is used up'],
  ],
  [
    'errors say what is needed to report them, and nothing secret',
    ['client', '%i %s has its class'],
    ['client', 'hold no secret'],
  ],
  ['two retries', ['client', 'a %i is tried again, twice'], ['client', 'end after maxRetries']],
  [
    'what is retried, and what is not',
    ['client', 'a %i is not'],
    ['client', 'a connection that breaks'],
    ['behaviour', 'a change that is still under way'],
  ],
  ['full jitter below a ceiling that doubles', ['behaviour', 'a wait is a share of a ceiling']],
  [
    'Retry-After in every form, with a longest wait',
    ['client', 'wait as long as the server asks'],
    ['client', 'fail at once, with the wait'],
    ['behaviour', 'the wait is read'],
  ],
  ['a veto of the server', ['client', 'the server has the last word']],
  ['abort during a wait', ['client', 'an aborted wait ends']],
  [
    'time limits of an attempt and of all',
    ['client', 'an attempt that takes too long'],
    ['client', 'all attempts together'],
  ],
  ['a stream that falls silent', ['stream', 'that falls silent is made again']],
  ['idempotency keys by themselves', ['client', 'that changes something has one idempotency key']],
  [
    'lists by entry, by page and as an array',
    ['client', 'iterated are all entries'],
    ['client', 'come page by page'],
    ['client', 'stop with an error when a cursor is repeated'],
    ['functions', 'single functions do what the methods do'],
  ],
  [
    'what came around an answer',
    ['client', 'gives what came around the answer'],
    ['client', 'is given unread'],
  ],
  [
    'the limits, and a pace that keeps them',
    ['client', 'waits for a limit that is used up'],
    ['client', 'gives what came around the answer'],
  ],
  ['a cache that costs nothing', ['client', 'asks whether an answer changed']],
  [
    'streams that are taken up again',
    ['stream', 'goes on after the last entry'],
    ['stream', 'reads the same wherever the bytes are cut'],
    ['stream', 'takes time in proportion'],
  ],
  [
    'webhooks',
    ['webhooks', 'of the reference library is accepted'],
    ['webhooks', 'that was signed here'],
    ['webhooks', 'a body that was parsed'],
  ],
  [
    'Node, Deno, Bun and browsers',
    ['../../scripts/sdk-runtimes/runtimes', 'does in Node what it should'],
    ['../../scripts/sdk-runtimes/runtimes', 'does the same in a page'],
  ],
  [
    'both module systems, with types for each',
    ['../package', 'loads as an ES module and as CommonJS'],
    ['../package', 'has types that publint and attw accept'],
  ],
  [
    'a bundle holds what is used',
    ['../package', '%s stays small in a bundle'],
    ['../package', '%s leaves nothing in a bundle'],
  ],
  ['no dependencies', ['../package', 'depends on nothing']],
  ['an import does nothing', ['../package', 'loads where nothing global can be changed']],
  ['answers are not validated', ['behaviour', 'what is new in an answer is handed on']],
  ['unknown fields and values pass through', ['behaviour', 'what is new in an answer is handed on']],
  [
    'a log without secrets',
    ['client', 'tells of retries and answers when it is asked, never a key'],
    ['client', 'takes its level from the environment'],
  ],
  ['middleware for every attempt', ['client', 'runs around every attempt']],
  [
    'telemetry that can be turned off',
    ['client', 'carries the key as a bearer'],
    ['client', 'does not name the package when telemetry is off'],
  ],
  ['tracing by middleware, in the guides', ['../../scripts/examples', '$name runs']],
  [
    'keys that change while the program runs',
    ['client', 'can be a function, asked again once'],
    ['client-credentials', 'a token is replaced before it ends'],
  ],
  [
    'no live key in a page',
    ['client', 'that is live is refused in a web page'],
    ['../../scripts/sdk-runtimes/runtimes', 'does the same in a page'],
  ],
  ['another fetch', ['testing', 'a fake API answers by route'], ['behaviour', 'a fetch of the caller']],
  ['calls that have no method', ['behaviour', 'a fetch of the caller']],
  ['comments from the contract', ['behaviour', 'every method says what it is']],
  [
    'examples that were run',
    ['../../scripts/examples', '$name runs'],
    ['../../scripts/sdk-snippets/sdk-snippets', 'there are examples'],
  ],
  [
    'releases without a token, of reviewed files',
    ['../../scripts/sdk-release/release', 'keeps no token'],
    ['../package', 'would be published as it is'],
    ['../package', 'has the surface that was reviewed'],
  ],
  ['deprecations are told once', ['client', 'says once that an operation is deprecated']],
  [
    'a version of the API that does not move',
    ['client', 'carries the key as a bearer'],
    ['../package', 'names its own version'],
    ['../../scripts/openapi-check/breaking/compare', '%s: %s'],
  ],
  ['a kit for tests', ['testing', 'faults are those of real servers']],
]

describe('promises', () => {
  test('are thirty-eight', () => {
    expect(PROMISES).toHaveLength(38)
  })

  test.each(PROMISES)('%s', (_promise, ...tests) => {
    expect(tests.length).toBeGreaterThan(0)
    for (const [file, title] of tests) {
      const source = readFileSync(join(import.meta.dirname, `${file}.test.ts`), 'utf8')
      const written = ["'", '"', '`'].filter((quote) => source.includes(quote + title))
      expect(written.length, `${file}: ${title}`).toBeGreaterThan(0)
    }
  })
})

describe('retries', () => {
  test('a wait is a share of a ceiling that doubles up to eight seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 40].map((attempt) => backoffMs(attempt, 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000, 8000,
    ])
    expect([backoffMs(3, 0), backoffMs(3, 0.25)]).toEqual([0, 1000])
  })

  test.each([
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': 'Tue, 01 Dec 2026 00:00:05 GMT' }, 5000],
    [{ 'retry-after': 'Mon, 30 Nov 2026 00:00:00 GMT' }, 0],
    [{ ratelimit: '"burst";r=0;t=2, "month";r=5;t=900' }, 2000],
    [{ ratelimit: '"burst";r=0;t=2, "month";r=0;t=900' }, 900_000],
    [{ ratelimit: '"burst";r=1;t=2' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('the wait is read from %j', (headers, expected) => {
    const now = Date.parse('2026-12-01T00:00:00Z')
    expect(retryAfterMs(new Headers(headers as Record<string, string>), now)).toBe(expected)
  })

  test('a change that is still under way is asked for again, any other conflict is not', async () => {
    const api = fakeApi({
      'POST /v1/a': [
        faults.problem(409, 'idempotency_in_progress', { 'retry-after-ms': '1' }),
        { done: true },
      ],
      'POST /v1/b': [faults.problem(409, 'idempotency_conflict'), { done: true }],
    })
    expect(await api.client().request('POST', '/v1/a')).toEqual({ done: true })
    await expect(api.client().request('POST', '/v1/b')).rejects.toThrow(ConflictError)
    expect(api.requests.map(({ path }) => path)).toEqual(['/v1/a', '/v1/a', '/v1/b'])
    const [first, second] = api.requests.map(({ headers }) => headers.get('idempotency-key'))
    expect(first).toMatch(/^auto_/)
    expect(second).toBe(first)
  })
})

test('a budget that is used up has a class of its own, beside the one of its status', async () => {
  const api = fakeApi({ 'GET /v1/filings': faults.problem(402, 'spend_cap_reached') })
  const error = await Promise.resolve(api.client().filings.list()).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(SpendCapError)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).not.toBeInstanceOf(RateLimitError)
  expect(api.requests).toHaveLength(1)
})

test('what is new in an answer is handed on as it is: fields, values of lists, other types', async () => {
  const filing = { accession_number: 7, form_type: 'NEW-FORM', status: 'of tomorrow', unheard_of: { a: [1] } }
  const api = fakeApi({ 'GET /v1/filings': { ...page([filing]), more: true } })
  const answer = await api.client().filings.list()
  expect(answer).toEqual({ object: 'list', data: [filing], has_more: false, next_cursor: null, more: true })
})

test('a fetch of the caller is used for calls that have a method and for those that have none', async () => {
  const seen: string[] = []
  const client = new LatentClient({
    apiKey: 'slp_test_x',
    baseUrl: 'http://proxy.test/latent/',
    fetch: async (input, init) => {
      seen.push(`${init?.method} ${input}`)
      return Response.json({ ok: true })
    },
  })
  await client.filings.get('a b')
  const { data } = await client.request('DELETE', '/v1/new/x', { query: { q: ['a', 'b'] } }).withResponse()
  expect(data).toEqual({ ok: true })
  expect(seen).toEqual([
    'GET http://proxy.test/latent/v1/filings/a%20b',
    'DELETE http://proxy.test/latent/v1/new/x?q=a&q=b',
  ])
})

test('every method says what it is: its address, its scopes and its cost', () => {
  const source = readFileSync(join(ROOT, 'sdk/src/generated/resources.ts'), 'utf8')
  const methods = [
    ...source.matchAll(/^ {2}(?:\/\*\*([\s\S]*?)\*\/\n {2})?(\w+)\(.*\): (?:Api|List|Stream)Request</gm),
  ]
  expect(methods.length).toBeGreaterThan(120)
  for (const [, comment = '', name] of methods) {
    expect(comment, name).toMatch(/`[A-Z]+ \/\S+`\. (?:Scopes: `|Needs no key)[^\n]*Cost: \d+\./)
    // And something before that, in words.
    expect(comment.split(/`[A-Z]+ \//)[0], name).toMatch(/\w+ \w+[^.]*\./)
  }
})
