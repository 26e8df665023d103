import { scopes } from '@sec-latent/core/accounts/scopes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const DAY_MS = 86_400_000
let api: TestApp
/** An admin key made by an owner, and one by somebody who may less. */
let owner: string
let admin: string

beforeAll(async () => {
  api = await testApp()
  owner = (await api.makeKey({ mode: 'admin', scopes: [...scopes] })).key
  admin = (await api.makeKey({ mode: 'admin', scopes: ['keys:*', 'filings:read', 'signals:read'] })).key
})
afterAll(async () => {
  await api.close()
})

const create = (payload: object, key = owner) => api.send({ method: 'POST', url: '/v1/keys', payload, key })
const filings = (key: string, more = {}) => api.get('/v1/filings?limit=1', { key, ...more })
/** What the audit log tells of a key. */
async function changesOf(id: string): Promise<{ action: string }[]> {
  return (await api.get(`/v1/audit-events?target_id=${id}`, { key: owner })).json().data
}

describe('POST /v1/keys', () => {
  it('makes a key that works at once and is shown this once', async () => {
    const response = await create({ name: 'Nightly import' })
    expect(response.statusCode).toBe(201)
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      location: `/v1/keys/${response.json().id}`,
    })
    const { key, id, last_four, expires_at } = response.json()
    expect(key).toMatch(/^slp_live_[0-9A-Za-z]{49}$/)
    expect(Math.round((Date.parse(expires_at) - Date.now()) / DAY_MS)).toBe(90)
    expect((await filings(key)).statusCode).toBe(200)
    for (const url of ['/v1/keys?limit=500', `/v1/keys/${id}`]) {
      const { body } = await api.get(url, { key: owner })
      expect(body).toContain(last_four)
      expect(body).not.toContain(key)
    }
    expect(api.lines.some((line) => line.includes(key))).toBe(false)
  })

  it('is written into the audit log, without the secret', async () => {
    const { id, key } = (await create({ name: 'Audited' })).json()
    const [event] = await changesOf(id)
    expect(event).toMatchObject({ action: 'key.created', actor: { type: 'key' }, after: { name: 'Audited' } })
    expect(JSON.stringify(event)).not.toContain(key.slice(9))
  })

  it('grants what reads data unless scopes are named, and never more than its maker has', async () => {
    expect((await create({ name: 'all' })).json().scopes).toEqual(
      expect.arrayContaining(['filings:read', 'search:read']),
    )
    expect((await create({ name: 'some' }, admin)).json().scopes.sort()).toEqual(
      ['filings:read', 'keys:read', 'signals:read'].sort(),
    )
    for (const wish of [['facts:read'], ['filings:read', 'webhooks:*'], ['billing:admin']]) {
      const refused = await create({ name: 'more', scopes: wish }, admin)
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'insufficient_scope'])
    }
    const unknown = await create({ name: 'x', scopes: ['filings:read', 'filings:reed'] })
    expect(unknown.json()).toMatchObject({
      code: 'invalid_field',
      errors: [{ pointer: '/scopes/1', code: 'invalid_field' }],
    })
  })

  it('is for admin keys and people: a key that reads data cannot make keys, whatever its scopes', async () => {
    const live = await api.makeKey({ scopes: ['keys:*', 'filings:read'] })
    for (const [method, url] of [
      ['POST', '/v1/keys'],
      ['PATCH', `/v1/keys/${live.record.id}`],
      ['POST', `/v1/keys/${live.record.id}/rotate`],
      ['DELETE', `/v1/keys/${live.record.id}`],
      ['POST', '/v1/explorer-keys'],
    ] as const) {
      const payload =
        method === 'DELETE' || url.includes('explorer')
          ? {}
          : { payload: url.includes('rotate') ? {} : { name: 'x' } }
      const response = await api.send({ method, url, key: live.key, ...payload })
      expect([response.statusCode, response.json().code]).toEqual([403, 'insufficient_scope'])
    }
  })

  it('never expires only for an owner; 1 to 366 days for everybody', async () => {
    expect((await create({ name: 'x', expires_in_days: null }, admin)).json().code).toBe('role_required')
    expect((await create({ name: 'x', expires_in_days: null })).json().expires_at).toBeNull()
    for (const expires_in_days of [0, 367, 1.5])
      expect((await create({ name: 'x', expires_in_days })).json().code).toBe('invalid_field')
    expect((await create({ name: 'x', expires_in_days: 366 })).statusCode).toBe(201)
  })

  it('takes networks of both families, at most 50, and holds callers to them', async () => {
    const { key } = (
      await create({ name: 'office', allowed_cidrs: ['203.0.113.0/24', '2001:db8::/32', '198.51.100.7'] })
    ).json()
    for (const [remoteAddress, status] of [
      ['203.0.113.9', 200],
      ['198.51.100.7', 200],
      ['2001:db8::1', 200],
      ['198.51.100.8', 403],
      ['2001:db9::1', 403],
    ] as const)
      expect((await filings(key, { remoteAddress })).statusCode, remoteAddress).toBe(status)
    const wrong = await create({
      name: 'x',
      allowed_cidrs: ['203.0.113.0/24', '203.0.113.0/33', 'fe80::1%eth0/64'],
    })
    expect(wrong.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/allowed_cidrs/1',
      '/allowed_cidrs/2',
    ])
    const many = Array.from({ length: 51 }, (_, index) => `10.0.${index}.0/24`)
    expect((await create({ name: 'x', allowed_cidrs: many })).json().code).toBe('invalid_field')
  })

  it('sent twice with one Idempotency-Key makes one key', async () => {
    const headers = { 'idempotency-key': 'make-one-key' }
    const send = () =>
      api.send({ method: 'POST', url: '/v1/keys', payload: { name: 'once' }, key: owner, headers })
    const [first, second] = [await send(), await send()]
    expect(second.json()).toEqual(first.json())
    expect((await filings(second.json().key)).statusCode).toBe(200)
  })
})

