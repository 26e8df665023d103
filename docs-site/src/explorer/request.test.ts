import { describe, expect, it } from 'vitest'
import { acceptable, fieldsOf, isPublic, prepareRequest, toCurl } from './request.ts'

const fields = fieldsOf([
  { name: 'form_type', in: 'query', schema: { type: 'string', examples: ['10-K'] } },
  { name: 'sort', in: 'query', schema: { type: 'string', enum: ['accepted_at', '-accepted_at'] } },
  {
    name: 'accession_number',
    in: 'path',
    required: true,
    schema: { type: 'string', examples: ['0000000000-25-000001'] },
  },
  { name: 'If-None-Match', in: 'header', schema: { type: 'string' } },
  { name: 'Authorization', in: 'header', schema: { type: 'string' } },
])

describe('the form of an operation', () => {
  it('asks for path parameters first and never for the authorization header', () => {
    expect(fields.map((field) => field.name)).toEqual([
      'accession_number',
      'form_type',
      'sort',
      'If-None-Match',
    ])
  })

  it('starts with examples only where the operation cannot do without a value', () => {
    expect(fields.map((field) => field.initial)).toEqual(['0000000000-25-000001', '', '', ''])
    expect(fields[1]?.placeholder).toBe('10-K')
  })

  it('suggests the values of a list, of which several can be given', () => {
    const schema = { type: 'array', items: { type: 'string', enum: ['rf_added', 'event_8k'] } }
    const [field] = fieldsOf([{ name: 'signal_type', in: 'query', schema }])
    expect(field).toMatchObject({ choices: null, suggestions: ['rf_added', 'event_8k'] })
  })

  it('offers the values of an enumeration', () => {
    expect(fields[2]?.choices).toEqual(['accepted_at', '-accepted_at'])
  })
})

describe('a prepared request', () => {
  const path = '/v1/filings/{accession_number}/documents'

  it('encodes path and query, and leaves empty inputs out', () => {
    const values = { accession_number: 'a/b c', form_type: 'SC 13D/A', sort: ' ' }
    const request = prepareRequest('http://localhost:8000/', path, 'get', fields, values, '')
    expect(request.url).toBe('http://localhost:8000/v1/filings/a%2Fb%20c/documents?form_type=SC+13D%2FA')
    expect(request.method).toBe('GET')
    expect(request.headers).toEqual({ Accept: 'application/json' })
  })

  it('inserts a value with a dollar sign as it is', () => {
    const request = prepareRequest('http://a', path, 'get', fields, { accession_number: "$&$'" }, '')
    expect(request.url).toBe("http://a/v1/filings/%24%26%24'/documents")
  })

  it('carries key and header parameters as headers', () => {
    const values = { accession_number: 'x', 'If-None-Match': 'W/"1"' }
    const request = prepareRequest('http://a', path, 'get', fields, values, 'slp_test_1')
    expect(request.headers).toEqual({
      Accept: 'application/json',
      Authorization: 'Bearer slp_test_1',
      'If-None-Match': 'W/"1"',
    })
  })

  it('asks for JSON unless told otherwise', () => {
    const plain = prepareRequest('http://a', '/v1/x', 'get', [], {}, '', { accept: 'text/plain' })
    expect(plain.headers.Accept).toBe('text/plain')
    expect(toCurl(plain)).toContain("-H 'Accept: text/plain'")
    expect(acceptable({ 'text/plain': {}, 'application/json': {} })).toEqual([
      'application/json',
      'text/plain',
    ])
  })

  it('is shown as a command without the key, quoted for the shell', () => {
    const request = prepareRequest('http://a', '/v1/x', 'post', [], {}, 'slp_test_1', {
      body: '{"name":"it\'s"}',
    })
    const command = toCurl(request)
    expect(command).not.toContain('slp_test_1')
    expect(command).toContain('-H "Authorization: Bearer $LATENT_API_KEY"')
    expect(command).toContain(`--data '{"name":"it'\\''s"}'`)
  })
})

describe('security', () => {
  it('needs a key when the contract requires one and the operation does not lift it', () => {
    expect(isPublic({}, [{ bearer: [] }])).toBe(false)
    expect(isPublic({ security: [] }, [{ bearer: [] }])).toBe(true)
    expect(isPublic({}, undefined)).toBe(true)
  })
})
