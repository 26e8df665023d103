import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IdentityApp, identityApp, PASSWORD } from '../testing/identity-app.ts'

let api: IdentityApp
beforeAll(async () => {
  api = await identityApp()
})
afterAll(async () => {
  await api.close()
})

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of RFC 6238 that an authenticator shows now. */
function codeOf(uri: string): string {
  const parameters = new URL(uri).searchParams
  const bits = [...String(parameters.get('secret')).replace(/=+$/, '')]
    .map((character) => ALPHABET.indexOf(character).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) as number) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

it('a second factor is asked for before there is a session, and a backup code works once in its place', async () => {
  const ann = await api.person('ann@example.com')
  const enabled = await ann.post('/auth/two-factor/enable', { password: PASSWORD })
  expect(enabled.statusCode, enabled.body).toBe(200)
  const { totpURI, backupCodes } = enabled.json()
  const proved = await ann.post('/auth/two-factor/verify-totp', { code: codeOf(totpURI) })
  expect(proved.statusCode, proved.body).toBe(200)
  const [kept] = await api.sql`select secret, backup_codes from user_second_factors`
  expect(JSON.stringify(kept)).not.toContain(new URL(totpURI).searchParams.get('secret'))
  expect(JSON.stringify(kept)).not.toContain(backupCodes[0])

  const half = async () => {
    const one = api.browser()
    const answer = await one.post('/auth/sign-in/email', { email: 'ann@example.com', password: PASSWORD })
    expect(answer.json()).toMatchObject({ twoFactorRedirect: true })
    expect((await one.get('/v1/me')).statusCode).toBe(401)
    return one
  }
  const wrong = await half()
  expect((await wrong.post('/auth/two-factor/verify-totp', { code: '000000' })).statusCode).toBe(401)
  expect((await wrong.get('/v1/me')).statusCode).toBe(401)

  const right = await half()
  const passed = await right.post('/auth/two-factor/verify-totp', { code: codeOf(totpURI) })
  expect(passed.statusCode, passed.body).toBe(200)
  expect((await right.get('/v1/me')).json()).toMatchObject({ type: 'user', two_factor_enabled: true })

  const spare = await half()
  expect((await spare.post('/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).statusCode).toBe(
    200,
  )
  expect((await spare.get('/v1/me')).statusCode).toBe(200)
  const twice = await half()
  expect((await twice.post('/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).statusCode).toBe(
    401,
  )
  expect((await twice.get('/v1/me')).statusCode).toBe(401)
})
