import { describe, expect, it } from 'vitest'
import { canonicalJson, requestHash } from './request-hash.ts'

const asked = {
  method: 'POST',
  url: '/v1/keys',
  ifMatch: undefined,
  body: { a: 1, b: { c: [1, 2], d: null } },
}

describe('what a request asks for', () => {
  it('does not change with the order of names', () => {
    const again = { ...asked, body: { b: { d: null, c: [1, 2] }, a: 1 } }
    expect(requestHash(again)).toEqual(requestHash(asked))
    expect(canonicalJson(again.body)).toBe('{"a":1,"b":{"c":[1,2],"d":null}}')
  })

  it.each([
    ['another value', { body: { ...asked.body, a: 2 } }],
    ['another order of a list', { body: { ...asked.body, b: { c: [2, 1], d: null } } }],
    ['a field more', { body: { ...asked.body, e: null } }],
    ['no body', { body: undefined }],
    ['the body null', { body: null }],
    ['another path', { url: '/v1/keys/key_1' }],
    ['a query', { url: '/v1/keys?x=1' }],
    ['another method', { method: 'PATCH' }],
    ['another version of the object', { ifMatch: 'W/"1"' }],
  ])('%s is another request', (_title, change) => {
    expect(requestHash({ ...asked, ...change })).not.toEqual(requestHash(asked))
  })
})
