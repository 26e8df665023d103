import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../sha256.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import type { Evidence, TextSpan } from './evidence.ts'

const HASH = sha256('x')
const span: TextSpan = {
  document_id: '0009990001-24-000001:1',
  section_id: null,
  document_sha256: HASH,
  text_sha256: HASH,
  start: 3,
  end: 8,
  unit: 'code_point',
  byte_start: 4,
  byte_end: 13,
  quote: 'Köl 😀',
}
const fact: Evidence = {
  kind: 'xbrl_fact',
  document_id: '0009990001-24-000001:1',
  document_sha256: HASH,
  concept: 'us-gaap:Assets',
  context_id: 'c-1',
  unit: 'USD',
  period_start: null,
  period_end: '2024-12-31',
  dimensions: [],
  value: '5',
  span: null,
}
const field: Evidence = {
  kind: 'header_field',
  submission_sha256: HASH,
  field: 'COMPANY CONFORMED NAME',
  value: 'CRÉDIT SA',
  byte_start: 10,
  byte_end: 35,
  // One byte is one character (Latin-1): the length in bytes is that in characters.
  quote: 'CONFORMED NAME:\tCRÉDIT SA',
}
const path: Evidence = {
  kind: 'xml_path',
  document_id: '0009990001-24-000001:1',
  document_sha256: HASH,
  path: '/form/row[2]/shares',
  value: '',
}

const good: [string, unknown][] = [
  ['a span', { kind: 'text_span', ...span }],
  ['a pair', { kind: 'pair', left: span, right: span }],
  ['a pair without a left side', { kind: 'pair', left: null, right: span }],
  ['a pair without a right side', { kind: 'pair', left: span, right: null }],
  ['a line of a header', field],
  ['an element', path],
  ['a fact', fact],
  ['a fact with its place', { ...fact, span }],
]
const { text_sha256: _, ...unhashed } = span
const bad: [string, unknown][] = [
  ['a quote of another length', { kind: 'text_span', ...span, end: 9 }],
  ['a quote of another length in bytes', { kind: 'text_span', ...span, byte_end: 12 }],
  ['an empty quote', { kind: 'text_span', ...span, quote: '', end: 3, byte_end: 4 }],
  ['a quote that is missing', { kind: 'text_span', ...span, quote: null }],
  ['no hash', { kind: 'text_span', ...unhashed }],
  ['a hash that is none', { kind: 'text_span', ...span, text_sha256: 'abc' }],
  ['a place before the text', { kind: 'text_span', ...span, start: -1, end: 4 }],
  ['fewer bytes than characters before it', { kind: 'text_span', ...span, byte_start: 2, byte_end: 11 }],
  ['a pair without sides', { kind: 'pair', left: null, right: null }],
  ['a pair of nothing', { kind: 'pair' }],
  ['a pair with a bad side', { kind: 'pair', left: span, right: { ...span, end: 9 } }],
  ['a header line that does not say the value', { ...field, value: 'OTHER' }],
  ['a header line of another length', { ...field, byte_end: 36 }],
  ['a header line without a hash', { ...field, submission_sha256: null }],
  ['an element without a path', { ...path, path: '' }],
  ['an element without a hash', { ...path, document_sha256: null }],
  ['a fact without a concept', { ...fact, concept: '' }],
  ['a fact whose concept has no taxonomy', { ...fact, concept: 'Assets' }],
  ['a fact without a context', { ...fact, context_id: '' }],
  ['a fact without a hash', { ...fact, document_sha256: 'x' }],
  ['a fact with a bad place', { ...fact, span: { ...span, quote: 'Köl' } }],
  ['a body of another kind', { ...fact, kind: 'text_span' }],
  ['an empty body', {}],
  ['no object', 'text'],
]

forEachPostgres((version) => {
  describe('the constraint on evidence', () => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await testDatabase({ version })
    })
    afterAll(() => database.close())

    const verdict = async (kind: string, body: unknown) => {
      const { sql } = database
      const [row] = await sql`select is_evidence(${kind}, ${sql.json(body as never)}) as holds`
      return row?.holds
    }
    const kindOf = (body: unknown) => (body as { kind?: string }).kind ?? 'text_span'

    test.each(good)('accepts %s', async (_title, body) => {
      expect(await verdict(kindOf(body), body)).toBe(true)
    })

    test.each(bad)('refuses %s', async (_title, body) => {
      expect(await verdict(kindOf(body), body)).toBe(false)
    })

    test('stands on the table: what cannot slice back is never stored', async () => {
      const { sql } = database
      expect(await verdict('pair', { kind: 'text_span', ...span })).toBe(false)
      expect(await verdict('gossip', { ...fact, kind: 'gossip' })).toBe(false)
      const [row] = await sql`
        select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'evidence_body_check'`
      expect(row?.definition).toContain('is_evidence')
      const insert = sql`insert into evidence (id, signal_id, position, kind, body)
        values ('e1', 's1', 1, 'text_span',
          ${sql.json({ kind: 'text_span', ...span, end: 9 } as never)})`
      await expect(insert).rejects.toThrow(/evidence_body_check/)
    })
  })
})