describe('PATCH /v1/keys/{key_id}', () => {
  it('changes what is named; the change holds at once', async () => {
    const made = (await create({ name: 'before', scopes: ['filings:read'] })).json()
    expect((await filings(made.key)).statusCode).toBe(200)
    const response = await api.send({
      method: 'PATCH',
      url: `/v1/keys/${made.id}`,
      payload: { name: 'after', scopes: ['signals:read'], monthly_unit_cap: 10 },
      key: owner,
    })
    expect(response.json()).toMatchObject({ name: 'after', scopes: ['signals:read'], monthly_unit_cap: 10 })
    expect((await filings(made.key)).json().code).toBe('insufficient_scope')
    const event = (await changesOf(made.id)).find(({ action }) => action === 'key.updated')
    expect(event).toMatchObject({ before: { name: 'before' }, after: { name: 'after' } })
  })

  it('puts a key to rest and wakes it', async () => {
    const { id, key } = (await create({ name: 'x' })).json()
    const set = (disabled: boolean) =>
      api.send({ method: 'PATCH', url: `/v1/keys/${id}`, payload: { disabled }, key: owner })
    await set(true)
    const resting = await filings(key)
    expect([resting.statusCode, resting.json().code]).toEqual([401, 'key_disabled'])
    await set(false)
    expect((await filings(key)).statusCode).toBe(200)
  })

  it('with If-Match changes only the version that was read', async () => {
    const { id } = (await create({ name: 'x' })).json()
    const { headers } = await api.get(`/v1/keys/${id}`, { key: owner })
    const patch = (name: string) =>
      api.send({
        method: 'PATCH',
        url: `/v1/keys/${id}`,
        payload: { name },
        key: owner,
        headers: { 'if-match': String(headers.etag) },
      })
    const first = await patch('first')
    expect(first.statusCode).toBe(200)
    expect(first.headers.etag).not.toBe(headers.etag)
    const second = await patch('second')
    expect([second.statusCode, second.json().code]).toEqual([412, 'version_conflict'])
    expect((await api.get(`/v1/keys/${id}`, { key: owner })).json().name).toBe('first')
  })

  it('of nothing, of an unknown field and of another organisation is refused', async () => {
    const { id } = (await create({ name: 'x' })).json()
    const patch = (payload: object, target = id) =>
      api.send({ method: 'PATCH', url: `/v1/keys/${target}`, payload, key: owner })
    expect((await patch({})).statusCode).toBe(400)
    expect((await patch({ nmae: 'x' })).json().errors[0].suggestion).toBe('name')
    const foreign = await patch({ name: 'x' }, api.keys.foreign.record.id)
    const unknown = await patch({ name: 'x' }, 'key_00000000000000000000000000')
    expect([foreign.statusCode, unknown.statusCode]).toEqual([404, 404])
    expect(foreign.json().detail).toBe(unknown.json().detail)
  })
})

describe('POST /v1/keys/{key_id}/rotate', () => {
  const rotate = (id: string, payload: object, key = owner) =>
    api.send({ method: 'POST', url: `/v1/keys/${id}/rotate`, payload, key })

  it('gives a new secret; both work for the grace period and are one key', async () => {
    const made = (await create({ name: 'x' })).json()
    const response = await rotate(made.id, {})
    const { id, key, secrets } = response.json()
    expect(response.headers['cache-control']).toBe('no-store')
    expect(id).toBe(made.id)
    expect(secrets).toHaveLength(2)
    expect(Date.parse(secrets[1].expires_at) - Date.now()).toBeGreaterThan(DAY_MS - 60_000)
    for (const one of [made.key, key]) expect((await filings(one)).statusCode).toBe(200)
    // The old secret is in its last day, and says so.
    expect((await filings(made.key)).headers).toHaveProperty('latent-key-expires')
    expect((await filings(key)).headers).not.toHaveProperty('latent-key-expires')
  })

  it('without grace ends the old secret at once', async () => {
    const made = (await create({ name: 'x' })).json()
    await filings(made.key)
    const { key } = (await rotate(made.id, { grace_seconds: 0 })).json()
    expect((await filings(made.key)).json().code).toBe('key_expired')
    expect((await filings(key)).statusCode).toBe(200)
  })

  it('can let the grace period begin with the first use of the new secret', async () => {
    const made = (await create({ name: 'x' })).json()
    const next = (await rotate(made.id, { grace_seconds: 60, start: 'first_use' })).json()
    expect(next.secrets[1]).toMatchObject({ expires_at: null, grace_seconds: 60 })
    expect((await filings(next.key)).statusCode).toBe(200)
    const { secrets } = (await api.get(`/v1/keys/${made.id}`, { key: owner })).json()
    expect(Date.parse(secrets[1].expires_at) - Date.now()).toBeLessThanOrEqual(60_000)
  })

  it('does not hand a secret to somebody who may do less than the key', async () => {
    const made = (await create({ name: 'x' })).json()
    expect((await rotate(made.id, {}, admin)).json().code).toBe('insufficient_scope')
  })

  it.each([{ grace_seconds: -1 }, { grace_seconds: 604_801 }, { start: 'later' }])(
    'refuses %o',
    async (payload) => {
      const made = (await create({ name: 'x' })).json()
      expect((await rotate(made.id, payload)).json().code).toBe('invalid_field')
    },
  )
})

