import { effectKey } from '../../invariants/key-writes.ts'
import { atLeast, atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

/** What was acknowledged is there, once, with one row in the audit log, and was answered the same when it was asked again. */
export const acknowledgedIsDurable: Checker = {
  id: 'I13',
  title: 'Acknowledged is durable (with I14 and I35)',
  async check({ sql, load }) {
    const rows = await sql<{ key: string; times: number }[]>`
      select encode(i.key_sha256, 'hex') as key, count(a.id)::int as times
      from idempotency_keys i left join audit_events a
        on a.request_id = i.request_id and a.organisation_id = i.organisation_id
      group by 1`
    const times = new Map(rows.map((row) => [row.key, row.times]))
    const of = (key: string) => times.get(effectKey(key)) ?? 0
    const [changed] = await sql<{ changes: number }[]>`
      select coalesce(sum(version - 1), 0)::int as changes from api_keys
      where id in ${sql(load.writers.map(({ key_id }) => key_id))}`
    return [
      atLeast('acknowledged writes', load.acknowledged.length, 1, 'writes'),
      atMost('lost', load.acknowledged.filter(({ key }) => of(key) === 0).length, 0, 'writes'),
      atMost('with two rows in the audit log', rows.filter((row) => row.times > 1).length, 0, 'writes'),
      atMost('without a row in the audit log', rows.filter((row) => row.times === 0).length, 0, 'writes'),
      atMost(
        'changes the keys counted beyond those in the ledger',
        Math.abs((changed?.changes ?? -1) - rows.length),
        0,
        'changes',
      ),
      atMost(
        'asked again and answered differently',
        load.acknowledged.filter(({ replayDiffers }) => replayDiffers).length,
        0,
        'writes',
      ),
      atMost('refused for no reason, or never acknowledged', load.refused.length, 0, 'writes'),
      { check: 'attempts that got no answer', value: load.unanswered(), unit: 'attempts', ok: true },
    ]
  },
}
