import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LatentClient } from './client.ts'
import { AuthenticationError, ConnectionError, StreamIdleTimeoutError } from './errors.ts'
import { eventParser, type ServerEvent } from './event-parser.ts'
import { answerJson, loopbackServer, problem, type Seen } from './loopback-server.ts'
import type { ClientOptions } from './transport.ts'

function parsed(text: string, cuts: number[]): ServerEvent[] {
  const bytes = new TextEncoder().encode(text)
  const parse = eventParser()
  const events: ServerEvent[] = []
  let from = 0
  for (const to of [...cuts, bytes.length]) {
    events.push(...parse(bytes.subarray(from, to)))
    from = to
  }
  return events
}

describe('the parser', () => {
  const TEXT =
    '\uFEFF: hello\nid: 1\ndata: {"a":\ndata:  "ü🤖"}\n\nevent: change\r\nid:2\r\ndata\r\n\r\nretry: 250\r\rdata: x\nretry: soon\n\n: ping\n\n'
  const EVENTS = [
    { id: '1', event: 'message', data: '{"a":\n "ü🤖"}', retryMs: null },
    { id: '2', event: 'change', data: '', retryMs: null },
    { id: '2', event: 'message', data: null, retryMs: 250 },
    { id: '2', event: 'message', data: 'x', retryMs: null },
  ]

  test('reads the same wherever the bytes are cut', () => {
    const { length } = new TextEncoder().encode(TEXT)
    expect(parsed(TEXT, [])).toEqual(EVENTS)
    for (let cut = 1; cut < length; cut++) expect(parsed(TEXT, [cut]), `cut at ${cut}`).toEqual(EVENTS)
    expect(
      parsed(
        TEXT,
        Array.from({ length: length - 1 }, (_, i) => i + 1),
      ),
    ).toEqual(EVENTS)
  })

  test('does not hand out an event that is not complete', () => {
    expect(parsed('data: half\n', [])).toEqual([])
  })

  test('takes time in proportion to a long line, however small its pieces', () => {
    const piece = new TextEncoder().encode('x'.repeat(64))
    const parse = eventParser()
    let looked = 0
    for (let n = 0; n < 100_000; n++) looked += [...parse(piece)].length
    expect(looked).toBe(0)
    const ends = [...parse(new TextEncoder().encode('\ndata: 1\n\n'))]
    expect(ends.map(({ data }) => data)).toEqual(['1'])
  })

  test('gives up on an event without end', () => {
    const parse = eventParser()
    const piece = new TextEncoder().encode('x'.repeat(1_000_000))
    expect(() => {
      for (let n = 0; n < 20; n++) for (const _ of parse(piece));
    }).toThrow(/too long/)
  })
})

describe('a stream', () => {
  let server: { url: string; seen: Seen[]; close(): Promise<void> }
  let answer: (seen: Seen, response: ServerResponse, count: number) => void
  beforeEach(async () => {
    server = await loopbackServer((...given) => answer(...given))
  })
  afterEach(() => server.close())

  const open = (response: ServerResponse, text: string) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(text)
  }
  const event = (id: number) => `id: ${id}\nevent: change\ndata: {"sequence":${id}}\n\n`
  const clientOf = (options: ClientOptions = {}) =>
    new LatentClient({ apiKey: 'slp_test_x', baseUrl: server.url, ...options })

  async function take(count: number, options: ClientOptions = {}, signal?: AbortSignal): Promise<string[]> {
    const ids: string[] = []
    for await (const { id, event: name, data } of clientOf(options).changes.stream(
      {},
      signal ? { signal } : {},
    )) {
      expect(name).toBe('change')
      expect(data).toEqual({ sequence: Number(id) })
      ids.push(id)
      if (ids.length === count) break
    }
    return ids
  }

  test('goes on after the last entry when the connection breaks', async () => {
    answer = ({ headers }, response, count) => {
      expect(headers['last-event-id']).toBe(count === 1 ? undefined : String(2 * (count - 1)))
      open(response, `retry: 1\n\n${event(2 * count - 1)}${event(2 * count)}data: half of an ev`)
      if (count < 3) setTimeout(() => response.destroy(), 5)
    }
    expect(await take(6)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(server.seen).toHaveLength(3)
  })

  test('that falls silent is made again, then it is an error', async () => {
    answer = (_seen, response, count) =>
      open(response, count === 1 ? `retry: 1\n\n${event(1)}` : ': welcome\n\nretry: 1\n\n')
    const first = take(2, { streamIdleTimeoutMs: 600, maxRetries: 1 })
    await expect(first).rejects.toThrow(StreamIdleTimeoutError)
    expect(server.seen.length).toBeGreaterThanOrEqual(2)
    expect(server.seen.at(-1)?.headers['last-event-id']).toBe('1')
  })

  test('that is refused is not asked for again', async () => {
    answer = (_seen, response) => answerJson(response, 401, problem(401, 'invalid_key'))
    await expect(take(1)).rejects.toThrow(AuthenticationError)
    expect(server.seen).toHaveLength(1)
  })

  test('ends with the reason of the signal', async () => {
    answer = (_seen, response) => open(response, event(1))
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 60)
    await expect(take(2, {}, controller.signal)).rejects.toThrow('enough')
  })

  test('lets go of its connection when the reader stops', async () => {
    let closed = false
    answer = (_seen, response) => {
      response.on('close', () => {
        closed = true
      })
      open(response, event(1))
    }
    await take(1)
    await expect.poll(() => closed).toBe(true)
  })

  test('is a failed connection while nobody is there', async () => {
    await server.close()
    await expect(take(1, { maxRetries: 0 })).rejects.toThrow(ConnectionError)
    server = await loopbackServer((...given) => answer(...given))
  })
})
