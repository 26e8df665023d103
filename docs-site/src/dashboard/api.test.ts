import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ApiProblem, addressOf, newIdempotencyKey, sessionApi } from './api.ts'

const contract: { paths: Record<string, Record<string, { operationId?: string }>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'openapi', 'openapi.json'), 'utf8'),
)

function apiThat(answer: (request: Request) => Response | Promise<Response>) {
  const sent: Request[] = []
  let signedOut = 0
  const api = sessionApi('http://api.test', {
    fetchIt: async (input, init) => {
      const request = new Request(input as string, { ...init, credentials: 'include' })
      sent.push(request)
      return await answer(request)
    },
    onSignedOut: () => {
      signedOut += 1
    },
  })
  return { api, sent, signedOut: () => signedOut }
}

const problem = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })

describe('the client of a session', () => {
  it('sends the cookie of the session, an Idempotency-Key with each change, and the tag a change was decided on', async () => {
    const { api, sent } = apiThat(() => Response.json({}))
    await api.get<'listKeys'>('/v1/keys')
    await api.post<'createKey'>('/v1/keys', { name: 'a' })
    await api.post<'createKey'>('/v1/keys', { name: 'a' }, { idempotencyKey: 'k', ifMatch: 'W/"1"' })
    expect(sent.map((request) => request.credentials)).toEqual(['include', 'include', 'include'])
    const keys = sent.map((request) => request.headers.get('idempotency-key'))
    expect(keys).toEqual([null, expect.stringMatching(/^[0-9a-f]{32}$/), 'k'])
    expect(sent[2]?.headers.get('if-match')).toBe('W/"1"')
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey())
  })

  it('says what the API refused, where, and under which request id', async () => {
    const { api } = apiThat(() =>
      problem(
        400,
        {
          code: 'invalid_field',
          title: 'Invalid field',
          detail: 'No network.',
          errors: [{ pointer: '/allowed_cidrs/0', detail: 'Not one.' }],
        },
        { 'request-id': 'req_1', 'retry-after': '3' },
      ),
    )
    const error = await api.get<'listKeys'>('/v1/keys').catch((one) => one)
    expect(error).toBeInstanceOf(ApiProblem)
    expect(error).toMatchObject({
      status: 400,
      code: 'invalid_field',
      message: 'No network.',
      requestId: 'req_1',
      retryAfterMs: 3000,
      faults: [{ field: 'allowed_cidrs', detail: 'Not one.' }],
      isUndecided: false,
    })
  })

  it('tells apart that nobody answered, that something else answered, and that the session is over', async () => {
    const away = apiThat(() => Promise.reject(new TypeError('fetch failed')))
    expect(await away.api.get<'getMe'>('/v1/me').catch((one) => one)).toMatchObject({
      code: 'no_answer',
      isUndecided: true,
    })
    const proxy = apiThat(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(await proxy.api.get<'getMe'>('/v1/me').catch((one) => one)).toMatchObject({
      code: 'unreadable_answer',
      isUndecided: true,
    })
    expect(proxy.signedOut()).toBe(0)
    const over = apiThat(() => problem(401, { code: 'missing_key' }))
    await expect(over.api.get<'getMe'>('/v1/me')).rejects.toMatchObject({ isSignedOut: true })
    expect(over.signedOut()).toBe(1)
  })

  it('reads a list to its end, and says when it stopped before', async () => {
    const { api, sent } = apiThat((request) => {
      const cursor = new URL(request.url).searchParams.get('cursor')
      return Response.json({
        data: [{ id: cursor }],
        next_cursor: cursor === 'b' ? null : cursor === 'a' ? 'b' : 'a',
      })
    })
    const { entries, is_cut } = await api.all<'listKeys'>('/v1/keys')
    expect([entries.length, is_cut, sent.length]).toEqual([3, false, 3])
    const endless = apiThat(() => Response.json({ data: [{}], next_cursor: 'more' }))
    expect((await endless.api.all<'listKeys'>('/v1/keys')).is_cut).toBe(true)
    expect(endless.sent).toHaveLength(20)
  })
})

it('an address has several values as several parameters, and leaves out what is not there', () => {
  expect(
    addressOf('/v1/usage', { group_by: ['key', 'status'], from: undefined, cursor: null, limit: 5 }),
  ).toBe('/v1/usage?group_by=key&group_by=status&limit=5')
  expect(addressOf('/v1/me')).toBe('/v1/me')
})

describe('every request of the dashboard', () => {
  const calls = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name) && !file.name.includes('.test.'))
    .flatMap((file) => {
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
      return [
        ...text.matchAll(/\bapi\s*\.(get|getTagged|all|post|put|patch|remove)<'(\w+)'>\(\s*(['`])(\/.*?)\3/g),
      ].map(([, verb = '', id = '', , path = '']) => ({
        file: file.name,
        verb,
        id,
        path: path.replaceAll(/\$\{.*?\}/g, '{}'),
      }))
    })

  it('is one of the contract, by its method and path', () => {
    const methods: Record<string, string> = { getTagged: 'get', all: 'get', remove: 'delete' }
    const known = new Map(
      Object.entries(contract.paths).flatMap(([path, operations]) =>
        Object.entries(operations).map(
          ([method, operation]) =>
            [operation.operationId ?? '', `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`] as const,
        ),
      ),
    )
    expect(calls.length).toBeGreaterThan(10)
    expect(
      calls.filter(({ verb, id, path }) => known.get(id) !== `${methods[verb] ?? verb} ${path}`),
    ).toEqual([])
  })
})