describe('DELETE /v1/keys/{key_id}', () => {
  const revoke = (id: string) => api.send({ method: 'DELETE', url: `/v1/keys/${id}`, key: owner })

  it('ends a key at once and for good; again it changes nothing', async () => {
    const { id, key } = (await create({ name: 'x' })).json()
    expect((await filings(key)).statusCode).toBe(200)
    expect((await revoke(id)).statusCode).toBe(204)
    const refused = await filings(key)
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'key_revoked'])
    expect((await revoke(id)).statusCode).toBe(204)
    const rows =
      await api.sql`select action from audit_events where target_id = ${id} and action = 'key.revoked'`
    expect(rows).toHaveLength(1)
    const patch = await api.send({
      method: 'PATCH',
      url: `/v1/keys/${id}`,
      payload: { name: 'y' },
      key: owner,
    })
    expect(patch.json().code).toBe('key_revoked')
  })

  it('of another organisation is not there, and the key lives on', async () => {
    const { key, record } = api.keys.foreign
    expect((await revoke(record.id)).statusCode).toBe(404)
    expect((await filings(key)).statusCode).toBe(200)
  })
})

describe('Latent-Key-Expires', () => {
  it('is on every answer in the last 14 days of a key, as a date of HTTP', async () => {
    const soon = await api.makeKey({ expiresInDays: 13 })
    const later = await api.makeKey({ expiresInDays: 15 })
    const { headers } = await filings(soon.key)
    expect(headers['latent-key-expires']).toBe(new Date(soon.record.expires_at as string).toUTCString())
    expect((await filings(later.key)).headers).not.toHaveProperty('latent-key-expires')
  })
})

describe('POST /v1/explorer-keys', () => {
  it('makes a key for a quarter of an hour that only reads, and only so many', async () => {
    const make = () => api.send({ method: 'POST', url: '/v1/explorer-keys', key: owner })
    const response = await make()
    expect(response.statusCode).toBe(201)
    const { id, key, scopes: granted, expires_at } = response.json()
    expect(key).toMatch(/^slp_exp_/)
    expect(Math.round((Date.parse(expires_at) - Date.now()) / 1000)).toBeGreaterThan(14 * 60)
    expect(granted.every((scope: string) => /:(read|verify)$/.test(scope))).toBe(true)
    expect((await filings(key, { headers: { origin: 'https://docs.example' } })).statusCode).toBe(200)
    expect((await api.get('/v1/keys', { key })).statusCode).toBe(403)
    expect((await api.get('/v1/keys?limit=500', { key: owner })).body).not.toContain(id)
    for (let made = 1; made < 10; made += 1) expect((await make()).statusCode).toBe(201)
    expect((await make()).json().code).toBe('limit_of_objects_reached')
  })

  it('makes a key that has 200 units, whatever the plan of its organisation', async () => {
    const { key } = await api.makeKey({ mode: 'explorer', scopes: ['filings:read'], expiresInSeconds: 900 })
    const verdict = await api.services.keys.verify(key)
    if (verdict.outcome !== 'valid') throw new Error(verdict.outcome)
    const { subject } = verdict.record
    expect(subject.policies).toContainEqual(expect.objectContaining({ name: 'burst', rate: 1, per: 'key' }))
    // A second a request would take too long here.
    const fast = { rate: 1_000_000, burst: 1_000_000, quota: 1_000_000 }
    const policies = subject.policies.map((policy) =>
      policy.kind === 'rate' ? { ...policy, ...fast } : policy,
    )
    const counted = { ...subject, policies }
    const verdicts = []
    for (let sent = 0; sent < 201; sent += 1)
      verdicts.push((await api.services.limiter.admit(counted, 1)).verdict)
    expect(verdicts.slice(0, 200).every((one) => one === 'admitted')).toBe(true)
    expect(verdicts[200]).toBe('quota_exceeded')
  })
})
