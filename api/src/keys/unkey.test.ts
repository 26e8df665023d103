import { scopes } from '@sec-latent/core/accounts/scopes'
import { unkeyKeys } from '@sec-latent/core/accounts/unkey/open'
import { type UnkeyServer, unkeyServer } from '@sec-latent/core/accounts/unkey/testing/unkey-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiConfig } from '../config.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

let api: TestApp
let server: UnkeyServer
let admin: string

beforeAll(async () => {
  server = await unkeyServer()
  const { rootKey, apiId, url: baseUrl } = server
  api = await testApp({ openKeys: await unkeyKeys({ rootKey, apiId, baseUrl, failMode: 'closed' }) })
  const { key } = await api.services.keys.create(api.sql, {
    organisation_id: api.organisation.id,
    name: 'admin',
    mode: 'admin',
    scopes,
  })
  admin = key
})
afterAll(async () => {
  await api.close()
  await server.close()
})

const create = async () =>
  (await api.send({ method: 'POST', url: '/v1/keys', payload: { name: 'x' }, key: admin })).json()
const filings = (key: string) => api.get('/v1/filings?limit=1', { key })

describe('with keys at Unkey the API', () => {
  it('makes, serves, changes, rotates and revokes them with the same answers', async () => {
    const made = await create()
    expect(made.key).toMatch(/^slp_live_[1-9A-HJ-NP-Za-km-z]+$/)
    const served = await filings(made.key)
    expect(served.statusCode).toBe(200)
    expect(served.headers).toHaveProperty('ratelimit')

    const changed = await api.send({
      method: 'PATCH',
      url: `/v1/keys/${made.id}`,
      payload: { scopes: ['signals:read'] },
      key: admin,
    })
    expect(changed.json().scopes).toEqual(['signals:read'])
    expect((await filings(made.key)).json().code).toBe('insufficient_scope')

    const other = await create()
    const rotated = await api.send({
      method: 'POST',
      url: `/v1/keys/${other.id}/rotate`,
      payload: { grace_seconds: 0 },
      key: admin,
    })
    expect(rotated.json().id).toBe(other.id)
    expect((await filings(other.key)).json().code).toBe('key_expired')
    expect((await filings(rotated.json().key)).statusCode).toBe(200)

    const revoked = await api.send({ method: 'DELETE', url: `/v1/keys/${other.id}`, key: admin })
    expect(revoked.statusCode).toBe(204)
    expect((await filings(rotated.json().key)).json().code).toBe('key_revoked')
    const listed = (await api.get('/v1/keys', { key: admin })).json().data
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([made.id, other.id]))
    const actions = (await api.get(`/v1/audit-events?target_id=${other.id}`, { key: admin })).json().data
    expect(actions.map(({ action }: { action: string }) => action).sort()).toEqual([
      'key.created',
      'key.revoked',
      'key.rotated',
    ])
  })

  it('says that a grace period can only begin now, and that a version was changed', async () => {
    const { id } = await create()
    const rotate = await api.send({
      method: 'POST',
      url: `/v1/keys/${id}/rotate`,
      payload: { start: 'first_use' },
      key: admin,
    })
    expect(rotate.json()).toMatchObject({ code: 'invalid_field', errors: [{ pointer: '/start' }] })
    const { headers } = await api.get(`/v1/keys/${id}`, { key: admin })
    const patch = () =>
      api.send({
        method: 'PATCH',
        url: `/v1/keys/${id}`,
        payload: { name: 'y' },
        key: admin,
        headers: { 'if-match': String(headers.etag) },
      })
    expect((await patch()).statusCode).toBe(200)
    expect((await patch()).statusCode).toBe(412)
  })

  it('answers 503 when nobody can say whether a key is good, and tells when to come again', async () => {
    const { key } = await create()
    server.script('keys.verifyKey', { status: 429 })
    const response = await filings(key)
    expect([response.statusCode, response.json().code]).toEqual([503, 'unavailable'])
    expect(response.headers).toHaveProperty('retry-after')
    expect((await filings(key)).statusCode).toBe(200)
  })

  it('tells a limit that was set at Unkey as one of the key', async () => {
    const { id, key } = await create()
    server.stored(id)[0]?.limits.push({ id: '', name: 'r', limit: 0, duration: 30_000, used: 0 })
    const response = await filings(key)
    expect([response.statusCode, response.json().code]).toEqual([429, 'rate_limited'])
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(20)
  })
})

describe('the configuration', () => {
  it('asks for what Unkey needs, and for nothing without it', () => {
    const config = (more: Record<string, string>) =>
      apiConfig({
        DATABASE_URL: 'postgres://localhost/x',
        REDIS_CACHE_URL: 'redis://localhost',
        OBJECT_STORE_URL: 'file:///tmp/x',
        ...more,
      })
    expect(config({}).unkey).toBeUndefined()
    expect(() => config({ KEY_PROVIDER: 'unkey' })).toThrow(/UNKEY_ROOT_KEY[\s\S]*UNKEY_API_ID/)
    expect(
      config({ KEY_PROVIDER: 'unkey', UNKEY_ROOT_KEY: 'unkey_root', UNKEY_API_ID: 'api_1' }).unkey,
    ).toMatchObject({ apiId: 'api_1', failMode: 'cached', baseUrl: 'https://api.unkey.com' })
  })
})
