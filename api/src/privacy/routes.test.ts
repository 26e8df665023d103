import { newId } from '@sec-latent/core/ids'
import { openErasureLog } from '@sec-latent/core/privacy/erasure-log'
import { servePrivacyRequests } from '@sec-latent/core/privacy/serve'
import { testObjectStore } from '@sec-latent/core/testing/object-store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

let api: TestApp
let key: string
let store: Awaited<ReturnType<typeof testObjectStore>>
let foreign: string

beforeAll(async () => {
  api = await testApp()
  store = await testObjectStore()
  key = (await api.makeKey({ scopes: ['privacy:admin'] })).key
  foreign = (await api.makeKey({ scopes: ['privacy:admin'], organisation_id: api.other.id })).key
})
afterAll(async () => {
  await api?.close()
  await store?.close()
})

const send = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, as = key) =>
  api.send({ method, url: `/v1/privacy/${url}`, key: as, ...(payload ? { payload } : {}) })

test('an export is asked for, made and downloaded, by nobody else', async () => {
  const asked = await send('POST', 'exports', { subject_type: 'organisation' })
  expect(asked.statusCode).toBe(202)
  const { id } = asked.json()
  expect(asked.headers.location).toBe(`/v1/privacy/exports/${id}`)
  expect((await send('GET', `exports/${id}/bundle`)).statusCode, 'not made yet').toBe(409)
  await servePrivacyRequests(api.sql, api.services.sealer, openErasureLog(store.url))
  expect((await send('GET', `exports/${id}`)).json()).toMatchObject({ status: 'completed' })
  const bundle = (await send('GET', `exports/${id}/bundle`)).json()
  expect(bundle.tables.organisations).toMatchObject([{ id: api.organisation.id, name: 'Test' }])
  expect(JSON.stringify(bundle)).not.toContain(api.other.id)
  for (const path of [`exports/${id}`, `exports/${id}/bundle`]) {
    expect((await send('GET', path, undefined, foreign)).statusCode).toBe(404)
  }
})

test('an erasure waits for its grace and can be taken back meanwhile, once', async () => {
  const asked = await send('POST', 'erasures', { subject_type: 'organisation', grace_days: 30 })
  expect(asked.statusCode).toBe(202)
  const { id, due_at } = asked.json()
  expect(Date.parse(due_at) - Date.now()).toBeGreaterThan(29 * 86_400_000)
  expect(await servePrivacyRequests(api.sql, api.services.sealer, openErasureLog(store.url))).toEqual([])
  expect((await send('DELETE', `erasures/${id}`, undefined, foreign)).statusCode).toBe(404)
  expect((await send('DELETE', `erasures/${id}`)).statusCode).toBe(204)
  expect((await send('DELETE', `erasures/${id}`)).statusCode).toBe(404)
  expect((await send('GET', 'erasures')).json().data).toMatchObject([{ id, status: 'cancelled' }])
})

test('a person who is no member is not found, and a foreign one neither', async () => {
  const user_id = newId('usr')
  await api.sql`insert into users (id, email, name) values (${user_id}, 'someone@example.com', 'Someone')`
  await api.sql`insert into members (id, organisation_id, user_id, email, role)
    values (${newId('mem')}, ${api.other.id}, ${user_id}, 'someone@example.com', 'owner')`
  for (const body of [
    { subject_type: 'user', user_id },
    { subject_type: 'user', user_id: newId('usr') },
    { subject_type: 'user' },
  ]) {
    expect((await send('POST', 'erasures', body)).json()).toMatchObject({ code: 'member_not_found' })
  }
})
