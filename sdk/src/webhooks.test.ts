import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { sign, unwrap } from './webhooks.ts'

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`
const OTHER = `whsec_${Buffer.from('another secret of thirty-two byt').toString('base64')}`
const EVENT = { id: 'evt_1', type: 'signal.created', data: { quote: 'naïve — 数字 🤖' } }
const BODY = JSON.stringify(EVENT)

describe('a message', () => {
  test('of the reference library is accepted, whatever holds its body and its headers', async () => {
    const at = new Date()
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': `v1a,abc v1,${new Webhook(OTHER).sign('evt_1', at, BODY).slice(3)} ${new Webhook(SECRET).sign('evt_1', at, BODY)}`,
    }
    const bytes = new TextEncoder().encode(BODY)
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    )
    for (const body of [BODY, bytes, bytes.buffer, Buffer.from(BODY)]) {
      for (const given of [headers, new Headers(headers), upper]) {
        expect(await unwrap(body, given, SECRET)).toEqual(EVENT)
      }
    }
    expect(await unwrap(BODY, headers, ['whsec_AAAA', OTHER])).toEqual(EVENT)
  })

  test('that was signed here is accepted by the reference library', async () => {
    const headers = await sign(BODY, SECRET)
    expect(new Webhook(SECRET).verify(BODY, headers)).toEqual(EVENT)
    expect(await unwrap(BODY, headers, SECRET)).toEqual(EVENT)
  })

  test.each([
    ['another body', { body: `${BODY} ` }, 'signature_mismatch'],
    ['another secret', { secret: OTHER }, 'signature_mismatch'],
    ['no secret', { secret: [] }, 'signature_mismatch'],
    ['a secret that is none', { secret: 'whsec_%%%' }, 'secret_invalid'],
    ['another id', { headers: { 'webhook-id': 'evt_2' } }, 'signature_mismatch'],
    ['a signature that is no base64', { headers: { 'webhook-signature': 'v1,%%%' } }, 'signature_mismatch'],
    ['no id', { headers: { 'webhook-id': undefined } }, 'headers_missing'],
    ['an age of six minutes', { now: Date.now() + 360_000 }, 'too_old'],
    ['a moment six minutes ahead', { now: Date.now() - 360_000 }, 'too_old'],
    ['a timestamp that is none', { headers: { 'webhook-timestamp': 'soon' } }, 'too_old'],
    ['a body that was parsed', { body: EVENT }, 'body_not_raw'],
  ])('with %s is refused', async (_, change: Record<string, unknown>, code) => {
    const headers = { ...(await sign(BODY, SECRET, { id: 'evt_1' })), ...(change.headers as object) }
    const { body = BODY, secret = SECRET, now = Date.now() } = change
    const outcome = unwrap(body as string, headers, secret as string, { now: now as number })
    await expect(outcome).rejects.toMatchObject({ name: 'WebhookError', code })
  })
})
