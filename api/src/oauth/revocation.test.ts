import { accessTokens } from '@sec-latent/core/identity/access-tokens'
import { forgetEnded } from '@sec-latent/core/identity/cleanup-store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const ISSUER = 'http://api.test'
/** Every process believes what it knows of an account for three seconds; promised are five. */
const BOUND_MS = 5_000
let api: TestApp
let one: Client
let other: Client

interface Client {
  id: string
  secret: string
}

beforeAll(async () => {
  api = await testApp()
  const { key } = await api.makeKey({ mode: 'admin', scopes: ['keys:read', 'keys:admin', 'filings:read'] })
  const make = async () => {
    const made = await api.send({
      method: 'POST',
      url: '/v1/service-accounts',
      key,
      payload: { name: 'import', scopes: ['filings:read'] },
    })
    return { id: made.json().client_id, secret: made.json().client_secret }
  }
  one = await make()
  other = await make()
})
afterAll(async () => {
  await api.close()
})

const post = (path: string, form: Record<string, string> | string, client: Client | undefined) =>
  api.send({
    method: 'POST',
    url: path,
    key: null,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(client
        ? { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` }
        : {}),
    },
    payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  })
const tokenOf = async (client: Client) =>
  (await post('/oauth/token', { grant_type: 'client_credentials' }, client)).json().access_token as string
const revoke = (token: string, client: Client | undefined = one) => post('/oauth/revoke', { token }, client)
const works = async (token: string) => (await api.get('/v1/filings', { key: token })).statusCode === 200

describe('a token that is taken back', () => {
  it('B109: stops at once here and within the bound in other processes, and no other token stops', async () => {
    const { signingKeys, serviceAccounts } = api.services.identity
    const elsewhere = accessTokens(signingKeys, serviceAccounts, { issuer: ISSUER, audience: ISSUER })
    const [token, kept] = [await tokenOf(one), await tokenOf(one)]
    expect([await works(token), await works(kept)]).toEqual([true, true])
    expect((await elsewhere.verify(token))?.account.id).toBe(one.id)
    const answer = await revoke(token)
    expect([answer.statusCode, answer.json(), answer.headers['cache-control']]).toEqual([200, {}, 'no-store'])
    expect((await api.get('/v1/filings', { key: token })).json().code).toBe('invalid_key')
    await expect.poll(() => elsewhere.verify(token), { timeout: BOUND_MS, interval: 50 }).toBeUndefined()
    expect([await works(kept), (await elsewhere.verify(kept))?.account.id]).toEqual([true, one.id])
    const audited = await api.sql`
      select actor_id from audit_events where action = 'access_token.revoked' and target_id = ${one.id}`
    expect(audited).toEqual([{ actor_id: one.id }])
  })

  it('may be taken back again, as may what is no token', async () => {
    const token = await tokenOf(one)
    for (const text of [token, token, 'no-token', `${token}x`, "' or 1=1 --", 'a.b.c']) {
      expect((await revoke(text)).statusCode, text).toBe(200)
    }
    const audited = await api.sql`
      select 1 from audit_events where action = 'access_token.revoked' and target_id = ${one.id}`
    expect(audited).toHaveLength(2)
  })

  it('is its own: nobody else takes it back', async () => {
    const token = await tokenOf(one)
    const stranger = await revoke(token, other)
    expect([stranger.statusCode, stranger.json().error]).toEqual([400, 'unauthorized_client'])
    const unknown = await revoke(token, { ...one, secret: 'x' })
    expect([unknown.statusCode, unknown.json().error]).toEqual([401, 'invalid_client'])
    expect((await post('/oauth/revoke', { token }, undefined)).json().error).toBe('invalid_client')
    expect((await post('/oauth/revoke', {}, one)).json().error).toBe('invalid_request')
    const twice = await post('/oauth/revoke', `token=${token}&token=${token}`, one)
    expect(twice.json().error).toBe('invalid_request')
    const long = await post('/oauth/revoke', { token: 'x'.repeat(5_000) }, one)
    expect(long.json().error).toBe('invalid_request')
    expect(await works(token)).toBe(true)
  })

  it('is forgotten when its time is over', async () => {
    await revoke(await tokenOf(one))
    const rows = async () => (await api.sql`select 1 from revoked_tokens`).length
    const before = await rows()
    await forgetEnded(api.sql)
    expect(await rows()).toBe(before)
    await api.sql`update revoked_tokens set expires_at = now() - interval '1 hour'`
    await forgetEnded(api.sql)
    expect(await rows()).toBe(0)
  })
})

/**
 * Rows of the catalogue of bad input about the authorization-code flow. People sign in on our own pages with a session, and
 * programs with client credentials: nobody is sent to us from elsewhere, so what the rows guard is not there.
 */
const NOT_BUILT = {
  B114: 'there is no address that redirects',
  B115: 'there is no code to exchange, with PKCE or without',
  B116: 'there is no code that could be used twice',
  B117: 'there are no refresh tokens',
  B118: 'there is no code that could be redeemed by somebody else',
}

describe('the authorization-code flow', () => {
  it('B114 B115 B116 B117 B118: is not there, and nothing says it is', async () => {
    expect(Object.keys(NOT_BUILT)).toHaveLength(5)
    const query = `client_id=${one.id}&response_type=code&redirect_uri=${encodeURIComponent('https://evil.example')}`
    for (const path of ['/authorize', '/oauth/authorize', '/oauth2/authorize', '/v1/oauth/authorize']) {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await api.app.inject({ method, url: `${path}?${query}` })
        expect([answer.statusCode, answer.json().code], path).toEqual([404, 'route_not_found'])
        expect(answer.headers).not.toHaveProperty('location')
        expect(answer.body).not.toContain('evil')
      }
    }
    const grants = [
      {
        grant_type: 'authorization_code',
        code: 'x',
        code_verifier: 'y',
        redirect_uri: 'https://evil.example',
      },
      { grant_type: 'refresh_token', refresh_token: 'x' },
    ]
    for (const grant of grants) {
      const answer = await post('/oauth/token', grant as unknown as Record<string, string>, one)
      expect([answer.statusCode, answer.json().error]).toEqual([400, 'unsupported_grant_type'])
    }
    const metadata = (await api.get('/.well-known/oauth-authorization-server', { key: null })).json()
    expect(metadata).toMatchObject({
      response_types_supported: [],
      grant_types_supported: ['client_credentials'],
      revocation_endpoint: `${ISSUER}/oauth/revoke`,
    })
    expect(metadata).not.toHaveProperty('authorization_endpoint')
  })
})
