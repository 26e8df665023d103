import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IdentityApp, identityApp, PORTAL } from '../testing/identity-app.ts'
import { parseProviders } from './providers.ts'

/** A sign-in provider on this machine that speaks OpenID Connect, and what it was asked. */
async function provider() {
  const pair = await generateKeyPair('RS256', { extractable: true })
  const stranger = await generateKeyPair('RS256', { extractable: true })
  const codes = new Map<string, { nonce: string | null; challenge: string | null; redirect: string | null }>()
  const state = {
    user: { sub: 'u1', email: 'ann@corp.example', email_verified: true, name: 'Ann Corp' } as Record<
      string,
      unknown
    >,
    claims: {} as Record<string, unknown>,
    forged: false,
    issuer: '',
    faults: [] as string[],
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', state.issuer)
    const json = (body: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer: state.issuer,
        authorization_endpoint: `${state.issuer}/authorize`,
        token_endpoint: `${state.issuer}/token`,
        userinfo_endpoint: `${state.issuer}/userinfo`,
        jwks_uri: `${state.issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
      })
    }
    if (url.pathname === '/jwks') {
      return json({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'p1', alg: 'RS256', use: 'sig' }] })
    }
    if (url.pathname === '/token') {
      let text = ''
      for await (const chunk of request) text += chunk
      const form = new URLSearchParams(text)
      const asked = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (!asked || asked.challenge !== challenge || asked.redirect !== form.get('redirect_uri')) {
        state.faults.push('token')
        return json({ error: 'invalid_grant' }, 400)
      }
      const id_token = await new SignJWT({ ...state.user, nonce: asked.nonce, ...state.claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'p1' })
        .setIssuer(String(state.claims.iss ?? state.issuer))
        .setAudience(String(state.claims.aud ?? 'client-1'))
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(state.forged ? stranger.privateKey : pair.privateKey)
      return json({ access_token: 'opaque', token_type: 'Bearer', expires_in: 300, id_token })
    }
    if (url.pathname === '/userinfo') return json(state.user)
    return json({}, 404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    state,
    /** What the provider does when the person agrees: a code for the address that asked. */
    agree(authorizeUrl: string): string {
      const url = new URL(authorizeUrl)
      const code = crypto.randomUUID()
      codes.set(code, {
        nonce: url.searchParams.get('nonce'),
        challenge: url.searchParams.get('code_challenge'),
        redirect: url.searchParams.get('redirect_uri'),
      })
      const back = new URL(String(url.searchParams.get('redirect_uri')))
      back.searchParams.set('code', code)
      back.searchParams.set('state', String(url.searchParams.get('state')))
      return back.pathname + back.search
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

let corp: Awaited<ReturnType<typeof provider>>
let api: IdentityApp
beforeAll(async () => {
  corp = await provider()
  api = await identityApp({
    providers: parseProviders({
      AUTH_OIDC_PROVIDERS: JSON.stringify([
        {
          id: 'corp',
          name: 'Corp',
          issuer: corp.state.issuer,
          client_id: 'client-1',
          client_secret: 's3cret',
        },
      ]),
    }),
  })
})
afterAll(async () => {
  await api.close()
  await corp.close()
})

async function begin() {
  const one = api.browser()
  const answer = await one.post('/auth/sign-in/social', {
    provider: 'corp',
    callbackURL: `${PORTAL}/account`,
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return { one, url: String(answer.json().url) }
}

describe('signing in with a provider', () => {
  it('is offered by its name', async () => {
    expect((await api.browser().get('/auth/providers')).json().data).toEqual([{ id: 'corp', name: 'Corp' }])
  })

  it('makes a person of a proved address, with PKCE, a nonce and a state', async () => {
    const { one, url } = await begin()
    const asked = new URL(url).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'nonce', 'state']) expect(asked.get(name), name).toBeTruthy()
    expect(asked.get('redirect_uri')).toBe('http://api.test/auth/callback/corp')
    const back = await one.get(corp.agree(url))
    expect(back.statusCode, back.body).toBe(302)
    expect(back.headers.location).toBe(`${PORTAL}/account`)
    expect((await one.get('/v1/me')).json()).toMatchObject({ email: 'ann@corp.example', role: 'owner' })
    const [row] = await api.sql`select access_token, id_token from user_identities where provider_id = 'corp'`
    expect(JSON.stringify(row)).not.toContain('opaque')
    const again = await begin()
    await again.one.get(corp.agree(again.url))
    expect(await api.sql`select 1 from users where email = 'ann@corp.example'`).toHaveLength(1)
  })

  it('fails when the state is not of this browser, the code was used, or the token is not of the provider', async () => {
    const refusedWith = async (
      visit: () => Promise<{ statusCode: number; headers: Record<string, unknown> }>,
    ) => {
      const answer = await visit()
      expect(String(answer.headers.location ?? '')).not.toBe(`${PORTAL}/account`)
      return answer
    }
    const first = await begin()
    const path = corp.agree(first.url)
    const stranger = api.browser()
    await refusedWith(() => stranger.get(path))
    expect((await stranger.get('/v1/me')).statusCode).toBe(401)

    const second = await begin()
    await refusedWith(() => second.one.get(corp.agree(second.url).replace(/code=[^&]+/, 'code=other')))
    expect((await second.one.get('/v1/me')).statusCode).toBe(401)

    for (const claims of [{ iss: 'https://evil.test' }, { aud: 'other-client' }, { nonce: 'other' }]) {
      corp.state.claims = claims
      const { one, url } = await begin()
      await refusedWith(() => one.get(corp.agree(url)))
      expect((await one.get('/v1/me')).statusCode, JSON.stringify(claims)).toBe(401)
    }
    corp.state.claims = {}
    corp.state.forged = true
    const forged = await begin()
    await refusedWith(() => forged.one.get(corp.agree(forged.url)))
    expect((await forged.one.get('/v1/me')).statusCode).toBe(401)
    corp.state.forged = false
  })

  it('takes over nobody whose address the provider did not prove', async () => {
    await api.person('victim@example.com')
    corp.state.user = { sub: 'u2', email: 'victim@example.com', email_verified: false, name: 'Mallory' }
    const { one, url } = await begin()
    await one.get(corp.agree(url))
    expect((await one.get('/v1/me')).statusCode).toBe(401)
    expect(await api.sql`select 1 from user_identities where provider_account_id = 'u2'`).toHaveLength(0)
  })

  it('leads back to pages of the portal only', async () => {
    for (const callbackURL of [
      'https://evil.test/',
      `${PORTAL}.evil.test/`,
      '//evil.test',
      'javascript:alert(1)',
    ]) {
      const answer = await api.browser().post('/auth/sign-in/social', { provider: 'corp', callbackURL })
      expect(answer.statusCode, callbackURL).toBe(403)
    }
    const unknown = await api.browser().post('/auth/sign-in/social', { provider: 'other' })
    expect(unknown.statusCode).toBeGreaterThanOrEqual(400)
  })
})

describe('settings of providers', () => {
  it.each([
    ['{', 'not JSON'],
    ['{}', 'list'],
    ['[{"id":"X"}]', 'needs id'],
    ['[{"id":"github","issuer":"https://a.test","client_id":"a","client_secret":"b"}]', 'twice'],
  ])('%s is refused', (AUTH_OIDC_PROVIDERS, reason) => {
    expect(() => parseProviders({ AUTH_OIDC_PROVIDERS })).toThrow(reason)
  })

  it('of GitHub and Google come in pairs', () => {
    expect(() => parseProviders({ GITHUB_CLIENT_ID: 'a' })).toThrow('belong together')
    expect(parseProviders({ GOOGLE_CLIENT_ID: 'a', GOOGLE_CLIENT_SECRET: 'b' }).google).toEqual({
      client_id: 'a',
      client_secret: 'b',
    })
  })
})
