import { generateKey } from '@sec-latent/core/accounts/key-format'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from './testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
  await api.seed.filing({
    accession_number: '0009900001-25-000001',
    text: 'Item 1A. Risk Factors\n\nOne robot may fail.\n',
    sections: [{ section_key: '10k.item_1a', start: 0, end: 41 }],
  })
})
afterAll(async () => {
  await api.close()
})

const FILINGS = '/v1/filings'
const ONE = '/v1/filings/0009900001-25-000001'
const HASH = 'a'.repeat(64)

/** Row of the catalogue of bad input if it has one, path and query, status, code, and where it helps the suggestion. */
const urls: [row: string, url: string, status: number, code: string, suggestion?: string][] = [
  // Unknown names.
  ['', `${FILINGS}?form=10-K`, 400, 'unknown_parameter', 'form_type'],
  ['', `${FILINGS}?formType=10-K`, 400, 'unknown_parameter', 'form_type'],
  ['', `${FILINGS}?from_type=10-K`, 400, 'unknown_parameter', 'form_type'],
  ['', `${FILINGS}?filed_at=2025-01-01`, 400, 'unknown_parameter', 'filing_date'],
  ['', `${FILINGS}?filing_date%5Bgte%5D=2025-01-01`, 400, 'unknown_parameter', 'filing_date_gte'],
  ['', `${FILINGS}?symbol=HLRB`, 400, 'unknown_parameter', 'ticker'],
  ['', `${FILINGS}?page=2`, 400, 'unknown_parameter', 'cursor'],
  ['', `${FILINGS}?offset=50`, 400, 'unknown_parameter', 'cursor'],
  ['', `${FILINGS}?per_page=10`, 400, 'unknown_parameter', 'limit'],
  ['', `${FILINGS}?CIK=1`, 400, 'unknown_parameter', 'cik'],
  ['', `${FILINGS}?__proto__=1`, 400, 'unknown_parameter'],
  ['B81', `${FILINGS}?q%5B__proto__%5D%5Bx%5D=1`, 400, 'unknown_parameter'],
  ['', `${FILINGS}?constructor=1`, 400, 'unknown_parameter'],
  ['B89', `${FILINGS}?fields=*`, 400, 'unknown_parameter'],
  ['B89', `${FILINGS}?expand=a.b.c.d.e`, 400, 'unknown_parameter'],
  ['', `${FILINGS}?x=1&y=2&z=3`, 400, 'unknown_parameter'],
  [
    'B80',
    `${FILINGS}?${Array.from({ length: 900 }, (_, i) => `p${i}=1`).join('&')}`,
    400,
    'unknown_parameter',
  ],
  ['', `${ONE}?format=text`, 400, 'unknown_parameter'],
  ['B78', '/v1/signal-types?limit=1', 400, 'unknown_parameter'],
  ['', '/health?x=1', 400, 'unknown_parameter'],
  // Values.
  ['B78', `${FILINGS}?limit=0`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=-1`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=501`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=1e9`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=abc`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=1.5`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=9007199254740993`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=-0`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=0x10`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=%D9%A1`, 400, 'invalid_parameter'],
  ['B79', `${FILINGS}?limit=1&limit=2`, 400, 'duplicate_parameter'],
  ['B89', `${FILINGS}?sort=password`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?sort=accepted-at`, 400, 'invalid_parameter', 'accepted_at'],
  ['B88', `${FILINGS}?sort=accepted_at;drop%20table%20filings`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?include=totals`, 400, 'invalid_parameter', 'total'],
  ['B85', `${FILINGS}?cik=0`, 400, 'invalid_parameter'],
  ['B85', `${FILINGS}?cik=-1`, 400, 'invalid_parameter'],
  ['B85', `${FILINGS}?cik=12345678901`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?cik=`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?cik=320193,`, 400, 'invalid_parameter'],
  ['B85', `${FILINGS}?cik=%D9%A3%D9%A2%D9%A0`, 400, 'invalid_parameter'],
  ['B85', `${FILINGS}?cik=%EF%BC%93%EF%BC%92`, 400, 'invalid_parameter'],
  ['B88', `${FILINGS}?cik=1%27%20or%201=1--`, 400, 'invalid_parameter'],
  ['B88', `${FILINGS}?cik=pg_sleep(10)`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?cik=${Array.from({ length: 101 }, (_, i) => i + 1).join(',')}`, 400, 'invalid_parameter'],
  ['B87', `${FILINGS}?ticker=%27;--`, 400, 'invalid_parameter'],
  ['B87', `${FILINGS}?ticker=%25`, 400, 'invalid_parameter'],
  ['B87', `${FILINGS}?ticker=_`, 400, 'invalid_parameter'],
  ['B87', `${FILINGS}?ticker=%F0%9F%9A%80`, 400, 'invalid_parameter'],
  ['B87', `${FILINGS}?ticker=${'A'.repeat(1000)}`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?form_type=10K`, 400, 'invalid_parameter', '10-K'],
  ['', `${FILINGS}?form_type=13f`, 200, ''],
  ['', `${FILINGS}?form_type=DEF14A`, 400, 'invalid_parameter', 'DEF 14A'],
  ['', `${FILINGS}?form_type=Form%2010-Q`, 200, ''],
  ['', `${FILINGS}?form_type=%3Cscript%3E`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?item_code=5.2`, 400, 'invalid_parameter'],
  ['B90', `${FILINGS}?item_code=(a%2B)%2B%24`, 400, 'invalid_parameter'],
  ['B83', `${FILINGS}?filing_date=2026-02-30`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?filing_date=2025-13-01`, 400, 'invalid_parameter'],
  ['B83', `${FILINGS}?filing_date=0000-01-01`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?filing_date=20250101`, 400, 'invalid_parameter', '2025-01-01'],
  ['', `${FILINGS}?filing_date_gte=2025-01-01T00:00:00Z`, 400, 'invalid_parameter', '2025-01-01'],
  ['', `${FILINGS}?accepted_at_gte=2025-01-01`, 400, 'invalid_parameter', '2025-01-01T00:00:00Z'],
  ['', `${FILINGS}?accepted_at_gte=2025-01-01T00:00:00`, 400, 'invalid_parameter', '2025-01-01T00:00:00Z'],
  ['B83', `${FILINGS}?accepted_at_gte=2025-01-01T24:00:00Z`, 400, 'invalid_parameter'],
  ['B83', `${FILINGS}?accepted_at_gte=2016-12-31T23:59:60Z`, 400, 'invalid_parameter'],
  ['B83', `${FILINGS}?accepted_at_gte=2025-01-01T00:00:00%2B18:00`, 400, 'invalid_parameter'],
  [
    '',
    `${FILINGS}?accepted_at_gte=2025-01-01T00:00:00+01:00`,
    400,
    'invalid_parameter',
    '2025-01-01T00:00:00%2B01:00',
  ],
  ['B83', `${FILINGS}?accepted_at_gte=9999-12-31T24:00:00Z`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?accepted_at_gte=1735689600`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?accepted_at_gte=now()`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?as_of=yesterday`, 400, 'invalid_parameter'],
  ['', `${FILINGS}?as_of=2998-01-01T00:00:00Z`, 400, 'invalid_parameter'],
  ['B78', `${FILINGS}?limit=0&form=10-K&cik=x`, 400, 'invalid_request'],
  // Cursors.
  ['B82', `${FILINGS}?cursor=abc`, 400, 'invalid_cursor'],
  ['B82', `${FILINGS}?cursor=${'A'.repeat(1000)}`, 400, 'invalid_cursor'],
  ['B82', `${FILINGS}?cursor=${'A'.repeat(1025)}`, 400, 'invalid_parameter'],
  ['B82', `${FILINGS}?cursor=%2e%2e%2fetc`, 400, 'invalid_cursor'],
  ['B82', `${FILINGS}?cursor=`, 400, 'invalid_parameter'],
  // Identifiers in the path.
  ['', '/v1/filings/abc', 400, 'invalid_parameter'],
  ['B86', '/v1/filings/0009900001-25-00001', 400, 'invalid_parameter'],
  ['B86', '/v1/filings/0009900001_25_000001', 400, 'invalid_parameter'],
  ['B86', '/v1/filings/00099000012500000', 400, 'invalid_parameter'],
  ['B86', '/v1/filings/0000000000-00-000000', 404, 'filing_not_found'],
  ['', '/v1/filings/0009900001-25-000002', 404, 'filing_not_found'],
  ['B76', '/v1/filings/..%2f..%2fetc%2fpasswd', 400, 'invalid_parameter'],
  ['', '/v1/filings/0009900001-25-000001%20', 400, 'invalid_parameter'],
  ['B75', '/v1/filings/%00', 400, 'invalid_encoding'],
  ['B74', '/v1/filings/%zz', 400, 'invalid_encoding'],
  ['B74', '/v1/filings/%c0%ae', 400, 'invalid_encoding'],
  ['', `${FILINGS}?cik=%zz`, 400, 'invalid_encoding'],
  ['', `${FILINGS}?cik=%ff`, 400, 'invalid_encoding'],
  ['', '/v1/entities?q=%00', 400, 'invalid_encoding'],
  ['B77', `/v1/filings/${'1'.repeat(201)}`, 414, 'uri_too_long'],
  ['', `${FILINGS}?cik=${'1'.repeat(9000)}`, 414, 'uri_too_long'],
  ['', `${ONE}/documents/0`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/-1`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/report.htm`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/99999999999`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/2`, 404, 'document_not_found'],
  ['', `${ONE}/documents/2/text`, 404, 'document_not_found'],
  ['', `${ONE}/documents/1/text?format=pdf`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/1/text?offset=-1`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/1/text?offset=1000`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/1/text?max_chars=0`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/1/text?text_sha256=abc`, 400, 'invalid_parameter'],
  ['', `${ONE}/documents/1/text?text_sha256=${HASH}`, 404, 'text_not_found'],
  ['', `${ONE}/sections/10k.item_1b`, 404, 'section_not_found', '10k.item_1a'],
  ['', `${ONE}/sections/1A`, 400, 'invalid_parameter'],
  ['', `${ONE}/sections/10k.item_1a?format=pdf`, 400, 'invalid_parameter'],
  ['', `${ONE}/sections?status=found`, 400, 'invalid_parameter'],
  ['', '/v1/filings/resolve', 400, 'missing_parameter'],
  ['', '/v1/filings/resolve?url=http://169.254.169.254/latest', 404, 'not_a_filing_url'],
  ['', '/v1/filings/resolve?url=javascript:alert(1)', 404, 'not_a_filing_url'],
  ['', '/v1/filings/0009900001-99-000001/processing', 404, 'filing_not_found'],
  ['', '/v1/entities/0', 400, 'invalid_parameter'],
  ['', '/v1/entities/999', 404, 'entity_not_found'],
  ['', '/v1/entities?sic=35', 400, 'invalid_parameter'],
  ['', `/v1/entities?q=${'a'.repeat(101)}`, 400, 'invalid_parameter'],
  ['', '/v1/signals/sig_x', 400, 'invalid_parameter'],
  ['', '/v1/signals/sig_00000000000000000000000000', 404, 'signal_not_found'],
  ['', '/v1/signals?signal_type=rf_add', 400, 'invalid_parameter'],
  ['', '/v1/signals?signal_type=rf_aded', 400, 'invalid_parameter', 'rf_added'],
  ['', '/v1/signals?type=rf_added', 400, 'unknown_parameter', 'form_type'],
  ['', '/v1/signals?direction=up', 400, 'invalid_parameter'],
  ['', '/v1/insider-transactions?transaction_code=PP', 400, 'invalid_parameter'],
  ['', '/v1/insider-transactions?form_type=10-K', 400, 'invalid_parameter'],
  ['', '/v1/changes?after=-1', 400, 'invalid_parameter'],
  ['', '/v1/changes?since=0', 400, 'unknown_parameter', 'after'],
  ['', '/v1/usage?from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z', 400, 'invalid_parameter'],
  ['B84', '/v1/usage?from=1990-01-01T00:00:00Z', 400, 'invalid_parameter'],
  ['', '/v1/usage?granularity=minute', 400, 'invalid_parameter'],
  // Addresses.
  ['', '/', 404, 'route_not_found'],
  ['', '/v1', 404, 'route_not_found'],
  ['', '/v1/', 404, 'route_not_found'],
  ['', '/v1/filing', 404, 'route_not_found'],
  ['', '/v1/filings/', 404, 'route_not_found'],
  ['', '/V1/filings', 404, 'route_not_found'],
  ['', '/v2/filings', 404, 'route_not_found'],
  ['', '/metrics', 404, 'route_not_found'],
  ['', '/.env', 404, 'route_not_found'],
  ['', '//evil.example/%2f..', 404, 'route_not_found'],
]

describe('bad addresses and parameters', () => {
  it.each(urls)('%s %s is %i %s', async (_row, url, status, code, suggestion) => {
    const response = await api.get(url)
    expect(response.statusCode, response.body).toBe(status)
    if (status === 200) return
    const problem = response.json()
    expect(problem.code).toBe(code)
    if (suggestion !== undefined) {
      expect(problem.errors.map((error: { suggestion?: string }) => error.suggestion)).toContain(suggestion)
    }
    expect(problem.type).toBe(`http://portal.test/docs/errors/${code}`)
    expect(response.headers['request-id']).toMatch(/^req_[0-9a-z]{26}$/)
    expect(problem.request_id).toBe(response.headers['request-id'])
    expect(response.body).not.toMatch(/postgres|node_modules|\.ts:|select /i)
  })

  it('reports everything that is wrong at once', async () => {
    const { errors } = (await api.get(`${FILINGS}?limit=0&form=10-K&cik=x&sort=up&cursor=a&cursor=b`)).json()
    expect(errors.map((error: { parameter: string; code: string }) => [error.parameter, error.code])).toEqual(
      [
        ['form', 'unknown_parameter'],
        ['cursor', 'duplicate_parameter'],
        ['cik', 'invalid_parameter'],
        ['sort', 'invalid_parameter'],
        ['limit', 'invalid_parameter'],
      ],
    )
  })
})

