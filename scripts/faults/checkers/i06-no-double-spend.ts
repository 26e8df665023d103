import { atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

/** Faults in which an answer of Claude that was paid for can be lost on the way. */
const LOSING =
  /worker-\d (killed|frozen|ended|with its clock)|Postgres|PgBouncer|Claude: (the connection|half)/

/** What Claude was paid for is in our ledger, and nothing is paid for twice but what a death took with it. */
export const noDoubleSpend: Checker = {
  id: 'I6',
  title: 'Claude is not paid twice',
  async check({ sql, claude, faults }) {
    const { direct } = claude.server.ledger
    const [ours] = await sql<{ settled: number; unknown: number; input: number; output: number }[]>`
      select count(*) filter (where state = 'settled' and not usage_estimated)::int as settled,
        count(*) filter (where state in ('lost', 'reserved') or usage_estimated)::int as unknown,
        coalesce(sum(input_tokens + cache_write_5m_tokens + cache_write_1h_tokens + cache_read_tokens)
          filter (where state = 'settled' and not usage_estimated), 0)::bigint as input,
        coalesce(sum(output_tokens) filter (where state = 'settled' and not usage_estimated), 0)::bigint as output
      from claude_calls where mode = 'direct'`
    const repeated = repeatedCalls(claude)
    const losses = faults.filter(({ name }) => LOSING.test(name)).length
    const theirInput =
      direct.input_tokens +
      direct.cache_write_5m_tokens +
      direct.cache_write_1h_tokens +
      direct.cache_read_tokens
    const unexplained = direct.messages - (ours?.settled ?? 0) - (ours?.unknown ?? 0)
    const counted = (ours?.unknown ?? 0) === 0 && direct.messages === ours?.settled
    return [
      { check: 'answers of Claude that are paid', value: direct.messages, unit: 'answers', ok: true },
      {
        check: 'of these in our ledger with their tokens',
        value: ours?.settled ?? -1,
        unit: 'calls',
        ok: true,
      },
      {
        check: 'in our ledger at the most they can have cost, because their answer was lost',
        value: ours?.unknown ?? -1,
        unit: 'calls',
        ok: true,
      },
      atMost('paid and not in our ledger', unexplained, 0, 'answers'),
      atMost('the same question paid again', repeated, losses, 'answers'),
      atMost(
        'tokens apart, where no answer was lost',
        counted ? Math.abs(theirInput - ours.input) + Math.abs(direct.output_tokens - ours.output) : 0,
        0,
        'tokens',
      ),
    ]
  },
}

/** Good answers to a question that had a good answer before. */
function repeatedCalls(claude: Parameters<Checker['check']>[0]['claude']): number {
  const answered = new Map<string, number>()
  for (const { request, status, mode } of claude.server.calls) {
    if (mode !== 'direct' || status !== 200) continue
    const question = JSON.stringify(request)
    answered.set(question, (answered.get(question) ?? 0) + 1)
  }
  return [...answered.values()].reduce((sum, times) => sum + times - 1, 0)
}
