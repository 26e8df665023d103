import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const ISSUER = 'http://api.test'
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
let api: TestApp
let admin: string
let client: { id: string; secret: string }

beforeAll(async () => {
  api = await testApp()
  admin = (
    await api.makeKey({
      mode: 'admin',
      scopes: ['keys:read', 'keys:admin', 'filings:read', 'signals:read', 'usage:read'],
    })
  ).key
  client = await newClient()
})
afterAll(async () => {
  await api.close()
})

async function newClient(more: object = {}) {
  const made = await api.send({
    method: 'POST',
    url: '/v1/service-accounts',
    key: admin,
    payload: { name: 'import', scopes: ['filings:read', 'signals:read', 'usage:read'], ...more },
  })
  expect(made.statusCode, api.lines.slice(-2).join()).toBe(201)
  return { id: made.json().client_id as string, secret: made.json().client_secret as string }
}

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
})
async function ask(form: Record<string, string> | string, headers: Record<string, string> = {}) {
  return await api.send({
    method: 'POST',
    url: '/oauth/token',
    key: null,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  })
}
const GRANT = { grant_type: 'client_credentials' }

describe('a token request', () => {
  it('with a secret in the header or in the body gets a token that works', async () => {
    const one = await ask(GRANT, basic(client.id, client.secret))
    expect(one.statusCode, one.body).toBe(200)
    expect(one.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' })
    expect(one.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'filings:read signals:read usage:read',
    })
    expect(one.json()).not.toHaveProperty('refresh_token')
    const me = await api.get('/v1/me', { key: one.json().access_token })
    expect(me.json()).toMatchObject({
      type: 'service_account',
      id: client.id,
      organisation_id: api.organisation.id,
    })
    const other = await ask({ ...GRANT, client_id: client.id, client_secret: client.secret })
    expect(other.statusCode).toBe(200)
  })

  it('can ask for less, never for more', async () => {
    const less = await ask({ ...GRANT, scope: 'filings:read' }, basic(client.id, client.secret))
    const token = less.json().access_token
    expect(less.json().scope).toBe('filings:read')
    const refused = await api.get('/v1/usage', { key: token })
    expect(refused.json()).toMatchObject({
      status: 403,
      code: 'insufficient_scope',
      granted: ['filings:read'],
    })
    for (const scope of ['keys:admin', 'filings:read keys:admin', 'nothing:read']) {
      const more = await ask({ ...GRANT, scope }, basic(client.id, client.secret))
      expect(more.statusCode).toBe(400)
      expect(more.json().error).toBe('invalid_scope')
    }
  })

  const good = () => basic(client.id, client.secret)
  const table: [
    string,
    () => Promise<{ statusCode: number; json: () => { error?: string } }>,
    number,
    string,
  ][] = [
    ['a wrong secret', () => ask(GRANT, basic(client.id, `${client.secret}x`)), 401, 'invalid_client'],
    [
      'a wrong secret in the body',
      () => ask({ ...GRANT, client_id: client.id, client_secret: 'x' }),
      401,
      'invalid_client',
    ],
    [
      'an unknown client',
      () => ask(GRANT, basic('sva_06fpr5v8k0ah3q7yd2m4xw9ezc', client.secret)),
      401,
      'invalid_client',
    ],
    ['a client that is no id', () => ask(GRANT, basic("' or 1=1 --", 'x')), 401, 'invalid_client'],
    ['no client', () => ask(GRANT), 401, 'invalid_client'],
    ['a client without a secret', () => ask({ ...GRANT, client_id: client.id }), 401, 'invalid_client'],
    [
      'a header that is not Basic',
      () => ask(GRANT, { authorization: `Bearer ${admin}` }),
      401,
      'invalid_client',
    ],
    [
      'a Basic header without a colon',
      () => ask(GRANT, { authorization: 'Basic YWJj' }),
      401,
      'invalid_client',
    ],
    ['no grant', () => ask({ scope: 'filings:read' }, good()), 400, 'invalid_request'],
    ['an empty grant', () => ask({ grant_type: '' }, good()), 400, 'invalid_request'],
    [
      'the password grant',
      () => ask({ grant_type: 'password', username: 'a', password: 'b' }, good()),
      400,
      'unsupported_grant_type',
    ],
    ['the implicit grant', () => ask({ grant_type: 'implicit' }, good()), 400, 'unsupported_grant_type'],
    [
      'a refresh token',
      () => ask({ grant_type: 'refresh_token', refresh_token: 'x' }, good()),
      400,
      'unsupported_grant_type',
    ],
    [
      'the client in both places',
      () => ask({ ...GRANT, client_id: client.id, client_secret: client.secret }, good()),
      400,
      'invalid_request',
    ],
    [
      'another client in the body',
      () => ask({ ...GRANT, client_id: 'sva_x' }, good()),
      400,
      'invalid_request',
    ],
    [
      'a grant twice',
      () => ask('grant_type=client_credentials&grant_type=client_credentials', good()),
      400,
      'invalid_request',
    ],
    [
      'scopes with two spaces',
      () => ask({ ...GRANT, scope: 'filings:read  signals:read' }, good()),
      400,
      'invalid_scope',
    ],
    [
      'an assertion of an unknown type',
      () => ask({ ...GRANT, client_assertion: 'a.b.c', client_assertion_type: 'x' }),
      400,
      'invalid_request',
    ],
    [
      'an assertion that is none',
      () => ask({ ...GRANT, client_assertion: 'a.b.c', client_assertion_type: ASSERTION }),
      401,
      'invalid_client',
    ],
  ]
  it.each(table)('is refused as RFC 6749 says: %s', async (_name, send, status, error) => {
    const answer = await send()
    expect(answer.statusCode).toBe(status)
    expect(answer.json().error).toBe(error)
  })

  it('tells nothing of whether the client exists', async () => {
    const bodies = await Promise.all([
      ask(GRANT, basic(client.id, 'sls_wrong')),
      ask(GRANT, basic('sva_06fpr5v8k0ah3q7yd2m4xw9ezc', 'sls_wrong')),
    ])
    expect(bodies[0]?.body).toBe(bodies[1]?.body)
    expect(bodies[0]?.headers['www-authenticate']).toMatch(/^Basic /)
  })

  it('in JSON, or too long, is refused as any body is', async () => {
    const json = await api.send({ method: 'POST', url: '/oauth/token', key: null, payload: GRANT })
    expect(json.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' })
    const long = await ask({ ...GRANT, junk: 'x'.repeat(20_000) }, good())
    expect(long.json()).toMatchObject({ status: 413, code: 'body_too_large' })
  })

  it('is held back after failures from one address', async () => {
    const guarded = await testApp({ settings: { failedAttemptsPerMinute: 9 } })
    try {
      const statuses: number[] = []
      for (let i = 0; i < 5; i++) {
        const answer = await guarded.app.inject({
          method: 'POST',
          url: '/oauth/token',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...basic('sva_x', String(i)) },
          payload: 'grant_type=client_credentials',
        })
        statuses.push(answer.statusCode)
      }
      expect(statuses).toEqual([401, 401, 401, 429, 429])
    } finally {
      await guarded.close()
    }
  })
})

