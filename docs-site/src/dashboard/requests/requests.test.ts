import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { curlOf, missingFrom } from './curl.ts'
import { EVERYBODY, PROGRAMS, queryOf, requestIdIn, statusTone } from './request-filter.ts'

const ID = 'req_06h0efc7cyr7rvc7y4t0gt15r0'
/** What a shell makes of a command, one word a line, instead of running it. */
const wordsOf = (command: string) =>
  execFileSync('/bin/sh', ['-c', command.replace(/^curl/, "printf '%s\\n'")], {
    encoding: 'utf8',
    env: { LATENT_API_KEY: 'slp_test_x', PATH: '/usr/bin:/bin' },
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
