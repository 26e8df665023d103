import { recordHash } from '@sec-latent/core/audit/event'
import { statementSigner } from '@sec-latent/core/audit/signing'
import { describe, expect, it } from 'vitest'
import { checkExport } from './check-export.ts'
import { differencesOf, summaryOf } from './diff.ts'

const signer = statementSigner([{ key_id: 'v1', key: Buffer.alloc(32, 'a key of the test') }])

/** An export as the API makes it, with hashes and a signature by its own code. */
function exportOf(events: number, actor_id = 'usr_1') {
  let prev_hash = '0'.repeat(64)
  const records = Array.from({ length: events }, (_, index) => {
    const record = {
      action: 'key.created',
      actor_id,
      actor_ip: null,
      actor_type: 'user',
      actor_user_agent: null,
      after: '{"name":"Zürich \\"1\\""}',
      before: null,
      created_at: `2026-11-23T12:00:0${index}.000Z`,
      id: `aud_${index}`,
      organisation_id: 'org_1',
      prev_hash,
      request_id: null,
      seq: index + 1,
      target_id: 'key_1',
      target_type: 'key',
    }
    prev_hash = recordHash(record)
    return { ...record, hash: prev_hash }
  })
  const head = { seq: events, hash: prev_hash }
  const statement = {
    object: 'audit_head',
    number: 1,
    organisation_id: 'org_1',
    ...head,
    anchored_at: '2026-11-23',
  }
  const proof = {
    object: 'audit_proof',
    organisation_id: 'org_1',
    head,
    anchors: [{ ...statement, jws: signer.sign(statement) }],
  }
  const lines = [...records.map((record) => ({ object: 'audit_event', record })), proof]
  return lines.map((line) => JSON.stringify(line))
}
const text = (lines: string[]) => `${lines.join('\n')}\n`

describe('the check of an export', () => {
  it('believes what the API wrote and signed', async () => {
    expect(await checkExport(text(exportOf(3)))).toEqual({
      records: 3,
      first: 1,
      last: 3,
      signed_heads: 1,
      key_ids: ['v1'],
      signatures_checked: true,
      problems: [],
    })
  })

  it('begins anywhere, for a stretch of time', async () => {
    const report = await checkExport(text(exportOf(3).slice(1)))
    expect(report).toMatchObject({ records: 2, first: 2, problems: [] })
  })

  it.each([
    [
      'a changed record',
      (lines: string[]) => lines.map((line) => line.replace('usr_1', 'usr_2')),
      /1: altered/,
    ],
    ['a missing record', (lines: string[]) => lines.filter((_, at) => at !== 1), /3: not the next after 1/],
    [
      'records in another order',
      ([a, b, ...rest]: string[]) => [b, a, ...rest] as string[],
      /does not follow/,
    ],
    ['a missing end', (lines: string[]) => lines.slice(0, -1), /cut off/],
    ['a cut line', (lines: string[]) => [...lines, '{"object"'], /no JSON/],
    [
      'another signature',
      (lines: string[]) => lines.map((line) => line.replace(/"jws":"([^"]{400})/, '"jws":"$1AA')),
      /not signed by/,
    ],
  ])('complains of %s', async (_, change, complaint) => {
    const { problems } = await checkExport(text(change(exportOf(3))))
    expect(problems.join('\n')).toMatch(complaint)
  })

  it('complains of a chain that was written anew after it was signed', async () => {
    const signed = exportOf(3)
    const forged = exportOf(3, 'usr_2')
    const { anchors } = JSON.parse(signed[3] as string)
    const proof = { ...JSON.parse(forged[3] as string), anchors }
    const { problems } = await checkExport(text([...forged.slice(0, 3), JSON.stringify(proof)]))
    expect(problems).toEqual(['3: contradicts what was signed'])
  })

  it('complains of a proof that is about another end or another organisation', async () => {
    const lines = exportOf(3)
    const proof = JSON.parse(lines[3] as string)
    const problemsOf = async (part: object) =>
      (await checkExport(text([...lines.slice(0, 3), JSON.stringify({ ...proof, ...part })]))).problems.join()
    expect(await problemsOf({ head: { seq: 3, hash: 'f'.repeat(64) } })).toMatch(/not where the chain ends/)
    expect(await problemsOf({ organisation_id: 'org_2' })).toMatch(/another organisation/)
  })
})

describe('what an event changed', () => {
  it('is told field by field, without what stayed the same', () => {
    const differences = differencesOf({
      before: { role: 'viewer', email: 'a@example.com', scopes: ['a', 'b'] },
      after: { role: 'admin', email: 'a@example.com', scopes: ['a'], cap: 5 },
    })
    expect(differences).toEqual([
      { name: 'role', before: 'viewer', after: 'admin' },
      { name: 'scopes', before: 'a, b', after: 'a' },
      { name: 'cap', before: undefined, after: '5' },
    ])
    expect(summaryOf(differences)).toBe('role, scopes, cap')
    expect(summaryOf(differences.slice(0, 1))).toBe('role: viewer → admin')
    expect(summaryOf(differences.slice(2))).toBe('cap: 5')
  })

  it('is nothing where nothing is recorded, and cut where it is long', () => {
    expect(summaryOf(differencesOf({ before: null, after: null }))).toBe('')
    const after = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`f${n}`, n]))
    expect(summaryOf(differencesOf({ before: null, after }))).toBe('f1, f2, f3, f4 and 2 more')
  })
})
