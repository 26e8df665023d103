import { type Role, roles } from '@sec-latent/core/accounts/scopes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, type IdentityApp, identityApp } from '../testing/identity-app.ts'
import { within } from '../testing/within.ts'

let api: IdentityApp
let owner: Browser
let organisationId: string
const people = {} as Record<Role, Browser>

beforeAll(async () => {
  api = await identityApp()
  // The plan of a new organisation lets a person do twenty things at once, which is fewer than this file does.
  await api.sql.unsafe(`
    create function a_larger_plan() returns trigger language plpgsql as
      $$ begin new.plan := 'scale'; return new; end $$;
    create trigger a_larger_plan before insert on organisations for each row execute function a_larger_plan()`)
  owner = await api.person('owner@example.com', 'Olga Owner')
  organisationId = (await owner.get('/v1/me')).json().organisation_id
  people.owner = owner
  for (const role of ['admin', 'developer', 'viewer'] as const) people[role] = await join(role)
})
afterAll(async () => {
  await api.close()
})

async function invite(by: Browser, email: string, role: Role) {
  const answer = await by.post('/v1/members', { email, role })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
async function join(role: Role, email = `${role}@example.com`): Promise<Browser> {
  await invite(owner, email, role)
  const one = await api.person(email, role)
  const token = await api.tokenFor(email, 'invitations')
  const accepted = await one.post('/auth/invitations/accept', { token })
  expect(accepted.json()).toEqual({ organisation_id: organisationId, role })
  return one
}
const memberOf = async (browser: Browser) => {
  const me = (await browser.get('/v1/me')).json()
  const members = (await owner.get('/v1/members')).json().data
  return members.find((member: { user_id: string }) => member.user_id === me.id)
}
const change = (by: Browser, id: string, role: Role) =>
  by.patch(`/v1/members/${id}`, { role }, { 'if-match': '*' })

describe('an invitation', () => {
  it('works once, for the address it was sent to, and makes no organisation beside', async () => {
    await invite(owner, 'once@example.com', 'viewer')
    const token = await api.tokenFor('once@example.com', 'invitations')
    const stranger = await api.person('stranger@example.com')
    expect((await stranger.post('/auth/invitations/accept', { token })).json().code).toBe('link_not_valid')
    const one = await api.person('once@example.com')
    expect((await one.post('/auth/invitations/accept', { token })).statusCode).toBe(200)
    expect((await one.post('/auth/invitations/accept', { token })).json().code).toBe('link_not_valid')
    const me = (await one.get('/v1/me')).json()
    expect(me).toMatchObject({ organisation_id: organisationId, role: 'viewer' })
    expect(me.organisations).toHaveLength(1)
    expect((await owner.post('/v1/members', { email: 'Once@example.com', role: 'viewer' })).json().code).toBe(
      'member_exists',
    )
  })

  it('is over after seven days, and sending a new one ends the old', async () => {
    const made = await invite(owner, 'late@example.com', 'viewer')
    expect(Math.round((Date.parse(made.invitation_expires_at) - Date.now()) / 86_400_000)).toBe(7)
    const first = await api.tokenFor('late@example.com', 'invitations')
    await invite(owner, 'late@example.com', 'developer')
    const second = await api.tokenFor('late@example.com', 'invitations', 1)
    const one = await api.person('late@example.com')
    expect((await one.post('/auth/invitations/accept', { token: first })).json().code).toBe('link_not_valid')
    await api.sql`update members set invitation_expires_at = now() where id = ${made.id}`
    expect((await one.post('/auth/invitations/accept', { token: second })).json().code).toBe('link_not_valid')
    const kept =
      await api.sql`select encode(invitation_hash, 'escape') as hash from members where id = ${made.id}`
    expect(String(kept[0]?.hash)).not.toContain(second)
    expect((await owner.remove(`/v1/members/${made.id}`)).statusCode).toBe(204)
  })
})

describe('the last owner', () => {
  it('can neither go nor become less, also not two at once', async () => {
    const me = await memberOf(owner)
    expect((await change(owner, me.id, 'admin')).json().code).toBe('last_owner')
    expect((await owner.remove(`/v1/members/${me.id}`)).json().code).toBe('last_owner')
    const second = await join('owner', 'second@example.com')
    const other = await memberOf(second)
    const both = await Promise.all([change(owner, other.id, 'viewer'), change(second, me.id, 'viewer')])
    expect(both.map((one) => one.statusCode).sort()).not.toEqual([200, 200])
    const owners =
      await api.sql`select id from members where organisation_id = ${organisationId} and role = 'owner'`
    expect(owners.length).toBeGreaterThan(0)
    await api.sql`update members set role = 'owner' where id = ${me.id}`
    await within(
      5_000,
      () => owner.remove(`/v1/members/${other.id}`),
      ({ statusCode }) => statusCode === 204,
    )
  })
})

describe('a role', () => {
  it('that changes holds within five seconds, and nobody gives more than they have', async () => {
    const dev = await join('developer', 'dev2@example.com')
    const member = await memberOf(dev)
    expect((await dev.post('/v1/service-accounts', { name: 'x', scopes: ['filings:read'] })).statusCode).toBe(
      201,
    )
    expect((await change(people.admin, member.id, 'owner')).json().code).toBe('role_required')
    expect(
      (await people.admin.post('/v1/members', { email: 'n@example.com', role: 'owner' })).json().code,
    ).toBe('role_required')
    expect((await change(people.admin, (await memberOf(owner)).id, 'viewer')).json().code).toBe(
      'role_required',
    )
    expect((await change(people.admin, member.id, 'viewer')).statusCode).toBe(200)
    await within(
      5_000,
      () => dev.post('/v1/service-accounts', { name: 'x', scopes: ['filings:read'] }),
      ({ statusCode }) => statusCode === 403,
    )
    expect((await owner.remove(`/v1/members/${member.id}`)).statusCode).toBe(204)
    await within(
      5_000,
      () => dev.get('/v1/me'),
      (answer) => answer.statusCode === 200 && answer.json().organisation_id !== organisationId,
    )
    const events = await api.sql`select action from audit_events where target_id = ${member.id} order by seq`
    expect(events.map((event) => event.action)).toEqual([
      'member.invited',
      'member.joined',
      'member.updated',
      'member.removed',
    ])
  })

  it('opens these routes and no others', async () => {
    const routes: [method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object][] = [
      ['GET', '/v1/me'],
      ['GET', '/v1/organisation'],
      ['PATCH', '/v1/organisation', { name: 'Same' }],
      ['GET', '/v1/members'],
      ['POST', '/v1/members', { email: 'not an address', role: 'viewer' }],
      ['PATCH', '/v1/members/mem_none', { role: 'viewer' }],
      ['DELETE', '/v1/members/mem_none'],
      ['GET', '/v1/service-accounts'],
      ['POST', '/v1/service-accounts', { name: '' }],
      ['POST', '/v1/service-accounts/sva_none/rotate', {}],
      ['DELETE', '/v1/service-accounts/sva_none'],
      ['GET', '/v1/keys'],
      ['POST', '/v1/keys', { name: '' }],
      ['GET', '/v1/usage'],
      ['GET', '/v1/filings'],
    ]
    const matrix: Record<string, string> = {}
    for (const [method, url, body] of routes) {
      const allowed: Role[] = []
      for (const role of roles) {
        const answer = await people[role].send(method, url, body, { 'if-match': '*' })
        const code = answer.statusCode < 300 ? '' : answer.json().code
        expect(answer.statusCode, `${role} ${method} ${url}`).not.toBe(500)
        if (!['insufficient_scope', 'missing_key', 'role_required'].includes(code)) allowed.push(role)
      }
      matrix[`${method} ${url}`] = allowed.join(' ') || '-'
    }
    expect(matrix).toMatchInlineSnapshot(`
      {
        "DELETE /v1/members/mem_none": "owner admin",
        "DELETE /v1/service-accounts/sva_none": "owner admin developer",
        "GET /v1/filings": "-",
        "GET /v1/keys": "owner admin developer viewer",
        "GET /v1/me": "owner admin developer viewer",
        "GET /v1/members": "owner admin developer viewer",
        "GET /v1/organisation": "owner admin developer viewer",
        "GET /v1/service-accounts": "owner admin developer viewer",
        "GET /v1/usage": "owner admin developer viewer",
        "PATCH /v1/members/mem_none": "owner admin",
        "PATCH /v1/organisation": "owner admin",
        "POST /v1/keys": "owner admin developer",
        "POST /v1/members": "owner admin",
        "POST /v1/service-accounts": "owner admin developer",
        "POST /v1/service-accounts/sva_none/rotate": "owner admin developer",
      }
    `)
  })
})

describe('somebody in several organisations', () => {
  it('acts in the one the request names, or the one they chose, and in no other', async () => {
    const two = await api.person('two@example.com')
    const own = (await two.get('/v1/me')).json().organisation_id
    await invite(owner, 'two@example.com', 'viewer')
    await two.post('/auth/invitations/accept', {
      token: await api.tokenFor('two@example.com', 'invitations'),
    })
    expect((await two.get('/v1/me')).json()).toMatchObject({
      organisation_id: organisationId,
      role: 'viewer',
    })
    expect((await two.get('/v1/me', { 'latent-organisation': own })).json()).toMatchObject({
      organisation_id: own,
      role: 'owner',
    })
    await two.post('/auth/organisation', { organisation_id: own })
    expect((await two.get('/v1/me')).json().organisation_id).toBe(own)
    for (const foreign of [api.other.id, 'org_none', '']) {
      const answer = await two.get('/v1/me', { 'latent-organisation': foreign })
      expect(answer.json()).toMatchObject({ status: 404, code: 'organisation_not_found' })
    }
    expect((await two.post('/auth/organisation', { organisation_id: api.other.id })).statusCode).toBe(404)
    const member = (await owner.get('/v1/members')).json().data[0]
    expect((await two.get(`/v1/members/${member.id}`, { 'latent-organisation': own })).json().code).toBe(
      'member_not_found',
    )
  })
})

describe('support', () => {
  it('looks with a reason and a second factor, changes nothing, and leaves a trace first', async () => {
    const staff = await api.person('staff@example.com', 'Sam Support')
    const { id } = (await staff.get('/v1/me')).json()
    const look = (method: 'GET' | 'PATCH' = 'GET', url = '/v1/members', reason = 'ticket 4711: no mails') =>
      staff.send(method, url, method === 'PATCH' ? { name: 'x' } : undefined, {
        'latent-organisation': organisationId,
        'latent-support-reason': reason,
        'if-match': '*',
      })
    expect((await look()).json().code).toBe('role_required')
    await api.sql`insert into platform_staff (user_id, granted_by) values (${id}, 'test')`
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    expect((await look()).json().code).toBe('role_required')
    await api.sql`update users set two_factor_enabled = true where id = ${id}`
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    expect((await look('GET', '/v1/members', 'why')).statusCode).toBe(400)
    expect((await look('PATCH', '/v1/organisation')).json().code).toBe('role_required')
    const seen = await look()
    expect(seen.statusCode, seen.body).toBe(200)
    expect((await look('GET', '/v1/me')).json()).toMatchObject({
      type: 'support',
      role: null,
      organisation_id: organisationId,
    })
    const events = await api.sql`
      select actor_id, action, target_id from audit_events
      where organisation_id = ${organisationId} and actor_type = 'support' order by seq`
    expect(events).toMatchObject([
      { actor_id: id, action: 'support.viewed', target_id: 'listMembers' },
      { actor_id: id, action: 'support.viewed', target_id: 'getMe' },
    ])
  })
})
