import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { generateKey } from '../accounts/key-format.ts'
import { createLogger } from '../log.ts'
import { inTrace } from '../traces/current.ts'
import { atMost, openErrorReports } from './open.ts'
import { scrubMessage } from './scrub.ts'

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736'
const KEY = generateKey('live')
/** Planted wherever an error could carry them. */
const CANARIES = [
  KEY,
  'canary-in-a-value',
  'canary-in-a-body',
  'canary-in-a-query',
  'canary-in-a-header',
  'canary@mail.example.com',
  'canary-in-a-cause',
  'canary-on-an-error',
]

const envelopes: string[] = []
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    envelopes.push(body)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
})
let dsn: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  dsn = `http://publickey@127.0.0.1:${(server.address() as AddressInfo).port}/42`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  envelopes.length = 0
})

async function logger() {
  const made = createLogger('api', 'silent')
  await openErrorReports({ SENTRY_DSN: dsn, RELEASE: 'v1.2.3', LATENT_ENV: 'production' }, 'api', made)
  return made
}

/** The events of the envelopes that came: a header, then an item's header and its body, line by line. */
function events() {
  return envelopes.map((text) => {
    const [head, item, body] = text.split('\n').map((line) => JSON.parse(line))
    expect(item.type).toBe('event')
    expect(body.event_id).toBe(head.event_id)
    return body
  })
}

describe('an error nobody expected', () => {
  test('is told with its kind, its place, its release and its trace', async () => {
    const log = await logger()
    inTrace(`00-${TRACE_ID}-00f067aa0ba902b7-01`, () =>
      log.error({
        action: 'request.failed',
        status: 'failed',
        metadata: { request_id: 'req_1', operation: 'listFilings', stack: 'x' },
        error: new RangeError('Invalid array length'),
      }),
    )
    await log.flushErrors()
    const [event, ...more] = events()
    expect(more).toEqual([])
    expect(event).toMatchObject({
      ...{ level: 'error', release: 'v1.2.3', environment: 'production', server_name: 'api' },
      tags: { service: 'api', action: 'request.failed', request_id: 'req_1', operation: 'listFilings' },
      contexts: { trace: { trace_id: TRACE_ID } },
    })
    const [exception] = event.exception.values
    expect(exception).toMatchObject({ type: 'RangeError', value: 'Invalid array length' })
    expect(exception.stacktrace.frames.at(-1)).toMatchObject({ lineno: expect.any(Number) })
    expect(JSON.stringify(exception.stacktrace)).toContain('error-reports.test.ts')
  })

  test('tells nothing of what a request held', async () => {
    const log = await logger()
    const error = Object.assign(
      new Error(
        `invalid input syntax for type integer: "canary-in-a-value" at https://h/p?q=canary-in-a-query with ${KEY} of canary@mail.example.com`,
        { cause: new Error('"canary-in-a-cause"') },
      ),
      { detail: 'canary-on-an-error', parameters: ['canary-on-an-error'] },
    )
    log.error({
      action: 'request.failed',
      message: 'canary-in-a-body',
      metadata: { body: 'canary-in-a-body', headers: { cookie: 'canary-in-a-header' }, operation: KEY },
      error,
    })
    log.error({ action: 'request.failed', error: 'canary-in-a-body' })
    try {
      JSON.parse('canary-in-a-body')
    } catch (broken) {
      log.warn({ action: 'parse-filing', error: broken })
    }
    await log.flushErrors()
    expect(events()).toHaveLength(3)
    for (const canary of CANARIES) expect(envelopes.join()).not.toContain(canary)
  })

  test('is told a number of times in a minute, and again in the next', () => {
    let now = 60_000
    const told: string[] = []
    const few = atMost(3, { tell: ({ action }) => told.push(action), flush: async () => {} }, () => now)
    for (let n = 0; n < 10; n++) few.tell({ action: 'a' }, new Error())
    expect(told).toHaveLength(3)
    now += 60_000
    few.tell({ action: 'b' }, new Error())
    expect(told.at(-1)).toBe('b')
  })

  test('changes nothing when nobody takes it', async () => {
    const log = createLogger('api', 'silent')
    const settings = {
      SENTRY_DSN: 'http://publickey@127.0.0.1:9/42',
      RELEASE: 'v1',
      LATENT_ENV: 'production',
    }
    await openErrorReports(settings, 'api', log)
    log.error({ action: 'a', error: new Error('b') })
    await log.flushErrors()
  })
})

test('what an error quotes is left out of what it says', () => {
  expect(scrubMessage(`duplicate key value violates unique constraint "users_email_key"`)).toBe(
    'duplicate key value violates unique constraint "…"',
  )
  expect(scrubMessage(`Unexpected token 'c', "canary" is not valid JSON`)).not.toContain('canary')
  expect(scrubMessage(`an open quote "canary`)).toBe('an open quote "…"')
})
