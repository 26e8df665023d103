import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IdentityApp, identityApp, PASSWORD, PORTAL } from '../testing/identity-app.ts'

let api: IdentityApp
beforeAll(async () => {
  api = await identityApp()
})
afterAll(async () => {
  await api.close()
})

describe('a person', () => {
  it('signs up, proves the address and works in an organisation of their own', async () => {
    const ann = api.browser()
    const signedUp = await ann.post('/auth/sign-up/email', {
      name: 'Ann',
      email: 'Ann@Example.com',
      password: PASSWORD,
    })
    expect(signedUp.statusCode).toBe(200)
    expect(ann.jar.size).toBe(0)
    const tooEarly = await ann.post('/auth/sign-in/email', { email: 'ann@example.com', password: PASSWORD })
    expect(tooEarly.json()).toMatchObject({ status: 403, code: 'sign_in_refused' })
    const token = await api.tokenFor('ann@example.com', 'sign-in/verify')
    expect((await ann.post('/auth/verify-email', { token })).statusCode).toBe(200)
    const answers = await Promise.all([ann.get('/v1/me'), ann.get('/v1/me'), ann.get('/v1/organisation')])
    expect(
      answers.map((one) => one.statusCode),
      answers[0].body,
    ).toEqual([200, 200, 200])
    const me = answers[0].json()
    expect(me).toMatchObject({
      type: 'user',
      email: 'ann@example.com',
      role: 'owner',
      organisations: [{ role: 'owner' }],
    })
    const made = await api.sql`select 1 from members where user_id = ${me.id}`
    expect(made).toHaveLength(1)
    const [event] =
      await api.sql`select action from audit_events where organisation_id = ${me.organisation_id}`
    expect(event?.action).toBe('organisation.created')
    const session = await ann.get('/auth/get-session')
    expect(session.json().user.email).toBe('ann@example.com')
    expect(session.body).not.toContain('"token"')
  })

  it('signs out here, and nobody can use the session afterwards', async () => {
    const bob = await api.person('bob@example.com')
    const stolen = [...bob.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    expect((await bob.get('/v1/me')).statusCode).toBe(200)
    expect((await bob.post('/auth/sign-out')).statusCode).toBe(200)
    const again = await api.app.inject({ url: '/v1/me', headers: { cookie: stolen } })
    expect(again.json()).toMatchObject({ status: 401, code: 'missing_key' })
    const asked = await api.app.inject({ url: '/auth/get-session', headers: { cookie: stolen } })
    expect(asked.body).toBe('null')
  })

  it('gets a new session with every sign-in', async () => {
    const eve = await api.person('eve@example.com')
    const first = eve.jar.get('latent.session_token')
    await eve.post('/auth/sign-in/email', { email: 'eve@example.com', password: PASSWORD })
    expect(eve.jar.get('latent.session_token')).not.toBe(first)
  })

  it('signs in with a link that works once, for a quarter of an hour', async () => {
    const dan = api.browser()
    await dan.post('/auth/sign-in/magic-link', { email: 'dan@example.com' })
    const token = await api.tokenFor('dan@example.com', 'sign-in/link')
    const both = await Promise.all([
      dan.post('/auth/magic-link/verify', { token }),
      api.browser().post('/auth/magic-link/verify', { token }),
    ])
    expect(both.map((one) => one.statusCode).sort()).toEqual([200, 400])
    const third = await api.browser().post('/auth/magic-link/verify', { token })
    expect(third.json()).toMatchObject({ status: 400, code: 'link_not_valid' })
    await dan.post('/auth/sign-in/magic-link', { email: 'dan@example.com' })
    const late = await api.tokenFor('dan@example.com', 'sign-in/link', 1)
    const [row] = await api.sql`select expires_at from user_verifications order by created_at desc limit 1`
    expect(Date.parse(row?.expires_at) - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    await api.sql`update user_verifications set expires_at = now() - interval '1 second'`
    expect((await api.browser().post('/auth/magic-link/verify', { token: late })).statusCode).toBe(400)
    const kept = await api.sql`select identifier from user_verifications where identifier like ${`%${late}%`}`
    expect(kept).toHaveLength(0)
  })

  it('sets a new password with a mail, once, and all sessions end', async () => {
    const fay = await api.person('fay@example.com')
    const other = api.browser()
    await other.post('/auth/request-password-reset', { email: 'fay@example.com' })
    const token = await api.tokenFor('fay@example.com', 'sign-in/reset')
    const weak = await other.post('/auth/reset-password', { token, newPassword: 'password1234' })
    expect(weak.json()).toMatchObject({ status: 422, code: 'password_not_allowed' })
    const newPassword = 'a different long sentence'
    expect((await other.post('/auth/reset-password', { token, newPassword })).statusCode).toBe(200)
    expect((await other.post('/auth/reset-password', { token, newPassword })).json().code).toBe(
      'link_not_valid',
    )
    expect((await fay.get('/v1/me')).statusCode).toBe(401)
    const old = await other.post('/auth/sign-in/email', { email: 'fay@example.com', password: PASSWORD })
    expect(old.statusCode).toBe(401)
    const now = await other.post('/auth/sign-in/email', { email: 'fay@example.com', password: newPassword })
    expect(now.statusCode).toBe(200)
  })

  it('cannot make themselves more than they are by naming it', async () => {
    const body = { name: 'X', email: 'x@example.com', password: PASSWORD }
    for (const extra of [
      { role: 'owner' },
      { is_admin: true },
      { emailVerified: true },
      { plan: 'scale' },
      { organisation_id: 'org_1' },
    ]) {
      const refused = await api.browser().post('/auth/sign-up/email', { ...body, ...extra })
      expect(refused.json()).toMatchObject({ status: 400, code: 'unknown_field' })
    }
  })

  it('who is disabled has no session any more', async () => {
    const ian = await api.person('ian@example.com')
    const me = (await ian.get('/v1/me')).json()
    await api.services.identity.sessions.forget(await api.services.identity.sessionStore.disableUser(me.id))
    expect((await ian.get('/v1/me')).statusCode).toBe(401)
    const again = await ian.post('/auth/sign-in/email', { email: 'ian@example.com', password: PASSWORD })
    expect([200, 401, 403]).toContain(again.statusCode)
    expect((await ian.get('/v1/me')).statusCode).toBe(401)
  })
})

describe('whether an address is known', () => {
  it('shows in no answer: not its status, not its text', async () => {
    await api.person('known@example.com')
    const shape = (body: string) =>
      body
        .replace(/known@example\.com|nobody@example\.com/g, '')
        .replace(/"(?:id|createdAt|updatedAt|request_id)":"[^"]*"/g, '')
    const asks: [string, object][] = [
      ['/auth/sign-in/email', { password: 'wrong wrong wrong wrong' }],
      ['/auth/sign-in/magic-link', {}],
      ['/auth/request-password-reset', {}],
      ['/auth/send-verification-email', {}],
      ['/auth/sign-up/email', { name: 'Ann Example', password: PASSWORD }],
    ]
    for (const [url, body] of asks) {
      const known = await api.browser().post(url, { ...body, email: 'known@example.com' })
      const unknown = await api.browser().post(url, { ...body, email: 'nobody@example.com' })
      expect(known.statusCode, url).toBe(unknown.statusCode)
      expect(shape(known.body), url).toBe(shape(unknown.body))
    }
    for (let i = 0; i < 100 && (await api.mailsTo('known@example.com')).length < 4; i++)
      await new Promise((resolve) => setTimeout(resolve, 25))
    expect(
      (await api.mailsTo('known@example.com')).some((mail) => mail.includes('has an account already')),
    ).toBe(true)
  })
})

describe('a password', () => {
  it.each([
    ['short', 'elevenchars'],
    ['common', 'Password123!!'],
    ['a run', 'abcdefghijklmn'],
    ['one letter', 'aaaaaaaaaaaaaaa'],
    ['the address', 'weak@example.com'],
    ['too long', 'x1y2z3'.repeat(30)],
  ])('is refused when it is %s', async (_why, password) => {
    const answer = await api
      .browser()
      .post('/auth/sign-up/email', { name: 'Weak', email: 'weak@example.com', password })
    expect(answer.json()).toMatchObject({ status: 422, code: 'password_not_allowed' })
  })

  it('is kept as scrypt with the parameters of OWASP', async () => {
    const [row] =
      await api.sql`select password_hash from user_identities where password_hash is not null limit 1`
    expect(row?.password_hash).toMatch(/^scrypt\$32768\$8\$3\$/)
  })
})

describe('a session', () => {
  it('survives when Redis forgets it, at any moment', async () => {
    const gus = await api.person('gus@example.com')
    const forget = async () => {
      const names = await api.redis.keys('session:*')
      if (names.length > 0) await api.redis.del(...names)
    }
    expect((await gus.get('/v1/me')).statusCode).toBe(200)
    await forget()
    expect((await gus.get('/v1/me')).statusCode).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 1_600))
    await forget()
    expect((await gus.get('/v1/me')).statusCode).toBe(200)
  })

  it('is written through to Redis under a name that tells nothing, for seconds', async () => {
    const hal = await api.person('hal@example.com')
    await hal.get('/v1/me')
    const token = decodeURIComponent(String(hal.jar.get('latent.session_token'))).split('.')[0] as string
    const names = await api.redis.keys('session:*')
    expect(names.length).toBeGreaterThan(0)
    expect(names.join()).not.toContain(token)
    for (const name of names) expect(await api.redis.pttl(name)).toBeLessThanOrEqual(3_000)
  })

  it('ends after a day without use, and after two weeks in any case', async () => {
    const jan = await api.person('jan@example.com')
    const me = (await jan.get('/v1/me')).json()
    const [session] = await api.sql`select expires_at, created_at from user_sessions where user_id = ${me.id}`
    const days = (Date.parse(session?.expires_at) - Date.parse(session?.created_at)) / 86_400_000
    expect(Math.round(days)).toBe(14)
    await api.sql`update user_sessions set last_seen_at = now() - interval '25 hours' where user_id = ${me.id}`
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    expect((await jan.get('/v1/me')).statusCode).toBe(401)
    expect((await jan.get('/auth/get-session')).body).toBe('null')
  })

  it('is no credential when its cookie is changed, unsigned, or signed by somebody else', async () => {
    const kim = await api.person('kim@example.com')
    const good = decodeURIComponent(String(kim.jar.get('latent.session_token')))
    const [token, signature] = [good.slice(0, good.lastIndexOf('.')), good.slice(good.lastIndexOf('.') + 1)]
    for (const bad of [
      token,
      `${token}.`,
      `${token}x.${signature}`,
      `.${signature}`,
      `${token}.${signature.slice(0, -4)}AAA=`,
      'a'.repeat(5_000),
    ]) {
      const answer = await api.app.inject({
        url: '/v1/me',
        headers: { cookie: `latent.session_token=${encodeURIComponent(bad)}` },
      })
      expect(answer.json(), bad.slice(0, 60)).toMatchObject({ status: 401, code: 'missing_key' })
    }
  })

  it('opens every page of the account', async () => {
    const amy = await api.person('amy@example.com')
    for (const path of [
      '/v1/me',
      '/v1/organisation',
      '/v1/keys',
      '/v1/usage',
      '/v1/usage/requests',
      '/v1/billing/plan',
      '/v1/billing/budget',
      '/v1/billing/invoices',
      '/v1/members',
      '/v1/service-accounts',
      '/v1/webhook-endpoints',
      '/v1/audit-events',
      '/v1/privacy/exports',
      '/v1/privacy/erasures',
    ]) {
      expect((await amy.get(path)).statusCode, path).toBe(200)
    }
  })

  it('opens no route for data, and a key beside it counts before it', async () => {
    const lea = await api.person('lea@example.com')
    expect((await lea.get('/v1/filings')).json().code).toBe('missing_key')
    const both = await lea.get('/v1/me', { authorization: `Bearer ${api.keys.live.key}` })
    expect(both.json().type).toBe('key')
    const wrong = await lea.get('/v1/me', { authorization: 'Bearer nothing' })
    expect(wrong.json().code).toBe('invalid_key')
  })

  it('changes nothing on behalf of another page', async () => {
    const max = await api.person('max@example.com')
    const { etag } = (await max.get('/v1/organisation')).headers
    for (const origin of ['https://evil.test', 'null', `${PORTAL}.evil.test`, '']) {
      const answer = await max.patch(
        '/v1/organisation',
        { name: 'Stolen' },
        { origin, 'if-match': String(etag) },
      )
      expect(answer.json(), origin).toMatchObject({ status: 403, code: 'origin_not_allowed' })
      const out = await max.post('/auth/sign-out', {}, { origin })
      expect(out.statusCode, origin).toBe(403)
    }
    const fine = await max.patch('/v1/organisation', { name: ' Fine ' }, { 'if-match': String(etag) })
    expect(fine.json()).toMatchObject({ name: 'Fine' })
  })

  it('lets the portal read answers with its cookie, and nobody else', async () => {
    const preflight = await api.app.inject({
      method: 'OPTIONS',
      url: '/auth/sign-in/email',
      headers: { origin: PORTAL, 'access-control-request-method': 'POST' },
    })
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': PORTAL,
      'access-control-allow-credentials': 'true',
    })
    const foreign = await api.app.inject({ url: '/v1/me', headers: { origin: 'https://evil.test' } })
    expect(foreign.headers['access-control-allow-credentials']).toBeUndefined()
  })
})

