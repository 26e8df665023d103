import { describe, expect, it } from 'vitest'
import { attemptState, endpointState, parseValues, readable } from './endpoint-state.ts'
import { parseHeaders } from './headers.ts'
import { exampleMessage, verifyMessage } from './verify-message.ts'

describe('headers as somebody pastes them', () => {
  const expected = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': '1700000000',
    'webhook-signature': 'v1,a b=',
  }
  it.each([
    ['lines of a log', 'Webhook-Id: evt_1\r\nWebhook-Timestamp: 1700000000\nWebhook-Signature: v1,a b='],
    [
      'what curl prints',
      '> webhook-id: evt_1\n> webhook-timestamp: 1700000000\n> webhook-signature: v1,a b=',
    ],
    [
      'a command',
      "-H 'webhook-id: evt_1' \\\n -H 'webhook-timestamp: 1700000000' \\\n -H 'webhook-signature: v1,a b='",
    ],
    ['JSON', '{"Webhook-Id":"evt_1","webhook-timestamp":1700000000,"webhook-signature":"v1,a b="}'],
  ])('are read from %s', (_, text) => {
    expect(parseHeaders(text)).toEqual(expected)
  })

  it('are told from text that holds none', () => {
    for (const text of ['', 'hello', '{"a":', '{"type":']) expect(parseHeaders(text)).toBeUndefined()
  })
})

describe('the check of a message', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')

  it('believes the example, until it is five minutes old', async () => {
    const message = await exampleMessage(now)
    expect(await verifyMessage(message, now + 60_000)).toMatchObject({ isGood: true, age_seconds: 60 })
    expect(await verifyMessage(message, now + 301_000)).toMatchObject({ isGood: false, code: 'too_old' })
    expect(await verifyMessage({ ...message, ignoresAge: true }, now + 301_000)).toMatchObject({
      isGood: true,
      age_seconds: 301,
    })
  })

  it('takes two secrets while one rotates', async () => {
    const message = await exampleMessage(now)
    const other = await exampleMessage(now)
    const both = { ...message, secret: `${other.secret}, ${message.secret}` }
    expect(await verifyMessage(both, now)).toMatchObject({ isGood: true, event: { type: 'webhook.test' } })
    expect(await verifyMessage({ ...message, secret: other.secret }, now)).toMatchObject({
      code: 'signature_mismatch',
    })
  })

  it('says what is wrong with a body that a program printed again, and with what is missing', async () => {
    const message = await exampleMessage(now)
    const codeOf = async (part: object) =>
      ((await verifyMessage({ ...message, ...part }, now)) as { code: string }).code
    expect(await codeOf({ body: JSON.stringify(JSON.parse(message.body), null, 2) })).toBe(
      'signature_mismatch',
    )
    expect(await codeOf({ headers: 'webhook-id: evt_1' })).toBe('headers_missing')
    expect(await codeOf({ headers: 'nothing' })).toBe('headers_unreadable')
    expect(await codeOf({ secret: 'whsec_' })).toBe('secret_invalid')
  })
})

describe('states in words', () => {
  it('tell an endpoint that was paused from one that was given up', () => {
    const state = (
      status: 'enabled' | 'disabled',
      disabled_reason: 'customer' | 'gone' | null,
      failing = false,
    ) => endpointState({ status, disabled_reason, failing_since: failing ? '2026-11-23T12:00:00Z' : null })
    expect(state('enabled', null)).toEqual({ tone: 'good', text: 'enabled' })
    expect(state('enabled', null, true).tone).toBe('warning')
    expect(state('disabled', 'customer')).toEqual({ tone: 'neutral', text: 'paused' })
    expect(state('disabled', 'gone').text).toContain('410')
  })

  it('name the status of an answer, or why there was none', () => {
    const response = { status: 500, headers: {}, body: '' }
    expect(attemptState({ response: { ...response, status: 204 }, error: null })).toEqual({
      tone: 'good',
      text: '204',
    })
    expect(attemptState({ response, error: 'status' })).toEqual({ tone: 'bad', text: '500' })
    expect(attemptState({ response: null, error: 'connect_timeout' })).toEqual({
      tone: 'bad',
      text: 'connect timeout',
    })
  })

  it('indent JSON and leave other text alone', () => {
    expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}')
    expect(readable('thank you')).toBe('thank you')
  })

  it('read values with commas or lines between, each once', () => {
    expect(parseValues(' 10-K, 8-K\n10-K;;')).toEqual(['10-K', '8-K'])
  })
})
