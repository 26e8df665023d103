import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAnchorStore } from '@sec-latent/core/audit/anchor-store'
import { anchorHeads } from '@sec-latent/core/audit/anchoring'
import { auditPublicKeysOf, parseAuditPublicKeys } from '@sec-latent/core/audit/public-keys'
import { statementSigner } from '@sec-latent/core/audit/signing'
import { appendAuditEvent } from '@sec-latent/core/audit/store'
import { csvCell } from '@sec-latent/core/csv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

let api: TestApp
let key: string
let viewer: string
const folder = mkdtempSync(join(tmpdir(), 'audit-export-'))
const SIGNING_KEY = { key_id: 'a1', key: Buffer.alloc(32, 3) }
const signer = statementSigner([SIGNING_KEY])

beforeAll(async () => {
  api = await testApp({ settings: { auditKeys: parseAuditPublicKeys(auditPublicKeysOf([SIGNING_KEY])) } })
  key = (await api.makeKey({ scopes: ['audit:read'] })).key
  viewer = (await api.makeKey({ scopes: ['keys:read'] })).key
  for (let at = 1; at <= 5; at++) {
    await appendAuditEvent(api.sql, {
      organisation_id: at === 3 ? api.other.id : api.organisation.id,
      actor: { type: 'key', id: `key_${at}`, ip: '203.0.113.7', user_agent: 'curl/8' },
      action: at === 1 ? 'key.created' : 'key.revoked',
      target_type: 'key',
      target_id: `key_${at}`,
      before: null,
      after: { name: '=HYPERLINK("http://x")' },
      request_id: null,
    })
  }
})
afterAll(async () => {
  await api?.close()
  rmSync(folder, { recursive: true })
})

const list = async (query: string) => (await api.get(`/v1/audit-events${query}`, { key })).json()

describe('the audit log', () => {
  test('is read page by page, latest first, and only by its organisation', async () => {
    const first = await list('?limit=3')
    expect(first.data.map(({ seq }: { seq: number }) => seq)).toEqual([4, 3, 2])
    const second = await list(`?limit=3&cursor=${first.next_cursor}`)
    expect(second.data).toMatchObject([
      {
        seq: 1,
        action: 'key.created',
        actor: { type: 'key', id: 'key_1', ip: '203.0.113.7', user_agent: 'curl/8' },
        target: { type: 'key', id: 'key_1' },
        after: { name: '=HYPERLINK("http://x")' },
        erased: false,
      },
    ])
    expect(second.has_more).toBe(false)
  })

  test.each([
    ['?action=key.created', [1]],
    ['?actor_id=key_4', [3]],
    ['?target_id=key_3', []],
    ['?from=2999-01-01T00:00:00Z', []],
    ['?to=2999-01-01T00:00:00Z', [4, 3, 2, 1]],
  ])('%s finds %j', async (query, seqs) => {
    expect((await list(query)).data.map(({ seq }: { seq: number }) => seq)).toEqual(seqs)
  })

  test('is closed to keys without the scope and to ranges that are none', async () => {
    for (const path of ['', '/export', '/proof']) {
      expect((await api.get(`/v1/audit-events${path}`, { key: viewer })).statusCode, path).toBe(403)
    }
    const query = 'from=2025-02-01T00:00:00Z&to=2025-01-01T00:00:00Z'
    expect((await api.get(`/v1/audit-events?${query}`, { key })).statusCode).toBe(400)
    expect((await api.get(`/v1/audit-events/export?${query}`, { key })).statusCode).toBe(400)
  })

  test('is exported as a chain that is checked offline, and no change of it goes unnoticed', async () => {
    const anchors = openAnchorStore(`file://${folder}`)
    await anchorHeads({ sql: api.sql, anchors, signer })
    const answer = await api.get('/v1/audit-events/export', { key })
    expect(answer.headers['content-type']).toContain('application/x-ndjson')
    const published = await api.get('/.well-known/audit-keys.json', { key: null })
    expect(published.headers['cache-control']).toContain('public')
    expect(published.json()).toEqual(signer.jwks())
    writeFileSync(join(folder, 'jwks.json'), published.body)
    expect(check(answer.body)).toMatch(/4 records from 1 to 4, 1 signed heads[\s\S]*whole and unaltered/)

    const lines = answer.body.trimEnd().split('\n')
    const without = (index: number) => `${lines.filter((_, at) => at !== index).join('\n')}\n`
    expect(() => check(without(1))).toThrow(/not the next/)
    expect(() => check(without(4))).toThrow(/cut off/)
    expect(() => check(answer.body.replace('"target_type":"key"', '"target_type":"kee"'))).toThrow(/altered/)
    writeFileSync(join(folder, 'jwks.json'), JSON.stringify(otherSigner.jwks()))
    expect(() => check(answer.body)).toThrow(/not signed by/)
  })

  test('is exported as a table whose cells are no formulas', async () => {
    const { body, headers } = await api.get('/v1/audit-events/export?format=csv', { key })
    expect(headers['content-type']).toContain('text/csv')
    expect(body.trimEnd().split('\r\n')).toHaveLength(5)
    expect(csvCell('=1+1')).toBe(`"'=1+1"`)
    for (const start of ['+', '-', '@', '\t', '\r']) expect(csvCell(`${start}x`)).toBe(`"'${start}x"`)
    expect([csvCell(-1), csvCell('a"b'), csvCell(null), csvCell('plain')]).toEqual([
      '-1',
      '"a""b"',
      '',
      'plain',
    ])
  })
})

const otherSigner = statementSigner([{ key_id: 'a1', key: Buffer.alloc(32, 4) }])

function check(text: string): string {
  const file = join(folder, 'export.ndjson')
  writeFileSync(file, text)
  const program = new URL('../../../core/src/audit/verify-export.ts', import.meta.url).pathname
  try {
    return execFileSync(process.execPath, ['--import', 'tsx', program, file, join(folder, 'jwks.json')], {
      encoding: 'utf8',
    })
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout || readFileSync(file, 'utf8').slice(0, 200))
  }
}