describe('over https', () => {
  it('the cookie is bound to the host, encrypted, out of reach of scripts, and not sent along from elsewhere', async () => {
    const secure = await identityApp({ publicUrl: 'https://api.test' })
    try {
      const ann = await secure.person('ann@example.com')
      const answer = await ann.post('/auth/sign-in/email', { email: 'ann@example.com', password: PASSWORD })
      const cookies = [answer.headers['set-cookie'] ?? []].flat()
      const session = cookies.find((one) => one.startsWith('__Host-latent.session_token='))
      expect(session).toMatch(/; Secure/)
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Host-/)
        expect(cookie).toMatch(/; HttpOnly/)
        expect(cookie).toMatch(/; SameSite=Lax/)
        expect(cookie).toMatch(/; Path=\//)
        expect(cookie).not.toMatch(/Domain=/i)
      }
    } finally {
      await secure.close()
    }
  })
})

describe('guessing', () => {
  it('is held back by address, and by mailbox from wherever it comes', async () => {
    const guarded = await identityApp({ failedAttemptsPerMinute: 12 })
    try {
      const statuses: number[] = []
      for (let i = 0; i < 12; i++) {
        const answer = await guarded
          .browser()
          .post('/auth/sign-in/email', { email: 'v@example.com', password: `guess guess ${i}` })
        statuses.push(answer.statusCode)
      }
      expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true)
      expect(statuses.slice(10)).toEqual([429, 429])
      const other = await guarded.browser().post('/auth/sign-in/magic-link', { email: 'w@example.com' })
      expect(other.statusCode).toBe(429)
      expect(other.headers['retry-after']).toBeDefined()
    } finally {
      await guarded.close()
    }
  })
})