const verify = { text_sha256: HASH, start: 0, end: 1, quote: 'x' }
const json = (value: unknown) => JSON.stringify(value)
const bodies: [
  title: string,
  body: string | Buffer,
  headers: Record<string, string>,
  status: number,
  code: string,
][] = [
  ['B46: an empty body', '', {}, 400, 'invalid_json'],
  ['B47: a trailing comma', '{"a":1,}', {}, 400, 'invalid_json'],
  ['B47: NaN', '{"start":NaN}', {}, 400, 'invalid_json'],
  ['B47: single quotes', "{'start':1}", {}, 400, 'invalid_json'],
  ['B47: a comment', '{/**/"start":1}', {}, 400, 'invalid_json'],
  ['half a body', '{"start":', {}, 400, 'invalid_json'],
  ['an open string', '{"quote":"abc', {}, 400, 'invalid_json'],
  ['B50: a name twice', '{"start":1,"start":2}', {}, 400, 'invalid_json'],
  ['a name twice, once escaped', '{"start":1,"st\\u0061rt":2}', {}, 400, 'invalid_json'],
  ['B48: __proto__', '{"__proto__":{"x":1}}', {}, 400, 'invalid_json'],
  ['B49: constructor', '{"constructor":{"prototype":{}}}', {}, 400, 'invalid_request'],
  ['B57: NUL in a string', '{"quote":"\\u0000"}', {}, 400, 'invalid_json'],
  ['B58: half a surrogate pair', '{"quote":"\\ud800"}', {}, 400, 'invalid_json'],
  [
    'B59: bytes that are not UTF-8',
    Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    {},
    400,
    'invalid_json',
  ],
  ['B61: 90,000 nested objects', '{"a":'.repeat(90_000), {}, 400, 'invalid_json'],
  ['B62: 300,000 nested arrays', '['.repeat(300_000), {}, 400, 'invalid_json'],
  ['B63: more than 1 MiB', json({ ...verify, quote: 'x'.repeat(1_048_576) }), {}, 413, 'body_too_large'],
  ['an array', '[]', {}, 400, 'invalid_field'],
  ['null', 'null', {}, 400, 'invalid_field'],
  ['a number', '5', {}, 400, 'invalid_field'],
  ['a missing field', json({ ...verify, quote: undefined }), {}, 400, 'missing_field'],
  ['B51: an unknown field', json({ ...verify, role: 'admin' }), {}, 400, 'unknown_field'],
  ['a misspelt field', json({ ...verify, qoute: 'x' }), {}, 400, 'unknown_field'],
  ['B52: null for a string', json({ ...verify, quote: null }), {}, 400, 'invalid_field'],
  ['B53: a number for a string', json({ ...verify, quote: 5 }), {}, 400, 'invalid_field'],
  ['B54: a string for an integer', json({ ...verify, start: '5' }), {}, 400, 'invalid_field'],
  ['B55: 1.5 for an integer', json({ ...verify, start: 1.5 }), {}, 400, 'invalid_field'],
  [
    'B55: 1e999 for an integer',
    '{"text_sha256":"x","start":1e999,"end":1,"quote":"x"}',
    {},
    400,
    'invalid_field',
  ],
  [
    'B56: 2^53+1',
    `{"text_sha256":"${HASH}","start":9007199254740993,"end":1,"quote":"x"}`,
    {},
    400,
    'invalid_field',
  ],
  ['a negative offset', json({ ...verify, start: -1 }), {}, 400, 'invalid_field'],
  ['an empty quote', json({ ...verify, quote: '' }), {}, 400, 'invalid_field'],
  ['a wrong unit', json({ ...verify, unit: 'utf16' }), {}, 400, 'invalid_field'],
  ['an unknown text', json(verify), {}, 404, 'text_not_found'],
  ['B69: text/plain', json(verify), { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
  ['B70: application/xml', '<a/>', { 'content-type': 'application/xml' }, 415, 'unsupported_media_type'],
  [
    'B70: a form',
    'a=1',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'unsupported_media_type',
  ],
  [
    'B73: multipart',
    'x',
    { 'content-type': 'multipart/form-data; boundary=x' },
    415,
    'unsupported_media_type',
  ],
  [
    'B71: UTF-16',
    json(verify),
    { 'content-type': 'application/json; charset=utf-16' },
    415,
    'unsupported_media_type',
  ],
  ['B72: gzip', json(verify), { 'content-encoding': 'gzip' }, 415, 'unsupported_media_type'],
]

describe('bad bodies', () => {
  it.each(bodies)('%s', async (_title, payload, headers, status, code) => {
    const response = await api.send({
      method: 'POST',
      url: '/v1/evidence/verify',
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    })
    expect(response.statusCode, response.body).toBe(status)
    expect(response.json().code).toBe(code)
  })

  it.each(['application/json\t; a=b', ' application/json', 'APPLICATION/JSON'])(
    'B66 B67 B68: the media type %j is validated like any other',
    async (type) => {
      const response = await api.send({
        method: 'POST',
        url: '/v1/evidence/verify',
        payload: json({ ...verify, role: 'admin' }),
        headers: { 'content-type': type },
      })
      expect([400, 415]).toContain(response.statusCode)
    },
  )

  it('B60: a byte order mark is accepted', async () => {
    const response = await api.send({
      method: 'POST',
      url: '/v1/evidence/verify',
      payload: Buffer.from(`\ufeff${json(verify)}`),
      headers: { 'content-type': 'application/json' },
    })
    expect(response.json().code).toBe('text_not_found')
  })
})

describe('bad methods', () => {
  const methods: [InjectOptions['method'], string, string][] = [
    ['POST', FILINGS, 'GET, HEAD'],
    ['PUT', FILINGS, 'GET, HEAD'],
    ['PATCH', ONE, 'GET, HEAD'],
    ['DELETE', ONE, 'GET, HEAD'],
    ['GET', '/v1/evidence/verify', 'POST'],
    ['DELETE', '/v1/keys', 'GET, HEAD, POST'],
    ['POST', '/health', 'GET, HEAD'],
  ]
  it.each(methods)('B25: %s %s is a 405 that says what is allowed', async (method, url, allow) => {
    const response = await api.send({ method, url, payload: 'x', headers: { 'content-type': 'text/plain' } })
    expect(response.statusCode).toBe(405)
    expect(response.headers.allow).toBe(allow)
    expect(response.json().code).toBe('method_not_allowed')
  })
})

describe('bad credentials', () => {
  it.each([
    ['none', undefined, 'missing_key'],
    ['an empty Bearer', 'Bearer ', 'missing_key'],
    ['Basic', 'Basic dXNlcjpwYXNz', 'missing_key'],
    ['only the key', generateKey('live'), 'missing_key'],
    ['two keys', `Bearer ${generateKey('live')} ${generateKey('live')}`, 'missing_key'],
    ['an unknown key', `Bearer ${generateKey('live')}`, 'invalid_key'],
    ['a key with a wrong checksum', `Bearer slp_live_${'a'.repeat(49)}`, 'invalid_key'],
    ['another prefix', `Bearer sk_live_${'a'.repeat(49)}`, 'invalid_key'],
    ['a JWT without an algorithm', 'Bearer eyJhbGciOiJub25lIn0.e30.', 'invalid_key'],
    ['a key of 8 kB', `Bearer ${'a'.repeat(8_000)}`, 'invalid_key'],
  ])('%s is a 401 with WWW-Authenticate', async (_title, authorization, code) => {
    const response = await api.get(FILINGS, { key: null, headers: authorization ? { authorization } : {} })
    expect(response.statusCode).toBe(401)
    expect(response.json().code).toBe(code)
    expect(response.headers['www-authenticate']).toMatch(/^Bearer realm=/)
    expect(response.headers).not.toHaveProperty('ratelimit')
  })

  it('a key with one character changed is unknown', async () => {
    const { key } = api.keys.live
    const changed = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')
    for (const bad of [changed, key.slice(0, -1), `${key}A`, key.toUpperCase()]) {
      expect((await api.get(FILINGS, { key: bad })).json().code).toBe('invalid_key')
    }
  })

  it('expired and revoked keys say so, and only to who has them', async () => {
    const expired = await api.makeKey({ expiresInDays: -1 })
    expect((await api.get(FILINGS, { key: expired.key })).json().code).toBe('key_expired')
    const revoked = await api.makeKey()
    await api.accounts.revokeKey(api.organisation.id, revoked.record.id)
    expect((await api.get(FILINGS, { key: revoked.key })).json().code).toBe('key_revoked')
  })

  it('a key without the scope is told which one it needs', async () => {
    const narrow = await api.makeKey({ scopes: ['signals:read'] })
    const response = await api.get(FILINGS, { key: narrow.key })
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({
      code: 'insufficient_scope',
      required: ['filings:read'],
      granted: ['signals:read'],
    })
    const wild = await api.makeKey({ scopes: ['filings:*'] })
    expect((await api.get(FILINGS, { key: wild.key })).statusCode).toBe(200)
  })

  it('a key is refused outside its networks', async () => {
    const elsewhere = await api.makeKey({ allowed_cidrs: ['10.0.0.0/8', '2001:db8::/32'] })
    expect((await api.get(FILINGS, { key: elsewhere.key })).json().code).toBe('ip_not_allowed')
    const here = await api.makeKey({ allowed_cidrs: ['127.0.0.0/8'] })
    expect((await api.get(FILINGS, { key: here.key })).statusCode).toBe(200)
  })

  it('a key in the URL is refused even when another one is in the header, and never logged', async () => {
    const { key } = api.keys.live
    for (const url of [
      `${FILINGS}?api_key=${key}`,
      `${FILINGS}?token=whatever`,
      `${FILINGS}?access_token=${key}`,
      `${FILINGS}?cik=${key}`,
      `/v1/filings/${key}`,
    ]) {
      const response = await api.get(url)
      expect(response.json().code, url).toBe('key_in_url')
      expect(response.statusCode).toBe(400)
      expect(response.body).not.toContain(key.slice(9, 40))
    }
  })

  it('a live key in a browser is refused; a test key is not', async () => {
    const headers = { origin: 'https://example.com' }
    expect((await api.get(FILINGS, { headers })).json().code).toBe('live_key_in_browser')
    const response = await api.get(FILINGS, { headers, key: api.keys.test.key })
    expect(response.statusCode).toBe(200)
    expect(response.headers['access-control-allow-origin']).toBe('*')
    expect(response.headers['access-control-expose-headers']).toContain('RateLimit')
  })
})

describe('bad headers', () => {
  it('an unknown version is refused with the list of versions', async () => {
    const response = await api.get(FILINGS, { headers: { 'latent-version': '2020-01-01' } })
    expect(response.json()).toMatchObject({
      code: 'unsupported_version',
      errors: [{ header: 'Latent-Version', allowed: ['2026-11-01'] }],
    })
    expect((await api.get(FILINGS, { headers: { 'latent-version': '2026-11-01' } })).statusCode).toBe(200)
  })

  it.each(['', 'x'.repeat(129), 'two words'])('the Client-Request-Id %j is refused', async (id) => {
    const response = await api.get(FILINGS, { headers: { 'client-request-id': id } })
    expect(response.json().code).toBe('invalid_parameter')
  })

  it('B45: an enormous If-None-Match is ignored', async () => {
    const tags = Array.from({ length: 500 }, (_, i) => `"tag${i}"`).join(',')
    expect((await api.get(ONE, { headers: { 'if-none-match': tags } })).statusCode).toBe(200)
  })

  it('B42: an Accept that nothing fits is refused with what there is', async () => {
    const response = await api.get(FILINGS, { headers: { accept: 'application/xml' } })
    expect(response.statusCode).toBe(406)
    expect(response.json()).toMatchObject({
      code: 'not_acceptable',
      errors: [{ header: 'Accept', allowed: ['application/json'] }],
    })
  })

  it.each([
    'text/html, */*;q=0.1',
    'application/*',
    'application/json;q=0.5, text/csv',
    'application/problem+json',
    '',
  ])('B42: an Accept of %j gets JSON', async (accept) => {
    const response = await api.get(FILINGS, { headers: { accept } })
    expect(response.headers['content-type']).toContain('application/json')
  })
})

describe('afterwards', () => {
  it('no secret stands in any log line, and every line has the founding schema', () => {
    const log = api.lines.join('')
    for (const { key } of [api.keys.live, api.keys.test, api.keys.foreign]) {
      expect(log).not.toContain(key.slice(9, 30))
    }
    expect(log).not.toContain('whatever')
    for (const line of api.lines) {
      expect(Object.keys(JSON.parse(line))).toEqual([
        'timestamp',
        'level',
        'service',
        'trace_id',
        'user_id',
        'action',
        'status',
        'duration_ms',
        'metadata',
        'message',
      ])
    }
  })

  it('nothing was answered with a status above 499', () => {
    const statuses = api.lines.map((line) => JSON.parse(line).metadata.http_status ?? 0)
    expect(Math.max(...statuses)).toBeLessThan(500)
    expect(statuses.filter((status) => status >= 400).length).toBeGreaterThan(150)
  })
})
