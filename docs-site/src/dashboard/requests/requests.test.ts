import { execFileSync } from 'node:child_process'
import { newId } from '@sec-latent/core/ids'
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '../api.ts'
import { curlOf, missingFrom } from './curl.ts'
import { findRequest, isFresh, timeOfRequest } from './find-request.ts'
import { EVERYBODY, PROGRAMS, queryOf, requestIdIn, statusTone } from './request-filter.ts'

const ID = 'req_06h0efc7cyr7rvc7y4t0gt15r0'
/** What a shell makes of a command, one word a line, instead of running it. */
const wordsOf = (command: string) =>
  execFileSync('/bin/sh', ['-c', command.replace(/^curl/, "printf '%s\\n'")], {
    encoding: 'utf8',
    env: { ...process.env, LATENT_API_KEY: 'slp_test_x' },
  })
    .trimEnd()
    .split('\n')

describe('the command of a request', () => {
  it('is one address for the shell, whatever stands in the path, and holds no key', () => {
    const path = "/v1/search?q='; rm -rf ~ #$(id)&limit=1"
    const command = curlOf({ method: 'GET', path }, 'https://api.example.com')
    expect(command).not.toContain('slp_')
    expect(wordsOf(command)).toEqual([
      `https://api.example.com${path}`,
      '-H',
      'Authorization: Bearer slp_test_x',
    ])
  })

  it('names the method and the file of the body that the log does not keep', () => {
    const request = { method: 'POST', path: '/v1/exports' }
    expect(curlOf(request, '')).toContain('-X POST')
    expect(curlOf(request, '')).toContain('--data @body.json')
    expect(missingFrom(request)).toHaveLength(1)
    expect(missingFrom({ method: 'DELETE', path: '/v1/exports/1' })).toEqual([])
    expect(missingFrom({ method: 'GET', path: `/${'x'.repeat(511)}` })[0]).toContain('its end is missing')
  })
})

describe('the filter', () => {
  const filter = { status: 'any', operation: '', caller: PROGRAMS } as const

  it('leaves out people, unless they are asked for', () => {
    expect(queryOf(filter, ['key_1', 'svc_1'])).toEqual({ key_id: ['key_1', 'svc_1'] })
    expect(queryOf({ ...filter, caller: EVERYBODY }, [])).toEqual({})
    expect(queryOf({ ...filter, caller: 'usr_1' }, [])).toEqual({ key_id: ['usr_1'] })
  })

  it('asks for nothing while there is no program', () => {
    expect(queryOf(filter, [])).toBeUndefined()
  })

  it('keeps to as many values as the API takes', () => {
    const query = queryOf({ ...filter, status: 'refused', operation: 'listFilings' }, ['key_1'])
    expect(query?.status).toHaveLength(100)
    expect(query?.status?.every((status) => /^4\d\d$/.test(status))).toBe(true)
    expect(query?.operation_id).toEqual(['listFilings'])
  })
})

it('finds an id in a line of a log', () => {
  expect(requestIdIn(`level=error request_id="${ID}" took=3ms`)).toBe(ID)
  expect(requestIdIn('req_short')).toBeUndefined()
})

it('colours answers by whose fault they are', () => {
  expect([200, 304, 404, 429, 503].map(statusTone)).toEqual(['good', 'good', 'warning', 'warning', 'bad'])
})

describe('a request by its id', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  const { signal } = new AbortController()
  /** Notes what is asked for. */
  function api(answer: () => unknown) {
    const paths: string[] = []
    return {
      paths,
      get: (async (path: string) => {
        paths.push(path)
        return answer()
      }) as never,
    }
  }

  it('says when it came', () => {
    const id = newId('req', now)
    expect(Math.abs(timeOfRequest(id) - now)).toBeLessThan(8)
    expect([isFresh(id, now + 59_000), isFresh(id, now + 61_000)]).toEqual([true, false])
  })

  it('is waited for without an error while the log may be behind', async () => {
    const id = newId('req', now)
    const none = api(() => ({ data: [] }))
    expect(await findRequest(none, id, { signal, now: now + 5_000 })).toBeUndefined()
    expect(none.paths).toEqual(['/v1/usage/requests'])
    const one = api(() => ({ data: [{ request_id: newId('req', now) }, { request_id: id }] }))
    expect(await findRequest(one, id, { signal, now: now + 5_000 })).toEqual({ request_id: id })
  })

  it('is asked for by itself later, and missing when the API says so', async () => {
    const id = newId('req', now)
    const gone = api(() => {
      throw new ApiProblem({ status: 404, code: 'request_not_found', message: '' })
    })
    expect(await findRequest(gone, id, { signal, now: now + 90_000 })).toBeUndefined()
    expect(gone.paths).toEqual([`/v1/usage/requests/${id}`])
    const broken = api(() => {
      throw new ApiProblem({ status: 500, code: 'internal_error', message: '' })
    })
    await expect(findRequest(broken, id, { signal, now: now + 90_000 })).rejects.toThrow(ApiProblem)
  })
})