describe('an assertion', () => {
  it('signed by a registered key gets a token once, and only as it must be', async () => {
    const pair = await generateKeyPair('ES256', { extractable: true })
    const stranger = await generateKeyPair('ES256', { extractable: true })
    const { kty, crv, x, y } = await exportJWK(pair.publicKey)
    const { id } = await newClient({ public_keys: [{ kid: 'k1', kty, crv, x, y }] })
    const make = async (claims: object = {}, header: object = {}, key = pair.privateKey) => {
      const now = Math.floor(Date.now() / 1000)
      const payload = {
        iss: id,
        sub: id,
        aud: ISSUER,
        jti: crypto.randomUUID(),
        iat: now,
        exp: now + 60,
        ...claims,
      }
      return await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header }).sign(key)
    }
    const send = async (client_assertion: string) =>
      (await ask({ ...GRANT, client_assertion, client_assertion_type: ASSERTION })).statusCode
    const now = Math.floor(Date.now() / 1000)
    const good = await make()
    expect(await send(good)).toBe(200)
    expect(await send(good)).toBe(401)
    expect(await send(await make({ aud: `${ISSUER}/oauth/token` }))).toBe(200)
    const bad: Promise<string>[] = [
      make({}, {}, stranger.privateKey),
      make({}, { kid: 'k2' }),
      make({}, { jku: 'https://evil.test' }),
      make({ aud: 'https://other.test' }),
      make({ iss: 'sva_other' }),
      make({ exp: now + 3_600 }),
      make({ exp: now - 100, iat: now - 160 }),
      make({ iat: now + 100, exp: now + 160 }),
      make({ jti: undefined }),
      make({ exp: undefined }),
    ]
    for (const one of bad) expect(await send(await one)).toBe(401)
  })

  it('needs a key that can be one: private parts, short RSA keys and broken ones are not registered', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const whole = await exportJWK(privateKey)
    const { kty, crv, x } = await exportJWK(publicKey)
    for (const key of [
      { kid: 'a', ...whole },
      { kid: 'a', kty, crv, x },
      { kid: 'a', kty: 'oct', k: 'AAAA' },
    ]) {
      const answer = await api.send({
        method: 'POST',
        url: '/v1/service-accounts',
        key: admin,
        payload: { name: 'x', scopes: ['filings:read'], public_keys: [key] },
      })
      expect(answer.statusCode, answer.body).toBe(400)
    }
  })
})

