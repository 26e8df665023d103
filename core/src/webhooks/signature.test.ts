import { createPublicKey, verify } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSigningSecret, publicKeyOf, signatureHeaders } from './signature.ts'

const SPKI_HEADER = Buffer.from('302a300506032b6570032100', 'hex')
const body = '{"id":"evt_1","text":"naïve — 数字 🤖"}'

describe('a signature', () => {
  it('is what Standard Webhooks makes of its published example', () => {
    const headers = signatureHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', at: new Date(1_614_265_330_000) },
      [{ ...newSigningSecret(), secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }],
    )
    expect(headers).toMatchObject({ 'webhook-timestamp': '1614265330' })
    expect(headers['webhook-signature'].split(' ')[0]).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it('is accepted by the reference library, for any bytes and any secret', () => {
    for (let i = 0; i < 50; i++) {
      const secret = newSigningSecret()
      const message = { id: `evt_${i}`, body: body.repeat(i), at: new Date() }
      const headers = signatureHeaders(message, [secret])
      const oracle = new Webhook(secret.secret)
      expect(() => oracle.verify(message.body, headers, { jsonParse: false })).not.toThrow()
      expect(headers['webhook-signature'].split(' ')[0]).toBe(
        oracle.sign(message.id, message.at, message.body),
      )
      expect(() => oracle.verify(`${message.body} `, headers, { jsonParse: false })).toThrow(
        'No matching signature',
      )
    }
  })

  it('is made with both secrets while they rotate, and with no other', () => {
    const [old, next, other] = [newSigningSecret(), newSigningSecret(), newSigningSecret()]
    const headers = signatureHeaders({ id: 'evt_1', body, at: new Date() }, [next, old])
    for (const secret of [old, next]) expect(new Webhook(secret.secret).verify(body, headers)).toBeTruthy()
    expect(() => new Webhook(other.secret).verify(body, headers)).toThrow('No matching signature')
    expect(headers['webhook-signature'].split(' ').map((one) => one.split(',')[0])).toEqual([
      'v1',
      'v1',
      'v1a',
      'v1a',
    ])
  })

  it('can be checked with the public key alone', () => {
    const secret = newSigningSecret()
    const headers = signatureHeaders({ id: 'evt_1', body, at: new Date() }, [secret])
    const signature = headers['webhook-signature'].split(' ')[1]?.replace('v1a,', '') ?? ''
    const der = Buffer.concat([SPKI_HEADER, Buffer.from(publicKeyOf(secret).replace('whpk_', ''), 'base64')])
    const key = createPublicKey({ key: der, type: 'spki', format: 'der' })
    const content = Buffer.from(`evt_1.${headers['webhook-timestamp']}.${body}`)
    expect(verify(null, content, key, Buffer.from(signature, 'base64'))).toBe(true)
    expect(verify(null, Buffer.from(`${content} `), key, Buffer.from(signature, 'base64'))).toBe(false)
  })

  it('rests on 32 random bytes', () => {
    const secrets = Array.from({ length: 20 }, () => newSigningSecret().secret)
    expect(new Set(secrets).size).toBe(20)
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
      expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32)
    }
  })
})