describe('a service account', () => {
  it('can be given nothing that its maker lacks', async () => {
    const answer = await api.send({
      method: 'POST',
      url: '/v1/service-accounts',
      key: admin,
      payload: { name: 'x', scopes: ['billing:admin'] },
    })
    expect(answer.json()).toMatchObject({
      status: 403,
      code: 'insufficient_scope',
      required: ['billing:admin'],
    })
  })

  it('that can do more than somebody gives them neither its secret nor a place for a key', async () => {
    const { id } = await newClient()
    const less = (await api.makeKey({ mode: 'admin', scopes: ['keys:read', 'keys:admin'] })).key
    const tries: ['POST' | 'PATCH', string, object][] = [
      ['POST', `/v1/service-accounts/${id}/rotate`, { overlap_seconds: 60 }],
      ['PATCH', `/v1/service-accounts/${id}`, { public_keys: [] }],
    ]
    for (const [method, url, payload] of tries) {
      const answer = await api.send({ method, url, key: less, headers: { 'if-match': '*' }, payload })
      expect(answer.json(), url).toMatchObject({ status: 403, code: 'insufficient_scope' })
    }
  })

  it('changes its secret with two live, at most', async () => {
    const { id, secret } = await newClient()
    const rotate = async (overlap_seconds: number) => {
      const answer = await api.send({
        method: 'POST',
        url: `/v1/service-accounts/${id}/rotate`,
        key: admin,
        payload: { overlap_seconds },
      })
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json()
    }
    const works = async (one: string) => (await ask(GRANT, basic(id, one))).statusCode === 200
    const second = await rotate(3_600)
    expect(second.secrets).toHaveLength(2)
    expect([await works(secret), await works(second.client_secret)]).toEqual([true, true])
    const third = await rotate(3_600)
    expect(third.secrets).toHaveLength(2)
    expect([
      await works(secret),
      await works(second.client_secret),
      await works(third.client_secret),
    ]).toEqual([false, true, true])
    const fourth = await rotate(0)
    expect(fourth.secrets).toHaveLength(1)
    expect([await works(third.client_secret), await works(fourth.client_secret)]).toEqual([false, true])
  })

  it('that is disabled gets no token, and those it has stop', async () => {
    const { id, secret } = await newClient()
    const token = (await ask(GRANT, basic(id, secret))).json().access_token
    expect((await api.get('/v1/me', { key: token })).statusCode).toBe(200)
    const read = await api.get(`/v1/service-accounts/${id}`, { key: admin })
    expect(read.body).not.toContain(secret)
    const patch = (etag: string, payload: object) =>
      api.send({
        method: 'PATCH',
        url: `/v1/service-accounts/${id}`,
        key: admin,
        headers: { 'if-match': etag },
        payload,
      })
    const done = await patch(String(read.headers.etag), { disabled: true })
    expect(done.statusCode, done.body).toBe(200)
    expect((await patch(String(read.headers.etag), { disabled: false })).statusCode).toBe(412)
    expect((await ask(GRANT, basic(id, secret))).json().error).toBe('invalid_client')
    expect((await api.get('/v1/me', { key: token })).json()).toMatchObject({
      status: 401,
      code: 'invalid_key',
    })
    const gone = await api.send({ method: 'DELETE', url: `/v1/service-accounts/${id}`, key: admin })
    expect(gone.statusCode).toBe(204)
    const events = await api.sql`select action from audit_events where target_id = ${id} order by seq`
    expect(events.map((event) => event.action)).toEqual([
      'service_account.created',
      'service_account.updated',
      'service_account.deleted',
    ])
  })

  it('of somebody else is not there, whatever is tried', async () => {
    const stranger = (
      await api.makeKey({ organisation_id: api.other.id, mode: 'admin', scopes: ['keys:read', 'keys:admin'] })
    ).key
    const tries: ['GET' | 'PATCH' | 'DELETE' | 'POST', string, object?][] = [
      ['GET', `/v1/service-accounts/${client.id}`],
      ['PATCH', `/v1/service-accounts/${client.id}`, { name: 'x' }],
      ['POST', `/v1/service-accounts/${client.id}/rotate`, {}],
      ['DELETE', `/v1/service-accounts/${client.id}`],
    ]
    for (const [method, url, payload] of tries) {
      const answer = await api.send({
        method,
        url,
        key: stranger,
        headers: { 'if-match': '*' },
        ...(payload ? { payload } : {}),
      })
      expect(answer.json(), method).toMatchObject({ status: 404, code: 'service_account_not_found' })
    }
    expect((await api.get('/v1/service-accounts', { key: stranger })).json().data).toEqual([])
  })
})

describe('the authorization server', () => {
  it('says what it can do, and shows its keys without their private parts', async () => {
    const about = await api.get('/.well-known/oauth-authorization-server', { key: null })
    expect(about.json()).toMatchObject({
      issuer: ISSUER,
      token_endpoint: `${ISSUER}/oauth/token`,
      grant_types_supported: ['client_credentials'],
    })
    const keys = await api.get('/.well-known/jwks.json', { key: null })
    expect(keys.headers['cache-control']).toContain('public')
    for (const key of keys.json().keys)
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  })
})

describe('a token that is not good', () => {
  it('gets the answer of an unknown key, to the letter', async () => {
    const shape = (body: string) => body.replace(/"request_id":"[^"]*"/, '')
    const unknown = await api.get('/v1/me', { key: `${api.keys.live.key.slice(0, -1)}?` })
    for (const token of ['a.b.c', 'eyJhbGciOiJub25lIn0.e30.', `${'a'.repeat(3_000)}.b.c`]) {
      const answer = await api.get('/v1/me', { key: token })
      expect(answer.statusCode).toBe(401)
      expect(shape(answer.body)).toBe(shape(unknown.body))
      expect(answer.headers['www-authenticate']).toBe(unknown.headers['www-authenticate'])
    }
  })
})
